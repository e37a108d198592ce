import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { eventPage, openPages } from '../../test/pages-site.ts'
import { drawing } from '../../test/pictures.ts'
import { stores } from '../../test/stores.ts'
import type { Reading } from '../domain/reading.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Fetch } from '../outside/fetch.ts'
import { readEntries } from '../storage/entries.ts'
import { findReading, listOpenReadings } from '../storage/readings.ts'
import { readRevisions } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { addEntries } from './add-entries.ts'
import { openReadings } from './open-readings.ts'
import { readReading } from './read-reading.ts'
import { reopenReading, settleFindings } from './settle-findings.ts'

const at = Date.parse('2020-12-01T12:00:00Z')
const calendar = (title: string) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@x\r\nSUMMARY:${title}\r\nDTSTART:20201218T180000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const anna = { by: 'Anna', at }
const now = () => at

describe.each(stores)('what is pasted into a site in $name', ({ empty }) => {
  async function begun() {
    const store = await empty()
    const edition = await anEdition(store)
    const paste = (text: string, files: { name: string; bytes: Uint8Array }[] = []) =>
      openReadings(store, edition.id, { text, files }, anna)
    return { store, edition, paste }
  }
  const reading = async (store: Store, id: string) => (await findReading(store.db, id)) as Reading
  const jobs = (store: Store) =>
    store.db.selectFrom('jobs').select(['kind', 'key', 'state', 'due_at']).orderBy('due_at').execute()

  test('is kept before anything is fetched, with a job that reads it should nobody else', async () => {
    const { store, edition, paste } = await begun()
    const ids = await paste('https://un.example/1\nhttps://un.example/2')
    expect(await Promise.all(ids.map(id => reading(store, id)))).toMatchObject([
      {
        editionId: edition.id,
        by: 'Anna',
        at,
        form: 'address',
        input: 'https://un.example/1',
        state: 'waiting',
      },
      { input: 'https://un.example/2', state: 'waiting', findings: [], problems: [], settled: {} },
    ])
    expect(await jobs(store)).toEqual([
      { kind: 'read', key: ids[0], state: 'waiting', due_at: at + 60_000 },
      { kind: 'read', key: ids[1], state: 'waiting', due_at: at + 62_000 },
    ])
  })

  test('is opened once while it is open, however often it is pasted', async () => {
    const { store, edition, paste } = await begun()
    const [id] = await paste('https://un.example/1')
    expect(await paste('https://un.example/1')).toEqual([id])
    await settleFindings(store, await reading(store, id!), [{ number: 0, as: 'drop' }], anna)
    expect(await listOpenReadings(store.db, { editionIds: [edition.id] })).toEqual([])
    expect(await jobs(store)).toEqual([])
    const [again] = await paste('https://un.example/1')
    expect(again).not.toBe(id)
  })

  test('is read, and its findings are kept with where they came from', async () => {
    const { store, paste } = await begun()
    const { address, fetch } = await openPages({ '/day': eventPage({ title: 'Voices', organiser: 'IOM' }) })
    const [id] = await paste(`${address}/day`)
    await readReading(store, id!, { fetch, now })
    const read = await reading(store, id!)
    expect(read).toMatchObject({ state: 'read', url: `${address}/day`, problems: [], readAt: at })
    expect(read.findings).toMatchObject([
      { kind: 'event', title: 'Voices', organisations: [{ name: 'IOM' }], from: { title: 'json-ld' } },
    ])
    expect(await jobs(store)).toEqual([])
    expect(await listOpenReadings(store.db, { editionIds: [read.editionId] })).toMatchObject([
      { id, label: 'Voices', left: 1, state: 'read', problem: null },
    ])
  })

  test('is a text or a file as well; the file is forgotten once it is read', async () => {
    const { store, paste } = await begun()
    const { fetch } = await openPages({})
    const mail =
      'Dear all,\n\nIOM invites you to a webinar on remittances.\n\nDate: 18 December, 3 pm CET\nRegister: https://iom.example/register\n\nBest,\nAnna'
    const ids = await paste(mail, [
      { name: 'C:\\Users\\me\\day.ics', bytes: Buffer.from(calendar('Choir')) },
      { name: 'film.mp4', bytes: Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0', 'latin1') },
    ])
    for (const id of ids) await readReading(store, id, { fetch, now })
    const [text, file, film] = await Promise.all(ids.map(id => reading(store, id)))
    expect(text).toMatchObject({ form: 'text', state: 'read' })
    expect(text!.findings[0]!.start).toBe('2020-12-18T15:00:00+01:00[Europe/Berlin]')
    expect(file).toMatchObject({
      form: 'file',
      input: 'day.ics',
      state: 'read',
      findings: [{ title: 'Choir' }],
    })
    expect(film).toMatchObject({ form: 'file', state: 'failed', problems: [{ code: 'not-text' }] })
    const files = await store.db.selectFrom('reading_files').select('reading_id').execute()
    expect(files).toEqual([{ reading_id: ids[2] }])
  })

  test('is a poster: the picture is kept here, and the rest is filled in by hand', async () => {
    const { store, paste } = await begun()
    const { fetch } = await openPages({})
    const [id] = await paste('', [
      { name: 'Migrants-Day-vigil.png', bytes: await drawing(40, 30).png().toBuffer() },
    ])
    await readReading(store, id!, { fetch, now })
    const [found] = (await reading(store, id!)).findings
    expect(found).toMatchObject({ kind: 'event', title: 'Migrants Day vigil' })
    expect(found!.image).toMatch(/^\/pictures\/[0-9a-f-]{36}\.webp$/)
    const settled = await settleFindings(
      store,
      await reading(store, id!),
      [{ number: 0, as: 'entry', state: 'draft' }],
      anna,
    )
    expect((await entryOf(store, settled.entries[0]!.id)).image).toBe(found!.image)
  })

  test('is read elsewhere where its page shows nothing: in its calendar, or at its provider', async () => {
    const { store, paste } = await begun()
    const world = await openPages({
      '/day':
        '<title>Loading…</title><link rel="alternate" type="text/calendar" href="/day.ics"><div id="app"></div>',
      '/day.ics': { body: calendar('Choir'), type: 'text/calendar' },
      '/film': { body: 'Sign in', status: 403 },
    })
    const fetch: Fetch = (address, options) =>
      world.fetch(address.replace('https://www.youtube.com', world.address), options)
    world.pages[
      `/oembed?url=${encodeURIComponent('https://www.youtube.com/watch?v=abcdefghijk')}&format=json`
    ] = {
      body: JSON.stringify({
        version: '1.0',
        type: 'video',
        title: 'A film of the day',
        provider_name: 'YouTube',
        html: '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
      }),
      type: 'application/json',
    }
    const [page, film] = await paste(`${world.address}/day https://www.youtube.com/watch?v=abcdefghijk`)
    for (const id of [page!, film!]) await readReading(store, id, { fetch, now })
    expect(await reading(store, page!)).toMatchObject({
      state: 'read',
      url: `${world.address}/day`,
      findings: [{ title: 'Choir', start: '2020-12-18T18:00:00+00:00[UTC]' }],
      problems: [],
    })
    expect((await reading(store, film!)).findings).toMatchObject([
      { kind: 'video', title: 'A film of the day' },
    ])
  })

  test('has its hour from the calendar that its page offers', async () => {
    const { store, paste } = await begun()
    const data = { '@context': 'https://schema.org', '@type': 'Event', name: 'Choir of the day' }
    const world = await openPages({
      '/day': `<title>Choir of the day</title><h1>Choir of the day</h1><script type="application/ld+json">${JSON.stringify(data)}</script><p>We sing for everybody.</p><a href="/day.ics">Add to calendar</a>`,
      '/day.ics': { body: calendar('Choir'), type: 'text/calendar' },
    })
    const [id] = await paste(`${world.address}/day`)
    await readReading(store, id!, { fetch: world.fetch, now })
    expect((await reading(store, id!)).findings).toMatchObject([
      {
        title: 'Choir of the day',
        start: '2020-12-18T18:00:00+00:00[UTC]',
        from: { title: 'json-ld', start: 'calendar' },
      },
    ])
  })

  test('that cannot be read says why, and may be read again', async () => {
    const { store, paste } = await begun()
    const { address, pages, fetch } = await openPages({})
    const [id] = await paste(`${address}/day`)
    await readReading(store, id!, { fetch, now })
    expect(await reading(store, id!)).toMatchObject({ state: 'failed', problems: [{ code: 'not-found' }] })
    pages['/day'] = eventPage({ title: 'Voices' })
    expect(await paste(`${address}/day`)).toEqual([id])
    await readReading(store, id!, { fetch, now })
    expect(await reading(store, id!)).toMatchObject({
      state: 'read',
      problems: [],
      findings: [{ title: 'Voices' }],
    })
  })

  test('is read anew when it is pasted again later, unless somebody has begun to settle it', async () => {
    const { store, edition } = await begun()
    const page = (...names: string[]) => names.map(title => eventPage({ title })).join('')
    const { address, pages, fetch } = await openPages({ '/day': page('First choir', 'Second film') })
    const pasteAt = async (minutes: number) => {
      const when = at + minutes * 60_000
      const given = { text: `${address}/day`, files: [] }
      const [id] = await openReadings(store, edition.id, given, { by: 'Anna', at: when })
      await readReading(store, id!, { fetch, now: () => when })
      return (await reading(store, id!)).findings.map(({ title }) => title)
    }
    expect(await pasteAt(0)).toEqual(['First choir', 'Second film'])
    pages['/day'] = page('First choir', 'Second film', 'Third vigil')
    expect(await pasteAt(5)).toHaveLength(2)
    expect(await pasteAt(16)).toHaveLength(3)
    const [open] = await listOpenReadings(store.db, { editionIds: [edition.id] })
    await settleFindings(store, await reading(store, open!.id), [{ number: 0, as: 'drop' }], anna)
    pages['/day'] = page('Fourth')
    expect(await pasteAt(60)).toHaveLength(3)
  })

  test('that leads into a private network is not fetched', async () => {
    const { store, paste } = await begun()
    const { fetch, site } = await openPages({})
    const inside = [
      'http://169.254.169.254/latest/meta-data/',
      'http://10.0.0.1/',
      'http://[::1]/',
      'http://localhost:1/',
    ]
    const ids = await paste(inside.join('\n'))
    for (const id of ids) await readReading(store, id, { fetch, now })
    for (const id of ids)
      expect((await reading(store, id)).problems).toMatchObject([{ code: 'address-refused' }])
    expect(site.asked).toEqual([])
  })

  test('is refused when it is nothing, or too much at once', async () => {
    const { store, edition, paste } = await begun()
    const keyOf = (given: Promise<unknown>) => given.catch(error => error instanceof Refusal && error.key)
    expect(await keyOf(paste('  '))).toBe('paste-empty')
    const many = Array.from({ length: 10_000 }, (_, n) => `https://un.example/${n}`).join('\n')
    expect(await keyOf(paste(many))).toBe('paste-too-many')
    expect(await keyOf(paste('x'.repeat(2_000_001)))).toBe('paste-too-long')
    expect(await keyOf(paste('', [{ name: 'a', bytes: Buffer.alloc(26 * 1024 * 1024) }]))).toBe(
      'file-too-large',
    )
    expect(await listOpenReadings(store.db, { editionIds: [edition.id] })).toEqual([])
  })

  test('becomes an entry once, however often and from wherever it is published', async () => {
    const { store, edition, paste } = await begun()
    const { address, fetch } = await openPages({ '/day': eventPage({ title: 'Voices' }) })
    const [id] = await paste(`${address}/day`)
    await readReading(store, id!, { fetch, now })
    const read = await reading(store, id!)
    const publish = () => settleFindings(store, read, [{ number: 0, as: 'entry', state: 'published' }], anna)
    const [first, second] = await Promise.all([publish(), publish()])
    expect(first.entries).toEqual(second.entries)
    expect(first.entries).toMatchObject([{ number: 0, slug: 'voices', title: 'Voices', state: 'published' }])
    expect(await reading(store, id!)).toMatchObject({
      state: 'closed',
      settled: { 0: { as: 'entry', entry: first.entries[0]!.id } },
    })
    expect(await readRevisions(store.db, edition.id)).toHaveLength(1)
    const [identity] = await store.db
      .selectFrom('identities')
      .innerJoin('sources', 'sources.id', 'source_id')
      .selectAll()
      .execute()
    expect(identity).toMatchObject({ name: `${address}/day`, entry_id: first.entries[0]!.id })
    expect(JSON.parse(identity!.snapshot)).toMatchObject({ title: 'Voices' })
  })

  test('is settled finding by finding, dropped, and taken up again', async () => {
    const { store, paste } = await begun()
    const { fetch } = await openPages({})
    const event = (uid: number) =>
      `BEGIN:VEVENT\r\nUID:same\r\nSUMMARY:Choir ${uid}\r\nDTSTART:20201218T1${uid}0000Z\r\nEND:VEVENT\r\n`
    const three = `BEGIN:VCALENDAR\r\n${event(1)}${event(2)}${event(3)}END:VCALENDAR\r\n`
    const [id] = await paste('', [{ name: 'day.ics', bytes: Buffer.from(three) }])
    await readReading(store, id!, { fetch, now })
    const read = await reading(store, id!)
    const first = await settleFindings(
      store,
      read,
      [
        { number: 0, as: 'entry', state: 'draft', content: content({ title: 'Choir, corrected' }) },
        { number: 1, as: 'drop' },
      ],
      anna,
    )
    expect(await entryOf(store, first.entries[0]!.id)).toMatchObject({
      title: 'Choir, corrected',
      state: 'draft',
    })
    expect(await listOpenReadings(store.db, { editionIds: [read.editionId] })).toMatchObject([{ left: 1 }])
    await settleFindings(store, read, [{ number: 2, as: 'entry', state: 'published' }], anna)
    expect(await reading(store, id!)).toMatchObject({ state: 'closed' })
    await reopenReading(store, read, { by: 'Anna', at })
    expect(await reading(store, id!)).toMatchObject({ state: 'read', settled: { 0: {}, 2: {} } })
    const again = await settleFindings(
      store,
      read,
      [0, 1, 2].map(number => ({ number, as: 'entry', state: 'draft' as const })),
      anna,
    )
    expect(again.entries.map(({ title, state }) => [title, state])).toEqual([
      ['Choir, corrected', 'draft'],
      ['Choir 2', 'draft'],
      ['Choir 3', 'published'],
    ])
  })

  test('is put into an entry that is there: its organiser and links are added, and what differs stays', async () => {
    const { store, edition, paste } = await begun()
    const there = content({
      title: 'Voices of migrants',
      organisations: [{ name: 'ILO' }],
      links: [{ role: 'source', url: 'https://ilo.example/day' }],
    })
    const added = await addEntries(store, edition.id, [{ content: there, state: 'published' }], anna)
    const { address, fetch } = await openPages({
      '/day': eventPage({ title: 'Voices', organiser: 'IOM', link: 'https://zoom.us/j/81234567890' }),
    })
    const [id] = await paste(`${address}/day`)
    await readReading(store, id!, { fetch, now })
    const into = added.entries[0]!.id
    const { revision, entries } = await settleFindings(
      store,
      await reading(store, id!),
      [{ number: 0, as: 'merge', into }],
      anna,
    )
    expect([revision, entries]).toMatchObject([2, [{ id: into, as: 'merged' }]])
    const entry = await entryOf(store, into)
    expect(entry.title).toBe('Voices of migrants')
    expect(entry.organisations.map(({ name }) => name)).toEqual(['ILO', 'IOM'])
    expect(entry.links.map(({ role }) => role)).toEqual(['source', 'source', 'join'])
    const sources = await store.db.selectFrom('identities').select('entry_id').execute()
    expect(sources).toEqual([{ entry_id: into }])
  })

  test('brings its sessions into an entry that has not all of them', async () => {
    const { store, edition, paste } = await begun()
    const session = (title: string, hour: number) => ({
      '@type': 'Event',
      name: title,
      startDate: `2020-12-18T${hour}:00:00+01:00`,
    })
    const data = {
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'A day of voices',
      startDate: '2020-12-18T09:00:00+01:00',
      endDate: '2020-12-18T17:00:00+01:00',
      subEvent: [session('Opening words', 10), session('Film of the day', 12)],
    }
    const { address, fetch } = await openPages({
      '/day': `<title>A day of voices</title><h1>A day of voices</h1><script type="application/ld+json">${JSON.stringify(data)}</script>`,
    })
    const opening = {
      content: content({ title: 'Opening words', start: '2020-12-18T10:00:00+01:00[+01:00]' }),
    }
    const day = {
      content: content({ title: 'A day of voices' }),
      state: 'published' as const,
      sessions: [opening],
    }
    const into = (await addEntries(store, edition.id, [day], anna)).entries[0]!.id
    const [id] = await paste(`${address}/day`)
    await readReading(store, id!, { fetch, now })
    const read = await reading(store, id!)
    expect(read.findings[0]!.sessions).toHaveLength(2)
    await settleFindings(store, read, [{ number: 0, as: 'merge', into }], anna)
    const sessions = await readEntries(store.db, { sessionsOf: into })
    expect(sessions.map(({ entry }) => entry.title)).toEqual(['Opening words', 'Film of the day'])
    expect((await readRevisions(store.db, edition.id, { number: 2 })).map(({ act }) => act).sort()).toEqual([
      'add',
      'merge',
    ])
  })

  test('is a contributor’s draft, never published by them', async () => {
    const { store, edition, paste } = await begun()
    const { address, fetch } = await openPages({ '/day': eventPage({ title: 'Voices' }) })
    const added = await addEntries(store, edition.id, [{ content: content(), state: 'published' }], anna)
    const [id] = await paste(`${address}/day`)
    await readReading(store, id!, { fetch, now })
    const read = await reading(store, id!)
    const carl = { by: 'Carl', at, onlyDrafts: true }
    const settle = (one: Parameters<typeof settleFindings>[2][number]) =>
      settleFindings(store, read, [one], carl)
    const refused = { key: 'only-drafts' }
    await expect(settle({ number: 0, as: 'entry', state: 'published' })).rejects.toMatchObject(refused)
    await expect(settle({ number: 0, as: 'merge', into: added.entries[0]!.id })).rejects.toMatchObject(
      refused,
    )
    expect(await reading(store, id!)).toMatchObject({ state: 'read', settled: {} })
    expect((await settle({ number: 0, as: 'entry', state: 'draft' })).entries).toMatchObject([
      { state: 'draft' },
    ])
  })
})
