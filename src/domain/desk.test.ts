import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyEntry,
  anyMoment,
  anyZone,
  entryWith,
  eventAt,
  linkTo,
  someEntries,
} from '../../test/arbitrary.ts'
import { tasksOf } from './attention.ts'
import { countNeeds, type DeskItem, deskItems, type OpenReading } from './desk.ts'
import type { Entry } from './entry.ts'
import { spanOf, takesPlace, timedOf } from './phase.ts'

const reckoning = { zone: 'UTC', assumedMinutes: 60 }
const noon = Date.parse('2020-12-18T12:00Z')
const says = ({ entry, reading, needs }: DeskItem) => [
  entry?.title ?? reading?.label,
  ...needs.map(({ code }) => code),
]
const list = (known: Parameters<typeof deskItems>[0], now = noon) =>
  deskItems(known, now, reckoning).map(says)
const told = { links: [linkTo('source')] }
const open = { links: [linkTo('join')] }
const doubt = { code: 'zone-ambiguous' as const, field: 'start', says: 'IST may be India or Ireland.' }

test('what begins within hours comes first, by its start; then what is needed, the coming before the past', () => {
  const at = (start: string, title: string, parts: Partial<Entry>) =>
    eventAt(`2020-12-${start}`, null, 'UTC', { title, ...parts })
  const entries = [
    entryWith({ title: 'No link', kind: 'statement' }),
    at('20T10:00', 'Later, in doubt', { ...open, doubts: [doubt] }),
    at('19T10:00', 'Tomorrow, in doubt', { ...open, doubts: [doubt] }),
    at('15T10:00', 'Past, in doubt', { ...open, recording: 'none', doubts: [doubt] }),
    at('17T09:00', 'Over', told),
    at('17T10:00', 'Over, expected', { ...told, recording: 'expected' }),
    at('18T20:00', 'This evening, a draft', { ...open, state: 'draft' }),
    at('18T14:00', 'Soon', told),
    at('18T11:30', 'On, in a room', { ...told, attendance: 'offline' }),
    at('18T11:30', 'On', { links: [linkTo('registration'), linkTo('join', { health: 'gone' })] }),
    at('18T15:00', 'Cancelled', { ...told, status: 'cancelled' }),
    at('19T09:00', 'Withdrawn', { state: 'withdrawn', doubts: [doubt] }),
    at('21T10:00', 'A draft that waits for its hour', { ...open, state: 'draft', publishAt: noon + 1000 }),
  ]
  const reading = { url: null, left: 1, problem: null, isOfSource: false }
  const readings: OpenReading[] = [
    { ...reading, id: '1', state: 'read', at: 1, label: 'Older reading' },
    { ...reading, id: '2', state: 'read', at: 2, label: 'Newer reading' },
    { ...reading, id: '3', state: 'failed', at: 1, label: 'A page that is down' },
  ]
  expect(list({ entries, readings })).toEqual([
    ['On', 'join-missing'],
    ['Soon', 'join-missing'],
    ['This evening, a draft', 'draft'],
    ['Over, expected', 'recording-not-told'],
    ['Over', 'recording-not-told'],
    ['Tomorrow, in doubt', 'doubt'],
    ['Later, in doubt', 'doubt'],
    ['Past, in doubt', 'doubt'],
    ['A page that is down', 'reading-failed'],
    ['Newer reading', 'reading-open'],
    ['Older reading', 'reading-open'],
    ['No link', 'link-missing'],
    ['A draft that waits for its hour', 'scheduled'],
  ])
})

test('an entry is there once with all it needs', () => {
  const entries = [entryWith({ title: 'Vigil', state: 'draft', doubts: [doubt, doubt] })]
  const items = deskItems({ entries }, noon, reckoning)
  expect(items.map(says)).toEqual([['Vigil', 'doubt', 'time-not-told', 'draft', 'link-missing']])
  expect(countNeeds(items).map(({ count }) => count)).toEqual([1, 1, 1, 1])
})

test('a picture that is shown asks what is on it', () => {
  const article = { ...told, kind: 'article' as const, title: 'Poster', image: '/pictures/1.webp' }
  expect(list({ entries: [entryWith(article)] })).toEqual([['Poster', 'alt-missing']])
  expect(list({ entries: [entryWith({ ...article, imageAlt: 'A boat' })] })).toEqual([])
  expect(list({ entries: [entryWith({ ...article, image: 'https://else.example/1.png' })] })).toEqual([])
})

test('a session asks for its time alone, and for being published where its event is', () => {
  const session = entryWith({ id: 's', title: 'Panel', state: 'draft' })
  const event = eventAt('2020-12-18T13:00', '2020-12-18T18:00', 'UTC', { ...open, sessions: [session] })
  expect(list({ entries: [event] })).toEqual([['Panel', 'time-not-told', 'draft']])
  expect(list({ entries: [{ ...event, state: 'draft' }] })).toEqual([
    ['An event', 'draft'],
    ['Panel', 'time-not-told'],
  ])
  expect(list({ entries: [{ ...event, state: 'withdrawn' }] })).toEqual([])
})

test('of two that look like one, one asks; a withdrawn one does not', () => {
  const one = entryWith({ id: 'a', title: 'Maps', kind: 'article', ...told })
  const two = entryWith({ id: 'b', title: 'Maps!', kind: 'article', ...told })
  const duplicates = [{ id: 'a', other: 'b' }]
  expect(list({ entries: [one, two], duplicates })).toEqual([['Maps', 'duplicate']])
  expect(list({ entries: [one, { ...two, state: 'withdrawn' }], duplicates })).toEqual([])
})

const distinct = someEntries.map(entries => entries.map((entry, place) => ({ ...entry, id: String(place) })))

test('every entry that has a task is there once, and none that has nothing to be done', () => {
  fc.assert(
    fc.property(distinct, anyMoment, anyZone, (entries, now, zone) => {
      const of = { zone, assumedMinutes: 60 }
      const items = deskItems({ entries }, now, of)
      const ids = items.map(({ entry }) => entry!.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const entry of entries) {
        const codes = tasksOf(entry, now, of).map(({ code }) => code)
        const needs = items.find(item => item.entry === entry)?.needs.map(({ code }) => code) ?? []
        // A missing link is asked for once: as the way in, where that is what is missing.
        const asked = needs.map(code =>
          code === 'join-missing' && !entry.links.length ? 'link-missing' : code,
        )
        expect(asked.filter(code => code !== 'join-missing').sort()).toEqual([...new Set(codes)].sort())
      }
    }),
  )
})

test('what is near stands before what is not, in order of its start', () => {
  fc.assert(
    fc.property(distinct, anyMoment, anyZone, (entries, now, zone) => {
      const items = deskItems({ entries }, now, { zone, assumedMinutes: 60 })
      const near = items.findLastIndex(({ isNear }) => isNear)
      expect(items.slice(0, near + 1).every(({ isNear }) => isNear)).toBe(true)
      const starts = items
        .slice(0, near + 1)
        .map(({ entry }) => spanOf(timedOf(entry!), { zone, assumedMinutes: 60 })!.start)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      expect(
        items
          .filter(({ entry }) => entry && !takesPlace(entry) && entry.kind === 'event')
          .some(({ isNear }) => isNear),
      ).toBe(false)
    }),
  )
})

test('an entry of which all is told is nowhere on the desk, whatever the moment', () => {
  fc.assert(
    fc.property(anyEntry, anyMoment, (entry, now) => {
      const whole: Entry = {
        ...entry,
        ...eventAt('2020-12-18T14:00', '2020-12-18T15:00', 'UTC'),
        links: [linkTo('join'), linkTo('recording')],
        doubts: [],
      }
      expect(deskItems({ entries: [whole] }, now, reckoning)).toEqual([])
    }),
  )
})
