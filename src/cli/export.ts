import { programmeLines } from '../outlet/programme-lines.ts'
import { readProgramme } from '../storage/programmes.ts'
import type { Command } from './command.ts'
import { UsageError } from './io.ts'
import { readOptions, zoneOption } from './options.ts'

export const exportEdition: Command = {
  summary: 'an edition as a file that others, or another Daylong, can read',
  help: `daylong export SERIES/EDITION [--as json|post|calendar] [--all] [--format html|markdown] [--zones ZONES] [--lang TAG]

Prints the edition as JSON lines of the shape of daylong inspect: what it says of itself, then each entry with its
sessions. “daylong import FILE --into SERIES/EDITION” makes the same edition of them, here or elsewhere.

With --as post: as one text for a blog, without script, as readers see it.

With --as calendar: as a calendar (iCalendar), the one that readers can subscribe to.

  --as            json, post or calendar; json where nothing is told
  --all           drafts, withdrawn entries and the doors of meetings as well; else only what every reader sees (json)
  --format        html, or markdown where nothing is told (post)
  --lang          in which of the languages of the pages; else that of the edition, or English (calendar)
  --zones         in which zones times are told besides UTC, with commas between them; else the home zone (post)
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      as: { type: 'string' },
      all: { type: 'boolean' },
      format: { type: 'string' },
      zones: { type: 'string' },
      lang: { type: 'string' },
    })
    const [name, more] = positionals
    const [series, edition, rest] = name?.split('/') ?? []
    if (!series || !edition || rest !== undefined)
      throw new UsageError(`“${name ?? ''}” came; expected SERIES/EDITION, such as migrants-day/2020.`)
    if (more !== undefined) throw new UsageError(`One edition at a time; “${more}” came as well.`)
    const { as = 'json' } = values
    if (as !== 'json' && as !== 'post' && as !== 'calendar')
      throw new UsageError(`--as is “${as}”; expected json, post or calendar.`)
    if (as !== 'calendar' && values.lang !== undefined) throw new UsageError('--lang is for --as calendar.')
    if (as === 'calendar' && values.all)
      throw new UsageError('A calendar is for readers: there is no --all for it.')
    const post = as === 'post' ? postOptions(values) : null
    if (as !== 'post' && (values.format ?? values.zones) !== undefined)
      throw new UsageError('--format and --zones are for --as post.')
    const all = values.all === true
    const store = await io.openStore()
    try {
      const programme = await readProgramme(store, series, edition, { all })
      if (!programme) throw new Error(`There is no edition ${series}/${edition}.`)
      if (post) {
        const zones = post.zones ?? [programme.edition.homeZone]
        const { writePost } = await import('../outlet/post/write-post.ts')
        const written = await writePost(programme, { ...post, zones, baseUrl: io.baseUrl(), heading: true })
        await io.line(written.text.trimEnd())
        return 0
      }
      if (as === 'calendar') {
        const { calendarOf } = await import('./calendar-of.ts')
        // It ends its lines otherwise than lines do here.
        await io.line((await calendarOf(io, store, programme, values.lang)).slice(0, -1))
        return 0
      }
      for (const line of programmeLines(programme, { all })) await io.line(JSON.stringify(line))
      const { startsOn, endsOn, homeZone } = programme.edition
      const days = startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`
      io.say(`${programme.entries.length} entries. To import them: --date ${days} --zone ${homeZone}\n`)
      return 0
    } finally {
      await store.close()
    }
  },
}

function postOptions({
  format = 'markdown',
  zones,
  all,
}: {
  format?: string
  zones?: string
  all?: boolean
}) {
  if (format !== 'markdown' && format !== 'html')
    throw new UsageError(`--format is “${format}”; expected html or markdown.`)
  if (all) throw new UsageError('A post is for readers: there is no --all for it.')
  const named = zones?.split(',').map(zone => zoneOption(zone)!)
  return { format, zones: named } as const
}
