import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { eventPage, openPages, type PagesSite } from '../../../test/pages-site.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { addEntries } from '../../services/add-entries.ts'

const base = 'http://localhost:1812'

describe.each(stores)('reading an entry again at the desk, in $name', ({ empty }) => {
  let site: TestSite
  let world: PagesSite
  let anna: SignedIn
  let id: string
  beforeEach(async () => {
    world = await openPages({ '/day': eventPage({ title: 'Voices of migrants', organiser: 'IOM' }) })
    site = await openSite('2020-12-01T12:00:00Z', await empty(), world.fetch)
    const edition = await anEdition(site.store)
    anna = await signedIn(site, 'editor', { name: 'Anna' })
    const body = new FormData()
    body.set('text', `${world.address}/day`)
    const pasted = await site.app.request(`${base}/desk/migrants-day/2020/readings`, {
      method: 'POST',
      headers: anna.headers,
      body,
    })
    await post(`${pasted.headers.get('location')}/entries`, { number: '0', state: 'published' })
    const [row] = await site.store.db
      .selectFrom('entries')
      .where('edition_id', '=', edition.id)
      .select('id')
      .execute()
    id = row!.id
  })
  const post = (
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = anna.headers,
  ) =>
    site.app.request(base + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
  const again = async () => {
    const answer = await post(`/desk/entries/${id}/readings`)
    const path = answer.headers.get('location')!
    return { path, html: await (await site.app.request(base + path, { headers: anna.headers })).text() }
  }

  test('shows what the source says otherwise, field by field, and takes over what is ticked', async () => {
    world.pages['/day'] = eventPage({
      title: 'Voices of all migrants',
      organiser: 'IOM',
      start: '2020-12-18T16:00:00+01:00',
    })
    const { path, html } = await again()
    expect(html).toContain('The source says 2 things otherwise.')
    expect(html).toContain('<bdi>Voices of all migrants</bdi></ins>')
    expect((await entryOf(site.store, id)).title).toBe('Voices of migrants')
    const accepted = await post(`${path}/changes`, { do: 'accept', field: 'time' })
    expect(accepted.headers.get('set-cookie')).toContain('daylong-done=again-accepted.1.2')
    expect(await entryOf(site.store, id)).toMatchObject({
      title: 'Voices of migrants',
      time: { start: '2020-12-18T16:00:00' },
    })
    expect((await again()).html).toContain('The source says what it said before.')
  })

  test('says so when the page tells of it no more, is away, or was never told', async () => {
    world.pages['/day'] = ['A choir of many', 'A film at night'].map(title => eventPage({ title })).join('')
    expect((await again()).html).toContain('The page tells of it no more.')
    delete world.pages['/day']
    expect((await again()).html).toContain('There is no such page')
    const [edition] = await site.store.db.selectFrom('editions').select('id').execute()
    const { entries } = await addEntries(site.store, edition!.id, [{ content: content(), state: 'draft' }], {
      by: 'Anna',
      at: 1,
    })
    const nowhere = await post(`/desk/entries/${entries[0]!.id}/readings`)
    expect(nowhere.headers.get('set-cookie')).toContain('daylong-done=no-source')
  })

  test('contributors look and change nothing that readers see', async () => {
    world.pages['/day'] = eventPage({ title: 'Voices of all migrants', organiser: 'IOM' })
    const carl = await signedIn(site, 'contributor')
    const { path } = await again()
    expect((await post(`${path}/changes`, { do: 'accept', field: 'title' }, carl.headers)).status).toBe(422)
    expect((await entryOf(site.store, id)).title).toBe('Voices of migrants')
  })
})
