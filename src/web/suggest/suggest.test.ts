import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { eventPage, openPages, type PagesSite } from '../../../test/pages-site.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { findEdition } from '../../storage/editions.ts'
import { listMails } from '../../storage/mails.ts'
import { listSuggestionReadings } from '../../storage/readings.ts'
import { findSuggestion, listSuggestions } from '../../storage/suggestions.ts'

let site: TestSite
let world: PagesSite
beforeEach(async () => {
  world = await openPages({
    '/webinar': eventPage({ title: 'Rights at the border', organiser: 'Red Migrante' }),
    '/empty': '<!doctype html><title>x</title>',
  })
  site = await openSite('2020-12-10T12:00Z', undefined, world.fetch)
  await anEdition(site.store, { takesSuggestions: true })
})
afterEach(() => site.close())

const page = '/migrants-day/2020/suggest'
const origin = 'http://localhost:1812'

function sending(fields: Record<string, string | File>, headers: Record<string, string> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return { method: 'POST', body, headers: { origin, ...headers } }
}

async function suggest(fields: Record<string, string | File>, path = page): Promise<string> {
  const answer = await site.app.request(path, sending(fields))
  const own = answer.headers.get('location') ?? ''
  if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`)
  return own
}

const textOf = async (path: string, who?: SignedIn) =>
  (await site.app.request(path, who ? { headers: who.headers } : {})).text()
const words = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

async function theOne() {
  const { id } = (await findEdition(site.store.db, 'migrants-day', '2020'))!
  const all = await listSuggestions(site.store.db, {
    editionIds: [id],
    states: ['new', 'in-review', 'duplicate', 'accepted', 'declined', 'withdrawn', 'spam'],
    limit: 10,
  })
  return all[0]!
}

/** Presses a button of a form on a page, as a browser without script does. */
async function press(who: SignedIn, path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields)
  return site.app.request(path, { method: 'POST', body, headers: who.headers })
}

describe('what readers suggest', () => {
  test('is asked for on a page of its own, where the edition wants it', async () => {
    expect(await textOf('/migrants-day/2020')).toContain(`href="${page}"`)
    expect(words(await textOf(page))).toContain('An address is enough')
    const to = await site.app.request('/suggest')
    expect([to.status, to.headers.get('location')]).toEqual([303, page])
    site.clock.now = Date.parse('2021-02-17T12:00Z')
    expect((await site.app.request(page)).status).toBe(404)
  })

  test('names whom readers may thank, as long as the sender and curators wish it', async () => {
    const told = { text: `${world.address}/webinar`, name: 'Rosa Díaz', organisation: 'Red Migrante' }
    const thanked = { ...told, url: 'red-migrante.example', credit: 'yes' }
    const unnamed = await site.app.request(page, sending({ ...thanked, name: ' ' }))
    expect([
      unnamed.status,
      words(await unnamed.text()).includes('To be thanked by name, tell your name.'),
    ]).toEqual([422, true])
    const nowhere = await site.app.request(page, sending({ ...thanked, url: 'javascript:alert(1)' }))
    expect(nowhere.status).toBe(422)
    expect(await textOf(page)).not.toMatch(/name="credit"[^>]*checked/)
    const own = await suggest(thanked)
    const anna = await signedIn(site, 'editor', { name: 'Anna' })
    const { id } = await theOne()
    expect(words(await textOf(`/desk/suggestions/${id}`, anna))).toContain('The sender wishes to be named.')
    const [reading] = await listSuggestionReadings(site.store.db, id)
    const read = String(reading!.readAt)
    await press(anna, `/desk/readings/${reading!.id}/entries`, { number: '0', state: 'published', read })
    const thanks = async () => {
      site.clock.now += 2000
      const html = await textOf('/migrants-day/2020/rights-at-the-border')
      return /<p class="credit">.*?<\/p>/s.exec(html)?.[0] ?? null
    }
    expect(await thanks()).toBe(
      '<p class="credit">Suggested by <a href="https://red-migrante.example" rel="nofollow ugc noopener"><bdi>Rosa Díaz (Red Migrante)</bdi></a></p>',
    )
    expect(words(await textOf(own))).toContain('that this came from \u2068Rosa Díaz (Red Migrante)\u2069.')
    await site.app.request(`${own}/credit`, sending({ credit: 'no' }))
    expect(await thanks()).toBeNull()
    await site.app.request(`${own}/credit`, sending({ credit: 'yes' }))
    expect(await thanks()).toContain('Rosa')
    expect(
      (await press(await signedIn(site, 'contributor'), `/desk/suggestions/${id}/credit`, {})).status,
    ).toBe(403)
    expect((await press(anna, `/desk/suggestions/${id}/credit`, {})).status).toBe(303)
    expect(await thanks()).toBeNull()
    // What a curator took away is not the sender's to put back.
    expect(words(await textOf(own))).not.toContain('Readers are not told who suggested it.')
    await site.app.request(`${own}/credit`, sending({ credit: 'yes' }))
    expect(await thanks()).toBeNull()
    // Without the wish, nobody is named.
    await suggest({ ...told, text: 'Vigil for the drowned, 18 December 2020, 18:00 CET' })
    expect(words(await textOf(`/desk/suggestions/${(await theOne()).id}`, anna))).not.toContain(
      'wishes to be named',
    )
  })

  test('says to which mail address it can be sent, where one is read', async () => {
    expect(await textOf(page)).not.toContain('mailto:')
    const address = 'suggest@day.example'
    const listening = { MAIL_LISTEN: `lmtp://127.0.0.1:2424?address=${address}` }
    const folder = { SUGGESTIONS_URL: `imaps://a:b@mail.example/INBOX?address=${address}` }
    for (const [environment, other] of [
      [listening, 'suggest+migrants-day-2019@day.example'],
      [folder, null],
    ] as const) {
      const site = await openSite('2020-12-10T12:00Z', undefined, undefined, environment)
      await anEdition(site.store, { takesSuggestions: true })
      const [edition] = await site.store.db.selectFrom('editions').selectAll().execute()
      const late = { id: 'late', slug: '2019', starts_on: '2020-11-18', ends_on: '2020-11-18' }
      await site.store.db
        .insertInto('editions')
        .values({ ...edition!, ...late })
        .execute()
      const toldOn = async (path: string) =>
        /href="mailto:([^"]*)"/.exec(await (await site.app.request(path)).text())?.[1] ?? null
      expect([await toldOn(page), await toldOn('/migrants-day/2019/suggest')]).toEqual([address, other])
      await site.close()
    }
  })

  test('is read, accepted by a curator, and its sender told', async () => {
    const own = await suggest({
      text: `${world.address}/webinar`,
      name: 'Rosa Díaz',
      mail: 'rosa@example.org',
      organisation: 'Red Migrante',
      words: 'Please add our webinar.',
      form: '0193b1c2-0000-4000-8000-000000000001',
    })
    const shown = words(await textOf(own))
    expect(shown).toContain('It has arrived, and waits for a curator.')
    expect(shown).toContain('Rights at the border')
    expect(shown).toContain('14:00')
    const headers = (await site.app.request(own)).headers
    expect([
      headers.get('x-robots-tag'),
      headers.get('referrer-policy'),
      headers.get('cache-control'),
    ]).toEqual(['noindex', 'same-origin', 'no-store'])

    const anna = await signedIn(site, 'editor', { name: 'Anna' })
    const { id } = await theOne()
    expect(words(await textOf('/desk', anna))).toContain('1 suggestion waits')
    expect(words(await textOf('/desk/migrants-day/2020', anna))).toContain('1 suggestion waits')
    expect(words(await textOf('/desk/migrants-day/2020/readings', anna))).not.toContain(
      'Rights at the border',
    )
    expect(words(await textOf('/desk/suggestions', anna))).toContain('Rosa Díaz (Red Migrante)')
    const desk = await textOf(`/desk/suggestions/${id}`, anna)
    expect(words(desk)).toContain('Please add our webinar.')
    expect(words(desk)).toContain('Rights at the border')
    const [reading] = await listSuggestionReadings(site.store.db, id)
    const done = await press(anna, `/desk/readings/${reading!.id}/entries`, {
      number: '0',
      state: 'published',
      read: String(reading!.readAt),
      all: 'published',
    })
    expect([done.status, done.headers.get('location')]).toEqual([303, `/desk/suggestions/${id}`])
    expect((await findSuggestion(site.store.db, id))!.state).toBe('accepted')
    const entry = '/migrants-day/2020/rights-at-the-border'
    expect((await site.app.request(entry)).status).toBe(200)
    const answering = await textOf(`/desk/suggestions/${id}`, anna)
    const drafted = /<textarea[^>]*id="answer-tell"[^>]*>\n?([^<]*)</.exec(answering)![1]!
    expect(drafted).toContain(`${origin}${entry}`)
    await press(anna, `/desk/suggestions/${id}/answers`, { act: 'tell', words: drafted, mail: 'yes' })

    const mails = await listMails(site.store.db, { limit: 10 })
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['rosa@example.org', 'Your suggestion for Migrants Day 2020'],
      ['rosa@example.org', 'Your suggestion for Migrants Day 2020'],
    ])
    expect(mails[0]!.text).toContain(`${origin}${entry}`)
    expect(mails[1]!.text).toContain(origin + own)
    const after = await textOf(own)
    expect(words(after)).toContain('It was accepted.')
    expect(after).toContain(`href="${entry}"`)
    const entryId = (await site.store.db.selectFrom('entries').select('id').executeTakeFirstOrThrow()).id
    expect(words(await textOf(`/desk/entries/${entryId}/history`, anna))).toMatch(/Rosa Díaz\S* suggested it/)
  })

  test('can be corrected by its sender until it is decided, and not after', async () => {
    const own = await suggest({ text: `${world.address}/webinar`, name: 'Rosa' })
    const { id } = await theOne()
    const [reading] = await listSuggestionReadings(site.store.db, id)
    const correct = (fields: Record<string, string>) =>
      site.app.request(
        `${own}/corrections`,
        sending({
          reading: reading!.id,
          number: '0',
          title: 'Rights at the border',
          date: '2020-12-18',
          from: '14:00',
          to: '',
          zone: 'Europe/Berlin',
          ...fields,
        }),
      )
    const wrong = await correct({ zone: 'Nowhere at all' })
    expect(wrong.status).toBe(422)
    expect(words(await wrong.text())).toContain('In which place’s time is it?')
    await correct({ title: 'Rights at every border', from: '15:30', to: '17:00', zone: 'Nairobi' })
    const [corrected] = await listSuggestionReadings(site.store.db, id)
    expect(corrected!.findings[0]).toMatchObject({
      title: 'Rights at every border',
      start: '2020-12-18T15:30:00+03:00[Africa/Nairobi]',
      end: '2020-12-18T17:00:00+03:00[Africa/Nairobi]',
      from: { title: 'sender', start: 'sender' },
    })
    const anna = await signedIn(site, 'editor', { name: 'Anna' })
    expect(words(await textOf(`/desk/suggestions/${id}`, anna))).toContain(
      'Rosa\u2069 corrected what was read.',
    )
    // A curator who saw it as it was before is not made to publish what they did not see.
    site.clock.now += 1000
    await correct({ title: 'Something else' })
    const late = await press(anna, `/desk/readings/${reading!.id}/entries`, {
      all: 'published',
      read: String(corrected!.readAt),
    })
    expect(late.status).toBe(422)
    const [now] = await listSuggestionReadings(site.store.db, id)
    await press(anna, `/desk/readings/${reading!.id}/entries`, {
      all: 'published',
      read: String(now!.readAt),
    })
    await correct({ title: 'Buy my pills' })
    const titles = await site.store.db.selectFrom('entries').select('title').execute()
    expect(titles).toEqual([{ title: 'Something else' }])
    await site.app.request(`${own}/additions`, sending({ words: 'One more thing' }))
    expect((await findSuggestion(site.store.db, id))!.state).toBe('in-review')
    expect(await site.store.db.selectFrom('entries').select('title').execute()).toEqual(titles)
  })

  test('that is there already is told at once, and to the curator', async () => {
    const anna = await signedIn(site, 'editor', { name: 'Anna' })
    await suggest({ text: `${world.address}/webinar` })
    const [first] = await listSuggestionReadings(site.store.db, (await theOne()).id)
    await press(anna, `/desk/readings/${first!.id}/entries`, {
      all: 'published',
      read: String(first!.readAt),
    })
    const own = await suggest({ text: `${world.address}/webinar` })
    const shown = await textOf(own)
    expect(words(shown)).toContain('This seems to be there already: Rights at the border')
    expect(words(shown)).toContain('It looks as if this is in the programme already.')
    const again = await theOne()
    expect(again.state).toBe('duplicate')
    expect(words(await textOf(`/desk/suggestions/${again.id}`, anna))).toContain('probably there already')
    const { id: into } = await site.store.db.selectFrom('entries').select('id').executeTakeFirstOrThrow()
    const [reading] = await listSuggestionReadings(site.store.db, again.id)
    await press(anna, `/desk/readings/${reading!.id}/merges`, {
      number: '0',
      into,
      read: String(reading!.readAt),
    })
    expect((await theOne()).state).toBe('accepted')
    expect(await site.store.db.selectFrom('entries').select('title').execute()).toHaveLength(1)
  })

  test('is asked about, answered, declined with words, taken up again, and withdrawn', async () => {
    const own = await suggest({ text: 'Please list our picnic on the day itself.', mail: 'rosa@example.org' })
    const { id } = await theOne()
    const anna = await signedIn(site, 'editor', { name: 'Anna' })
    const answer = (fields: Record<string, string>) => press(anna, `/desk/suggestions/${id}/answers`, fields)
    expect((await answer({ act: 'ask', words: ' ' })).status).toBe(422)
    await answer({ act: 'ask', words: 'Where is it?', mail: 'yes' })
    expect(words(await textOf(own))).toContain('Where is it?')
    expect((await theOne()).state).toBe('in-review')
    await site.app.request(`${own}/additions`, sending({ words: 'In the park.' }))
    expect(words(await textOf(`/desk/suggestions/${id}`, anna))).toContain('In the park.')
    await answer({ act: 'decline', words: 'It is no web meeting, sorry.', mail: 'yes', keep: 'yes' })
    const declined = words(await textOf(own))
    expect(declined).toContain('The curators have decided not to put it in.')
    expect(declined).toContain('It is no web meeting, sorry.')
    expect((await listMails(site.store.db, { limit: 9 })).map(({ text }) => text?.includes('sorry'))).toEqual(
      [true, false, false],
    )
    await press(anna, `/desk/suggestions/${id}/openings`, {})
    expect((await theOne()).state).toBe('in-review')
    expect(await textOf(`/desk/suggestions/${id}`, anna)).toContain('It is no web meeting, sorry.</textarea>')
    await site.app.request(`${own}/withdrawal`, sending({}))
    expect(words(await textOf(own))).toContain('You have taken it back.')
    expect((await answer({ act: 'tell', words: 'In' })).status).toBe(422)
  })

  test('may be seen by contributors, who take it over as a draft and do not answer', async () => {
    await suggest({ text: `${world.address}/webinar` })
    const { id } = await theOne()
    const tom = await signedIn(site, 'contributor', { name: 'Tom', series: 'migrants-day' })
    expect(words(await textOf(`/desk/suggestions/${id}`, tom))).toContain('Editors publish and answer.')
    for (const act of ['answers', 'spam', 'openings'])
      expect((await press(tom, `/desk/suggestions/${id}/${act}`, { act: 'tell', words: 'x' })).status).toBe(
        403,
      )
    const [reading] = await listSuggestionReadings(site.store.db, id)
    await press(tom, `/desk/readings/${reading!.id}/entries`, { all: 'draft', read: String(reading!.readAt) })
    expect(await site.store.db.selectFrom('entries').select('state').execute()).toEqual([{ state: 'draft' }])
    const mia = await signedIn(site, 'moderator', { name: 'Mia', series: 'migrants-day' })
    await press(mia, `/desk/suggestions/${id}/spam`, {})
    expect((await theOne()).state).toBe('spam')
    expect(words(await textOf('/desk/suggestions?state=spam', mia))).toContain('Rights at the border')
    await press(mia, `/desk/suggestions/${id}/openings`, {})
    expect((await theOne()).state).toBe('in-review')
    expect((await press(mia, `/desk/suggestions/${id}/answers`, { act: 'tell', words: 'x' })).status).toBe(
      403,
    )
    const stranger = await signedIn(site, null)
    expect((await site.app.request(`/desk/suggestions/${id}`, { headers: stranger.headers })).status).toBe(
      403,
    )
  })
})

describe('bad input', () => {
  test('comes back with what was typed, and is one where it is sent twice', async () => {
    const empty = await site.app.request(page, sending({ name: 'Rosa', text: '  ' }))
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('value="Rosa"')
    const form = '0193b1c2-0000-4000-8000-000000000002'
    const both = await Promise.all([1, 2].map(() => suggest({ text: 'A picnic', form })))
    expect(both[0]).toBe(both[1])
  })

  test('is shown as words, wherever it is script', async () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const own = await suggest({ text: `${script} hello`, name: script, organisation: script, words: script })
    const anna = await signedIn(site, 'editor')
    for (const html of [await textOf(own), await textOf(`/desk/suggestions/${(await theOne()).id}`, anna)]) {
      expect(html).not.toContain('<script>alert')
      expect(html).not.toMatch(/<img src=x/)
    }
  })

  test('leads nowhere inside, and is told no more than that nothing could be read', async () => {
    const guarded = await openSite('2020-12-10T12:00Z')
    await anEdition(guarded.store, { takesSuggestions: true })
    const text =
      'http://127.0.0.1:22/\nhttp://169.254.169.254/latest/meta-data\nhttp://[::1]/\nfile:///etc/passwd'
    const answer = await guarded.app.request(page, sending({ text }))
    const html = await (await guarded.app.request(answer.headers.get('location')!)).text()
    expect(words(html)).toContain('Nothing could be read out of it.')
    expect(html).not.toContain('root:')
    await guarded.close()
  })

  test('is refused where it is too large, forged, or from another site', async () => {
    const big = new File([new Uint8Array(22 * 1024 * 1024)], 'big.pdf')
    expect((await site.app.request(page, sending({ text: 'x', files: big }))).status).toBe(413)
    const other = await site.app.request(page, sending({ text: 'x' }, { origin: 'https://evil.example' }))
    expect(other.status).toBe(403)
    const own = await suggest({ text: 'A picnic' })
    const forged = `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`
    expect((await site.app.request(forged)).status).toBe(404)
    expect((await site.app.request(`${forged}/withdrawal`, sending({}))).status).toBe(404)
    // A reading of somebody else's suggestion is not theirs to correct.
    await suggest({ text: 'Another picnic' })
    const [theirs] = await listSuggestionReadings(site.store.db, (await theOne()).id)
    await site.app.request(`${own}/corrections`, sending({ reading: theirs!.id, number: '0', title: 'Mine' }))
    expect((await listSuggestionReadings(site.store.db, (await theOne()).id))[0]!.findings).toEqual(
      theirs!.findings,
    )
  })

  test('that a trap has caught is with the spam, is not read, and can be brought back', async () => {
    const own = await suggest({
      text: `${world.address}/webinar`,
      second_address: 'x',
      mail: 'rosa@example.org',
    })
    expect((await theOne()).state).toBe('spam')
    expect(await listMails(site.store.db, { limit: 5 })).toEqual([])
    expect(words(await textOf(own))).toContain('It has arrived')
    const anna = await signedIn(site, 'editor')
    const { id } = await theOne()
    expect(words(await textOf('/desk/suggestions?state=spam', anna))).toContain(world.address)
    await press(anna, `/desk/suggestions/${id}/openings`, {})
    expect((await listSuggestionReadings(site.store.db, id))[0]!.findings[0]!.title).toBe(
      'Rights at the border',
    )
  })
})
