import { describe, expect, test } from 'vitest'
import { finding } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { editOrganisation } from '../../services/edit-organisation.ts'
import { mergeOrganisations } from '../../services/merge-organisations.ts'
import { findOrganisationByName } from '../../storage/organisations.ts'

const host = { id: null, name: 'host' }

describe.each(stores)('who takes part, across editions, in $name', ({ empty }) => {
  test('an organisation has a page of all years: what it took part in, as what, for the how manieth year', async () => {
    const site = await threeYears(await openSite('2022-01-01T00:00Z', await empty()))
    const page = await read(site, '/organisations/17-october')
    expect(linesOf(page)).toEqual([
      { edition: '/day/2021', dates: 'Saturday, 18 December 2021 · for the 3rd year' },
      { entry: '/day/2021/rally', by: 'Event · partner' },
      { edition: '/day/2020', dates: 'Friday, 18 December 2020 · for the 2nd year' },
      { entry: '/day/2020/vigil', by: 'Event' },
      { edition: '/day/2018', dates: 'Tuesday, 18 December 2018' },
      { entry: '/day/2018/vigil', by: 'Event · Recording' },
    ])
    expect(page).toContain('3 entries in 3 editions')
    expect(page).toContain('href="https://17october.example"')
    expect(JSON.parse(jsonLdOf(page))['@graph'].map((each: { '@type': string }) => each['@type'])).toEqual([
      'Organization',
      'BreadcrumbList',
    ])
  })

  test('drafts and withdrawn things are never told of', async () => {
    const site = await threeYears(await openSite('2022-01-01T00:00Z', await empty()))
    await addProgramme(
      site,
      { series: 'day', edition: '2022', date: '2022-12-18', zone: 'UTC', publish: false },
      [finding({ title: 'Secret', organisations: [{ name: '17 October' }, { name: 'Nobody yet' }] })],
    )
    const page = await read(site, '/organisations/17-october')
    expect(page).not.toContain('Secret')
    expect((await site.app.request('/organisations/nobody-yet')).status).toBe(404)
    expect(await read(site, '/organisations')).not.toContain('Nobody yet')
  })

  test('an address stays when the name changes, and leads on when two become one', async () => {
    const site = await threeYears(await openSite('2022-01-01T00:00Z', await empty()))
    const idOf = async (name: string) => (await findOrganisationByName(site.store.db, name))!.id
    const act = { who: host, at: site.clock.now }
    await editOrganisation(site.store, await idOf('17 October'), { name: 'October Movement', url: null }, act)
    expect(await read(site, '/organisations/17-october')).toContain('<bdi>October Movement</bdi></h1>')
    const later = await site.app.request('/organisations/october-movement')
    expect([later.status, later.headers.get('location')]).toEqual([301, '/organisations/17-october'])
    await mergeOrganisations(
      site.store,
      { from: await idOf('October Movement'), into: await idOf('مركز الهجرة') },
      act,
    )
    site.clock.now += 2000
    const merged = await site.app.request('/organisations/17-october')
    expect([merged.status, merged.headers.get('location')]).toEqual([
      301,
      encodeURI('/organisations/مركز-الهجرة'),
    ])
    expect(await read(site, encodeURI('/organisations/مركز-الهجرة'))).toContain('October Movement')
  })

  test('names that make one address have numbers', async () => {
    const site = await openSite('2022-01-01T00:00Z', await empty())
    await addProgramme(site, { series: 'day', edition: '2020', date: '2020-12-18', zone: 'UTC' }, [
      finding({ title: 'Vigil', organisations: [{ name: 'A & B' }, { name: 'A B' }, { name: 'A and B' }] }),
      finding({ title: 'Rally', organisations: [{ name: 'A+B' }] }),
    ])
    const slugs = await site.store.db.selectFrom('organisations').select('slug').orderBy('slug').execute()
    expect(slugs.map(({ slug }) => slug)).toEqual(['a-b', 'a-b-2'])
  })

  test('a list of all, by name and by series, and pages of it', async () => {
    const site = await threeYears(await openSite('2022-01-01T00:00Z', await empty()))
    const many = Array.from({ length: 120 }, (_, index) => `House ${String(index).padStart(3, '0')}`)
    await addProgramme(site, { series: 'other', edition: '2021', date: '2021-05-01', zone: 'UTC' }, [
      finding({ title: 'March', organisations: many.map(name => ({ name })) }),
    ])
    const first = await read(site, '/organisations')
    expect(first).toContain('Page 1 of 2')
    expect(first).toMatch(/17 October<\/bdi><\/a> <small>2018–2021 · 3 entries/)
    expect(await read(site, '/organisations/in/day')).not.toContain('House 001')
    expect(await read(site, '/organisations/page/2')).toContain('مركز الهجرة')
    expect((await site.app.request('/organisations/page/3')).status).toBe(404)
    expect((await site.app.request('/organisations/in/nothing')).status).toBe(404)
  })

  test('a person has a page that search engines leave out, and a curator takes it away for readers', async () => {
    const site = await threeYears(await openSite('2022-01-01T00:00Z', await empty()))
    const page = await read(site, '/people/ada-obi')
    expect(linesOf(page)).toEqual([
      { edition: '/day/2021', dates: 'Saturday, 18 December 2021 · for the 2nd year' },
      { entry: '/day/2021/rally', by: 'Event · moderator · University of Lagos' },
      { edition: '/day/2018', dates: 'Tuesday, 18 December 2018' },
      { entry: '/day/2018/vigil', by: 'Event · 17 October · Recording' },
    ])
    expect(page).toContain('<meta name="robots" content="noindex"/>')
    expect(page).not.toContain('Take this page away')
    expect(await read(site, '/day/2021/rally')).toContain('href="/people/ada-obi"')

    const contributor = await signedIn(site, 'contributor')
    expect(await hide(site, contributor.headers)).toBe(403)
    const editor = await signedIn(site, 'editor')
    const seen = await site.app.request('/people/ada-obi', { headers: editor.headers })
    expect(await seen.text()).toContain('Take this page away')
    expect(await hide(site, editor.headers)).toBe(303)
    site.clock.now += 2000
    expect((await site.app.request('/people/ada-obi')).status).toBe(404)
    const entry = await read(site, '/day/2021/rally')
    expect(entry).not.toContain('/people/ada-obi')
    expect(entry).toContain('Ada Obi')
    const own = await site.app.request('/people/ada-obi', { headers: editor.headers })
    expect(await own.text()).toContain('Give this page back')
    expect(await hide(site, editor.headers, { _method: 'delete' })).toBe(303)
    site.clock.now += 2000
    expect(await read(site, '/people/ada-obi')).toBe(page)
  })

  test('a subject has a page of posts, editions and entries of all years', async () => {
    const site = await openSite('2022-01-01T00:00Z', await empty())
    const about = (year: string, tags: string[], told = {}) =>
      addProgramme(site, { series: 'day', edition: year, date: `${year}-12-18`, zone: 'UTC' }, [
        finding({ title: `Talk ${year}`, start: `${year}-12-18T10:00:00Z`, tags, ...told }),
      ])
    await about('2019', ['Remittances'], { recording: 'available' })
    await about('2020', ['Families'])
    await about('2021', ['remittances', 'Families'])
    const page = await read(site, '/tag/remittances')
    expect(page).toContain('<p class="date">2 entries in 2 editions</p>')
    expect(linesOf(page)).toEqual([
      { edition: '/day/2021', dates: 'Saturday, 18 December 2021' },
      { entry: '/day/2021/talk-2021', by: 'Event' },
      { edition: '/day/2019', dates: 'Wednesday, 18 December 2019' },
      { entry: '/day/2019/talk-2019', by: 'Event · Recording' },
    ])
    expect(await read(site, '/day/2021/talk-2021')).toContain('href="/tag/families"')
    expect((await site.app.request('/tag/remittances/page/2')).status).toBe(404)
    expect((await site.app.request('/tag/nothing')).status).toBe(404)
  })

  test('a series tells on its day what was on that day in earlier years, recordings first', async () => {
    const site = await threeYears(await openSite('2021-12-18T08:00Z', await empty()))
    const onDay = (page: string) => {
      const [, title, list] = /<h2 id="on-this-day">(.*?)<\/h2>(.*?)<\/ol>/s.exec(page) ?? []
      return [title, [...(list ?? '').matchAll(/<div><a href="([^"]*)"/g)].map(match => match[1])]
    }
    expect(onDay(await read(site, '/day'))).toEqual([
      'On this day in earlier years',
      ['/day/2018/vigil', '/day/2020/vigil', '/day/2020/talk'],
    ])
    // On other days it tells what was on the day of the newest, before that one.
    expect(onDay(await read(site, '/day?at=2021-06-01T12:00Z'))[0]).toBe('18 December in earlier years')
  })

  test('a kept page changes with what stands on it', async () => {
    const site = await threeYears(await openSite('2022-01-01T00:00Z', await empty()))
    const before = await site.app.request('/organisations/17-october')
    expect(before.headers.get('cache-control')).toBe('public, no-cache')
    await addProgramme(site, { series: 'day', edition: '2019', date: '2019-12-18', zone: 'UTC' }, [
      finding({ title: 'Walk', start: '2019-12-18T10:00:00Z', organisations: [{ name: '17 October' }] }),
    ])
    site.clock.now += 2000
    expect(await read(site, '/organisations/17-october')).toContain('for the 4th year')
  })
})

async function threeYears(site: TestSite): Promise<TestSite> {
  const october = { name: '17 October', url: 'https://17october.example' }
  const at = (year: string) => ({ start: `${year}-12-18T10:00:00Z`, end: `${year}-12-18T11:00:00Z` })
  const edition = (year: string) => ({
    series: 'day',
    edition: year,
    date: `${year}-12-18`,
    zone: 'UTC',
  })
  await addProgramme(site, edition('2018'), [
    finding({
      title: 'Vigil',
      ...at('2018'),
      organisations: [october],
      people: [{ name: 'Ada Obi', affiliation: '17 October' }],
      recording: 'available',
    }),
  ])
  await addProgramme(site, edition('2020'), [
    finding({ title: 'Vigil', ...at('2020'), organisations: [october, { name: 'مركز الهجرة' }] }),
    finding({ title: 'Talk', ...at('2020') }),
  ])
  await addProgramme(site, edition('2021'), [
    finding({
      title: 'Rally',
      ...at('2021'),
      organisations: [{ ...october, role: 'partner' }],
      people: [{ name: 'Ada Obi', role: 'moderator', affiliation: 'University of Lagos' }],
    }),
  ])
  return site
}

async function read(site: TestSite, path: string): Promise<string> {
  const answer = await site.app.request(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

async function hide(
  site: TestSite,
  headers: Record<string, string>,
  fields: Record<string, string> = {},
): Promise<number> {
  const body = new URLSearchParams(fields)
  const answer = await site.app.request('http://localhost:1812/people/ada-obi/hidden', {
    method: 'POST',
    headers,
    body,
  })
  return answer.status
}

/** What the page lists, in order. */
function linesOf(page: string) {
  const main = /<div class="across">(.*?)<\/main>/s.exec(page)![1]!
  return [
    ...main.matchAll(
      /<h2><a href="([^"]*)">.*?<p class="date">(.*?)<\/p>|<div><a href="([^"]*)">.*?<p class="by">(.*?)<\/p>/gs,
    ),
  ].map(([, edition, dates, entry, by]) =>
    edition ? { edition, dates } : { entry, by: by!.replace(/[\u2068\u2069]/g, '') },
  )
}

function jsonLdOf(page: string): string {
  return /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!
}
