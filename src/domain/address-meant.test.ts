import { expect, test } from 'vitest'
import { addressMeant } from './address-meant.ts'

test.each([
  ['webcal://example.org/day.ics', 'https://example.org/day.ics'],
  ['WEBCALS://example.org/day.ics', 'https://example.org/day.ics'],
  ['feed://example.org/rss', 'https://example.org/rss'],
  ['feed:https://example.org/rss', 'https://example.org/rss'],
  [' webcal:http://example.org/day.ics ', 'http://example.org/day.ics'],
  ['https://example.org/feed:a', 'https://example.org/feed:a'],
  ['feedback', 'feedback'],
  ['feed:file:///etc/passwd', 'feed:file:///etc/passwd'],
])('%s is %s', (words, address) => {
  expect(addressMeant(words)).toBe(address)
})
