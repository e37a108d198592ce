import { describe, expect, test } from 'vitest'
import english from '../../../locales/en.json' with { type: 'json' }
import type { DoubtCode } from '../../time/doubt.ts'
import { type Key, loadWords, wordsOf } from '../words.ts'
import { sayDoubt } from './entry-words.ts'
import type { Showing } from './showing.ts'

const codes = (Object.keys(english) as Key[]).flatMap(key =>
  key.startsWith('doubt.') && key !== 'doubt.zone-unknown' ? [key.slice('doubt.'.length) as DoubtCode] : [],
)
await loadWords('ar')
const showingIn = (language: 'en' | 'ar') =>
  ({ say: wordsOf(language, language), now: 0, locale: language }) as Pick<
    Showing,
    'say' | 'now' | 'locale'
  > as Showing

describe.each(['en', 'ar'] as const)(
  'a doubt about what was not taken is a whole sentence (%s)',
  language => {
    test.each(codes)('%s', code => {
      const said = sayDoubt({ code, says: '' }, { time: null }, showingIn(language))
      expect(said).toMatch(/^[^{}]*[\p{L}”]\.$/u)
      expect(said).not.toMatch(/\bnone\b|taken as (?:time)?\.|اعتُبرت? ?(?:بتوقيت)? ?\.|\s{2}/u)
    })
  },
)

test('a doubt about a day says the day that was taken', () => {
  const time = { start: '2026-12-18T14:00', zone: 'Europe/Berlin', precision: 'start' } as never
  expect(sayDoubt({ code: 'date-missing', says: '' }, { time }, showingIn('en'))).toMatch(
    /^The organiser told no date; taken as .*18.*\.$/,
  )
  expect(sayDoubt({ code: 'date-missing', says: '' }, { time: null }, showingIn('en'))).toBe(
    'The organiser told no date.',
  )
})
