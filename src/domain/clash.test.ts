import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyZone, entryWith, eventAt, someEntries } from '../../test/arbitrary.ts'
import { clashablesOf, clashesOf, countClashes } from './clash.ts'
import type { Entry } from './entry.ts'

const reckoning = { zone: 'UTC', assumedMinutes: 60 }
const at = (id: string, start: string, end: string | null, more: Partial<Entry> = {}) =>
  eventAt(`2020-12-18T${start}`, end && `2020-12-18T${end}`, 'UTC', { id, title: id, ...more })
const counts = (entries: Entry[]) => {
  const { sure, possible } = countClashes(clashablesOf(entries), reckoning)
  return entries.map((_, index) => [sure[index], possible[index]])
}

describe('clashes', () => {
  test('are counted as comparing each with each does', () => {
    fc.assert(
      fc.property(someEntries, anyZone, (entries, zone) => {
        const events = entries.filter(({ kind }) => kind === 'event')
        const { sure, possible } = countClashes(clashablesOf(entries), { zone, assumedMinutes: 60 })
        events.forEach((event, index) => {
          const found = clashesOf(event, entries, { zone, assumedMinutes: 60 })
          expect([sure[index], possible[index]]).toEqual([
            found.filter(clash => !clash.possible).length,
            found.filter(clash => clash.possible).length,
          ])
          for (const { from, to } of found) expect(from).toBeLessThan(to)
        })
      }),
      { numRuns: 500 },
    )
  })

  test('are mutual', () => {
    fc.assert(
      fc.property(someEntries, entries => {
        for (const a of entries)
          for (const { entry: b } of clashesOf(a, entries, reckoning))
            expect(clashesOf(b, entries, reckoning).map(({ entry }) => entry)).toContain(a)
      }),
      { numRuns: 100 },
    )
  })

  test('are overlaps; back to back is none', () => {
    const entries = [at('a', '14:00', '15:00'), at('b', '15:00', '16:00'), at('c', '14:30', '15:30')]
    expect(counts(entries)).toEqual([
      [1, 0],
      [1, 0],
      [2, 0],
    ])
    expect(clashesOf(entries[0]!, entries, reckoning)).toEqual([
      {
        entry: entries[2],
        possible: false,
        from: Date.parse('2020-12-18T14:30Z'),
        to: Date.parse('2020-12-18T15:00Z'),
      },
    ])
  })

  test('are only possible where an end is not told', () => {
    expect(counts([at('a', '14:00', null), at('b', '14:30', '15:30'), at('c', '15:15', '16:00')])).toEqual([
      [0, 1],
      [1, 1],
      [1, 0],
    ])
  })

  test('do not happen to what is cancelled, lasts whole days, takes no time or has none', () => {
    const day = { start: '2020-12-18', end: null, zone: null }
    const harmless = [
      at('cancelled', '14:00', '15:00', { status: 'cancelled' }),
      at('postponed', '14:00', '15:00', { status: 'postponed' }),
      at('deadline', '14:30', '14:30'),
      entryWith({ id: 'all day', time: { precision: 'all-day', ...day } }),
      entryWith({ id: 'some hour', time: { precision: 'date-only', ...day } }),
      entryWith({ id: 'not told' }),
    ]
    expect(counts([at('a', '14:00', '15:00'), ...harmless])).toEqual(Array(7).fill([0, 0]))
    expect(counts([at('a', '14:00', '15:00'), at('b', '14:00', '15:00')])).toEqual(Array(2).fill([1, 0]))
  })

  test('are none between a session and the event it is part of', () => {
    const sessions = [at('s1', '14:00', '15:00'), at('s2', '14:30', null)]
    const day = at('day', '09:00', '18:00', { sessions })
    const other = at('other', '14:00', '14:20')
    const { sure, possible } = countClashes(clashablesOf([day, other], { sessions: true }), reckoning)
    expect([...sure]).toEqual([1, 1, 0, 2])
    expect([...possible]).toEqual([0, 1, 1, 0])
    expect(clashesOf(sessions[0]!, [day, other], reckoning).map(({ entry }) => entry.id)).toEqual(['other'])
    expect(clashesOf(day, sessions, reckoning)).toEqual([])
  })
})
