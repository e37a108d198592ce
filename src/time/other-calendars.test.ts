import { describe, expect, test } from 'vitest'
import { readTime } from './read-time.ts'

function read(phrase: string, published = '2026-11-30') {
  const { readings, doubts } = readTime(phrase, { published })
  return { days: readings.map(({ start }) => start), doubts: doubts.map(({ code }) => code) }
}

describe('the Hebrew calendar', () => {
  test('days and years are told in letters', () => {
    expect(read('כ״ח בכסלו תשפ״ז')).toEqual({ days: ['2026-12-08'], doubts: [] })
    expect(read("ה' בטבת ה'תשפ\"ז")).toEqual({ days: ['2026-12-15'], doubts: [] })
  })

  test('a leap year has two Adars: 14 Adar II 5787 is Purim, 23 March 2027', () => {
    expect(read('י"ד באדר ב תשפ"ז', '2027-02-01').days).toEqual(['2027-03-23'])
    expect(read('י"ד באדר א תשפ"ז', '2027-02-01').days).toEqual(['2027-02-21'])
  })

  test('without a year the nearest day is taken', () => {
    expect(read('ט״ו בשבט').days[0]).toBe('2027-01-23')
  })

  test('months in Latin letters are believed with their year', () => {
    expect(read('28 Kislev 5787').days).toEqual(['2026-12-08'])
    expect(read('28 Kislev').days).toEqual([])
  })
})

describe('the Bikram year of Nepal and the Bengali year', () => {
  test('a day is read with the days beside it', () => {
    expect(read('२०८३ पुस १ गते')).toEqual({
      days: ['2026-12-16', '2026-12-17', '2026-12-15'],
      doubts: ['date-calendar'],
    })
    expect(read('২৩ অগ্রহায়ণ ১৪৩৩')).toEqual({
      days: ['2026-12-08', '2026-12-09', '2026-12-07'],
      doubts: ['date-calendar'],
    })
  })

  test('its weekday says which day is meant', () => {
    expect(read('२०८३ माघ १३ गते बुधबार').days[0]).toBe('2027-01-27')
  })

  test('2083 is no year of ours beside Devanagari, in figures too', () => {
    expect(read('मिति २०८३/०९/०१').days[0]).toBe('2026-12-16')
    expect(read('मिति २०८३।०९।०१').doubts).toEqual(['date-calendar'])
  })
})

test('Afghanistan calls the months of the Persian year by the zodiac', () => {
  expect(read('۱۵ قوس ۱۴۰۵').days).toEqual(['2026-12-06'])
})

describe('years in figures', () => {
  test('of the Republic of China, beside its script', () => {
    expect(read('116/3/8（一）').days).toEqual(['2027-03-08'])
    expect(read('116/3/8').days).toEqual([])
  })

  test('Korean tells a short year first', () => {
    expect(read('27. 1. 13.(수) 줌').days).toEqual(['2027-01-13'])
  })

  test('a short year in front is likelier than one long gone', () => {
    expect(read('27-01-13').days[0]).toBe('2027-01-13')
    expect(read('13-01-27').days[0]).toBe('2027-01-13')
  })
})
