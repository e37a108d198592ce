import { listOrganisationNames, listTagNames } from '../../storage/known-names.ts'
import type { Db } from '../../storage/tables.ts'
import { mostNames } from '../ui/entry-form/form-lists.tsx'

/** What fields are completed from. */
export type NamesToComplete = { organisations: string[]; tags: string[] }

export async function namesToComplete(db: Db): Promise<NamesToComplete> {
  return {
    organisations: await listOrganisationNames(db, { limit: mostNames }),
    tags: await listTagNames(db, mostNames),
  }
}
