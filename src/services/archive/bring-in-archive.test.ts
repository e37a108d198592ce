import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bringInAll, readExportInto, settings, sourceOf } from '../../../test/archives.ts'
import { sampleFile } from '../../../test/samples.ts'
import { stores } from '../../../test/stores.ts'
import { roundUp, type WxrItem, wxr } from '../../../test/wxr.ts'
import { readArchiveItems } from '../../storage/archive-items.ts'
import { findArchive, updateArchive } from '../../storage/archives.ts'
import { listBlog } from '../../storage/blog.ts'
import { readComments } from '../../storage/comments.ts'
import { findEdition } from '../../storage/editions.ts'
import { findRedirect } from '../../storage/redirects.ts'
import type { Store } from '../../storage/store.ts'
import { findWriting, listWritings } from '../../storage/writings.ts'
import { changeWriting } from '../change-writing.ts'
import { beginBringingIn } from './begin-bringing-in.ts'
import { bringInArchive } from './bring-in-archive.ts'
import { openArchive } from './open-archive.ts'
import { readArchive } from './read-archive.ts'

const at = Date.parse('2026-11-29T12:00:00Z')
const blog: WxrItem[] = [
  { id: 1, title: 'About', type: 'page', slug: 'about', content: 'Who I am.' },
  { id: 2, title: 'My work', type: 'page', slug: 'work', parent: 1 },
  {
    id: 10,
    title: 'International Migrants Day 2019: a collection of events',
    slug: 'imd-2019',
    date: '2019-12-18 08:00:00',
    content: roundUp(2019),
    categories: ['Migrants Day'],
    tags: ['webinars'],
    comments: [
      { id: 100, text: 'Thank you <script>run()</script><b>all</b>', url: 'https://reader.example' },
      { id: 101, parent: 100, author: 'Rolf', text: 'You are welcome' },
      { id: 102, text: 'Cheap watches', approved: 'spam' },
      { id: 103, text: 'Waiting', approved: '0' },
      { id: 104, text: 'Thrown away', approved: 'trash' },
      { id: 105, text: 'links here', type: 'pingback', author: 'Other blog' },
    ],
  },
  {
    id: 11,
    title: 'International Migrants Day 2020: a collection of events',
    slug: 'imd-2020',
    date: '2020-12-18 08:00:00',
    content: roundUp(2020),
    categories: ['Migrants Day'],
  },
  {
    id: 12,
    title: 'A thought',
    slug: 'a-thought',
    date: '2020-06-01 08:00:00',
    content: 'First.\n\nSecond [gallery ids="20"]',
    categories: ['Thoughts'],
    author: 'guest',
  },
  { id: 13, title: 'Not yet', status: 'draft', slug: '', content: 'To be written' },
  { id: 14, title: 'Gone', status: 'trash' },
  {
    id: 20,
    title: 'Boat',
    type: 'attachment',
    status: 'inherit',
    parent: 12,
    attachment: 'https://blog.example/wp-content/uploads/boat.jpg',
  },
  { id: 21, title: 'Menu', type: 'nav_menu_item' },
]
const authors: [string, string][] = [
  ['rolf', 'Rolf Example'],
  ['guest', 'Guest Writer'],
]

describe.each(stores)('an export in $name', ({ empty }) => {
  test('that gives several posts one number loses none of them', async () => {
    const store = await empty()
    const posts = ['One', 'Two', 'Three'].map(title => ({ id: 7, title, slug: title.toLowerCase() }))
    for (const told of [
      { posts: 3, unchanged: 0 },
      { posts: 0, unchanged: 3 },
    ])
      expect((await bringInAll(store, sourceOf(wxr(posts)))).report).toMatchObject(told)
    expect((await listWritings(store.db, 'post')).map(({ title }) => title).sort()).toEqual([
      'One',
      'Three',
      'Two',
    ])
  })

  test('becomes editions, posts and pages, with words, authors, comments and old addresses', async () => {
    const store = await empty()
    const categories: [number, string][] = [
      [7, 'Thoughts'],
      [8, 'Never used'],
    ]
    const { report, state } = await bringInAll(store, sourceOf(wxr(blog, { authors, categories })))
    expect(state).toBe('done')
    expect(report).toMatchObject({
      posts: 2,
      pages: 2,
      editions: 2,
      comments: 5,
      left: 0,
      failed: 0,
      kept: [],
    })
    expect(
      (await listBlog(store.db, { of: 'all' }, { limit: 10, offset: 0 })).map(({ of, day, slug }) => [
        of,
        day,
        slug,
      ]),
    ).toEqual([
      ['edition', '2020-12-18', '2020'],
      ['post', '2020-06-01', 'a-thought'],
      ['edition', '2019-12-18', '2019'],
    ])
    const thought = (await findWriting(store.db, 'post', 'a-thought'))!
    expect(thought).toMatchObject({
      text: 'First.\n\nSecond\n\n![Boat](https://blog.example/wp-content/uploads/boat.jpg)',
      state: 'published',
      authors: [{ name: 'Guest Writer', slug: 'guest-writer' }],
      categories: [{ slug: 'thoughts', name: 'Thoughts' }],
      publishedAt: Date.parse('2020-06-01T08:00:00Z'),
    })
    const work = (await findWriting(store.db, 'page', 'work'))!
    expect(work.parentId).toBe((await findWriting(store.db, 'page', 'about'))!.id)
    expect((await listWritings(store.db, 'post')).find(({ title }) => title === 'Not yet')!.state).toBe(
      'draft',
    )

    const edition = (await findEdition(store.db, 'migrants-day', '2019'))!
    expect(edition).toMatchObject({
      state: 'live',
      startsOn: '2019-12-18',
      homeZone: 'Europe/Berlin',
      author: { name: 'Rolf Example' },
    })
    const all = await readComments(store.db, { editionId: edition.id }, { all: true })
    expect(all.map(({ text, state, kind }) => [text, state, kind])).toEqual([
      ['Thank you **all**', 'approved', 'comment'],
      ['You are welcome', 'approved', 'comment'],
      ['Waiting', 'pending', 'comment'],
      ['links here', 'approved', 'mention'],
    ])
    expect(all[1]!.parentId).toBe(all[0]!.id)
    expect(await readComments(store.db, { editionId: edition.id })).toHaveLength(3)
    const whole = JSON.stringify(await store.db.selectFrom('comments').selectAll().execute())
    expect(whole).not.toMatch(/secret\.example|192\.0\.2/)

    const leads = async (path: string) => findRedirect(store, path)
    expect(await leads('/2019/12/18/imd-2019')).toBe('/migrants-day/2019')
    expect(await leads('/?p=12')).toBe('/2020/06/a-thought')
    expect(await leads('/2020/06/01/a-thought')).toBe('/2020/06/a-thought')
    expect(await leads('/about')).toBe('/pages/about')
    expect(await leads('/work')).toBe('/pages/work')
    expect(await leads('/?cat=7')).toBe('/category/thoughts')
    expect(await leads('/?cat=8')).toBe(null)
    expect(await leads('/?author=2')).toBe('/author/guest-writer')
    expect(await leads('/author/guest')).toBe('/author/guest-writer')
  })

  test('changes nothing the second time, and a newer one keeps what was changed here', async () => {
    const store = await empty()
    await bringInAll(store, sourceOf(wxr(blog, { authors })))
    const before = await everything(store)
    const again = await bringInAll(store, sourceOf(gzipSync(wxr(blog, { authors }))))
    expect(again.report).toMatchObject({
      posts: 0,
      pages: 0,
      editions: 0,
      entries: 0,
      comments: 0,
      unchanged: 6,
    })
    expect(await everything(store)).toEqual(before)

    const thought = (await findWriting(store.db, 'post', 'a-thought'))!
    await store.db
      .transaction()
      .execute(db => changeWriting(db, thought, { title: 'My thought' }, { by: 'Ada', at, act: 'edit' }))
    const newer = blog.map(item =>
      item.id === 12
        ? { ...item, title: 'A second thought', content: 'New words', comments: [{ id: 200, text: 'Late' }] }
        : item,
    )
    const { report } = await bringInAll(store, sourceOf(wxr(newer, { authors })))
    expect(report).toMatchObject({
      posts: 1,
      unchanged: 5,
      comments: 1,
      kept: [{ title: 'My thought', field: 'title' }],
    })
    expect(await findWriting(store.db, 'post', 'a-thought')).toMatchObject({
      title: 'My thought',
      text: 'New words',
    })
  })

  test('goes on where it was stopped, and ends as if it had not been', async () => {
    const store = await empty()
    const source = sourceOf(wxr(blog.slice(0, 4), { authors }), wxr(blog.slice(4), { authors }))
    const id = await openArchive(store, { by: 'Ada', at, settings })
    await updateArchive(store.db, id, { state: 'reading' }, at)
    while (!(await readArchive(store, id, source, { now: () => at, until: at }))) {}
    await beginBringingIn(store, id, at, { queue: false })
    let rounds = 0
    while (!(await bringInArchive(store, id, source, { now: () => at, until: at }))) rounds++
    expect(rounds).toBeGreaterThan(4)
    const { report } = (await findArchive(store.db, id))!
    expect(report).toMatchObject({ posts: 2, pages: 2, editions: 2, comments: 5 })
    const stopped = await everything(store)
    const undisturbed = await bringInAll(store, source)
    expect(undisturbed.report).toMatchObject({ unchanged: 6, comments: 0 })
    expect(await everything(store)).toEqual(stopped)
  })

  test('takes no address of the site itself, whatever it says', async () => {
    const store = await empty()
    await bringInAll(
      store,
      sourceOf(
        wxr([
          { id: 1, link: 'https://blog.example/sign-in/', content: 'a' },
          { id: 2, link: 'https://blog.example/desk/people', content: 'b' },
          { id: 3, link: 'https://elsewhere.example/2020/12/18/x/', content: 'c' },
          { id: 4, link: 'https://blog.example//evil.example/', content: 'd' },
          { id: 5, link: 'https://blog.example/2020/12/', content: 'e' },
        ]),
      ),
    )
    for (const path of ['/sign-in', '/desk/people', '/desk', '/2020/12', '//evil.example', '/2020/12/18/x'])
      expect([path, await findRedirect(store, path)]).toEqual([path, null])
    expect(await findRedirect(store, '/?p=1')).toBe('/2020/12/post-1')
  })
})

const [{ empty }] = stores as [(typeof stores)[0]]

test('what cannot be read is said with its place, and the rest is offered', async () => {
  const store = await empty()
  const whole = wxr(blog, { authors })
  const cut = await readExportInto(store, sourceOf(whole.slice(0, whole.indexOf('A thought') + 5)))
  expect(cut.state).toBe('review')
  expect(cut.problems.map(({ code }) => code)).toEqual(['xml-broken'])
  expect(await readArchiveItems(store.db, cut.id)).toHaveLength(4)
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${whole.slice(40)}`
  expect((await readExportInto(store, sourceOf(bomb))).problems.map(({ code }) => code)).toEqual([
    'entities-refused',
  ])
  const packed = gzipSync(whole)
  expect(
    (await readExportInto(store, sourceOf(packed.subarray(0, packed.length - 200)))).problems.map(
      ({ code }) => code,
    ),
  ).toContain('file-unreadable')
  expect(
    (await readExportInto(store, sourceOf('PK\u0003\u0004zip'))).problems.map(({ code }) => code),
  ).toContain('export-zipped')
  expect((await readExportInto(store, sourceOf(''))).state).toBe('failed')
})

test('twenty thousand comments under one post come in', async () => {
  const store = await empty()
  const comments = Array.from({ length: 20_000 }, (_, index) => ({
    id: index + 1,
    parent: index % 3 === 0 ? 0 : index,
    text: 'Hello',
  }))
  const { report } = await bringInAll(store, sourceOf(wxr([{ id: 1, comments }])))
  expect(report?.comments).toBe(20_000)
}, 120_000)

const themeTest = sampleFile('wxr', 'theme-unit-test.xml')
test.skipIf(!themeTest)('the theme-test export of WordPress comes in whole', async () => {
  const store = await empty()
  const source = sourceOf(readFileSync(themeTest!))
  const { report, problems } = await bringInAll(store, source)
  expect(problems).toEqual([])
  expect(report).toMatchObject({ posts: 51, pages: 21, editions: 0, comments: 32, failed: 0 })
  const texts = (await listWritings(store.db, 'post')).map(({ text }) => text).join('\n')
  // Theirs is a text about markup: what stands there as code stays.
  const words = texts.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
  expect(words.match(/<!--|\[gallery|\[caption\b(?!\]\()|<script|<iframe|onclick=/g)).toBe(null)
  expect((await bringInAll(store, source)).report).toMatchObject({
    unchanged: 72,
    posts: 0,
    pages: 0,
    comments: 0,
  })
})

/** What readers could see, without what only counts how often it was looked at. */
async function everything({ db }: Store): Promise<unknown> {
  const rows = async (
    table: 'writings' | 'editions' | 'entries' | 'comments' | 'redirects' | 'authors' | 'attachments',
  ) => (await db.selectFrom(table).selectAll().execute()).map(row => JSON.stringify(row)).sort()
  return Promise.all(
    (['writings', 'editions', 'entries', 'comments', 'redirects', 'authors', 'attachments'] as const).map(
      rows,
    ),
  )
}
