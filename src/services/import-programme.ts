import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { InspectLine, ProgrammeHead } from '../domain/finding.ts'
import { Refusal } from '../domain/refusal.ts'
import { reservedWords } from '../domain/reserved-words.ts'
import { isSeriesSlug, isSlug } from '../domain/slug.ts'
import { findEdition } from '../storage/editions.ts'
import { readTitles } from '../storage/entries.ts'
import { indexable } from '../storage/names.ts'
import { recordRevision, takeEdition } from '../storage/revisions.ts'
import { takeSource, updateSource } from '../storage/sources.ts'
import type { Db, Store } from '../storage/store.ts'
import { beginImport, type Import, storeBatch } from './import-batch.ts'
import { createEdition, type EditionPlan, planEdition, publishEdition } from './import-edition.ts'
import { mergeHead, type SaidOfEdition, saidOfEdition } from './import-head.ts'
import { lookAhead } from './import-lines.ts'
import { missingOf } from './import-match.ts'

export type ImportOptions = {
  /** Slugs: where it goes. What is missing is created as a draft. */
  series: string
  edition: string
  /** Path or address of the file. Its last part names the source; the same source read again updates. */
  file: string
  /** Epoch milliseconds. */
  at: number
  /** The day of a new edition, `2020-12-18`, or its days, `2021-03-06/2021-03-07`. */
  date?: string
  /** Home zone of a new edition (IANA). */
  zone?: string
  publish?: boolean
  /** Who is said to have done it in the revisions; the host, where it is left out. */
  by?: string
  /** Told how many findings have been dealt with. */
  onProgress?: (done: number) => void
}

export type ImportSummary = {
  series: string
  edition: string
  created: ('series' | 'edition')[]
  /** The edition's revision afterwards; null where nothing could be read and so nothing was stored. */
  revision: number | null
  new: number
  changed: number
  unchanged: number
  refused: { code: string; reason: string; where?: string; title?: string }[]
  /** Fields in which a person's change stands although the file says otherwise; `entry` is a slug, null for the edition. */
  kept: { entry: string | null; title: string; field: string; yours: string; file: string }[]
  /** Entries this source told before and tells no more. They stay. */
  missing: { entry: string; title: string }[]
}

const batchSize = 500

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
  lines: Iterable<InspectLine>,
  options: ImportOptions,
): Promise<ImportSummary> {
  checkAddress(options)
  const summary = emptySummary(options)
  const read = lookAhead(lines, ({ code, says, where }) =>
    summary.refused.push({ code, reason: says, ...(where !== undefined && { where }) }),
  )
  try {
    if (read.isEmpty && (!read.head || summary.refused.length > 0)) return summary
    const plan = (await findEdition(store.db, options.series, options.edition))
      ? null
      : planEdition(options, read)
    const inTransaction = <T>(act: (db: Db) => Promise<T>) => store.db.transaction().execute(act)
    let run: Import | undefined
    let done = 0
    for (const findings of read.batches(batchSize)) {
      run = await inTransaction(async db => {
        const begun = run ?? (await begin(db, plan, read.head, options, summary))
        await storeBatch(db, begun, findings)
        return begun
      })
      done += findings.length
      options.onProgress?.(done)
      // SQLite answers without ever letting others have their turn: pages are served between two batches.
      await setImmediate()
    }
    await inTransaction(async db =>
      finish(db, run ?? (await begin(db, plan, read.head, options, summary)), read.head, options),
    )
    return summary
  } finally {
    read.close()
  }
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
  const run = await beginImport(db, { editionId, homeZone, sourceId: source.id, at, by, summary })
  if (!head) return run
  const isNew = summary.created.includes('edition')
  const said = saidOfEdition(head)
  const before = source.head as SaidOfEdition | null
  const changes = await mergeHead(db, run.names, edition, { before, said, isNew }, summary)
  if (changes.length > 0) run.revision = await recordRevision(db, editionId, changes, run)
  return run
}

async function finish(
  db: Db,
  run: Import,
  head: ProgrammeHead | null,
  options: ImportOptions,
): Promise<void> {
  const { at, summary } = run
  run.revision = await takeEdition(db, run.editionId)
  await updateSource(db, run.sourceId, head && saidOfEdition(head), at)
  const edition = (await findEdition(db, options.series, options.edition))!
  const changes = options.publish ? await publishEdition(db, edition, at) : []
  if (changes.length > 0) run.revision = await recordRevision(db, run.editionId, changes, run)
  summary.revision = run.revision
  const missing = missingOf(run.known)
  for (let start = 0; start < missing.length; start += batchSize) {
    for (const { slug, title } of await readTitles(db, missing.slice(start, start + batchSize)))
      summary.missing.push({ entry: slug, title })
  }
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

function emptySummary({ series, edition }: ImportOptions): ImportSummary {
  return {
    series,
    edition,
    created: [],
    revision: null,
    new: 0,
    changed: 0,
    unchanged: 0,
    refused: [],
    kept: [],
    missing: [],
  }
}
