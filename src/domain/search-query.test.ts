import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmptySearch, readSearch, withoutBegun, wordingsOf } from './search-query.ts'

const term = (words: string, isPrefix = false) => ({ tokens: words.split(' '), isPrefix })

test('words, "words in a row" and words that must not be there are told apart', () => {
  expect(readSearch('  Migrants   rights ')).toEqual({
    words: 'Migrants rights',
    all: [term('migrant'), term('right', true)],
    none: [],
    isBegun: false,
  })
  expect(readSearch('“human rights” -law -"press conference" gene').all).toEqual([
    term('human right'),
    term('gen', true),
  ])
  expect(readSearch('“human rights” -law -"press conference" gene').none).toEqual([
    term('law'),
    term('press conferenc'),
  ])
  expect(readSearch('covid-19').all).toEqual([term('covid 19')])
  expect(readSearch('"unfinished quotation').all).toEqual([term('unfinished quotation')])
})

test('the last word may be unfinished; a year is one, and one or two letters may be left out', () => {
  expect(readSearch('day 2020').all).toEqual([term('day'), term('2020')])
  expect(readSearch('day 202').all).toEqual([term('day'), term('202', true)])
  for (const words of ['day m', 'day mi', 'day 20'])
    expect([words, readSearch(words).isBegun, withoutBegun(readSearch(words)).all]).toEqual([
      words,
      true,
      [term('day')],
    ])
  expect(readSearch('m')).toEqual({ words: 'm', all: [term('m')], none: [], isBegun: false })
  expect(readSearch('day "mig"').all).toEqual([term('day'), term('mig')])
  expect(readSearch('day …').all).toEqual([term('day')])
})

test('an umlaut is looked for as letters that stand for it, and the other way round', () => {
  expect(readSearch('Mueller Köln').all).toEqual([
    { ...term('mueller'), or: [term('muller')] },
    { ...term('koln', true), or: [term('koeln', true)] },
  ])
  for (const words of ['poet', 'neue', 'queue', 'Peace', 'œuvre', 'true 2020'])
    expect([words, readSearch(words).all.some(({ or }) => or)]).toEqual([words, false])
})

test('a last word that is declined is that word in all of its cases, or the beginning of a longer one', () => {
  expect(readSearch('права').all).toEqual([{ ...term('прав'), or: [term('права', true)] }])
  expect(readSearch('права человек').all).toEqual([term('прав'), term('человек', true)])
})

test('runs without spaces are looked for sign by sign', () => {
  expect(readSearch('移民日').all).toEqual([term('移民 民日')])
  expect(readSearch('日').all).toEqual([term('日', true)])
  expect(readSearch('移民 2020').all).toEqual([term('移民'), term('2020')])
  expect(readSearch('2020年移民').all).toEqual([term('2020 年移 移民')])
})

test('what says nothing is nothing', () => {
  for (const words of ['', '   ', '!?…', '""', '-', '*', ' - " '])
    expect([words, isEmptySearch(readSearch(words))]).toEqual([words, true])
})

test('whatever is typed, reading never fails, and what was tidied reads the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), told => {
      const query = readSearch(told)
      expect(query.words.length).toBeLessThanOrEqual(400)
      expect(query.all.length + query.none.length).toBeLessThanOrEqual(10)
      for (const { tokens } of [...query.all, ...query.none].flatMap(wordingsOf))
        for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
      expect(readSearch(query.words)).toEqual(query)
    }),
    { numRuns: 2000 },
  )
})
