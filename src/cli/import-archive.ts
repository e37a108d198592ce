import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ArchiveReport, type ArchiveRule, destinations, ruleFields } from '../domain/archive.ts'
import { titleShape } from '../domain/archive-rule.ts'
import type { ArchiveSource } from '../services/archive/source.ts'
import type { Store } from '../storage/store.ts'
import { type Io, UsageError } from './io.ts'
import { progressOf } from './progress.ts'

export type ArchiveOptions = {
  series?: string | undefined
  zone?: string | undefined
  publish?: boolean | undefined
  rules: string[]
}

/** A whole WordPress export, of several files perhaps: what the desk does, with rules in the place of a review. */
export async function importArchive(files: string[], options: ArchiveOptions, io: Io): Promise<number> {
  const { isSeriesSlug } = await import('../domain/slug.ts')
  const { reservedWords } = await import('../domain/reserved-words.ts')
  const { series, zone } = options
  if (series !== undefined && !isSeriesSlug(series, reservedWords))
    throw new UsageError(`--series is “${series}”; expected a series such as migrants-day.`)
  const rules = options.rules.map((told, index) => ruleIn(told, series, index))
  const source = await sourceOf(files)
  const store = await io.openStore()
  try {
    return await bringIn(
      store,
      source,
      { series: series ?? null, zone: zone ?? null, publish: options.publish === true, rules },
      io,
    )
  } finally {
    await store.close()
  }
}

async function bringIn(
  store: Store,
  source: ArchiveSource,
  settings: { series: string | null; zone: string | null; publish: boolean; rules: ArchiveRule[] },
  io: Io,
): Promise<number> {
  const { openArchive } = await import('../services/archive/open-archive.ts')
  const { readArchive } = await import('../services/archive/read-archive.ts')
  const { beginBringingIn } = await import('../services/archive/begin-bringing-in.ts')
  const { bringInArchive } = await import('../services/archive/bring-in-archive.ts')
  const { findArchive, updateArchive, putArchiveFile } = await import('../storage/archives.ts')
  const { readArchiveItems } = await import('../storage/archive-items.ts')
  const id = await openArchive(store, { by: 'host', at: io.now(), settings })
  for (const [number, { name, size }] of source.entries())
    await putArchiveFile(store.db, id, { number, name, size })
  await updateArchive(store.db, id, { state: 'reading' }, io.now())
  await readArchive(store, id, source, { now: io.now, onProgress: progressOf(io, 'posts read') })
  const read = (await findArchive(store.db, id))!
  if (read.state === 'review') {
    await beginBringingIn(store, id, io.now(), { queue: false })
    await bringInArchive(store, id, source, { now: io.now, onProgress: progressOf(io, 'posts brought in') })
  }
  const { site, problems, report, state } = (await findArchive(store.db, id))!
  const failed = (await readArchiveItems(store.db, id, { state: 'failed' })).map(({ title, error }) => ({
    title,
    reason: error,
  }))
  if (io.isTerminal) io.say('\r\x1b[K')
  await io.line(JSON.stringify({ archive: id, site, ...report, problems, refused: failed }))
  io.say(inWords(report, state === 'done', source))
  for (const { says, where } of problems) io.say(`  ${where ? `${where}: ` : ''}${says}\n`)
  for (const { title, reason } of failed.slice(0, 20)) io.say(`  “${title}”: ${reason}\n`)
  return state === 'done' ? 0 : 1
}

async function sourceOf(files: string[]): Promise<ArchiveSource> {
  const source: ArchiveSource = []
  for (const file of files) {
    if (/^https?:/i.test(file)) throw new UsageError('An export is a file. Download it first.')
    const about = await stat(file).catch(() => null)
    if (!about?.isFile()) throw new Error(`${file}: There is no such file.`)
    source.push({
      name: basename(file),
      size: about.size,
      pieces: () => createReadStream(file, { highWaterMark: 1024 * 1024 }),
    })
  }
  return source
}

/** `category=Events:edition`, `author=guest:out`, `title=Migrants Day 2020:edition/migrants-day` */
function ruleIn(told: string, series: string | undefined, index: number): ArchiveRule {
  const [, field, value, to, own] = /^(\w+)=(.+):(edition|post|page|out)(?:\/([^/]+))?$/.exec(told) ?? []
  const destination = destinations.find(each => each === to)
  const isField = ruleFields.find(each => each === field)
  if (!value || !destination || !isField)
    throw new UsageError(
      `--rule is “${told}”; expected FIELD=VALUE:WHERE, such as category=Events:edition or author=guest:out. FIELD is one of ${ruleFields.join(', ')}, WHERE one of ${destinations.join(', ')}.`,
    )
  const target = own ?? series
  if (destination === 'edition' && !target)
    throw new UsageError(`--rule is “${told}”; add --series, or the series behind it: edition/SERIES.`)
  return {
    id: `rule-${index}`,
    field: isField,
    value: isField === 'title' ? titleShape(value) : value,
    destination: destination === 'edition' ? { to: 'edition', series: target! } : { to: destination },
  }
}

function inWords(report: ArchiveReport | null, isDone: boolean, source: ArchiveSource): string {
  if (!report || !isDone)
    return `Nothing could be read from ${source.map(({ name }) => name).join(', ')}; nothing was stored.\n`
  const { posts, pages, editions, entries, comments, left, unchanged, failed } = report
  return `${posts} posts, ${pages} pages, ${editions} editions with ${entries} new entries, ${comments} comments; ${unchanged} unchanged, ${left} left out, ${failed} refused.\n`
}
