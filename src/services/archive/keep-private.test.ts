import { describe, expect, test } from 'vitest'
import { bringInAll, readExportInto, sourceOf } from '../../../test/archives.ts'
import { stores } from '../../../test/stores.ts'
import { roundUp, type WxrItem, wxr } from '../../../test/wxr.ts'
import { readArchiveItems } from '../../storage/archive-items.ts'
import { readComments } from '../../storage/comments.ts'
import { isDraftAt } from '../../storage/draft-at.ts'
import { readProgramme } from '../../storage/programmes.ts'
import type { Store } from '../../storage/store.ts'
import { listWritings } from '../../storage/writings.ts'
import { beginBringingIn } from './begin-bringing-in.ts'
import { bringInArchive } from './bring-in-archive.ts'
import { decideItem } from './decide-archive.ts'

const at = Date.parse('2026-11-29T12:00:00Z')
const open: WxrItem = {
  id: 1,
  title: 'International Migrants Day 2020: a collection of events',
  date: '2020-12-18 08:00:00',
  content: roundUp(2020),
}
const closed: WxrItem = {
  id: 2,
  title: 'Migrants Day 2020: who said what behind closed doors',
  date: '2020-12-19 08:00:00',
  status: 'private',
  content: `For us alone.\n\n${roundUp(2020).replaceAll('example/2020', 'secret.example').replaceAll('Webinar', 'Closed meeting')}`,
}
const vigil: WxrItem = {
  id: 3,
  title: 'A vigil',
  type: 'tribe_events',
  meta: { _EventStartDate: '2020-12-18 18:00:00', _EventTimezone: 'Asia/Manila' },
}

/** Brings in what is decided after the second post was put into the edition by hand. */
async function withClosed(store: Store, items: WxrItem[]): Promise<void> {
  const source = sourceOf(wxr(items))
  const { id } = await readExportInto(store, source)
  const rows = await readArchiveItems(store.db, id)
  const row = rows.find(({ title }) => title === closed.title)!
  expect(row).toMatchObject({ status: 'private', destination: { to: 'post' } })
  const destination = { to: 'edition', series: 'migrants-day' } as const
  await decideItem(store, id, row.number, { destination, edition: '2020' }, at)
  await beginBringingIn(store, id, at, { queue: false })
  await bringInArchive(store, id, source, { now: () => at })
  expect((await readArchiveItems(store.db, id)).map(({ state }) => state)).not.toContain('failed')
}

describe.each(stores)('what readers of the old site could not read, in $name', ({ empty }) => {
  test('is a draft, whatever kept it from them', async () => {
    const store = await empty()
    const posts: WxrItem[] = [
      ...['publish', 'private', 'draft', 'pending', 'future', 'of-a-plugin'].map((status, index) => ({
        id: index + 1,
        title: status,
        status,
      })),
      { id: 10, title: 'with a password', password: 'sesame' },
      { id: 11, title: 'for members', meta: { _members_access_role: 'subscriber' } },
      { id: 12, title: 'for those who pay', meta: { rcp_subscription_level: 'any' } },
      {
        id: 13,
        title: 'for all',
        meta: {
          rcp_subscription_level: '',
          rcp_access_level: '0',
          _wpmem_block: '0',
          _jetpack_newsletter_access: 'everybody',
        },
      },
      { id: 14, title: 'hidden', meta: { _wpmem_block: '2' } },
      { id: 15, title: 'a letter', meta: { _jetpack_newsletter_access: 'paid_subscribers' } },
      { id: 16, title: 'for who is signed in', meta: { 'pms-content-restrict-user-status': 'loggedin' } },
    ]
    await bringInAll(store, sourceOf(wxr(posts)))
    const states = (await listWritings(store.db, 'post')).map(({ title, state }) => [title, state])
    expect(Object.fromEntries(states)).toEqual({
      publish: 'published',
      private: 'draft',
      draft: 'draft',
      pending: 'draft',
      future: 'draft',
      'of-a-plugin': 'draft',
      'with a password': 'draft',
      'for members': 'draft',
      'for those who pay': 'draft',
      'for all': 'published',
      hidden: 'draft',
      'a letter': 'draft',
      'for who is signed in': 'draft',
    })
  })

  test('and stands within a public text is left out of it, and named in the review', async () => {
    const store = await empty()
    const content =
      'For all.\n\n[membership level="2"]The code is 4711.[/membership]\n\n[um_loggedout]Join us.[/um_loggedout]\n\n[member name="Ada"]writes here[/member]'
    const excerpt = 'All of it[private], and 4712[/private].'
    const source = sourceOf(wxr([{ id: 1, title: 'Half open', content, excerpt }]))
    const { id } = await readExportInto(store, source)
    const [row] = await readArchiveItems(store.db, id)
    expect(row!.found.dropped).toEqual(expect.arrayContaining(['membership', 'private']))
    expect(row!.found.words).not.toContain('4711')
    await bringInAll(store, source)
    const [post] = await listWritings(store.db, 'post')
    expect(post).toMatchObject({ text: expect.not.stringContaining('4711'), excerpt: 'All of it.' })
    for (const words of ['For all.', 'Join us.', 'writes here']) expect(post!.text).toContain(words)
  })

  test('and stands in blocks for members, or that are hidden, is left out too', async () => {
    const store = await empty()
    const block = (name: string, words: string, attributes = '') =>
      `<!-- wp:${name} ${attributes}-->\n<p>${words}</p>\n<!-- /wp:${name} -->\n`
    const content = [
      block('paragraph', 'For all.'),
      block('pmpro/membership', `The code is 4711. ${block('pmpro/membership', 'Inner 4712.')} Last 4713.`),
      block('premium-content/subscriber-view', 'For those who pay 4714.'),
      block('premium-content/logged-out-view', 'Join us.'),
      block('paragraph', 'Not now 4715.', '{"metadata":{"blockVisibility":false}} '),
      block('group', 'Members meet 4716.', '{"llms_visibility":"enrolled"} '),
      block('woocommerce-memberships/non-member-content', 'Become one.'),
      block('paragraph', 'More for all.'),
      '<!-- wp:jetpack/paywall /-->',
      block('paragraph', 'Behind it 4717.'),
    ].join('')
    const meta = { _jetpack_newsletter_access: 'subscribers' }
    await bringInAll(store, sourceOf(wxr([{ id: 1, title: 'Half open', content, meta }])))
    const [post] = await listWritings(store.db, 'post')
    expect(post!.state).toBe('published')
    expect(post!.text).not.toMatch(/471\d/)
    for (const words of ['For all.', 'Join us.', 'Become one.', 'More for all.'])
      expect(post!.text).toContain(words)
  })

  test('is no comment: notes of those who write are left out, and what a plugin keeps among them waits', async () => {
    const store = await empty()
    const comments = [
      { id: 1, text: 'Thank you', type: 'comment' },
      { id: 2, text: 'Do not print his name', type: 'note' },
      { id: 3, text: 'Is that so?', type: 'editorial-comment', approved: 'editorial-comment' },
      { id: 4, text: 'Paid', type: 'of-a-plugin' },
      { id: 5, text: 'constructor', approved: 'constructor' },
    ]
    await bringInAll(store, sourceOf(wxr([{ id: 1, comments }])))
    const [post] = await listWritings(store.db, 'post')
    const said = await readComments(store.db, { writingId: post!.id }, { all: true })
    expect(said.map(({ text, state }) => [text, state])).toEqual([
      ['Thank you', 'approved'],
      ['Paid', 'pending'],
      ['constructor', 'pending'],
    ])
  })

  test('adds no word to an edition that is public, and nothing but drafts', async () => {
    const store = await empty()
    await bringInAll(store, sourceOf(wxr([open])))
    const before = (await readProgramme(store, 'migrants-day', '2020'))!
    await withClosed(store, [open, closed])
    const after = (await readProgramme(store, 'migrants-day', '2020'))!
    expect(after.edition.text).toBe(before.edition.text)
    expect(await isDraftAt(store.db, '/migrants-day/2020')).toBe(false)
    expect(after.entries.map(({ title }) => title)).toEqual(before.entries.map(({ title }) => title))
    const all = (await readProgramme(store, 'migrants-day', '2020', { all: true }))!.entries
    expect(all.filter(({ title }) => title.startsWith('Closed meeting')).map(({ state }) => state)).toEqual([
      'draft',
      'draft',
    ])
  })

  test('is not published with an edition that public events of that year belong to', async () => {
    const store = await empty()
    await withClosed(store, [closed, vigil])
    const { edition, entries } = (await readProgramme(store, 'migrants-day', '2020', { all: true }))!
    expect(edition.state).toBe('draft')
    expect(await isDraftAt(store.db, '/migrants-day/2020')).toBe(true)
    expect(entries.map(({ title, state }) => [title, state])).toContainEqual(['A vigil', 'published'])
    expect(entries.filter(({ state }) => state === 'published')).toHaveLength(1)
  })
})
