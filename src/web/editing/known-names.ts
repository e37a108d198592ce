import { listOrganisationNames, listTagNames } from '../../storage/known-names.ts'
import type { Db } from '../../storage/tables.ts'
import { mostNames } from '../ui/entry-form/form-lists.tsx'

/** What fields are completed from. */
export type KnownNames = { organisations: string[]; tags: string[] }

export async function knownNames(db: Db): Promise<KnownNames> {
  return {
    organisations: await listOrganisationNames(db, { limit: mostNames }),
    tags: await listTagNames(db, mostNames),
  }
}
