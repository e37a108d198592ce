import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Finding, InspectLine, ProgrammeHead } from '../domain/finding.ts'
import { Refusal } from '../domain/refusal.ts'
import { reservedWords } from '../domain/reserved-words.ts'
import { isSeriesSlug, isSlug } from '../domain/slug.ts'
import { findEdition, findEditionById } from '../storage/editions.ts'
import { readTitles } from '../storage/entries.ts'
import { addAddresses, indexable } from '../storage/names.ts'
import { recordRevision, takeEdition } from '../storage/revisions.ts'
import { takeSource, updateSource } from '../storage/sources.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { beginImport, type Import, storeBatch } from './import-batch.ts'
import { createEdition, type EditionPlan, planEdition, publishEdition } from './import-edition.ts'
import { mergeHead, type SaidOfEdition, saidOfEdition } from './import-head.ts'
import { uidsOf } from './import-item.ts'
import { type Lines, lookAhead } from './import-lines.ts'
import { missingOf } from './import-match.ts'
import { emptySummary, type ImportOptions, type ImportSummary, takeUp } from './import-summary.ts'
import { mergeToldTwice } from './merge-told-twice.ts'

export type { ImportOptions, ImportSummary }

/** Larger batches write fewer pages twice; this one keeps a server's other work waiting for less than 100 ms. */
export const batchSize = 1000

/**
 * Puts what was read out of a file into an edition. Reading the same file again changes nothing; a newer one updates
 * what it knows by the same UID, else by address, else by title and day. Each batch is a transaction with its own
 * revision: killed at any moment the store is sound, and the same import again finishes the job.
 *
 * @param lines what an intake yields; taken one by one, and held no longer than a batch where day and zone are told
 * @throws Refusal when slugs, day or zone are missing or wrong; nothing is stored then
 */
export async function importProgramme(
  store: Store,
  lines: Lines,
  options: ImportOptions,
): Promise<ImportSummary> {
  checkAddress(options)
  const summary = emptySummary(options)
  const read = await lookAhead(lines, ({ code, says, where, values, note }) =>
    summary[note ? 'notes' : 'refused'].push({
      code,
      reason: says,
      ...(where !== undefined && { where }),
      ...(values && { values }),
    }),
  )
  try {
    const isSound = summary.refused.length + summary.notes.length === 0
    if (read.isEmpty && !(read.head && isSound)) return summary
    const plan = (await findEdition(store.db, options.series, options.edition))
      ? null
      : await planEdition(options, read)
    const inTransaction = <T>(act: (db: Db) => Promise<T>) => store.db.transaction().execute(act)
    const uids = Array.isArray(lines) ? uidsOf(findingsOf(lines)) : null
    let run: Import | undefined
    let done = 0
    for await (const findings of read.batches(batchSize)) {
      run = await inTransaction(async db => {
        const begun = run ?? (await begin(db, plan, read.head, options, summary))
        begun.known.told = uids ?? (done === 0 && findings.length < batchSize ? uidsOf(findings) : null)
        await storeBatch(db, begun, findings)
        await keep(db, begun, done + findings.length, options)
        return begun
      })
      done += findings.length
      if (done === options.resume?.done) takeUp(summary, options.resume.report)
      options.onProgress?.(done)
      // SQLite answers without ever letting others have their turn: pages are served between two batches.
      await setImmediate()
    }
    if (run) await inTransaction(db => tellAddresses(db, run!, options))
    if (run?.hadOthers && mayMerge(options))
      await mergeToldTwice(store, { ...run, sourceIds: new Set([run.sourceId]) })
    await inTransaction(async db =>
      finish(db, run ?? (await begin(db, plan, read.head, options, summary)), read.head, {
        ...options,
        done,
      }),
    )
    return summary
  } finally {
    await read.close()
  }
}

function findingsOf(lines: InspectLine[]): Finding[] {
  return lines.flatMap(line => ('finding' in line ? [line.finding] : []))
}

async function begin(
  db: Db,
  plan: EditionPlan | null,
  head: ProgrammeHead | null,
  options: ImportOptions,
  summary: ImportSummary,
): Promise<Import> {
  const { at, by = 'host' } = options
  const edition = plan
    ? await createEdition(db, plan, options, summary)
    : (await findEdition(db, options.series, options.edition))!
  const source = await takeSource(db, edition.id, indexable(nameOf(options.file)), at)
  const { id: editionId, homeZone } = edition
  const { taking } = options
  const told = { editionId, homeZone, sourceId: source.id, at, by, summary, ...(taking && { taking }) }
  const run = await beginImport(db, told)
  if (!head) return run
  const isNew = summary.created.includes('edition')
  const said = saidOfEdition(head)
  const before = source.head as SaidOfEdition | null
  // Only once it was taken nobody else changes it.
  const taken = (await findEditionById(db, editionId))!
  const changes = await mergeHead(db, run.names, taken, { before, said, isNew }, summary)
  if (changes.length > 0) run.revision = await recordRevision(db, editionId, changes, run)
  return run
}

/** Nothing is told while it goes through what was dealt with before. */
async function keep(db: Db, run: Import, done: number, { resume, keep }: ImportOptions): Promise<void> {
  if (!keep || (resume && done <= resume.done)) return
  await keep(db, {
    editionId: run.editionId,
    sourceId: run.sourceId,
    done,
    summary: run.summary,
    ended: null,
  })
}

/** The host may say what an organisation's address is, anybody else only within the series. */
async function tellAddresses(db: Db, run: Import, { by, at }: ImportOptions): Promise<void> {
  const edition = (await findEditionById(db, run.editionId))!
  await addAddresses(db, run.names, {
    by: by ?? 'host',
    at,
    seriesId: by === undefined ? null : edition.seriesId,
  })
}

async function finish(
  db: Db,
  run: Import,
  head: ProgrammeHead | null,
  options: ImportOptions & { done: number },
): Promise<void> {
  const { at, summary, editionId, sourceId, proposed } = run
  run.revision = (await takeEdition(db, run.editionId))!
  await updateSource(db, run.sourceId, head && saidOfEdition(head), at)
  const edition = (await findEdition(db, options.series, options.edition))!
  const changes = options.publish ? await publishEdition(db, edition, run) : []
  if (changes.length > 0) run.revision = await recordRevision(db, run.editionId, changes, run)
  summary.revision = run.revision
  const missing = run.wasRead ? await missingOf(db, run.known) : []
  for (let start = 0; start < missing.length; start += batchSize) {
    for (const { slug, title } of await readTitles(db, missing.slice(start, start + batchSize)))
      summary.missing.push({ entry: slug, title })
  }
  await options.keep?.(db, { editionId, sourceId, done: options.done, summary, ended: { missing, proposed } })
}

/** Where the source may change what it tells: joined to an entry it changes what others told. */
function mayMerge({ taking, mergeLater }: ImportOptions): boolean {
  if (mergeLater) return false
  return !taking || (taking.new === 'published' && taking.changes === 'accept' && taking.ours.length === 0)
}

/** A path's last part, an address as it is. */
function nameOf(file: string): string {
  return /^https?:/i.test(file) ? file : basename(file)
}

function checkAddress({ series, edition }: ImportOptions): void {
  if (!isSeriesSlug(series, reservedWords)) {
    throw new Refusal(
      'series-slug-wrong',
      { series },
      `“${series}” cannot be the address of a series. Use small letters, digits and hyphens, not digits alone, and no word the site itself uses, such as “tag” or “api”.`,
    )
  }
  if (!isSlug(edition)) {
    throw new Refusal(
      'edition-slug-wrong',
      { edition },
      `“${edition}” cannot be the address of an edition. Use small letters, digits and hyphens, for example “2020”.`,
    )
  }
}
