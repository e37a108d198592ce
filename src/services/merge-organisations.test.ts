import { describe, expect, test } from 'vitest'
import { finding, importInto, linesOf } from '../../test/builders.ts'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import type { Finding } from '../domain/finding.ts'
import { listAudit } from '../storage/audit.ts'
import { insertAwaited, readAwaited } from '../storage/awaited.ts'
import { findEdition } from '../storage/editions.ts'
import { findOrganisation, findOrganisationByName, listOrganisations } from '../storage/organisations.ts'
import { readRevisions } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { readUpdates } from '../storage/updates.ts'
import { addEntries } from './add-entries.ts'
import { editOrganisation } from './edit-organisation.ts'
import { mergeOrganisations } from './merge-organisations.ts'
import { partOrganisations } from './part-organisations.ts'

const who = { id: 'a', name: 'Anna' }
const anna = (at: number) => ({ by: 'Anna', at })

async function idOf(store: Store, name: string): Promise<string> {
  const found = await findOrganisationByName(store.db, name)
  if (!found) throw new Error(`There is no organisation ${name}`)
  return found.id
}

async function named(store: Store, id: string) {
  return (await entryOf(store, id)).organisations.map(({ name, url, role }) => ({ name, url, role }))
}

describe.each(stores)('organisations in $name', ({ empty }) => {
  async function begun() {
    const store = await empty()
    const edition = await anEdition(store)
    const add = async (...organisations: NonNullable<Finding['organisations']>) => {
      const entry = { content: content({ organisations }), state: 'published' as const }
      return (await addEntries(store, edition.id, [entry], anna(10))).entries[0]!.id
    }
    return { store, edition, add }
  }

  describe('that are one are merged', () => {
    test('wherever they are named, once, with the role that either has', async () => {
      const { store, edition, add } = await begun()
      const alone = await add({ name: 'IOM', url: 'https://iom.example/' })
      const both = await add({ name: 'IOM', role: 'host' }, { name: 'UN Women' }, { name: 'UN Migration' })
      const other = await add({ name: 'UN Migration' })
      const before = (await entryOf(store, other)).sequence
      const told = { from: await idOf(store, 'IOM'), into: await idOf(store, 'UN Migration') }
      expect(await mergeOrganisations(store, told, { who, at: 20 })).toEqual({ entries: 3, editions: 1 })
      const merged = { name: 'UN Migration', url: 'https://iom.example/', role: null }
      expect(await named(store, alone)).toEqual([merged])
      expect(await named(store, both)).toEqual([
        { ...merged, role: 'host' },
        { name: 'UN Women', url: null, role: null },
      ])
      expect(await named(store, other)).toEqual([merged])
      expect((await entryOf(store, other)).sequence).toBe(before + 1)
      const acts = await readRevisions(store.db, edition.id, { number: 4 })
      expect(acts.map(({ act, by, entryId }) => [act, by, entryId === null])).toEqual(
        expect.arrayContaining([['merge-organisations', 'Anna', true]]),
      )
      expect(acts).toHaveLength(4)
      // Readers are not told: what takes place is the same.
      expect((await readUpdates(store.db, edition.id, 10)).map(({ at }) => at)).toEqual([10, 10, 10])
      expect(await listAudit(store.db, { limit: 1 })).toMatchObject([
        { act: 'organisations-merged', subject: 'UN Migration', details: { from: 'IOM' } },
      ])
    })

    test('and whoever says the old name means the new one', async () => {
      const { store, add } = await begun()
      await add({ name: 'IOM' })
      await add({ name: 'UN Migration' })
      const into = await idOf(store, 'UN Migration')
      await mergeOrganisations(store, { from: await idOf(store, 'IOM'), into }, { who, at: 20 })
      const again = await add({ name: 'I.O.M.' }, { name: 'UN Migration' })
      expect(await named(store, again)).toEqual([{ name: 'UN Migration', url: null, role: null }])
      const { organisations } = await listOrganisations(store.db, { sought: 'iom', from: 0, limit: 9 })
      expect(organisations).toEqual([{ id: into, name: 'UN Migration', url: null, entries: 3, editions: 1 }])
      // One that was merged into one that is merged leads on.
      await add({ name: 'UN' })
      const last = await idOf(store, 'UN')
      await mergeOrganisations(store, { from: into, into: last }, { who, at: 30 })
      expect(await findOrganisation(store.db, await idOf(store, 'IOM'))).toMatchObject({ mergedInto: last })
    })

    test('so that reading a source again keeps nothing back and doubles nothing', async () => {
      const store = await empty()
      const told = finding({ uid: '1', organisations: [{ name: 'IOM' }] })
      await importInto(
        store,
        linesOf([told, finding({ uid: '2', organisations: [{ name: 'UN Migration' }] })]),
      )
      const from = await idOf(store, 'IOM')
      await mergeOrganisations(store, { from, into: await idOf(store, 'UN Migration') }, { who, at: 20 })
      const again = await importInto(store, linesOf([told]))
      expect(again).toMatchObject({ changed: 0, kept: [] })
      const more = {
        ...told,
        organisations: [{ name: 'IOM' }, { name: 'Caritas' }, { name: 'UN Migration' }],
      }
      const third = await importInto(store, linesOf([more]))
      expect(third).toMatchObject({ changed: 1, kept: [] })
      const edition = (await findEdition(store.db, 'migrants-day', '2020'))!
      const [row] = await store.db
        .selectFrom('entries')
        .innerJoin('identities', 'entry_id', 'entries.id')
        .where('edition_id', '=', edition.id)
        .where('uid', 'like', '%1%')
        .select('entries.id')
        .execute()
      expect((await named(store, row!.id)).map(({ name }) => name)).toEqual(['UN Migration', 'Caritas'])
    })

    test('and expected as one', async () => {
      const { store, edition, add } = await begun()
      await add({ name: 'IOM' }, { name: 'UN Migration' })
      const [from, into] = [await idOf(store, 'IOM'), await idOf(store, 'UN Migration')]
      const next = { id: 'next', slug: '2021', startsOn: '2021-12-18', endsOn: '2021-12-18' }
      await store.db
        .insertInto('editions')
        .columns([
          'id',
          'series_id',
          'slug',
          'title',
          'state',
          'starts_on',
          'ends_on',
          'home_zone',
          'created_at',
          'updated_at',
        ])
        .values({
          id: next.id,
          series_id: edition.seriesId,
          slug: next.slug,
          title: 'Next',
          state: 'draft',
          starts_on: next.startsOn,
          ends_on: next.endsOn,
          home_zone: 'UTC',
          created_at: 0,
          updated_at: 0,
        })
        .execute()
      await insertAwaited(store.db, next.id, [from, into])
      await mergeOrganisations(store, { from, into }, { who, at: 20 })
      expect(await readAwaited(store.db, next.id)).toMatchObject([{ id: into }])
    })

    test('but neither with itself nor with one that is gone', async () => {
      const { store, add } = await begun()
      await add({ name: 'IOM' })
      await add({ name: 'UN Migration' })
      const [from, into] = [await idOf(store, 'IOM'), await idOf(store, 'UN Migration')]
      const merge = (told: { from: string; into: string }) => mergeOrganisations(store, told, { who, at: 20 })
      await expect(merge({ from, into: from })).rejects.toMatchObject({ key: 'organisation-same' })
      await expect(merge({ from: 'nobody', into })).rejects.toMatchObject({ key: 'organisation-gone' })
      await merge({ from, into })
      await expect(merge({ from: into, into: from })).rejects.toMatchObject({ key: 'organisation-gone' })
    })
  })

  test('a merge is taken back, but where somebody has written since', async () => {
    const { store, edition, add } = await begun()
    const alone = await add({ name: 'IOM' })
    const both = await add({ name: 'IOM', role: 'host' }, { name: 'UN Migration' })
    const [from, into] = [await idOf(store, 'IOM'), await idOf(store, 'UN Migration')]
    await add({ name: 'Intl Org for Migration' })
    const older = await idOf(store, 'Intl Org for Migration')
    await mergeOrganisations(store, { from: older, into: from }, { who, at: 15 })
    await mergeOrganisations(store, { from, into }, { who, at: 20 })
    const { editEntry } = await import('./edit-entry.ts')
    const { contentOfEntry } = await import('../domain/content.ts')
    const now = contentOfEntry(await entryOf(store, both))
    const told = {
      content: { ...now, organisations: [...now.organisations, { name: 'Caritas', url: null, role: null }] },
    }
    await editEntry(store, { id: both, editionId: edition.id }, told, { ...anna(25), base: 6 })
    expect(await partOrganisations(store, from, { who, at: 30 })).toEqual({ entries: 2, kept: 1 })
    expect((await named(store, alone)).map(({ name }) => name)).toEqual(['IOM'])
    expect((await named(store, both)).map(({ name }) => name)).toEqual(['UN Migration', 'Caritas'])
    expect(await findOrganisation(store.db, from)).toMatchObject({ mergedInto: null })
    expect(await findOrganisation(store.db, older)).toMatchObject({ mergedInto: from })
    await expect(partOrganisations(store, from, { who, at: 40 })).rejects.toMatchObject({
      key: 'organisation-gone',
    })
  })

  test('parted, neither keeps what the merge gave it: address, and where it is expected', async () => {
    const { store, edition, add } = await begun()
    const url = 'https://oim.example/'
    const [one, other] = [await add({ name: 'OIM', url }), await add({ name: 'IOM' })]
    const [from, into] = [await idOf(store, 'OIM'), await idOf(store, 'IOM')]
    await insertAwaited(store.db, edition.id, [from])
    const rows = () =>
      store.db.selectFrom('awaited_organisations').select(['organisation_id', 'position']).execute()
    await mergeOrganisations(store, { from, into }, { who, at: 20 })
    expect(await rows()).toEqual([{ organisation_id: into, position: 0 }])
    expect(await named(store, other)).toEqual([{ name: 'IOM', url, role: null }])
    const { revision } = (await findEdition(store.db, 'migrants-day', '2020'))!
    expect(await partOrganisations(store, from, { who, at: 30 })).toEqual({ entries: 1, kept: 0 })
    expect(await rows()).toEqual([{ organisation_id: from, position: 0 }])
    expect(await named(store, one)).toEqual([{ name: 'OIM', url, role: null }])
    expect(await named(store, other)).toEqual([{ name: 'IOM', url: null, role: null }])
    expect((await findEdition(store.db, 'migrants-day', '2020'))!.revision).toBe(revision + 1)
    // An address that somebody has told since is theirs.
    await mergeOrganisations(store, { from, into }, { who, at: 40 })
    await editOrganisation(store, into, { name: 'IOM', url: 'https://iom.example/' }, { who, at: 50 })
    await partOrganisations(store, from, { who, at: 60 })
    expect(await named(store, other)).toMatchObject([{ url: 'https://iom.example/' }])
  })

  describe('are renamed', () => {
    test('wherever they are named, and found by the old name', async () => {
      const { store, edition, add } = await begun()
      const id = await add({ name: 'IOM' })
      const iom = await idOf(store, 'IOM')
      const told = { name: 'UN Migration', url: 'https://iom.example/' }
      expect(await editOrganisation(store, iom, told, { who, at: 20 })).toEqual({
        changed: true,
        editions: 1,
      })
      expect(await named(store, id)).toEqual([{ ...told, role: null }])
      const again = await add({ name: 'IOM' })
      expect(await named(store, again)).toEqual([{ ...told, role: null }])
      expect(await readRevisions(store.db, edition.id, { number: 2 })).toMatchObject([
        {
          act: 'edit-organisation',
          entryId: null,
          before: { name: 'IOM', url: null },
          after: told,
        },
      ])
      // And back: the old name is its own again, and the newer one leads to it.
      await editOrganisation(store, iom, { ...told, name: 'IOM' }, { who, at: 30 })
      expect(await named(store, id)).toMatchObject([{ name: 'IOM' }])
      expect(await findOrganisationByName(store.db, 'UN Migration')).toMatchObject({ mergedInto: iom })
      expect(
        await editOrganisation(store, iom, { ...told, name: 'I. O. M.' }, { who, at: 40 }),
      ).toMatchObject({
        changed: true,
      })
      expect(await named(store, id)).toMatchObject([{ name: 'I. O. M.' }])
    })

    test('by two at once: both are shown', async () => {
      const { store, add } = await begun()
      await add({ name: 'IOM' })
      const id = await idOf(store, 'IOM')
      const opened = { name: 'IOM', url: null }
      await editOrganisation(store, id, { name: 'UN Migration', url: null }, { opened, who, at: 20 })
      const ben = { id: 'b', name: 'Ben' }
      const told = { name: 'Migration Agency', url: 'https://iom.example/' }
      expect(await editOrganisation(store, id, told, { opened, who: ben, at: 30 })).toEqual({
        conflict: {
          fields: ['name'],
          theirs: { name: 'UN Migration', url: null },
          merged: { name: 'UN Migration', url: 'https://iom.example/' },
        },
      })
      const address = { ...opened, url: 'https://iom.example/' }
      await editOrganisation(store, id, address, { opened, who: ben, at: 40 })
      expect(await findOrganisation(store.db, id)).toMatchObject({
        name: 'UN Migration',
        url: 'https://iom.example/',
      })
    })

    test('to no name that another one has', async () => {
      const { store, add } = await begun()
      await add({ name: 'IOM' }, { name: 'UN Women' })
      const id = await idOf(store, 'IOM')
      const rename = (name: string) => editOrganisation(store, id, { name, url: null }, { who, at: 20 })
      const other = await idOf(store, 'UN Women')
      await expect(rename('un-women')).rejects.toMatchObject({
        key: 'organisation-taken',
        values: { id: other },
      })
      await expect(rename(' ')).rejects.toMatchObject({ key: 'name-missing' })
      await expect(rename('x'.repeat(301))).rejects.toMatchObject({ key: 'too-long' })
      expect(await findOrganisation(store.db, id)).toMatchObject({ name: 'IOM' })
    })
  })
})
