import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { addEntries } from '../../services/add-entries.ts'
import { readRevisions } from '../../storage/revisions.ts'
import { readUpdates } from '../../storage/updates.ts'

const path = '/desk/migrants-day/2020/story'

describe.each(stores)('the story in $name', ({ empty }) => {
  let site: TestSite
  let editionId: string
  let ids: Record<string, string>
  let editor: SignedIn
  beforeEach(async () => {
    site = await openSite('2020-12-18T20:00:00Z', await empty())
    editionId = (await anEdition(site.store)).id
    const entries = ['Maps', 'Vigil', 'Forum', 'March'].map(title => ({
      content: content({ title, organisations: title === 'Forum' ? [{ name: 'Réseau' }] : [] }),
      state: title === 'Maps' || title === 'Vigil' ? ('draft' as const) : ('published' as const),
      sessions: title === 'Vigil' ? [{ content: content({ title: 'Songs' }) }] : [],
    }))
    const added = await addEntries(site.store, editionId, entries, { by: 'Ada', at: site.clock.now })
    ids = Object.fromEntries(added.entries.map(({ id }, place) => [entries[place]!.content.title, id]))
    editor = await signedIn(site, 'editor', { name: 'Robin' })
  })

  const ask = (who: SignedIn, query = '') =>
    site.app.request(`http://localhost:1812${path}${query}`, { headers: who.headers })
  const titles = async (who = editor, query = '') =>
    [...(await (await ask(who, query)).text()).matchAll(/class="row (\w+)"[\s\S]*?<bdi[^>]*>([^<]*)/g)].map(
      ([, state, title]) => `${title} ${state}`,
    )
  const send = async (told: Record<string, string | string[]>, who = editor, query = '') => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(told))
      for (const each of [value].flat()) body.append(name, each)
    const answer = await site.app.request(`http://localhost:1812${path}${query}`, {
      method: 'POST',
      headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      done: /^daylong-done=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1],
      text: await answer.text(),
    }
  }
  const one = (title: string) => entryOf(site.store, ids[title]!)

  test('all entries stand in the order of the story, and are found by state, kind and words', async () => {
    expect(await titles()).toEqual(['Maps draft', 'Vigil draft', 'Forum published', 'March published'])
    expect(await titles(editor, '?state=published')).toEqual(['Forum published', 'March published'])
    expect(await titles(editor, '?q=reseau')).toEqual(['Forum published'])
    expect(await titles(editor, '?kind=statement')).toEqual([])
    expect(await titles(editor, '?need=draft')).toEqual(['Maps draft', 'Vigil draft'])
  })

  test('several become the sessions of one that is named, or it is said why they cannot', async () => {
    const chosen = [ids.Forum!, ids.March!]
    const { status, done } = await send({ act: 'gather', entry: chosen, whole: 'Two days of rights' })
    expect([status, done]).toEqual([303, 'gathered.2.2'])
    expect(await titles()).toEqual(['Maps draft', 'Vigil draft', 'Two days of rights published'])
    expect((await send({ act: 'gather', entry: [ids.Maps!], whole: 'One' })).text).toContain(
      'two events or more',
    )
    expect((await send({ act: 'gather', entry: chosen, whole: ' ' })).text).toContain('title of the whole')
    const refused = await send({ act: 'gather', entry: [ids.Maps!, ids.Vigil!], whole: 'Drafts' })
    expect(refused.text).toContain('cannot become a session')
  })

  test('a long story goes over the wire in few bytes', async () => {
    const answer = await site.app.request(`http://localhost:1812${path}`, {
      headers: { ...editor.headers, 'accept-encoding': 'gzip' },
    })
    expect([answer.headers.get('content-encoding'), answer.headers.get('cache-control')]).toEqual([
      'gzip',
      'no-store',
    ])
    const whole = new Response(answer.body!.pipeThrough(new DecompressionStream('gzip')))
    expect(await whole.text()).toBe(await (await ask(editor)).text())
  })

  test('what is chosen is published as one revision, and readers are told', async () => {
    const { status, to, done } = await send(
      { act: 'publish', entry: [ids.Maps!, ids.Vigil!, ids.Forum!] },
      editor,
      '?state=draft',
    )
    expect([status, to, done]).toEqual([303, `${path}?state=draft`, 'publish.2.2'])
    expect(
      (await readRevisions(site.store.db, editionId, { number: 2 })).map(({ by, act }) => [by, act]),
    ).toEqual(Array(2).fill(['Robin', 'publish']))
    const told = await readUpdates(site.store.db, editionId, 10)
    expect(
      told.filter(({ number }) => number === 2).map(({ update, entry }) => [update.kind, entry?.title]),
    ).toEqual(
      expect.arrayContaining([
        ['new', 'Maps'],
        ['new', 'Vigil'],
      ]),
    )
    const told2 = await (await ask(editor)).text()
    expect(told2).not.toContain('entries published')
    const next = await site.app.request(`http://localhost:1812${path}`, {
      headers: { ...editor.headers, cookie: `${editor.headers.cookie}; daylong-done=publish.2.2` },
    })
    expect(await next.text()).toMatch(/2 entries published\.[\s\S]*name="revision" value="2"[\s\S]*Undo/)
    expect(next.headers.get('set-cookie')).toMatch(/daylong-done=; Max-Age=0/)
  })

  test('it is withdrawn, brought back, cancelled, tagged, given an organisation and a word on its recording', async () => {
    const entry = [ids.Forum!, ids.March!]
    await send({ act: 'cancel', entry: ids.March!, reason: 'The hall was flooded.' })
    expect(await one('March')).toMatchObject({ status: 'cancelled', statusReason: 'The hall was flooded.' })
    await send({ act: 'tag', entry, tag: 'Money' })
    await send({ act: 'organisation', entry, organisation: 'réseau' })
    await send({ act: 'recording', entry, recording: 'none' })
    const { organisations, tags, recording } = await one('March')
    expect([organisations.map(({ name }) => name), tags.map(({ name }) => name), recording]).toEqual([
      ['Réseau'],
      ['Money'],
      'none',
    ])
    expect((await one('Forum')).organisations).toHaveLength(1)
    await send({ act: 'untag', entry, tag: 'money' })
    expect((await one('March')).tags).toEqual([])
    await send({ act: 'withdraw', entry })
    expect(await titles()).toEqual(['Maps draft', 'Vigil draft'])
    expect(await titles(editor, '?state=withdrawn')).toEqual(['Forum withdrawn', 'March withdrawn'])
    expect((await send({ act: 'bring-back', all: '1' }, editor, '?state=withdrawn')).done).toMatch(
      /^bring-back\.2\./,
    )
    expect(await titles()).toContain('March draft')
  })

  test('entries are moved by their buttons and behind one that is chosen', async () => {
    const page = await (await ask(editor)).text()
    const values = [...page.matchAll(/data-way="(\w+)" value="([^"]*)"/g)].map(([, way, value]) => [
      way,
      value,
    ])
    expect(values.slice(0, 3)).toEqual([
      ['down', `${ids.Maps} ${ids.Vigil}`],
      ['up', `${ids.Vigil} first`],
      ['down', `${ids.Vigil} ${ids.Forum}`],
    ])
    const order = async () => (await titles()).map(title => title.split(' ')[0])
    await send({ move: `${ids.Vigil} first` })
    expect(await order()).toEqual(['Vigil', 'Maps', 'Forum', 'March'])
    expect((await send({ move: `${ids.Vigil} first` })).done).toBe('moved.0.')
    const { done } = await send({ act: 'move', entry: [ids.Maps!, ids.Vigil!], after: ids.March! })
    expect(done).toBe('moved.2.3')
    expect(await order()).toEqual(['Forum', 'March', 'Vigil', 'Maps'])
    // What is seen through a filter is put right before the one that is seen above it.
    const drafts = await (await ask(editor, '?state=draft')).text()
    expect(/data-way="up" value="([^"]*)"/.exec(drafts)?.[1]).toBe(`${ids.Maps} ${ids.March}`)
  })

  test('a form that says too little comes back as it was filled', async () => {
    const { status, text } = await send({ act: 'tag', entry: [ids.Maps!], tag: ' ', reason: 'Typed' })
    expect(status).toBe(422)
    expect(text).toContain('Write the tag first.')
    expect(text).toMatch(new RegExp(`value="${ids.Maps}" checked`))
    expect(text).toContain('value="Typed"')
    expect((await send({ act: 'publish' })).text).toContain('Choose the entries first')
    expect((await readRevisions(site.store.db, editionId)).every(({ number }) => number === 1)).toBe(true)
  })

  test('contributors change drafts and move them, and nothing that readers see', async () => {
    const who = await signedIn(site, 'contributor')
    const page = await (await ask(who)).text()
    expect(page).not.toContain('value="publish"')
    expect((await send({ act: 'tag', entry: [ids.Maps!, ids.Forum!], tag: 'Money' }, who)).done).toBe(
      'tag.1.2',
    )
    expect((await one('Forum')).tags).toEqual([])
    expect((await send({ act: 'publish', entry: [ids.Maps!] }, who)).status).toBe(403)
    expect((await send({ move: `${ids.Forum} first` }, who)).status).toBe(403)
    expect((await send({ move: `${ids.Maps} ${ids.Vigil}` }, who)).done).toBe('moved.1.3')
  })

  test('who may not write the series is not let in, and a form of another site changes nothing', async () => {
    const nobody = await signedIn(site, null)
    expect((await ask(nobody)).status).toBe(403)
    const away = { ...editor, headers: { ...editor.headers, origin: 'https://else.example' } }
    expect((await send({ act: 'publish', entry: ids.Maps! }, away)).status).toBe(403)
    expect((await send({ move: `nonsense ${ids.Maps}` })).done).toBe('gone.1.')
    expect((await one('Maps')).state).toBe('draft')
  })
})
