import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { eventPage, openPages, type PagesSite } from '../../../test/pages-site.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { addEntries } from '../../services/add-entries.ts'
import { readProgramme } from '../../storage/programmes.ts'
import { insertSeries } from '../../storage/series.ts'

const base = 'http://localhost:1812'

describe.each(stores)('the card of what was pasted, in $name', ({ name, empty }) => {
  let site: TestSite
  let world: PagesSite
  let anna: SignedIn
  beforeEach(async () => {
    world = await openPages({})
    site = await openSite('2020-12-01T12:00:00Z', await empty(), world.fetch)
    await anEdition(site.store)
    anna = await signedIn(site, 'editor', { name: 'Anna' })
  })

  const get = (path: string, headers: Record<string, string> = anna.headers) =>
    site.app.request(base + path, { headers })
  const post = (
    path: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = anna.headers,
  ) => {
    const body = new URLSearchParams()
    for (const [field, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(field, each)
    return site.app.request(base + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
  }
  const paste = (text: string, files: File[] = [], headers: Record<string, string> = anna.headers) => {
    const body = new FormData()
    body.set('text', text)
    for (const file of files) body.append('files', file)
    return site.app.request(`${base}/desk/migrants-day/2020/readings`, { method: 'POST', headers, body })
  }
  const cardOf = async (answer: Response) => {
    expect(answer.status).toBe(303)
    const path = answer.headers.get('location')!
    return { path, html: await (await get(path)).text() }
  }
  const programme = async () => (await readProgramme(site.store, 'migrants-day', '2020', { all: true }))!

  test('leads from an address to a published entry in two presses', async () => {
    world.pages['/day'] = eventPage({
      title: 'Voices <b>of</b> migrants',
      organiser: 'IOM',
      end: '2020-12-18T15:00:00+01:00',
    })
    const { path, html } = await cardOf(await paste(`${world.address}/day`))
    expect(path).toMatch(/^\/desk\/readings\/[0-9a-f-]{36}$/)
    expect(html).toContain('Friday, 18 December 2020, 14:00–15:00 in Berlin')
    expect(html).toContain('from the page’s data (JSON-LD)')
    expect(html).not.toContain('<b>of</b>')
    const published = await post(`${path}/entries`, { number: '0', state: 'published' })
    expect([published.status, published.headers.get('location')]).toEqual([303, '/desk/migrants-day/2020'])
    expect(published.headers.get('set-cookie')).toContain('daylong-done=reading-published.1.1')
    expect((await programme()).entries).toMatchObject([{ title: 'Voices of migrants', state: 'published' }])
    expect(await (await get(path)).text()).toContain('Published:')
  })

  test('leads to a list where several things were pasted or found', async () => {
    world.pages['/one'] = eventPage({ title: 'One event of this day' })
    world.pages['/many'] = ['First choir', 'Second film', 'Third vigil']
      .map((title, n) => eventPage({ title, start: `2020-12-18T1${n}:00:00+01:00` }))
      .join('')
    const several = await paste(`${world.address}/one\n${world.address}/many`)
    expect(several.headers.get('location')).toBe('/desk/migrants-day/2020/readings')
    const list = await (await get('/desk/migrants-day/2020/readings')).text()
    expect(list).toContain('One event of this day')
    expect(list).toContain('3 to decide')
    const path = /href="([^"]+)"><bdi>First choir/.exec(list)![1]!
    expect(await (await get(path)).text()).toContain('Publish all without doubt (3)')
    await post(`${path}/drops`, { number: '1' })
    await post(`${path}/entries`, { all: 'published' })
    expect((await programme()).entries.map(({ title }) => title)).toEqual(['First choir', 'Third vigil'])
  })

  test('asks for an answer only where there is doubt, and takes it', async () => {
    const doubtful =
      '<h1>Webinar on remittances</h1><p>Friday 17 December 2020, 3 pm CET. Join us online for this webinar.</p>'
    world.pages['/day'] = `<!doctype html><title>Webinar on remittances</title>${doubtful}`
    const { path, html } = await cardOf(await paste(`${world.address}/day`))
    expect(html).toContain('In doubt')
    const refused = await post(`${path}/entries`, { number: '0', state: 'published' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Which is meant?')
    const [, field, answer] = /name="(c[^"]*doubt\.[^"]*)" value="(2020-12-18[^"]*)"/.exec(html) ?? []
    await post(`${path}/entries`, { number: '0', state: 'published', [field!]: answer! })
    const [entry] = (await programme()).entries
    expect([entry!.time.start, entry!.doubts]).toEqual(['2020-12-18T15:00:00', []])
  })

  test('says what happened where nothing could be read, and is filled in by hand', async () => {
    const { path, html } = await cardOf(await paste(`${world.address}/away`))
    expect(html).toContain('There is no such page')
    expect(html).toContain('Try again')
    expect(html).toContain(`value="${world.address}/away"`)
    const prefix = /name="(c[0-9a-f]{12}-0-)title"/.exec(html)![1]!
    const untitled = await post(`${path}/entries`, { number: '0', state: 'draft', [`${prefix}title`]: '' })
    expect([untitled.status, (await programme()).entries]).toEqual([422, []])
    await post(`${path}/entries`, { number: '0', state: 'draft', [`${prefix}title`]: 'A vigil' })
    expect((await programme()).entries).toMatchObject([
      { title: 'A vigil', state: 'draft', links: [{ role: 'source', url: `${world.address}/away` }] },
    ])
  })

  test('is read again on wish', async () => {
    const { path } = await cardOf(await paste(`${world.address}/day`))
    world.pages['/day'] = eventPage({ title: 'Voices of migrants' })
    const again = await post(`${path}/attempts`, {})
    expect([again.status, again.headers.get('location')]).toEqual([303, path])
    expect(await (await get(path)).text()).toContain('Voices of migrants')
  })

  test('shows what it looks like, and merges', async () => {
    const edition = (await programme()).edition
    const there = content({ title: 'Voices of Migrants', organisations: [{ name: 'ILO' }] })
    const { entries } = await addEntries(site.store, edition.id, [{ content: there, state: 'published' }], {
      by: 'Anna',
      at: 1,
    })
    world.pages['/day'] = eventPage({ title: 'Voices of migrants', organiser: 'IOM' })
    const { path, html } = await cardOf(await paste(`${world.address}/day`))
    expect(html).toContain('This looks like')
    expect(html).toContain('Merging would change: way to take part, organisations and links')
    await post(`${path}/merges`, { number: '0', into: entries[0]!.id })
    expect(
      (await programme()).entries.map(({ organisations }) => organisations.map(({ name }) => name)),
    ).toEqual([['ILO', 'IOM']])
  })

  test('changes before it is published what somebody changes in it', async () => {
    world.pages['/day'] = eventPage({ title: 'Voices of migrants', organiser: 'IOM' })
    const { path, html } = await cardOf(await paste(`${world.address}/day`))
    const prefix = /name="(c[0-9a-f]{12}-0-)title"/.exec(html)![1]!
    const more = await post(`${path}/entries`, {
      number: '0',
      [`${prefix}title`]: 'Our voices',
      [`${prefix}act`]: 'more:people',
    })
    expect(await more.text()).toContain('value="Our voices"')
    expect((await programme()).entries).toEqual([])
    await post(`${path}/entries`, { number: '0', state: 'published', [`${prefix}title`]: 'Our voices' })
    expect((await programme()).entries).toMatchObject([
      { title: 'Our voices', organisations: [{ name: 'IOM' }] },
    ])
  })

  test('takes files, and refuses what is too large or too much with what was typed', async () => {
    const calendar =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@x\r\nSUMMARY:Choir\r\nDTSTART:20201218T180000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    const { html } = await cardOf(await paste('', [new File([calendar], 'day.ics')]))
    expect(html).toContain('Choir')
    const large = await paste('', [new File([Buffer.alloc(50 * 1024 * 1024)], 'film.mp4')])
    expect([large.status, await large.text()]).toEqual([
      422,
      expect.stringContaining('A file may have 25 MB'),
    ])
    const many = Array.from({ length: 10_000 }, (_, n) => `https://un.example/${n}`).join('\n')
    const refused = await paste(many)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('https://un.example/9999')
    expect((await paste('')).status).toBe(422)
  })

  test('is a contributor’s draft; other series’ curators, strangers and other sites get nothing', async () => {
    world.pages['/day'] = eventPage({ title: 'Voices of migrants' })
    const carl = await signedIn(site, 'contributor', { series: 'migrants-day' })
    const answer = await paste(`${world.address}/day`, [], carl.headers)
    const path = answer.headers.get('location')!
    const html = await (await get(path, carl.headers)).text()
    expect(html).not.toContain('data-act="publish"')
    const forbidden = await post(`${path}/entries`, { number: '0', state: 'published' }, carl.headers)
    expect([forbidden.status, (await programme()).entries]).toEqual([422, []])

    await insertSeries(
      site.store.db,
      {
        id: 'other',
        slug: 'other-day',
        title: 'Other',
        text: null,
        observed: null,
        founded: null,
        accent: null,
        language: null,
        translations: null,
      },
      0,
    )
    const other = await signedIn(site, 'editor', { series: 'other-day' })
    const nobody = await signedIn(site, null)
    const elsewhere = { ...anna.headers, origin: 'https://else.example' }
    for (const headers of [other.headers, nobody.headers, {} as Record<string, string>, elsewhere]) {
      for (const part of ['entries', 'drops', 'merges', 'attempts', 'reopenings'])
        expect((await post(`${path}/${part}`, { number: '0' }, headers)).status).toBe(403)
      expect((await paste('https://un.example/x', [], headers)).status).toBe(403)
    }
    expect((await get(path, other.headers)).status).toBe(403)
    expect((await programme()).entries).toEqual([])
  })

  test('of many pastes at once makes each entry once', async () => {
    world.pages['/day'] = eventPage({ title: 'Voices of migrants' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => paste(`${world.address}/day`)))
    const places = new Set(answers.map(answer => answer.headers.get('location')))
    expect(places.size).toBe(1)
    const [path] = places
    await Promise.all(
      Array.from({ length: 5 }, () => post(`${path}/entries`, { number: '0', state: 'published' })),
    )
    expect((await programme()).entries).toHaveLength(1)
  })

  test('waits on a page of its own while the site is slow', { skip: name !== 'SQLite' }, async () => {
    const page = world.pages
    page['/slow'] = eventPage({ title: 'Voices of migrants' })
    const slow = await paste(`${world.address}/slow`, [], { ...anna.headers, accept: 'application/json' })
    const { readings } = (await slow.json()) as { readings: string[] }
    const part = await get(`/desk/readings/${readings[0]}`, { ...anna.headers, 'x-part': 'card' })
    const html = await part.text()
    expect(html).toMatch(/^<section class="reading"/)
    expect(html).toContain('Voices of migrants')
  })
})
