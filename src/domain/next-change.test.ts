import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMoment, anyZone, entryWith, eventAt, programmeOf, someEntries } from '../../test/arbitrary.ts'
import { agendaOf } from './agenda.ts'
import { tasksOf } from './attention.ts'
import type { Entry } from './entry.ts'
import { linksAt } from './link-window.ts'
import { nextChange } from './next-change.ts'
import { phaseOf, timedOf } from './phase.ts'
import { recordingAt } from './recording.ts'

const assumedMinutes = 60

/** All that a page shows by itself at a moment. */
function shown(entries: Entry[], now: number, zone: string): unknown {
  const reckoning = { zone, assumedMinutes }
  const details = entries
    .flatMap(entry => [entry, ...entry.sessions])
    .map(entry => {
      const phase = phaseOf(timedOf(entry), now, reckoning)
      return {
        phase,
        links: linksAt(entry, now, reckoning).map(({ link }) => link.role),
        recording: recordingAt(entry, phase),
        tasks: tasksOf(entry, now, reckoning),
      }
    })
  return { agenda: agendaOf(entries, now, reckoning), details }
}

describe('the next change of a page', () => {
  test('is the first: nothing is shown otherwise until then', () => {
    const anyPart = fc.double({ min: 0, max: 1, noNaN: true })
    const nearStart = fc.integer({ min: -120, max: 120 }).map(minutes => minutes * 60_000)
    fc.assert(
      fc.property(
        someEntries,
        anyMoment,
        nearStart,
        anyZone,
        anyPart,
        (entries, moment, near, zone, part) => {
          const now = (entries.find(({ startsAt }) => startsAt !== null)?.startsAt ?? moment) + near
          const next = nextChange(programmeOf(entries), now, zone)
          expect(next).toBeGreaterThan(now)
          const before = shown(entries, now, zone)
          expect(shown(entries, next - 1, zone)).toEqual(before)
          expect(shown(entries, Math.floor(now + part * (next - 1 - now)), zone)).toEqual(before)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('comes when an event is soon, lets people in, begins, ends, and when the day does', () => {
    const event = eventAt('2020-12-18T14:00', '2020-12-18T15:00', 'UTC')
    expect(changes([event], '2020-12-18T10:00Z', 6)).toEqual([
      '2020-12-18T13:00',
      '2020-12-18T13:45',
      '2020-12-18T14:00',
      '2020-12-18T15:00',
      '2020-12-19T00:00',
      '2020-12-20T00:00',
    ])
  })

  test('comes when an untold end is assumed, and when it is sure', () => {
    const event = eventAt('2020-12-18T08:00', null, 'UTC')
    expect(changes([event], '2020-12-18T08:30Z', 2)).toEqual(['2020-12-18T09:00', '2020-12-18T20:00'])
  })

  test('comes with a session of an event, and with the deadline of a registration', () => {
    const session = eventAt('2020-12-18T09:20', '2020-12-18T09:40', 'UTC')
    const event = eventAt('2020-12-18T09:00', '2020-12-18T18:00', 'UTC', { sessions: [session] })
    expect(changes([event], '2020-12-18T09:10Z', 3)).toEqual([
      '2020-12-18T09:20',
      '2020-12-18T09:40',
      '2020-12-18T18:00',
    ])
    const booked = entryWith({ registrationUntil: '2020-12-18T12:00:00+01:00[Europe/Berlin]' })
    expect(changes([booked], '2020-12-18T09:00Z', 1)).toEqual(['2020-12-18T11:00'])
  })
})

function changes(entries: Entry[], from: string, count: number): string[] {
  const found: string[] = []
  for (let now = Date.parse(from); found.length < count; ) {
    now = nextChange(programmeOf(entries), now, 'UTC')
    found.push(new Date(now).toISOString().slice(0, 16))
  }
  return found
}
