import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { bulkChange } from '../domain/bulk.ts'
import { contentOfEntry } from '../domain/content.ts'
import type { Finding } from '../domain/finding.ts'
import { findEditionById } from '../storage/editions.ts'
import { readHistory } from '../storage/history.ts'
import { findOpenJobs } from '../storage/jobs.ts'
import { readOrganisations } from '../storage/organisations.ts'
import { findReading, keepResult } from '../storage/readings.ts'
import type { Store } from '../storage/store.ts'
import { readUpdates } from '../storage/updates.ts'
import { addEntries } from './add-entries.ts'
import { changeEntries } from './change-entries.ts'
import { editEdition } from './edit-edition.ts'
import { editEntry } from './edit-entry.ts'
import { editOrganisation } from './edit-organisation.ts'
import { importProgramme } from './import-programme.ts'
import { mergeOrganisations } from './merge-organisations.ts'
import { openEdition } from './open-edition.ts'
import { openReadings } from './open-readings.ts'
import { acceptReading, readEntryAgain, readProposals } from './read-entry-again.ts'
import { reopenReading, settleFindings } from './settle-findings.ts'
import { undoRevision } from './undo-revision.ts'

const anna = { by: 'Anna', at: 10 }
const who = { id: null, name: 'Anna' }
const start = '2020-12-18T14:00:00+01:00[Europe/Berlin]'
const source = 'https://un.example/voices'
const told: Finding = { kind: 'event', title: 'Voices', start, url: source, summary: 'old' }
const event = (more: Partial<Finding> = {}) => ({
  content: content({ ...told, ...more }),
  state: 'published' as const,
})
const readAs = (...findings: Finding[]) => ({ url: source, findings, problems: [], head: null })
const idsOf = async (store: Store) =>
  new Map((await readOrganisations(store.db)).map(({ name, id }) => [name, id]))

const press = {
  title: 'Press Day 2021',
  slug: '2021',
  startsOn: '2021-05-03',
  endsOn: '2021-05-03',
  homeZone: 'Europe/Paris',
}

describe.each(stores)('on $name', ({ empty }) => {
  async function begun() {
    const store = await empty()
    return { store, edition: await anEdition(store) }
  }

  test('two who say different things of an edition at once are both heard', async () => {
    const { store, edition } = await begun()
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        editEdition(store, edition.id, { title: `Title ${round}` }, anna),
        editEdition(store, edition.id, { text: `Text ${round}` }, { ...anna, by: 'Ben' }),
      ])
      const { title, text } = (await findEditionById(store.db, edition.id))!
      expect([title, text]).toEqual([`Title ${round}`, `Text ${round}`])
    }
  })

  test('of two organisations that are merged into each other at once, one stays', async () => {
    const { store, edition } = await begun()
    const organisations = [{ name: 'IOM' }, { name: 'OIM' }]
    await addEntries(store, edition.id, [event({ organisations })], anna)
    const ids = await idsOf(store)
    const [iom, oim] = [ids.get('IOM')!, ids.get('OIM')!]
    const merges = await Promise.allSettled([
      mergeOrganisations(store, { from: oim, into: iom }, { who, at: 20 }),
      mergeOrganisations(store, { from: iom, into: oim }, { who, at: 20 }),
    ])
    expect(merges.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await readOrganisations(store.db)).toHaveLength(1)
  })

  test('an import that tells an address and a change of name do not wait for each other', async () => {
    const { store, edition } = await begun()
    for (let round = 0; round < 5; round++) {
      const name = `Network ${round}`
      await addEntries(store, edition.id, [event({ title: `T${round}`, organisations: [{ name }] })], anna)
      const id = (await idsOf(store)).get(name)!
      const finding = {
        ...told,
        title: `From a file ${round}`,
        organisations: [{ name, url: `https://network-${round}.example` }],
      }
      await Promise.all([
        importProgramme(store, [{ finding }], {
          series: 'migrants-day',
          edition: '2020',
          file: `${round}.json`,
          at: 30,
        }),
        editOrganisation(store, id, { name: `${name} worldwide`, url: null }, { who, at: 30 }),
      ])
    }
  }, 60_000)

  test('what somebody wrote since proposals were shown is not written over by who accepts them', async () => {
    const { store, edition } = await begun()
    const { entries } = await addEntries(
      store,
      edition.id,
      [{ ...event(), origin: { source, finding: told } }],
      anna,
    )
    const where = { id: entries[0]!.id, editionId: edition.id }
    const id = await readEntryAgain(store, where, anna)
    await keepResult(store.db, id, readAs({ ...told, summary: 'new' }), 20)
    const now = contentOfEntry(await entryOf(store, where.id))
    await editEntry(store, where, { content: { ...now, summary: 'Ben’s' } }, { by: 'Ben', at: 30, base: 1 })
    const reading = (await findReading(store.db, id))!
    await expect(acceptReading(store, reading, ['summary'], { by: 'Anna', at: 40, base: 1 })).rejects.toThrow(
      'Ben changed the same meanwhile',
    )
    expect((await entryOf(store, where.id)).summary).toBe('Ben’s')
    // Seen with what Ben wrote, it may be accepted.
    await acceptReading(store, reading, ['summary'], { by: 'Anna', at: 50, base: 2 })
    expect((await entryOf(store, where.id)).summary).toBe('new')
  })

  test('a contributor does not put an editor’s proposals aside', async () => {
    const { store, edition } = await begun()
    const { entries } = await addEntries(
      store,
      edition.id,
      [{ ...event(), origin: { source, finding: told } }],
      anna,
    )
    const where = { id: entries[0]!.id, editionId: edition.id }
    const id = await readEntryAgain(store, where, anna)
    await keepResult(store.db, id, readAs({ ...told, summary: 'new' }), 20)
    const reading = (await findReading(store.db, id))!
    await expect(acceptReading(store, reading, [], { by: 'Cleo', at: 40, onlyDrafts: true })).rejects.toThrow(
      'Only an editor',
    )
    const entry = await entryOf(store, where.id)
    expect((await readProposals(store.db, reading, entry, 'Europe/Berlin')).proposals).toHaveLength(1)
  })

  test('findings that were read anew under an open card are not settled by it', async () => {
    const { store, edition } = await begun()
    const paste = { text: source, files: [] }
    const [id] = await openReadings(store, edition.id, paste, anna)
    await keepResult(store.db, id!, readAs({ ...told, title: 'A' }, { ...told, title: 'B' }), 20)
    await openReadings(store, edition.id, paste, { by: 'Ben', at: 700_000 })
    await keepResult(store.db, id!, readAs({ ...told, title: 'Z' }, { ...told, title: 'A' }), 700_100)
    const publish = [{ number: 0, as: 'entry' as const, state: 'published' as const }]
    const reading = { id: id!, editionId: edition.id }
    await expect(settleFindings(store, { ...reading, readAt: 20 }, publish, anna)).rejects.toThrow(
      'meanwhile',
    )
    const { entries } = await settleFindings(store, { ...reading, readAt: 700_100 }, publish, anna)
    expect(entries.map(({ title }) => title)).toEqual(['Z'])
  })

  test('what was put aside before it was read is read when it is taken up again', async () => {
    const { store, edition } = await begun()
    const [id] = await openReadings(store, edition.id, { text: source, files: [] }, anna)
    const reading = { id: id!, editionId: edition.id }
    await settleFindings(store, reading, [{ number: 0, as: 'drop' }], anna)
    await reopenReading(store, reading, { by: 'Anna', at: 20 })
    expect((await findReading(store.db, id!))!.state).toBe('waiting')
    expect([...(await findOpenJobs(store.db, 'read', [id!])).keys()]).toEqual([id])
  })

  test('undo finds words that are stored as somebody else wrote them first', async () => {
    const { store, edition } = await begun()
    const { entries } = await addEntries(
      store,
      edition.id,
      [event({ tags: ['solidarity'], organisations: [{ name: 'IOM' }] }), event({ title: 'Other' })],
      anna,
    )
    const other = entries[1]!.id
    for (const act of [
      { act: 'tag', tag: 'Solidarity' } as const,
      { act: 'organisation', name: 'iom' } as const,
    ]) {
      const { revision } = await changeEntries(
        store,
        edition.id,
        [other],
        fields => bulkChange(act, fields, {} as never),
        { ...anna, name: 'bulk' },
      )
      expect(await undoRevision(store, edition.id, revision!, anna)).toMatchObject({ changed: 1, kept: 0 })
    }
    const { tags, organisations } = await entryOf(store, other)
    expect([tags, organisations]).toEqual([[], []])
  })

  test('the address of an organisation that a form tells is kept', async () => {
    const { store, edition } = await begun()
    const { entries, revision } = await addEntries(
      store,
      edition.id,
      [event({ organisations: [{ name: 'IOM' }] })],
      anna,
    )
    const id = entries[0]!.id
    const organisations = [{ name: 'IOM', url: 'https://iom.example/' }]
    const edit = { content: content({ ...told, organisations }) }
    const edited = await editEntry(store, { id, editionId: edition.id }, edit, { ...anna, base: revision })
    expect(edited).toMatchObject({ changed: true })
    expect((await entryOf(store, id)).organisations).toMatchObject([
      { name: 'IOM', url: 'https://iom.example/', role: null },
    ])
  })

  test('nobody says of an organisation of another series, or with a draft alone, where it is at home', async () => {
    const { store, edition } = await begun()
    const named = (name: string, url?: string) => event({ organisations: [{ name, ...(url && { url }) }] })
    await addEntries(store, edition.id, [named('Red Cross')], anna)
    const series = { new: { slug: 'press-day', title: 'Press Day', observed: null } }
    const other = await openEdition(store, series, press, { who, at: 10 })
    await addEntries(store, other.id, [named('Red Cross', 'https://evil.example/')], anna)
    const draft = { ...named('Choir', 'https://evil.example/choir'), state: 'draft' as const }
    await addEntries(store, edition.id, [draft], { by: 'Cleo', at: 10, onlyDrafts: true })
    await addEntries(store, edition.id, [named('Choir', 'https://choir.example/')], { by: 'Anna', at: 20 })
    const urls = new Map((await readOrganisations(store.db)).map(({ name, url }) => [name, url]))
    expect([urls.get('Red Cross'), urls.get('Choir')]).toEqual([null, 'https://choir.example/'])
  })

  test('what was done to the edition itself stands first in a revision of many', async () => {
    const { store, edition } = await begun()
    const many = Array.from({ length: 14 }, (_, n) =>
      event({ title: `E${n}`, organisations: [{ name: 'OIM' }] }),
    )
    await addEntries(store, edition.id, [...many, event({ organisations: [{ name: 'IOM' }] })], anna)
    const ids = await idsOf(store)
    await mergeOrganisations(store, { from: ids.get('OIM')!, into: ids.get('IOM')! }, { who, at: 20 })
    const [latest] = await readHistory(store.db, edition.id, { limit: 1, changes: 12 })
    expect([latest!.changes[0]!.entryId, latest!.changes.length, latest!.count]).toEqual([null, 12, 15])
  })

  test('readers are not told what an import says of a draft', async () => {
    const { store, edition } = await begun()
    await editEdition(store, edition.id, { state: 'live' }, anna)
    const draft = {
      content: content(told),
      state: 'draft' as const,
      origin: { source: 'f.csv', finding: told },
    }
    await addEntries(store, edition.id, [draft], anna)
    const finding: Finding = { ...told, status: 'cancelled' }
    await importProgramme(store, [{ finding }], {
      series: 'migrants-day',
      edition: '2020',
      file: 'f.csv',
      at: 50,
    })
    expect(await readUpdates(store.db, edition.id, 9)).toEqual([])
  })
})
