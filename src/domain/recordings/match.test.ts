import { expect, test } from 'vitest'
import { matchOf, type Recorded } from './match.ts'
import type { Listed } from './seen.ts'

const hour = 3_600_000
const event: Recorded = {
  title: 'Voices of migrants: a day of stories',
  organisers: ['Migrants Network'],
  start: Date.parse('2020-12-18T13:00:00Z'),
  end: Date.parse('2020-12-18T14:30:00Z'),
  isEndTold: true,
}

function listed(told: Partial<Listed> = {}): Listed {
  return {
    url: 'https://tube.example.org/w/1',
    title: event.title,
    publishedAt: event.end + 40 * 60_000,
    startedAt: null,
    seconds: 5280,
    isToCome: false,
    ...told,
  }
}

test('the same title, soon after the end, about as long: sure, and the reasons say so', () => {
  expect(matchOf(event, listed())).toEqual({
    strength: 'sure',
    reasons: [
      { code: 'same-title' },
      { code: 'published-after', minutes: 40 },
      { code: 'long', seconds: 5280 },
    ],
  })
})

test.each([
  ['weeks later', { publishedAt: event.end + 60 * 24 * hour }, 'likely'],
  ['no length told', { seconds: null, title: 'Voices of migrants' }, 'likely'],
  ['other words, streamed at the time', { title: 'LIVE', startedAt: event.start + 60_000 }, 'sure'],
  ['another title', { title: 'How to cook rice' }, null],
  ['announced days before it', { publishedAt: event.start - 48 * hour }, null],
  ['a clip of a minute', { seconds: 60 }, null],
  ['a trailer', { seconds: 300 }, null],
  ['a stream that is to come', { isToCome: true }, null],
] as const)('%s: %j is %s', (_, told, strength) => {
  expect(matchOf(event, listed(told))?.strength ?? null).toBe(strength)
})

test('the second day is not the first', () => {
  const first = { ...event, title: 'Forum on migration, day 1' }
  expect(matchOf(first, listed({ title: 'Forum on migration, day 2' }))).toBeNull()
  expect(matchOf(first, listed({ title: 'Forum on migration, day 1' }))?.strength).toBe('sure')
})
