import { describe, expect, test } from 'vitest'
import { aCurator } from '../../../test/comments.ts'
import { anEdition } from '../../../test/entries.ts'
import { stores } from '../../../test/stores.ts'
import { noProof, type Offered } from '../../domain/taking-part/verdict.ts'
import { insertBlock } from '../../storage/blocks.ts'
import type { Db } from '../../storage/tables.ts'
import { fromKeyOf, mailKeyOf, secretOfTakingPart } from './keys.ts'
import { weigh } from './weigh.ts'

const at = Date.parse('2021-12-18T12:00:00Z')

function offered(told: Partial<Offered> = {}): Offered {
  return {
    what: 'comment',
    participant: { kind: 'guest' },
    name: 'Amina',
    mailKey: 'key of amina',
    editKey: 'browser of amina',
    fromKey: null,
    url: null,
    text: 'Thank you, I shall listen to this from Nairobi.',
    language: 'en',
    seriesId: null,
    at,
    proof: {
      work: { state: 'done', key: `proof ${Math.random()}`, until: at + 1 },
      isTrapped: false,
      seconds: 40,
    },
    ...told,
  }
}

async function saidBefore(
  db: Db,
  state: 'approved' | 'pending' | 'spam',
  {
    mailKey = 'key of amina',
    editKey = 'browser of amina',
  }: { mailKey?: string; editKey?: string | null } = {},
) {
  await db
    .insertInto('comments')
    .values({
      id: crypto.randomUUID(),
      edition_id: null,
      entry_id: null,
      writing_id: null,
      parent_id: null,
      kind: 'comment',
      state,
      author_name: 'Amina',
      author_url: null,
      account_id: null,
      text: 'Earlier words.',
      at: at - 1000,
      origin: null,
      updated_at: at,
      mail_key: mailKey,
      edit_key: editKey,
    })
    .execute()
}

describe.each(stores)('weighing in $name', ({ empty }) => {
  test('what somebody new brings waits, and what a curator says does not', async () => {
    const { db } = await empty()
    expect((await weigh(db, offered())).state).toBe('pending')
    await aCurator(db, 'a')
    expect(
      (await weigh(db, offered({ participant: { kind: 'curator', id: 'a' }, proof: noProof }))).state,
    ).toBe('approved')
  })

  test('a curator of one series is anybody below another, and below what belongs to none', async () => {
    const store = await empty()
    const { seriesId } = await anEdition(store)
    await aCurator(store.db, 'a', seriesId)
    const state = async (of: string | null) =>
      (await weigh(store.db, offered({ participant: { kind: 'curator', id: 'a' }, seriesId: of }))).state
    expect([await state(seriesId), await state('another'), await state(null)]).toEqual([
      'approved',
      'pending',
      'pending',
    ])
    // What they said at home stands there by itself; elsewhere it makes them known once another has let it in.
    await saidBefore(store.db, 'approved')
    const decide = (by: string | null) =>
      store.db.updateTable('comments').set({ account_id: 'a', decided_by: by }).execute()
    const after: string[] = []
    for (const by of [null, 'Amina', 'Ben']) {
      await decide(by)
      after.push(await state('another'))
    }
    expect(after).toEqual(['pending', 'pending', 'approved'])
    const block = { kind: 'account', value: 'a', said: 'a', reason: 'tests', seriesId: null } as const
    await insertBlock(store.db, { ...block, id: 'block', madeAt: at, madeBy: 'b', until: null })
    expect([await state(seriesId), await state('another')]).toEqual(['approved', 'spam'])
  })

  test('whose words were approved before is trusted, until their words were spam', async () => {
    const { db } = await empty()
    await saidBefore(db, 'pending')
    expect((await weigh(db, offered())).state).toBe('pending')
    await saidBefore(db, 'approved')
    expect((await weigh(db, offered())).state).toBe('approved')
    expect((await weigh(db, offered({ mailKey: 'key of another' }))).state).toBe('pending')
    await saidBefore(db, 'spam')
    expect((await weigh(db, offered())).state).toBe('pending')
  })

  test('who only knows the mail address of somebody is not trusted for it, and takes no trust from them', async () => {
    const { db } = await empty()
    await saidBefore(db, 'approved')
    expect((await weigh(db, offered({ editKey: 'browser of mallory' }))).state).toBe('pending')
    expect((await weigh(db, offered({ editKey: null }))).state).toBe('pending')
    for (let each = 0; each < 3; each++) await saidBefore(db, 'spam', { editKey: 'browser of mallory' })
    expect((await weigh(db, offered())).state).toBe('approved')
    expect((await weigh(db, offered({ editKey: 'browser of mallory' }))).state).toBe('spam')
  })

  test('what came from no browser, as from a site before, lets nobody in', async () => {
    const { db } = await empty()
    await saidBefore(db, 'approved', { editKey: null })
    expect((await weigh(db, offered({ editKey: null }))).state).toBe('pending')
  })

  test('a proof is good once', async () => {
    const { db } = await empty()
    await saidBefore(db, 'approved')
    const same = offered()
    expect((await weigh(db, same)).state).toBe('approved')
    const again = await weigh(db, same)
    expect(again.state).toBe('pending')
    expect(again.evidence.map(({ code }) => code)).toContain('wrong-work')
  })

  test('keys tell whether two are the same, and differ from site to site', async () => {
    const [one, other] = [await secretOfTakingPart((await empty()).db), Buffer.alloc(32, 7)]
    expect(mailKeyOf(one, ' Amina@Example.org')).toBe(mailKeyOf(one, 'amina@example.org'))
    expect(mailKeyOf(one, 'amina@example.org')).not.toBe(mailKeyOf(other, 'amina@example.org'))
    expect(fromKeyOf(one, '203.0.113.7')).toBe(fromKeyOf(one, '203.0.113.200'))
    expect(fromKeyOf(one, '203.0.113.7')).toBe(fromKeyOf(one, '::ffff:203.0.113.9'))
    expect(fromKeyOf(one, '203.0.113.7')).not.toBe(fromKeyOf(one, '203.0.114.7'))
    expect(fromKeyOf(one, '2001:db8:1:2::3')).toBe(fromKeyOf(one, '2001:db8:1:ffff::9'))
    expect(fromKeyOf(one, '2001:db8:2::3')).not.toBe(fromKeyOf(one, '2001:db8:1::3'))
    expect(fromKeyOf(one, 'nonsense')).toBeNull()
  })
})
