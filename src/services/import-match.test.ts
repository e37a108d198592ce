import { describe, expect, test } from 'vitest'
import { finding, importInto, linesOf, manyLines } from '../../test/builders.ts'
import { edit, none, programmeOf } from '../../test/imported.ts'
import { stores } from '../../test/stores.ts'
import type { Finding } from '../domain/finding.ts'
import { readProgramme } from '../storage/programmes.ts'

describe.each(stores)('an import into $name', ({ empty }) => {
  test('of the same file again changes nothing', async () => {
    const store = await empty()
    const file = [
      finding({
        uid: 'a@x',
        organisations: [{ name: 'UNHCR' }],
        links: [{ role: 'join', url: 'https://a.example' }],
      }),
      finding({ title: 'No UID', url: 'https://b.example', tags: ['One', 'Two'] }),
      finding({
        title: 'Neither',
        kind: 'statement',
        start: undefined,
        people: [{ name: 'Ana', role: 'author' }],
      }),
      finding({
        title: 'Sessions',
        sessions: [finding({ title: 'Break' }), finding({ title: 'Talk', uid: '1' })],
      }),
    ]
    await importInto(store, linesOf(file))
    const before = await readProgramme(store, 'migrants-day', '2020')
    const summary = await importInto(store, linesOf(file), { at: Date.now() })
    expect(summary).toMatchObject({ ...none, unchanged: 6, revision: 2, created: [] })
    expect(await readProgramme(store, 'migrants-day', '2020')).toEqual(before)
  })

  test('of a newer file updates what has the same UID, and keeps id and address', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding({ uid: 'a@x' }), finding({ uid: 'b@x', title: 'Stays' })]))
    const [before] = (await programmeOf(store)).entries
    const later = finding({
      uid: 'a@x',
      title: 'Webinar on money sent home',
      start: '2020-12-18T16:00:00+01:00[Europe/Berlin]',
      organisations: [{ name: 'IOM' }],
    })
    const summary = await importInto(store, linesOf([later, finding({ uid: 'b@x', title: 'Stays' })]))
    expect(summary).toMatchObject({ ...none, changed: 1, unchanged: 1, revision: 3 })
    const [entry] = (await programmeOf(store)).entries
    expect(entry).toMatchObject({
      id: before!.id,
      slug: 'webinar-on-remittances',
      title: 'Webinar on money sent home',
      startsAt: Date.parse('2020-12-18T15:00:00Z'),
      organisations: [{ name: 'IOM' }],
      sequence: 1,
    })
  })

  test('tells occurrences of one series of dates apart', async () => {
    const store = await empty()
    const days = ['18', '19', '20'].map(day =>
      finding({
        uid: 'weekly@x',
        recurrenceId: `2020-12-${day}`,
        start: `2020-12-${day}T14:00:00+01:00[Europe/Berlin]`,
      }),
    )
    expect(await importInto(store, linesOf(days))).toMatchObject({ new: 3 })
    expect(await importInto(store, linesOf(days))).toMatchObject({ new: 0, unchanged: 3 })
    expect((await programmeOf(store)).entries.map(({ slug }) => slug)).toEqual([
      'webinar-on-remittances',
      'webinar-on-remittances-2',
      'webinar-on-remittances-3',
    ])
  })

  test('knows what has no UID by its address, though the title is another', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding({ url: 'https://a.example/1' })]))
    const summary = await importInto(
      store,
      linesOf([finding({ url: 'https://a.example/1', title: 'Renamed' })]),
    )
    expect(summary).toMatchObject({ new: 0, changed: 1 })
  })

  test('knows what has neither by kind, title and day, however the title is written', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding({ title: 'Café  Migration!' })]))
    const summary = await importInto(store, linesOf([finding({ title: 'Cafe migration', summary: 'New' })]))
    expect(summary).toMatchObject({ new: 0, changed: 1 })
  })

  test('stores rows that share one address as entries of their own, in any order later', async () => {
    const store = await empty()
    const rows = ['One', 'Two', 'Three'].map(title => finding({ title, url: 'https://a.example/programme' }))
    await importInto(store, linesOf(rows))
    const before = (await programmeOf(store)).entries.map(({ id, title }) => `${title} ${id}`).sort()
    const summary = await importInto(store, linesOf(rows.toReversed()))
    expect(summary).toMatchObject({ ...none, unchanged: 3 })
    expect((await programmeOf(store)).entries.map(({ id, title }) => `${title} ${id}`).sort()).toEqual(before)
  })

  test('stores two things under one UID as two, and word-for-word repetition once', async () => {
    const store = await empty()
    const file = [
      finding({ uid: '1' }),
      finding({ uid: '1', title: 'Something else' }),
      finding({ uid: '1' }),
    ]
    const first = await importInto(store, linesOf(file))
    expect(first).toMatchObject({
      new: 2,
      refused: [{ code: 'told-twice', title: 'Webinar on remittances' }],
    })
    expect(await importInto(store, linesOf(file))).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
  })

  test('keeps a change the curator made, and says so', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding({ uid: 'a@x', summary: 'Old', note: 'Old note' })]))
    await edit(store, { title: 'The curator’s title' })
    const newer = finding({ uid: 'a@x', title: 'The file’s new title', summary: 'New', note: 'Old note' })
    const summary = await importInto(store, linesOf([newer]))
    const kept = {
      entry: 'webinar-on-remittances',
      title: 'The curator’s title',
      field: 'title',
      yours: 'The curator’s title',
      file: 'The file’s new title',
    }
    expect(summary).toMatchObject({ ...none, changed: 1, kept: [kept] })
    expect((await programmeOf(store)).entries).toMatchObject([
      { title: 'The curator’s title', summary: 'New' },
    ])
    const again = await importInto(store, linesOf([newer]))
    expect(again).toMatchObject({ ...none, unchanged: 1, kept: [kept] })
  })

  test('joins the links of file and curator, and leaves out what the curator removed', async () => {
    const store = await empty()
    const link = (name: string) => ({ role: 'join' as const, url: `https://${name}.example` })
    await importInto(store, linesOf([finding({ uid: 'a@x', links: [link('a'), link('removed')] })]))
    const { id } = (await programmeOf(store)).entries[0]!
    await store.db.deleteFrom('entry_links').where('url', '=', 'https://removed.example').execute()
    await store.db
      .insertInto('entry_links')
      .values({ entry_id: id, position: 5, ...link('added'), title: null })
      .execute()
    await edit(store, {})
    const newer = finding({ uid: 'a@x', links: [link('a'), link('removed'), link('new')] })
    expect(await importInto(store, linesOf([newer]))).toMatchObject({
      changed: 1,
      kept: [{ field: 'links' }],
    })
    const links = (await programmeOf(store)).entries[0]!.links.map(({ url }) => url)
    expect(links).toEqual(['https://a.example', 'https://added.example', 'https://new.example'])
  })

  test('names what the file tells no more, and removes nothing', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding({ uid: 'a@x' }), finding({ uid: 'b@x', title: 'Gone' })]))
    const summary = await importInto(store, linesOf([finding({ uid: 'a@x' })]))
    expect(summary).toMatchObject({ ...none, unchanged: 1, missing: [{ entry: 'gone', title: 'Gone' }] })
    expect((await programmeOf(store)).entries).toHaveLength(2)
  })

  test('of another file calls nothing of the first missing', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding({ uid: '1' })]), { file: 'first.csv' })
    const summary = await importInto(store, linesOf([finding({ uid: '1', title: 'Another' })]), {
      file: 'second.csv',
    })
    expect(summary).toMatchObject({ ...none, new: 1 })
  })

  test('of the same events under another file name doubles nothing', async () => {
    const store = await empty()
    const file = [
      finding({ uid: 'a@x' }),
      finding({ uid: '7', title: 'Seven' }),
      finding({ title: 'No UID' }),
    ]
    await importInto(store, linesOf(file), { file: 'events.ics' })
    const summary = await importInto(store, linesOf(file), { file: '/downloads/events (1).ics' })
    expect(summary).toMatchObject({ ...none, unchanged: 3 })
  })

  test('of a file whose UIDs are made up anew each time doubles nothing, and keeps what a curator wrote', async () => {
    const store = await empty()
    const told = (made: string) => [
      finding({ uid: `1-${made}@x`, title: 'Opening' }),
      finding({ uid: `2-${made}@x`, title: 'Panel', kind: 'statement', start: undefined }),
      finding({
        uid: `3-${made}@x`,
        title: 'Day of talks',
        sessions: [finding({ uid: `4-${made}@x`, title: 'First talk' })],
      }),
    ]
    await importInto(store, linesOf(told('first')))
    const before = await programmeOf(store)
    expect(await importInto(store, linesOf(told('second')))).toMatchObject({ ...none, unchanged: 4 })
    expect(await programmeOf(store)).toEqual(before)

    await edit(store, { title: 'As the curator calls it' })
    const moved = told('third').map(one => ({ ...one, summary: 'Now with some words' }))
    const summary = await importInto(store, linesOf(moved))
    expect(summary).toMatchObject({ new: 0, changed: 3, missing: [] })
    const after = (await programmeOf(store)).entries
    expect(after.map(({ id, title, summary }) => [id, title, summary])).toEqual(
      before.entries.map(({ id }) => [id, 'As the curator calls it', 'Now with some words']),
    )
  })

  test('tells what is alike apart, whatever UIDs it comes under', async () => {
    const store = await empty()
    const inRoom = (uid: string, room: string) =>
      finding({ uid: `${uid}@x`, title: 'Working group', place: { name: room } })
    await importInto(store, linesOf([inRoom('a', 'Room 1'), inRoom('b', 'Room 2')]))
    const [first, second] = (await programmeOf(store)).entries
    // What is told still under its UID is not what comes under another; of the rest one is as it was.
    const later = linesOf([inRoom('c', 'Room 3'), inRoom('d', 'Room 2'), inRoom('a', 'Room 1')])
    expect(await importInto(store, later)).toMatchObject({ new: 1, changed: 0, unchanged: 2, missing: [] })
    const rooms = (await programmeOf(store)).entries.map(({ id, place }) => [id, place?.name])
    expect(rooms).toContainEqual([first!.id, 'Room 1'])
    expect(rooms).toContainEqual([second!.id, 'Room 2'])
    // Which of two that are both another now is which, nobody can tell.
    await importInto(store, linesOf([inRoom('e', 'Room 4'), inRoom('f', 'Room 5'), inRoom('a', 'Room 1')]))
    expect((await programmeOf(store)).entries).toHaveLength(5)
  })

  test('takes nothing that a long file still tells for what comes before it under a new UID', async () => {
    const store = await empty()
    const group = (uid: string, room: string) =>
      finding({ uid: `${uid}@x`, title: 'Working group', place: { name: room } })
    const many = [...manyLines(1100)]
    await importInto(store, [...many, ...linesOf([group('a', 'Room 1')])])
    const later = [...linesOf([group('b', 'Room 2')]), ...many, ...linesOf([group('a', 'Room 1')])]
    expect(await importInto(store, later)).toMatchObject({ ...none, new: 1, unchanged: 1101, missing: [] })
    // Of a file that comes piece by piece nobody knows yet what it tells later.
    const piecemeal = [...linesOf([group('c', 'Room 3')]), ...later].values()
    expect(await importInto(store, piecemeal)).toMatchObject({ ...none, new: 1, unchanged: 1102 })
  })

  test('takes the second of two things under one UID for nothing else', async () => {
    const store = await empty()
    const group = (uid: string, room: string) =>
      finding({ uid: `${uid}@x`, title: 'Working group', place: { name: room } })
    const both = [group('a', 'Room 1'), group('a', 'Room 2')]
    await importInto(store, linesOf(both))
    const later = linesOf([group('b', 'Room 3'), ...both])
    expect(await importInto(store, later)).toMatchObject({ ...none, new: 1, unchanged: 2 })
  })

  test('puts something new where the file tells it', async () => {
    const store = await empty()
    const [a, b, c, d] = ['A', 'B', 'C', 'D'].map(title => finding({ title })) as [
      Finding,
      Finding,
      Finding,
      Finding,
    ]
    await importInto(store, linesOf([b, d]))
    await importInto(store, linesOf([a, b, c, d, finding({ title: 'E' })]))
    expect((await programmeOf(store)).entries.map(({ title }) => title)).toEqual(['A', 'B', 'C', 'D', 'E'])
  })
})
