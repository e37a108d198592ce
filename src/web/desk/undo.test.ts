import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { words } from '../../../test/words.ts'
import { addEntries } from '../../services/add-entries.ts'
import { changeEntries } from '../../services/change-entries.ts'
import { mergeOrganisations } from '../../services/merge-organisations.ts'
import { findEdition } from '../../storage/editions.ts'
import { readOrganisations } from '../../storage/organisations.ts'

describe.each(stores)('undo in $name', ({ empty }) => {
  let site: TestSite
  let ids: string[]
  beforeEach(async () => {
    site = await openSite('2020-12-01T00:00:00Z', await empty())
    const edition = await anEdition(site.store)
    const act = { by: 'Ada', at: site.clock.now }
    const entries = ['Maps', 'Vigil'].map(title => ({ content: content({ title }), state: 'draft' as const }))
    const added = await addEntries(site.store, edition.id, entries, act)
    ids = added.entries.map(({ id }) => id)
    const publish = (fields: object) => ({ ...fields, state: 'published' }) as never
    await changeEntries(site.store, edition.id, ids, publish, { ...act, name: 'publish' })
  })
  const undo = (headers: Record<string, string>, revision = '2') =>
    site.app.request('http://localhost:1812/desk/migrants-day/2020/undo', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ revision, back: '/desk/migrants-day/2020/story?state=draft' }),
    })
  const states = async () => Promise.all(ids.map(async id => (await entryOf(site.store, id)).state))

  test('what a revision did is taken back, told once, and can be done again', async () => {
    const { headers } = await signedIn(site, 'editor')
    const answer = await undo(headers)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/desk/migrants-day/2020/story?state=draft',
    ])
    expect(answer.headers.get('set-cookie')).toMatch(
      /^daylong-done=undone\.2\.3; Max-Age=120; Path=\/; HttpOnly/,
    )
    expect(await states()).toEqual(['draft', 'draft'])
    await undo(headers, '3')
    expect(await states()).toEqual(['published', 'published'])
  })

  test('two organisations that became one are not undone in one edition: they are parted', async () => {
    const { headers } = await signedIn(site, 'editor')
    const names = ['OIM', 'IOM']
    const entries = names.map(name => ({
      content: content({ title: name, organisations: [{ name }] }),
      state: 'published' as const,
    }))
    const edition = (await findEdition(site.store.db, 'migrants-day', '2020'))!
    await addEntries(site.store, edition.id, entries, { by: 'Ada', at: site.clock.now })
    const all = await readOrganisations(site.store.db)
    const [from, into] = names.map(name => all.find(each => each.name === name)!.id) as [string, string]
    await mergeOrganisations(site.store, { from, into }, { who: { id: null, name: 'Ada' }, at: 1 })
    const answer = await undo(headers, '4')
    expect(answer.headers.get('set-cookie')).toMatch(/^daylong-done=not-undone-organisations\.1\.;/)
    expect((await readOrganisations(site.store.db)).map(({ name }) => name)).toEqual(['IOM'])
    for (const path of ['/desk/migrants-day/2020/history', '/desk/migrants-day/2020/history/4']) {
      const page = await site.app.request(`http://localhost:1812${path}`, { headers })
      const html = await page.text()
      expect(html).not.toContain('name="revision" value="4"')
      expect(words(html)).toContain('Ada merged OIM into IOM')
      expect(html).toContain(`href="/desk/organisations/${into}"`)
    }
  })

  test('it is refused to those who may not publish, to those of other series, and to forms of other sites', async () => {
    const contributor = await signedIn(site, 'contributor')
    const nobody = await signedIn(site, null)
    const editor = await signedIn(site, 'editor')
    for (const headers of [
      contributor.headers,
      nobody.headers,
      {} as Record<string, string>,
      { ...editor.headers, origin: 'https://else.example' },
    ])
      expect((await undo(headers)).status).toBe(403)
    expect(await states()).toEqual(['published', 'published'])
  })
})
