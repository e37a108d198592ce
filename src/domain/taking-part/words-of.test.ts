import { expect, test } from 'vitest'
import { hostsOf } from './links-of.ts'
import { plainWords, wordsOf } from './words-of.ts'

test('a host that can be nowhere is none, and is not taken apart into thousands', () => {
  const long = `${'a.'.repeat(125)}com`
  expect(hostsOf(`http://${long} http://a${long} ${'www.'.repeat(5000)}`)).toEqual([long])
  const words = wordsOf({ name: null, url: null, text: 'www.'.repeat(5000), language: null })
  expect(words.filter(word => word.startsWith('host '))).toEqual([])
})

test('signs that stand for many make no text long', () => {
  expect(plainWords(`${'\ufdfa '.repeat(60_000)}end`).join(' ').length).toBeLessThanOrEqual(100_000)
})
