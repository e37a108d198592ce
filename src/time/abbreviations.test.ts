import { expect, test } from 'vitest'
import { isSeasonFree, meaningsOf } from './abbreviations.ts'

test('an abbreviation tells its zones, likeliest first, and what it says literally', () => {
  expect(meaningsOf('ist')).toEqual([
    { zone: 'Asia/Kolkata', offsetMinutes: 330, summer: false },
    { zone: 'Europe/Dublin', offsetMinutes: 60, summer: true },
    { zone: 'Asia/Jerusalem', offsetMinutes: 120, summer: false },
  ])
  expect(meaningsOf('CET')).toEqual([{ zone: 'Europe/Berlin', offsetMinutes: 60, summer: false }])
  expect(meaningsOf('AoE')).toEqual([{ zone: '-12:00', offsetMinutes: -720, summer: false }])
})

test('rare meanings are marked and never first', () => {
  for (const abbreviation of ['PST', 'EST', 'EDT', 'MST', 'CDT']) {
    const [first, ...others] = meaningsOf(abbreviation)
    expect(first?.onlyHinted).toBeUndefined()
    expect(others.every(other => other.onlyHinted)).toBe(true)
  }
})

test('what is no abbreviation of a zone has no meaning', () => {
  expect(meaningsOf('ABC')).toEqual([])
  expect(meaningsOf('')).toEqual([])
})

test('only names of all the year are free of season', () => {
  expect(['ET', 'PT', 'CET', 'EST'].map(isSeasonFree)).toEqual([true, true, false, false])
})

test('every literal offset is one its zone has or had within these decades', () => {
  const days = Temporal.PlainDate.from('1995-01-15')
  const said =
    'EST EDT CST CDT MST MDT PST PDT AKST AKDT HST AST ADT NST NDT BST IST CET CEST EET EEST WET WEST MSK MSD GST PKT NPT MMT ICT WIB WITA WIT SGT MYT HKT PHT JST KST AEST AEDT ACST ACDT AWST NZST NZDT CHAST CHADT SAST EAT CAT WAT WAST BRT BRST ART CLT CLST COT PET BOT VET GYT PYT PYST UYT ECT SST LINT TOT WST AMT AMST GET AZT IRST IRDT TRT CVT AZOT'
  for (const abbreviation of said.split(' ')) {
    for (const meaning of meaningsOf(abbreviation)) {
      const offsets = new Set<number>()
      for (let month = 0; month < 12 * 28; month++) {
        const day = days.add({ months: month })
        offsets.add(day.toZonedDateTime(meaning.zone).offsetNanoseconds / 6e10)
      }
      expect([abbreviation, meaning.zone, [...offsets]]).toEqual([
        abbreviation,
        meaning.zone,
        expect.arrayContaining([meaning.offsetMinutes]),
      ])
    }
  }
})
