import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { words } from '../../../test/words.ts'
import { addEntries } from '../../services/add-entries.ts'
import { makeEdition, makeSeries } from '../../services/make-edition.ts'
import { findOrganisation, findOrganisationByName } from '../../storage/organisations.ts'

const origin = 'http://localhost:1812'

describe.each(stores)('organisations at the desk in $name', ({ empty }) => {
  let site: TestSite
  let editor: SignedIn
  let entry: string
  const id = async (name: string) => (await findOrganisationByName(site.store.db, name))!.id

  beforeEach(async () => {
    site = await openSite('2020-12-01T12:00:00Z', await empty())
    const edition = await anEdition(site.store)
    const named = [['Migrants Network', 'IOM'], ['The Migrants Network'], ['Red <b>Cross</b>']]
    const { entries } = await addEntries(
      site.store,
      edition.id,
      named.map(names => ({
        content: content({ organisations: names.map(name => ({ name })) }),
        state: 'published' as const,
      })),
      { by: 'Anna', at: 5 },
    )
    entry = entries[0]!.id
    editor = await signedIn(site, 'editor', { name: 'Anna' })
  })

  async function get(path: string, who = editor) {
    const answer = await site.app.request(origin + path, { headers: who.headers })
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
  }
  async function send(path: string, fields: Record<string, string>, who = editor) {
    const answer = await site.app.request(origin + path, {
      method: 'POST',
      headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
  }
  const names = async () => (await entryOf(site.store, entry)).organisations.map(({ name }) => name)

  test('are listed, searched, and those that may be one are suggested until somebody says they are two', async () => {
    const { html } = await get('/desk/organisations')
    const said = words(html)
    // In whichever order: they were made in the same moment.
    expect(said).toMatch(/Migrants Network · (?:The )?Migrants Networkthe same words/)
    expect(html.includes('Red &lt;b&gt;Cross')).toBe(true)
    const found = words((await get('/desk/organisations?q=migrant')).html)
    expect(found).toContain('Found for “migrant” 2')
    expect(found).not.toContain('IOM')
    expect(words((await get('/desk/organisations?q=%25&from=x')).html)).toContain('None was found.')
    const pair = { one: await id('Migrants Network'), other: await id('The Migrants Network') }
    expect((await send('/desk/organisations/apart', pair)).status).toBe(303)
    expect(words((await get('/desk/organisations')).html)).not.toContain('These may be one')
  })

  test('are merged after both were seen, and parted again', async () => {
    const [one, other] = [await id('Migrants Network'), await id('The Migrants Network')]
    const shown = await get(`/desk/organisations/${one}/merge?with=${other}`)
    expect(words(shown.html)).toContain('The Migrants Network 1 entry in 1 edition')
    const byName = await get(`/desk/organisations/${one}/merge?named=the%20migrants%20network`)
    expect(byName.status).toBe(200)
    const merged = await send(`/desk/organisations/${one}/merge`, { other, stays: other })
    expect([merged.status, merged.to]).toEqual([303, `/desk/organisations/${other}`])
    expect(await names()).toEqual(['The Migrants Network', 'IOM'])
    expect((await get(`/desk/organisations/${one}`)).to).toBe(`/desk/organisations/${other}`)
    expect(words((await get(`/desk/organisations/${other}`)).html)).toContain('Also known asMigrants Network')
    const history = words((await get('/desk/migrants-day/2020/history')).html)
    expect(history).toContain('Anna merged Migrants Network into The Migrants Network')
    expect((await send(`/desk/organisations/${one}/part`, {})).to).toBe(`/desk/organisations/${one}`)
    expect(await names()).toEqual(['Migrants Network', 'IOM'])
  })

  test('are renamed wherever they are named; two at once are shown to each other', async () => {
    const iom = await id('IOM')
    const opened = { 'opened.name': 'IOM', 'opened.url': '' }
    const told = { ...opened, name: 'UN Migration', url: 'iom.example' }
    expect((await send(`/desk/organisations/${iom}`, told)).status).toBe(303)
    expect(await names()).toEqual(['Migrants Network', 'UN Migration'])
    const stale = await send(`/desk/organisations/${iom}`, { ...opened, name: 'I.O.M.', url: '' })
    expect(stale.status).toBe(409)
    expect(words(stale.html)).toContain('UN Migration')
    expect(stale.html).toContain('value="I.O.M."')
    expect(stale.html).toContain('name="opened.name" value="UN Migration"')
    expect(stale.html).toContain('value="https://iom.example"')
    const taken = await send(`/desk/organisations/${iom}`, { name: 'Migrants Network', url: '' })
    expect(taken.status).toBe(422)
    expect(taken.html).toContain(`/merge?with=${await id('Migrants Network')}`)
    const wrong = await send(`/desk/organisations/${iom}`, { name: 'IOM', url: 'javascript:alert(1)' })
    expect(words(wrong.html)).toContain('“javascript:alert(1)” is no address on the web.')
    expect(await findOrganisation(site.store.db, iom)).toMatchObject({
      name: 'UN Migration',
      url: 'https://iom.example',
    })
  })

  test('are changed by those alone who may publish wherever they take part', async () => {
    const other = (await makeSeries(site.store.db, { slug: 'other-day', title: 'Other' }, 0))!
    const days = { startsOn: '2020-12-18', endsOn: '2020-12-18', homeZone: 'UTC' }
    const told = { seriesId: other.id, slug: '2020', title: 'Other', ...days }
    const elsewhere = (await makeEdition(site.store.db, told, { by: 'x', at: 0 }))!
    const draft = content({ title: 'Not yours to see', organisations: [{ name: 'IOM' }] })
    await addEntries(site.store, elsewhere.id, [{ content: draft, state: 'draft' }], { by: 'x', at: 5 })
    const ofOne = await signedIn(site, 'editor', { series: 'migrants-day' })
    const contributor = await signedIn(site, 'contributor')
    const [iom, network] = [await id('IOM'), await id('Migrants Network')]
    const shown = await get(`/desk/organisations/${iom}`, ofOne)
    expect(words(shown.html)).toContain('series that are not yours to publish')
    expect(shown.html).not.toContain('Not yours to see')
    for (const who of [ofOne, contributor]) {
      expect((await send(`/desk/organisations/${iom}`, { name: 'Mine', url: '' }, who)).status).toBe(403)
      const merge = { other: network, stays: network }
      expect((await send(`/desk/organisations/${iom}/merge`, merge, who)).status).toBe(403)
    }
    const merge = { other: iom, stays: network }
    expect((await send(`/desk/organisations/${network}/merge`, merge, ofOne)).status).toBe(403)
    const renamed = { name: 'Migrant Network', url: '', 'opened.name': 'Migrants Network', 'opened.url': '' }
    expect((await send(`/desk/organisations/${network}`, renamed, ofOne)).status).toBe(303)
    const pair = { one: iom, other: network }
    expect((await send('/desk/organisations/apart', pair, contributor)).status).toBe(403)
    const nobody = await signedIn(site, null)
    expect((await get('/desk/organisations', nobody)).status).toBe(403)
    const forged = { ...editor, headers: { ...editor.headers, origin: 'https://else.example' } }
    expect((await send(`/desk/organisations/${iom}`, { name: 'x', url: '' }, forged)).status).toBe(403)
    expect((await get('/desk/organisations/nobody')).status).toBe(404)
    expect((await send('/desk/organisations/nobody/merge', merge)).status).toBe(404)
    expect((await send(`/desk/organisations/${iom}/merge`, { other: 'nobody' })).status).toBe(404)
    expect((await send(`/desk/organisations/${iom}/part`, {})).status).toBe(404)
    expect(await findOrganisation(site.store.db, iom)).toMatchObject({ name: 'IOM', mergedInto: null })
  })
})
