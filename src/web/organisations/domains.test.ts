import { afterEach, beforeEach, expect, test } from 'vitest'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { words } from '../../../test/words.ts'
import { settleMail } from '../../services/suggestions/settle-mail.ts'
import { takeInMail } from '../../services/suggestions/take-in-mail.ts'
import { findOrganisationByName } from '../../storage/organisations.ts'
import { noticeWords } from '../notice-words.ts'
import { paths } from '../paths.ts'

let site: TestSite
let owner: SignedIn
let id: string

beforeEach(async () => {
  site = await openSite('2020-12-10T12:00Z')
  const edition = { series: 'day', edition: '2020', date: '2020-12-18', zone: 'Europe/Berlin' }
  await addProgramme(site, edition, [
    {
      kind: 'event',
      title: 'Webinar',
      start: '2020-12-18',
      allDay: true,
      organisations: [{ name: 'IOM', url: 'https://www.iom.int/' }],
    },
  ])
  owner = await signedIn(site, 'owner')
  id = (await findOrganisationByName(site.store.db, 'IOM'))!.id
})
afterEach(() => site.close())

const page = async (path: string, curator = owner) =>
  words(await (await site.app.request(path, { headers: curator.headers })).text())
const send = (fields: Record<string, string>, curator = owner) =>
  site.app.request(paths.deskDomains(id), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: curator.headers,
  })

test('an organisation has the domain of its site, until somebody says otherwise, and others that they add', async () => {
  expect(await page(paths.deskOrganisation(id))).toContain('iom.intby its site')
  expect((await send({ domain: 'iom.int', say: 'refuse' })).status).toBe(303)
  expect(await page(paths.deskOrganisation(id))).toContain('iom.intnot theirs')
  expect((await send({ domain: 'ana@news.iom.org', say: 'confirm' })).status).toBe(303)
  expect(await page(paths.deskOrganisation(id))).toContain('iom.orgconfirmed')
})

test.each(['gmail.com', 'com', 'not a domain', '', '127.0.0.1'])(
  '“%s” is no domain of theirs',
  async domain => {
    const answer = await send({ domain, say: 'confirm' })
    expect(answer.status).toBe(422)
    expect(words(await answer.text())).toContain(`“${domain}” is no domain of an organisation’s own`)
  },
)

test('says what becomes of what its organisers change, by a form that shows what holds', async () => {
  const rule = async () =>
    (await site.store.db.selectFrom('organisations').select('organiser_rule').executeTakeFirstOrThrow())
      .organiser_rule
  const chosen = async () => {
    const html = await (await site.app.request(paths.deskOrganisation(id), { headers: owner.headers })).text()
    const form = html.slice(html.indexOf(`action="${paths.deskOrganiserRule(id)}"`))
    const radios = form.slice(0, form.indexOf('</form>')).match(/<input[^>]*name="rule"[^>]*>/g)!
    return radios.flatMap(each => (/\bchecked/.test(each) ? [/value="(\w+)"/.exec(each)![1]] : []))
  }
  const say = (told: string, curator = owner) =>
    site.app.request(paths.deskOrganiserRule(id), {
      method: 'POST',
      body: new URLSearchParams({ rule: told }),
      headers: curator.headers,
    })
  expect([await chosen(), await rule()]).toEqual([['first'], null])
  for (const [told, kept] of [
    ['wait', 'wait'],
    ['live', 'live'],
    ['anything', 'live'],
    ['first', null],
  ] as const) {
    expect((await say(told)).status).toBe(303)
    expect([await chosen(), await rule()]).toEqual([[kept ?? 'first'], kept])
  }
  const lines = await site.store.db
    .selectFrom('audit')
    .where('details', 'like', '%organisers%')
    .orderBy('id')
    .select(['subject', 'details'])
    .execute()
  expect(lines).toEqual(
    ['wait', 'live', 'first-waits'].map(organisers => ({
      subject: 'IOM',
      details: JSON.stringify({ organisers }),
    })),
  )
  expect((await say('live', await signedIn(site, 'contributor', { series: 'day' }))).status).toBe(403)
  expect(await rule()).toBeNull()
})

test('who may not change an organisation says nothing of its domains', async () => {
  const contributor = await signedIn(site, 'contributor', { series: 'day' })
  expect((await send({ domain: 'evil.org', say: 'confirm' }, contributor)).status).toBe(403)
})

test('a curator is told what is proven of who sent a mail', async () => {
  await site.store.db.updateTable('editions').set({ takes_suggestions: 1 }).execute()
  const bytes = Buffer.from(
    'From: ana@iom.int\r\nTo: Suggest <suggest@day.example>\r\nSubject: Webinar\r\nMessage-ID: <1@iom.int>\r\n\r\nOn 18 December.',
  )
  const results = (dmarc: string) =>
    Buffer.from(
      `Authentication-Results: mx.host.org; spf=pass smtp.mailfrom=iom.int; dmarc=${dmarc} header.from=iom.int\r\n`,
    )
  for (const told of ['pass', 'fail']) {
    const handed = {
      door: 'mailbox',
      recipient: 'suggest@day.example',
      sender: null,
      client: null,
      isWhole: true,
    } as const
    await takeInMail(
      site.store,
      { ...handed, bytes: Buffer.concat([results(told), bytes, Buffer.from(told)]) },
      site.clock.now,
    )
  }
  const means = {
    address: 'suggest@day.example',
    own: ['suggest@day.example'],
    baseUrl: site.baseUrl,
    dns: () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
    trustedHost: 'mx.host.org',
    linkTo: (token: string) => paths.suggestion(token),
    answers: false,
    words: noticeWords,
  }
  const waiting = await site.store.db.selectFrom('incoming_mails').orderBy('id').select('id').execute()
  for (const mail of waiting) await settleMail(site.store, mail.id, means, site.clock.now)
  const [proven, forged] = await site.store.db.selectFrom('suggestions').orderBy('id').select('id').execute()
  expect(await page(paths.deskSuggestion(proven!.id))).toContain(
    'Proven to write for IOM (iom.int). Nothing from there was accepted yet. SPF pass · DKIM none · DMARC pass · ARC none',
  )
  expect(await page(paths.deskSuggestion(forged!.id))).toContain('Nothing proves who sent this mail.')
})
