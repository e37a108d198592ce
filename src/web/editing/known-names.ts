import { listOrganisationNames, listTagNames } from '../../storage/known-names.ts'
import type { Db } from '../../storage/tables.ts'

/** What fields are completed from. */
export type KnownNames = { organisations: string[]; tags: string[] }

/** More would make the page heavy: script asks for those that begin as what is typed. */
const mostNames = 500

export async function knownNames(db: Db): Promise<KnownNames> {
  return {
    organisations: await listOrganisationNames(db, { limit: mostNames }),
    tags: await listTagNames(db, mostNames),
  }
}
