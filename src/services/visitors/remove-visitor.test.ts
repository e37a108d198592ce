import { generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { openWith } from '../../../test/coming-in.ts'
import { aComment } from '../../../test/comments.ts'
import { anEdition, content } from '../../../test/entries.ts'
import { signedIn } from '../../../test/signed-in.ts'
import type { TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { visit } from '../../../test/visitor.ts'
import { forgetMailsFrom, insertIncomingMail } from '../../storage/incoming-mails.ts'
import { queueMail, removeMailsTo } from '../../storage/mails.ts'
import { forgetCommentsBy } from '../../storage/said-by.ts'
import type { Tables } from '../../storage/tables.ts'
import { noticeWords } from '../../web/notice-words.ts'
import { addEntries } from '../add-entries.ts'
import { readReading } from '../read-reading.ts'
import { settleDomain } from '../settle-domain.ts'
import { settleFindings } from '../settle-findings.ts'
import { answerSuggestion } from '../suggestions/answer-suggestion.ts'
import { settleMail } from '../suggestions/settle-mail.ts'
import { suggestionToken } from '../suggestions/suggestion-token.ts'
import { takeInMail } from '../suggestions/take-in-mail.ts'

const mail = 'zoe.lind@iom.org'
const mailing = {
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'Daylong <daylong@example.org>',
  MAIL_LISTEN: 'lmtp://127.0.0.1:2424?address=suggest@day.example',
}
/** Of whom and of whose words nothing is to be found: mailbox, name, site, and words in all that was sent. */
const marks = /zoe\.lind|Zo[eë] Lind|zoelind|quagga/i
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const means = {
  address: 'suggest@day.example',
  own: ['suggest@day.example'],
  baseUrl: 'http://localhost:1812',
  dns: async (name: string, type: string) => {
    if (name !== 'day._domainkey.iom.org' || type !== 'TXT')
      throw Object.assign(new Error('none'), { code: 'ENOTFOUND' })
    return [[`v=DKIM1; k=rsa; p=${keys.publicKey.toString('base64')}`]]
  },
  trustedHost: null,
  linkTo: (token: string) => `http://localhost:1812/suggestions/${token}`,
  answers: true,
  words: noticeWords,
}

describe.each(stores)('somebody who removes themselves, on $name', ({ empty }) => {
  test.each(['stays', 'goes'])(
    'is found in no table any more, where what they said %s',
    async said => {
      const site = await openWith(mailing, [], await empty())
      const { store, clock } = site
      const { db } = store
      const edition = await anEdition(store, { takesSuggestions: true })
      const start = '2020-12-18T15:00:00+01:00[Europe/Berlin]'
      const { entries } = await addEntries(
        store,
        edition.id,
        ['Webinar', 'Panel', 'Vigil'].map(title => ({
          content: content({ title, start, organisations: [{ name: 'IOM' }] }),
          state: 'published' as const,
        })),
        { by: 'Anna', at: clock.now },
      )
      const editor = await signedIn(site, 'editor', { name: 'Anna' })
      const organisation = await db.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
      await settleDomain(
        store,
        organisation.id,
        { domain: 'iom.org', state: 'confirmed' },
        { who: { id: null, name: 'Anna' }, at: clock.now },
      )

      const zoe = visit(site)
      // The same mailbox, however it is written.
      const asked = {
        name: 'Zoë Lind',
        mail: 'Zoe.Lind@iom.org',
        organisation: 'IOM',
        url: 'https://zoelind.example',
      }
      const path = '/migrants-day/2020/suggest'
      await zoe.post(path, {
        ...asked,
        credit: 'yes',
        text: 'Quagga vigil on 18 December 2020, 10:00 CET',
        words: 'Quagga!',
      })
      await zoe.post(path, { ...asked, text: 'https://quagga.example/event', words: 'A second quagga' })
      await byMail(site, { signed: true, subject: 'A quagga talk' })
      await byMail(site, { signed: false, subject: 'Unproven quagga' })
      await byMail(site, { signed: true, subject: 'Waits, quagga', isLeft: true })
      await db.updateTable('suggestions').set({ service_from: 'network of zoelind' }).execute()
      const own = await db.selectFrom('suggestions').selectAll().orderBy('id').execute()
      expect(own.map(each => [each.door, each.state])).toEqual([
        ['form', 'new'],
        ['form', 'new'],
        ['mail', 'new'],
        ['mail', 'new'],
      ])
      const fetch = async () => ({ ok: false, code: 'stopped', says: 'quagga' }) as never
      for (const { id } of await db
        .selectFrom('readings')
        .where('state', '=', 'waiting')
        .select('id')
        .execute())
        await readReading(store, id, { fetch, now: () => clock.now })
      // One by the form and one by mail come into the programme, under names that are the curator's.
      const anna = { by: 'Anna', at: clock.now }
      for (const suggestion of [own[0]!, own[2]!]) {
        const reading = await db
          .selectFrom('readings')
          .where('suggestion_id', '=', suggestion.id)
          .selectAll()
          .executeTakeFirstOrThrow()
        const title = suggestion === own[0] ? 'Vigil at ten' : 'A talk'
        await settleFindings(
          store,
          { id: reading.id, editionId: edition.id, readAt: reading.read_at } as never,
          [{ number: 0, as: 'entry', state: 'published', content: content({ title, start }) }],
          anna,
        )
        await answerSuggestion(
          store,
          suggestion.id,
          { act: 'tell', words: 'Thank you, Zoë Lind, for the quagga.' },
          ({ words }) => ({ subject: 'Zoë Lind', text: words, html: words }),
          anna,
        )
      }
      const credited = '/migrants-day/2020/vigil-at-ten'
      expect((await zoe.get(credited)).page).toContain('Suggested by')
      const page = `/suggestions/${await suggestionToken(db, own[1]!.id)}`
      await zoe.post(`${page}/additions`, { words: 'One more quagga' })

      const changes = await organise(
        site,
        entries.map(({ id }) => id),
        editor.headers,
      )
      expect(changes).toEqual(['accepted', 'live', 'waiting'])

      await zoe.post('/you/with/mail', {
        'own-mail': mail,
        'own-name': 'Zoë Lind',
        text: 'Draft of a quagga',
      })
      const { text } = await lastMail(site)
      await zoe.post(new URL(/http\S+\/you\/by-mail\/\S+/.exec(text!)![0]).pathname)
      await zoe.post('/you/with/mail', {
        'own-mail': mail,
        'own-name': 'Zoë Lind',
        text: 'Draft of a quagga',
      })

      const data = JSON.parse((await zoe.get('/you/data')).page)
      expect(data.suggestions).toHaveLength(4)
      expect(data.organiser.devices).toMatchObject([{ organisation: 'IOM' }])
      expect(data.organiser.told).toMatchObject([
        { entry: 'Vigil', state: 'waiting' },
        { entry: 'Panel', state: 'live' },
        { entry: 'Webinar', state: 'accepted' },
      ])
      expect(data.mailsToUs.map((each: { proven: string | null }) => each.proven)).toEqual([null, 'iom.org'])
      expect(JSON.stringify(data.suggestions)).toContain('One more quagga')

      const before = await found(site)
      expect(Object.keys(before).sort()).toEqual(
        [
          ...[
            'identities',
            'incoming_mails',
            'incoming_mail_sources',
            'mails',
            'organiser_changes',
            'organisers',
          ],
          ...['readings', 'revisions', 'sources', 'suggestion_steps', 'suggestions', 'visitor_drafts'],
          ...['reading_files', 'visitor_ways', 'visitors'],
        ]
          .sort()
          .filter(table => table in before || table !== 'reading_files'),
      )
      expect((await zoe.post('/you/removal', { said })).page).toContain('You are removed')
      const left = await found(site)
      if (said === 'goes') expect(left).toEqual({})
      else {
        // Their words stay as they wished, and nothing else.
        expect(Object.keys(left).sort()).toEqual(['suggestion_steps', 'suggestions'])
        expect(JSON.stringify(left)).not.toMatch(/zoe\.lind|Zo[eë] Lind|zoelind/i)
      }
      const states = await db.selectFrom('suggestions').orderBy('id').select('state').execute()
      expect(states.map(({ state }) => state)).toEqual(['accepted', 'withdrawn', 'accepted', 'withdrawn'])
      // In one process a page is believed for a second.
      clock.now += 2000
      const shown = (await visit(site).get(credited)).page
      expect([shown.includes('Vigil at ten'), shown.includes('Suggested by')]).toEqual([true, false])
      const by = await db
        .selectFrom('revisions')
        .where('by', 'like', '%IOM%')
        .orderBy('id')
        .select('by')
        .execute()
      expect(by).toEqual([{ by: 'Anna · IOM' }, { by: 'IOM' }])
      // What others were told, and who is told, is not concerned.
      expect(
        await db.selectFrom('entries').where('state', '=', 'published').select('id').execute(),
      ).toHaveLength(5)
    },
    90_000,
  )

  test('takes along no mail of others that waits, and tells no network', async () => {
    const { store } = await openWith(mailing, [], await empty())
    const { db } = store
    const on = { editionId: (await anEdition(store)).id }
    await aComment(db, { on, mailKey: 'zoe', fromKey: 'hers' })
    await db.updateTable('comments').set({ service_from: '198.51.100.0' }).execute()
    await forgetCommentsBy(db, { visitorId: 'zoe', mailKey: 'zoe' }, { keepsWords: true, at: 1 })
    const said = await db.selectFrom('comments').select(['from_key', 'service_from']).execute()
    expect(said).toEqual([{ from_key: null, service_from: null }])

    const froms = [
      `Zoë <${mail}>`,
      // Addresses and names in which hers stands as well.
      `Zoë <${mail}.uk>`,
      `<mc${mail}>`,
      `"${mail}" <eve@y.example>`,
    ]
    for (const from of froms) {
      const handed = { door: 'listener', recipient: means.address, sender: null, client: null } as const
      const bytes = Buffer.from(`To: ${means.address}\r\nFrom: ${from}\r\n\r\nHi`)
      await insertIncomingMail(db, { ...handed, key: from, isWhole: true, bytes }, 1)
    }
    const waiting = { to: 'eve@y.example', subject: 'Hi', purpose: 'suggestion', at: 1 } as const
    for (const text of ['to /suggestions/hers', 'to /suggestions/another'])
      await queueMail(db, { ...waiting, text })
    await removeMailsTo(db, 'eve@y.example', ['suggestion'], 'hers')
    const unsent = await db.selectFrom('mails').select('text').execute()
    expect(unsent).toEqual([{ text: 'to /suggestions/another' }])

    await forgetMailsFrom(db, { mail, mailKey: 'zoe' })
    const left = await db.selectFrom('incoming_mails').select('key').execute()
    expect(left.map(({ key }) => key).toSorted()).toEqual(froms.slice(1).toSorted())
  })
})

/** Comes in by the mailbox, and tells of three entries: one is taken, one shows at once, one waits. */
async function organise(site: TestSite, ids: string[], headers: { cookie: string; origin: string }) {
  const zoe = visit(site)
  await zoe.post('/organisers', { of: '/migrants-day/2020/webinar', mail: 'Zoe.Lind@iom.org' })
  const { text } = await lastMail(site)
  await zoe.post(/\/organisers\/link\/[\w-]{43}/.exec(text!)![0])
  const tell = async (id: string) => {
    const { revision } = await site.store.db
      .selectFrom('editions')
      .select('revision')
      .executeTakeFirstOrThrow()
    const told = {
      'when.precision': 'moment',
      'when.day': '2020-12-18',
      'when.start': '17:00',
      'when.zone': 'Europe/Berlin',
    }
    expect((await zoe.post(`/organisers/own/${id}`, { revision: String(revision), ...told })).to).toBe(
      '/organisers/own',
    )
  }
  const [first, second, third] = ids as [string, string, string]
  await tell(first)
  const { id } = await site.store.db.selectFrom('organiser_changes').select('id').executeTakeFirstOrThrow()
  await site.app.request('http://localhost:1812/desk/migrants-day/2020/organisers', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ change: id, do: 'take' }),
  })
  await tell(second)
  await site.store.db.updateTable('organisations').set({ organiser_rule: 'wait' }).execute()
  await tell(third)
  const rows = await site.store.db.selectFrom('organiser_changes').orderBy('id').select('state').execute()
  return rows.map(({ state }) => state)
}

async function byMail(
  { store, clock }: TestSite,
  { signed, subject, isLeft = false }: { signed: boolean; subject: string; isLeft?: boolean },
): Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const dkim = { domainName: 'iom.org', keySelector: 'day', privateKey: keys.privateKey }
  const { message } = await transport.sendMail({
    from: `Zoë Lind <${mail}>`,
    to: means.address,
    subject,
    text: `The quagga talk is on 18 December 2020, 16:00 CET.\n\nZoë Lind\n${mail}`,
    ...(signed && { dkim }),
  })
  const bytes = message as Buffer
  const handed = {
    door: 'listener',
    recipient: means.address,
    sender: mail,
    client: null,
    isWhole: true,
  } as const
  await takeInMail(store, { ...handed, bytes }, clock.now)
  if (isLeft) return
  const { id } = await store.db
    .selectFrom('incoming_mails')
    .where('state', '=', 'waiting')
    .select('id')
    .executeTakeFirstOrThrow()
  await settleMail(store, id, means as never, clock.now)
}

async function lastMail({ store }: TestSite) {
  return store.db
    .selectFrom('mails')
    .where('purpose', '=', 'sign-in')
    .orderBy('id', 'desc')
    .selectAll()
    .executeTakeFirstOrThrow()
}

/** Every row of every table in which one of the marks stands, in text or in bytes. */
async function found({ store }: TestSite): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const { name } of await store.db.introspection.getTables()) {
    if (/^search_index_/.test(name)) continue
    const rows = await store.db
      .selectFrom(name as keyof Tables)
      .selectAll()
      .execute()
    const told = rows.filter(row => Object.values(row).some(isMarked))
    if (told.length > 0) all[name] = told
  }
  return all
}

function isMarked(value: unknown): boolean {
  const told = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)
  return marks.test(told) || marks.test(told.replaceAll('=C3=AB', 'ë'))
}
