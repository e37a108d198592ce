import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { words } from '../../../test/words.ts'
import { roundUp, wxr } from '../../../test/wxr.ts'
import { bringInAtDesk, readArchiveAtDesk } from '../../services/archive/go-on.ts'
import { openArchive } from '../../services/archive/open-archive.ts'
import { listArchives, updateArchive } from '../../storage/archives.ts'
import { listJobs } from '../../storage/jobs.ts'

let site: TestSite
let headers: Record<string, string>
beforeAll(async () => {
  site = await openSite('2026-11-29T12:00:00Z')
  ;({ headers } = await signedIn(site, 'editor'))
})
afterAll(() => site.close())

const years = [2016, 2017, 2018, 2019, 2020]
const blog = wxr([
  ...years.map((year, index) => ({
    id: 10 + index,
    title: `Migrants Day ${year}`,
    slug: `imd-${year}`,
    date: `${year}-12-18 08:00:00`,
    content: roundUp(year),
    categories: ['Migrants Day'],
  })),
  ...years.map((year, index) => ({
    id: 30 + index,
    title: `Holiday photos ${year}`,
    slug: `photos-${year}`,
    date: `${year}-08-01 08:00:00`,
    content: 'Sun',
    categories: ['Private'],
  })),
  { id: 50, title: 'About', type: 'page', slug: 'about' },
])

const get = async (path: string, own = headers) => {
  const answer = await site.app.request(`http://localhost:1812${path}`, { headers: own })
  return { status: answer.status, refresh: answer.headers.get('refresh'), html: await answer.text() }
}
const post = async (path: string, fields: Record<string, string> = {}, own = headers) => {
  const answer = await site.app.request(`http://localhost:1812${path}`, {
    method: 'POST',
    headers: own,
    body: new URLSearchParams(fields),
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}
const upload = async (fields: Record<string, string>, files: [string, BlobPart][], own = headers) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, file] of files) form.append('file', new File([file], name))
  const answer = await site.app.request('http://localhost:1812/desk/exports', {
    method: 'POST',
    headers: own,
    body: form,
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}
const work = { now: () => site.clock.now }
const newest = async () => (await listArchives(site.store.db))[0]!

test('an export is handed in, looked at, corrected for all of a kind, and brought in', async () => {
  const given = { series: '*', newSeries: 'Migrants Day', zone: 'Europe/Berlin', publish: 'yes' }
  const { status, to } = await upload(given, [['blog.xml.gz', gzipSync(blog)]])
  expect(status).toBe(303)
  expect((await get(to)).refresh).toBe('4')
  expect((await listJobs(site.store.db, 'waiting', 9)).map(({ kind }) => kind)).toContain('read-archive')
  const { id } = await newest()
  await readArchiveAtDesk(site.store, id, work)

  const review = await get(to)
  expect(review.refresh).toBe(null)
  expect(words(review.html)).toContain('5 editions, 5 posts, 1 page; 0 are left out.')
  expect(words(review.html)).toContain('Edition 2016 of Migrants Day')
  expect(words(review.html)).toContain('Webinar: Rights at the border')

  const out = await post(`${to}/items/5`, { to: 'out' })
  expect(out.to).toBe(`${to}#item-5`)
  const offered = await get(to)
  expect(words(offered.html)).toContain('4 others in the category “Private”')
  await post(`${to}/items/5`, { alike: 'category:Private' })
  const followed = words((await get(to)).html)
  expect(followed).toContain('5 editions, 0 posts, 1 page; 5 are left out.')
  expect(followed).toContain('in the category “Private” → Left out')

  const [rule] = (await newest()).settings.rules
  await post(`${to}/rules/${rule!.id}`)
  expect(words((await get(to)).html)).toContain('5 editions, 5 posts, 1 page; 0 are left out.')
  await post(`${to}/items/5`, { to: 'out' })
  await post(`${to}/items/5`, { alike: 'title:holiday photos #' })
  await post(`${to}/items/0`, { to: 'edition', edition: 'first' })
  expect(words((await get(to)).html)).toContain('Edition first of Migrants Day')

  expect((await post(`${to}/bring-in`)).status).toBe(303)
  await bringInAtDesk(site.store, id, work)
  const done = await get(to)
  expect(words(done.html)).toContain('Brought in')
  expect((await newest()).report).toMatchObject({ editions: 5, posts: 0, pages: 1, left: 5, failed: 0 })
  expect((await get('/migrants-day/first', {})).status).toBe(200)
  expect((await get('/migrants-day/2020', {})).status).toBe(200)
  expect(await site.store.db.selectFrom('archive_pieces').selectAll().execute()).toEqual([])
})

test('the next export of the same site begins with what was decided for the last', async () => {
  const { to } = await upload({}, [['blog.xml', blog]])
  await readArchiveAtDesk(site.store, (await newest()).id, work)
  expect(words((await get(to)).html)).toContain('5 editions, 0 posts, 1 page; 5 are left out.')
  await post(`${to}/dropped`)
  expect((await get(to)).status).toBe(404)
})

test('what cannot be an export is refused, and nothing of it is kept', async () => {
  const before = (await listArchives(site.store.db)).length
  expect((await upload({}, [])).status).toBe(422)
  expect((await upload({}, [['empty.xml', '']])).html).toContain('The file is empty.')
  expect((await upload({ zone: 'Mars/Base' }, [['blog.xml', blog]])).status).toBe(422)
  expect((await listArchives(site.store.db)).length).toBe(before)
  const { to } = await upload({}, [['a.xml', 'no export at all']])
  await readArchiveAtDesk(site.store, (await newest()).id, work)
  const page = await get(to)
  expect(words(page.html)).toContain('Nothing could be read')
  expect((await post(`${to}/bring-in`)).status).toBe(422)
})

test('one that stopped says so, goes on when it is told to, or is forgotten', async () => {
  const { to } = await upload({}, [['blog.xml', blog]])
  const { id } = await newest()
  expect((await post(`${to}/again`)).status).toBe(422)
  await site.store.db
    .updateTable('jobs')
    .set({
      state: 'failed',
      ended_at: site.clock.now,
      error: JSON.stringify({ code: 'worker-lost', values: {} }),
    })
    .where('key', '=', id)
    .execute()
  const stopped = await get(to)
  expect(stopped.refresh).toBe(null)
  expect(words(stopped.html)).toContain(
    'It stopped before it was done. Whoever ran it ended before it was done, each time it was tried.',
  )
  expect(words(stopped.html)).not.toContain('Being read')
  expect((await post(`${to}/again`)).status).toBe(303)
  expect(words((await get(to)).html)).toContain('Being read')
  await readArchiveAtDesk(site.store, id, work)
  expect(words((await get(to)).html)).toContain('Waits for your look')
  await post(`${to}/dropped`)
})

test('one of a command line that is gone can only be forgotten', async () => {
  const id = await openArchive(site.store, {
    by: 'host',
    at: site.clock.now,
    settings: { series: null, zone: null, publish: true, rules: [] },
  })
  await updateArchive(site.store.db, id, { state: 'reading' }, site.clock.now)
  const page = async () => words((await get(`/desk/exports/${id}`)).html)
  expect(await page()).toContain('Being read')
  await updateArchive(site.store.db, id, { state: 'reading' }, site.clock.now - 3_600_000)
  expect(await page()).toContain('The files are not here any more')
  expect((await post(`/desk/exports/${id}/again`)).status).toBe(422)
  await post(`/desk/exports/${id}/dropped`)
  expect((await get(`/desk/exports/${id}`)).status).toBe(404)
})

test('only editors of the whole site come here', async () => {
  const { headers: contributor } = await signedIn(site, 'contributor')
  const { headers: ofSeries } = await signedIn(site, 'editor', { series: 'migrants-day' })
  for (const own of [contributor, ofSeries]) {
    expect((await get('/desk/exports', own)).status).toBe(403)
    expect((await upload({}, [['a.xml', blog]], own)).status).toBe(403)
  }
  expect((await upload({}, [['a.xml', blog]], { ...headers, origin: 'https://evil.example' })).status).toBe(
    403,
  )
})

test('what was scheduled, and what is a translation, is said in the review', async () => {
  const polylang = (slug: string) => ({
    terms: [
      { domain: 'language', slug, name: slug },
      { domain: 'post_translations', slug: 'pll_1', name: 'pll_1' },
    ],
  })
  const file = wxr([
    { id: 1, title: 'Soon', status: 'future', date: '2026-12-18 08:00:00', ...polylang('en') },
    { id: 2, title: 'Bientôt', status: 'future', date: '2026-11-01 08:00:00', ...polylang('fr') },
  ])
  const { to } = await upload({ zone: 'Europe/Berlin' }, [['blog.xml', file]])
  const id = to.split('/').at(-1)!
  await readArchiveAtDesk(site.store, id, { now: () => site.clock.now })
  const said = words((await get(to)).html)
  expect(said).toContain('comes out on Friday, 18 December 2026 at 09:00 (Berlin)')
  expect(said).toContain('was to come out on Sunday, 1 November 2026 at 09:00 (Berlin)')
  expect(said).toMatch(/in French.*a translation of “Soon”/)
})
