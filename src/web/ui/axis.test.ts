import { expect, test } from 'vitest'
import { windowOf } from '../../domain/fifty-hours.ts'
import { axisOf, axisShapes, besideNow, scaleOf } from './axis.ts'

const window = windowOf('2021-03-06')

test('fifty hours are three days of a reader, or four of one on the date line', () => {
  expect(axisOf(window, 'Asia/Manila').days.map(({ day }) => day)).toEqual([
    '2021-03-05',
    '2021-03-06',
    '2021-03-07',
  ])
  expect(axisOf(window, 'Pacific/Kiritimati').days.map(({ day }) => day)).toEqual([
    '2021-03-06',
    '2021-03-07',
    '2021-03-08',
  ])
  expect(axisOf(window, 'Etc/GMT+12').days.map(({ day }) => day)).toEqual([
    '2021-03-04',
    '2021-03-05',
    '2021-03-06',
  ])
})

test('hours are those of the reader’s clocks, also in the night they change', () => {
  const clocks = axisOf(windowOf('2021-03-28'), 'Europe/Berlin').hours.map(({ at }) =>
    new Date(at).toISOString().slice(8, 13),
  )
  expect(clocks).toContain('27T23')
  // 06:00 is at 04:00 UTC from that day on; it was at 05:00 the day before.
  expect(clocks).toContain('28T04')
  expect(clocks).toContain('27T17')
})

test('the scale runs from the side on which the language begins', () => {
  const { startsAt, endsAt } = window
  const quarter = startsAt + (endsAt - startsAt) / 4
  expect(scaleOf(window, 'ltr').bar(startsAt, quarter)).toEqual({ x: '0%', width: '25%' })
  expect(scaleOf(window, 'rtl').bar(startsAt, quarter)).toEqual({ x: '75%', width: '25%' })
  expect(scaleOf(window, 'ltr').at(endsAt + 1)).toBe(100)
})

test('the words of the now-line stand where they are not cut', () => {
  expect(besideNow(10, 'ltr')['text-anchor']).toBe('start')
  expect(besideNow(90, 'ltr')['text-anchor']).toBe('end')
  expect(besideNow(90, 'rtl')['text-anchor']).toBe('start')
  expect(besideNow(10, 'rtl')['text-anchor']).toBe('end')
})

test('the days of the observance are lit, for every reader their own', () => {
  const look = {
    floor: 100,
    first: '2021-03-06',
    last: '2021-03-06',
    dir: 'ltr',
    locale: 'en-GB',
    zone: 'Asia/Manila',
  } as const
  const shapes = axisShapes(axisOf(window, 'Asia/Manila'), window, look)
  expect(shapes.filter(({ attributes }) => attributes.class === 'sky lit')).toHaveLength(1)
  expect(shapes.find(({ attributes }) => String(attributes.class).startsWith('day lit'))?.text).toBe(
    'Saturday 6 March',
  )
})

test('where two days share a small screen, their names are short and every other hour is left out', () => {
  const days = windowOf('2025-02-01', '2025-02-02')
  const look = {
    floor: 100,
    first: '2025-02-01',
    last: '2025-02-02',
    dir: 'ltr',
    locale: 'en-GB',
    zone: 'UTC',
  } as const
  const texts = axisShapes(axisOf(days, 'UTC'), days, look).filter(({ name }) => name === 'text')
  const on = (screen: 'small' | 'wide') =>
    texts
      .filter(({ attributes }) => !String(attributes.class).includes(screen === 'small' ? 'brief' : 'slim'))
      .map(({ text }) => text)
  expect(on('small')).toEqual(['Sat 1 Feb', 'Sun 2 Feb', '12', '00', '12', '00', '12', '00'])
  expect(on('wide')).toContain('Saturday 1 February')
  expect(on('wide')).toContain('06')
})
