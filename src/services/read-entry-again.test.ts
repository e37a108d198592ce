import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { eventPage, openPages } from '../../test/pages-site.ts'
import { stores } from '../../test/stores.ts'
import { contentOfEntry } from '../domain/content.ts'
import type { Reading } from '../domain/reading.ts'
import { findReading } from '../storage/readings.ts'
import { addEntries } from './add-entries.ts'
import { editEntry } from './edit-entry.ts'
import { openReadings } from './open-readings.ts'
import { acceptReading, readEntryAgain, readProposals } from './read-entry-again.ts'
import { readReading } from './read-reading.ts'
import { settleFindings } from './settle-findings.ts'

const at = Date.parse('2020-12-01T12:00:00Z')
const anna = { by: 'Anna', at }

describe.each(stores)('reading an entry again in $name', ({ empty }) => {
  async function begun() {
    const store = await empty()
    const edition = await anEdition(store)
    const { address, pages, fetch } = await openPages({
      '/day': eventPage({ title: 'Voices', organiser: 'IOM' }),
    })
    const read = async (id: string) => {
      await readReading(store, id, { fetch, now: () => at })
      return (await findReading(store.db, id)) as Reading
    }
    const [id] = await openReadings(store, edition.id, { text: `${address}/day`, files: [] }, anna)
    const settled = await settleFindings(
      store,
      await read(id!),
      [{ number: 0, as: 'entry', state: 'published' }],
      anna,
    )
    const entry = settled.entries[0]!.id
    const again = async () => read(await readEntryAgain(store, { id: entry, editionId: edition.id }, anna))
    const proposals = async (reading: Reading) =>
      (await readProposals(store.db, reading, await entryOf(store, entry), edition.homeZone)).proposals
    return { store, edition, entry, pages, again, proposals }
  }

  test('proposes what the source says anew, and changes nothing by itself', async () => {
    const { store, entry, pages, again, proposals } = await begun()
    const before = await entryOf(store, entry)
    pages['/day'] = eventPage({
      title: 'Voices',
      organiser: 'IOM',
      start: '2020-12-18T16:00:00+01:00',
      link: 'https://zoom.us/j/81234567890',
    })
    const reading = await again()
    expect(reading).toMatchObject({ entryId: entry, state: 'read' })
    expect((await proposals(reading)).map(({ field, by }) => [field, by])).toEqual([
      ['time', 'source'],
      ['links', 'source'],
    ])
    expect(await entryOf(store, entry)).toEqual(before)
  })

  test('takes over what is accepted; the rest is not proposed again until the source changes it again', async () => {
    const { store, edition, entry, pages, again, proposals } = await begun()
    const opened = contentOfEntry(await entryOf(store, entry))
    await editEntry(
      store,
      { id: entry, editionId: edition.id },
      { content: { ...opened, title: 'Voices!' } },
      { ...anna, base: 1 },
    )
    const at16 = { start: '2020-12-18T16:00:00+01:00', organiser: 'IOM' }
    pages['/day'] = eventPage({ title: 'Voices of migrants', ...at16 })
    const first = await again()
    expect((await proposals(first)).map(({ field, by }) => [field, by])).toEqual([
      ['title', 'both'],
      ['time', 'source'],
    ])
    expect(await acceptReading(store, first, ['time'], anna)).toEqual({ revision: 3, changed: true })
    expect(await entryOf(store, entry)).toMatchObject({
      title: 'Voices!',
      time: { start: '2020-12-18T16:00:00' },
    })
    expect(await proposals(await again())).toEqual([])
    pages['/day'] = eventPage({ title: 'The voices of migrants', ...at16 })
    expect(await proposals(await again())).toMatchObject([
      { field: 'title', told: 'The voices of migrants', by: 'both' },
    ])
  })

  test('accepted twice, or after it was closed, changes nothing more', async () => {
    const { store, pages, again } = await begun()
    pages['/day'] = eventPage({ title: 'Voices of migrants' })
    const reading = await again()
    expect(await acceptReading(store, reading, ['title'], anna)).toMatchObject({ changed: true })
    expect(await acceptReading(store, reading, ['title'], anna)).toEqual({ revision: null, changed: false })
  })

  test('finds the entry among the others of its page, and says when it is not there any more', async () => {
    const { store, edition, entry, pages, again, proposals } = await begun()
    const page = (...titles: string[]) => titles.map(title => eventPage({ title })).join('\n')
    pages['/day'] = page('A choir sings', 'Voices', 'A film is shown')
    expect(await proposals(await again())).toEqual([
      { field: 'organisations', now: [{ name: 'IOM', role: null, url: null }], told: [], by: 'source' },
    ])
    pages['/day'] = page('A choir sings', 'A film is shown')
    const reading = await again()
    const found = await readProposals(store.db, reading, await entryOf(store, entry), edition.homeZone)
    expect(found).toEqual({ finding: null, proposals: [], told: null })
  })

  test('reads where the entry is told of, when nobody knows where it came from', async () => {
    const { store, edition, again: _ } = await begun()
    const { address, fetch } = await openPages({ '/own': eventPage({ title: 'Own', organiser: 'ILO' }) })
    const own = content({ title: 'Own', links: [{ role: 'source', url: `${address}/own` }] })
    const { entries } = await addEntries(store, edition.id, [{ content: own, state: 'draft' }], anna)
    const where = { id: entries[0]!.id, editionId: edition.id }
    const id = await readEntryAgain(store, where, anna)
    await readReading(store, id, { fetch, now: () => at })
    const reading = (await findReading(store.db, id))!
    const { proposals } = await readProposals(
      store.db,
      reading,
      await entryOf(store, where.id),
      'Europe/Berlin',
    )
    expect(proposals.map(({ field, by }) => [field, by])).toEqual([
      ['attendance', 'source'],
      ['organisations', 'source'],
    ])
    const bare = await addEntries(store, edition.id, [{ content: content(), state: 'draft' }], anna)
    const nowhere = { id: bare.entries[0]!.id, editionId: edition.id }
    await expect(readEntryAgain(store, nowhere, anna)).rejects.toMatchObject({ key: 'no-source' })
  })
})
