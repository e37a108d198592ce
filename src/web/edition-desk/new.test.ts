import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { words } from '../../../test/words.ts'
import { addEntries } from '../../services/add-entries.ts'
import { readAwaited } from '../../storage/awaited.ts'
import { findEdition } from '../../storage/editions.ts'
import { readProgramme } from '../../storage/programmes.ts'
import { findSeries } from '../../storage/series.ts'

const origin = 'http://localhost:1812'
const calendar = `BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//test//EN\r
BEGIN:VEVENT\r
UID:1@days.example\r
DTSTART;TZID=Europe/Paris:20211218T140000\r
DTEND;TZID=Europe/Paris:20211218T150000\r
SUMMARY:Webinar on maps\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:2@days.example\r
DTSTART;TZID=Europe/Paris:20211218T180000\r
SUMMARY:Vigil\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:3@days.example\r
DTSTART;TZID=Europe/Paris:20211218T190000\r
END:VEVENT\r
END:VCALENDAR\r
`

describe.each(stores)('new editions in $name', ({ empty }) => {
  let site: TestSite
  let owner: SignedIn

  beforeEach(async () => {
    site = await openSite('2021-06-01T12:00:00Z', await empty())
    owner = await signedIn(site, 'owner', { name: 'Anna' })
  })

  async function get(path: string, who = owner) {
    const answer = await site.app.request(origin + path, { headers: who.headers })
    return { status: answer.status, html: await answer.text() }
  }
  async function send(path: string, fields: [string, string | File][] | Record<string, string>, who = owner) {
    const form = new FormData()
    for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
      form.append(name, value)
    const answer = await site.app.request(origin + path, { method: 'POST', headers: who.headers, body: form })
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
  }

  test('a series and its first edition are opened by an owner', async () => {
    expect((await get('/desk/new')).html).toContain('name="series.title"')
    const told = {
      series: '*',
      'series.title': 'International Migrants Day',
      'series.yearly': 'yes',
      startsOn: '2021-12-18',
      homeZone: 'Geneva',
    }
    const answer = await send('/desk/new', told)
    expect([answer.status, answer.to]).toEqual([303, '/desk/international-migrants-day/2021'])
    expect(await findSeries(site.store.db, 'international-migrants-day')).toMatchObject({
      title: 'International Migrants Day',
      observed: '--12-18',
    })
    expect(await findEdition(site.store.db, 'international-migrants-day', '2021')).toMatchObject({
      title: 'International Migrants Day 2021',
      startsOn: '2021-12-18',
      endsOn: '2021-12-18',
      homeZone: 'Europe/Zurich',
      state: 'draft',
    })
    const readers = await site.app.request(`${origin}/international-migrants-day/2021`)
    expect(readers.status).toBe(404)
  })

  test('of a series that is observed the next day is taken', async () => {
    await anEdition(site.store)
    const editor = await signedIn(site, 'editor', { series: 'migrants-day' })
    const shown = await get('/desk/new?series=migrants-day', editor)
    expect(shown.html).not.toContain('series.title')
    expect(shown.html).toContain('value="Europe/Berlin"')
    const answer = await send('/desk/new', { series: 'migrants-day', homeZone: 'Europe/Berlin' }, editor)
    expect(answer.to).toBe('/desk/migrants-day/2021')
    expect((await findEdition(site.store.db, 'migrants-day', '2021'))!.startsOn).toBe('2021-12-18')
  })

  test('a file becomes an edition, and what is worth knowing is told', async () => {
    const answer = await send('/desk/new', [
      ['series', '*'],
      ['series.title', 'Day of Maps'],
      ['file', new File([calendar], 'maps.ics')],
    ])
    expect(answer.status).toBe(200)
    const said = words(answer.html)
    expect(said).toContain('3 entries so far …')
    expect(said).toContain('3 new entries, 0 changed, 0 unchanged, 0 refused.')
    expect(said).toContain('This event has no title.')
    expect(answer.html).toContain('href="/desk/day-of-maps/2021"')
    expect(answer.html.trimEnd().endsWith('</html>')).toBe(true)
    const { edition, entries } = (await readProgramme(site.store, 'day-of-maps', '2021'))!
    expect(edition).toMatchObject({ state: 'draft', startsOn: '2021-12-18', homeZone: 'Europe/Paris' })
    expect(entries).toHaveLength(3)
  })

  test('a pasted text does too; what tells no day comes back as it was typed', async () => {
    const text = '- A video: https://video.example/1\n- Another: https://video.example/2\n'
    const told = { series: '*', 'series.title': 'Day of Maps', source: text }
    const refused = await send('/desk/new', told)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('https://video.example/2')
    expect(words(refused.html)).toMatch(/The file does not tell (?:where it is at home|on which day it is)/)
    expect(await findSeries(site.store.db, 'day-of-maps')).toBeNull()
    const answer = await send('/desk/new', { ...told, startsOn: '2021-12-18', homeZone: 'Africa/Lagos' })
    expect(words(answer.html)).toContain('To its desk')
    expect((await findEdition(site.store.db, 'day-of-maps', '2021'))!.homeZone).toBe('Africa/Lagos')
  })

  test('what cannot be so is said at its field', async () => {
    const none = await send('/desk/new', { series: '*' })
    expect(none.status).toBe(422)
    for (const reason of ['A title is needed.', 'Say on which day it is.', 'Say where it is at home'])
      expect(words(none.html)).toContain(reason)
    const told = { series: '*', 'series.title': 'Desk', startsOn: '2021-02-30', homeZone: 'Atlantis' }
    const wrong = await send('/desk/new', told)
    expect(words(wrong.html)).toContain('“2021-02-30” is no date.')
    expect(words(wrong.html)).toContain('“Atlantis” is no time zone known here')
    const reserved = await send('/desk/new', { ...told, startsOn: '2021-02-03', homeZone: 'UTC' })
    expect(words(reserved.html)).toContain('“desk” cannot be an address here.')
    const huge = new File([new Uint8Array(11_500_000)], 'huge.ics')
    const large = await send('/desk/new', [
      ['series', '*'],
      ['file', huge],
    ])
    expect([large.status, words(large.html).includes('More than 10 MB')]).toEqual([422, true])
  })

  test('series are for owners, editions for editors of the series', async () => {
    await anEdition(site.store)
    const editor = await signedIn(site, 'editor')
    const contributor = await signedIn(site, 'contributor')
    const ofSeries = { series: 'migrants-day', homeZone: 'UTC' }
    const ofNew = { series: '*', 'series.title': 'Mine', startsOn: '2021-12-18', homeZone: 'UTC' }
    expect((await send('/desk/new', ofNew, editor)).status).toBe(403)
    expect((await send('/desk/new', ofSeries, contributor)).status).toBe(403)
    expect((await send('/desk/new', { ...ofSeries, series: 'nobody' }, editor)).status).toBe(403)
    expect(words((await get('/desk/new', contributor)).html)).toContain('You may not open editions')
    const forged = { ...owner, headers: { ...owner.headers, origin: 'https://else.example' } }
    expect((await send('/desk/new', ofNew, forged)).status).toBe(403)
    expect(await findSeries(site.store.db, 'mine')).toBeNull()
  })

  describe('next year', () => {
    const path = '/desk/migrants-day/2020/next'
    beforeEach(async () => {
      const edition = await anEdition(site.store, { text: 'On 18 December 2020.' })
      const entries = ['IOM', 'UN <i>Women</i>'].map(name => ({
        content: content({ title: `A talk of ${name}`, organisations: [{ name }] }),
        state: 'published' as const,
      }))
      await addEntries(site.store, edition.id, entries, { by: 'Anna', at: 5 })
    })

    test('is opened from this one, with who is chosen', async () => {
      const { html } = await get(path)
      const said = words(html)
      expect(said).toContain('The day it is observed on: Saturday, 18 December 2021')
      expect(said).toContain('The same weekday: Friday, 17 December 2021')
      expect(html).toContain('UN &lt;i&gt;Women')
      const [iom = ''] = [...html.matchAll(/name="await" value="([^"]+)"/g)].map(match => match[1])
      const answer = await send(path, [
        ['title', 'Migrants Day 2021'],
        ['slug', '2021'],
        ['rule', 'weekday'],
        ['startsOn', '2021-12-18'],
        ['endsOn', '2021-12-18'],
        ['keep', 'text'],
        ['keep', 'nonsense'],
        ['await', iom],
        ['await', 'nobody'],
      ])
      expect([answer.status, answer.to]).toEqual([303, '/desk/migrants-day/2021'])
      const edition = (await findEdition(site.store.db, 'migrants-day', '2021'))!
      expect(edition).toMatchObject({
        startsOn: '2021-12-17',
        endsOn: '2021-12-17',
        text: 'On ⟦18 December 2020⟧.',
        state: 'draft',
      })
      expect(await readAwaited(site.store.db, edition.id)).toMatchObject([{ id: iom, name: 'IOM' }])
      const text = await get('/desk/migrants-day/2021/text')
      expect(words(text.html)).toContain(
        'One place in the text is marked, because it is last year’s: 18 December 2020',
      )
      const listed = await get('/desk/migrants-day/2021/awaited')
      expect(words(listed.html)).toContain('IOM')
      expect(words(listed.html)).toContain('Last time: A talk of IOM')
      expect((await send('/desk/migrants-day/2021/awaited', { organisation: iom })).status).toBe(303)
      expect(await readAwaited(site.store.db, edition.id)).toEqual([])
    })

    test('comes back filled when it cannot be so, and is for editors', async () => {
      const told = {
        title: 'Again',
        slug: '2020',
        rule: 'other',
        startsOn: '2021-12-18',
        endsOn: '2021-12-17',
      }
      const answer = await send(path, told)
      expect(answer.status).toBe(422)
      expect(answer.html).toContain('value="Again"')
      expect(words(answer.html)).toContain('The last day lies before the first one.')
      const taken = await send(path, { ...told, endsOn: '' })
      expect(words(taken.html)).toContain('“2020” belongs or belonged to another edition of this series.')
      const carl = await signedIn(site, 'contributor')
      expect((await get(path, carl)).status).toBe(403)
      expect((await send(path, { ...told, slug: 'mine', endsOn: '' }, carl)).status).toBe(403)
      expect((await send('/desk/migrants-day/2020/awaited', { organisation: 'x' }, carl)).status).toBe(403)
      expect((await get('/desk/migrants-day/1999/next')).status).toBe(404)
    })
  })
})
