import { expect, test } from 'vitest'
import { isMadeOf } from './made-of.ts'

test('a name is made of the first letters of words, idle ones left out or not', () => {
  expect(isMadeOf('up', ['university', 'of', 'the', 'philippines', 'manila'])).toBe(true)
  expect(isMadeOf('maidi', ['madagascar', 'initiatives', 'for', 'digital', 'innovation'])).toBe(true)
  expect(isMadeOf('who', ['world', 'food', 'programme'])).toBe(false)
})

test('whoever makes a name without an end is not waited for', () => {
  const began = performance.now()
  for (const word of ['o', 'a', 'of', 'the'])
    expect(isMadeOf(`${word[0]!.repeat(9)}z`, Array(5000).fill(word))).toBe(false)
  expect(performance.now() - began).toBeLessThan(2000)
})
