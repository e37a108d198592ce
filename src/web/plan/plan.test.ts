import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { starredDay } from '../../../test/starred-day.ts'
import { visit } from '../../../test/visitor.ts'
import { changeEntries } from '../../services/change-entries.ts'
import { readProgramme } from '../../storage/programmes.ts'

const edition = 'data-day/2021'
let site: TestSite

beforeAll(async () => {
  site = await openSite('2021-03-06T06:20:00Z')
  await addProgramme(
    site,
    { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' },
    starredDay,
    { title: 'Data Day 2021' },
  )
})
afterAll(() => site.close())

const zone = { zone: 'Europe/Madrid' }
const text = (page: string) =>
  page
    .replace(/<(?:style|script|svg|form)[\s\S]*?<\/(?:style|script|svg|form)>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
const rowOf = (page: string, title: string) => {
  const start = page.lastIndexOf('<li class="entry', page.indexOf(`>${title}</bdi></a></h4>`))
  return page.slice(start, page.indexOf('</li>', start))
}
const idOf = (page: string, title: string) => /id="e-([^"]+)"/.exec(rowOf(page, title))![1]!
const choiceOf = (page: string, title: string) =>
  text(/<p class="choice[\s\S]*?<\/p>/.exec(rowOf(page, title))![0]).trim()
/** Somebody who starred these, by their slugs. */
async function starring(must: string[], like: string[] = []) {
  const reader = visit(site)
  for (const slug of must) await reader.post('/plan/entries', { must: `${edition}/${slug}`, ...zone })
  for (const slug of like) await reader.post('/plan/entries', { like: `${edition}/${slug}`, ...zone })
  return reader
}
const tokenIn = (reader: { cookie(): string }) => /plan=([\w-]{43})/.exec(reader.cookie())![1]!

describe('a plan', () => {
  test('begins empty, and says where to begin', async () => {
    const { page, status, cookies } = await visit(site).get('/plan')
    expect([status, cookies]).toEqual([200, []])
    expect(page).toContain('href="/plan/choose/data-day/2021"')
    expect(page).toContain('<meta name="robots" content="noindex"')
  })

  test('is made by a form on the page of an entry, and carried by a cookie that goes to plans alone', async () => {
    const reader = visit(site)
    const { page } = await reader.get(`/${edition}/maps-for-the-harbour`)
    expect(page).toContain('<form class="stars" method="post" action="/plan/entries">')
    expect(page).toContain(`<button type="submit" name="must" value="${edition}/maps-for-the-harbour">`)
    const done = await reader.post('/plan/entries', { must: `${edition}/maps-for-the-harbour`, ...zone })
    expect([done.status, done.to]).toEqual([303, expect.stringMatching(/^\/plan#e-/)])
    expect(done.cookies).toHaveLength(1)
    expect(done.cookies[0]).toMatch(/^plan=[\w-]{43}; Max-Age=34560000; Path=\/plan; HttpOnly; SameSite=Lax$/)
    const plan = await reader.get('/plan')
    expect(choiceOf(plan.page, 'Maps for the harbour')).toBe(
      'Watch live. Nothing else that you starred is on then.',
    )
    expect(rowOf(plan.page, 'Maps for the harbour')).toContain('>10:00</time>')
  })

  test('refuses forms of other sites, and what is no entry stars nothing', async () => {
    const body = new URLSearchParams({ must: `${edition}/maps-for-the-harbour` })
    const headers = { origin: 'https://elsewhere.example' }
    const refused = await site.app.request('http://localhost:1812/plan/entries', {
      method: 'POST',
      headers,
      body,
    })
    expect(refused.status).toBe(403)
    const odd = await visit(site).post('/plan/entries', {
      must: '../../etc',
      like: '',
      entry: 'x',
      wish: 'must',
    })
    expect([odd.status, odd.cookies]).toEqual([303, []])
  })

  test('is solved: live, later, not at all, each with its reason, and clashes are named one by one', async () => {
    const reader = await starring(
      ['opening-of-the-day'],
      [
        'maps-for-the-harbour',
        'budgets-without-an-end',
        'night-of-the-archives',
        'seeds-a-film',
        'breakfast-in-auckland',
      ],
    )
    const { page } = await reader.get('/plan')
    const said = text(page)
    expect(said).toContain('Of 6 starred, 5 can be seen, 2 of them live.')
    expect(said).toContain('2 clashes')
    expect(said).toContain('10:00–10:30 Opening of the day × Maps for the harbour')
    expect(said).toContain('10:45–11:00 Maps for the harbour × Budgets without an end Only perhaps')
    const titles = [...page.matchAll(/<h4>[\s\S]*?<bdi>([^<]*)</g)].map(([, title]) => title)
    expect(titles.map(title => `${title}: ${choiceOf(page, title!)}`)).toEqual([
      'Breakfast in Auckland: Watch later. It is over; its recording is there.',
      'Opening of the day: Watch live. Its recording is only expected. It goes before “Maps for the harbour”.',
      'Maps for the harbour: Cannot be seen. So the most can be watched live. First goes “Opening of the day” and “Budgets without an end”.',
      'Budgets without an end: Watch live. It could not be seen later. It goes before “Maps for the harbour”.',
      'Night of the archives: Watch later. It is not wholly within your waking hours.',
      'Seeds: a film: Whenever you like. It is there to be read or watched at any time.',
    ])
  })

  test('is as the reader pins it, until they take that back', async () => {
    const reader = await starring(['opening-of-the-day'], ['maps-for-the-harbour'])
    const before = (await reader.get('/plan')).page
    const maps = idOf(before, 'Maps for the harbour')
    expect(choiceOf(before, 'Maps for the harbour')).toMatch(/^Watch live/)
    await reader.post('/plan/pins', { entry: maps, pin: 'later' })
    const pinned = (await reader.get('/plan')).page
    expect(choiceOf(pinned, 'Opening of the day')).toMatch(/^Watch live/)
    expect(rowOf(pinned, 'Maps for the harbour')).toContain('Take my choice back')
    const done = await reader.post('/plan/pins', { entry: maps, pin: '' })
    expect(done.to).toBe(`/plan#e-${maps}`)
    expect((await reader.get('/plan')).page).toBe(before)
  })

  test('knows waking hours and pauses, wherever it is opened', async () => {
    const reader = await starring([], ['night-of-the-archives', 'coffee-with-archivists'])
    await reader.post('/plan/hours', { awakeFrom: '20', awakeTo: '11', pauseFrom: '22:30', pauseTo: '23:00' })
    const elsewhere = await visit(site).get(`/plan/${tokenIn(reader)}`)
    for (const { page } of [await reader.get('/plan'), elsewhere]) {
      expect(choiceOf(page, 'Coffee with archivists')).toMatch(/not wholly within your waking hours/)
      expect(choiceOf(page, 'Night of the archives')).toMatch(/falls into one of your pauses/)
      expect(text(page)).toContain('pause from 22:30 to 23:00')
    }
    await reader.post('/plan/hours', { awakeFrom: '20', awakeTo: '11', pauseFrom: '', pauseTo: '' })
    expect(choiceOf((await reader.get('/plan')).page, 'Night of the archives')).toMatch(/^Watch live/)
  })

  test('chooses from a whole edition by one form, which takes away what is not chosen any more', async () => {
    const reader = await starring(['coffee-with-archivists'], ['seeds-a-film'])
    const { page } = await reader.get(`/plan/choose/${edition}`)
    expect(page).toContain(`<input type="hidden" name="had" value="${edition}/seeds-a-film"/>`)
    expect(page).toContain(`value="${edition}/forum-of-the-provinces#what-it-leaves-out"`)
    await reader.post('/plan/entries', {
      had: `${edition}/seeds-a-film`,
      must: `${edition}/forum-of-the-provinces#what-it-leaves-out`,
    })
    const plan = (await reader.get('/plan')).page
    expect([...plan.matchAll(/<h4>[\s\S]*?<bdi>([^<]*)</g)].map(([, title]) => title)).toEqual([
      'Coffee with archivists',
      'What it leaves out',
    ])
    expect(rowOf(plan, 'What it leaves out')).toContain('Forum of the provinces')
    expect((await visit(site).get('/plan/choose/data-day/1999')).status).toBe(404)
  })
})

describe('on another device', () => {
  test('it is shown, and used where the reader says so; what that device had is taken in', async () => {
    const desk = await starring(['maps-for-the-harbour'])
    const phone = await starring([], ['seeds-a-film'])
    const address = `/plan/${tokenIn(desk)}`
    expect((await desk.get('/plan')).page).toContain(site.baseUrl + address)
    const seen = await phone.get(address)
    expect(seen.page).toContain('Use this plan here, too')
    expect(seen.page).not.toContain('Seeds: a film')
    expect(seen.page).not.toContain('action="/plan/pins"')
    expect(await phone.post(address)).toMatchObject({ status: 303, to: '/plan' })
    for (const reader of [desk, phone]) {
      const { page } = await reader.get('/plan')
      expect(page).toContain('Seeds: a film')
      expect(page).toContain('Maps for the harbour')
    }
    expect(await desk.get(address)).toMatchObject({ status: 303, to: '/plan' })
    expect((await phone.get(`/plan/${'x'.repeat(43)}`)).status).toBe(404)
    await phone.post('/plan/forgotten')
    expect(text((await desk.get('/plan')).page)).toContain('Nothing is starred here yet')
    expect((await visit(site).get(address)).status).toBe(404)
  })

  test('no other site learns its address, nobody lists it, and nobody in between keeps it', async () => {
    const token = tokenIn(await starring(['maps-for-the-harbour']))
    for (const path of ['/plan', `/plan/${token}`, `/plan/${token}.ics`, '/plan/catch-up', '/plan/stars']) {
      const { headers } = await site.app.request(`http://localhost:1812${path}`)
      expect([path, headers.get('referrer-policy'), headers.get('x-robots-tag')]).toEqual([
        path,
        'same-origin',
        'noindex',
      ])
      expect(headers.get('cache-control')).toMatch(/^no-store$|^private, no-cache$/)
    }
    expect(await (await site.app.request('http://localhost/robots.txt')).text()).toContain(
      'Disallow: /plan/\n',
    )
  })
})

describe('an address that carries stars', () => {
  test('is used as far as it is understood, and the rest is named', async () => {
    const reader = visit(site)
    const told = `must=${edition}/maps-for-the-harbour,${edition}/nothing&like=${edition}/seeds-a-film,${edition}/seeds-a-film,${edition}/maps-for-the-harbour,//,a`
    const { page, status } = await reader.get(`/plan?${told}`)
    expect(status).toBe(200)
    const said = text(page.replace(/<form class="use"/, '<div class="use"'))
    expect(said).toContain('Of 2 starred')
    expect(said).toContain('Not known here: nothing')
    expect(said).toContain('Named twice, taken once: seeds-a-film and maps-for-the-harbour.')
    expect(page).toContain(`<input type="hidden" name="must" value="${edition}/maps-for-the-harbour"/>`)
    expect((await reader.get('/plan')).page).not.toContain('Maps for the harbour')
    const shared = await starring(['maps-for-the-harbour'], ['seeds-a-film'])
    const address = /href="([^"]*\/plan\?must=[^"]*)"/.exec((await shared.get('/plan')).page)![1]!
    expect(address).toBe(
      `${site.baseUrl}/plan?must=${edition}/maps-for-the-harbour&amp;like=${edition}/seeds-a-film`,
    )
  })
})

describe('a private calendar', () => {
  test('has what is starred, each with what is to become of it, and keeps the plan in use', async () => {
    const reader = await starring(['opening-of-the-day'], ['maps-for-the-harbour', 'seeds-a-film'])
    const path = `/plan/${tokenIn(reader)}.ics`
    expect((await reader.get('/plan')).page).toContain(`href="webcal://localhost:1812${path}?lang=en"`)
    const answer = await site.app.request(`http://localhost:1812${path}`)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent')
    const told = events.map(each => new ICAL.Event(each))
    expect(told.map(({ summary }) => summary)).toEqual(['Opening of the day', 'Maps for the harbour'])
    expect(told.map(({ description }) => description.split('\n')[0])).toEqual([
      'Watch later. Something that could not be seen later goes first: “Maps for the harbour”.',
      'Watch live. It could not be seen later. It goes before “Opening of the day”.',
    ])
    const again = await site.app.request(`http://localhost:1812${path}`, {
      headers: { 'if-none-match': answer.headers.get('etag')! },
    })
    expect(again.status).toBe(304)
    expect((await site.app.request(`http://localhost:1812/plan/${'x'.repeat(43)}.ics`)).status).toBe(404)
  })
})

describe('catching up', () => {
  test('tells what ran in the night or since the beginning, as a playlist with its length', async () => {
    const reader = await starring([], ['breakfast-in-auckland'])
    const night = text((await reader.get('/plan/catch-up?zone=Europe/Madrid')).page)
    expect(night).toContain('1 recording, 60 minutes in all')
    expect(night).toContain('Tides, told by those who fish')
    expect(night).toContain('A night that nobody recorded')
    const all = text((await reader.get('/plan/catch-up?since=all&zone=Europe/Madrid')).page)
    expect(all).toContain('2 recordings, 3 hours in all')
    expect(all).toMatch(/1\. Breakfast in Auckland.*2\. Tides/)
    const starred = text((await reader.get('/plan/catch-up?since=all&of=starred&zone=Europe/Madrid')).page)
    expect(starred).toContain('1 recording, 90 minutes in all')
    expect((await visit(site).get('/plan/catch-up?since=visit&of=starred')).status).toBe(200)
  })
})

test('script is told what is starred, and sends what it stars', async () => {
  const reader = await starring(['maps-for-the-harbour'])
  const send = (body: [string, string][]) =>
    site.app.request('http://localhost:1812/plan/entries', {
      method: 'POST',
      headers: { accept: 'application/json', origin: 'http://localhost:1812', cookie: reader.cookie() },
      body: new URLSearchParams(body),
    })
  const answer = await send([
    ['none', `${edition}/maps-for-the-harbour`],
    ['like', `${edition}/seeds-a-film`],
    ['must', `${edition}/forum-of-the-provinces#what-it-leaves-out`],
  ])
  const stars = {
    [`${edition}/seeds-a-film`]: 'like',
    [`${edition}/forum-of-the-provinces#what-it-leaves-out`]: 'must',
  }
  expect(await answer.json()).toEqual(stars)
  expect(JSON.parse((await reader.get('/plan/stars')).page)).toEqual(stars)
  expect(JSON.parse((await visit(site).get('/plan/stars')).page)).toEqual({})
})

test('what is withdrawn is named and can be tidied away; what moved says so', async () => {
  const own = await openSite('2021-03-06T06:20:00Z')
  await addProgramme(
    own,
    { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' },
    starredDay,
  )
  const reader = visit(own)
  for (const slug of ['maps-for-the-harbour', 'coffee-with-archivists'])
    await reader.post('/plan/entries', { like: `${edition}/${slug}`, ...zone })
  const programme = (await readProgramme(own.store, 'data-day', '2021'))!
  const id = (slug: string) => programme.entries.find(each => each.slug === slug)!.id
  const act = { by: 'Anna', at: own.clock.now, name: 'edit' }
  await changeEntries(
    own.store,
    programme.edition.id,
    [id('maps-for-the-harbour')],
    was => ({ ...was, state: 'withdrawn' }),
    act,
  )
  await changeEntries(
    own.store,
    programme.edition.id,
    [id('coffee-with-archivists')],
    was => ({
      ...was,
      time: { ...was.time, start: '2021-03-06T15:00:00', end: '2021-03-06T16:00:00' },
      status: 'rescheduled' as const,
    }),
    act,
  )
  const { page } = await reader.get('/plan')
  expect(page.replace(/[\u2068\u2069]/g, '')).toContain(
    '“Maps for the harbour” is not in the programme any more.',
  )
  expect(text(rowOf(page, 'Coffee with archivists'))).toContain(
    'Moved: it was to begin Sat 6 Mar 13:00 when you starred it.',
  )
  await reader.post('/plan/entries', { entry: id('maps-for-the-harbour'), wish: 'none' })
  expect((await reader.get('/plan')).page).not.toContain('Maps for the harbour')
  const shared = `must=${edition}/maps-for-the-harbour&like=${edition}/coffee-with-archivists`
  const told = (await visit(own).get(`/plan?${shared}`)).page.replace(/[\u2068\u2069]/g, '')
  expect(told).toContain('Not in the programme any more: maps-for-the-harbour.')
  expect(told).not.toContain(`name="must" value="${edition}/maps-for-the-harbour"`)
  expect(told).toContain(`<input type="hidden" name="like" value="${edition}/coffee-with-archivists"/>`)
  await own.close()
})
