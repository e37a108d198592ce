import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { untouchedForm } from '../../../test/form.ts'
import { drawing } from '../../../test/pictures.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { contentOfEntry } from '../../domain/content.ts'
import { addEntries } from '../../services/add-entries.ts'
import { mergeEntries } from '../../services/merge-entries.ts'
import type { EditionRow } from '../../storage/editions.ts'
import { readRevisions } from '../../storage/revisions.ts'
import { insertSeries } from '../../storage/series.ts'
import { readUpdates } from '../../storage/updates.ts'

describe.each(stores)('the page of an entry in $name', ({ empty }) => {
  let site: TestSite
  let edition: EditionRow
  let id: string
  let anna: SignedIn
  let ben: SignedIn

  beforeEach(async () => {
    site = await openSite('2020-12-10T08:00:00Z', await empty())
    edition = await anEdition(site.store)
    const told = content({
      title: 'Maps',
      start: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
      end: '2020-12-18T16:00:00+01:00[Europe/Berlin]',
      organisations: [{ name: 'Maps for All' }],
      people: [{ name: 'Ada', role: 'speaker' }],
      links: [{ role: 'source', url: 'https://example.org/maps' }],
      tags: ['money'],
    })
    const act = { by: 'Anna', at: site.clock.now }
    const { entries } = await addEntries(site.store, edition.id, [{ content: told, state: 'published' }], act)
    id = entries[0]!.id
    anna = await signedIn(site, 'editor', { name: 'Anna' })
    ben = await signedIn(site, 'editor', { name: 'Ben' })
  })

  const url = (path: string) => `http://localhost:1812${path}`
  const open = async (who: SignedIn, path = `/desk/entries/${id}`) =>
    (await site.app.request(url(path), { headers: who.headers })).text()
  /** The form as it was opened, with these fields filled in otherwise. */
  const filled = (html: string, changes: Record<string, string | null>, action = `/desk/entries/${id}`) => {
    const form = new Map(untouchedForm(html, action))
    for (const [name, value] of Object.entries(changes))
      value === null ? form.delete(name) : form.set(name, value)
    return form
  }
  const send = (who: SignedIn, form: Iterable<[string, string | Blob]>, path = `/desk/entries/${id}`) => {
    const body = new FormData()
    for (const [name, value] of form) body.append(name, value)
    return site.app.request(url(path), { method: 'POST', headers: who.headers, body })
  }
  const save = async (who: SignedIn, changes: Record<string, string | null>) =>
    send(who, filled(await open(who), { do: 'save', ...changes }))
  const now = async () => contentOfEntry(await entryOf(site.store, id))
  const doneOf = (answer: Response) =>
    /daylong-done=([a-z-]+)/.exec(answer.headers.getSetCookie().find(each => /done/.test(each)) ?? '')?.[1]

  test('saves what was changed and nothing else, tells readers, and leads back with the way to undo', async () => {
    const before = await now()
    const html = await open(anna, `/desk/entries/${id}?back=/desk/migrants-day/2020/story`)
    const answer = await send(anna, filled(html, { title: 'Better maps', do: 'save', 'people.1.name': 'Bo' }))
    expect([answer.status, answer.headers.get('location'), doneOf(answer)]).toEqual([
      303,
      '/desk/migrants-day/2020/story',
      'saved',
    ])
    const people = [...before.people, { name: 'Bo', url: null, role: null, affiliation: null }]
    expect(await now()).toEqual({ ...before, title: 'Better maps', people })
    const [{ by, act, after } = {}] = await readRevisions(site.store.db, edition.id, {
      entryId: id,
      limit: 1,
    })
    expect([by, act, Object.keys(after ?? {})]).toEqual(['Anna', 'edit', ['title', 'people']])
    const told = await readUpdates(site.store.db, edition.id, 5)
    expect(told[0]?.update).toEqual({ kind: 'other', fields: ['title', 'people'] })
    await save(anna, { note: 'A slip, mended', minor: 'on' })
    expect(await readUpdates(site.store.db, edition.id, 5)).toEqual(told)
    expect(doneOf(await save(anna, {}))).toBe('unchanged')
  })

  test('comes back filled where something is wrong, with what is wrong, and stores nothing', async () => {
    const before = await now()
    const typed = {
      title: '',
      'when.words': 'on <Friday> perhaps',
      note: 'Words <b>"&amp;',
      'links.1.url': 'javascript:x',
    }
    const answer = await save(anna, typed)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    const again = new Map(untouchedForm(html, `/desk/entries/${id}`))
    for (const [name, value] of Object.entries(typed)) expect([name, again.get(name)]).toEqual([name, value])
    expect(html).toContain('A title is needed.')
    expect(html).toContain('No time was found in these words.')
    expect(html).toContain('“javascript:x” is no address on the web.')
    expect(html).toContain('href="#links.1.url"')
    expect(await now()).toEqual(before)
  })

  test('shows both versions where two people wrote the same, and stores what is chosen', async () => {
    const [ofAnna, ofBen] = [await open(anna), await open(ben)]
    await send(anna, filled(ofAnna, { title: 'Anna’s maps', reason: 'Anna alone', do: 'save' }))
    const asked = await send(ben, filled(ofBen, { title: 'Ben’s maps', note: 'Ben alone', do: 'save' }))
    const html = await asked.text()
    expect([asked.status, html.includes('Anna has changed the same')]).toEqual([422, true])
    expect((await now()).title).toBe('Anna’s maps')
    const form = filled(html, {})
    expect([form.get('title'), form.get('note'), form.get('reason')]).toEqual([
      'Ben’s maps',
      'Ben alone',
      'Anna alone',
    ])
    const wrong = await send(ben, filled(html, { 'pick.title': 'theirs', 'when.day': '', do: 'save' }))
    const wrongHtml = await wrong.text()
    expect(wrongHtml).toContain('Anna has changed the same')
    const chosen = filled(wrongHtml, { 'when.day': '2020-12-18', do: 'save' })
    expect(chosen.get('pick.title')).toBe('theirs')
    expect((await send(ben, chosen)).status).toBe(303)
    const { title, note, statusReason } = await now()
    expect([title, note, statusReason]).toEqual(['Anna’s maps', 'Ben alone', 'Anna alone'])
    const mine = filled(html, { do: 'save' })
    expect((await send(ben, mine)).status).toBe(303)
    expect((await now()).title).toBe('Ben’s maps')
  })

  test('withdraws, brings back, publishes, and publishes by itself at a moment that is to come', async () => {
    const state = async () => {
      const { state, publishAt } = await entryOf(site.store, id)
      return [state, publishAt]
    }
    const press = (act: string, more: Record<string, string> = {}) => save(anna, { do: act, ...more })
    await press('withdraw')
    expect(await state()).toEqual(['withdrawn', null])
    await press('draft')
    expect(await state()).toEqual(['draft', null])
    const late = await press('schedule', { 'later.day': '2020-12-01', 'later.clock': '09:00' })
    expect([late.status, (await late.text()).includes('That moment has passed.')]).toEqual([422, true])
    await press('schedule', { 'later.day': '2020-12-17', 'later.clock': '09:00' })
    expect(await state()).toEqual(['draft', Date.parse('2020-12-17T08:00Z')])
    expect(await open(anna)).toContain('value="2020-12-17"')
    await press('unschedule')
    expect(await state()).toEqual(['draft', null])
    await press('publish')
    expect(await state()).toEqual(['published', null])
  })

  test('gives it another address, keeps the old one, and refuses that of another entry', async () => {
    await addEntries(site.store, edition.id, [{ content: content({ title: 'Vigil' }), state: 'published' }], {
      by: 'Anna',
      at: 1,
    })
    const taken = await save(anna, { slug: 'vigil' })
    expect([taken.status, (await taken.text()).includes('leads to another entry already')]).toEqual([
      422,
      true,
    ])
    await save(anna, { slug: 'The maps, again' })
    expect((await entryOf(site.store, id)).slug).toBe('the-maps-again')
    const old = await site.app.request(url('/migrants-day/2020/maps'))
    expect([old.status, old.headers.get('location')]).toEqual([301, '/migrants-day/2020/the-maps-again'])
    await save(anna, { slug: 'maps' })
    expect((await site.app.request(url('/migrants-day/2020/maps'))).status).toBe(200)
  })

  test('takes no new address back by an older form, nor where both versions are asked about', async () => {
    const [first, second] = [await open(ben), await open(ben)]
    await save(anna, { slug: 'atlas', title: 'Anna’s maps' })
    expect((await send(ben, filled(first, { note: 'Ben', do: 'save' }))).status).toBe(303)
    expect(await entryOf(site.store, id)).toMatchObject({ slug: 'atlas', note: 'Ben' })
    const asked = await send(ben, filled(second, { title: 'Ben’s maps', do: 'save' }))
    expect(asked.status).toBe(422)
    expect((await send(ben, filled(await asked.text(), { do: 'save' }))).status).toBe(303)
    expect(await entryOf(site.store, id)).toMatchObject({ slug: 'atlas', title: 'Ben’s maps' })
  })

  test('says plainly that it was withdrawn or merged meanwhile, and shows nothing to readers', async () => {
    const act = { by: 'Anna', at: 1 }
    const told = { content: content({ title: 'Vigil' }), state: 'published' as const }
    const { entries } = await addEntries(site.store, edition.id, [told], act)
    const opened = await open(ben)
    await save(anna, { do: 'withdraw' })
    const withdrawn = await send(ben, filled(opened, { note: 'Ben', do: 'publish' }))
    expect([doneOf(withdrawn), withdrawn.headers.get('location')]).toEqual([
      'saved-withdrawn',
      `/desk/entries/${id}`,
    ])
    expect(await entryOf(site.store, id)).toMatchObject({ state: 'withdrawn', note: 'Ben', slug: 'maps' })
    await save(anna, { do: 'publish' })
    const again = await open(ben)
    await mergeEntries(site.store, edition.id, { keep: entries[0]!.id, other: id, chosen: {} }, act)
    expect(doneOf(await send(ben, filled(again, { note: 'Ben again', do: 'save' })))).toBe('saved-merged')
    expect(await entryOf(site.store, id)).toMatchObject({
      state: 'withdrawn',
      note: 'Ben again',
      slug: 'maps-merged',
    })
    expect(await open(ben)).toContain(`href="/desk/entries/${entries[0]!.id}"`)
  })

  test('keeps with a draft the moment of publication that is typed beside it', async () => {
    await save(anna, { do: 'withdraw' })
    await save(anna, { do: 'draft' })
    const publishAt = async () => (await entryOf(site.store, id)).publishAt
    const day = { 'later.day': '2020-12-15', 'later.clock': '09:00' }
    expect(doneOf(await save(anna, day))).toBe('scheduled')
    expect(await publishAt()).toBe(Date.parse('2020-12-15T08:00Z'))
    expect(doneOf(await save(anna, { note: 'No word on the day' }))).toBe('saved')
    expect(await publishAt()).toBe(Date.parse('2020-12-15T08:00Z'))
    expect(doneOf(await save(anna, { 'later.day': '' }))).toBe('unscheduled')
    expect(await publishAt()).toBe(null)
  })

  test('tells the browser that what was typed is saved once it is', async () => {
    const path = '/desk/migrants-day/2020/new'
    const told = { kind: 'statement', title: 'Long typed', do: 'draft' }
    const form = filled(await open(anna, path), told, path)
    const saved = (answer: Response) => answer.headers.getSetCookie().some(each => each.startsWith('saved='))
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    await sql`alter table revisions rename to away`.execute(site.store.db)
    const failed = await send(anna, form, path)
    await sql`alter table away rename to revisions`.execute(site.store.db)
    logged.mockRestore()
    expect([failed.status, saved(failed)]).toEqual([500, false])
    const stored = await send(anna, form, path)
    expect([stored.status, saved(stored)]).toEqual([303, true])
  })

  test('keeps a picture that comes along, and says why it does not', async () => {
    const picture = new File([new Uint8Array(await drawing(40, 30).png().toBuffer())], 'a.png', {
      type: 'image/png',
    })
    await send(anna, [...filled(await open(anna), { alt: 'A map', do: 'save' }), ['image-file', picture]])
    const { image, imageAlt } = await now()
    expect([image, imageAlt]).toEqual([
      expect.stringMatching(/^\/pictures\/[0-9a-f-]{36}\.webp#\d+x\d+$/),
      'A map',
    ])
    const text = new File(['no picture'], 'a.png', { type: 'image/png' })
    const refused = await send(anna, [
      ...filled(await open(anna), { title: 'Kept', do: 'save' }),
      ['image-file', text],
    ])
    const html = await refused.text()
    expect([refused.status, html.includes('This is no picture that can be read here')]).toEqual([422, true])
    expect(html).toContain('value="Kept"')
  })

  test('lets contributors write drafts alone, and nobody entries of series that are not theirs', async () => {
    const cleo = await signedIn(site, 'contributor', { name: 'Cleo' })
    const html = await open(cleo)
    expect(html).toContain('Only an editor may change what readers see')
    const refused = await send(cleo, filled(html, { title: 'Cleo’s', do: 'save' }))
    expect([refused.status, (await now()).title]).toEqual([422, 'Maps'])
    await save(anna, { do: 'withdraw' })
    await save(anna, { do: 'draft' })
    expect((await save(cleo, { title: 'Cleo’s' })).status).toBe(303)
    const published = await save(cleo, { do: 'publish' })
    expect([published.status, (await entryOf(site.store, id)).state]).toEqual([422, 'draft'])
    const other = { id: randomUUIDv7(), slug: 'data-day', title: 'Data Day' }
    await insertSeries(
      site.store.db,
      {
        ...other,
        text: null,
        observed: null,
        founded: null,
        accent: null,
        language: null,
        translations: null,
      },
      0,
    )
    const dora = await signedIn(site, 'editor', { name: 'Dora', series: 'data-day' })
    for (const path of ['', '/status', '/recording', '/sessions', '/sessions/new'])
      expect([
        path,
        (
          await send(
            dora,
            [
              ['title', 'x'],
              ['_method', 'PUT'],
              ['status', 'cancelled'],
            ],
            `/desk/entries/${id}${path}`,
          )
        ).status,
      ]).toEqual([path, 403])
    const stranger = await signedIn(site, null)
    expect((await send(stranger, [['title', 'x']])).status).toBe(403)
    expect((await site.app.request(url(`/desk/entries/${id}`))).status).toBe(303)
    const gone = await site.app.request(url('/desk/entries/0190a000-0000-7000-8000-000000000000'), {
      headers: anna.headers,
    })
    expect(gone.status).toBe(404)
  })

  test('lets contributors put a draft away that readers never saw', async () => {
    const cleo = await signedIn(site, 'contributor', { name: 'Cleo' })
    const told = { content: content({ title: 'Vigil' }), state: 'draft' as const }
    const { entries } = await addEntries(site.store, edition.id, [told], { by: 'Cleo', at: 1 })
    const path = `/desk/entries/${entries[0]!.id}`
    const html = await open(cleo, path)
    expect(html).toContain('value="withdraw"')
    expect(doneOf(await send(cleo, filled(html, { do: 'withdraw' }, path), path))).toBe('withdraw')
    expect((await entryOf(site.store, entries[0]!.id)).state).toBe('withdrawn')
    await save(anna, { do: 'withdraw' })
    await save(anna, { do: 'draft' })
    expect(await open(cleo)).not.toContain('value="withdraw"')
  })

  test('is not moved by what nobody types', async () => {
    const before = await now()
    const rows = Array.from({ length: 8000 }, (_, at): [string, string] => [`people.${at}.name`, 'x'])
    expect((await send(anna, rows)).status).toBe(413)
    expect((await send(anna, [['note', 'x'.repeat(1_600_000)]])).status).toBe(413)
    expect((await save(anna, { note: 'x'.repeat(100_001) })).status).toBe(422)
    expect(await now()).toEqual(before)
    const odd = '<script>alert(1)</script>"\u0000\ud800'
    await save(anna, {
      title: odd,
      'people.0.role': odd,
      'place.name': odd,
      tags: odd,
      alt: odd,
      revision: '-7',
    })
    const sound = '<script>alert(1)</script>"�'
    const { title, people, place, tags, imageAlt } = await now()
    expect([title, people[0]?.role, place?.name, tags, imageAlt]).toEqual([
      sound,
      sound,
      sound,
      [sound],
      sound,
    ])
    for (const path of [`/desk/entries/${id}`, '/migrants-day/2020'])
      expect(await open(anna, path)).not.toContain('<script>alert')
    const other = await site.app.request(url(`/desk/entries/${id}`), {
      method: 'POST',
      headers: { ...anna.headers, origin: 'https://else.example' },
      body: new FormData(),
    })
    expect(other.status).toBe(403)
  })

  test('grows and shrinks its lists without script, and puts words into the parts of the time', async () => {
    const more = await send(anna, filled(await open(anna), { title: 'Typed', act: 'more:people' }))
    const html = await more.text()
    expect(
      untouchedForm(html, `/desk/entries/${id}`).filter(([name]) => /^people\.\d\.name$/.test(name)),
    ).toEqual([
      ['people.0.name', 'Ada'],
      ['people.1.name', ''],
      ['people.2.name', ''],
    ])
    expect([html.includes('value="Typed"'), html.includes('autofocus')]).toEqual([true, true])
    const less = await send(anna, filled(html, { act: 'less:people.0' }))
    expect(
      untouchedForm(await less.text(), `/desk/entries/${id}`).filter(([, value]) => value === 'Ada'),
    ).toEqual([])
    const read = await send(
      anna,
      filled(await open(anna), { 'when.words': 'Sat 19 Dec, 9–10 am Manila', act: 'read' }),
    )
    const form = new Map(untouchedForm(await read.text(), `/desk/entries/${id}`))
    expect(['day', 'start', 'end', 'zone'].map(part => form.get(`when.${part}`))).toEqual([
      '2020-12-19',
      '09:00',
      '10:00',
      'Asia/Manila',
    ])
    expect((await now()).title).toBe('Maps')
  })
})
