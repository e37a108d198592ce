import { expect, test } from 'vitest'
import { leadsTo } from './leads-to.ts'

test.each([
  ['https://peatix.com/event/1234567/view?utm_source=x', 'https://peatix.com/event/1234567'],
  ['https://media.un.org/en/asset/k1a/k1abcdef', 'https://webtv.un.org/fr/asset/k1a/k1abcdef'],
  [
    'https://docs.google.com/forms/d/e/1FAIpQLSe7Habla/viewform?usp=sf_link',
    'https://docs.google.com/forms/d/e/1FAIpQLSe7Habla',
  ],
  [
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_A%40thread.v2/0',
    'https://teams.microsoft.com/l/meetup-join/19:meeting_A@thread.v2/0?context=x',
  ],
  ['https://news.example/amp/day', 'https://news.example/day'],
  ['https://un.example/day.pdf?ver=2', 'https://www.un.example/day.pdf'],
])('%s leads to %s', (one, other) => {
  expect(leadsTo(one)).toBe(leadsTo(other))
})

test('what is asked of a page tells pages apart', () => {
  expect(leadsTo('https://un.example/day?id=1')).not.toBe(leadsTo('https://un.example/day?id=2'))
})
