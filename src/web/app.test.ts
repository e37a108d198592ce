import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDay, dataDay } from '../../test/a-day.ts'
import { addProgramme, openSite, type TestSite } from '../../test/site.ts'

const middle = '2021-03-06T09:20:00Z'
const path = '/data-day/2021'
let site: TestSite

beforeAll(async () => {
  site = await openSite(middle)
  const head = {
    title: 'Data Day 2021',
    text: 'First paragraph.\n\nSecond paragraph.',
    hashtags: ['DataDay'],
    categories: ['open data'],
    tags: ['open data', 'maps'],
    authors: [{ name: 'A Curator', bio: 'Reads **everything**.' }],
  }
  await addProgramme(site, dataDay, aDay, head)
  await addProgramme(
    site,
    { series: 'data-day', edition: '2022', date: '2022-03-05', zone: 'Europe/London', publish: false },
    aDay,
  )
})
beforeEach(() => {
  site.clock.now += 2000
})
afterAll(() => site.close())

async function get(address: string, headers: Record<string, string> = {}) {
  const response = await site.app.request(address, { headers })
  return { status: response.status, headers: response.headers, html: await response.clone().text(), response }
}

/** The part of a page between two marks. */
function between(html: string, from: string, to: string): string {
  const start = html.indexOf(from)
  expect(start, `“${from}” in the page`).toBeGreaterThan(-1)
  return html.slice(start, html.indexOf(to, start))
}

const section = (html: string, name: string) => between(html, `data-section="${name}"`, '</section>')
const row = (html: string, slug: string) => between(html, `id="${slug}"`, '</li>')

test('every entry is in the section of its phase', async () => {
  const { html } = await get(path)
  const titles = (name: string) =>
    [...section(html, name).matchAll(/<h[34]><a[^>]*><bdi[^>]*>([^<]*)/g)].map(match => match[1])
  expect(titles('on')).toEqual(['Maps for the harbour', 'Budgets without an end', 'All-day reading'])
  expect(titles('over')).toEqual(['Breakfast in Auckland'])
  expect(titles('anytime')).toEqual(['Open by default', '#ShowTheData'])
  expect(titles('notTold')).toEqual(['The forum that never said when'])
  expect([...titles('next'), ...titles('later')].sort()).toEqual(
    [
      'A vigil at dusk',
      'A walk that was called off',
      'Night of the archives',
      'Sometime that Saturday',
      'ندوة البيانات المفتوحة',
    ].sort(),
  )
})

test('a time is said in the zone of the page, with the organiser’s own beside it', async () => {
  const { html } = await get(`${path}?zone=Asia/Manila`)
  expect(row(html, 'maps-for-the-harbour')).toContain(
    '<time datetime="2021-03-06T09:00Z">17:00</time><span class="own" data-own="2021-03-06T10:00 Lagos">10:00 in Lagos</span>',
  )
  expect(row(html, 'budgets-without-an-end')).toContain('Manila time')
  expect(row(html, 'a-vigil-at-dusk')).toContain('local time everywhere')
  const honolulu = await get(`${path}?zone=Pacific/Honolulu`)
  expect(row(honolulu.html, 'maps-for-the-harbour')).toContain('>23:00</time>')
  expect(row(honolulu.html, 'maps-for-the-harbour')).toContain('Sat 6 Mar, 10:00 in Lagos')
})

test('an event that crosses midnight stands on its day and is referred to on the next', async () => {
  const { html } = await get(`${path}?zone=Europe/Berlin`)
  const later = section(html, 'later')
  expect(later.indexOf('id="night-of-the-archives"')).toBeLessThan(later.indexOf('data-day="2021-03-07"'))
  expect(between(later, 'data-day="2021-03-07"', '</ol>')).toContain(
    'Night of the archives goes on until 02:00',
  )
  const elsewhere = await get(`${path}?zone=America/Lima`)
  expect(section(elsewhere.html, 'later')).not.toContain('goes on until')
})

test('links are shown in their window: join before and during, the recording after', async () => {
  const before = await get(`${path}?at=2021-03-05T18:00Z`)
  expect(row(before.html, 'breakfast-in-auckland')).toContain('https://meet.example/breakfast')
  expect(row(before.html, 'breakfast-in-auckland')).not.toContain('https://video.example/breakfast')
  const after = await get(`${path}?at=2021-03-06T09:20Z`)
  expect(row(after.html, 'breakfast-in-auckland')).not.toContain('https://meet.example/breakfast')
  expect(row(after.html, 'breakfast-in-auckland')).toContain('https://video.example/breakfast')
})

test('what is not known is said: ends, hours, times, links, doubts', async () => {
  const { html } = await get(path)
  expect(row(html, 'budgets-without-an-end')).toContain('Probably on now')
  expect(row(html, 'budgets-without-an-end')).toContain(
    'The organiser wrote “PST”, which can mean several zones; taken as Manila time.',
  )
  expect(row(html, 'sometime-that-saturday')).toContain('Hour not told')
  expect(row(html, 'sometime-that-saturday')).toContain('Link missing')
  expect(row(html, 'the-forum-that-never-said-when')).toContain('Time not told')
  expect(row(html, 'a-walk-that-was-called-off')).toContain('Cancelled')
  expect(row(html, 'open-by-default')).toContain('(ohchr.org)')
})

test('a programme that tells no hour is shown as told, and by time is one link away', async () => {
  const edition = { series: 'quiet-day', edition: '2021', date: '2021-03-06', zone: 'UTC' }
  await addProgramme(site, edition, [{ kind: 'event', title: 'A vigil some time' }])
  const told = await get('/quiet-day/2021')
  expect(told.html).not.toContain('data-section="notTold"')
  expect(told.html).toContain('href="/quiet-day/2021?view=time"')
  const byTime = await get('/quiet-day/2021?view=time')
  expect(section(byTime.html, 'notTold')).toContain('A vigil some time')
  expect((await get(path)).html).toContain(`href="${path}?view=told"`)
})

test('as told is the order of the story, with the whole text', async () => {
  const { html } = await get(`${path}?view=told`)
  const titles = [...html.matchAll(/<h3><a[^>]*><bdi[^>]*>([^<]*)/g)].map(match => match[1])
  expect(titles).toEqual(aDay.map(({ title }) => title))
  expect(html).toContain('<p>Second paragraph.')
  expect((await get(path)).html).not.toContain('<p>Second paragraph.')
})

test('a page is answered compressed, with an ETag of its own per encoding, and not again when nothing changed', async () => {
  const plain = await get(path)
  expect(plain.headers.get('vary')).toBe('Accept-Encoding, Accept-Language, Cookie')
  const seen = new Set([plain.headers.get('etag')])
  for (const [encoding, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const { response } = await get(path, { 'accept-encoding': `${encoding}, deflate;q=0.5` })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(unpack(Buffer.from(await response.arrayBuffer())).toString()).toBe(plain.html)
    const etag = response.headers.get('etag')!
    seen.add(etag)
    for (const told of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get(path, { 'accept-encoding': encoding, 'if-none-match': told })
      expect([again.status, again.html]).toEqual([304, ''])
    }
  }
  expect(seen.size).toBe(3)
  expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
  expect((await get(path, { 'accept-encoding': 'br;q=0' })).headers.get('content-encoding')).toBeNull()
})

test('a change is seen within a second, and without asking the store in between', async () => {
  const { html } = await get(path)
  const { db } = site.store
  await db
    .updateTable('editions')
    .set(row => ({ title: 'Data Day, renamed', revision: row('revision', '+', 1) }))
    .where('slug', '=', '2021')
    .execute()
  expect((await get(path)).html).toBe(html)
  site.clock.now += 1000
  expect((await get(path)).html).toContain('Data Day, renamed')
  await db
    .updateTable('editions')
    .set(row => ({ title: 'Data Day 2021', revision: row('revision', '+', 1) }))
    .where('slug', '=', '2021')
    .execute()
})

test('a page is made anew when its next moment comes', async () => {
  const before = site.clock.now
  // A tenth of a second before: the page is still believed then, for a second, but for its end.
  site.clock.now = Date.parse('2021-03-06T09:59:59.900Z')
  expect(section((await get(path)).html, 'on')).toContain('Maps for the harbour')
  site.clock.now = Date.parse('2021-03-06T10:00:00Z')
  expect(section((await get(path)).html, 'over')).toContain('Maps for the harbour')
  site.clock.now = before
})

test('the moment of a page can be moved; such a page is not kept and not found', async () => {
  const { html, headers } = await get(`${path}?at=2021-03-06T20:00Z`)
  expect(section(html, 'over')).toContain('Maps for the harbour')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(html).toContain('<meta name="robots" content="noindex"')
  expect((await get(path)).html).not.toContain('noindex')
  const inSeconds = await get(`${path}?at=${Date.parse('2021-03-06T20:00Z') / 1000}`)
  expect(section(inSeconds.html, 'over')).toContain('Maps for the harbour')
})

test('a wrong zone, language or moment is answered with the default, and said', async () => {
  const right = await get(path)
  for (const [query, told] of [
    ['zone=Mars/Olympus', '“Mars/Olympus” is no time zone'],
    ['lang=tlh', 'no pages in “tlh”'],
    ['at=yesterday', '“yesterday” is no moment'],
  ]) {
    const { html, status } = await get(`${path}?${query}`)
    expect(status).toBe(200)
    expect(html).toContain(told)
    expect(row(html, 'maps-for-the-harbour')).toContain('09:00')
    expect(right.html).not.toContain(told)
  }
})

test('the language is the one asked for, chosen, or understood; Arabic is written from the right', async () => {
  expect((await get(path, { 'accept-language': 'ar-EG,en;q=0.5' })).html).toContain(
    '<html lang="ar" dir="rtl"',
  )
  expect((await get(path, { 'accept-language': 'sw, ar;q=0.2, en;q=0.6' })).html).toContain(
    '<html lang="en" dir="ltr"',
  )
  expect((await get(path, { cookie: 'lang=ar' })).html).toContain('<html lang="ar"')
  expect((await get(`${path}?lang=en`, { cookie: 'lang=ar' })).html).toContain('<html lang="en"')
})

test('a zone is remembered only after a choice, made on this site', async () => {
  expect((await get(path)).headers.get('set-cookie')).toBeNull()
  expect((await get('/zone?q=manila&back=/data-day/2021')).html).toContain('value="Asia/Manila"')
  expect((await get('/zone?q=qqqq')).html).toContain('No zone was found for “qqqq”')
  const post = (origin: string, back: string) =>
    site.app.request('http://localhost/zone', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ zone: 'Asia/Manila', back }),
    })
  const chosen = await post('http://localhost', `${path}?zone=Asia/Tokyo&view=told`)
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `${path}?view=told`])
  expect(chosen.headers.get('set-cookie')).toMatch(/^zone=Asia%2FManila; .*HttpOnly; SameSite=Lax/)
  expect((await post('https://evil.example', path)).status).toBe(403)
  for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'])
    expect(
      new URL((await post('http://localhost', back)).headers.get('location')!, 'http://localhost').origin,
    ).toBe('http://localhost')
  expect(row((await get(path, { cookie: 'zone=Asia%2FManila' })).html, 'maps-for-the-harbour')).toContain(
    '>17:00</time>',
  )
})

test('no script and no style runs but those whose hashes are told', async () => {
  const { headers } = await get(path)
  const policy = headers.get('content-security-policy')!
  expect(policy).toMatch(/default-src 'none'/)
  expect(policy).not.toMatch(/unsafe/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  for (const address of ['/nowhere', '/healthz', '/zone'])
    expect((await get(address)).headers.get('x-content-type-options')).toBe('nosniff')
})

test('what is not there is said in plain words; a draft is not there', async () => {
  for (const address of [
    '/nowhere',
    `${path}/nothing`,
    '/data-day/2022',
    '/data-day/2022/maps-for-the-harbour',
    '/assets/../package.json',
    '/%E0%A4%A',
  ]) {
    const { status, html } = await get(address)
    expect([address, status]).toEqual([address, 404])
    expect(html).toContain('There is nothing at this address')
  }
})

test('the foot counts what nobody told, and says a subject once', async () => {
  const { html } = await get(`${path}?at=2021-03-06T09:20Z`)
  const foot = between(html, 'class="foot"', '</aside>')
  expect(foot).toContain(
    'Still open: 1 time not told · 1 hour not told · 1 link missing · 1 entry with a doubt',
  )
  expect(foot).not.toContain('recorded')
  expect([...foot.matchAll(/class="tag"[^>]*><bdi>([^<]*)/g)].map(match => match[1])).toEqual([
    'open data',
    'maps',
  ])
  const later = await get(`${path}?at=2021-03-08T12:00Z`)
  expect(between(later.html, 'class="foot"', '</aside>')).toContain('whether 4 events were recorded')
})

test('old addresses lead on, with what was asked for', async () => {
  await site.store.db.insertInto('redirects').values({ from: '/2021/03/data-day', to: path }).execute()
  for (const [from, to] of [
    ['/2021/03/data-day', path],
    ['/2021/03/data-day/?lang=ar', `${path}?lang=ar`],
    [`${path}/`, path],
    ['//evil.example/', '/evil.example'],
  ]) {
    const { status, headers } = await get(`http://localhost${from}`)
    expect([status, headers.get('location')]).toEqual([301, to])
  }
})

test('an entry’s page tells how many are on at the same time, and which', async () => {
  const { html } = await get(`${path}/maps-for-the-harbour`)
  expect(html).toContain('1 other is on at the same time')
  expect(between(html, 'class="clashes"', '</section>')).toContain('Budgets without an end')
  expect(html).toContain('Only perhaps: an end is not told.')
  expect(html).toContain('<em>chart</em>')
})

test('the front page and a series show what is published, and nothing of drafts', async () => {
  const home = await get('/')
  expect(home.html).toContain('Data Day 2021')
  expect(home.html).toContain('Maps for the harbour')
  const series = await get('/data-day')
  expect(series.html).toContain('12 entries · 1 recording')
  for (const { html } of [home, series]) expect(html).not.toContain('/data-day/2022')
})

test('an empty site says what to do', async () => {
  const empty = await openSite(middle)
  expect(await (await empty.app.request('/')).text()).toMatch(
    /No programme has been published here yet.*href="\/desk"/,
  )
  await empty.close()
})

test('a fault is ours: it is logged, and the visitor learns nothing of it', async () => {
  const broken = await openSite(middle)
  await broken.close()
  const logged: unknown[] = []
  const original = console.error
  console.error = (...words) => logged.push(words)
  const response = await broken.app.request('/data-day/2021')
  console.error = original
  expect(response.status).toBe(500)
  expect(await response.text()).toContain('Something went wrong here')
  expect(logged).toHaveLength(1)
})
