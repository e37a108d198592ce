import { readTime, type TimeAnswer, type TimeContext } from '../time/read-time.ts'
import type { Command } from './command.ts'
import { type Io, UsageError } from './io.ts'
import { dayOption, readOptions, zoneOption } from './options.ts'

export const when: Command = {
  summary: 'what time is meant by words that people wrote',
  help: `daylong when "PHRASE"… [--published DATE] [--zone IANA]

Reads each phrase and prints one JSON line for it: the readings, the likeliest first, and why they may be wrong.
Without phrases it reads lines from stdin: phrase TAB published TAB zone (the last two may be left out).

  --published DATE  the day the words were written; missing years are read from it
  --zone IANA       the zone to take where the words name none

  daylong when "Friday 18 December, 3pm CET" --published 2020-12-10
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      published: { type: 'string' },
      zone: { type: 'string' },
    })
    const published = dayOption('published', values.published)
    const zone = zoneOption(values.zone)
    const context = { ...(published && { published }), ...(zone && { zone }) }
    if (positionals.length === 0) return readLines(io, context)
    for (const phrase of positionals) await io.line(lineOf(readTime(phrase, context)))
    return 0
  },
}

async function readLines(io: Io, context: TimeContext): Promise<number> {
  const lines = io.input()
  if (!lines) throw new UsageError('There is no phrase to read.')
  let wrong = 0
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() === '') continue
    const [phrase = '', published, zone] = line.split('\t')
    let own = context
    try {
      const day = dayOption('published', published?.trim() || undefined)
      const named = zoneOption(zone?.trim() || undefined)
      own = { ...context, ...(day && { published: day }), ...(named && { zone: named }) }
    } catch (error) {
      wrong++
      io.say(`daylong: line ${number}: ${(error as Error).message.replace(/^--/, 'its ')}\n`)
    }
    await io.line(lineOf(readTime(phrase, own)))
  }
  return wrong > 0 ? 1 : 0
}

function lineOf({ phrase, readings, sessions, time, doubts }: TimeAnswer): string {
  return JSON.stringify({ phrase, readings, sessions, time, doubts })
}
