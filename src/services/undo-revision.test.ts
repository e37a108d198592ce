import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { contentOfEntry } from '../domain/content.ts'
import type { EntryFields } from '../domain/entry-fields.ts'
import { findEditionById } from '../storage/editions.ts'
import { readWithdrawn } from '../storage/history.ts'
import { readEditionWords } from '../storage/tags.ts'
import { addEntries } from './add-entries.ts'
import { bringBackEntry } from './bring-back-entry.ts'
import { changeEntries } from './change-entries.ts'
import { editEdition } from './edit-edition.ts'
import { editEntry } from './edit-entry.ts'
import { restoreEdition } from './restore-edition.ts'
import { undoRevision } from './undo-revision.ts'

const anna = (at: number) => ({ by: 'Anna', at })

describe.each(stores)('taking back in $name', ({ empty }) => {
  async function begun(state: 'draft' | 'published' = 'published') {
    const store = await empty()
    const edition = await anEdition(store)
    const added = await addEntries(store, edition.id, [{ content: content(), state }], anna(10))
    const { id } = added.entries[0]!
    return { store, edition, id, where: { id, editionId: edition.id }, revision: added.revision }
  }

  test('what was changed in the edition itself is as it was, but for what was changed again', async () => {
    const { store, edition } = await begun()
    const first = { text: 'One', tags: ['rights'], slug: '2020-geneva' }
    await editEdition(store, edition.id, first, anna(20))
    const second = { text: 'Two', tags: ['money'], title: 'Better', hashtags: ['#a'] }
    const edited = await editEdition(store, edition.id, second, anna(30))
    await editEdition(store, edition.id, { title: 'Best' }, anna(40))
    if (!('revision' in edited)) throw new Error('A conflict was not expected')
    const undone = await undoRevision(store, edition.id, edited.revision, anna(50))
    expect(undone).toEqual({ revision: 5, changed: 1, kept: 1 })
    expect(await findEditionById(store.db, edition.id)).toMatchObject({
      text: 'One',
      title: 'Best',
      hashtags: [],
      slug: '2020-geneva',
    })
    expect((await readEditionWords(store.db, edition.id)).tags).toMatchObject([{ name: 'rights' }])
    await undoRevision(store, edition.id, 2, anna(60))
    expect(await findEditionById(store.db, edition.id)).toMatchObject({ text: null, slug: '2020' })
  })

  test('an edition says again what it said, where it stands and as readers see it', async () => {
    const { store, edition, revision } = await begun()
    const told = { text: 'Two', slug: '2020-geneva', state: 'archived' as const, assumedMinutes: 30 }
    await editEdition(store, edition.id, told, anna(20))
    expect(await restoreEdition(store, edition.id, revision, anna(30))).toMatchObject({ changed: 1 })
    expect(await findEditionById(store.db, edition.id)).toMatchObject({
      text: null,
      assumedMinutes: 60,
      slug: '2020-geneva',
      state: 'archived',
    })
  })

  test.each(['draft', 'published'] as const)('a withdrawn entry comes back as it was: %s', async state => {
    const { store, edition, id, where } = await begun(state)
    const withdraw = (fields: object) => ({ ...fields, state: 'withdrawn' }) as never
    await changeEntries(store, edition.id, [id], withdraw, { ...anna(20), name: 'withdraw' })
    expect(await readWithdrawn(store.db, edition.id)).toEqual([
      { id, title: 'Webinar on remittances', kind: 'event', at: 20, by: 'Anna' },
    ])
    const carl = { by: 'Carl', at: 30, onlyDrafts: true }
    await expect(bringBackEntry(store, where, carl)).rejects.toMatchObject({ key: 'only-drafts' })
    expect(await bringBackEntry(store, where, anna(40))).toEqual({ revision: 3, changed: true })
    expect((await entryOf(store, id)).state).toBe(state)
    expect(await bringBackEntry(store, where, anna(50))).toEqual({ revision: 3, changed: false })
    expect(await readWithdrawn(store.db, edition.id)).toEqual([])
  })

  describe('contributors', () => {
    const cleo = (at: number) => ({ by: 'Cleo', at, onlyDrafts: true })
    const state = (state: 'withdrawn' | 'draft' | 'published') => (fields: EntryFields) => ({
      ...fields,
      state,
    })

    test('take back what they added, with its sessions, and that again', async () => {
      const store = await empty()
      const edition = await anEdition(store)
      const sessions = ['One', 'Two', 'Three'].map(title => ({ content: content({ title }) }))
      const added = await addEntries(
        store,
        edition.id,
        [{ content: content(), state: 'draft', sessions }],
        cleo(10),
      )
      const { id } = added.entries[0]!
      const undone = await undoRevision(store, edition.id, added.revision, cleo(20))
      expect(undone).toMatchObject({ changed: 4, kept: 0 })
      expect((await entryOf(store, id)).state).toBe('withdrawn')
      expect(await undoRevision(store, edition.id, undone.revision, cleo(30))).toMatchObject({ changed: 4 })
      expect((await entryOf(store, id)).state).toBe('draft')
    })

    test('put away a draft that readers never saw, but bring back none that an editor put away', async () => {
      const { store, edition, id, where } = await begun('draft')
      const change = (to: Parameters<typeof state>[0], act: ReturnType<typeof cleo>) =>
        changeEntries(store, edition.id, [id], state(to), { ...act, name: to })
      const refused = { key: 'only-drafts' }
      await change('withdrawn', cleo(20))
      await bringBackEntry(store, where, cleo(30))
      expect((await entryOf(store, id)).state).toBe('draft')
      await expect(change('published', cleo(40))).rejects.toMatchObject(refused)
      await change('withdrawn', { ...anna(50), onlyDrafts: false })
      await expect(bringBackEntry(store, where, cleo(60))).rejects.toMatchObject(refused)
      await change('published', { ...anna(70), onlyDrafts: false })
      await change('draft', { ...anna(80), onlyDrafts: false })
      await expect(change('withdrawn', cleo(90))).rejects.toMatchObject(refused)
      expect((await entryOf(store, id)).state).toBe('draft')
    })
  })

  test('an old address of an entry is given to no other, so that it can be taken back', async () => {
    const { store, edition, id, where, revision } = await begun()
    const told = { content: contentOfEntry(await entryOf(store, id)), slug: 'other' }
    const edited = await editEntry(store, where, told, { ...anna(20), base: revision })
    const again = await addEntries(store, edition.id, [{ content: content(), state: 'draft' }], anna(30))
    expect(again.entries[0]!.slug).toBe('webinar-on-remittances-2')
    if (!('revision' in edited)) throw new Error('A conflict was not expected')
    await undoRevision(store, edition.id, edited.revision, anna(40))
    expect((await entryOf(store, id)).slug).toBe('webinar-on-remittances')
  })
})
