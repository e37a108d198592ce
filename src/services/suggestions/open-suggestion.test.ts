import { describe, expect, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { stores } from '../../../test/stores.ts'
import type { Sender } from '../../domain/suggestion.ts'
import { listOpenReadings, listSuggestionReadings } from '../../storage/readings.ts'
import type { Store } from '../../storage/store.ts'
import { findSuggestion, listSteps } from '../../storage/suggestions.ts'
import { openReadings } from '../open-readings.ts'
import { openSuggestion, type SuggestionToOpen, type Weigh } from './open-suggestion.ts'
import { readSuggestionToken, suggestionToken } from './suggestion-token.ts'

const at = Date.parse('2020-12-10T12:00Z')
const rosa: Sender = {
  name: 'Rosa',
  mail: 'rosa@example.org',
  organisation: 'Red Migrante',
  url: null,
  visitorId: null,
  accountId: null,
}
const told: SuggestionToOpen = {
  door: 'form',
  sender: rosa,
  language: 'es',
  words: 'Please add our statement.',
  given: { text: 'https://red.example/statement', files: [] },
  mailKey: 'mail',
  fromKey: 'from',
  formKey: 'form 1',
}
const held: Weigh = async () => ({ state: 'pending', evidence: [] })
const open = (store: Store, id: string, other: Partial<SuggestionToOpen> = {}, weigh = held) =>
  openSuggestion(store, id, { ...told, ...other }, { weigh, at })

describe.each(stores)('what is suggested, in $name', ({ empty }) => {
  test('is kept with what is to be read, apart from what curators paste', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    await openReadings(
      store,
      edition.id,
      { text: 'https://red.example/statement', files: [] },
      { by: 'Anna', at },
    )
    const weighed: string[] = []
    const { id, readings } = await open(store, edition.id, {}, async (_, { seriesId }, text) => {
      weighed.push(seriesId, text)
      return { state: 'pending', evidence: [] }
    })
    expect(await findSuggestion(store.db, id)).toEqual({
      id,
      editionId: edition.id,
      state: 'new',
      door: 'form',
      at,
      changedAt: at,
      sender: rosa,
      language: 'es',
      words: 'Please add our statement.',
      label: 'https://red.example/statement',
      verdict: 'pending',
      evidence: [],
      isCredited: false,
    })
    expect(weighed).toEqual([
      edition.seriesId,
      'Please add our statement.\n\nhttps://red.example/statement\n\nRosa\n\nRed Migrante',
    ])
    const own = await listSuggestionReadings(store.db, id)
    expect(own.map(({ id, by, input, state }) => [id, by, input, state])).toEqual([
      [readings[0], 'Rosa', 'https://red.example/statement', 'waiting'],
    ])
    const pasted = await listOpenReadings(store.db, { editionIds: [edition.id] })
    expect(pasted.map(({ by }) => by)).toEqual(['Anna'])
    expect(await listSteps(store.db, id)).toEqual([
      { at, who: 'sender', by: 'Rosa', act: 'open', words: null, before: null, after: 'new', detail: null },
    ])
  })

  test('twice with one form is one, also at once', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    const both = await Promise.all([open(store, edition.id), open(store, edition.id)])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true])
  })

  test('fills no mailbox with receipts, however its address is written', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    const receipt = { words: 'It came.', write: () => ({ subject: 'Thanks', text: 'It came.', html: '' }) }
    for (const [number, mail] of ['rosa', 'rosa+1', 'Rosa+2', 'ro.sa+3', 'rosa+4'].entries()) {
      const sender = { ...rosa, mail: `${mail}@example.org` }
      const other = { ...told, sender, mailKey: mail, formKey: `form ${number}` }
      await openSuggestion(store, edition.id, other, { weigh: held, at, receipt })
    }
    const mails = await store.db.selectFrom('mails').select('to').execute()
    expect(new Set(mails.map(({ to }) => to))).toEqual(
      new Set(['rosa@example.org', 'rosa+1@example.org', 'Rosa+2@example.org']),
    )
    expect(mails).toHaveLength(3)
  })

  test('and taken for spam is kept, but nothing of it is asked for', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    const { id, readings } = await open(store, edition.id, {}, async () => ({
      state: 'spam',
      evidence: ['trap'],
    }))
    expect(readings).toEqual([])
    expect(await findSuggestion(store.db, id)).toMatchObject({ state: 'spam', evidence: ['trap'] })
    expect(await listSuggestionReadings(store.db, id)).toHaveLength(1)
    expect(await store.db.selectFrom('jobs').where('kind', '=', 'read').selectAll().execute()).toEqual([])
  })

  test('is refused where it is empty, too much, too often, or not wanted', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    const big = { name: 'a.pdf', bytes: new Uint8Array(10 * 1024 * 1024 + 1) }
    const many = Array.from({ length: 21 }, (_, n) => `https://a.example/${n}`).join('\n')
    const refused: [string, Partial<SuggestionToOpen>][] = [
      ['suggestion-empty', { words: ' ', given: { text: '', files: [] } }],
      ['suggestion-too-long', { words: 'a'.repeat(5001) }],
      ['suggestion-too-long', { given: { text: 'a'.repeat(100_001), files: [] } }],
      ['paste-too-many', { given: { text: many, files: [] } }],
      ['file-too-large', { given: { text: '', files: [big] } }],
      ['mail-address-wrong', { sender: { ...rosa, mail: 'a@b.example, c@d.example' } }],
    ]
    for (const [key, other] of refused)
      await expect(open(store, edition.id, other)).rejects.toMatchObject({ key })
    for (let n = 0; n < 20; n++) await open(store, edition.id, { formKey: `form ${n}` })
    await expect(open(store, edition.id, { formKey: 'more' })).rejects.toMatchObject({
      key: 'suggestions-too-many',
    })
    await store.db.updateTable('editions').set({ takes_suggestions: 0 }).execute()
    await expect(open(store, edition.id, { formKey: 'late' })).rejects.toMatchObject({
      key: 'suggestions-closed',
    })
  })
})

test('a name on one line turns nothing around', async () => {
  const store = await stores[0]!.empty()
  const edition = await anEdition(store, { takesSuggestions: true })
  const name = 'Rosa\u202e\r\nBcc: all@example.org'
  const { id } = await open(store, edition.id, { sender: { ...rosa, name } })
  expect((await findSuggestion(store.db, id))!.sender.name).toBe('Rosa Bcc: all@example.org')
})

test('the own page opens by what the site made for it alone', async () => {
  const store = await stores[0]!.empty()
  const edition = await anEdition(store, { takesSuggestions: true })
  const { id } = await open(store, edition.id)
  const token = await suggestionToken(store.db, id)
  expect(await readSuggestionToken(store.db, token)).toBe(id)
  const forged = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`
  for (const other of [forged, id, '', 'A'.repeat(48)])
    expect(await readSuggestionToken(store.db, other)).toBeNull()
})
