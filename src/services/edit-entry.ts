import { type Content, keyOf } from '../domain/content.ts'
import { contentOfFields, type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { asOf, lastToWrite } from '../domain/history.ts'
import { mergeContent } from '../domain/merge.ts'
import { readRevisions, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { checkAddress } from './check-address.ts'
import { namingInEdition } from './in-edition.ts'

/** What a form says of an entry. What it does not tell stays as it is. */
export type EntryEdit = { content: Content } & Partial<Pick<EntryFields, 'state' | 'publishAt' | 'slug'>>

export type Edited =
  | { revision: number; slug: string; changed: boolean }
  /** Somebody else changed these fields otherwise since the form was opened; nothing was stored. */
  | { conflict: { fields: (keyof Content)[]; theirs: Content; by: string; at: number; revision: number } }

/** What belongs to the same transaction. `before` may refuse; `after` is told the revision, where something changed. */
export type Around = { before: (db: Db) => Promise<void>; after: (db: Db, revision: number) => Promise<void> }

/**
 * Stores what a curator says of an entry. What others have written since the form was opened (`base`, a revision of
 * the edition) is merged by field; where both wrote one field, nothing is stored and both versions are given back.
 *
 * @throws Refusal when the entry is gone or may not be touched, or its new address leads elsewhere
 */
export async function editEntry(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  { content: told, ...standing }: EntryEdit,
  { base, around, ...act }: CuratorAct & { base: number; name?: string; around?: Around },
): Promise<Edited> {
  const [edited, areAddressesAdded] = await namingInEdition(
    store,
    editionId,
    act,
    async (db, edition, names): Promise<Edited> => {
      await around?.before(db)
      const row = await takeEntry(db, id, editionId)
      const current = fieldsOfEntry(row)
      const since = await readRevisions(db, editionId, { entryId: id, after: base })
      const opened = asOf<EntryFields>(current, since, base) ?? current
      const merged = mergeContent(contentOfFields(opened), contentOfFields(current), told)
      if (merged.conflicts.length > 0) {
        const { by, at } = (lastToWrite(since, merged.conflicts) ?? since[0])!
        const theirs = contentOfFields(current)
        return { conflict: { fields: merged.conflicts, theirs, by, at, revision: edition.revision } }
      }
      const next: EntryFields = { ...current, ...standing, ...withAddresses(merged.content, told) }
      if (next.slug !== current.slug) await checkAddress(db, edition, current.slug, next.slug)
      const change = await changeEntry(db, names, row, next, { ...act, name: act.name ?? 'edit' })
      if (!change) return { revision: edition.revision, slug: current.slug, changed: false }
      const revision = await recordRevision(db, editionId, [change], act)
      await around?.after(db, revision)
      return { revision, slug: next.slug, changed: true }
    },
  )
  return areAddressesAdded && 'changed' in edited ? { ...edited, changed: true } : edited
}

/** The address of an organisation or a person is theirs: where none was known, the one that is told now is. */
function withAddresses(merged: Content, told: Content): Content {
  const named = <T extends { name: string; url: string | null }>(
    members: T[],
    others: T[],
    key: (member: T) => string,
  ) => {
    const urls = new Map(others.map(member => [key(member), member.url]))
    return members.map(member => ({ ...member, url: member.url ?? urls.get(key(member)) ?? null }))
  }
  return {
    ...merged,
    organisations: named(merged.organisations, told.organisations, keyOf.organisations),
    people: named(merged.people, told.people, keyOf.people),
  }
}
