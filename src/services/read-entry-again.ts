import { type Content, contentOfEntry } from '../domain/content.ts'
import { duplicatesOf, knowEntries, strengths } from '../domain/duplicate.ts'
import type { Entry } from '../domain/entry.ts'
import { contentOfFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import type { Finding } from '../domain/finding.ts'
import { lastToWrite } from '../domain/history.ts'
import { instantsOf } from '../domain/instants-of.ts'
import { acceptProposals, type Proposal, proposalsOf } from '../domain/proposal.ts'
import { contentOfRead, type Reading, sourceOf } from '../domain/reading.ts'
import { Refusal } from '../domain/refusal.ts'
import type { EntryRow } from '../storage/entries.ts'
import { readEntrySources } from '../storage/identities.ts'
import { findReading, keepSettled } from '../storage/readings.ts'
import { type Act, readRevisions, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { callByOwnNames } from './call-by-own-names.ts'
import { type CuratorAct, changeEntry, isOpenDraft, takeEntry } from './change-entry.ts'
import { inEdition, namingInEdition } from './in-edition.ts'
import { asSeen, openGiven } from './open-readings.ts'
import { tellIdentity } from './tell-identity.ts'

/**
 * Has the source of an entry read once more. What it says then is proposed, and changes nothing by itself.
 *
 * @returns the id of the reading
 * @throws Refusal when the entry has no address to be read at
 */
export function readEntryAgain(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  act: Act,
): Promise<string> {
  return inEdition(store, editionId, async db => {
    const { entry } = await takeEntry(db, id, editionId)
    const address = addressOfEntry(
      entry,
      (await readEntrySources(db, id)).map(({ name }) => name),
    )
    if (!address) throw new Refusal('no-source', {}, 'The entry has no address at which it could be read.')
    const [reading] = await openGiven(
      db,
      editionId,
      { entryId: id },
      [{ form: 'address', input: address }],
      act,
    )
    return reading!
  })
}

/** Where an entry was read, else where it is told of. */
function addressOfEntry({ links }: Pick<Entry, 'links'>, sources: string[]): string | null {
  const [read] = sources.filter(name => /^https?:/.test(name))
  const own = links.find(({ role }) => role === 'source') ?? links.find(({ role }) => role === 'programme')
  return read ?? (own && /^https?:/.test(own.url) ? own.url : null)
}

/** What a reading of an entry proposes. `finding` null: the page tells of it no more. */
export type Proposed = { finding: Finding | null; proposals: Proposal[]; told: Content | null }

type Compared = Pick<Reading, 'findings' | 'form' | 'input' | 'url'>

/** Compares an entry with what was read at its source. */
export async function readProposals(
  db: Db,
  reading: Compared,
  entry: Entry,
  homeZone: string,
): Promise<Proposed> {
  const finding = findingOf(reading, entry, homeZone)
  if (!finding) return { finding: null, proposals: [], told: null }
  const told = contentOfRead(finding, homeZone, reading)
  const sources = await readEntrySources(db, entry.id)
  const source = sourceOf(reading)
  const known =
    sources.find(({ name }) => name === source) ?? sources.find(({ name }) => name === reading.input)
  const base = known ? (JSON.parse(known.said) as Content) : null
  const [calledTold, calledBase = null] = await callByOwnNames(db, base ? [told, base] : [told])
  return { finding, told, proposals: proposalsOf(calledBase, contentOfEntry(entry), calledTold!) }
}

/**
 * Accepts what a source says otherwise, in these fields alone. What is not accepted is not proposed again until the
 * source changes its word.
 *
 * @param act base: the edition's revision when the proposals were shown; readAt: when what they say had been read
 * @throws Refusal when the reading or the entry is gone, may not be touched, or is not what was shown any more
 */
export async function acceptReading(
  store: Store,
  reading: Pick<Reading, 'id' | 'editionId'>,
  fields: readonly string[],
  { base, readAt, ...act }: CuratorAct & { base?: number; readAt?: number | null | undefined },
): Promise<{ revision: number | null; changed: boolean }> {
  const [accepted] = await namingInEdition(store, reading.editionId, act, async (db, edition, names) => {
    const found = asSeen(await findReading(db, reading.id), { ...reading, readAt })
    if (found.entryId === null || found.state === 'closed') return { revision: null, changed: false }
    const row = await takeEntry(db, found.entryId, edition.id)
    if (act.onlyDrafts && !isOpenDraft(row.entry))
      throw new Refusal('only-drafts', {}, 'Only an editor may change what readers see.')
    if (base !== undefined) await refuseUnseen(db, row, fields, base)
    const { finding, told, proposals } = await readProposals(db, found, row.entry, edition.homeZone)
    const settled = { as: 'merged' as const, entry: row.entry.id }
    const all = found.findings.length ? found.findings : [null]
    await keepSettled(db, found, Object.fromEntries(all.map((_, number) => [number, settled])), act.at)
    if (!finding || !told) return { revision: null, changed: false }
    const current = fieldsOfEntry(row)
    const next = { ...current, ...acceptProposals(contentOfFields(current), told, proposals, fields) }
    const change = await changeEntry(db, names, row, next, { ...act, name: 'reread' })
    await tellIdentity(db, edition, row, { source: sourceOf(found), finding }, act.at)
    const revision = change ? await recordRevision(db, edition.id, [change], act) : null
    return { revision, changed: change !== null }
  })
  return accepted
}

/** What somebody wrote since the proposals were shown was seen by nobody who accepts them. */
async function refuseUnseen(
  db: Db,
  { editionId, entry }: EntryRow,
  fields: readonly string[],
  base: number,
): Promise<void> {
  const since = await readRevisions(db, editionId, { entryId: entry.id, after: base })
  const change = lastToWrite(since, fields)
  if (change)
    throw new Refusal(
      'changed-meanwhile',
      { who: change.by },
      `${change.by} changed the same meanwhile. Look at it once more.`,
    )
}

/** Which of the things that a page tells of is this entry. */
function findingOf(reading: Compared, entry: Entry, homeZone: string): Finding | null {
  const { findings } = reading
  const known = knowEntries([{ ...entry, sessions: [] }])
  if (findings.length === 1) return findings[0]!
  let best: { finding: Finding; rank: number } | null = null
  for (const finding of findings) {
    const content = contentOfRead(finding, homeZone, reading)
    const [match] = duplicatesOf(known, { ...content, ...instantsOf(content.time) })
    // All of them stand at the address: that tells none from the others.
    const isTold = match?.reasons.some(reason => reason !== 'address')
    const rank = match && isTold ? strengths.indexOf(match.strength) : -1
    if (rank > (best?.rank ?? strengths.indexOf('possible'))) best = { finding, rank }
  }
  return best?.finding ?? null
}
