import { hash } from 'node:crypto'
import type { InspectLine } from '../domain/finding.ts'
import { knownSeries } from '../domain/known-series.ts'
import { takingOf, type WatchedSource } from '../domain/source.ts'
import { inspectApart } from '../intake/inspect-apart.ts'
import { recognise } from '../intake/recognise.ts'
import type { Fetch } from '../outside/fetch.ts'
import { type EditionRow, findEditionById } from '../storage/editions.ts'
import { readTitles } from '../storage/entries.ts'
import { readUids } from '../storage/identities.ts'
import { changeImport, findBegun, insertImport } from '../storage/imports.ts'
import { findSeriesById } from '../storage/series.ts'
import { keepMissing } from '../storage/source-told.ts'
import { findWatched } from '../storage/sources.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { addDays } from '../time/days.ts'
import { doubtReading } from './doubt-reading.ts'
import { foresee } from './foresee-missing.ts'
import { importProgramme } from './import-programme.ts'
import { cutOf, type ImportSoFar, reportOf } from './import-summary.ts'
import { dayOfReading } from './inspect-bytes.ts'
import { type Answer, keepFailure, keepRead, keepUnchanged, type Means } from './keep-source.ts'
import { proposeFindings } from './propose-findings.ts'

export type ReadingMeans = Means & {
  fetch: Fetch
  signal?: AbortSignal
  /** Somebody waits for it at the desk. */
  byPerson?: boolean
  /** Somebody has looked at what it tells and says that it is right, however little that is. */
  believed?: boolean
}

/** More is no programme of a day, or of many. */
const mostLines = 50_000

/**
 * Reads a watched source and does with what it tells as its policy says; where it tells nothing new, only the moment
 * is kept. When it is read next is queued in the transaction that keeps the result. Killed at any moment, the next
 * reading finishes what was begun; doing it twice comes to the same as doing it once.
 */
export async function readSource(store: Store, id: string, means: ReadingMeans): Promise<void> {
  const watched = await findWatched(store.db, id)
  const edition = watched && (await findEditionById(store.db, watched.editionId))
  if (!edition || watched.state !== 'watching') return
  const { fetch, signal, byPerson = false, believed = false } = means
  const begun = await findBegun(store.db, id)
  const isFresh = begun !== null || believed || watched.checksum === null
  const answer = await fetch(watched.address, {
    purpose: byPerson ? 'person' : 'watch',
    ...(!isFresh && watched.foundAt && { known: { url: watched.foundAt, ...watched } }),
    ...(signal && { signal }),
  })
  signal?.throwIfAborted()
  if (!answer.ok) return keepFailure(store, watched, answer, edition, means)
  if (answer.notModified) return keepUnchanged(store, watched, answer, edition, means)
  const known = knownSeries(await readUids(store.db, watched))
  const options = { ...asked(watched, edition, answer, means.now()), knownSeries: known }
  const lines = await inspectApart(answer.bytes, options, mostLines)
  const findings = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  const checksum = checksumOf(lines)
  if (!isFresh && checksum === watched.checksum) return keepUnchanged(store, watched, answer, edition, means)
  const foreseen = await foresee(store.db, watched, edition, findings, means.now())
  const recognised = recognise(answer.bytes, options.name)
  const kind = 'kind' in recognised ? recognised.kind : null
  const doubt = believed ? null : doubtReading(watched, { lines, kind }, foreseen)
  if (doubt) return keepFailure(store, watched, { ok: false, ...doubt }, edition, means)
  // What somebody says is right may be of another kind from now on.
  const source = believed && kind ? { ...watched, kind } : watched
  if (findings.length === 0) {
    const found = { answer, checksum, told: 0, changed: false }
    return store.db.transaction().execute(db => keepRead(db, source, found, edition, means))
  }
  await take(
    store,
    source,
    edition,
    { lines, answer, checksum, missing: foreseen.ids, count: findings.length, begun },
    means,
  )
}

/** How its bytes are to be read: for the days around the edition, and from the day on which it is read. */
function asked(source: WatchedSource, edition: EditionRow, { url, contentType }: Answer, now: number) {
  const charset = /;\s*charset=\s*"?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1]
  const around = Math.max(31, source.daysAround)
  return {
    from: addDays(edition.startsOn, -around),
    to: addDays(edition.endsOn, around),
    url,
    name: new URL(url).pathname,
    repeated: source.repeated,
    // A page without a year is of the edition; a day that moves by itself is no news.
    published: dayOfReading(edition, Math.min(now, source.addedAt)),
    ...(charset && { charset }),
  }
}

/**
 * Of what is told, not of the bytes: stamps, sequence numbers, the name of a generator, advertisements around it and
 * the order of lines that mean nothing do not count.
 */
function checksumOf(lines: readonly InspectLine[]): string {
  const told = lines.flatMap(line => ('finding' in line ? [JSON.stringify(line.finding)] : []))
  const head = lines.find(line => 'programme' in line)?.programme
  return hash('sha256', `${JSON.stringify(head ?? null)}\n${told.join('\n')}`, 'base64url')
}

type Read = {
  lines: InspectLine[]
  answer: Answer
  checksum: string
  /** Ids of entries that it should tell, and does not. */
  missing: string[]
  count: number
  begun: Awaited<ReturnType<typeof findBegun>>
}

async function take(
  store: Store,
  source: WatchedSource,
  edition: EditionRow,
  { lines, answer, checksum, missing, count, begun }: Read,
  means: ReadingMeans,
): Promise<void> {
  const at = begun?.at ?? means.now()
  const series = (await findSeriesById(store.db, edition.seriesId))!
  let kept = begun?.id ?? null
  const resume = begun?.report ? { done: begun.done, report: begun.report } : null
  const cut = resume ? cutOf(resume.report) : undefined
  // What others say of their calendar is no word about the edition.
  const told = lines.filter(line => !('programme' in line))
  await importProgramme(store, told, {
    series: series.slug,
    edition: edition.slug,
    file: source.name,
    at,
    by: 'source',
    taking: takingOf(source, edition),
    resume,
    keep: async (db, soFar) => {
      // Only what it should tell still is missing.
      if (soFar.ended) soFar.summary.missing = await titlesOf(db, missing)
      // A report of what told nothing new is of no use to anybody.
      if (kept === null && (!soFar.ended || hasNews(soFar)))
        kept = await insertImport(db, {
          editionId: edition.id,
          sourceId: source.id,
          name: source.name,
          kind: source.kind,
          at,
          by: 'source',
          state: 'running',
        })
      const report = reportOf(soFar.summary, cut)
      if (kept !== null) await changeImport(db, kept, { done: soFar.done, summary: report })
      if (!soFar.ended) return
      await keepMissing(db, source.id, missing, at)
      const label = source.title ?? source.name
      const { homeZone } = edition
      const by = source.addedBy || 'source'
      const { proposed } = soFar.ended
      const isAll = await proposeFindings(db, { ...source, label, by }, proposed, { homeZone, at })
      const state = hasNews(soFar) ? 'done' : 'nothing-new'
      if (kept !== null) await changeImport(db, kept, { state, endedAt: means.now() })
      // What had no room is to be offered another time: then all of it is new again.
      const known = isAll ? checksum : null
      const told = { answer, checksum: known, told: count, changed: source.checksum !== null }
      await keepRead(db, source, told, edition, means)
    },
  })
}

function hasNews({ summary }: ImportSoFar): boolean {
  const { proposed, missing } = summary
  const waiting = proposed ? proposed.new + proposed.changes : 0
  return summary.new + summary.changed + waiting + missing.length > 0
}

async function titlesOf(db: Db, ids: string[]): Promise<{ entry: string; title: string }[]> {
  return (await readTitles(db, ids)).map(({ slug, title }) => ({ entry: slug, title }))
}
