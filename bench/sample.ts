import type { FoundLink, InspectLine } from '../src/domain/finding.ts'

/**
 * Made-up programmes of any size, the same at every run. Words are drawn from a vocabulary as large as that of a
 * real day, so that compression is not flattered.
 */
export type SampleEvent = {
  uid: string
  title: string
  summary: string
  organisation: string
  organisationUrl: string
  url: string
  join: string
  recording: string | null
  /** Wall time, `2020-12-18T14:00:00`. */
  start: string
  end: string | null
  zone: string
  place: { name: string; country: string } | null
  tags: string[]
}

const zones = [
  'Asia/Manila',
  'Europe/Berlin',
  'America/New_York',
  'Africa/Nairobi',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Asia/Beirut',
  'Europe/London',
]

export function sampleEvents(count: number, seed = 1): SampleEvent[] {
  const roll = dice(seed)
  const words = vocabulary(roll)
  const say = (least: number, most: number) => sentence(words, roll, least + roll(most - least))
  const organisations = Array.from({ length: 1 + Math.ceil(count / 3) }, () =>
    sentence(words, roll, 2 + roll(3)),
  )
  return Array.from({ length: count }, (_, index) => {
    const organisation = organisations[roll(organisations.length)]!
    const host = `${organisation.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example.org`
    const from = Date.UTC(2020, 11, 18, 0) + (roll(40) * 30 - 240) * 60_000
    return {
      uid: `${seed}-${index}@${host}`,
      title: say(4, 11),
      summary: `${say(12, 30)}. ${say(12, 30)}.`,
      organisation,
      organisationUrl: `https://${host}/`,
      url: `https://${host}/events/${index}-${say(2, 4).toLowerCase().replaceAll(' ', '-')}`,
      join: `https://meet.example.net/j/${roll(1e9)}`,
      recording: roll(3) === 0 ? `https://video.example.com/watch?v=${roll(1e9).toString(36)}` : null,
      start: wall(from),
      end: roll(5) === 0 ? null : wall(from + (30 + roll(6) * 15) * 60_000),
      zone: zones[roll(zones.length)]!,
      place: roll(3) === 0 ? { name: say(2, 4), country: 'Philippines' } : null,
      tags: [words[roll(30)]!, words[roll(30)]!],
    }
  })
}

/** An event as an intake tells it. */
export function asLine(event: SampleEvent): InspectLine {
  const links: FoundLink[] = [
    { role: 'source', url: event.url },
    { role: 'join', url: event.join },
  ]
  if (event.recording) links.push({ role: 'recording', url: event.recording })
  return {
    finding: {
      kind: 'event',
      title: event.title,
      url: event.url,
      summary: event.summary,
      start: `${event.start}[${event.zone}]`,
      ...(event.end ? { end: `${event.end}[${event.zone}]` } : {}),
      ...(event.place ? { place: event.place } : {}),
      organisations: [{ name: event.organisation, url: event.organisationUrl }],
      links,
      tags: event.tags,
      uid: event.uid,
      ...(event.recording ? { recording: 'available' as const } : {}),
    },
  }
}

/** The events as a calendar file (RFC 5545), with the zones they name. */
export function asCalendar(events: SampleEvent[]): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Daylong//bench//EN', 'X-WR-CALNAME:A long day']
  for (const event of events) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${event.uid}`,
      'DTSTAMP:20201201T000000Z',
      `DTSTART;TZID=${event.zone}:${event.start.replaceAll(/[-:]/g, '')}`,
      ...(event.end ? [`DTEND;TZID=${event.zone}:${event.end.replaceAll(/[-:]/g, '')}`] : []),
      `SUMMARY:${event.title}`,
      `DESCRIPTION:${event.summary}\\nJoin: ${event.join}`,
      `ORGANIZER;CN=${event.organisation}:mailto:info@example.org`,
      `URL:${event.url}`,
      `CATEGORIES:${event.tags.join(',')}`,
      ...(event.place ? [`LOCATION:${event.place.name}\\, ${event.place.country}`] : []),
      'END:VEVENT',
    )
  }
  return [...lines, 'END:VCALENDAR', ''].map(fold).join('\r\n')
}

/** The events as a table with a head. */
export function asTable(events: SampleEvent[]): string {
  const rows = events.map(event => [
    event.title,
    event.start.slice(0, 10),
    event.start.slice(11, 16),
    event.end?.slice(11, 16) ?? '',
    event.zone,
    event.organisation,
    event.url,
    event.join,
    event.summary,
    event.place?.country ?? '',
  ])
  const head = [
    'Title',
    'Date',
    'Start time',
    'End time',
    'Time zone',
    'Organisation',
    'URL',
    'Join link',
    'Description',
    'Country',
  ]
  return [head, ...rows].map(cells => cells.map(cell => `"${cell}"`).join(',')).join('\n')
}

/** Whole numbers from 0 to below `sides`, the same row for the same seed (a linear congruence of 48 bits). */
export function dice(seed: number): (sides: number) => number {
  let state = BigInt(seed)
  return sides => {
    state = (state * 25214903917n + 11n) % 281474976710656n
    return Number((state >> 16n) % BigInt(sides))
  }
}

function vocabulary(roll: (sides: number) => number): string[] {
  const beginnings = 'm r t s k l n p d v g b h f br tr st pr ch gl cl sh fl sp w c th qu'.split(' ')
  const middles = 'a e i o u ai ea io ou ia ee au'.split(' ')
  const ends = 'n r s t l m nd nt st ck ng tion ment ty nce ral ger ve rs'.split(' ')
  const of = (parts: string[]) => parts[roll(parts.length)]!
  const common =
    'the of and for in on with from our a to at by rights migrants workers women children day how we'
  const made = Array.from({ length: 1500 }, () => {
    const syllables = Array.from({ length: 1 + roll(2) }, () => of(beginnings) + of(middles)).join('')
    return syllables + of(ends)
  })
  return [...common.split(' '), ...made]
}

/** Common words come as often as in real text: a third of all. */
function sentence(words: string[], roll: (sides: number) => number, length: number): string {
  const drawn = Array.from({ length }, () => words[roll(roll(3) === 0 ? 20 : words.length)]!).join(' ')
  return drawn[0]!.toUpperCase() + drawn.slice(1)
}

function wall(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19)
}

function fold(line: string): string {
  return line.replaceAll(/(.{74})(?=.)/g, '$1\r\n ')
}
