import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import type { Finding } from '../domain/finding.ts'
import { readEntrySources } from '../storage/identities.ts'
import { readProgramme } from '../storage/programmes.ts'
import { findRedirect } from '../storage/redirects.ts'
import type { Store } from '../storage/store.ts'
import { readUpdates } from '../storage/updates.ts'
import { addEntries, type EntryToAdd } from './add-entries.ts'
import { mergeEntries } from './merge-entries.ts'
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
})
