import generate from 'ical-generator'
import type { Entry } from '../src/domain/entry.ts'
import type { CalendarItem } from '../src/outlet/calendar/item.ts'
import { itemsOf } from '../src/outlet/calendar/items-of.ts'
import { writeCalendar } from '../src/outlet/calendar/write-calendar.ts'
import { epochOf } from '../src/time/instants.ts'
import { wordsOf } from '../src/web/words.ts'
import { entryWith, programmeOf } from '../test/arbitrary.ts'
import { costOf, inTurns, median, ms, type Row } from './row.ts'
import { type SampleEvent, sampleEvents } from './sample.ts'

const count = 1000
const limit = 3
const baseUrl = 'https://day.example'

/** A calendar of many entries with all they have, and with title and time alone, against ical-generator with title and time alone. */
export async function calendars(): Promise<Row[]> {
  const events = sampleEvents(count)
  const whole = itemsOf(programmeOf(events.map(entryOf)), baseUrl)
  const bare = whole.map(bareOf)
  const rounds = await inTurns(
    {
      whole: () => costOf(() => write(whole)),
      bare: () => costOf(() => write(bare)),
      theirs: () => costOf(() => generated(events)),
    },
    21,
  )
  const theirs = median(rounds.map(round => round.theirs.processor))
  const row = (name: 'whole' | 'bare', measure: string): Row => {
    const ratio = median(rounds.map(round => round[name].processor / round.theirs.processor))
    return {
      measure,
      figure: ms(median(rounds.map(round => round[name].processor))),
      against: `ical-generator, bare: ${ms(theirs)}`,
      ratio: ratio.toFixed(2),
      limit: `≤ ${limit}`,
      ok: ratio <= limit,
    }
  }
  return [
    row('whole', 'calendar of 1,000 entries written, with all they have'),
    row('bare', 'the same, title and time alone'),
  ]
}

function write(items: CalendarItem[]): string {
  const head = {
    id: '1',
    name: 'Day 2020',
    about: null,
    page: `${baseUrl}/day/2020`,
    source: `${baseUrl}/day/2020.ics`,
    accent: '#b1440e',
    language: 'en',
    changedAt: 0,
  }
  const now = Date.UTC(2020, 11, 1)
  return writeCalendar(head, items, { say: wordsOf('en', 'en-GB'), locale: 'en-GB', now }).text
}

function generated(events: SampleEvent[]): string {
  const calendar = generate({ name: 'Day 2020' })
  for (const { uid, title, start, end, zone } of events)
    calendar.createEvent({
      id: uid,
      summary: title,
      start: new Date(epochOf(start, zone)),
      end: new Date(epochOf(end ?? start, zone)),
    })
  return calendar.toString()
}

function entryOf(event: SampleEvent, index: number): Entry {
  const { title, summary, start, end, zone, organisation, organisationUrl, place, tags } = event
  const link = { title: null, health: 'unknown', visibility: 'public' } as const
  return entryWith({
    id: `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    slug: `event-${index}`,
    title,
    summary,
    time: { precision: 'moment', start, end, zone },
    attendance: place ? 'mixed' : 'online',
    place: place && { ...place, address: null, lat: null, lon: null },
    organisations: [{ id: organisation, name: organisation, url: organisationUrl, role: null }],
    links: [
      { ...link, role: 'source', url: event.url },
      { ...link, role: 'join', url: event.join },
    ],
    tags: tags.map(name => ({ slug: name, name })),
    languages: ['en'],
  })
}

function bareOf(item: CalendarItem): CalendarItem {
  const { id, slug, title, time } = item.entry
  return { ...item, entry: entryWith({ id, slug, title, time }) }
}
