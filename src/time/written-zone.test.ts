import { expect, test } from 'vitest'
import { zonesOfPlaceName } from './places.ts'
import { readWrittenZone } from './written-zone.ts'

test.each([
  ['Mountain (US)', 'America/Denver'],
  ['Pacific (Canada)', 'America/Vancouver'],
  ['Atlantic Time (Canada)', 'America/Halifax'],
  ['Eastern Time (US & Canada)', 'America/New_York'],
  ['Central (Mexico)', 'America/Mexico_City'],
  ['Eastern (Australia)', 'Australia/Sydney'],
  ['US Eastern', 'America/New_York'],
])('the belt of time “%s” is %s, not the hour of most people in that country', (words, zone) => {
  expect(readWrittenZone(words)).toEqual({ zone })
})

test('a belt that a country does not have is no zone', () => {
  expect(readWrittenZone('Mountain (Brazil)')).toEqual({ letters: 'Mountain (Brazil)', meanings: [] })
})

test('a belt of time is no place; a quarter of that name is', () => {
  expect(zonesOfPlaceName('Mountain (US)')).toEqual([])
  expect(zonesOfPlaceName('Central, Hong Kong')).toEqual(['Asia/Hong_Kong'])
})
