import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markDates, marksIn } from './mark-dates.ts'

test('last year’s days and years are marked, addresses are not', () => {
  const text =
    'On **Friday 18 December 2020** we met; see [the 2020 list](https://days.example/2020/12/18/list) and https://x.example/2020.\n\nThe year 2020 was long; 120200 is a number.'
  const marked = markDates(text, '2020')
  expect(marksIn(marked)).toEqual(['Friday 18 December 2020', '2020', '2020'])
  expect(marked).toContain('**⟦Friday 18 December 2020⟧**')
  expect(marked).toContain('(https://days.example/2020/12/18/list)')
  expect(marked).toContain('120200')
  expect(markDates(marked, '2020')).toBe(marked)
})

test('nothing but the marks is added', () => {
  const words = fc.constantFrom(
    '2020',
    '18 December',
    'at 14:00',
    'https://a.example/2020',
    'ثلاثة',
    '\n',
    '👍',
    ' ',
    '⟦',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), parts => {
      const text = parts.join(' ')
      const plain = (marked: string) => marked.replaceAll(/[⟦⟧]/gu, '')
      expect(plain(markDates(text, '2020'))).toBe(plain(text))
    }),
  )
})
