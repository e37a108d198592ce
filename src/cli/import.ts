import { basename } from 'node:path'
import { type KnownSeries, knownSeries } from '../domain/known-series.ts'
import type { ImportSummary } from '../services/import-programme.ts'
import type { Store } from '../storage/store.ts'
import type { Command } from './command.ts'
import { UsageError } from './io.ts'
import { dayOption, readOptions, urlOption, zoneOption } from './options.ts'
import { progressOf } from './progress.ts'
import { readBytes } from './read-bytes.ts'

export const importFile: Command = {
  summary: 'put what a file or address tells into an edition',
  help: `daylong import FILE|URL --into SERIES/EDITION [--date DATE] [--zone IANA] [--publish]

Creates what is missing as a draft. The same file again changes nothing, a newer one updates what it knows. Prints
one JSON line: what is new, changed, unchanged and refused. The report is kept at the desk.

  --into SERIES/EDITION  where it goes, e.g. migrants-day/2020
  --date DATE            the day of a new edition (DATE/DATE for several), where the file does not tell it;
                         days without a year and hours without a day are read from it, as from an edition's that is there
  --zone IANA            the home zone of a new edition and of times that name none
  --publish              show a new edition to readers at once
  --repeated one         what comes again is one entry with its dates inside; as usual it is an entry each time
  --from DATE --to DATE  of what comes again every week: a month around the days of the edition, as usual
  --as, --url, --published   as in daylong inspect

daylong import EXPORT.xml… --archive [--series SERIES] [--zone IANA] [--publish] [--rule FIELD=VALUE:WHERE]…

Brings in a whole WordPress export (WXR; gzip and several files will do): posts, pages, comments, authors, old
addresses. What lists many events becomes an edition of the series; without --series everything becomes a post.

  --series SERIES            the series of a year's round-ups
  --rule FIELD=VALUE:WHERE   FIELD: category, tag, author, title (years are alike), type; WHERE: edition, post, page, out
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      into: { type: 'string' },
      date: { type: 'string' },
      zone: { type: 'string' },
      publish: { type: 'boolean' },
      as: { type: 'string' },
      url: { type: 'string' },
      published: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      repeated: { type: 'string' },
      archive: { type: 'boolean' },
      series: { type: 'string' },
      rule: { type: 'string', multiple: true },
    })
    const [file, more] = positionals
    if (file === undefined) throw new UsageError('There is no file to import.')
    if (values.archive) {
      const { importArchive } = await import('./import-archive.ts')
      const { series, publish, rule = [] } = values
      return importArchive(positionals, { series, zone: zoneOption(values.zone), publish, rules: rule }, io)
    }
    if (values.series !== undefined || values.rule !== undefined)
      throw new UsageError('--series and --rule belong to --archive.')
    if (more !== undefined) throw new UsageError(`One file at a time; “${more}” came as well.`)
    const { series, edition } = target(values.into)
    const { inspect, isInspectKind } = await import('../intake/inspect.ts')
    if (values.as !== undefined && !isInspectKind(values.as))
      throw new UsageError(`--as “${values.as}” is not known.`)
    const [zone, date, published] = [
      zoneOption(values.zone),
      daysOption(values.date),
      dayOption('published', values.published),
    ]
    const [from, to, url] = [
      dayOption('from', values.from),
      dayOption('to', values.to),
      urlOption(values.url),
    ]

    const { repeated } = values
    if (repeated !== undefined && repeated !== 'one' && repeated !== 'each')
      throw new UsageError(`--repeated is “${repeated}”; expected each or one.`)
    const read = await readBytes(file, io)
    if ('problem' in read) throw new Error(`${file}: ${read.problem.says}`)
    const { bytes, ...means } = read
    const { importWithReport } = await import('../services/import-with-report.ts')
    const store = await io.openStore()
    try {
      const name = /^https?:/i.test(file) ? file : basename(file)
      const there = await whatIsThere(store, { series, edition, name })
      const [startsOn, endsOn = startsOn] = date?.split('/') ?? there.days ?? []
      const readOn = startsOn
      const { daysRead } = await import('../services/inspect-bytes.ts')
      const lines = await inspect(bytes, {
        ...means,
        ...(values.as && isInspectKind(values.as) && { as: values.as }),
        ...(zone && { zone }),
        ...(url && { url }),
        ...(published && { published }),
        ...(readOn && { readOn }),
        // What comes again every week belongs to the edition as far as it is of its days, as at the desk.
        ...(startsOn && endsOn && daysRead({ startsOn, endsOn })),
        ...(from && { from }),
        ...(to && { to }),
        ...(repeated && { repeated }),
        ...(there.knownSeries && { knownSeries: there.knownSeries }),
      })
      const options = {
        series,
        edition,
        file,
        at: io.now(),
        ...(date && { date }),
        ...(zone && { zone }),
        ...(values.publish && { publish: true }),
        onProgress: progressOf(io, 'read'),
      }
      const told = { name, size: bytes.length, now: io.now }
      const summary = await importWithReport(store, lines, options, told)
      if (io.isTerminal) io.say('\r\x1b[K')
      await io.line(JSON.stringify(summary))
      io.say(inWords(summary, file))
      if (summary.revision !== null && (await isDraft(store, summary)))
        io.say('It is a draft: readers do not see it yet. The same import with --publish shows it to them.\n')
      return summary.revision === null ? 1 : 0
    } finally {
      await store.close()
    }
  },
}

function target(into: string | undefined): { series: string; edition: string } {
  const [series, edition, more] = into?.split('/') ?? []
  if (!series || !edition || more !== undefined) {
    throw new UsageError(`--into is “${into ?? ''}”; expected SERIES/EDITION, such as migrants-day/2020.`)
  }
  return { series, edition }
}

/** Of the edition that is there: its first and last day, and how the file's series of meetings are told in it. */
async function whatIsThere(
  { db }: Store,
  { series, edition, name }: { series: string; edition: string; name: string },
): Promise<{ days?: [string, string]; knownSeries?: KnownSeries }> {
  const { findEdition } = await import('../storage/editions.ts')
  const there = await findEdition(db, series, edition)
  if (!there) return {}
  const { readUids } = await import('../storage/identities.ts')
  const uids = await readUids(db, { editionId: there.id, name })
  return { days: [there.startsOn, there.endsOn], knownSeries: knownSeries(uids) }
}

async function isDraft(store: Store, { series, edition }: ImportSummary): Promise<boolean> {
  const { readSeries } = await import('../storage/series.ts')
  const editions = (await readSeries(store, series))?.editions ?? []
  return editions.some(({ slug, state }) => slug === edition && state === 'draft')
}

function daysOption(words: string | undefined): string | undefined {
  if (words === undefined) return undefined
  const days = words.split('/')
  if (days.length > 2)
    throw new UsageError(`--date is “${words}”; expected a day, or two with a / between them.`)
  return days.map(day => dayOption('date', day)).join('/')
}

const mostRefusalsShown = 20

function inWords(summary: ImportSummary, file: string): string {
  const words = [
    summary.revision === null
      ? `Nothing could be read from ${file}; nothing was stored.`
      : `${summary.series}/${summary.edition}: ${summary.new} new, ${summary.changed} changed, ${summary.unchanged} unchanged, ${summary.refused.length} refused.`,
  ]
  for (const { where, title, reason } of summary.refused.slice(0, mostRefusalsShown)) {
    words.push(`  ${[where, title && `“${title}”`].filter(Boolean).join(', ') || file}: ${reason}`)
  }
  if (summary.refused.length > mostRefusalsShown)
    words.push(`  … and ${summary.refused.length - mostRefusalsShown} more`)
  const notes = new Set(summary.notes.map(({ where, reason }) => `  ${where ?? file}: ${reason}`))
  words.push(...[...notes].slice(0, mostRefusalsShown))
  if (notes.size > mostRefusalsShown) words.push(`  … and ${notes.size - mostRefusalsShown} more notes`)
  for (const { title, field } of summary.kept)
    words.push(`  “${title}”: ${field} was changed here and is kept.`)
  return `${words.join('\n')}\n`
}
