import { expect, test } from 'vitest'
import { shownAddress } from './shown-address.ts'

test('a key that somebody was given is not shown', () => {
  const shown = [
    'https://api.example.org/v1/parties?api_key=4f9a&treaty=icrmw',
    'https://api.example.org/v1/parties?X-Amz-Signature=0af3',
    'https://anna:geheim@example.org/parties.csv?year=2026',
    'https://example.org/parties.csv?indicator=SM.POP.NETM&year=2026#table',
    'no address',
  ].map(shownAddress)
  expect(shown).toEqual([
    'https://api.example.org/v1/parties',
    'https://api.example.org/v1/parties',
    'https://example.org/parties.csv?year=2026',
    'https://example.org/parties.csv?indicator=SM.POP.NETM&year=2026#table',
    'no address',
  ])
})
