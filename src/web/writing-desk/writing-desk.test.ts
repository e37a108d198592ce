import { afterAll, beforeAll, expect, test } from 'vitest'
import { untouchedForm } from '../../../test/form.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { words } from '../../../test/words.ts'
import { findWriting, updateWriting } from '../../storage/writings.ts'

let site: TestSite
let headers: Record<string, string>
beforeAll(async () => {
  site = await openSite('2026-11-29T12:00:00Z')
  ;({ headers } = await signedIn(site, 'owner', { name: 'Ada' }))
})
afterAll(() => site.close())

const get = async (path: string, own: Record<string, string> = headers) => {
  const answer = await site.app.request(`http://localhost:1812${path}`, { headers: own })
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}
const post = async (path: string, fields: Record<string, string>, own = headers) => {
  const answer = await site.app.request(`http://localhost:1812${path}`, {
    method: 'POST',
    headers: own,
    body: new URLSearchParams(fields),
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}

test('a post is written as a draft, published, moved and withdrawn; its addresses lead on', async () => {
  const made = await post('/desk/writings/new/post', {
    title: 'A thought',
    text: 'Some **words**',
    state: 'draft',
    day: '2026-11-29',
    tags: 'one, two',
    authors: 'Ada, Ben Ito',
  })
  expect(made.status).toBe(303)
  expect((await get('/2026/11/a-thought', {})).status).toBe(404)
  const fields = Object.fromEntries(untouchedForm((await get(made.to)).html, made.to))
  expect((await post(made.to, { ...fields, state: 'published' })).status).toBe(303)
  const shown = await get('/2026/11/a-thought', {})
  expect(shown.html).toContain('<strong>words</strong>')
  expect(words(shown.html)).toMatch(/Written by AdaWritten by Ben Ito/)
  for (const author of ['ada', 'ben-ito'])
    expect(words((await get(`/author/${author}`, {})).html)).toContain('Ada, Ben Ito')

  const again = Object.fromEntries(untouchedForm((await get(made.to)).html, made.to))
  await post(made.to, { ...again, slug: 'second-thought' })
  site.clock.now += 2000
  expect(await get('/2026/11/a-thought', {})).toMatchObject({ status: 301, to: '/2026/11/second-thought' })
  const last = Object.fromEntries(untouchedForm((await get(made.to)).html, made.to))
  await post(made.to, { ...last, state: 'withdrawn' })
  site.clock.now += 2000
  expect((await get('/2026/11/second-thought', {})).status).toBe(404)
  expect(words((await get('/2026/11/second-thought')).html)).toContain('Withdrawn: readers do not see it.')
})

test('what is untouched is nothing changed', async () => {
  const made = await post('/desk/writings/new/page', {
    title: 'About',
    text: 'One\n\nTwo',
    inMenu: 'yes',
    state: 'published',
  })
  const before = await findWriting(site.store.db, 'page', 'about')
  const fields = Object.fromEntries(untouchedForm((await get(made.to)).html, made.to))
  await post(made.to, fields)
  expect(await findWriting(site.store.db, 'page', 'about')).toEqual(before)
  expect((await get('/', {})).html).toMatch(/<nav class="pages"[\s\S]*?\/pages\/about/)
})

test('two who write at once lose nothing: other fields are merged, the same one is shown twice', async () => {
  const made = await post('/desk/writings/new/post', {
    title: 'Together',
    text: 'Old',
    state: 'published',
    day: '2026-11-28',
  })
  const opened = Object.fromEntries(untouchedForm((await get(made.to)).html, made.to))
  await post(made.to, { ...opened, title: 'Together, changed' })
  await post(made.to, { ...opened, text: 'New words' })
  expect(await findWriting(site.store.db, 'post', 'together')).toMatchObject({
    title: 'Together, changed',
    text: 'New words',
  })
  const { status, html } = await post(made.to, { ...opened, text: 'Other words' })
  expect(status).toBe(409)
  expect(words(html)).toMatch(/New words/)
  const mine = Object.fromEntries(untouchedForm(html, made.to))
  expect(mine.text).toContain('Other words')
  expect((await post(made.to, mine)).status).toBe(303)
  expect(await findWriting(site.store.db, 'post', 'together')).toMatchObject({
    text: 'Other words',
    title: 'Together, changed',
  })
})

test('what cannot be so is said beside its field and comes back as it was typed', async () => {
  const { status, html } = await post('/desk/writings/new/post', {
    title: ' ',
    text: 'Kept',
    day: '2026-02-30',
  })
  expect(status).toBe(422)
  expect(words(html)).toContain('Kept')
  const made = await post('/desk/writings/new/post', { title: 'Mine', text: '' })
  const opened = Object.fromEntries(untouchedForm((await get(made.to)).html, made.to))
  expect((await post(made.to, { ...opened, slug: 'together' })).status).toBe(422)
})

test('an author says who they are, under what they wrote', async () => {
  const { status } = await post('/desk/authors/ada', {
    name: 'Ada L.',
    bio: 'Writes *programmes*.',
    links: 'Her CV https://ada.example/cv\nhttps://orcid.example/0000',
  })
  expect(status).toBe(303)
  site.clock.now += 2000
  const { html } = await get('/author/ada', {})
  expect(html).toContain('Writes <em>programmes</em>.')
  expect(
    [...html.matchAll(/<a href="(https:[^"]+)" rel="me noopener"><bdi>([^<]+)/g)].map(([, ...link]) => link),
  ).toEqual([
    ['https://ada.example/cv', 'Her CV'],
    ['https://orcid.example/0000', 'orcid.example'],
  ])
})

test('only editors of the whole site write here', async () => {
  for (const own of [{}, (await signedIn(site, 'contributor')).headers])
    expect([403, 303, 302]).toContain((await get('/desk/writings', own)).status)
  expect(
    (await post('/desk/writings/new/post', { title: 'x' }, (await signedIn(site, 'contributor')).headers))
      .status,
  ).toBe(403)
})

test('what is to come out by itself does so until somebody takes that back; its language is told', async () => {
  const made = await post('/desk/writings/new/post', { title: 'Soon', text: 'Words', language: 'fr' })
  const { id } = (await findWriting(site.store.db, 'post', 'soon'))!
  await updateWriting(site.store.db, id, { publishAt: Date.parse('2026-12-18T08:00:00Z') })
  const { html } = await get(made.to)
  expect(words(html)).toContain('Publish it by itself: Friday, 18 December 2026 at 08:00 (UTC')
  const fields = Object.fromEntries(untouchedForm(html, made.to))
  expect(fields).toMatchObject({ publishAt: 'yes', language: 'fr' })
  await post(made.to, { ...fields, title: 'Soon enough' })
  const kept = { title: 'Soon enough', publishAt: Date.parse('2026-12-18T08:00:00Z'), language: 'fr' }
  expect(await findWriting(site.store.db, 'post', 'soon')).toMatchObject(kept)
  const { publishAt: _, ...without } = Object.fromEntries(untouchedForm((await get(made.to)).html, made.to))
  await post(made.to, without as Record<string, string>)
  expect(await findWriting(site.store.db, 'post', 'soon')).toMatchObject({ publishAt: null })
  expect(words((await get(made.to)).html)).not.toContain('Publish it by itself')
})
