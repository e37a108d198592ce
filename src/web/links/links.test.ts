import { expect, onTestFinished, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite } from '../../../test/site.ts'
import { newLife, settleLink } from '../../domain/links/link-life.ts'
import type { Verdict } from '../../domain/links/verdict.ts'
import { addEntries } from '../../services/add-entries.ts'
import { addWriting } from '../../services/edit-writing.ts'
import { gatherLinks } from '../../services/links/gather-links.ts'
import { settleLinks } from '../../services/links/settle-links.ts'
import { writeKeptText } from '../../storage/kept-texts.ts'
import { changeLinkLook, meetLinks } from '../../storage/link-looks.ts'
import { markOf } from './mark-of.ts'

const day = 86_400_000
const gone = 'https://forum.example/2020/voices'
const taken = 'https://bakery.example/2020'
const copy = `https://web.archive.org/web/20201201000000/${gone}`

async function site() {
  const site = await openSite('2021-03-10T12:00Z')
  onTestFinished(site.close)
  const { store, clock } = site
  const edition = await anEdition(store)
  const entry = (title: string, url: string, kind: 'event' | 'statement' = 'event') => ({
    state: 'published' as const,
    content: content({ title, kind, links: [{ role: 'source', url }] }),
  })
  const added = await addEntries(
    store,
    edition.id,
    [
      entry('Voices of migrants', gone),
      entry('Bread for all', taken),
      entry('A statement', 'https://fine.example/s', 'statement'),
    ],
    { by: 'Anna', at: clock.now },
  )
  await meetLinks(store.db, clock.now, () => clock.now, 100)
  const seen = async (url: string, verdict: Verdict, more: object = {}) => {
    const life = [20, 15, 10, 4, 1].reduce(
      (life, days) => settleLink(life, verdict, clock.now - days * day),
      newLife,
    )
    await changeLinkLook(store.db, url, {
      life,
      lookedAt: clock.now - day,
      amissSince: life.since,
      toSettle: true,
      ...more,
    })
  }
  await seen(gone, { kind: 'gone', why: 'not-found', status: 404 }, { copyUrl: copy })
  await seen(taken, { kind: 'changed-hands', why: 'for-sale' })
  await settleLinks(store, clock.now)
  const ids = added.entries.map(({ id }) => id)
  return { site, edition, ids, slugs: added.entries.map(({ slug }) => slug) }
}

test('readers are told in words what is gone, with a copy beside it, and are not sent to who took over a site', async () => {
  const { site: own, slugs } = await site()
  const page = async (path: string) => (await own.app.request(path)).text()
  const voices = await page(`/migrants-day/2020/${slugs[0]}`)
  expect(voices).toContain('Event page (gone)')
  expect(voices).toContain(`href="${copy}"`)
  const bread = await page(`/migrants-day/2020/${slugs[1]}`)
  expect(bread).toContain('Event page (changed hands)')
  expect(bread).not.toContain(`href="${taken}"`)
  for (const path of ['/migrants-day/2020.ics', '/migrants-day/2020.atom', '/migrants-day/2020.json']) {
    const told = (await page(path)).replaceAll('\r\n ', '')
    expect([path, told.includes(taken)]).toEqual([path, false])
    expect([path, told.includes(copy)]).toEqual([path, true])
  }
})

test('curators see one calm list, and mend by one press', async () => {
  const { site: own, edition, ids } = await site()
  const editor = await signedIn(own, 'editor')
  const ask = (path: string, form?: Record<string, string>) =>
    own.app.request(path, {
      headers: editor.headers,
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
  const path = '/desk/migrants-day/2020/links'
  for (const list of [path, '/desk/links']) {
    const html = await (await ask(list)).text()
    expect(html).toContain('The name of the site is for sale.')
    expect(html).toContain('The site says that there is no such page (404).')
    expect(html).toContain('Readers are told, and have a copy')
    expect(html).toContain('Since')
  }
  expect(await (await ask('/desk/migrants-day/2020')).text()).toContain('Links that ask for somebody: 1')
  const link = markOf(taken)
  expect((await ask(path, { do: 'take', link, to: 'no address' })).status).toBe(422)
  expect((await ask(path, { do: 'take', link, to: 'https://new.example/bread' })).status).toBe(303)
  expect((await entryOf(own.store, ids[1]!)).links).toMatchObject([
    { url: 'https://new.example/bread', health: 'unknown' },
  ])
  expect((await ask(path, { do: 'fine', link: markOf(gone) })).status).toBe(303)
  expect((await entryOf(own.store, ids[0]!)).links[0]).toMatchObject({ url: gone, health: 'unknown' })
  expect(await (await ask(path)).text()).toContain('Nothing is wrong with any link.')
  const stranger = await signedIn(own, null)
  expect((await own.app.request(path, { headers: stranger.headers })).status).toBe(403)
  expect(edition.id).toBeTruthy()
})

test('the text of a statement is shown when somebody says why it may be, and not before', async () => {
  const { site: own, ids, slugs } = await site()
  const [, , id] = ids
  const html = '<p>We call for rights.</p><script>alert(1)</script><img src="https://tracker.example/x">'
  const told = {
    title: 'Statement',
    byline: 'The secretariat',
    site: 'Forum',
    language: 'en',
    length: 22,
    digest: 'x',
  }
  await writeKeptText(own.store.db, id!, { ...told, html, url: 'https://fine.example/s', at: own.clock.now })
  const editor = await signedIn(own, 'editor')
  const read = async () => {
    // A page that was just looked at is believed for a moment.
    own.clock.now += 60_000
    return (await own.app.request(`/migrants-day/2020/${slugs[2]}`)).text()
  }
  const send = (form: Record<string, string>) =>
    own.app.request(`/desk/entries/${id}/text`, {
      method: 'POST',
      headers: editor.headers,
      body: new URLSearchParams(form),
    })
  expect(await read()).not.toContain('We call for rights.')
  const desk = await own.app.request(`/desk/entries/${id}/text`, { headers: editor.headers })
  expect(await desk.text()).toContain('We call for rights.')
  expect((await send({ by: 'licence', which: ' ' })).status).toBe(422)
  expect((await send({ by: 'licence', which: 'CC BY 4.0' })).status).toBe(303)
  const shown = await read()
  expect(shown).toContain('We call for rights.')
  expect(shown).toMatch(/As it stood at .*Forum.* · .*The secretariat.* · .*CC BY 4\.0/s)
  expect(shown).not.toMatch(/alert\(1\)|tracker/)
  expect((await send({ by: '', which: '' })).status).toBe(303)
  expect(await read()).not.toContain('We call for rights.')
})

test('texts of editions, series and posts, and organisations, say which of their links lead nowhere', async () => {
  const { site: own, edition } = await site()
  const { store, clock } = own
  const at = clock.now
  const text = `Read [the voices](${gone}) and [the bread](${taken}), or [this](https://fine.example/s).`
  await store.db.updateTable('series').set({ text }).execute()
  await store.db.updateTable('editions').set({ text }).where('id', '=', edition.id).execute()
  const post = { ...emptyPost, title: 'Old links', slug: 'old-links', text }
  await addWriting(store, 'post', post, { by: 'Anna', at })
  const organisations = [{ name: 'The bakery', url: taken, role: 'host' as const }]
  const bread = { state: 'published' as const, content: content({ title: 'Bread', organisations }) }
  await addEntries(store, edition.id, [bread], { by: 'Anna', at })
  const pages = ['/migrants-day/2020', '/migrants-day', '/2021/03/old-links', '/organisations/the-bakery']
  const read = async () => Promise.all(pages.map(async path => (await own.app.request(path)).text()))
  for (const shown of await read()) expect(shown).toContain(`href="${taken}"`)

  // They are gathered, and what is known of them is told, without anybody touching the texts.
  await gatherLinks(store, { at: clock.now, chance: () => 0.5 })
  await changeLinkLook(store.db, taken, { toSettle: true })
  await settleLinks(store, clock.now)
  clock.now += 2000
  const shown = await read()
  for (const page of shown) {
    expect(page).not.toContain(`href="${taken}"`)
    expect(page).toContain('(changed hands)')
  }
  for (const page of shown.slice(0, 3)) {
    expect(page).toMatch(
      new RegExp(`<a href="${gone}"[^>]* class="gone">the voices</a> <small>\\(gone · <a href="${copy}"`),
    )
    expect(page).toMatch(/<a href="https:\/\/fine\.example\/s" rel="[^"]*">this<\/a>/)
  }
})

const emptyPost = {
  state: 'published' as const,
  day: '2021-03-09',
  excerpt: null,
  publishedAt: null,
  parentId: null,
  position: 0,
  inMenu: false,
  publishAt: null,
  language: null,
  authors: [],
  tags: [],
  categories: [],
}
