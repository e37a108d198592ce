import { beforeAll, describe, expect, test } from 'vitest'
import type { Problem, ProblemValues } from '../../domain/problem.ts'
import { type Language, languages, loadWords, wordsOf } from '../words.ts'
import { ProblemWords } from './problem-words.tsx'
import { messages, sayProblem } from './say-problem.ts'
import type { Showing } from './showing.ts'

const all = Object.keys(languages) as Language[]
const others = all.filter(language => language !== 'en')
const codes = Object.keys(messages) as (keyof typeof messages)[]
beforeAll(async () => {
  await Promise.all(all.map(loadWords))
})
const showing = (language: Language) =>
  ({ language, say: wordsOf(language, languages[language].locale) }) as Showing
const said = (language: Language, code: Problem['code'], values?: ProblemValues) =>
  sayProblem({ code, says: 'It is odd.', ...(values && { values }) }, showing(language))

describe.each(others)('what could not be read, in %s', language => {
  test('has a sentence of its own for every code, with whatever is known of it and without', () => {
    for (const code of codes) {
      const known: ProblemValues[] = [{}, { words: 'soon' }, { columns: 'Foo' }, { rows: 9, sheets: 'A' }]
      for (const values of known) {
        const words = said(language, code, values)
        expect(words).not.toBe('It is odd.')
        expect(words).not.toBe(wordsOf('en', 'en-GB')(messages[code]))
        expect(words).toMatch(/[.。…\u2069]$/)
      }
    }
  })

  test('says how much is too much, which columns were left out, and what stood there', () => {
    const number = (value: number) => value.toLocaleString(languages[language].locale)
    expect(said(language, 'too-large', { megabytes: 64 })).toContain(number(64))
    expect(said(language, 'too-large', { rows: 20_000, sheets: 'Friday' })).toContain(number(20_000))
    expect(said(language, 'too-large', { rows: 20_000, sheets: 'Friday' })).toContain('Friday')
    expect(said(language, 'column-unknown', { columns: 'Budget, Foo' })).toContain('\u2068Budget, Foo\u2069')
    expect(said(language, 'time-not-understood', { words: 'soon' })).toContain('\u2068soon\u2069')
    expect(said(language, 'merged', { other: 'Voices' })).toContain('\u2068Voices\u2069')
    expect(said(language, 'no-access', { address: 'https://example.org/' })).toContain('https://example.org/')
  })

  test('says of an address and of a picture what their own pages say', () => {
    const { say } = showing(language)
    expect(said(language, 'host-unknown')).toBe(say('why.host-unknown', { site: '' }))
    expect(said(language, 'picture-heic')).toBe(say('refusal.picture-heic'))
  })
})

test('English has the reader’s own words, but not of what failed within Daylong', () => {
  expect(said('en', 'not-a-table')).toBe('It is odd.')
  expect(said('en', 'fault')).toBe(wordsOf('en', 'en-GB')('unread.fault'))
  expect(sayProblem({ code: 'too-deep', says: '' }, showing('en'))).toBe(
    wordsOf('en', 'en-GB')('unread.too-deep'),
  )
})

test('a card and a source say what can be done there', () => {
  const told = { code: 'not-found', says: 'It is not there.' }
  const at = (at: 'reading' | 'source') => sayProblem(told, showing('en'), { at, site: 'x.example' })
  expect(at('reading')).toBe(wordsOf('en', 'en-GB')('why.not-found', { site: 'x.example' }))
  expect(at('source')).toBe(wordsOf('en', 'en-GB')('source.why.not-found', { site: 'x.example' }))
})

test('the place is told in the language of the page, and what only English says as English', () => {
  const html = (told: { code: string; says: string; where?: string }, language: Language) =>
    String(ProblemWords({ told, showing: showing(language) }))
  const empty = { code: 'empty', says: 'Nothing.' }
  expect(html({ ...empty, where: 'a.ics, line 1200' }, 'fr')).toBe(
    '\u2068a.ics\u2069, ligne 1200\u00a0: Il n’y a rien dedans.',
  )
  expect(html({ ...empty, where: 'sheet “Fri”, row 3' }, 'ar')).toBe(
    'الورقة «\u2068Fri\u2069»، الصف 3: لا شيء فيه.',
  )
  expect(html({ ...empty, where: 'after paragraph 4000' }, 'zh')).toBe('第 4000 段之后：里面没有内容。')
  expect(html({ code: 'of-a-later-one', says: 'It is odd.' }, 'de')).toBe(
    '<span lang="en" dir="auto">It is odd.</span>',
  )
})
