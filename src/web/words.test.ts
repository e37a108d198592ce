import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { keysForScripts } from './ui/script-words.ts'
import { type Key, type Language, languages, wordsOf } from './words.ts'

const keys = Object.keys(languages.en.words) as Key[]
const all = Object.keys(languages) as Language[]

/** The places a message has to fill, and the forms its plurals have. */
function shapeOf(message: string) {
  const gaps = new Set<string>()
  const plurals: string[][] = []
  const walk = (elements: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const element of elements) {
      if ('options' in element) {
        gaps.add(element.value)
        if ('offset' in element) plurals.push(Object.keys(element.options))
        for (const { value } of Object.values(element.options)) walk(value)
      } else if ('value' in element && !isLiteral(element)) gaps.add(element.value)
    }
  }
  walk(new IntlMessageFormat(message, 'en').getAst())
  return { gaps: [...gaps].sort(), plurals }
}

/** Words between the places: the first kind of element of `intl-messageformat`. */
const isLiteral = (element: { type: number }) => element.type === 0

test('every message is there in every language, with the same places to fill', () => {
  for (const language of all) {
    const { words } = languages[language]
    expect(Object.keys(words).sort()).toEqual([...keys].sort())
    for (const key of keys)
      expect([key, shapeOf(words[key]).gaps]).toEqual([key, shapeOf(languages.en.words[key]).gaps])
  }
})

test('every plural has the forms its language needs', () => {
  for (const language of all) {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const key of keys) {
      for (const forms of shapeOf(languages[language].words[key]).plurals) {
        const isOrdinal = languages[language].words[key].includes('selectordinal')
        const expected = isOrdinal
          ? new Intl.PluralRules(language, { type: 'ordinal' }).resolvedOptions().pluralCategories
          : needed
        expect([language, key, expected.filter(form => !forms.includes(form))]).toEqual([language, key, []])
      }
    }
  }
})

test('counts are said in the right form', () => {
  const english = wordsOf('en', 'en-GB')
  expect([0, 1, 5].map(count => english('series.entries', { count }))).toEqual([
    'no entries yet',
    '1 entry',
    '5 entries',
  ])
  expect([1, 2, 3, 11, 30].map(years => english('series.anniversary', { years }))).toEqual(
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

test('no message is left that no page says', () => {
  const source = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
    .map(path => readFileSync(join(import.meta.dirname, path), 'utf8'))
    .join('\n')
  // A key stands in the source itself, or begins as a key does that is put together (`kind.${…}`).
  const begun = [...source.matchAll(/[`']([a-z]+\.(?:[a-z.-]+\.)?)\$\{/g)].map(match => match[1]!)
  const isSaid = (key: string) =>
    source.includes(`'${key}'`) || source.includes(`"${key}"`) || begun.some(start => key.startsWith(start))
  expect(keys.filter(key => !isSaid(key))).toEqual([])
  expect(isSaid('no.such.message')).toBe(false)
})

test('what scripts fill in has places to fill and nothing more', () => {
  for (const language of all) {
    for (const key of keysForScripts)
      expect([key, shapeOf(languages[language].words[key]).plurals]).toEqual([key, []])
  }
})
