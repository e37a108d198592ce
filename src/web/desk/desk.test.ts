import { beforeEach, describe, expect, test } from 'vitest'
import { finding, importInto, linesOf, manyLines } from '../../../test/builders.ts'
import { anEdition, content } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { addEntries } from '../../services/add-entries.ts'
import { openReadings } from '../../services/open-readings.ts'
import { findEditionById } from '../../storage/editions.ts'
import { keepResult } from '../../storage/readings.ts'

describe.each(stores)('the desk in $name', ({ empty }) => {
  let site: TestSite
  beforeEach(async () => {
    site = await openSite('2020-12-18T12:00:00Z', await empty())
  })
  const page = async (who: SignedIn, path: string) => {
    const answer = await site.app.request(`http://localhost:1812${path}`, { headers: who.headers })
    return { status: answer.status, text: await answer.text() }
  }

  test('the first minute says what to do first', async () => {
    const owner = await page(await signedIn(site, 'owner'), '/desk')
    expect(owner.text.match(/<li><h2>[^<]*/g)).toEqual([
      '<li><h2>Start an edition',
      '<li><h2>Paste what you have',
      '<li><h2>Look it over, and publish',
    ])
    expect(owner.text).toContain('href="/desk/new"')
    expect((await page(await signedIn(site, null), '/desk')).status).toBe(403)
    const stranger = await site.app.request('http://localhost:1812/desk')
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/sign-in?back=%2Fdesk'])
  })

  test('what presses comes first, each with the way to where it is done, and the list empties', async () => {
    const { id } = await anEdition(site.store)
    const at = (hour: string) => `2020-12-${hour}:00:00+01:00[Europe/Berlin]`
    const join = { links: [{ role: 'join' as const, url: 'https://meet.example/a' }] }
    const { entries } = await addEntries(
      site.store,
      id,
      [
        {
          content: content({ title: 'Yesterday', start: at('17T10'), end: at('17T11'), ...join }),
          state: 'published',
        },
        { content: content({ title: 'Tonight', start: at('18T20') }), state: 'published' },
        {
          content: content({ title: 'On', start: at('18T12'), end: at('18T14'), ...join }),
          state: 'published',
        },
        { content: content({ title: 'Tomorrow', start: at('19T20'), ...join }), state: 'draft' },
      ],
      { by: 'Ada', at: site.clock.now },
    )
    const who = await signedIn(site, 'editor', { series: 'migrants-day' })
    const desk = '/desk/migrants-day/2020'
    const before = (await page(who, desk)).text
    expect(rowsOf(before)).toEqual([
      [
        'Tonight',
        'There is no link to join.',
        `/desk/entries/${entries[1]!.id}?back=%2Fdesk%2Fmigrants-day%2F2020`,
      ],
      [
        'Yesterday',
        'Over. Was it recorded?',
        `/desk/entries/${entries[0]!.id}?back=%2Fdesk%2Fmigrants-day%2F2020`,
      ],
      [
        'Tomorrow',
        'Draft: readers do not see it yet.',
        `/desk/entries/${entries[3]!.id}?back=%2Fdesk%2Fmigrants-day%2F2020`,
      ],
    ])
    expect(before).toMatch(/On now[\s\S]*meet\.example[\s\S]*Next[\s\S]*No link to join/)
    expect(rowsOf((await page(who, `${desk}?need=draft`)).text).map(([title]) => title)).toEqual(['Tomorrow'])

    const press = (entry: string, act: string) =>
      site.app.request(`http://localhost:1812${desk}/story`, {
        method: 'POST',
        headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ entry, act, back: desk }),
      })
    const pressed = await press(entries[0]!.id, 'recording-none')
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, desk])
    await press(entries[3]!.id, 'publish')
    expect(rowsOf((await page(who, desk)).text).map(([title]) => title)).toEqual(['Tonight'])

    const home = (await page(who, '/desk')).text
    expect(home).toMatch(/Within hours[\s\S]*Tonight[\s\S]*Migrants Day[\s\S]*4 entries[\s\S]*1 thing to do/)
  })

  test('what looks like one among very many entries is looked for while the desk is there already', async () => {
    const twice = { start: '2020-12-18T10:30:00+01:00[Europe/Berlin]', organisations: [{ name: 'IOM' }] }
    const alike = [
      finding({ ...twice, uid: 'a@iom.example', title: 'What we ask of States and of each other' }),
      finding({ ...twice, uid: 'b@ilo.example', title: 'What we ask of States and each other' }),
    ]
    const told = [...linesOf([alike[0]!]), ...manyLines(600)]
    await importInto(site.store, told, { publish: true })
    const taking = { new: 'published', changes: 'propose', cancels: true, ours: [], days: null } as const
    await importInto(site.store, linesOf([alike[1]!]), { file: 'other.ics', taking })
    const who = await signedIn(site, 'editor')
    const shown = async () => (await page(who, '/desk/migrants-day/2020')).text
    const first = await shown()
    expect(first).toContain('is still being looked for')
    expect(first).not.toContain('Looks like')
    await expect.poll(shown, { timeout: 30_000 }).not.toContain('is still being looked for')
    expect(await shown()).toContain('Looks like \u2068What we ask of States and of each other\u2069.')
  })

  test('what was pasted and what looks like one stand in the list, with why and with what', async () => {
    const { id } = await anEdition(site.store)
    const act = { by: 'Ada', at: site.clock.now }
    const told = { kind: 'statement' as const, title: 'What we ask of States', start: undefined }
    const statement = (url: string) => ({ content: content({ ...told, url }), state: 'published' as const })
    const { entries } = await addEntries(
      site.store,
      id,
      [statement('https://a.example/ask'), statement('https://b.example/ask')],
      act,
    )
    const pasted = { text: 'https://down.example/a\nhttps://up.example/b', html: '', files: [] }
    const [down, up] = await openReadings(site.store, id, pasted, act)
    const { db } = site.store
    const problems = [{ code: 'slow' as const, says: 'It took too long.' }]
    await keepResult(db, down!, { url: null, findings: [], problems, head: null }, act.at)
    const findings = [finding({ title: 'One' }), finding({ title: 'Two' })]
    await keepResult(db, up!, { url: null, findings, problems: [], head: null }, act.at)
    const { text } = await page(await signedIn(site, 'editor'), '/desk/migrants-day/2020')
    expect(rowsOf(text)).toEqual([
      [
        'What we ask of States',
        'Looks like \u2068What we ask of States\u2069.',
        `/desk/entries/${entries[0]!.id}/merge?other=${entries[1]!.id}`,
      ],
      [
        'https://down.example/a',
        '\u2068down.example\u2069 took too long to answer. Fill it in by hand, or try again later.',
        `/desk/readings/${down}`,
      ],
      ['One', '2 things were found in it and wait for your answer.', `/desk/readings/${up}`],
    ])
  })

  test('of a draft it is said that readers do not see it, and until when', async () => {
    await anEdition(site.store, { state: 'draft', publishAt: Date.parse('2020-12-19T08:00:00Z') })
    const { text } = await page(await signedIn(site, 'editor'), '/desk/migrants-day/2020')
    expect(text).toMatch(
      /do not see this edition yet: it goes live Saturday, 19 December 2020 at 09:00\. <a href="\/desk\/migrants-day\/2020\/text#state">/,
    )
    const { text: other } = await page(await signedIn(site, 'contributor'), '/desk/migrants-day/2020')
    expect(other).not.toContain('/text#state')
  })

  test('a draft is shown to readers by one press, which can be undone, by those who may publish', async () => {
    const { id } = await anEdition(site.store, { state: 'draft' })
    const press = async (role: 'editor' | 'contributor') => {
      const { headers } = await signedIn(site, role)
      const body = new URLSearchParams({ state: 'live' })
      const path = 'http://localhost:1812/desk/migrants-day/2020/live'
      return (await site.app.request(path, { method: 'POST', headers, body })).status
    }
    expect([await press('contributor'), (await findEditionById(site.store.db, id))!.state]).toEqual([
      403,
      'draft',
    ])
    expect([await press('editor'), (await findEditionById(site.store.db, id))!.state]).toEqual([303, 'live'])
  })

  test('who has a role for one series sees that one, and not that there are others', async () => {
    await anEdition(site.store)
    const { db } = site.store
    await db
      .insertInto('series')
      .values({
        id: 'other',
        slug: 'other',
        title: 'Other Day',
        text: null,
        observed: null,
        founded: null,
        accent: null,
        created_at: 0,
      })
      .execute()
    const who = await signedIn(site, 'contributor', { series: 'other' })
    const { text } = await page(who, '/desk')
    expect(text).toContain('Other Day')
    expect(text).not.toContain('Migrants Day')
    expect((await page(who, '/desk/migrants-day/2020')).status).toBe(403)
    expect((await page(who, '/desk/migrants-day/1999')).status).toBe(403)
    expect((await page(who, '/desk/nothing/1999')).status).toBe(403)
    expect((await page(who, '/desk/other/1999')).status).toBe(404)
  })
})

/** What a page lists: title, what is needed, where that is done. */
function rowsOf(text: string): (string | undefined)[][] {
  const rows = text.matchAll(
    /id="todo-[^"]*"[\s\S]*?href="([^"]*)"[^>]*><bdi[^>]*>([^<]*)[\s\S]*?<ul class="needs">(.*?)<\/ul>/g,
  )
  return [...rows].map(([, href, title, needs]) => [title, needs!.replace(/<[^>]*>/g, ''), href])
}
