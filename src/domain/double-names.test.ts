import { describe, expect, test } from 'vitest'
import { doublesAmong } from './double-names.ts'

const found = (...named: (string | [string, string])[]) => {
  const all = named.map((each, at) =>
    typeof each === 'string'
      ? { id: String(at), name: each, url: null }
      : { id: String(at), name: each[0], url: each[1] },
  )
  return doublesAmong(all).map(({ one, other, reason }) => `${one} ${other} ${reason}`)
}

describe('two names may be of one organisation', () => {
  test.each([
    ['The Migrants Network', 'Migrants Network', 'words'],
    ['Network of Migrants', 'Migrants Network', 'words'],
    ['UN Women (UNW)', 'UN Women', 'words'],
    ['Université de Genève', 'Universite de Geneve, la', 'words'],
    ['Internatonal Catholic Migration', 'International Catholic Migration', 'spelling'],
    ['UN-Women', 'UNWomen', 'spelling'],
    ['IOM', 'International Organization for Migration', 'initials'],
    ['I.O.M.', 'International Organization for Migration', 'initials'],
    ['UNHCR', 'UN Refugee Agency (UNHCR)', 'initials'],
    ['شبكة المهاجرين', 'شبكة المهاجرينن', 'spelling'],
  ])('%s, %s: %s', (one, other, reason) => {
    expect(found(one, other)).toEqual([`0 1 ${reason}`])
  })

  test('of the same site, unless everybody is there', () => {
    expect(found(['One', 'https://www.one.example/about'], ['Uno', 'http://one.example'])).toEqual([
      '0 1 site',
    ])
    expect(found(['One', 'https://facebook.com/'], ['Other', 'https://www.facebook.com'])).toEqual([])
    expect(found(['One', 'https://facebook.com/one'], ['Uno', 'https://www.facebook.com/one/'])).toEqual([
      '0 1 site',
    ])
  })

  test.each([
    ['Group 1 of Geneva', 'Group 2 of Geneva'],
    ['UNDP', 'UNEP'],
    ['Caritas', 'Careitas International'],
    ['Red Cross', 'Green Cross'],
    ['IOM', 'ILO'],
  ])('%s and %s are two', (one, other) => {
    expect(found(one, other)).toEqual([])
  })

  test('five thousand are looked through in a moment', () => {
    const names = Array.from(
      { length: 5000 },
      (_, at) => `Network ${'abcdefghij'[at % 10]} of the ${at}th street in town`,
    )
    const began = process.cpuUsage()
    expect(found(...names)).toEqual([])
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000)
  })
})
