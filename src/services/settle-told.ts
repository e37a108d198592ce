import { contentOfEntry } from '../domain/content.ts'
import { contentOfFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { acceptProposals, type Proposal, proposalsOf } from '../domain/proposal.ts'
import { theirsOf } from '../domain/source.ts'
import { type EntryRow, readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import { type Asking, answerMissing, readAsking, settleTold } from '../storage/source-told.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { callByOwnNames } from './call-by-own-names.ts'
import { type CuratorAct, changeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/** What a source says today otherwise than an entry, and whether it tells of it no more. */
export type AskedEntry = Asking & { row: EntryRow; proposals: Proposal[]; told: Asking['told'] }

/**
 * What waits for an answer, in these editions or of one source: entries that stand and of which a source says
 * something else, or nothing any more, in the order of the story. What was withdrawn is not asked about, nor whether takes place what is cancelled.
 */
export async function readAsked(
  db: Db,
  of: Parameters<typeof readAsking>[1],
): Promise<(AskedEntry & { editionId: string })[]> {
  const all = await readAsking(db, of)
  const rows = await readEntries(db, { ids: [...new Set(all.map(({ entryId }) => entryId))] })
  const byId = new Map(rows.map(row => [row.entry.id, row]))
  const bases = await callByOwnNames(
    db,
    all.map(({ base }) => base),
  )
  const says = await callByOwnNames(
    db,
    all.map(({ base, told }) => told ?? base),
  )
  const asked = all.flatMap((asking, index) => {
    const row = byId.get(asking.entryId)
    if (!row || row.entry.state === 'withdrawn') return []
    const told = asking.told && theirsOf(says[index]!, bases[index]!, asking.ours)
    const proposals = told ? proposalsOf(bases[index]!, contentOfEntry(row.entry), told) : []
    const missingAt = row.entry.status === 'cancelled' ? null : asking.missingAt
    if (proposals.length === 0 && missingAt === null) return []
    return [{ ...asking, told, missingAt, row, proposals }]
  })
  return asked.sort((a, b) => a.row.position - b.row.position)
}

/** How one answers: what is taken over, `all` or these fields; what is not is the curator's from now on. */
export type Answer = { sourceId: string; entryId?: string; take: 'all' | readonly string[] }

/**
 * Answers what a source says otherwise, of one entry or of all that it asks about, as one revision. It is not asked
 * again until the source changes its word.
 *
 * @returns asked: of how many entries it was still asked
 * @throws Refusal when more than drafts would be touched by one who may not
 */
export function settleToldOf(
  store: Store,
  editionId: string,
  { take, ...of }: Answer,
  act: CuratorAct,
): Promise<{ revision: number | null; changed: number; asked: number }> {
  return inEdition(store, editionId, async db => {
    const known = knownNames()
    const changes: Change[] = []
    const asked = (await readAsked(db, of)).filter(one => one.editionId === editionId && one.told !== null)
    for (const { row, told, proposals, ...asking } of asked) {
      const current = fieldsOfEntry(row)
      const fields = take === 'all' ? proposals.map(({ field }) => field) : take
      const next = { ...current, ...acceptProposals(contentOfFields(current), told!, proposals, fields) }
      const change = await changeEntry(db, known, row, next, { ...act, name: 'reread' })
      await settleTold(db, asking)
      if (change) changes.push(change)
    }
    const revision = changes.length ? await recordRevision(db, editionId, changes, act) : null
    return { revision, changed: changes.length, asked: asked.length }
  })
}

/**
 * Says what it means that a source tells of an entry no more: it takes place all the same, or it is cancelled.
 *
 * @throws Refusal when more than drafts would be touched by one who may not
 */
export function settleMissing(
  store: Store,
  editionId: string,
  { entryId, sourceId, as }: { entryId: string; sourceId: string; as: 'on' | 'cancelled' },
  act: CuratorAct,
): Promise<{ revision: number | null }> {
  return inEdition(store, editionId, async db => {
    const [row] = await readEntries(db, { ids: [entryId] })
    if (!row || row.editionId !== editionId) return { revision: null }
    const next = { ...fieldsOfEntry(row), ...(as === 'cancelled' && { status: 'cancelled' as const }) }
    const change = await changeEntry(db, knownNames(), row, next, { ...act, name: 'cancel' })
    await answerMissing(db, { entryId, sourceId }, act.at)
    return { revision: change ? await recordRevision(db, editionId, [change], act) : null }
  })
}
