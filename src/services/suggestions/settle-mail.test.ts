import { generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'
import { describe, expect, onTestFinished, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { openImap } from '../../../test/imap-server.ts'
import { stores } from '../../../test/stores.ts'
import { listenForMail } from '../../outside/listen-for-mail.ts'
import { readMails } from '../../outside/mail-folder.ts'
import { readEntries } from '../../storage/entries.ts'
import { findMailOfSuggestion } from '../../storage/incoming-mails.ts'
import { listMails } from '../../storage/mails.ts'
import { putDomain } from '../../storage/organisation-domains.ts'
import { findReading, listSuggestionReadings } from '../../storage/readings.ts'
import type { Store } from '../../storage/store.ts'
import { findSuggestion, listSuggestions } from '../../storage/suggestions.ts'
import { noticeWords } from '../../web/notice-words.ts'
import { cleanUp } from '../clean-up.ts'
import { readReading } from '../read-reading.ts'
import { settleFindings } from '../settle-findings.ts'
import { answerSuggestion } from './answer-suggestion.ts'
import type { MailMeans } from './mail-means.ts'
import { settleMail } from './settle-mail.ts'
import { takeInMail } from './take-in-mail.ts'

const at = Date.parse('2020-12-10T12:00Z')
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const records: Record<string, string> = {
  'day._domainkey.iom.int': `v=DKIM1; k=rsa; p=${keys.publicKey.toString('base64')}`,
  '_dmarc.iom.int': 'v=DMARC1; p=reject',
  'day._domainkey.gmail.com': `v=DKIM1; k=rsa; p=${keys.publicKey.toString('base64')}`,
}
const means: MailMeans = {
  address: 'suggest@day.example',
  own: ['suggest@day.example', 'daylong@day.example'],
  baseUrl: 'https://day.example',
  dns: async (name, type) => {
    const found = type === 'TXT' ? records[name] : undefined
    if (!found) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' })
    return [[found]]
  },
  trustedHost: null,
  linkTo: token => `https://day.example/suggestions/${token}`,
  answers: true,
  words: noticeWords,
}

const webinar: Mail.Options = {
  from: 'Ana Pérez <ana@iom.int>',
  to: 'suggest@day.example',
  subject: 'Webinar on wages',
  messageId: '<1@iom.int>',
  text: 'Join our webinar on Friday 18 December 2020, 14:00–15:30 CET.\n\nRegister: https://zoom.us/webinar/register/abc\n\n-- \nAna',
}
const signed = (domainName = 'iom.int') => ({ domainName, keySelector: 'day', privateKey: keys.privateKey })

async function written(mail: Mail.Options): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return (await transport.sendMail(mail)).message as Buffer
}

/** Takes in a mail as the work would, and says what became of it. */
async function take(
  store: Store,
  mail: Mail.Options | Uint8Array,
  told: Partial<{ recipient: string; sender: string }> = {},
) {
  const bytes = mail instanceof Uint8Array ? mail : await written(mail)
  const handed = {
    door: 'listener',
    recipient: 'suggest@day.example',
    sender: 'ana@iom.int',
    client: null,
    bytes,
    isWhole: true,
  } as const
  await takeInMail(store, { ...handed, ...told }, at)
  return settleAll(store)
}

async function settleAll(store: Store) {
  const waiting = await store.db
    .selectFrom('incoming_mails')
    .where('state', '=', 'waiting')
    .select('id')
    .execute()
  for (const { id } of waiting) await settleMail(store, id, means, at)
  const rows = await store.db.selectFrom('incoming_mails').orderBy('id').selectAll().execute()
  return rows.at(-1)!
}

const suggestionsOf = (store: Store, editionId: string) =>
  listSuggestions(store.db, { editionIds: [editionId], states: ['new', 'spam'], limit: 50 })

describe.each(stores)('a mail that comes in, in $name', ({ empty }) => {
  test('is refused for now while so much waits that the disk would fill', async () => {
    const store = await empty()
    const handed = (subject: string) => ({
      ...({ door: 'listener', recipient: means.address, sender: 'ana@iom.int', client: null } as const),
      bytes: Buffer.from(`Subject: ${subject}\r\n\r\n${'x'.repeat(600)}`),
      isWhole: true,
    })
    expect(await takeInMail(store, handed('One'), at, { most: 1000 })).toBe(true)
    await expect(takeInMail(store, handed('Two'), at, { most: 1000 })).rejects.toThrow('mail-nowhere')
    expect(await store.db.selectFrom('incoming_mails').select('id').execute()).toHaveLength(1)
  })

  test('handed over by a mail client becomes a suggestion and, accepted, an entry that readers see', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    const listener = await listenForMail({
      listening: { protocol: 'smtp', host: '127.0.0.1', port: 0, address: means.address, tls: null },
      name: 'day.example',
      takes: recipient => recipient === means.address,
      keep: async mail => void (await takeInMail(store, { ...mail, door: 'listener', isWhole: true }, at)),
      tell: () => {},
    })
    onTestFinished(() => listener.close())
    const client = createTransport({
      host: '127.0.0.1',
      port: listener.port,
      ignoreTLS: true,
      dkim: signed(),
    })
    await client.sendMail(webinar)
    client.close()
    const row = await settleAll(store)
    const suggestion = (await findSuggestion(store.db, row.suggestion_id!))!
    expect(suggestion).toMatchObject({
      editionId: edition.id,
      door: 'mail',
      state: 'new',
      sender: { name: 'Ana Pérez', mail: 'ana@iom.int' },
      words:
        'Join our webinar on Friday 18 December 2020, 14:00–15:30 CET.\n\nRegister: https://zoom.us/webinar/register/abc',
      label: 'Webinar on wages.eml',
    })
    expect((await findMailOfSuggestion(store.db, suggestion.id))!.proof).toMatchObject({
      domain: 'iom.int',
      by: 'dkim',
    })
    const [reading] = await listSuggestionReadings(store.db, suggestion.id)
    const fetch = async () => ({ ok: false, code: 'stopped', says: '' }) as const
    await readReading(store, reading!.id, { fetch: fetch as never, now: () => at })
    const { findings } = (await findReading(store.db, reading!.id))!
    expect(findings.map(({ title, start }) => [title, start])).toEqual([
      ['Webinar on wages', '2020-12-18T14:00:00+01:00[Europe/Berlin]'],
    ])
    await settleFindings(
      store,
      { id: reading!.id, editionId: edition.id },
      [{ number: 0, as: 'entry', state: 'published' }],
      { by: 'Robin', at },
    )
    const entries = await readEntries(store.db, { editionId: edition.id })
    expect(entries.map(({ entry }) => [entry.title, entry.state])).toEqual([
      ['Webinar on wages', 'published'],
    ])
  })

  test('is taken in once, however often and by whichever door it comes', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    const bytes = await written(webinar)
    await take(store, bytes)
    await take(store, Buffer.concat([Buffer.from('Received: from elsewhere\r\n'), bytes]))
    const box = await openImap()
    box.put(bytes)
    await readMails(
      box.folder,
      async each =>
        void (await takeInMail(
          store,
          { ...each, door: 'mailbox', recipient: means.address, sender: null, client: null },
          at,
        )),
      { mostBytes: 1e6, setback: 'mailbox-unreachable', signal: new AbortController().signal },
    )
    await settleAll(store)
    expect(await suggestionsOf(store, edition.id)).toHaveLength(1)
    expect(await store.db.selectFrom('incoming_mail_sources').selectAll().execute()).toEqual([])
  })

  test('is answered once, where it is proven who wrote it', async () => {
    const store = await empty()
    await anEdition(store, { takesSuggestions: true })
    await take(store, { ...webinar, dkim: signed() })
    await settleAll(store)
    const [answer, ...others] = await listMails(store.db, { limit: 10 })
    expect(others).toEqual([])
    expect(answer).toMatchObject({ to: 'ana@iom.int', subject: 'Re: Webinar on wages', purpose: 'answer' })
    expect(answer!.text).toMatch(/https:\/\/day\.example\/suggestions\/[\w-]{48}/)
    // Not more than a few a day, however many come.
    for (let n = 2; n < 7; n++)
      await take(store, { ...webinar, dkim: signed(), messageId: `<${n}@iom.int>`, subject: `Webinar ${n}` })
    expect(await listMails(store.db, { limit: 10 })).toHaveLength(3)
  })

  test('is not answered where somebody else may have written it, and says so', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    await take(store, webinar)
    await take(store, {
      ...webinar,
      dkim: signed(),
      messageId: '<2@iom.int>',
      headers: { 'List-Id': '<all.iom.int>' },
    })
    expect(await listMails(store.db, { limit: 10 })).toEqual([])
    const [, forged] = await suggestionsOf(store, edition.id)
    expect(forged!.sender).toMatchObject({ name: 'Ana Pérez', mail: null, organisation: null })
    expect(forged!.words).toContain('it says that it is from ana@iom.int. Nothing proves that.')
    expect(forged!.verdict).toBe('pending')
  })

  test('is of an organisation whose domain it is proven to come from, and is trusted once one was accepted', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    await store.db
      .insertInto('organisations')
      .values({
        id: 'iom',
        slug: 'iom',
        name: 'IOM',
        folded: 'iom',
        url: 'https://www.iom.int/',
        merged_into: null,
      })
      .execute()
    const first = await take(store, { ...webinar, dkim: signed() })
    const suggestion = (await findSuggestion(store.db, first.suggestion_id!))!
    expect(suggestion).toMatchObject({ verdict: 'pending', sender: { organisation: 'IOM' } })
    await store.db
      .updateTable('suggestions')
      .set({ state: 'accepted' })
      .where('id', '=', suggestion.id)
      .execute()
    const verdictOf = async (mail: Mail.Options) =>
      (await findSuggestion(store.db, (await take(store, mail)).suggestion_id!))!.verdict
    const ana = { ...webinar, messageId: '<5@iom.int>' }
    expect(await verdictOf({ ...ana, dkim: signed() })).toBe('approved')
    // Somebody new at the same domain, which the organisation's site alone names, has to be known first.
    const second = { ...webinar, messageId: '<2@iom.int>', from: 'Bo <bo@iom.int>' }
    expect(await verdictOf({ ...second, messageId: '<6@iom.int>', dkim: signed() })).toBe('pending')
    await putDomain(store.db, {
      organisationId: 'iom',
      domain: 'iom.int',
      state: 'confirmed',
      at,
      by: 'Robin',
    })
    expect(await verdictOf({ ...second, dkim: signed() })).toBe('approved')
    expect(await verdictOf({ ...second, messageId: '<3@iom.int>' })).toBe('pending')
    // A curator says that the domain is not theirs.
    await putDomain(store.db, { organisationId: 'iom', domain: 'iom.int', state: 'refused', at, by: 'Robin' })
    expect(await verdictOf({ ...second, messageId: '<4@iom.int>', dkim: signed() })).toBe('pending')
    expect(await suggestionsOf(store, edition.id)).toHaveLength(5)
  })

  test('that was written to somebody else, or came before, is nobody’s who is known', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    const mail = await written({ ...webinar, dkim: signed() })
    const first = await take(store, mail)
    expect(JSON.parse(first.proof!)).toMatchObject({ domain: 'iom.int', isOfReceiver: true })
    const cases: [Uint8Array, string][] = [
      // The same signature, at another address of ours.
      [mail, 'suggest+migrants-day-2020@day.example'],
      // A newsletter that somebody got, and sends on as it is.
      [
        await written({ ...webinar, to: 'readers@iom.int', messageId: '<7@iom.int>', dkim: signed() }),
        means.address,
      ],
      // To whom it goes is not signed, and anybody may have written it there.
      [
        await written({
          ...webinar,
          messageId: '<8@iom.int>',
          dkim: { ...signed(), headerFieldNames: 'From:Subject:Date' },
        }),
        means.address,
      ],
      // Nor is a line of more receivers, which somebody wrote into a mail they got.
      [
        Buffer.concat([
          Buffer.from(`Cc: ${means.address}\r\n`),
          await written({
            ...webinar,
            to: 'readers@iom.int',
            messageId: '<9@iom.int>',
            dkim: { ...signed(), headerFieldNames: 'From:To:Subject:Date:Message-ID' },
          }),
        ]),
        means.address,
      ],
    ]
    for (const [bytes, recipient] of cases) {
      const row = await take(store, bytes, { recipient })
      expect([row.state, row.domain, JSON.parse(row.proof!).isHandedOn]).toEqual(['taken', null, true])
      const suggestion = (await findSuggestion(store.db, row.suggestion_id!))!
      expect(suggestion.sender).toMatchObject({ mail: null, organisation: null })
      expect(suggestion.words).toContain('Somebody else may have sent it here.')
    }
    expect(await suggestionsOf(store, edition.id)).toHaveLength(5)
    expect((await listMails(store.db, { limit: 10 })).map(({ to }) => to)).toEqual(['ana@iom.int'])
  })

  test('from where anybody has a mailbox says nothing of an organisation', async () => {
    const store = await empty()
    await anEdition(store, { takesSuggestions: true })
    await store.db
      .insertInto('organisations')
      .values({ id: 'x', slug: 'x', name: 'X', folded: 'x', url: 'https://gmail.com/', merged_into: null })
      .execute()
    await putDomain(store.db, {
      organisationId: 'x',
      domain: 'gmail.com',
      state: 'confirmed',
      at,
      by: 'Robin',
    })
    const row = await take(store, { ...webinar, from: 'a@gmail.com', dkim: signed('gmail.com') })
    expect((await findSuggestion(store.db, row.suggestion_id!))!.sender).toMatchObject({
      mail: 'a@gmail.com',
      organisation: null,
    })
  })

  test.each<[string, Mail.Options, string, string?]>([
    ['of somebody who is away', { headers: { 'Auto-Submitted': 'auto-replied' } }, 'away'],
    ['of a mail server', { from: 'MAILER-DAEMON@iom.int' }, 'returned'],
    ['without a sender to return it to', {}, 'returned', ''],
    ['of a machine', { headers: { 'Auto-Submitted': 'auto-generated' } }, 'machine'],
    ['of ours', { from: 'Day <daylong@day.example>' }, 'own'],
    ['of ours, by way of somebody else', { headers: { 'X-Daylong-Site': 'day.example' } }, 'own'],
  ])('%s is left', async (_, more, why, sender = 'ana@iom.int') => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    expect(await take(store, { ...webinar, ...more, dkim: signed() }, { sender })).toMatchObject({
      state: 'left',
      why,
    })
    expect(await suggestionsOf(store, edition.id)).toEqual([])
    expect(await listMails(store.db, { limit: 10 })).toEqual([])
  })

  test('with an invitation of a calendar is taken in, though a machine sent it, and not answered', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
    const invitation = {
      ...webinar,
      headers: { 'Auto-Submitted': 'auto-generated' },
      icalEvent: { method: 'REQUEST', content },
    }
    await take(store, { ...invitation, dkim: signed() })
    expect(await suggestionsOf(store, edition.id)).toHaveLength(1)
    expect(await listMails(store.db, { limit: 10 })).toEqual([])
  })

  test('goes to the edition that its address names, or to the next, or waits for one', async () => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: false })
    await expect(take(store, webinar)).rejects.toMatchObject({ told: { code: 'mail-nowhere' } })
    await store.db.updateTable('editions').set({ takes_suggestions: 1 }).execute()
    expect(await settleAll(store)).toMatchObject({ state: 'taken', edition_id: edition.id })
    const named = { recipient: 'suggest+migrants-day-2020@day.example' }
    expect(await take(store, { ...webinar, messageId: '<2@iom.int>' }, named)).toMatchObject({
      edition_id: edition.id,
    })
    const unknown = { recipient: 'suggest+other-day-1999@day.example' }
    expect(await take(store, { ...webinar, messageId: '<3@iom.int>' }, unknown)).toMatchObject({
      edition_id: edition.id,
    })
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no mail', Buffer.from([0, 255, 1, 13, 10, 13, 10, 200, 0])],
    [
      'one that is nested without end',
      Buffer.from(
        `From: a@b.example\r\nSubject: Deep\r\nContent-Type: multipart/mixed; boundary=a0\r\n\r\n${Array.from({ length: 200 }, (_, n) => `--a${n}\r\nContent-Type: multipart/mixed; boundary=a${n + 1}\r\n\r\n`).join('')}`,
      ),
    ],
    [
      'one of 12 MB',
      Buffer.from(`From: a@b.example\r\nSubject: Long\r\n\r\n${`${'y'.repeat(900)}\r\n`.repeat(13_000)}`),
    ],
  ])('that holds %s is kept all the same', async (_, bytes) => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    expect(await take(store, bytes)).toMatchObject({ state: 'taken' })
    expect(await suggestionsOf(store, edition.id)).toHaveLength(1)
  })

  test('is known after a time by its domain alone, once all of it is decided', async () => {
    const store = await empty()
    await anEdition(store, { takesSuggestions: true })
    const { suggestion_id: id } = await take(store, { ...webinar, dkim: signed() })
    const day = 86_400_000
    const row = async () => {
      const { mail_key, recipient, domain, proof } = await store.db
        .selectFrom('incoming_mails')
        .selectAll()
        .executeTakeFirstOrThrow()
      return [mail_key === null, recipient, domain, JSON.parse(proof!).from]
    }
    const known = [false, 'suggest@day.example', 'iom.int', 'ana@iom.int']
    await cleanUp(store, at + 60 * day)
    expect(await row()).toEqual(known)
    await answerSuggestion(store, id!, { act: 'decline', words: 'No' }, null, {
      by: 'Anna',
      at: at + 50 * day,
    })
    await cleanUp(store, at + 140 * day)
    expect(await row()).toEqual(known)
    await cleanUp(store, at + 140 * day + 1)
    expect(await row()).toEqual([true, '', 'iom.int', null])
  })
})
