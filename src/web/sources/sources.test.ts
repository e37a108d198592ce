import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { eventPage, openPages, type PagesSite } from '../../../test/pages-site.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { calendar } from '../../../test/sources.ts'
import { stores } from '../../../test/stores.ts'
import { listWatched } from '../../storage/sources.ts'

const base = 'http://localhost:1812'
const desk = '/desk/migrants-day/2020'

describe.each(stores)('the pages of sources, in $name', ({ empty }) => {
  let site: TestSite
  let world: PagesSite
  let anna: SignedIn
  let editionId: string
  beforeEach(async () => {
    world = await openPages({
      '/all.ics': calendar([
        { title: 'Voices of migrants', start: '18T130000' },
        { title: 'Another day', start: '02T130000' },
      ]),
      '/page': eventPage({
        title: 'A day of voices',
        more: '<a href="/all.ics">Add to your calendar</a>',
      }),
      '/empty': '<!doctype html><title>Nothing</title><p>Nothing here.</p>',
    })
    site = await openSite('2020-12-01T12:00:00Z', await empty(), world.fetch)
    editionId = (await anEdition(site.store)).id
    anna = await signedIn(site, 'editor', { name: 'Anna' })
  })
  const get = async (path: string, who = anna) => {
    const answer = await site.app.request(base + path, { headers: who.headers })
    return { status: answer.status, html: await answer.text() }
  }
  const post = async (path: string, fields: Record<string, string> = {}, headers: object = anna.headers) => {
    const answer = await site.app.request(base + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
    const done = /daylong-done=([a-z-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location'), done }
  }
  const watch = async (more: Record<string, string> = {}) => {
    const address = `${world.address}/all.ics`
    const told = { address, found: address, kind: 'calendar', title: 'Partners', policy: 'propose', ...more }
    return (await post(`${desk}/sources`, told)).to!
  }

  test('look at an address first: what it tells of these days, and what it offers besides', async () => {
    const looked = await post(`${desk}/sources`, { address: `${world.address}/all.ics` })
    expect(looked.status).toBe(200)
    expect(looked.html).toContain('It tells one thing on the days of this programme, of 2 in all.')
    expect(looked.html).toContain('Voices of migrants')
    expect(looked.html).not.toContain('Another day')
    const page = await post(`${desk}/sources`, { address: `${world.address}/page` })
    expect(page.html).toContain(`value="${world.address}/all.ics"`)
    expect(await listWatched(site.store.db, editionId)).toEqual([])
  })

  test('say what is wrong with an address, and keep what was typed', async () => {
    const { status, html } = await post(`${desk}/sources`, { address: `${world.address}/none` })
    expect([
      status,
      html.includes('There is no such page at'),
      html.includes(`value="${world.address}/none"`),
    ]).toEqual([422, true, true])
    expect((await post(`${desk}/sources`, { address: `${world.address}/empty` })).status).toBe(422)
    expect((await post(`${desk}/sources`, { address: '' })).status).toBe(200)
  })

  test('promise nothing of an address that is only looked at, and read nothing out of a picture', async () => {
    world.pages['/down'] = { body: 'oops', status: 500 }
    const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex')
    world.pages['/picture'] = { body: png, type: 'image/png' }
    const { body } = calendar([{ title: 'Voices of migrants', start: '18T130000' }])
    world.pages['/half.ics'] = { body: body.replace('END:VCALENDAR', ''), type: 'text/calendar' }
    const look = async (path: string) => {
      const { status, html } = await post(`${desk}/sources`, { address: world.address + path })
      const words = /<section class="looked".*?<\/section>/s.exec(html)![0].replace(/<[^>]+>/g, ' ')
      return { status, words }
    }
    const down = await look('/down')
    expect([down.status, down.words]).toEqual([422, expect.stringContaining('Try again later.')])
    expect(down.words).not.toContain('by itself')
    expect(await look('/picture')).toEqual({
      status: 422,
      words: expect.stringContaining('Nothing is read out of a picture.'),
    })
    expect(await look('/half.ics')).toEqual({
      status: 200,
      words: expect.stringContaining('This calendar breaks off before its end'),
    })
  })

  test('take a calendar that has nothing in it yet, and one of which nobody said that it is safe', async () => {
    world.pages['/next.ics'] = calendar([])
    const address = `${world.address}/next.ics`
    const looked = await post(`${desk}/sources`, { address: address.replace('http:', 'webcal:') })
    expect(looked.status).toBe(200)
    expect(looked.html).toContain('There is nothing in it yet.')
    expect(looked.html).toContain(`name="address" value="${address}"`)
    const to = await watch({ address, found: address })
    expect(await listWatched(site.store.db, editionId)).toMatchObject([{ told: 0, error: null }])
    world.pages['/next.ics'] = calendar([{ title: 'Voices of migrants', start: '18T130000' }])
    await post(`${to}/readings`)
    expect((await get(to)).html).toContain('It tells one new thing: look at it')
    // It leads to the source, where it was to be watched a second time.
    const again = await post(`${desk}/sources`, { address })
    expect(again.html).toContain('This is watched already:')
    expect(again.html).not.toContain('Watch it from now on')
  })

  test('say that it could not be read where somebody has it read, and why', async () => {
    const to = await watch()
    const told = async () => (await post(`${to}/readings`)).done
    expect(await told()).toBe('source-read')
    world.pages['/all.ics'] = { body: '', status: 302, headers: { location: '/all.ics' } }
    expect(await told()).toBe('source-unread')
    expect((await get(to)).html).toContain('if it stays so, ask them for another address.')
  })

  test('say to what hour and title something was moved, and in which zone that is', async () => {
    const to = await watch({ policy: 'accept-new', 'new-as': 'published' })
    world.pages['/all.ics'] = calendar([{ title: 'Voices of all', start: '18T140000' }])
    await post(`${to}/readings`)
    const words = 'moved 1 hour later, from 14:00 to 15:00 (Berlin). It is now called “Voices of all”.'
    for (const path of [to, desk]) {
      const { html } = await get(path)
      expect(html.replace(/[\u2068\u2069]/g, '')).toContain(words)
    }
  })

  test('add it, read it at once, and show how it stands', async () => {
    const to = await watch()
    const [source] = await listWatched(site.store.db, editionId)
    expect(to).toBe(`${desk}/sources/${source!.id}`)
    expect(source).toMatchObject({
      title: 'Partners',
      policy: 'propose',
      newAs: 'draft',
      told: 2,
      addedBy: 'Anna',
    })
    const { html } = await get(to)
    expect(html).toContain('It tells one new thing: look at it')
    const all = (await get(`${desk}/sources`)).html
    expect(all).toContain('Partners')
    expect(all).toContain('It tells one new thing: look at it')
    expect((await get(desk)).html).toContain('It tells one new thing: look at it')
  })

  test('say where an address leads that has moved, and let one say that what breaks off is right', async () => {
    const to = await watch()
    const { body } = calendar([{ title: 'Voices of migrants', start: '18T130000' }])
    world.pages['/new.ics'] = { body, type: 'text/calendar' }
    world.pages['/all.ics'] = { body: '', status: 301, headers: { location: '/new.ics' } }
    await post(`${to}/readings`)
    expect((await get(to)).html).toContain(`${world.address}/new.ics`)
    const state = async () => (await listWatched(site.store.db, editionId))[0]
    expect(await state()).toMatchObject({ error: null, told: 1 })
    world.pages['/new.ics'] = {
      body: body.replace('T130000Z', 'T140000Z').replace('END:VCALENDAR', ''),
      type: 'text/calendar',
    }
    await post(`${to}/readings`)
    expect((await get(to)).html).toContain('It breaks off before its end.')
    expect((await get(desk)).html).toContain('It breaks off before its end.')
    await post(`${to}/readings`, { do: 'believe' })
    expect(await state()).toMatchObject({ error: null, told: 1 })
  })

  test('read it at another address as the same source, and go on where it was given up', async () => {
    const to = await watch({ policy: 'accept-new', 'new-as': 'published' })
    const [source] = await listWatched(site.store.db, editionId)
    world.pages['/all.ics'] = { body: '', status: 404 }
    await post(`${to}/readings`)
    expect((await get(to)).html).toContain('Give its new address here, or stop watching it.')
    await site.store.db
      .updateTable('sources')
      .set({ state: 'paused', paused_because: 'failures', next_at: null })
      .where('id', '=', source!.id)
      .execute()
    world.pages['/new.ics'] = calendar([{ title: 'Voices of migrants', start: '18T140000' }])
    const wish = { policy: 'accept-new', 'new-as': 'published' }
    expect((await post(to, { ...wish, address: 'ftp://partners.example/all.ics' })).html).toContain(
      'This is no web address.',
    )
    await post(to, { ...wish, address: `${world.address}/new.ics` })
    expect(await listWatched(site.store.db, editionId)).toMatchObject([
      { id: source!.id, address: `${world.address}/new.ics`, state: 'watching', error: null, told: 1 },
    ])
    const { html } = await get(to)
    expect(html.replace(/[\u2068\u2069]/g, '')).toContain('moved 1 hour later, from 14:00 to 15:00')
  })

  test('change what becomes of it, pause it, go on, and stop', async () => {
    const to = await watch()
    await post(to, {
      title: 'Our partners',
      policy: 'mirror',
      'new-as': 'published',
      ours: 'title',
      days: '3',
    })
    const source = async () => (await listWatched(site.store.db, editionId))[0]
    expect(await source()).toMatchObject({
      title: 'Our partners',
      policy: 'mirror',
      newAs: 'published',
      ours: ['title'],
      daysAround: 3,
      checksum: null,
    })
    await post(`${to}/readings`)
    expect((await get(to)).html).toContain('1 new')
    await post(`${to}/pause`)
    expect(await source()).toMatchObject({ state: 'paused', pausedBecause: 'curator', nextAt: null })
    expect((await get(desk)).html).not.toContain('It is not read any more.')
    await post(`${to}/pause`, { _method: 'delete' })
    expect(await source()).toMatchObject({ state: 'watching' })
    expect((await post(to, { _method: 'delete' })).to).toBe(`${desk}/sources`)
    expect(await source()).toBeUndefined()
    expect((await get(to)).html).toContain('It is not read by itself')
  })

  test('are looked at by contributors, and changed by editors alone', async () => {
    const to = await watch()
    const carl = await signedIn(site, 'contributor')
    expect((await get(`${desk}/sources`, carl)).html).not.toContain('Read it now')
    const told = { address: `${world.address}/page`, policy: 'mirror' }
    expect((await post(`${desk}/sources`, told, carl.headers)).status).toBe(422)
    expect((await post(to, { policy: 'mirror' }, carl.headers)).status).toBe(422)
    expect((await post(to, { _method: 'delete' }, carl.headers)).status).toBe(422)
    for (const act of ['readings', 'pause'])
      expect((await post(`${to}/${act}`, {}, carl.headers)).status).toBe(403)
    expect(await listWatched(site.store.db, editionId)).toMatchObject([
      { policy: 'propose', state: 'watching' },
    ])
  })

  test('answer nobody who is not signed in, no other site, and for no other edition', async () => {
    const to = await watch()
    expect((await post(to, { policy: 'mirror' }, { origin: base })).status).toBe(403)
    expect(
      (await post(to, { policy: 'mirror' }, { ...anna.headers, origin: 'https://evil.example' })).status,
    ).toBe(403)
    const answer = await site.app.request(`${base}${desk}/sources`)
    expect([answer.status, answer.headers.get('location')?.startsWith('/sign-in')]).toEqual([303, true])
    const { seriesId } = (await site.store.db
      .selectFrom('editions')
      .select('series_id as seriesId')
      .executeTakeFirst())!
    await site.store.db
      .insertInto('editions')
      .values({
        ...(await site.store.db.selectFrom('editions').selectAll().executeTakeFirstOrThrow()),
        id: 'other',
        slug: '2021',
        series_id: seriesId,
      })
      .execute()
    expect((await get(to.replace('/2020/', '/2021/'))).status).toBe(404)
  })

  test('answer what a source says otherwise, and lead back to where one was', async () => {
    const to = await watch({ policy: 'accept-new', 'new-as': 'published' })
    const entry = (await site.store.db.selectFrom('entries').select('id').executeTakeFirst())!.id
    world.pages['/all.ics'] = calendar([{ title: 'Voices of all', start: '18T140000' }])
    await post(`${to}/readings`)
    const { html } = await get(to)
    expect(html).toContain('moved 1 hour later')
    expect(html).toContain('<bdi>Voices of all</bdi></ins>')
    const answered = await post(`${to}/answers`, {
      entry,
      chosen: '',
      field: 'title',
      do: 'take',
      back: desk,
    })
    expect(answered.to).toBe(desk)
    const row = await site.store.db.selectFrom('entries').select(['title', 'wall_start']).executeTakeFirst()
    expect(row).toEqual({ title: 'Voices of all', wall_start: '2020-12-18T13:00:00' })
    expect((await get(to)).html).not.toContain('moved 1 hour later')
    // In another tab the question still stands; it was answered here.
    const elsewhere = await post(`${to}/answers`, { entry, do: 'keep', back: 'https://evil.example' })
    expect([elsewhere.to, elsewhere.done]).toEqual([to, 'source-answered'])
  })
})
