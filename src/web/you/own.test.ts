import { randomUUIDv7 } from 'node:crypto'
import type { Insertable } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openWith, who } from '../../../test/coming-in.ts'
import { anEdition } from '../../../test/entries.ts'
import type { TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { visiting } from '../../../test/visiting.ts'
import { type Visitor, visit } from '../../../test/visitor.ts'
import { cleanUp } from '../../services/clean-up.ts'
import { openSuggestion } from '../../services/suggestions/open-suggestion.ts'
import { decide } from '../../services/taking-part/decide.ts'
import { mailKeyOf, secretOfTakingPart } from '../../services/taking-part/keys.ts'
import { queueMail } from '../../storage/mails.ts'
import { putMastodonServer } from '../../storage/mastodon-servers.ts'
import type { Tables } from '../../storage/tables.ts'

const mailing = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'Daylong <daylong@example.org>' }
const day = 86_400_000

describe.each(stores)('somebody who takes part, on $name', ({ empty }) => {
  const open = async () => openWith(mailing, [], await empty())

  test('comes in by a link to their mailbox, once, and by its button alone', async () => {
    const site = await open()
    const robin = visit(site)
    expect((await robin.post('/you/with/mail', { text: 'Typed', mail: 'a@b.example' })).page).toContain(
      'value="a@b.example"',
    )
    const asked = await ask(robin, 'Ada@Example.org', { text: 'Typed', back: '/comments/new' })
    expect(asked.page).toContain('A mail is on its way to')
    const { link, to } = await lastMail(site)
    expect(to).toBe('Ada@example.org')
    for (const _ of [1, 2]) expect((await robin.get(link)).page).toContain('Go on as')
    const came = await robin.post(link)
    expect(came.to).toMatch(/^\/comments\/new\?draft=/)
    expect(await who(robin)).toEqual({ kind: 'visitor', name: 'Ada' })
    expect([(await robin.get(link)).status, (await robin.post(link)).status]).toEqual([404, 404])
    await ask(visit(site), 'ada@example.org', {}, 'Somebody else')
    const again = visit(site)
    await again.post((await lastMail(site)).link)
    expect(await who(again)).toEqual({ kind: 'visitor', name: 'Ada' })
  })

  test('opens it on another device, which is said, and has no draft there', async () => {
    const site = await open()
    const [computer, phone] = [visit(site), visit(site)]
    await ask(computer, 'ada@example.org', { text: 'Typed', back: '/comments/new' })
    const { link } = await lastMail(site)
    expect((await phone.get(link)).page).toContain('another browser')
    expect((await phone.post(link)).to).toBe('/comments/new')
    expect([await who(phone), await who(computer)]).toEqual([
      { kind: 'visitor', name: 'Ada' },
      { kind: 'guest' },
    ])
  })

  test('types the code where it was asked for; five wrong ones end it, and it is good nowhere else', async () => {
    const site = await open()
    const [computer, eve] = [visit(site), visit(site)]
    await ask(computer, 'ada@example.org')
    const { code } = await lastMail(site)
    await ask(eve, 'eve@example.org')
    expect((await eve.post('/you/by-mail', { code })).status).toBe(422)
    const came = await computer.post('/you/by-mail', { code: `${code.slice(0, 4)} ${code.slice(4)}` })
    expect([came.status, await who(computer)]).toEqual([303, { kind: 'visitor', name: 'Ada' }])
    await ask(eve, 'ada@example.org')
    const wanted = (await lastMail(site)).code
    const wrong = wanted === '00000000' ? '11111111' : '00000000'
    for (let tries = 0; tries < 5; tries++) await eve.post('/you/by-mail', { code: wrong })
    expect((await eve.post('/you/by-mail', { code: wanted })).status).toBe(422)
  })

  test('a link is too old after an hour, and what is stored opens nothing', async () => {
    const site = await open()
    const robin = visit(site)
    await ask(robin, 'ada@example.org')
    const { link, code } = await lastMail(site)
    const rows = JSON.stringify(await site.store.db.selectFrom('visitor_ways').selectAll().execute())
    expect(rows).not.toContain(link.split('/').at(-1))
    expect(rows).not.toContain(code)
    site.clock.now += 3_600_000
    expect([(await robin.post(link)).status, (await robin.post('/you/by-mail', { code })).status]).toEqual([
      404, 422,
    ])
    expect((await ask(robin, 'no address')).status).toBe(422)
  })

  test('is not sent link after link, however the address of the mailbox is written', async () => {
    const site = await open()
    for (let each = 0; each < 10; each++) await ask(visit(site), `a.da+${each}@example.org`)
    const sent = await site.store.db
      .selectFrom('mails')
      .where('purpose', '=', 'sign-in')
      .select('to')
      .execute()
    expect(sent).toHaveLength(8)
  })

  test('chooses another name, which coming in again does not change back', async () => {
    const site = await open()
    const { headers, visitor } = await visiting(site, { name: 'Vera', toldName: 'Vera' })
    const robin = visit(site, headers.cookie)
    expect((await robin.post('/you/name', { name: ' \u202E ' })).status).toBe(422)
    expect((await robin.post('/you/name', { name: ' Vera  Rubin ' })).to).toBe('/you')
    expect(await who(robin)).toEqual({ kind: 'visitor', name: 'Vera Rubin' })
    const { enterVisitor } = await import('../../services/visitors/enter-visitor.ts')
    await site.store.db
      .transaction()
      .execute(db =>
        enterVisitor(
          db,
          visitor,
          { name: 'V. Rubin', url: null, mail: null },
          { usual: '', former: null, at: 1 },
        ),
      )
    expect(await who(robin)).toEqual({ kind: 'visitor', name: 'Vera Rubin' })
  })

  test('sees and takes along what is theirs, and what belongs to their mailbox', async () => {
    const site = await open()
    const { ids, secret } = await said(site)
    const robin = visit(site)
    expect((await robin.get('/you/data')).to).toBe('/you')
    await ask(robin, 'ada@example.org')
    await robin.post((await lastMail(site)).link)
    const { page } = await robin.get('/you')
    expect([page.includes('Said as a guest'), page.includes('Said by another')]).toEqual([true, false])
    const data = JSON.parse((await robin.get('/you/data')).page)
    expect(data.you).toMatchObject({ provider: 'mail', subject: 'ada@example.org', name: 'Ada' })
    expect(data.comments).toMatchObject([{ id: ids.guest, text: 'Said as a guest', mail: 'ada@example.org' }])
    expect(data.signIns).toHaveLength(1)
    expect(JSON.stringify(data)).not.toContain(mailKeyOf(secret, 'ada@example.org'))
    // A provider that tells the same address proves nothing of the mailbox.
    const { headers } = await visiting(site, {
      mail: 'ada@example.org',
      mailKey: mailKeyOf(secret, 'ada@example.org'),
    })
    expect(JSON.parse((await visit(site, headers.cookie).get('/you/data')).page).comments).toEqual([])
  })

  test.each([
    ['stays', 'approved', 'Said as a guest'],
    ['goes', 'removed', ''],
  ])('is removed, and what they said %s', async (how, state, text) => {
    const site = await open()
    const { ids } = await said(site)
    const robin = visit(site)
    await ask(robin, 'ada@example.org')
    await robin.post((await lastMail(site)).link)
    const copied = robin.cookie()
    expect((await robin.get('/you/removal')).page).toContain('1 comment and 0 suggestions')
    expect((await robin.post('/you/removal', {})).page).toContain('Remove me')
    expect((await robin.post('/you/removal', { said: how })).page).toContain('You are removed')
    const { db } = site.store
    const rows = await db.selectFrom('comments').selectAll().orderBy('id').execute()
    const at = (id: string) => rows.find(row => row.id === id)
    const nobody = { author_name: null, author_url: null, mail: null, mail_key: null, from_key: null }
    expect(at(ids.guest)).toMatchObject({ state, text, ...nobody })
    expect(at(ids.answer)).toMatchObject({ state: 'approved', text: 'Said by another', parent_id: ids.guest })
    expect(await db.selectFrom('visitors').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('visitor_sign_ins').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('subscribers').selectAll().execute()).toEqual([])
    expect(await who(visit(site, copied))).toEqual({ kind: 'guest' })
  })

  test('is removed from what curators did with their words, too', async () => {
    const site = await open()
    const { ids, secret } = await said(site)
    const { store, clock } = site
    const { db } = store
    const who = { id: 'robin', name: 'Robin' }
    const told = { scope: { seriesIds: null }, at: clock.now }
    await decide(store, who, { ids: [ids.guest, ids.answer], decision: 'spam', ...told })
    const { edition_id } = (await db.selectFrom('comments').select('edition_id').executeTakeFirst())!
    await db.updateTable('editions').set({ takes_suggestions: 1 }).execute()
    const mail = 'ada@example.org'
    await openSuggestion(
      store,
      edition_id!,
      {
        ...{ door: 'form', language: 'en', words: 'Please add this', fromKey: null, formKey: null },
        sender: { name: 'Ada', mail, organisation: null, url: null, visitorId: null, accountId: null },
        given: { text: 'Webinar on 18 December', files: [] },
        mailKey: mailKeyOf(secret, mail),
      },
      { weigh: async () => ({ state: 'pending', evidence: [] }), at: clock.now },
    )
    const letter = { subject: 'Thank you, Ada', text: 'It came.' }
    await db.transaction().execute(async each => {
      await queueMail(each, { ...letter, to: 'Ada@example.org', purpose: 'suggestion', at: clock.now })
      await queueMail(each, { ...letter, to: mail, purpose: 'invitation', at: clock.now })
    })
    const ada = visit(site)
    await ask(ada, mail)
    await ada.post((await lastMail(site)).link)
    expect((await ada.post('/you/removal', { said: 'goes' })).page).toContain('You are removed')
    const tell = async (table: 'suggestion_steps' | 'readings' | 'suggestions' | 'comments') =>
      JSON.stringify(await db.selectFrom(table).selectAll().execute())
    for (const table of ['suggestion_steps', 'readings', 'suggestions', 'comments'] as const)
      expect([table, /\bada\b|please/i.exec(await tell(table))]).toEqual([table, null])
    const lines = await db.selectFrom('audit').where('act', '=', 'comment-spam').selectAll().execute()
    expect(lines.map(({ who, subject }) => [who, subject]).sort()).toEqual([
      ['Robin', ''],
      ['Robin', 'Bob'],
    ])
    expect(JSON.stringify(lines)).not.toContain('Said as a guest')
    expect(await db.selectFrom('mails').select(['purpose']).execute()).toEqual([{ purpose: 'invitation' }])
  })

  test('servers that somebody only named are forgotten, and those stay from which somebody came', async () => {
    const site = await open()
    const { db } = site.store
    const { visitor } = await visiting(site)
    const came = { provider: 'mastodon', issuer: 'https://came.example/' }
    await db.updateTable('visitors').set(came).where('id', '=', visitor.id).execute()
    for (const host of ['came', 'named']) {
      const known = { clientId: 'id', clientSecret: 'sealed', redirectUri: 'https://day.example/back' }
      await putMastodonServer(db, { origin: `https://${host}.example`, ...known, at: site.clock.now })
    }
    const known = async () =>
      (await db.selectFrom('mastodon_servers').orderBy('origin').select('origin').execute()).map(
        ({ origin }) => origin,
      )
    await cleanUp(site.store, site.clock.now + day - 1)
    expect(await known()).toEqual(['https://came.example', 'https://named.example'])
    await cleanUp(site.store, site.clock.now + day + 1)
    expect(await known()).toEqual(['https://came.example'])
  })

  test('what is not needed any more is forgotten', async () => {
    const site = await open()
    const { db } = site.store
    const { ids } = await said(site)
    const { visitor } = await visiting(site)
    const { visitor: quiet } = await visiting(site)
    await db.updateTable('comments').set({ visitor_id: visitor.id }).where('id', '=', ids.answer).execute()
    const guest = () =>
      db.selectFrom('comments').where('id', '=', ids.guest).select(['from_key', 'mail']).executeTakeFirst()
    await cleanUp(site.store, site.clock.now + 29 * day)
    expect(await guest()).toEqual({ from_key: 'network', mail: 'ada@example.org' })
    await cleanUp(site.store, site.clock.now + 31 * day)
    expect(await guest()).toEqual({ from_key: null, mail: 'ada@example.org' })
    await cleanUp(site.store, site.clock.now + 91 * day)
    expect(await db.selectFrom('visitor_sign_ins').selectAll().execute()).toEqual([])
    await cleanUp(site.store, site.clock.now + 401 * day)
    // Ada is told of something at her address still; of the visitors one has said something.
    expect(await guest()).toEqual({ from_key: null, mail: 'ada@example.org' })
    expect((await db.selectFrom('visitors').select('id').execute()).map(({ id }) => id)).toEqual([visitor.id])
    expect(quiet.id).not.toBe(visitor.id)
    await db.deleteFrom('subscribers').execute()
    await cleanUp(site.store, site.clock.now + 402 * day)
    expect(await guest()).toEqual({ from_key: null, mail: null })
  })
})

/** A guest of a mailbox that is told of something, and an answer to them. */
async function said(site: TestSite) {
  const { db } = site.store
  const edition = await anEdition(site.store)
  const secret = await secretOfTakingPart(db)
  const ids = { guest: randomUUIDv7(), answer: randomUUIDv7() }
  const usual: Insertable<Tables['comments']> = {
    edition_id: edition.id,
    ...{ entry_id: null, writing_id: null, account_id: null, origin: null },
    ...{ kind: 'comment', state: 'approved' },
    at: site.clock.now,
    updated_at: 0,
    ...{ id: '', parent_id: null, text: '', author_name: null, author_url: null },
  }
  await db
    .insertInto('comments')
    .values({
      ...usual,
      id: ids.guest,
      ...{ parent_id: null, text: 'Said as a guest', author_name: 'Ada', author_url: 'https://ada.example' },
      mail: 'ada@example.org',
      mail_key: mailKeyOf(secret, 'ada@example.org'),
      from_key: 'network',
    })
    .execute()
  await db
    .insertInto('comments')
    .values({
      ...usual,
      id: ids.answer,
      ...{ parent_id: ids.guest, text: 'Said by another', author_name: 'Bob', author_url: null },
    })
    .execute()
  const { takeSubscriber } = await import('../../storage/subscribers.ts')
  const { id } = await takeSubscriber(db, {
    ...{ channel: 'mail', address: 'ada@example.org', key: 'mail ada@example.org', keys: null },
    ...{ language: 'en', zone: 'UTC', state: 'confirmed', at: site.clock.now },
  })
  const { putSubscription } = await import('../../storage/subscriptions.ts')
  const told = { what: 'comments', target: edition.id, wants: [] } as const
  await putSubscription(db, { subscriberId: id, ...told, wants: [], at: site.clock.now })
  await db.updateTable('subscriptions').set({ confirmed_at: site.clock.now }).execute()
  return { ids, secret }
}

function ask(robin: Visitor, mail: string, fields: Record<string, string> = {}, name = 'Ada') {
  return robin.post('/you/with/mail', { 'own-mail': mail, 'own-name': name, ...fields })
}

async function lastMail(site: TestSite): Promise<{ to: string; link: string; code: string }> {
  const mail = await site.store.db
    .selectFrom('mails')
    .where('purpose', '=', 'sign-in')
    .orderBy('id', 'desc')
    .selectAll()
    .executeTakeFirstOrThrow()
  const { pathname } = new URL(/http\S+\/you\/by-mail\/\S+/.exec(mail.text!)![0])
  return { to: mail.to, link: pathname, code: /(\d{4}) (\d{4})/.exec(mail.text!)!.slice(1).join('') }
}
