import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bearable, storable } from './bearable.ts'

test('stacks of marks are cut to a height that leaves the lines around them alone', () => {
  expect(bearable(`He${'\u0316\u0301'.repeat(40)}y`)).toBe('He\u0316\u0301\u0316\u0301y')
})

test('what turns the direction of all that follows is left out', () => {
  expect(bearable('see \u202egpj.exe\u202c and \u2067this')).toBe('see gpj.exe and this')
})

test.each([
  ['Vietnamese in single marks', 'Tiếng Việt'.normalize('NFD')],
  ['Hebrew with vowels and accents', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים'],
  ['Arabic with all its vowels', 'ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَٰلَمِينَ'],
  ['Thai', 'ที่นี่มีน้ำ'],
  ['a family, and a flag', '👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
])('%s stays as it is', (_, words) => {
  expect(bearable(words)).toBe(words)
})

test('nothing is left to cut in what was cut, and whole letters are all that is stored', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), words => {
      expect(bearable(bearable(words))).toBe(bearable(words))
      expect(bearable(words)).not.toMatch(/\p{M}{5}|[\u202a-\u202e\u2066-\u2069]/u)
      expect(storable(`${words}\0\ud800`).isWellFormed()).toBe(true)
    }),
  )
})
