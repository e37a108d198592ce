import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { contentOfEntry } from '../domain/content.ts'
import type { EntryFields } from '../domain/entry-fields.ts'
import type { Finding } from '../domain/finding.ts'
import { readEntries } from '../storage/entries.ts'
import { readEntrySources } from '../storage/identities.ts'
import { readProgramme } from '../storage/programmes.ts'
import { findRedirect } from '../storage/redirects.ts'
import type { Store } from '../storage/store.ts'
import { readUpdates } from '../storage/updates.ts'
import { addEntries, type EntryToAdd } from './add-entries.ts'
import { bringBackEntry } from './bring-back-entry.ts'
import { changeEntries } from './change-entries.ts'
import { editEntry } from './edit-entry.ts'
import { mergeEntries } from './merge-entries.ts'
import { restoreEntry } from './restore-entry.ts'
import { undoRevision } from './undo-revision.ts'

const anna = { by: 'Anna', at: 10 }

describe.each(stores)('merging two entries in $name', ({ empty }) => {
  const told = (finding: Partial<Finding>, source: string, more: Partial<EntryToAdd> = {}): EntryToAdd => {
    const whole: Finding = {
      kind: 'event',
      title: 'Voices',
      start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      ...finding,
    }
    return { content: content(whole), state: 'published', origin: { source, finding: whole }, ...more }
  }

  async function begun(more: Partial<EntryToAdd> = {}) {
    const store = await empty()
    const edition = await anEdition(store)
    const session = { content: content({ title: 'Opening' }) }
    const { entries } = await addEntries(
      store,
      edition.id,
      [
        told({ organisations: [{ name: 'IOM' }], tags: ['money'] }, 'https://iom.example/day', more),
        told(
          {
            title: 'Voices of migrants',
            organisations: [{ name: 'ILO' }],
            summary: 'All day.',
            links: [{ role: 'join', url: 'https://zoom.us/j/81234567890' }],
          },
          'https://ilo.example/day',
          { sessions: [session] },
        ),
      ],
      anna,
    )
    const [keep, other] = entries.map(({ id }) => id) as [string, string]
    return { store, edition, keep, other }
  }
  const sources = async (store: Store, id: string) =>
    (await readEntrySources(store.db, id)).map(({ name }) => name).sort()
  const address = (slug: string) => `/migrants-day/2020/${slug}`

  test('makes one of both; the address of the other leads to it, and readers are told once', async () => {
    const { store, edition, keep, other } = await begun()
    const merged = await mergeEntries(store, edition.id, { keep, other, chosen: { title: 'other' } }, anna)
    expect(merged).toEqual({ revision: 2, slug: 'voices' })
    const shown = (await readProgramme(store, 'migrants-day', '2020'))!.entries
    expect(shown).toMatchObject([
      {
        id: keep,
        slug: 'voices',
        title: 'Voices of migrants',
        summary: 'All day.',
        organisations: [{ name: 'IOM' }, { name: 'ILO' }],
        links: [{ role: 'join' }],
        tags: [{ name: 'money' }],
        sessions: [{ title: 'Opening' }],
      },
    ])
    expect((await entryOf(store, other)).state).toBe('withdrawn')
    expect(await findRedirect(store, address('voices-of-migrants'))).toBe(address('voices'))
    expect(await sources(store, keep)).toEqual(['https://ilo.example/day', 'https://iom.example/day'])
    expect(await sources(store, other)).toEqual([])
    const updates = (await readUpdates(store.db, edition.id, 10)).filter(({ number }) => number === 2)
    expect(updates.map(({ update }) => update.kind)).toEqual(['link', 'other'])
  })

  test('is undone as one: both are what they were, at their addresses, known to their sources', async () => {
    const { store, edition, keep, other } = await begun()
    const before = await Promise.all([entryOf(store, keep), entryOf(store, other)])
    const { revision } = await mergeEntries(store, edition.id, { keep, other, chosen: {} }, anna)
    expect(await undoRevision(store, edition.id, revision, anna)).toMatchObject({ changed: 3, kept: 0 })
    const after = await Promise.all([entryOf(store, keep), entryOf(store, other)])
    const bare = (entries: object[]) => entries.map(entry => ({ ...entry, sequence: 0, updatedAt: 0 }))
    expect(bare(after)).toEqual(bare(before))
    expect(await findRedirect(store, address('voices-of-migrants'))).toBeNull()
    expect(await sources(store, other)).toEqual(['https://ilo.example/day'])
    const [, second] = (await readProgramme(store, 'migrants-day', '2020'))!.entries
    expect(second!.sessions).toMatchObject([{ title: 'Opening' }])
  })

  test('keeps a draft seen where the other was', async () => {
    const { store, edition, keep, other } = await begun({ state: 'draft' })
    await mergeEntries(store, edition.id, { keep, other, chosen: {} }, anna)
    expect((await entryOf(store, keep)).state).toBe('published')
  })

  test('is refused with itself, with one of another edition, and to who may only draft', async () => {
    const { store, edition, keep, other } = await begun()
    const merge = (merging: { keep: string; other: string }, act = {}) =>
      mergeEntries(store, edition.id, { ...merging, chosen: {} }, { ...anna, ...act })
    await expect(merge({ keep, other: keep })).rejects.toMatchObject({ key: 'merge-itself' })
    const elsewhere = '0190a000-0000-7000-8000-000000000000'
    await expect(merge({ keep, other: elsewhere })).rejects.toMatchObject({ key: 'entry-gone' })
    await expect(merge({ keep, other }, { onlyDrafts: true })).rejects.toMatchObject({ key: 'only-drafts' })
    const session = (await readProgramme(store, 'migrants-day', '2020'))!.entries[1]!.sessions[0]!
    await expect(merge({ keep: session.id, other })).rejects.toMatchObject({ key: 'merge-into-session' })
    expect((await readProgramme(store, 'migrants-day', '2020'))!.edition.revision).toBe(1)
  })

  test('is refused where one is withdrawn or merged already, so that readers always keep one', async () => {
    const { store, edition, keep, other } = await begun()
    const merge = (merging: { keep: string; other: string }) =>
      mergeEntries(store, edition.id, { ...merging, chosen: {} }, anna)
    await merge({ keep, other })
    const refused = { key: 'merge-withdrawn' }
    await expect(merge({ keep, other })).rejects.toMatchObject(refused)
    await expect(merge({ keep: other, other: keep })).rejects.toMatchObject(refused)
    expect((await entryOf(store, keep)).state).toBe('published')
    expect((await readProgramme(store, 'migrants-day', '2020'))!.edition.revision).toBe(2)
  })

  test('puts the sessions of one after another behind those that are there, in their order', async () => {
    const { store, edition, keep, other } = await begun()
    const sessions = ['One', 'Two'].map(title => ({ content: content({ title }) }))
    const third = told({ title: 'Third' }, 'https://c.example/', { sessions })
    const { entries } = await addEntries(store, edition.id, [third], anna)
    await mergeEntries(store, edition.id, { keep, other: entries[0]!.id, chosen: {} }, anna)
    await mergeEntries(store, edition.id, { keep, other, chosen: {} }, anna)
    const rows = await readEntries(store.db, { sessionsOf: keep })
    expect(rows.map(({ entry, position }) => [entry.title, position])).toEqual([
      ['One', 0],
      ['Two', 1],
      ['Opening', 2],
    ])
  })

  test('is undone though the kept one has taken the address of the other, which keeps the one it has', async () => {
    const { store, edition, keep, other } = await begun()
    const merged = await mergeEntries(store, edition.id, { keep, other, chosen: {} }, anna)
    const told = { content: contentOfEntry(await entryOf(store, keep)), slug: 'voices-of-migrants' }
    await editEntry(store, { id: keep, editionId: edition.id }, told, { ...anna, base: merged.revision })
    expect(await undoRevision(store, edition.id, merged.revision, anna)).toMatchObject({ kept: 1 })
    const [one, two] = [await entryOf(store, keep), await entryOf(store, other)]
    expect([one.slug, one.state]).toEqual(['voices-of-migrants', 'published'])
    expect([two.slug, two.state]).toEqual(['voices-of-migrants-merged', 'published'])
    expect(await findRedirect(store, address('voices'))).toBe(address('voices-of-migrants'))
    expect(await findRedirect(store, address('voices-of-migrants-merged'))).toBeNull()
  })

  describe('taken back and done again', () => {
    const ofBoth = ['https://ilo.example/day', 'https://iom.example/day']
    const isMerged = async (store: Store, keep: string, other: string) => {
      expect((await entryOf(store, other)).state).toBe('withdrawn')
      expect(await findRedirect(store, address('voices-of-migrants'))).toBe(address('voices'))
      expect([await sources(store, keep), await sources(store, other)]).toEqual([ofBoth, []])
    }
    const isParted = async (store: Store, other: string) => {
      const { slug } = await entryOf(store, other)
      expect([slug, await findRedirect(store, address('voices-of-migrants'))]).toEqual([
        'voices-of-migrants',
        null,
      ])
      expect(await sources(store, other)).toEqual(['https://ilo.example/day'])
    }

    test('by undoing the undoing, the other one leads to the kept one as before', async () => {
      const { store, edition, keep, other } = await begun()
      const { revision } = await mergeEntries(store, edition.id, { keep, other, chosen: {} }, anna)
      const undone = await undoRevision(store, edition.id, revision, anna)
      await isParted(store, other)
      const again = await undoRevision(store, edition.id, undone.revision, anna)
      await isMerged(store, keep, other)
      await undoRevision(store, edition.id, again.revision, anna)
      await isParted(store, other)
      await mergeEntries(store, edition.id, { keep, other, chosen: {} }, anna)
      await isMerged(store, keep, other)
    })

    test('brought back from what is withdrawn, alone or with others, it stands at its own address again', async () => {
      const { store, edition, keep, other } = await begun()
      const where = { id: other, editionId: edition.id }
      const merge = () => mergeEntries(store, edition.id, { keep, other, chosen: {} }, anna)
      await merge()
      expect(await bringBackEntry(store, where, anna)).toMatchObject({ changed: true })
      await isParted(store, other)
      expect((await entryOf(store, other)).state).toBe('published')
      await merge()
      await isMerged(store, keep, other)
      const draft = (fields: EntryFields) => ({ ...fields, state: 'draft' as const })
      await changeEntries(store, edition.id, [other], draft, { ...anna, name: 'bring-back' })
      await isParted(store, other)
    })

    test('restored as it was before, it is parted; as it was then, it is merged again', async () => {
      const { store, edition, keep, other } = await begun()
      const where = { id: other, editionId: edition.id }
      const { revision } = await mergeEntries(store, edition.id, { keep, other, chosen: {} }, anna)
      await restoreEntry(store, where, revision - 1, anna)
      await isParted(store, other)
      await restoreEntry(store, where, revision, anna)
      await isMerged(store, keep, other)
    })

    test('but not into one that is withdrawn by now: readers would be left with neither', async () => {
      const { store, edition, keep, other } = await begun()
      const { revision } = await mergeEntries(store, edition.id, { keep, other, chosen: {} }, anna)
      const undone = await undoRevision(store, edition.id, revision, anna)
      const withdrawn = (fields: EntryFields) => ({ ...fields, state: 'withdrawn' as const })
      await changeEntries(store, edition.id, [keep], withdrawn, { ...anna, name: 'withdraw' })
      await expect(undoRevision(store, edition.id, undone.revision, anna)).rejects.toMatchObject({
        key: 'merge-withdrawn',
      })
      expect((await entryOf(store, other)).state).toBe('published')
    })
  })
})
