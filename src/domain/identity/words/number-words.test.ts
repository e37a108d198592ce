import { expect, test } from 'vitest'
import { numberOf } from './number-words.ts'

test('numbers are told by figures and words, and no word is one because of what objects have', () => {
  expect(['07th', 'iii', 'zweite', 'constructor', 'valueOf', 'toString'].map(numberOf)).toEqual([
    '7',
    '3',
    '2',
    null,
    null,
    null,
  ])
})
