import { expect, test } from 'vitest'
import { contentOfFinding } from './content.ts'

const of = (told: { published?: string; registrationUntil?: string }) => {
  const { published, registrationUntil } = contentOfFinding({ kind: 'article', title: 'A', ...told }, 'UTC')
  return [published, registrationUntil]
}

test('what came out at a moment came out on its day; what is no day is none', () => {
  expect(of({ published: '2020-12-23T22:36:27-05:00' })).toEqual(['2020-12-23', null])
  expect(of({ published: ' 2020-12-23 ' })).toEqual(['2020-12-23', null])
  for (const published of ['last week', '2020', '2020-13-45', '2020-02-30', '', '<b>'])
    expect(of({ published })).toEqual([null, null])
})

test('a deadline is a day or a moment, or none', () => {
  const until = '2020-12-17T18:00:00+01:00[Europe/Berlin]'
  expect(of({ registrationUntil: until })).toEqual([null, until])
  expect(of({ registrationUntil: '2020-12-17' })).toEqual([null, '2020-12-17'])
  for (const registrationUntil of ['soon', '2020-13-45', 'Friday'])
    expect(of({ registrationUntil })).toEqual([null, null])
})
