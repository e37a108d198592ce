import { expect, test } from 'vitest'
import { windowOf } from '../../domain/fifty-hours.ts'
import { usualWaking } from '../../domain/waking.ts'
import { axisOf, groundShapes, minutesIn } from './axis.ts'

const window = windowOf('2021-03-06')
const daysOf = (zone: string) => axisOf(window, zone, usualWaking).days.map(({ day }) => day)

test('fifty hours are three days of a reader, wherever they are', () => {
  expect(daysOf('Asia/Manila')).toEqual(['2021-03-05', '2021-03-06', '2021-03-07'])
  expect(daysOf('Pacific/Kiritimati')).toEqual(['2021-03-06', '2021-03-07', '2021-03-08'])
  expect(daysOf('Etc/GMT+12')).toEqual(['2021-03-04', '2021-03-05', '2021-03-06'])
})

test('hours are those of the reader’s clocks, also in the night they change', () => {
  const clocks = axisOf(windowOf('2021-03-28'), 'Europe/Berlin', usualWaking).hours.map(({ at }) =>
    new Date(at).toISOString().slice(8, 13),
  )
  expect(clocks).toContain('27T23')
  // 06:00 is at 04:00 UTC from that day on; it was at 05:00 the day before.
  expect(clocks).toContain('28T04')
  expect(clocks).toContain('27T17')
})

test('everything is drawn along minutes, and what goes beyond the window is cut there', () => {
  const { startsAt, endsAt } = window
  expect(minutesIn(window, startsAt + 90 * 60_000)).toBe(90)
  expect([minutesIn(window, startsAt - 1), minutesIn(window, endsAt + 1)]).toEqual([0, 3000])
})

test('the day of the observance and the waking hours are lit, for every reader their own', () => {
  const shapesFor = (zone: string) =>
    groundShapes(axisOf(window, zone, { from: 6, to: 22 }), window, {
      first: '2021-03-06',
      last: '2021-03-06',
    })
  const of = (zone: string, name: string) =>
    shapesFor(zone)
      .filter(({ attributes }) => attributes.class === name)
      .map(({ attributes: { x, width } }) => ({ x, width }))
  // Midnight in Manila is six hours after that in Kiritimati, where the fifty hours begin.
  expect(of('Asia/Manila', 'own')).toEqual([{ x: 360, width: 1440 }])
  expect(of('Asia/Manila', 'awake lit')).toEqual([{ x: 720, width: 960 }])
  expect(of('Asia/Manila', 'awake')).toEqual([
    { x: 0, width: 240 },
    { x: 2160, width: 840 },
  ])
  expect(of('Etc/GMT+12', 'own')).toEqual([{ x: 1560, width: 1440 }])
})
