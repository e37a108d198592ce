import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, missingIn, toldTwice } from '../../tools/words/faults.ts'
import { shapeOf } from '../../tools/words/shape.ts'
import { keysForScripts } from './ui/script-words.ts'
import { type Key, type Language, languageOf, languages, loadWords, wordsOf } from './words.ts'

const folder = join(import.meta.dirname, '../../locales')
const textOf = (language: string) => readFileSync(join(folder, `${language}.json`), 'utf8')
const wordsIn = (language: string): Record<string, string> => JSON.parse(textOf(language))
const english = wordsIn('en')
const keys = Object.keys(english) as Key[]
const all = Object.keys(languages) as Language[]
beforeAll(async () => {
  await Promise.all(all.map(loadWords))
})

test('every catalogue belongs to a language that is offered', () => {
  const files = all.map(language => `${language}.json`).sort()
  expect(readdirSync(folder).sort()).toEqual(['cities', ...files].sort())
  expect(readdirSync(join(folder, 'cities')).sort()).toEqual(['LICENSE', ...files])
})

describe.each(all)('the words of %s', language => {
  test('are all there', () => {
    expect(missingIn(wordsIn(language), english)).toEqual([])
  })

  test('fit the places, plurals and choices of English, are told once and translated, without markup', () => {
    expect(faultsOf(language, wordsIn(language), english)).toEqual([])
    expect(toldTwice(textOf(language))).toEqual([])
  })

  test('are said with whatever fills them', () => {
    const say = wordsOf(language, languages[language].locale)
    for (const key of keys) {
      const { gaps, choices } = shapeOf(english[key]!)
      const chosen = new Map(choices.map(({ of, forms }) => [of, forms[0]!]))
      for (const number of [1, 5, 1_000_000]) {
        const said = say(key, Object.fromEntries(gaps.map(gap => [gap, chosen.get(gap) ?? number])))
        if (/[{}]/.test(said)) expect([key, said]).toEqual([key, 'nothing left to fill'])
      }
    }
  })

  test('are of a language that Intl knows, by its name', () => {
    const { locale, tag, dir } = languages[language]
    expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale])
    expect(languageOf(tag)).toBe(language)
    expect(new Intl.Locale(locale).getTextInfo().direction).toBe(dir)
  })

  test('that scripts fill in have places to fill and nothing more', () => {
    const words = wordsIn(language)
    const formed = keysForScripts.filter(key => words[key] && shapeOf(words[key]).plurals.length > 0)
    expect(formed).toEqual([])
  })
})

test('a fault of a catalogue is found', () => {
  const original = {
    a: '{count, plural, one {# day} other {# days}} of {name}',
    b: 'Go on with this',
    c: 'Open',
  }
  const found = (language: string, words: Record<string, string>) =>
    faultsOf(language, words, original).map(({ key, what }) => `${key} ${what}`)
  expect(found('ru', { a: '{count, plural, one {# день} other {# дня}} {nam}', d: 'х' })).toEqual([
    'a fills count, nam where English fills count, name',
    'a lacks the plural few, many of count',
    'd is no message of English',
  ])
  expect(found('zh', { a: '{count, plural, one {#天} other {#天}}{name}', b: 'Go on with this' })).toEqual([
    'a has the plural one of count, which the language has not',
    'b seems to be left in English',
  ])
  expect(found('de', { a: '{count, plural, one {', b: '<b>Weiter</b>', c: 'Open' })).toEqual([
    expect.stringMatching(/^a is no ICU message/),
    'b fills b where English fills nothing',
    'b holds markup',
  ])
  expect(found('fr', { b: 'Continuer : « voici »' })).toEqual([expect.stringMatching(/no-break space$/)])
  expect(found('fr', { b: 'Continuer\u00a0: «\u00a0voici\u00a0»' })).toEqual([])
  expect(found('zh', { b: '请继续:这里,再来' })).toEqual([expect.stringMatching(/narrow signs/)])
  expect(found('ar', { b: 'تابع, من فضلك' })).toEqual([expect.stringMatching(/Latin signs/)])
  expect(missingIn({ a: '' }, original)).toEqual(['b', 'c'])
  expect(toldTwice('{\n  "a": "x",\n  "b": "y",\n  "a": "z"\n}')).toEqual(['a'])
})

test('counts are said in the right form', () => {
  const said = wordsOf('en', 'en-GB')
  expect([0, 1, 5].map(count => said('series.entries', { count }))).toEqual([
    'no entries yet',
    '1 entry',
    '5 entries',
  ])
  expect([1, 2, 3, 11, 30].map(years => said('series.anniversary', { years }))).toEqual(
    ['1st', '2nd', '3rd', '11th', '30th'].map(each => `${each} anniversary`),
  )
  const arabic = wordsOf('ar', 'ar')
  expect([1, 2, 3, 11, 100].map(count => arabic('series.entries', { count }))).toEqual([
    'مادة واحدة',
    'مادتان',
    '3 مواد',
    '11 مادة',
    '100 مادة',
  ])
})

test('a tag asks for the language it names, in whatever country or script', () => {
  const asked = ['fr', 'fr-CA', 'zh-Hans-CN', 'zh_TW', 'tl', 'in', 'FIL', 'AR-eg']
  expect(asked.map(languageOf)).toEqual(['fr', 'fr', 'zh', 'zh', 'fil', 'id', 'fil', 'ar'])
  expect(['', 'xx', 'tlh', '*', 'not a tag', 'constructor'].map(languageOf)).toEqual(Array(6).fill(null))
})

test('no message is left that no page says', () => {
  const rooms = [import.meta.dirname, join(import.meta.dirname, '../outlet')]
  const source = rooms
    .flatMap(room =>
      readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
        .map(path => readFileSync(join(room, path), 'utf8')),
    )
    .join('\n')
  // A key stands in the source itself, or begins as a key does that is put together (`kind.${…}`).
  const begun = [...source.matchAll(/[`']([a-z]+\.(?:[a-z.-]+\.)?)\$\{/g)].map(match => match[1]!)
  const isSaid = (key: string) =>
    source.includes(`'${key}'`) || source.includes(`"${key}"`) || begun.some(start => key.startsWith(start))
  expect(keys.filter(key => !isSaid(key))).toEqual([])
  expect(isSaid('no.such.message')).toBe(false)
})
