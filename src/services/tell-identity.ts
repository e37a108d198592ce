import { contentOfFinding } from '../domain/content.ts'
import type { Finding } from '../domain/finding.ts'
import { instantsOf } from '../domain/instants-of.ts'
import type { EditionRow } from '../storage/editions.ts'
import type { EntryRow } from '../storage/entries.ts'
import {
  freeUid,
  insertIdentities,
  readSnapshots,
  snapshotKey,
  updateIdentity,
} from '../storage/identities.ts'
import { indexable } from '../storage/names.ts'
import { takeSource } from '../storage/sources.ts'
import type { Db } from '../storage/tables.ts'
import { itemOf } from './import-item.ts'

/** Keeps what a source says today of an entry that is there: it is known by that from now on, and compared with it. */
export async function tellIdentity(
  db: Db,
  edition: EditionRow,
  { entry, parentId }: EntryRow,
  { source, finding }: { source: string; finding: Finding },
  at: number,
): Promise<void> {
  const { id: sourceId } = await takeSource(db, edition.id, indexable(source), at)
  const content = contentOfFinding(finding, edition.homeZone)
  const { uid, urlKey, titleKey, said } = itemOf(
    finding,
    { content, instants: instantsOf(content.time) },
    parentId,
  )
  const identity = { entryId: entry.id, sourceId, urlKey, titleKey, said }
  const isKnown = (await readSnapshots(db, [entry.id])).has(snapshotKey(identity))
  const own = { ...identity, uid: uid && (await freeUid(db, sourceId, uid, entry.id)) }
  if (isKnown) await updateIdentity(db, own, null)
  else await insertIdentities(db, [{ ...own, origins: finding.from ?? null }], null)
}
