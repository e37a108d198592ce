import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { untouchedForm } from '../../../test/form.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { words } from '../../../test/words.ts'
import { fieldsOfSeries } from '../../domain/series-fields.ts'
import { readEditionFields } from '../../services/change-edition.ts'
import { editEdition } from '../../services/edit-edition.ts'
import { editSeries } from '../../services/edit-series.ts'
import { findEditionById } from '../../storage/editions.ts'
import { findSeriesById } from '../../storage/series.ts'

const origin = 'http://localhost:1812'
const path = '/desk/migrants-day/2020/text'

describe.each(stores)('the edition itself in $name', ({ empty }) => {
  let site: TestSite
  let id: string
  let seriesId: string
  let editor: SignedIn

  beforeEach(async () => {
    site = await openSite('2020-12-01T12:00:00Z', await empty())
    const edition = await anEdition(site.store, { state: 'draft', publishedAt: null, hashtags: ['Migrants'] })
    id = edition.id
    seriesId = edition.seriesId
    editor = await signedIn(site, 'editor', { name: 'Anna' })
  })

  const now = async () => readEditionFields(site.store.db, (await findEditionById(site.store.db, id))!)
  async function get(address: string, who: SignedIn = editor) {
    const answer = await site.app.request(origin + address, { headers: who.headers })
    return { status: answer.status, html: await answer.text() }
  }
  /** The fields of the form on a page, as a browser would send them. */
  function fieldsIn(html: string): FormData {
    const form = new FormData()
    const action = / action="(\/desk\/migrants-day[^"]*|\/desk\/day-of[^"]*)" (?:enctype|novalidate)/.exec(
      html,
    )?.[1]
    for (const [name, value] of untouchedForm(html, action)) form.set(name, value.replaceAll('\r\n', '\n'))
    return form
  }
  async function send(address: string, form: FormData, who: SignedIn = editor) {
    const answer = await site.app.request(origin + address, {
      method: 'POST',
      headers: who.headers,
      body: form,
    })
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
  }
  async function change(told: Record<string, string>, who = editor) {
    const form = fieldsIn((await get(path, who)).html)
    for (const [name, value] of Object.entries(told)) form.set(name, value)
    return send(path, form, who)
  }

  test('saved as it was opened changes nothing', async () => {
    const before = await now()
    const answer = await change({})
    expect([answer.status, answer.to]).toEqual([303, path])
    expect(await now()).toEqual(before)
    expect((await findEditionById(site.store.db, id))!.revision).toBe(0)
  })

  test('saved as it was opened keeps links with their paths, words with commas, and what no form writes', async () => {
    const link = 'https://a.example/people/me'
    await change({ 'author.name': 'Me', 'author.links': `${link}\nMy U.N. page https://b.example/me` })
    const author = {
      name: 'Me',
      bio: null,
      picture: null,
      links: [
        { url: link, title: 'a.example' },
        { url: 'https://b.example/me', title: 'My U.N. page' },
      ],
    }
    expect((await now()).author).toEqual(author)
    const told = { tags: ['Peace, work', 'b'], categories: ['Human rights; law'], text: '  First.\n\n' }
    await editEdition(site.store, id, told, { by: 'Import', at: 1 })
    const before = await now()
    await change({})
    expect(await now()).toEqual({ ...before, author })
    await change({ tags: 'Peace, work, b, c; d' })
    expect((await now()).tags).toEqual(['Peace, work', 'b', 'c', 'd'])
    await change({ 'author.bio': 'Writes.' })
    expect((await now()).author).toEqual({ ...author, bio: 'Writes.' })
  })

  test('every field is saved', async () => {
    const answer = await change({
      title: 'Migrants Day, again',
      text: 'First.\r\n\r\nSecond.',
      startsOn: '2020-12-17',
      endsOn: '2020-12-18',
      homeZone: 'Lagos',
      assumedMinutes: '45',
      hashtags: '#Migrants #18December',
      tags: 'Rights, Money',
      categories: 'Migration',
      'author.name': 'Anna Okafor',
      'author.bio': 'Reads *everything*.',
      'author.links': 'Her site https://anna.example\nanna.social.example/@anna',
      coAuthors: 'Ben Ito, Chika Obi',
      credit: 'CC BY 4.0',
      language: 'sw',
      takesSuggestions: 'yes',
      slug: '2020-lagos',
      publishAt: '2020-12-10T09:00',
    })
    expect([answer.status, answer.to]).toEqual([303, '/desk/migrants-day/2020-lagos/text'])
    expect(await now()).toEqual({
      title: 'Migrants Day, again',
      slug: '2020-lagos',
      text: 'First.\n\nSecond.',
      state: 'draft',
      startsOn: '2020-12-17',
      endsOn: '2020-12-18',
      homeZone: 'Africa/Lagos',
      takesSuggestions: true,
      assumedMinutes: 45,
      hashtags: ['Migrants', '18December'],
      tags: ['Rights', 'Money'],
      categories: ['Migration'],
      author: {
        name: 'Anna Okafor',
        bio: 'Reads *everything*.',
        picture: null,
        links: [
          { url: 'https://anna.example', title: 'Her site' },
          { url: 'https://anna.social.example/@anna', title: 'anna.social.example' },
        ],
      },
      coAuthors: ['Ben Ito', 'Chika Obi'],
      credit: 'CC BY 4.0',
      language: 'sw',
      translations: null,
      publishAt: Date.parse('2020-12-10T08:00Z'),
      publishedAt: null,
    })
    // What is planned stays planned when something else is saved.
    const again = fieldsIn((await get('/desk/migrants-day/2020-lagos/text')).html)
    again.set('credit', '')
    expect((await send('/desk/migrants-day/2020-lagos/text', again)).status).toBe(303)
    expect(await now()).toMatchObject({ credit: null, publishAt: Date.parse('2020-12-10T08:00Z') })
  })

  test('a picture of the author is kept here', async () => {
    const form = fieldsIn((await get(path)).html)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    form.set('author.name', 'Anna')
    form.set('author.file', new File([svg], 'a.svg'))
    const refused = await send(path, form)
    expect(refused.status).toBe(422)
    expect(words(refused.html)).toContain('This is no picture that can be read here')
    const { default: sharp } = await import('sharp')
    const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#147' } })
      .png()
      .toBuffer()
    form.set('author.file', new File([new Uint8Array(png)], 'a.png'))
    expect((await send(path, form)).status).toBe(303)
    expect((await now()).author!.picture).toMatch(/^\/pictures\/[0-9a-f-]{36}\.webp\?w=192$/)
    await change({ 'author.no-picture': 'yes' })
    expect((await now()).author).toMatchObject({ name: 'Anna', picture: null })
  })

  test('what cannot be so comes back as it was typed, with the reason at the field', async () => {
    const before = await now()
    const told = {
      title: '',
      text: 'Not <b>lost</b>',
      endsOn: '2020-11-01',
      homeZone: 'Springfield on Sea',
      publishAt: '2020-11-30T09:00',
      slug: 'Not a slug!',
      assumedMinutes: '0',
    }
    const answer = await change(told)
    expect(answer.status).toBe(422)
    const said = words(answer.html)
    for (const reason of [
      'A title is needed.',
      'The last day lies before the first one.',
      '“Springfield on Sea” is no time zone known here',
      '“Not a slug!” cannot be part of an address.',
      'Between 1 and 1440 minutes, please.',
    ])
      expect(said).toContain(reason)
    expect(Object.fromEntries(fieldsIn(answer.html))).toMatchObject(told)
    expect(words((await change({ publishAt: '2020-11-30T09:00' })).html)).toContain('That moment has passed.')
    expect(await now()).toEqual(before)
  })

  test('two at once: different fields are both kept, and of one field both versions are shown', async () => {
    const ben = await signedIn(site, 'editor', { name: 'Ben' })
    const hers = fieldsIn((await get(path)).html)
    const his = fieldsIn((await get(path, ben)).html)
    his.set('text', 'Ben’s text')
    his.set('credit', 'Ben’s credit')
    expect((await send(path, his, ben)).status).toBe(303)
    hers.set('text', 'Anna’s text')
    hers.set('title', 'Anna’s title')
    const answer = await send(path, hers)
    expect(answer.status).toBe(409)
    expect(words(answer.html)).toContain('Ben changed a field here while you were writing')
    expect(words(answer.html)).toContain('Ben wrote here meanwhile:')
    expect(await now()).toMatchObject({ text: 'Ben’s text', title: 'Migrants Day 2020' })
    const again = fieldsIn(answer.html)
    expect(Object.fromEntries(again)).toMatchObject({
      text: 'Anna’s text',
      title: 'Anna’s title',
      credit: 'Ben’s credit',
    })
    expect((await send(path, again)).status).toBe(303)
    expect(await now()).toMatchObject({ text: 'Anna’s text', title: 'Anna’s title', credit: 'Ben’s credit' })
  })

  test('contributors see it and change nothing; forged forms neither', async () => {
    const carl = await signedIn(site, 'contributor', { series: 'migrants-day' })
    const shown = await get(path, carl)
    expect(shown.status).toBe(200)
    expect(shown.html).not.toContain('>Save</button>')
    const form = fieldsIn(shown.html)
    form.set('title', 'Mine')
    expect((await send(path, form, carl)).status).toBe(403)
    const forged = { ...editor, headers: { ...editor.headers, origin: 'https://else.example' } }
    expect((await send(path, form, forged)).status).toBe(403)
    expect((await now()).title).toBe('Migrants Day 2020')
    form.set('text', 'x'.repeat(9_000_000))
    form.append('more', 'x'.repeat(20_000_000))
    expect((await send(path, form)).status).toBe(413)
    const long = fieldsIn(shown.html)
    long.set('text', 'x'.repeat(100_001))
    expect((await send(path, long)).status).toBe(422)
  })

  describe('the series', () => {
    const desk = '/desk/migrants-day'
    const series = async () => fieldsOfSeries((await findSeriesById(site.store.db, seriesId))!)

    test('every field is saved, and the colour is looked at', async () => {
      const form = fieldsIn((await get(desk)).html)
      const told = {
        title: 'Day of Migrants',
        text: 'Each year.',
        'observed.day': '3',
        'observed.month': '03',
        founded: '1990-12-18',
        accent: '#FFCC00',
        language: 'ar',
        slug: 'day-of-migrants',
      }
      for (const [name, value] of Object.entries(told)) form.set(name, value)
      const answer = await send(desk, form)
      expect([answer.status, answer.to]).toEqual([303, '/desk/day-of-migrants'])
      expect(await series()).toEqual({
        title: 'Day of Migrants',
        slug: 'day-of-migrants',
        text: 'Each year.',
        observed: '--03-03',
        founded: '1990-12-18',
        accent: '#ffcc00',
        language: 'ar',
        translations: null,
      })
      const shown = await get('/desk/day-of-migrants')
      expect(words(shown.html)).toContain('it stands out by 1.5 to 1, which is too little for words')
      // An edition that is a draft tells strangers nothing of where it is.
      expect((await site.app.request(`${origin}/migrants-day/2020`)).status).toBe(404)
      await site.store.db.updateTable('editions').set({ state: 'live' }).execute()
      const moved = await site.app.request(`${origin}/migrants-day/2020`)
      expect([moved.status, moved.headers.get('location')]).toEqual([301, '/day-of-migrants/2020'])
    })

    test('two at once are shown to each other', async () => {
      const form = fieldsIn((await get(desk)).html)
      await editSeries(site.store, seriesId, { title: 'Theirs', text: 'Kept' }, { by: 'Ben', at: 5 })
      form.set('title', 'Mine')
      const answer = await send(desk, form)
      expect(answer.status).toBe(409)
      const again = fieldsIn(answer.html)
      expect(Object.fromEntries(again)).toMatchObject({ title: 'Mine', text: 'Kept' })
      expect((await send(desk, again)).status).toBe(303)
      expect(await series()).toMatchObject({ title: 'Mine', text: 'Kept' })
    })

    test('is refused what it cannot be, and to those who may not', async () => {
      const form = fieldsIn((await get(desk)).html)
      const told = {
        slug: 'desk',
        'observed.day': '31',
        'observed.month': '02',
        accent: 'red',
        opened: '{"x":1}',
      }
      for (const [name, value] of Object.entries(told)) form.set(name, value)
      const answer = await send(desk, form)
      expect(answer.status).toBe(422)
      const said = words(answer.html)
      expect(said).toContain('“desk” cannot be an address here.')
      expect(said).toContain('There is no such day in any year.')
      expect(said).toContain('“red” is no colour.')
      const carl = await signedIn(site, 'contributor', { series: 'migrants-day' })
      expect((await send(desk, form, carl)).status).toBe(403)
      expect((await get(desk, carl)).html).not.toContain('own-form')
      const other = await signedIn(site, null)
      expect((await get(desk, other)).status).toBe(403)
      expect((await get('/desk/nobody')).status).toBe(404)
      expect(await series()).toMatchObject({ slug: 'migrants-day', accent: null })
    })
  })

  test('an edition that was moved is found at its old desk address no more, but readers are led on', async () => {
    await editEdition(site.store, id, { slug: '2020-geneva', state: 'live' }, { by: 'Anna', at: 5 })
    const answer = await site.app.request(`${origin}/migrants-day/2020?view=told`)
    expect(answer.headers.get('location')).toBe('/migrants-day/2020-geneva?view=told')
  })
})
