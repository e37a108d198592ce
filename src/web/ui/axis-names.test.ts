import { describe, expect, test } from 'vitest'
import { windowOf } from '../../domain/fifty-hours.ts'
import { usualWaking } from '../../domain/waking.ts'
import { axisOf } from './axis.ts'
import { besideNow, type Lie, nameShapes } from './axis-names.ts'

const window = windowOf('2021-03-06')
const hour = 3_600_000

function names(first: string, last: string, lie: Lie, zone = 'Asia/Manila', locale = 'en-GB') {
  const days = windowOf(first, last)
  const look = { first, last, dir: 'ltr', locale, zone } as const
  return nameShapes(axisOf(days, zone, usualWaking), days, look, lie)
}
const textsOf = (shapes: ReturnType<typeof names>, kind: string) =>
  shapes.filter(({ attributes }) => String(attributes.class).startsWith(kind)).map(({ text }) => text)

describe('the names of days and hours', () => {
  test('stand below where the picture lies, those of the observance in strong words', () => {
    const shapes = names('2021-03-06', '2021-03-06', 'flat')
    expect(textsOf(shapes, 'day lit')).toEqual(['Saturday 6 March'])
    expect(textsOf(shapes, 'day')).toEqual(['Fri 5', 'Saturday 6 March', 'Sunday 7 March'])
    expect(textsOf(shapes, 'hour')).toEqual(['06', '12', '18', '06', '12', '18'])
    expect(textsOf(shapes, 'first')).toEqual(['00', '00'])
  })

  test('stand beside it where it stands: a midnight is called by its day', () => {
    const shapes = names('2021-03-06', '2021-03-06', 'tall')
    expect(textsOf(shapes, 'day')).toEqual(['Fri 5', 'Sat 6', 'Sun 7'])
    expect(textsOf(shapes, 'hour')).toEqual(['06', '12', '18', '06', '12', '18'])
  })

  const lasts = ['2021-03-06', '2021-03-07', '2021-03-12', '2021-03-20', '2021-05-31']
  test.each(lasts)('never meet, in any language (until %s)', last => {
    const percent = (told: string | number | undefined) => Number.parseFloat(String(told))
    for (const locale of ['en-GB', 'ar', 'de', 'es', 'fil', 'fr', 'id', 'ru', 'zh'])
      for (const zone of ['Asia/Manila', 'Pacific/Honolulu', 'Asia/Kolkata', 'UTC', 'Asia/Tokyo']) {
        const heights = names('2021-03-06', last, 'tall', zone, locale)
          .map(({ attributes: { y, dy } }) => percent(y) * 4.32 + percent(dy) * 12.5)
          .sort((a, b) => a - b)
        // Where it is shortest it has 432 pixels; a line of names takes 13.
        const gaps = heights.slice(1).map((y, index) => y - heights[index]!)
        expect([locale, zone, gaps.filter(gap => gap < 13)]).toEqual([locale, zone, []])
        // Where it is narrowest it has 640 pixels.
        const flat = names('2021-03-06', last, 'flat', zone, locale)
          .filter(({ attributes }) => String(attributes.class).startsWith('day'))
          .map(({ attributes, text }) => ({
            x: percent(attributes.x) * 6.4,
            width: text!.length * (locale === 'ar' ? 5.5 : 6.2),
          }))
        const meeting = flat.filter(({ x, width }, index) => x + width > (flat[index + 1]?.x ?? 700))
        expect([locale, zone, meeting]).toEqual([locale, zone, []])
      }
  })

  test('the words of the now-line stand where they are not cut', () => {
    const at = (share: number) => window.startsAt + (share / 100) * 50 * hour
    const anchor = (share: number, dir: 'ltr' | 'rtl', lie: Lie) =>
      besideNow(window, at(share), dir, lie)['text-anchor']
    expect([anchor(10, 'ltr', 'flat'), anchor(90, 'ltr', 'flat')]).toEqual(['start', 'end'])
    expect([anchor(10, 'rtl', 'flat'), anchor(90, 'rtl', 'flat')]).toEqual(['start', 'end'])
    expect(besideNow(window, at(10), 'rtl', 'flat')).toMatchObject({ x: '90%', dx: -8 })
    expect(besideNow(window, at(2), 'ltr', 'tall')).toMatchObject({ x: '100%', y: '2%', dy: '1.2em' })
  })
})
