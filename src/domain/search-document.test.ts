import { expect, test } from 'vitest'
import { content } from '../../test/entries.ts'
import { documentOfEntry } from './search-document.ts'

const door = 'https://us02web.zoom.us/j/81234?pwd=Qwertz'

test('nothing that opens a door is in the index, in whichever text and language it stands', () => {
  const told = content({
    title: 'Voices',
    summary: `Join ${door} Passcode: tulip88 or zoommtg://zoom.us/join?confno=81234&pwd=narcissus today`,
    note: 'Passwort: rose77. Welcome',
    statusReason: 'Moved, PIN: 4711 holds',
    links: [{ role: 'join', url: door }],
    translations: { fr: { summary: 'Mot de passe : violette9 bienvenue' } },
  })
  expect(documentOfEntry(told).text).toBe(
    'join passcod or todai passwort welcom moved pin hold mot de pass bienvenu',
  )
})

test('a door that has no slashes is left out where it is one of the links', () => {
  const url = 'zoommtg:join?pwd=narcissus'
  const told = content({ title: 'Voices', note: `See ${url} now`, links: [{ role: 'join', url }] })
  expect(documentOfEntry(told).text).toBe('see zoommtg join now')
})
