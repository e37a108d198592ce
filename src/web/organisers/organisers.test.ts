import { beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { visit } from '../../../test/visitor.ts'
import { words } from '../../../test/words.ts'
import { addEntries } from '../../services/add-entries.ts'
import { cleanUp, keptDays } from '../../services/clean-up.ts'
import { settleDomain } from '../../services/settle-domain.ts'
import type { EditionRow } from '../../storage/editions.ts'
import { findOrganisationByName } from '../../storage/organisations.ts'
import { readRevisions } from '../../storage/revisions.ts'

const mailing = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'Daylong <daylong@example.org>' }
const page = '/migrants-day/2020/webinar'
const ask = `/organisers?of=${encodeURIComponent(page)}`

describe.each(stores)('organisers in $name', ({ empty }) => {
  let site: TestSite
  let edition: EditionRow
  let own: string
  let other: string
  let draft: string
  let editor: SignedIn

  beforeEach(async () => {
    site = await openSite('2020-12-10T12:00:00Z', await empty(), undefined, mailing)
    edition = await anEdition(site.store, { takesSuggestions: true })
    const start = '2020-12-18T15:00:00+01:00[Europe/Berlin]'
    const links = [
      { role: 'join' as const, url: 'https://zoom.us/j/1' },
      { role: 'source' as const, url: 'https://news.example/webinar' },
    ]
    const iom = { organisations: [{ name: 'IOM' }], start, links }
    const { entries } = await addEntries(
      site.store,
      edition.id,
      [
        { content: content({ ...iom, title: 'Webinar' }), state: 'published' },
        {
          content: content({ title: 'Rally', start, organisations: [{ name: 'UNHCR' }] }),
          state: 'published',
        },
        { content: content({ ...iom, title: 'Not yet' }), state: 'draft' },
      ],
      { by: 'Anna', at: site.clock.now },
    )
    ;[own, other, draft] = entries.map(({ id }) => id) as [string, string, string]
    editor = await signedIn(site, 'editor', { name: 'Anna' })
    await say('confirmed')
  })

  async function say(state: 'confirmed' | 'refused', name = 'IOM', domain = 'iom.org') {
    const { id } = (await findOrganisationByName(site.store.db, name))!
    await settleDomain(
      site.store,
      id,
      { domain, state },
      { who: { id: null, name: 'Anna' }, at: site.clock.now },
    )
  }
  const mails = () => site.store.db.selectFrom('mails').selectAll().orderBy('id').execute()
  const linkIn = (text: string | null) => /\/organisers\/link\/[\w-]{43}/.exec(text ?? '')![0]

  async function comeIn(mail = 'ana@iom.org') {
    const ana = visit(site)
    const asked = await ana.post('/organisers', { of: page, mail })
    expect(asked.status).toBe(200)
    const link = linkIn((await mails()).at(-1)!.text)
    expect((await ana.get(link)).page).toContain(mail)
    expect((await ana.post(link)).to).toBe('/organisers/own')
    return { ana, link }
  }
  const times = (start: string, more: Record<string, string> = {}) => ({
    revision: '1',
    'when.precision': 'moment',
    'when.day': '2020-12-18',
    'when.start': start,
    'when.zone': 'Europe/Berlin',
    ...more,
  })
  const startOf = async (id: string) => (await entryOf(site.store, id)).time.start
  const changes = () => site.store.db.selectFrom('organiser_changes').selectAll().orderBy('id').execute()
  async function answer(change: string, told: string, who = editor) {
    const sent = await site.app.request('http://localhost:1812/desk/migrants-day/2020/organisers', {
      method: 'POST',
      headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ change, do: told }),
    })
    return sent.status
  }
  const desk = async () =>
    words(
      await (
        await site.app.request('http://localhost:1812/desk/migrants-day/2020', { headers: editor.headers })
      ).text(),
    )

  test('the first change waits for a curator, the next shows at once and is undone with one press', async () => {
    expect((await visit(site).get(page)).page).toContain('Are you the organiser?')
    const { ana } = await comeIn()
    const listed = words((await ana.get('/organisers/own')).page)
    expect([listed.includes('Webinar'), listed.includes('Rally'), listed.includes('Not yet')]).toEqual([
      true,
      false,
      false,
    ])
    const form = await ana.get(`/organisers/own/${own}`)
    expect([form.page.includes('https://zoom.us/j/1'), form.page.includes('news.example')]).toEqual([
      true,
      false,
    ])
    const sent = await ana.post(`/organisers/own/${own}`, times('16:00'))
    expect(sent.to).toBe('/organisers/own')
    expect(words((await ana.get('/organisers/own')).page)).toContain('A curator looks at what you changed')
    expect(await startOf(own)).toBe('2020-12-18T15:00:00')
    // What waits stands in the form, with a word that readers do not see it yet.
    const again = await ana.get(`/organisers/own/${own}`)
    expect(again.page).toMatch(/name="when.start"[^>]*value="16:00"|value="16:00"[^>]*name="when.start"/)
    expect(words(again.page)).toContain('Readers see it once a curator has looked at it.')
    expect((await ana.post(`/organisers/own/${own}`, times('16:00'))).status).toBe(303)
    expect((await changes()).map(({ state }) => state)).toEqual(['waiting'])
    const waits = await desk()
    expect(waits).toContain('ana@iom.org (IOM)')
    expect(waits).toContain('moved 1 hour later, from 15:00 to 16:00 (')
    const [first] = await changes()
    expect(await answer(first!.id, 'take')).toBe(303)
    expect(await startOf(own)).toBe('2020-12-18T16:00:00')
    const [taken] = await readRevisions(site.store.db, edition.id, { entryId: own })
    expect(taken!.by).toBe('Anna · ana@iom.org (IOM)')

    await ana.post(`/organisers/own/${own}`, times('17:00', { revision: '2' }))
    expect(await startOf(own)).toBe('2020-12-18T17:00:00')
    const [live] = await readRevisions(site.store.db, edition.id, { entryId: own })
    expect(live!.by).toBe('ana@iom.org (IOM)')
    expect(await desk()).toContain('Readers see this already.')
    const [, second] = await changes()
    expect(await answer(second!.id, 'undo')).toBe(303)
    expect(await startOf(own)).toBe('2020-12-18T16:00:00')
    // Somebody was not content: what comes next waits again.
    await ana.post(`/organisers/own/${own}`, times('18:00', { revision: '4' }))
    expect(await startOf(own)).toBe('2020-12-18T16:00:00')
    expect((await changes()).map(({ state }) => state)).toEqual(['accepted', 'declined', 'waiting'])
  })

  test('links of their roles change and others stay; whatever else a form holds counts for nothing', async () => {
    const { ana } = await comeIn()
    await ana.post(`/organisers/own/${own}`, {
      ...times('15:00'),
      title: 'Ours now',
      kind: 'statement',
      state: 'withdrawn',
      slug: 'elsewhere',
      recording: 'none',
      note: 'Buy this',
      'organisations.0.name': 'Evil',
      'links.0.role': 'livestream',
      'links.0.url': 'https://youtube.com/watch?v=abc123def45',
      'links.1.role': 'recording',
      'links.1.url': 'https://evil.example/',
      'links.2.role': 'source',
      'links.2.url': 'https://evil.example/source',
    })
    const [change] = await changes()
    expect(await answer(change!.id, 'take')).toBe(303)
    const entry = await entryOf(site.store, own)
    expect(entry.links.map(({ role, url }) => [role, url])).toEqual([
      ['source', 'https://news.example/webinar'],
      ['livestream', 'https://youtube.com/watch?v=abc123def45'],
    ])
    expect([entry.title, entry.kind, entry.state, entry.slug, entry.note, entry.recording]).toEqual([
      'Webinar',
      'event',
      'published',
      'webinar',
      null,
      'unknown',
    ])
    expect(entry.organisations.map(({ name }) => name)).toEqual(['IOM'])
  })

  test('a recording is told after the end, by the rules of the desk', async () => {
    const { ana } = await comeIn()
    const told = { state: 'available', 'recording-url': 'https://youtube.com/watch?v=abc123def45' }
    const early = await ana.post(`/organisers/own/${own}/recording`, told)
    expect([early.status, early.page.includes('no recording before it is over')]).toEqual([422, true])
    site.clock.now = Date.parse('2020-12-19T12:00:00Z')
    expect((await ana.get('/organisers/own')).status).toBe(403)
    const { ana: again } = await comeIn()
    expect((await again.post(`/organisers/own/${own}/recording`, told)).to).toBe('/organisers/own')
    editor = await signedIn(site, 'editor', { name: 'Anna' })
    const [change] = await changes()
    await answer(change!.id, 'take')
    expect((await entryOf(site.store, own)).recording).toBe('available')
  })

  test('two who write the same are shown both, and what was typed is kept', async () => {
    await site.store.db.updateTable('organisations').set({ organiser_rule: 'live' }).execute()
    const { ana } = await comeIn()
    const { ana: ben } = await comeIn('ben@iom.org')
    await ana.post(`/organisers/own/${own}`, times('16:00'))
    const both = await ben.post(`/organisers/own/${own}`, times('17:00'))
    expect(both.status).toBe(409)
    expect(both.page).toContain('value="17:00"')
    expect(words(both.page)).toContain('Somebody else changed a field here')
    expect(await startOf(own)).toBe('2020-12-18T16:00:00')
    expect((await ben.post(`/organisers/own/${own}`, times('17:00', { revision: '2' }))).status).toBe(303)
    expect(await startOf(own)).toBe('2020-12-18T17:00:00')
  })

  test.each([
    'eve@evil.example',
    'eve@iom.org.evil.example',
    'eve@eviliom.org',
    'eve@org',
    'eve@xn--im-zlc.org',
    'eve@іom.org',
    'iom.org@evil.example',
  ])('%s gets the same answer, and no mail', async mail => {
    const eve = visit(site)
    const proven = await eve.post('/organisers', { of: page, mail: 'ana@iom.org' })
    const refused = await eve.post('/organisers', { of: page, mail })
    const said = (html: string) => words(html)
    if (refused.status === 200) expect(said(refused.page)).toBe(said(proven.page))
    else expect(refused.status).toBe(422)
    expect((await mails()).map(({ to }) => to)).toEqual(['ana@iom.org'])
  })

  test('what is no mailbox is none, and all spellings of one together get few mails', async () => {
    const eve = visit(site)
    for (const mail of [
      'ana@iom.org@evil.example',
      'ana@iom.org,eve@evil.example',
      'a\r\nBcc: eve@evil.example',
    ])
      expect((await eve.post('/organisers', { of: page, mail })).status).toBe(422)
    for (let at = 0; at < 9; at++) await eve.post('/organisers', { of: page, mail: `a.na+${at}@IOM.org` })
    expect((await mails()).length).toBe(5)
  })

  test('a link works once, within a day, by its button alone, and lets in no device that was there before', async () => {
    const { ana, link } = await comeIn()
    expect((await visit(site).post(link)).status).toBe(403)
    expect((await visit(site).get(link)).status).toBe(403)
    // Whoever is given a cookie of an attacker's own making does not carry it on.
    const planted = `daylong-organiser=${'x'.repeat(43)}`
    const victim = visit(site, planted)
    await victim.post('/organisers', { of: page, mail: 'ben@iom.org' })
    const theirs = linkIn((await mails()).at(-1)!.text)
    for (let looked = 0; looked < 3; looked++) expect((await victim.get(theirs)).status).toBe(200)
    const entered = await victim.post(theirs)
    expect(entered.cookies[0]).toMatch(/HttpOnly/i)
    expect(entered.cookies[0]).toMatch(/SameSite=Lax/i)
    expect((await visit(site, planted).get('/organisers/own')).status).toBe(403)
    await victim.post('/organisers', { of: page, mail: 'ben@iom.org' })
    const late = linkIn((await mails()).at(-1)!.text)
    site.clock.now += 24 * 3_600_000
    expect((await visit(site).post(late)).status).toBe(403)
    expect((await ana.get('/organisers/own')).status).toBe(403)
    const kept = JSON.stringify(await site.store.db.selectFrom('organisers').selectAll().execute())
    for (const secret of [link, theirs, late]) expect(kept).not.toContain(secret.split('/').at(-1))
  })

  test('other entries, drafts, forms of other sites and devices that ended change nothing', async () => {
    await site.store.db.updateTable('organisations').set({ organiser_rule: 'live' }).execute()
    const { ana } = await comeIn()
    for (const id of [other, draft, 'nothing'])
      for (const path of [`/organisers/own/${id}`, `/organisers/own/${id}/recording`])
        expect((await ana.post(path, { ...times('16:00'), state: 'none' })).status).toBe(404)
    const forged = await site.app.request(`http://localhost:1812/organisers/own/${own}`, {
      method: 'POST',
      headers: { cookie: ana.cookie(), origin: 'https://evil.example' },
      body: new URLSearchParams(times('16:00')),
    })
    expect(forged.status).toBe(403)
    await say('confirmed', 'UNHCR', 'unhcr.org')
    expect((await ana.get(`/organisers/own/${other}`)).status).toBe(404)
    await say('refused')
    expect((await ana.post(`/organisers/own/${own}`, times('16:00'))).status).toBe(403)
    expect((await ana.get('/organisers/own')).status).toBe(403)
    expect((await visit(site).get(page)).page).not.toContain('Are you the organiser?')
    expect((await visit(site).get(ask)).status).toBe(404)
    await say('confirmed')
    await site.store.db.updateTable('entries').set({ state: 'withdrawn' }).where('id', '=', own).execute()
    expect((await ana.post(`/organisers/own/${own}`, times('16:00'))).status).toBe(404)
    expect([await startOf(own), await startOf(other)]).toEqual(['2020-12-18T15:00:00', '2020-12-18T15:00:00'])
    await ana.post('/organisers/out')
    expect((await ana.get('/organisers/own')).status).toBe(403)
  })

  test('only who publishes there answers, once, and of their own edition', async () => {
    const { ana } = await comeIn()
    await ana.post(`/organisers/own/${own}`, times('16:00'))
    const [change] = await changes()
    const contributor = await signedIn(site, 'contributor')
    expect(await answer(change!.id, 'take', contributor)).toBe(403)
    expect(await answer(change!.id, 'keep')).toBe(303)
    expect(await answer(change!.id, 'take')).toBe(303)
    expect(await startOf(own)).toBe('2020-12-18T15:00:00')
  })

  test('after a time history names the organisation alone, unless they told of it since', async () => {
    await site.store.db.updateTable('organisations').set({ organiser_rule: 'live' }).execute()
    const { ana } = await comeIn()
    await ana.post(`/organisers/own/${own}`, times('16:00'))
    const [first] = await changes()
    const by = async () =>
      (await readRevisions(site.store.db, edition.id, { entryId: own })).map(each => each.by)
    const day = 86_400_000
    await ana.post(`/organisers/own/${own}`, times('17:00', { revision: '2' }))
    const later = first!.at + 10 * day
    await site.store.db
      .updateTable('organiser_changes')
      .set({ at: later })
      .where('id', '<>', first!.id)
      .execute()
    await cleanUp(site.store, first!.at + keptDays.organiserChanges * day)
    expect((await changes()).length).toBe(2)
    await cleanUp(site.store, first!.at + keptDays.organiserChanges * day + 1)
    expect([(await changes()).length, await by()]).toEqual([
      1,
      ['ana@iom.org (IOM)', 'ana@iom.org (IOM)', 'Anna'],
    ])
    await cleanUp(site.store, first!.at + (keptDays.organiserChanges + 10) * day + 1)
    expect([(await changes()).length, await by()]).toEqual([0, ['IOM', 'IOM', 'Anna']])
  })
})
