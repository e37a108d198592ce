import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, type Marked, markFound } from './excerpt.ts'
import { readSearch } from './search-query.ts'

const say = (parts: Marked[]) => parts.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('')
const marked = (text: string, words: string) => say(markFound(text, readSearch(words)))

test('what was looked for is marked as it is written', () => {
  expect(marked('Les Migrantes, leurs droits', 'migrant dro')).toBe('Les [Migrantes], leurs [droits]')
  expect(marked('On human rights and human beings', '"human rights"')).toBe(
    'On [human rights] and human beings',
  )
  expect(marked('国际移民日研讨会', '移民日')).toBe('国际[移民日]研讨会')
  expect(marked('حقوق المهاجرين', 'مهاجرين')).toBe('حقوق [المهاجرين]')
  expect(marked('Nothing', 'else')).toBe('Nothing')
})

test('an excerpt is where most of it stands together, cut at words', () => {
  const text = `${'Some words before. '.repeat(20)}The rights of migrants are human rights. ${'And after. '.repeat(30)}`
  const excerpt = say(excerptOf(text, readSearch('migrants "human rights"')))
  expect(excerpt).toMatch(/^… \S.*of \[migrants\] are \[human rights\]\..* …$/)
  expect(excerpt.length).toBeLessThan(260)
  expect(say(excerptOf(text, readSearch('else')))).toMatch(/^Some words before\. .* …$/)
})

test('whatever the text and the words, the marks lie in the text and lose nothing of it', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 400 })
  fc.assert(
    fc.property(text, fc.string({ unit: 'grapheme', maxLength: 12 }), (told, words) => {
      const query = readSearch(words)
      expect(
        markFound(told, query)
          .map(part => part.text)
          .join(''),
      ).toBe(told)
      const excerpt = excerptOf(told, query, 60)
        .map(part => part.text)
        .join('')
      expect(told).toContain(excerpt.replace(/^… /, '').replace(/ …$/, ''))
      expect(excerpt.isWellFormed()).toBe(true)
    }),
    { numRuns: 500 },
  )
})
