import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EventTime } from './event-time.ts'
import { gatherUpdates } from './gather-updates.ts'
import type { ToldUpdate, Update } from './update.ts'

const hour = 3_600_000
const at = (start: string): EventTime => ({
  precision: 'moment',
  start: `2020-12-18T${start}:00`,
  end: null,
  zone: 'UTC',
})
const told = (entryId: string, hours: number, update: Update, number = hours): ToldUpdate => ({
  at: hours * hour,
  number,
  entryId,
  update,
  entry:
    update.kind === 'withdrawn' ? null : { slug: entryId, title: entryId.toUpperCase(), parentSlug: null },
})
const said = (updates: ToldUpdate[]) =>
  gatherUpdates(updates.toSorted((a, b) => b.number - a.number)).map(({ kind, items }) => [
    kind,
    ...items.map(({ entryId }) => entryId),
  ])

test('what happened to many at once is told once; what lies hours apart is told apart', () => {
  expect(
    said([
      told('a', 1, { kind: 'new' }),
      told('b', 1, { kind: 'new' }),
      told('c', 2, { kind: 'new' }),
      told('d', 9, { kind: 'new' }),
      told('e', 9, { kind: 'recording', state: 'available' }),
    ]),
  ).toEqual([
    ['new', 'd'],
    ['recording', 'e'],
    ['new', 'c', 'a', 'b'],
  ])
})

test('a time that was changed twice was changed from what it was first; back again, it was not changed', () => {
  const changes = [
    told('a', 1, { kind: 'time', from: at('10:00'), to: at('11:00') }),
    told('a', 2, { kind: 'time', from: at('11:00'), to: at('12:00') }),
  ]
  const [group] = gatherUpdates(changes.toReversed())
  expect(group!.items[0]!.update).toEqual({ kind: 'time', from: at('10:00'), to: at('12:00') })
  expect(said([...changes, told('a', 3, { kind: 'time', from: at('12:00'), to: at('10:00') })])).toEqual([])
  expect(said([...changes, told('a', 40, { kind: 'time', from: at('12:00'), to: at('10:00') })])).toEqual([
    ['time', 'a'],
    ['time', 'a'],
  ])
})

test('the last word of a day counts, and what is gone is told of only as gone', () => {
  expect(
    said([
      told('a', 1, { kind: 'status', status: 'cancelled', reason: null }),
      told('a', 2, { kind: 'status', status: 'scheduled', reason: null }),
    ]),
  ).toEqual([['status', 'a']])
  const gone = { ...told('b', 1, { kind: 'new' }), entry: null }
  expect(said([gone, told('b', 2, { kind: 'withdrawn', title: 'B' })])).toEqual([['withdrawn', 'b']])
  const back = {
    ...told('c', 1, { kind: 'withdrawn', title: 'C' }),
    entry: told('c', 1, { kind: 'new' }).entry,
  }
  expect(said([back, told('c', 2, { kind: 'new' })])).toEqual([['new', 'c']])
})

test('that something was changed is not told beside what was, nor of what is new', () => {
  const other = (hours: number) => told('a', hours, { kind: 'other', fields: ['title'] })
  expect(said([told('a', 1, { kind: 'new' }), other(2)])).toEqual([['new', 'a']])
  expect(said([told('a', 1, { kind: 'new' }), other(50)])).toEqual([
    ['other', 'a'],
    ['new', 'a'],
  ])
})

const anyUpdate: fc.Arbitrary<Update> = fc.oneof(
  fc.constant({ kind: 'new' } as const),
  fc.record({
    kind: fc.constant('time' as const),
    from: fc.constantFrom(at('10:00'), at('11:00')),
    to: fc.constantFrom(at('11:00'), at('12:00')),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom('cancelled' as const, 'scheduled' as const),
    reason: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('link' as const),
    role: fc.constantFrom('join' as const, 'slides' as const),
  }),
  fc.record({ kind: fc.constant('other' as const), fields: fc.constant(['title'] as string[]) }),
  fc.record({ kind: fc.constant('withdrawn' as const), title: fc.constant('T') }),
)
const anyTold = fc
  .array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), hours: fc.nat(80), update: anyUpdate }), {
    maxLength: 30,
  })
  .map(list =>
    list.toSorted((a, b) => b.hours - a.hours).map(({ id, hours, update }) => told(id, hours, update)),
  )

test('nothing is told that was not, in the order of time, and nothing twice in a group', () => {
  fc.assert(
    fc.property(anyTold, updates => {
      const groups = gatherUpdates(updates)
      const items = groups.flatMap(group => group.items)
      const known = new Set(
        updates.map(({ entryId, number, update }) => `${entryId} ${number} ${update.kind}`),
      )
      for (const { entryId, number, update } of items)
        expect(known).toContain(`${entryId} ${number} ${update.kind}`)
      const times = items.map(item => item.at)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      for (const { kind, items, at } of groups) {
        expect(new Set(items.map(({ entryId }) => entryId)).size).toBe(items.length)
        expect(items.every(({ update }) => update.kind === kind)).toBe(true)
        expect(at).toBe(items[0]!.at)
      }
    }),
  )
})
