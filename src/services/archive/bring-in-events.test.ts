import { describe, expect, test } from 'vitest'
import { bringInAll, readExportInto, sourceOf } from '../../../test/archives.ts'
import { stores } from '../../../test/stores.ts'
import { roundUp, type WxrItem, wxr } from '../../../test/wxr.ts'
import { readArchiveItems, writeDecision } from '../../storage/archive-items.ts'
import { findArchive } from '../../storage/archives.ts'
import { readComments } from '../../storage/comments.ts'
import { readProgramme } from '../../storage/programmes.ts'
import { findRedirect } from '../../storage/redirects.ts'
import type { Store } from '../../storage/store.ts'
import { beginBringingIn } from './begin-bringing-in.ts'
import { bringInArchive } from './bring-in-archive.ts'
import { decideItem } from './decide-archive.ts'

const at = Date.parse('2026-11-29T12:00:00Z')
const event = (id: number, title: string, start: string, more: Partial<WxrItem> = {}): WxrItem => ({
  id,
  title,
  type: 'tribe_events',
  slug: `event-${id}`,
  link: `https://blog.example/event/event-${id}/`,
  meta: { _EventStartDate: start, _EventTimezone: 'Asia/Manila', _EventVenueID: '90' },
  ...more,
})
const blog: WxrItem[] = [
  event(1, 'A vigil', '2020-12-18 18:00:00', { comments: [{ id: 5, text: 'I will come' }] }),
  {
    id: 2,
    title: 'International Migrants Day 2020: a collection of events',
    date: '2020-12-18 08:00:00',
    content: roundUp(2020),
  },
  event(3, 'A march', '2021-12-18 10:00:00'),
  event(4, 'Not yet told', '2020-12-18 20:00:00', { status: 'draft' }),
  { id: 90, title: 'Hall of the Unions', type: 'tribe_venue' },
]

async function shown(store: Store, edition: string): Promise<string[]> {
  const entries = (await readProgramme(store, 'migrants-day', edition, { all: true }))?.entries ?? []
  return entries
    .filter(({ time }) => time.zone === 'Asia/Manila')
    .map(({ title, time, place, state }) => `${title} ${time.start} ${place?.name} ${state}`)
}

describe.each(stores)('events of a calendar plugin, in $name', ({ empty }) => {
  test('become entries of the edition of their year, beside what posts list', async () => {
    const store = await empty()
    const archive = await bringInAll(store, sourceOf(wxr(blog)))
    expect(await shown(store, '2020')).toEqual(['A vigil 2020-12-18T18:00:00 Hall of the Unions published'])
    expect(await shown(store, '2021')).toEqual(['A march 2021-12-18T10:00:00 Hall of the Unions published'])
    expect(archive.report).toMatchObject({ editions: 3, entries: 6, comments: 1, left: 1, failed: 0 })
    const [vigil] = (await readProgramme(store, 'migrants-day', '2020', { all: true }))!.entries
    expect(vigil!.title).toBe('A vigil')
    expect((await readComments(store.db, { entryId: vigil!.id })).map(({ text }) => text)).toEqual([
      'I will come',
    ])
    expect(await findRedirect(store, '/event/event-1')).toBe('/migrants-day/2020/a-vigil')
    // The same export again changes nothing.
    const again = await bringInAll(store, sourceOf(wxr(blog)))
    expect(again.report).toMatchObject({ editions: 0, entries: 0, comments: 0, unchanged: 3, failed: 0 })
    expect(await shown(store, '2020')).toHaveLength(1)
  })

  test('of which readers could read nothing are left out, or become drafts where somebody says so', async () => {
    const store = await empty()
    const { id } = await readExportInto(store, sourceOf(wxr(blog)))
    const items = await readArchiveItems(store.db, id)
    expect(
      items.map(({ title, destination, edition, found }) => [title, destination.to, edition, found.events]),
    ).toEqual([
      ['A vigil', 'edition', '2020', 1],
      [blog[1]!.title, 'edition', '2020', 3],
      ['A march', 'edition', '2021', 1],
      ['Not yet told', 'out', null, 1],
    ])
    const draft = items.at(-1)!
    await decideItem(store, id, draft.number, { destination: { to: 'edition', series: 'migrants-day' } }, at)
    await beginBringingIn(store, id, at, { queue: false })
    await bringInArchive(store, id, sourceOf(wxr(blog)), { now: () => at })
    expect(await shown(store, '2020')).toEqual([
      'A vigil 2020-12-18T18:00:00 Hall of the Unions published',
      'Not yet told 2020-12-18T20:00:00 Hall of the Unions draft',
    ])
  })

  test('that something else tells too become one with it, and what readers said of it stands there', async () => {
    const store = await empty()
    const twice = [
      {
        id: 2,
        title: 'International Migrants Day 2020: a collection of events',
        date: '2020-12-18 08:00:00',
        content: roundUp(2020),
      },
      event(6, 'Webinar: Rights at the border', '2020-12-18 17:00:00', {
        meta: {
          _EventStartDate: '2020-12-18 17:00:00',
          _EventTimezone: 'Asia/Manila',
          _EventURL: 'https://one.example/2020',
        },
        comments: [{ id: 7, text: 'Will it be recorded?' }],
      }),
      // Two of one calendar are two, however alike they are.
      event(8, 'Workshop: rights at work', '2020-12-18 18:00:00'),
      event(9, 'Workshop: rights at home', '2020-12-18 18:00:00'),
      event(11, 'Workshop: rights at work', '2020-12-18 18:00:00'),
      { id: 90, title: 'Hall of the Unions', type: 'tribe_venue' },
    ]
    await bringInAll(store, sourceOf(wxr(twice)))
    const { entries } = (await readProgramme(store, 'migrants-day', '2020'))!
    expect(entries.map(({ title }) => title)).toEqual([
      'Webinar: Rights at the border',
      'Online panel: Domestic work',
      'Webinar: Migration and climate',
      'Statement by Four on International Migrants Day 2020',
      'Workshop: rights at work',
      'Workshop: rights at home',
      'Workshop: rights at work',
    ])
    const said = async (at: number) =>
      (await readComments(store.db, { entryId: entries[at]!.id })).map(({ text }) => text)
    expect(await said(0)).toEqual(['Will it be recorded?'])
    expect(await findRedirect(store, '/event/event-6')).toBe(`/migrants-day/2020/${entries[0]!.slug}`)
  })

  test('that come again are one entry with their dates in it', async () => {
    const store = await empty()
    const circle: WxrItem = {
      id: 1,
      title: 'Reading circle',
      type: 'mec-events',
      meta: {
        mec_start_date: '2020-12-04',
        mec_start_time_hour: '2',
        mec_start_time_ampm: 'PM',
        mec_timezone: 'Europe/Berlin',
        mec_repeat_status: '1',
        mec_repeat_type: 'weekly',
        mec_repeat_interval: '7',
        mec_repeat_end: 'occurrences',
        mec_repeat_end_at_occurrences: '2',
      },
    }
    const archive = await bringInAll(store, sourceOf(wxr([circle])))
    expect(archive.report).toMatchObject({ editions: 1, failed: 0 })
    const [entry, ...more] = (await readProgramme(store, 'migrants-day', '2020'))!.entries
    expect(more).toEqual([])
    expect(entry!.sessions.map(({ time }) => time.start)).toEqual([
      '2020-12-04T14:00:00',
      '2020-12-11T14:00:00',
      '2020-12-18T14:00:00',
    ])
    const again = await bringInAll(store, sourceOf(wxr([circle])))
    expect(again.report).toMatchObject({ unchanged: 1, entries: 0 })
  })

  test('of which one cannot be read leave the others as they are', async () => {
    const store = await empty()
    const some = [1, 2, 3].map(id => event(id, `Talk ${id}`, `2020-12-18 1${id}:00:00`))
    const { id } = await readExportInto(store, sourceOf(wxr(some)))
    const [, second] = await readArchiveItems(store.db, id)
    // Somebody has named it after nothing.
    await writeDecision(store.db, id, second!.number, { ...second!, edition: null })
    await beginBringingIn(store, id, at, { queue: false })
    await bringInArchive(store, id, sourceOf(wxr(some)), { now: () => at })
    expect((await readArchiveItems(store.db, id)).map(({ state }) => state)).toEqual([
      'done',
      'failed',
      'done',
    ])
    expect(await shown(store, '2020')).toHaveLength(2)
    expect((await findArchive(store.db, id))!.report).toMatchObject({ entries: 2, failed: 1 })
  })

  test('go on after a kill, and are counted once', async () => {
    const store = await empty()
    const some = [1, 2, 3].map(id => event(id, `Talk ${id}`, `2020-12-18 1${id}:00:00`))
    const { id } = await readExportInto(store, sourceOf(wxr(some)))
    await beginBringingIn(store, id, at, { queue: false })
    // The third is never stored: what came before it is, and nothing hangs on it yet.
    const goOn = killAfter(store, 'Talk 2')
    await expect(bringInArchive(store, id, sourceOf(wxr(some)), { now: () => at })).rejects.toThrow('killed')
    goOn()
    expect(await shown(store, '2020')).toHaveLength(2)
    expect((await readArchiveItems(store.db, id)).map(({ state }) => state)).toEqual(Array(3).fill('waiting'))
    await bringInArchive(store, id, sourceOf(wxr(some)), { now: () => at })
    expect((await findArchive(store.db, id))!.report).toMatchObject({
      editions: 1,
      entries: 3,
      unchanged: 0,
      redirects: 6,
    })
  })
})

/** Has the store do nothing more once an entry of this title is in it, as if the process were gone. @returns its way back */
function killAfter({ db }: Store, title: string): () => void {
  const whole = db.transaction.bind(db)
  const mayGoOn = async () => {
    const there = await db.selectFrom('entries').where('title', '=', title).select('id').execute()
    if (there.length > 0) throw Object.assign(new Error('killed'), { name: 'AbortError' })
  }
  db.transaction = () => {
    const begun = whole()
    const execute = begun.execute.bind(begun)
    begun.execute = async act => {
      await mayGoOn()
      return execute(act)
    }
    return begun
  }
  return () => {
    db.transaction = whole
  }
}
