import { describe, expect, test } from 'vitest'
import { aComment } from '../../../test/comments.ts'
import { anEdition } from '../../../test/entries.ts'
import { stores } from '../../../test/stores.ts'
import { insertAccount } from '../../storage/accounts.ts'
import { grantRole } from '../../storage/grants.ts'
import type { Store } from '../../storage/store.ts'
import { noticeWords } from '../../web/notice-words.ts'
import { decide } from './decide.ts'
import { quietMs, stopByLink, tellModerators, wishQueueMails } from './tell-moderators.ts'

const at = Date.parse('2021-12-18T12:00:00Z')
const by = { words: noticeWords, baseUrl: 'https://example.org' }
const mailsOf = (store: Store) =>
  store.db
    .selectFrom('mails')
    .orderBy('created_at')
    .select(['to', 'subject', 'text', 'html', 'purpose'])
    .execute()

async function aModerator(store: Store, seriesId: string | null) {
  const account = await insertAccount(store.db, { name: 'Ada', email: 'ada@example.org', at })
  await grantRole(store.db, { accountId: account!.id, role: 'moderator', seriesId, at })
  return account!
}

describe.each(stores)('mails to moderators in $name', ({ empty }) => {
  test('come to who asked for them, once in a while, of their own series, with words that do nothing', async () => {
    const store = await empty()
    const own = await anEdition(store)
    await store.db.updateTable('series').set({ slug: 'one-day' }).execute()
    const foreign = await anEdition(store)
    const ada = await aModerator(store, own.seriesId)
    const waiting = (edition: { id: string }, text: string, after: number) =>
      aComment(store.db, { on: { editionId: edition.id }, text, at: at + after, name: 'Bo <b>' })
    await waiting(own, 'Long ago', -10)
    await tellModerators(store, by, at)
    await wishQueueMails(store, ada.id, { wants: true, language: 'en', at })
    await waiting(foreign, 'Not theirs', 1)
    await tellModerators(store, by, at + quietMs)
    expect(await mailsOf(store)).toEqual([])

    await waiting(
      own,
      `<img src=x> \u202Ehttps://evil.example/${'x'.repeat(99)}\nsecond ${'long '.repeat(99)}`,
      2,
    )
    for (const number of [3, 4, 5]) await waiting(own, `Number ${number}`, number)
    const at2 = at + quietMs + 1
    await Promise.all([tellModerators(store, by, at2), tellModerators(store, by, at2)])
    await tellModerators(store, by, at2 + 1)
    const [mail, ...more] = await mailsOf(store)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      to: 'ada@example.org',
      purpose: 'queue',
      subject: 'example.org: comments that wait for you: 5',
    })
    expect(mail!.text).toContain('Number 5\n  Bo <b>\nNumber 4\n  Bo <b>\nNumber 3\n  Bo <b>\nand more: 2')
    expect(mail!.text).toContain('https://example.org/desk/comments\n')
    expect(mail!.html).not.toMatch(/<b>|<img|evil|Not theirs/)

    // Another within the hour waits for its end; what was decided meanwhile is not told.
    const late = await waiting(own, '<img src=x> https://evil.example/ then more', quietMs + 60_000)
    await tellModerators(store, by, at2 + quietMs - 1)
    expect(await mailsOf(store)).toHaveLength(1)
    const scope = { seriesIds: null }
    const decided = await waiting(own, 'Decided', quietMs + 70_000)
    await decide(
      store,
      { id: ada.id, name: 'Ada' },
      { ids: [decided], decision: 'bin', scope, at: at2 + 80_000 },
    )
    await tellModerators(store, by, at2 + quietMs)
    const second = (await mailsOf(store))[1]!
    expect(second.text).toContain('<img src=x> … then more')
    expect(second.html).toContain('&lt;img src=x&gt; … then more')
    expect(second.text).not.toMatch(/evil|Decided/)
    await decide(
      store,
      { id: ada.id, name: 'Ada' },
      { ids: [late], decision: 'bin', scope, at: at2 + quietMs },
    )

    // By the link of a mail, signed in or not.
    const token = /\/desk\/comments\/mails\/([\w-]+)/.exec(second.text!)![1]!
    expect(await stopByLink(store, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBe(false)
    expect(await stopByLink(store, token)).toBe(true)
    await waiting(own, 'Nobody is told', 3 * quietMs)
    await tellModerators(store, by, at + 4 * quietMs)
    expect(await mailsOf(store)).toHaveLength(2)
  })

  test('come to nobody who moderates no more', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const ada = await aModerator(store, edition.seriesId)
    await wishQueueMails(store, ada.id, { wants: true, language: 'ar', at })
    await store.db.deleteFrom('grants').execute()
    await aComment(store.db, { on: { editionId: edition.id }, at: at + 1 })
    await tellModerators(store, by, at + quietMs)
    expect(await mailsOf(store)).toEqual([])
  })
})
