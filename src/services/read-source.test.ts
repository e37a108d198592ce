import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, entryOf } from '../../test/entries.ts'
import { eventPage, openPages, type PagesSite } from '../../test/pages-site.ts'
import { anna, calendar, watching } from '../../test/sources.ts'
import { stores } from '../../test/stores.ts'
import { contentOfEntry } from '../domain/content.ts'
import { openFindings } from '../domain/reading.ts'
import { changeLanguage, insertAccount } from '../storage/accounts.ts'
import type { EditionRow } from '../storage/editions.ts'
import { grantRole } from '../storage/grants.ts'
import { listImports } from '../storage/imports.ts'
import { listMails } from '../storage/mails.ts'
import { readProgramme } from '../storage/programmes.ts'
import { listOpenReadings, listSourceReadings } from '../storage/readings.ts'
import type { Store } from '../storage/store.ts'
import { cleanUp } from './clean-up.ts'
import { editEntry } from './edit-entry.ts'
import { settleFindings } from './settle-findings.ts'
import { readAsked, settleMissing, settleToldOf } from './settle-told.ts'
import { undoRevision } from './undo-revision.ts'
import { changeWish, dropSource, resumeSource } from './watch-source.ts'

const hour = 3_600_000
const day = 24 * hour
const three = [
  { title: 'Voices of migrants', start: '18T130000' },
  { title: 'Money sent home', start: '18T150000' },
  { title: 'A choir of many', start: '18T190000' },
]
const [voices, money, choir] = three as [(typeof three)[0], (typeof three)[0], (typeof three)[0]]

describe.each(stores)('a watched source in $name', ({ empty }) => {
  let store: Store
  let edition: EditionRow
  let world: PagesSite
  const clock = { now: 0 }
  beforeEach(async () => {
    clock.now = Date.parse('2020-12-01T12:00:00Z')
    store = await empty()
    edition = await anEdition(store)
    world = await openPages({ '/all.ics': calendar(three) })
  })
  const given = { path: '/all.ics', clock }
  const entries = async () => (await readProgramme(store, 'migrants-day', '2020', { all: true }))!.entries
  const titles = async () =>
    (await entries()).map(({ title, state, status }) => [title, state, status].join(' · '))
  const asked = async () =>
    (await readAsked(store.db, { editionIds: [edition.id] })).map(({ row, proposals, missingAt }) => ({
      title: row.entry.title,
      fields: proposals.map(({ field, by }) => `${field} ${by}`),
      missing: missingAt !== null,
    }))
  const jobs = () => store.db.selectFrom('jobs').where('kind', '=', 'read-source').selectAll().execute()

  test('proposes what is new, and changes nothing by itself', async () => {
    const { id, read, source } = await watching(store, world, edition.id, given)
    await read()
    expect(await entries()).toEqual([])
    const [reading] = await listSourceReadings(store.db, id)
    expect(reading!.findings.map(({ title }) => title)).toEqual(three.map(({ title }) => title))
    expect(await source()).toMatchObject({ told: 3, lastReadAt: clock.now, changedAt: null, failures: 0 })
    const [job] = await jobs()
    expect(job).toMatchObject({ key: id, due_at: (await source())!.nextAt })
    expect(await listImports(store.db, { sourceId: id })).toMatchObject([
      { state: 'done', report: { new: 0, proposed: { new: 3, changes: 0 } } },
    ])
  })

  test('writes nothing but the moment where only stamps are others', async () => {
    const { id, read, source } = await watching(store, world, edition.id, {
      ...given,
      policy: 'mirror',
      newAs: 'published',
    })
    await read()
    const before = await entries()
    world.pages['/all.ics'] = calendar(three, '20201102T000000Z')
    clock.now += day
    await read()
    expect(await entries()).toEqual(before)
    expect(await listImports(store.db, { sourceId: id })).toHaveLength(1)
    expect(await source()).toMatchObject({ lastReadAt: clock.now, changedAt: null })
  })

  test('is settled as any reading, and what is dropped is offered no second time', async () => {
    const { id, read } = await watching(store, world, edition.id, given)
    await read()
    const [reading] = await listSourceReadings(store.db, id)
    const act = { by: 'Anna', at: clock.now }
    await settleFindings(
      store,
      reading!,
      [
        { number: 0, as: 'entry', state: 'published' },
        { number: 1, as: 'drop' },
      ],
      act,
    )
    world.pages['/all.ics'] = calendar([
      voices,
      { ...money, start: '18T153000' },
      choir,
      { title: 'A film', start: '19T100000' },
    ])
    await read()
    const open = await listOpenReadings(store.db, { editionIds: [edition.id] })
    expect(open).toMatchObject([{ left: 2, state: 'read' }])
    expect(await titles()).toEqual(['Voices of migrants · published · scheduled'])
    world.pages['/all.ics'] = calendar([voices, money])
    await read({ believed: true })
    expect(await listOpenReadings(store.db, { editionIds: [edition.id] })).toEqual([])
  })

  test('adds what is new as the curator chose, and asks about changes', async () => {
    const { read } = await watching(store, world, edition.id, {
      ...given,
      policy: 'accept-new',
      newAs: 'draft',
    })
    await read()
    expect(await titles()).toEqual(three.map(({ title }) => `${title} · draft · scheduled`))
    world.pages['/all.ics'] = calendar([{ ...voices, start: '18T140000' }, money, choir])
    await read()
    expect(await asked()).toEqual([{ title: 'Voices of migrants', fields: ['time source'], missing: false }])
    expect((await entries())[0]!.startsAt).toBe(Date.parse('2020-12-18T13:00:00Z'))
    // What goes back to what it was is nothing to be asked about.
    world.pages['/all.ics'] = calendar(three)
    await read()
    expect(await asked()).toEqual([])
  })

  test('asks about what it says where it said nothing before', async () => {
    const { id, read } = await watching(store, world, edition.id, {
      ...given,
      policy: 'accept-new',
      newAs: 'published',
    })
    await read()
    const description = 'Five people tell of the way they came.'
    world.pages['/all.ics'] = calendar([{ ...voices, description }, money, choir])
    await read()
    expect(await asked()).toEqual([
      { title: 'Voices of migrants', fields: ['summary source'], missing: false },
    ])
    const act = { by: 'Anna', at: clock.now }
    await settleToldOf(store, edition.id, { sourceId: id, take: 'all' }, act)
    expect((await entries())[0]!.summary).toBe(description)
    expect(await asked()).toEqual([])
  })

  test('offers the new parts of a programme that is known, each time there are some, and forgets no question', async () => {
    const table = (rows: string[]) => `<!doctype html><html lang="en"><title>Programme of the day</title>
<h1>Programme, 18 December 2020</h1><p>All times Central European Time.</p>
<table><tr><th>Time</th><th>Event</th></tr>${rows
      .map(row => `<tr><td>${row.slice(0, 11)}</td><td>${row.slice(12)}</td></tr>`)
      .join('')}</table>`
    const rows = ['10:00–11:00 Opening words', '11:30–12:30 Workshop on visas', '14:00–15:00 A film']
    world.pages['/day'] = table(rows)
    const { id, read } = await watching(store, world, edition.id, {
      ...given,
      path: '/day',
      kind: 'page',
      policy: 'accept-new',
      newAs: 'published',
    })
    await read()
    const [day] = await entries()
    const parts = async () => (await entries())[0]!.sessions.map(({ title }) => title)
    expect(await parts()).toEqual(['Opening words', 'Workshop on visas', 'A film'])

    const moved = [rows[0]!, '12:30–13:30 Workshop on visas', rows[2]!]
    const act = { by: 'Anna', at: clock.now }
    for (const part of ['16:00–17:00 Closing words', '18:00–19:00 Music of all']) {
      moved.push(part)
      world.pages['/day'] = table(moved)
      await read()
      const [reading, ...others] = await listSourceReadings(store.db, id)
      expect([others, openFindings(reading!)]).toEqual([[], [0]])
      await settleFindings(store, reading!, [{ number: 0, as: 'merge', into: day!.id }], act)
      expect((await parts()).at(-1)).toBe(part.slice(12))
      // Its workshop is not there twice: that it was moved is asked.
      expect(await parts()).toHaveLength(moved.length)
      expect((await asked()).map(({ title }) => title)).toContain('Workshop on visas')
    }
    // What it tells no more is asked about, as of events.
    world.pages['/day'] = table(moved.filter(row => !row.endsWith('Opening words')))
    await read()
    expect(await asked()).toContainEqual({ title: 'Opening words', fields: [], missing: true })
    moved[3] = '17:00–18:00 Closing words'
    world.pages['/day'] = table(moved)
    await read()
    expect(await asked()).toContainEqual({ title: 'Closing words', fields: ['time source'], missing: false })
  })

  test('has changes accepted or kept with one press, and undone as everything', async () => {
    const { id, read } = await watching(store, world, edition.id, {
      ...given,
      policy: 'accept-new',
      newAs: 'published',
    })
    await read()
    const moved = [{ ...voices, start: '18T140000' }, { ...money, title: 'Remittances' }, choir]
    world.pages['/all.ics'] = calendar(moved)
    await read()
    const [one, two] = await entries()
    const act = { by: 'Anna', at: clock.now }
    const { revision } = await settleToldOf(
      store,
      edition.id,
      { sourceId: id, entryId: one!.id, take: 'all' },
      act,
    )
    expect((await entryOf(store, one!.id)).startsAt).toBe(Date.parse('2020-12-18T14:00:00Z'))
    await settleToldOf(store, edition.id, { sourceId: id, entryId: two!.id, take: [] }, act)
    expect((await entryOf(store, two!.id)).title).toBe('Money sent home')
    expect(await asked()).toEqual([])
    await undoRevision(store, edition.id, revision!, act)
    expect((await entryOf(store, one!.id)).startsAt).toBe(Date.parse('2020-12-18T13:00:00Z'))
    world.pages['/all.ics'] = calendar([...moved, { title: 'A film', start: '19T100000' }])
    await read()
    expect(await asked()).toEqual([])
  })

  test('takes changes over, keeps what a curator edited, and asks where it says something new about that', async () => {
    const { read } = await watching(store, world, edition.id, {
      ...given,
      policy: 'mirror',
      newAs: 'published',
    })
    await read()
    const [one] = await entries()
    const content = { ...contentOfEntry(one!), title: 'The voices of migrants', summary: 'Ours.' }
    await editEntry(
      store,
      { id: one!.id, editionId: edition.id },
      { content },
      { by: 'Anna', at: clock.now + 1, base: 99 },
    )
    world.pages['/all.ics'] = calendar([{ ...voices, start: '18T140000' }, money, choir])
    await read()
    expect(await asked()).toEqual([])
    world.pages['/all.ics'] = calendar([{ ...voices, title: 'Voices', start: '18T140000' }, money, choir])
    await read()
    expect(await entryOf(store, one!.id)).toMatchObject({
      title: 'The voices of migrants',
      summary: 'Ours.',
      startsAt: Date.parse('2020-12-18T14:00:00Z'),
    })
    expect(await asked()).toEqual([
      { title: 'The voices of migrants', fields: ['title both'], missing: false },
    ])
  })

  test('tells a series of meetings as one entry with its dates, where that is wished', async () => {
    const talks = { uid: 'talks', title: 'Talks at noon', start: '16T120000', rule: 'FREQ=DAILY;COUNT=4' }
    const another = (start: string, more = {}) => ({ ...talks, rule: '', of: start, start, ...more })
    world.pages['/all.ics'] = calendar([voices, talks])
    const wish = { policy: 'mirror', newAs: 'published' } as const
    const { read, source } = await watching(store, world, edition.id, { ...given, ...wish, repeated: 'one' })
    const dates = async () =>
      (await entries()).map(({ title, sessions }) => [
        title,
        ...sessions.map(({ time, status }) => `${time.start} ${status}`),
      ])
    await read()
    expect(await dates()).toEqual([
      ['Voices of migrants'],
      ['Talks at noon', ...[16, 17, 18, 19].map(day => `2020-12-${day}T12:00:00 scheduled`)],
    ])
    expect(await source()).toMatchObject({ told: 2, repeated: 'one' })
    world.pages['/all.ics'] = calendar([
      voices,
      talks,
      another('17T120000', { start: '17T150000' }),
      another('19T120000', { status: 'CANCELLED' }),
    ])
    await read()
    expect(await asked()).toEqual([])
    expect(await dates()).toEqual([
      ['Voices of migrants'],
      [
        'Talks at noon',
        '2020-12-16T12:00:00 scheduled',
        '2020-12-17T15:00:00 scheduled',
        '2020-12-18T12:00:00 scheduled',
        '2020-12-19T12:00:00 cancelled',
      ],
    ])
    const before = await entries()
    await read({ believed: true })
    expect(await entries()).toEqual(before)
  })

  test('takes an event that comes again from now on for the date on which it was, and asks about nothing', async () => {
    const talks = { uid: 'talks@p.example', title: 'Talks at noon', start: '16T120000' }
    world.pages['/all.ics'] = calendar([voices, talks])
    const wish = { policy: 'mirror', newAs: 'published' } as const
    const { read } = await watching(store, world, edition.id, { ...given, ...wish })
    await read()
    const before = (await entries()).find(({ title }) => title === talks.title)!
    world.pages['/all.ics'] = calendar([voices, { ...talks, start: '15T120000', rule: 'FREQ=DAILY;COUNT=3' }])
    await read()
    const all = (await entries()).filter(({ title }) => title === talks.title)
    expect(all.map(({ time }) => time.start)).toEqual(
      expect.arrayContaining(['2020-12-15T12:00:00', '2020-12-16T12:00:00', '2020-12-17T12:00:00']),
    )
    expect(all).toHaveLength(3)
    expect(all.find(({ id }) => id === before.id)!.time.start).toBe('2020-12-16T12:00:00')
    expect(await asked()).toEqual([])
    await read({ believed: true })
    expect((await entries()).length).toBe(4)
  })

  test('keeps a series as it is in the programme, whatever is wished of those that are new', async () => {
    const talks = { uid: 'talks', title: 'Talks at noon', start: '16T120000', rule: 'FREQ=DAILY;COUNT=3' }
    const choirs = { uid: 'choirs', title: 'Choir', start: '17T200000', rule: 'FREQ=DAILY;COUNT=2' }
    const shown = async () =>
      (await entries()).map(({ title, time, sessions }) =>
        [title, time.start, ...sessions.map(session => session.time.start)].join(' '),
      )
    const wish = { policy: 'mirror', newAs: 'published' } as const
    for (const [first, then, before, after] of [
      [
        'one',
        'each',
        ['Talks at noon 2020-12-16 2020-12-16T12:00:00 2020-12-17T12:00:00 2020-12-18T12:00:00'],
        ['Choir 2020-12-17T20:00:00', 'Choir 2020-12-18T20:00:00'],
      ],
      [
        'each',
        'one',
        [16, 17, 18].map(day => `Talks at noon 2020-12-${day}T12:00:00`),
        ['Choir 2020-12-17 2020-12-17T20:00:00 2020-12-18T20:00:00'],
      ],
    ] as const) {
      store = await empty()
      edition = await anEdition(store)
      world.pages['/all.ics'] = calendar([talks])
      const { read, source } = await watching(store, world, edition.id, {
        ...given,
        ...wish,
        repeated: first,
      })
      await read()
      expect(await shown()).toEqual(before)
      for (const [repeated, calendars, all] of [
        [then, [talks], before],
        [then, [talks, choirs], [...before, ...after]],
        [first, [talks, choirs], [...before, ...after]],
      ] as const) {
        const now = (await source())!
        await changeWish(store, now, { ...now, repeated }, { curator: anna, at: clock.now })
        world.pages['/all.ics'] = calendar([...calendars])
        await read()
        expect(await source()).toMatchObject({ failures: 0, error: null })
        expect(await asked()).toEqual([])
        expect(await shown()).toEqual(all)
      }
    }
  })

  test('is not asked about fields that are ours', async () => {
    const { read, source } = await watching(store, world, edition.id, {
      ...given,
      policy: 'mirror',
      newAs: 'published',
    })
    await read()
    await changeWish(
      store,
      (await source())!,
      { ...(await source())!, ours: ['title'] },
      { curator: anna, at: clock.now },
    )
    world.pages['/all.ics'] = calendar([
      { ...voices, title: 'LAST PLACES!', start: '18T140000' },
      money,
      choir,
    ])
    await read()
    expect(await asked()).toEqual([])
    expect((await entries())[0]).toMatchObject({
      title: 'Voices of migrants',
      startsAt: Date.parse('2020-12-18T14:00:00Z'),
    })
  })

  test.each(['accept-changes', 'mirror'] as const)(
    'cancels under the policy %s only if that is mirror',
    async policy => {
      const { read } = await watching(store, world, edition.id, {
        ...given,
        policy: 'mirror',
        newAs: 'published',
      })
      await read()
      const other = await watching(store, world, edition.id, { ...given, policy })
      world.pages['/all.ics'] = calendar([{ ...voices, status: 'CANCELLED' }, money, choir])
      await other.read()
      expect((await titles())[0]).toBe(
        `Voices of migrants · published · ${policy === 'mirror' ? 'cancelled' : 'scheduled'}`,
      )
      expect(await asked()).toEqual(
        policy === 'mirror'
          ? []
          : [{ title: 'Voices of migrants', fields: ['status source'], missing: false }],
      )
    },
  )

  test.each(['a copy of it', 'its UID', 'our UID'] as const)(
    'neither cancels, moves nor renames what another told first, by %s: that is asked about',
    async by => {
      const wish = { policy: 'mirror', newAs: 'published' } as const
      const page = { url: 'https://unions.example/events/voices-of-migrants-2020' }
      const speaking = {
        ...voices,
        ...page,
        title: 'Voices of migrants speaking out',
        uid: 'v@unions.example',
      }
      world.pages['/all.ics'] = calendar([speaking, money, choir])
      await (await watching(store, world, edition.id, { ...given, ...wish })).read()
      const shown = async () =>
        (await entries()).flatMap(({ id, title, state, status, startsAt, sessions }) =>
          id === first!.id ? [{ title, state, status, startsAt, sessions }] : [],
        )
      const first = (await entries()).find(({ title }) => title === speaking.title)
      const before = await shown()
      const uid = { 'a copy of it': 'copy@other.example', 'its UID': speaking.uid, 'our UID': first!.id }[by]
      const copied = { ...speaking, uid }
      const other = [
        { title: 'A reading', start: '18T080000', uid: 'r@other.example' },
        { title: 'A walk', start: '18T090000', uid: 'w@other.example' },
      ]
      world.pages['/other.ics'] = calendar([copied, ...other])
      const { read } = await watching(store, world, edition.id, { path: '/other.ics', clock, ...wish })
      await read()
      expect(await shown()).toEqual(before)
      expect((await entries()).filter(({ state }) => state === 'published')).toHaveLength(5)
      for (const [field, told] of [
        ['status', { status: 'CANCELLED' }],
        ['time', { start: '18T200000' }],
        ['title', { title: 'Buy watches' }],
      ] as const) {
        world.pages['/other.ics'] = calendar([{ ...copied, ...told }, ...other])
        clock.now += day
        await read()
        expect(await shown()).toEqual(before)
        expect(await asked()).toEqual([
          { title: speaking.title, fields: [`${field} source`], missing: false },
        ])
      }
      // Whoever told it first still changes it.
      world.pages['/all.ics'] = calendar([{ ...speaking, start: '18T140000' }, money, choir])
      await (await watching(store, world, edition.id, { ...given, ...wish })).read()
      expect((await shown())[0]!.startsAt).toBe(before[0]!.startsAt! + hour)
    },
  )

  test('knows its events again where it makes up new UIDs each time it is asked', async () => {
    const { id, read, source } = await watching(store, world, edition.id, {
      ...given,
      policy: 'mirror',
      newAs: 'published',
    })
    await read()
    const before = (await entries()).map(({ id }) => id)
    const anew = (made: string, events: typeof three) =>
      calendar(events.map((event, index) => ({ ...event, uid: `${made}-${index}@partners.example` })))
    world.pages['/all.ics'] = anew('second', three)
    await read()
    expect((await entries()).map(({ id }) => id)).toEqual(before)
    expect([await asked(), (await source())!.error]).toEqual([[], null])

    // What is moved as well cannot be known: it is new, and the old one is asked about.
    world.pages['/all.ics'] = anew('third', [voices, money, { ...choir, start: '18T200000' }])
    await read()
    expect((await entries()).map(({ title }) => title)).toEqual([...three, choir].map(({ title }) => title))
    expect(await asked()).toEqual([{ title: 'A choir of many', fields: [], missing: true }])
    expect(id).toBe((await source())!.id)
  })

  test('offers no second time what was dropped under a UID that it makes up anew', async () => {
    const { id, read } = await watching(store, world, edition.id, given)
    await read()
    const offered = async () =>
      (await listOpenReadings(store.db, { editionIds: [edition.id] })).map(({ left }) => left)
    const [reading] = await listSourceReadings(store.db, id)
    const act = { by: 'Anna', at: clock.now }
    await settleFindings(store, reading!, [{ number: 0, as: 'drop' }], act)
    expect(await offered()).toEqual([2])
    for (const made of ['second', 'third']) {
      world.pages['/all.ics'] = calendar(
        three.map((event, index) => ({ ...event, uid: `${made}-${index}@partners.example` })),
      )
      await read()
      expect(await offered()).toEqual([2])
    }
  })

  test('asks about what disappeared, and forgets that when it comes back', async () => {
    const { id, read } = await watching(store, world, edition.id, {
      ...given,
      policy: 'mirror',
      newAs: 'published',
    })
    await read()
    world.pages['/all.ics'] = calendar([voices, { uid: 'event-3@partners.example', ...choir }])
    await read()
    expect(await titles()).toEqual(three.map(({ title }) => `${title} · published · scheduled`))
    expect(await asked()).toEqual([{ title: 'Money sent home', fields: [], missing: true }])
    world.pages['/all.ics'] = calendar(three)
    await read()
    expect(await asked()).toEqual([])
    world.pages['/all.ics'] = calendar([voices, { uid: 'event-3@partners.example', ...choir }])
    await read()
    const entryId = (await entries())[1]!.id
    const act = { by: 'Anna', at: clock.now }
    await settleMissing(store, edition.id, { entryId, sourceId: id, as: 'cancelled' }, act)
    expect([await asked(), (await entryOf(store, entryId)).status]).toEqual([[], 'cancelled'])
  })

  test('concludes nothing from a source that tells nothing, or less than half', async () => {
    const { id, read, source } = await watching(store, world, edition.id, {
      ...given,
      policy: 'mirror',
      newAs: 'published',
    })
    await read()
    for (const [events, code] of [
      [[], 'tells-nothing'],
      [[voices], 'tells-less'],
    ] as const) {
      world.pages['/all.ics'] = calendar([...events])
      await read()
      expect(await asked()).toEqual([])
      expect(await source()).toMatchObject({ error: { code }, told: 3, state: 'watching' })
    }
    expect(await listImports(store.db, { sourceId: id })).toHaveLength(1)
    await read({ believed: true })
    expect((await asked()).map(({ title, missing }) => [title, missing])).toEqual([
      ['Money sent home', true],
      ['A choir of many', true],
    ])
    expect(await source()).toMatchObject({ error: null, told: 1 })
  })

  test('is tried again after a failure, paused after a week of them, and said so by mail', async () => {
    const account = await insertAccount(store.db, { name: 'Olga', email: 'olga@example.org', at: 0 })
    await grantRole(store.db, { accountId: account!.id, seriesId: null, role: 'owner', at: 0 })
    await changeLanguage(store.db, account!.id, 'de')
    const { id, read, source } = await watching(store, world, edition.id, given)
    await read()
    delete world.pages['/all.ics']
    for (let tries = 0; (await source())!.state === 'watching'; tries++) {
      clock.now = (await source())!.nextAt!
      await read()
      expect(tries).toBeLessThan(60)
    }
    expect(await source()).toMatchObject({
      state: 'paused',
      pausedBecause: 'failures',
      error: { code: 'not-found' },
    })
    expect((await jobs()).filter(({ state }) => state === 'waiting')).toEqual([])
    const mails = await listMails(store.db, { limit: 10 })
    expect(mails).toMatchObject([
      {
        to: 'olga@example.org',
        purpose: 'notice',
        subject: `„${world.address}/all.ics“ wird nicht mehr gelesen`,
      },
    ])
    const host = new URL(world.address).host
    for (const words of [
      `Daylong liest ${world.address}/all.ics immer wieder für „Migrants Day 2020“.`,
      `${host} hat diese Seite nicht mehr. Ist sie umgezogen?`,
      `http://localhost:1812/desk/migrants-day/2020/sources/${id}`,
    ])
      expect(mails[0]!.text).toContain(words)
    world.pages['/all.ics'] = calendar(three)
    await resumeSource(store, (await source())!, { curator: anna, at: clock.now })
    await read()
    expect(await source()).toMatchObject({ state: 'watching', failures: 0, error: null })
  })

  test('concludes nothing from half a calendar, nor from a page in its place, before somebody says that it is right', async () => {
    const { read, source } = await watching(store, world, edition.id, {
      ...given,
      policy: 'mirror',
      newAs: 'published',
    })
    await read()
    const whole = calendar([voices, money, { ...choir, start: '18T200000' }]).body
    const before = await titles()
    const broken = [
      // In the middle of the last event, behind its stamps; and between two events.
      [{ body: whole.slice(0, whole.lastIndexOf('DTSTART')), type: 'text/calendar' }, 'tells-half'],
      [{ body: whole.slice(0, whole.lastIndexOf('BEGIN:VEVENT')), type: 'text/calendar' }, 'tells-half'],
      [eventPage({ title: 'An event of somebody else', start: '2020-12-18T13:00:00Z' }), 'tells-page'],
      ['<!doctype html><title>Sign in</title><p>Please sign in.</p>', 'tells-page'],
    ] as const
    for (const [page, code] of broken) {
      world.pages['/all.ics'] = page
      await read()
      expect(await source()).toMatchObject({ error: { code }, told: 3, state: 'watching' })
      expect(await asked()).toEqual([])
      expect(await titles()).toEqual(before)
    }
    world.pages['/all.ics'] = eventPage({ title: 'Voices of migrants', start: '2020-12-18T13:00:00Z' })
    await read({ believed: true })
    expect(await source()).toMatchObject({ error: null, kind: 'page', told: 1 })
  })

  test('respects how long a site asks to wait', async () => {
    const { read, source } = await watching(store, world, edition.id, given)
    world.pages['/all.ics'] = { body: 'Later', status: 503, headers: { 'retry-after': '86400' } }
    await read()
    expect((await source())!.nextAt).toBe(clock.now + day)
  })

  test('asks only for what has changed since', async () => {
    const { read, source } = await watching(store, world, edition.id, given)
    world.pages['/all.ics'] = { ...calendar(three), headers: { etag: '"one"' } }
    await read()
    expect(await source()).toMatchObject({ etag: '"one"' })
    world.pages['/all.ics'] = { body: '', status: 304 }
    clock.now += day
    await read()
    expect(await source()).toMatchObject({ etag: '"one"', told: 3, lastReadAt: clock.now, error: null })
  })

  test('tells only of the days around the edition', async () => {
    world.pages['/all.ics'] = calendar([...three, { title: 'Another day', start: '02T120000' }])
    const { id, read } = await watching(store, world, edition.id, {
      ...given,
      policy: 'mirror',
      newAs: 'published',
    })
    await read()
    expect(await titles()).toHaveLength(3)
    const [kept] = await listImports(store.db, { sourceId: id })
    expect(kept!.report!.notes).toMatchObject([{ code: 'other-days', title: 'Another day' }])
  })

  test('offers as much at a time as anybody looks at, and the rest once that is settled', async () => {
    const many = Array.from({ length: 520 }, (_, number) => ({
      title: `Webinar ${number}`,
      start: '18T100000',
    }))
    world.pages['/all.ics'] = calendar(many)
    const { id, read } = await watching(store, world, edition.id, given)
    const left = async () =>
      (await listOpenReadings(store.db, { editionIds: [edition.id] })).map(({ left }) => left)
    await read()
    expect(await left()).toEqual([500])
    await read()
    expect(await left()).toEqual([500])
    const [reading] = await listSourceReadings(store.db, id)
    const drops = reading!.findings.map((_, number) => ({ number, as: 'drop' as const }))
    await settleFindings(store, reading!, drops, { by: 'Anna', at: clock.now })
    await read()
    expect(await left()).toEqual([20])
  })

  test('is read again by the nightly clean-up where its work was lost', async () => {
    const { id, read, source } = await watching(store, world, edition.id, given)
    await read()
    await store.db.deleteFrom('jobs').execute()
    await cleanUp(store, (await source())!.nextAt! + hour)
    expect(await jobs()).toEqual([])
    await cleanUp(store, (await source())!.nextAt! + day)
    expect(await jobs()).toMatchObject([{ key: id, state: 'waiting' }])
  })

  test('is left alone once it is watched no more, and its entries stay', async () => {
    const { read, source } = await watching(store, world, edition.id, {
      ...given,
      policy: 'mirror',
      newAs: 'published',
    })
    await read()
    await dropSource(store, (await source())!, { curator: anna, at: clock.now })
    world.pages['/all.ics'] = calendar([])
    await read()
    expect(await titles()).toHaveLength(3)
    expect(await source()).toBeNull()
    expect((await jobs()).filter(({ state }) => state === 'waiting')).toEqual([])
  })
})
