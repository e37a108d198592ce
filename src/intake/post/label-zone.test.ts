import { expect, test } from 'vitest'
import { readPost } from './read-post.ts'

const startOf = (text: string) =>
  [...readPost(new TextEncoder().encode(text), {})].flatMap(line =>
    'finding' in line ? [line.finding.start] : [],
  )

test.each([
  ['When (CET): Friday 18 December 2026, 14:00-15:30', '2026-12-18T14:00:00+01:00[Europe/Berlin]'],
  ['Fecha: 18 de diciembre de 2026\nHora (CDMX): 11:00', '2026-12-18T11:00:00-06:00[America/Mexico_City]'],
  [
    'Date: 18 December 2026\nTime (Nairobi): 2 pm\nTime (GMT): 11 am',
    '2026-12-18T14:00:00+03:00[Africa/Nairobi]',
  ],
  ['Time zone: Central (Mexico)\nWhen: 18 June 2026, 6pm', '2026-06-18T18:00:00-06:00[America/Mexico_City]'],
])('the zone that a label tells is that of its hour: %j', (lines, start) => {
  expect(startOf(`Water and work\n\n${lines}\nHost: River Institute\n`)).toEqual([start])
})
