import type { Curator } from '../src/domain/curator.ts'
import { type SourceWish, usualWish } from '../src/domain/source.ts'
import { readSource } from '../src/services/read-source.ts'
import { watchSource } from '../src/services/watch-source.ts'
import { findWatched } from '../src/storage/sources.ts'
import type { Store } from '../src/storage/store.ts'
import { noticeWords } from '../src/web/notice-words.ts'
import type { PagesSite } from './pages-site.ts'

export type CalendarEvent = {
  uid?: string
  title: string
  /** `18T140000`, in December 2020, UTC. */
  start: string
  status?: string
  url?: string
  description?: string
  /** How it comes again, and which time of it this is. */
  rule?: string
  of?: string
}

/** A calendar of December 2020, with a stamp that is another each time. */
export function calendar(
  events: CalendarEvent[],
  stamp = '20201101T000000Z',
): { body: string; type: string } {
  const lines = events.flatMap(({ uid, title, start, status, url, description, rule, of }, index) => [
    'BEGIN:VEVENT',
    `UID:${uid ?? `event-${index + 1}@partners.example`}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${stamp.slice(6, 8)}`,
    `DTSTART:202012${start}Z`,
    `SUMMARY:${title}`,
    ...(status ? [`STATUS:${status}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(description ? [`DESCRIPTION:${description}`] : []),
    ...(rule ? [`RRULE:${rule}`] : []),
    ...(of ? [`RECURRENCE-ID:202012${of}Z`] : []),
    'END:VEVENT',
  ])
  const body = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Partners//EN',
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  return { body, type: 'text/calendar; charset=utf-8' }
}

export const anna: Curator = {
  id: 'anna',
  name: 'Anna',
  email: 'anna@example.org',
  grants: [{ seriesId: null, role: 'editor' }],
}

/** An address of the world that is watched, and a hand that reads it. */
export async function watching(
  store: Store,
  world: PagesSite,
  editionId: string,
  {
    path,
    clock,
    kind = 'calendar',
    ...wish
  }: { path: string; clock: { now: number }; kind?: string } & Partial<SourceWish>,
): Promise<{
  id: string
  read: (more?: { believed?: boolean }) => Promise<void>
  source: () => ReturnType<typeof findWatched>
}> {
  const address = world.address + path
  const id = await watchSource(
    store,
    editionId,
    {
      address,
      foundAt: address,
      kind,
      title: null,
      ...usualWish,
      ...wish,
    },
    { curator: anna, at: clock.now },
  )
  const means = {
    fetch: world.fetch,
    now: () => clock.now,
    chance: () => 1,
    baseUrl: 'http://localhost:1812',
    words: noticeWords,
  }
  return {
    id,
    read: more => readSource(store, id, { ...means, ...more }),
    source: () => findWatched(store.db, id),
  }
}
