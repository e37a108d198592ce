import { expect, test } from 'vitest'
import { venueOf } from './venue.ts'

test.each([
  ['UNESCO, Sala 3', '3'],
  ['UNESCO, Room III', '3'],
  ['UNESCO, Зал 3', '3'],
  ['UNESCO, ہال نمبر ۳', '3'],
  ['UNESCO, 3号室', '3'],
])('the room of “%s” is %s', (name, room) => {
  expect(venueOf({ name } as never).rooms).toEqual([room])
})

test.each(['Hauptstraße 7', 'Hauptstr. 7', 'Haupt Str. 7', 'Hauptstrasse 7'])('“%s” is one door', name => {
  expect(venueOf({ name } as never).doors).toEqual([{ number: '7', words: ['haupt'] }])
})
