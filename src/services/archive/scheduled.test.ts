import { describe, expect, test } from 'vitest'
import { bringInAll, readExportInto, sourceOf } from '../../../test/archives.ts'
import { stores } from '../../../test/stores.ts'
import { roundUp, type WxrItem, wxr } from '../../../test/wxr.ts'
import { readArchiveItems } from '../../storage/archive-items.ts'
import { readProgramme } from '../../storage/programmes.ts'
import { listWritings } from '../../storage/writings.ts'
import { publishDue } from '../publish-due.ts'
import { beginBringingIn } from './begin-bringing-in.ts'
import { bringInArchive } from './bring-in-archive.ts'
import { decideItem } from './decide-archive.ts'

// Exports are brought in on 29 November 2026.
const at = Date.parse('2026-11-29T12:00:00Z')
const due = Date.parse('2026-12-18T08:00:00Z')
const scheduled = { status: 'future', date: '2026-12-18 08:00:00' }

describe.each(stores)('what an older site had scheduled, in $name', ({ empty }) => {
  test('comes out at its moment, and neither before nor again', async () => {
    const store = await empty()
    const source = sourceOf(wxr([{ id: 1, title: 'Good morning', ...scheduled }]))
    await bringInAll(store, source)
    const [draft] = await listWritings(store.db, 'post')
    expect(draft).toMatchObject({ state: 'draft', publishAt: due, publishedAt: null, day: '2026-12-18' })
    const what = { writing: draft!.id }
    expect(await publishDue(store, what, due - 1)).toEqual({ published: false })
    expect(await publishDue(store, what, due)).toEqual({ published: true })
    expect(await publishDue(store, what, due)).toEqual({ published: false })
    const [post] = await listWritings(store.db, 'post')
    expect(post).toMatchObject({ state: 'published', publishAt: null, publishedAt: due })
    // The same export once more takes nothing back.
    await bringInAll(store, source, {}, due + 1000)
    expect((await listWritings(store.db, 'post'))[0]).toMatchObject({ state: 'published', publishAt: null })
  })

  test('comes out once where two do the work, while the export is brought in again', async () => {
    const store = await empty()
    const post = { id: 1, title: 'Good morning', ...scheduled }
    await bringInAll(store, sourceOf(wxr([post])))
    const [draft] = await listWritings(store.db, 'post')
    const what = { writing: draft!.id }
    const [one, two] = await Promise.all([
      publishDue(store, what, due),
      publishDue(store, what, due),
      bringInAll(store, sourceOf(wxr([{ ...post, title: 'Good morning, all' }])), {}, due - 1000),
    ])
    expect([one, two].filter(({ published }) => published)).toHaveLength(1)
    expect(await listWritings(store.db, 'post')).toMatchObject([
      { title: 'Good morning, all', state: 'published', publishAt: null, publishedAt: due },
    ])
  })

  test('says in the review when that is', async () => {
    const store = await empty()
    const { id } = await readExportInto(store, sourceOf(wxr([{ id: 1, ...scheduled }])))
    expect((await readArchiveItems(store.db, id))[0]!.found.due).toBe(due)
  })

  test('stays a draft where the moment has passed, or a password is asked for', async () => {
    const store = await empty()
    const late: WxrItem = { id: 1, title: 'Late', status: 'future', date: '2026-11-01 08:00:00' }
    await bringInAll(
      store,
      sourceOf(wxr([late, { id: 2, title: 'Closed', ...scheduled, password: 'sesame' }])),
    )
    expect((await listWritings(store.db, 'post')).map(({ state, publishAt }) => [state, publishAt])).toEqual([
      ['draft', null],
      ['draft', null],
    ])
  })

  test('goes live as an edition, with its entries', async () => {
    const store = await empty()
    const title = 'International Migrants Day 2026: a collection of events'
    const source = sourceOf(wxr([{ id: 1, title, content: roundUp(2026), ...scheduled }]))
    const { id } = await readExportInto(store, source)
    const destination = { to: 'edition', series: 'migrants-day' } as const
    await decideItem(store, id, 0, { destination }, at)
    await beginBringingIn(store, id, at, { queue: false })
    await bringInArchive(store, id, source, { now: () => at })
    const { edition } = (await readProgramme(store, 'migrants-day', '2026', { all: true }))!
    expect(edition).toMatchObject({ state: 'draft', publishAt: due })
    expect(await publishDue(store, { edition: edition.id, entry: null }, due)).toEqual({ published: true })
    const live = (await readProgramme(store, 'migrants-day', '2026'))!
    expect([live.edition.state, live.entries.length]).toEqual(['live', 4])
  })

  test('appears in an edition as an event at its moment', async () => {
    const store = await empty()
    const meta = { _EventStartDate: '2026-12-19 18:00:00', _EventTimezone: 'Asia/Manila' }
    const source = sourceOf(wxr([{ id: 1, title: 'A vigil', type: 'tribe_events', meta, ...scheduled }]))
    const { id } = await readExportInto(store, source)
    await decideItem(store, id, 0, { destination: { to: 'edition', series: 'migrants-day' } }, at)
    await beginBringingIn(store, id, at, { queue: false })
    await bringInArchive(store, id, source, { now: () => at })
    const { entries } = (await readProgramme(store, 'migrants-day', '2026', { all: true }))!
    expect(entries).toMatchObject([{ title: 'A vigil', state: 'draft', publishAt: due }])
  })
})
