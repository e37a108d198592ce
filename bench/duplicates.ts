import { contentOfFinding } from '../src/domain/content.ts'
import { duplicatesOf, duplicatesWithin, knowEntries } from '../src/domain/duplicate.ts'
import type { Entry } from '../src/domain/entry.ts'
import { instantsOf } from '../src/domain/instants-of.ts'
import { inTurns, median, ms, type Row, timeOf } from './row.ts'
import { type SampleEvent, sampleEvents } from './sample.ts'

const limits = { growth: 10, each: 0.02 }

/** Looking for duplicates: of one finding among 5,000 entries, and of all of them among each other. */
export async function duplicates(): Promise<Row[]> {
  const [few, many] = [1000, 5000].map(size => sampleEvents(size).map(entryOf)) as [Entry[], Entry[]]
  const rounds = await inTurns(
    {
      few: () => timeOf(() => duplicatesWithin(knowEntries(few))),
      many: () => timeOf(() => duplicatesWithin(knowEntries(many))),
      each: () => timeOf(() => among(many)),
    },
    9,
  )
  const growth = median(rounds.map(round => round.many / round.few))
  const each = median(rounds.map(round => round.each / 1000 / round.many))
  const [all, one] = [median(rounds.map(({ many }) => many)), median(rounds.map(({ each }) => each / 1000))]
  return [
    {
      measure: 'duplicates within 5,000 entries',
      figure: ms(all),
      against: `within 1,000: ${ms(median(rounds.map(({ few }) => few)))}`,
      ratio: growth.toFixed(1),
      limit: `≤ ${limits.growth}`,
      ok: growth <= limits.growth,
    },
    {
      measure: 'duplicates of one finding among 5,000 entries',
      figure: `${(one * 1000).toFixed(0)} µs`,
      against: 'within 5,000',
      ratio: each.toFixed(4),
      limit: `≤ ${limits.each}`,
      ok: each <= limits.each,
    },
  ]
}

const kept = new WeakMap<Entry[], ReturnType<typeof knowEntries>>()

function among(entries: Entry[]): void {
  const known = kept.get(entries) ?? knowEntries(entries)
  kept.set(entries, known)
  for (let index = 0; index < 1000; index++) duplicatesOf(known, entries[index * 5]!)
}

function entryOf(event: SampleEvent, index: number): Entry {
  const content = contentOfFinding(
    {
      kind: 'event',
      title: event.title,
      url: event.url,
      start: `${event.start}[${event.zone}]`,
      organisations: [{ name: event.organisation }],
      links: [{ role: 'join', url: event.join }],
    },
    'UTC',
  )
  const named = content.organisations.map(each => ({ ...each, id: each.name }))
  const links = content.links.map(link => ({ ...link, health: 'unknown', visibility: 'public' }))
  const more = {
    id: String(index),
    slug: '',
    state: 'published',
    publishAt: null,
    sessions: [],
    tags: [],
    people: [],
  }
  const counted = { sequence: 0, createdAt: 0, updatedAt: 0 }
  return {
    ...content,
    ...instantsOf(content.time),
    ...more,
    ...counted,
    organisations: named,
    links,
  } as Entry
}
