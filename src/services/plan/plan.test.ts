import { describe, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { stores } from '../../../test/stores.ts'
import { mostStars } from '../../domain/plan/kept-plan.ts'
import { findPlan, readStars } from '../../storage/plans.ts'
import { findNamed, readStarred } from '../../storage/starred.ts'
import type { Store } from '../../storage/store.ts'
import { addEntries } from '../add-entries.ts'
import { changeEntries } from '../change-entries.ts'
import { cleanUp } from '../clean-up.ts'
import { mergeEntries } from '../merge-entries.ts'
import { hashOf } from '../sign-in/one-time.ts'
import { forgetPlan } from './forget-plan.ts'
import { mergePlans } from './merge-plans.ts'
import { pinEntries } from './pin-entries.ts'
import { settlePlan } from './settle-plan.ts'
import { starEntries } from './star-entries.ts'
import { visitPlan } from './visit-plan.ts'

const day = 86_400_000
const hour = 3_600_000
const anna = { by: 'Anna', at: 10 }
const star = (entryId: string, wish: 'must' | 'like' | null = 'like', startsAt: number | null = null) => ({
  entryId,
  wish,
  startsAt,
})
const first = { token: null, zone: null, at: 100 }
const starsOf = async (store: Store, token: string) => {
  const plan = await findPlan(store.db, hashOf(token))
  return plan && (await readStars(store.db, plan.id))
}

describe.each(stores)('a plan in $name', ({ empty }) => {
  test('is made with the first star, keeps what is wanted of each, and is opened by its token alone', async () => {
    const store = await empty()
    expect(await starEntries(store, [star('a', null)], first)).toBeNull()
    const made = (await starEntries(store, [star('a', 'must', 7), star('b')], {
      ...first,
      zone: 'Asia/Manila',
    }))!
    expect(made.token).toMatch(/^[\w-]{43}$/)
    expect(await store.db.selectFrom('plans').select('token').execute()).toEqual([
      { token: hashOf(made.token) },
    ])
    const later = { token: made.token, zone: null, at: 200 }
    expect(await pinEntries(store, { entryIds: ['a'], pin: 'later' }, later)).toBe(2)
    expect(await starEntries(store, [star('a', 'like', 9), star('b', null), star('c')], later)).toEqual({
      token: made.token,
      revision: 3,
    })
    expect(await starsOf(store, made.token)).toEqual([
      { entryId: 'a', wish: 'like', pin: 'later', startsAt: 7, at: 100 },
      { entryId: 'c', wish: 'like', pin: null, startsAt: null, at: 200 },
    ])
    expect(await findPlan(store.db, hashOf(made.token))).toEqual({
      id: expect.any(String),
      revision: 3,
      zone: 'Asia/Manila',
      waking: null,
      pauses: [],
      changedAt: 200,
      usedAt: 200,
      seenAt: null,
      seenBefore: null,
    })
    expect(await pinEntries(store, { entryIds: ['b'], pin: 'live' }, later)).toBeNull()
    expect(await pinEntries(store, { entryIds: ['a'], pin: 'live' }, { ...later, token: 'x' })).toBeNull()
  })

  test('is never made under a token that came from outside, and holds so much and no more', async () => {
    const store = await empty()
    const made = (await starEntries(store, [star('a')], { ...first, token: 'chosen-by-somebody' }))!
    expect(made.token).not.toBe('chosen-by-somebody')
    const own = { ...first, token: made.token }
    const many = Array.from({ length: mostStars }, (_, index) => star(`e${index}`))
    await expect(starEntries(store, many, own)).rejects.toThrow('at most')
    expect(await starsOf(store, made.token)).toHaveLength(1)
    await starEntries(store, [star('a', null), ...many], own)
    expect(await starsOf(store, made.token)).toHaveLength(mostStars)
  })

  test('keeps zone, waking hours and pauses, and remembers the visit before this one', async () => {
    const store = await empty()
    const { token } = (await starEntries(store, [star('a')], first))!
    const waking = { from: 20, to: 11 }
    const pauses = [{ from: 750, to: 810 }]
    expect(await settlePlan(store, { zone: 'Africa/Lagos', waking, pauses }, { token, at: 300 })).toBe(true)
    expect(await settlePlan(store, { pauses: [] }, { token: 'none', at: 300 })).toBe(false)
    const read = async () => (await findPlan(store.db, hashOf(token)))!
    expect(await read()).toMatchObject({ zone: 'Africa/Lagos', waking, pauses, revision: 2 })
    const look = async (at: number, how: 'seen' | 'read' = 'seen') => visitPlan(store, await read(), how, at)
    await look(hour)
    await look(2 * hour)
    expect(await read()).toMatchObject({ seenAt: 2 * hour, seenBefore: null, revision: 2 })
    await look(9 * hour)
    expect(await look(9 * hour + 60_000)).toMatchObject({ seenAt: 9 * hour, seenBefore: 2 * hour })
    // A calendar that asks keeps the plan, and is no visit.
    await look(40 * hour, 'read')
    expect(await read()).toMatchObject({ seenAt: 9 * hour, seenBefore: 2 * hour, usedAt: 40 * hour })
  })

  test('takes in what another device had, whose address leads to it from then on', async () => {
    const store = await empty()
    const desk = (await starEntries(store, [star('a'), star('b', 'must')], first))!.token
    const phone = (await starEntries(store, [star('a', 'must'), star('c')], first))!.token
    const old = (await starEntries(store, [star('d')], first))!.token
    await settlePlan(store, { zone: 'Asia/Manila' }, { token: phone, at: 150 })
    await mergePlans(store, { token: phone, own: old, at: 160 })
    expect(await mergePlans(store, { token: desk, own: phone, at: 200 })).toBe(2)
    const all = (await starsOf(store, desk))!.map(({ entryId, wish }) => `${entryId} ${wish}`).sort()
    expect(all).toEqual(['a must', 'b must', 'c like', 'd like'])
    for (const token of [phone, old]) expect(await starsOf(store, token)).toEqual(await starsOf(store, desk))
    expect((await findPlan(store.db, hashOf(old)))!.zone).toBe('Asia/Manila')
    expect(await mergePlans(store, { token: desk, own: phone, at: 300 })).toBe(2)
    expect(await mergePlans(store, { token: 'gone', own: desk, at: 300 })).toBeNull()
    // Merging both ways at once loses nothing either.
    const other = (await starEntries(store, [star('e')], first))!.token
    await Promise.all([
      mergePlans(store, { token: desk, own: other, at: 400 }),
      mergePlans(store, { token: other, own: desk, at: 400 }),
    ])
    expect(await starsOf(store, desk)).toHaveLength(5)
    expect(await starsOf(store, other)).toHaveLength(5)
    await forgetPlan(store, phone)
    for (const token of [desk, phone, old, other]) expect(await starsOf(store, token)).toBeNull()
    expect(await store.db.selectFrom('plans').selectAll().execute()).toEqual([])
    expect(await store.db.selectFrom('plan_entries').selectAll().execute()).toEqual([])
  })

  test('is removed when nobody has used it for long', async () => {
    const store = await empty()
    const at = Date.parse('2026-12-01T00:00:00Z')
    const old = (await starEntries(store, [star('a')], { ...first, at: at - 501 * day }))!.token
    const young = (await starEntries(store, [star('a')], { ...first, at: at - 499 * day }))!.token
    await cleanUp(store, at)
    expect(await starsOf(store, old)).toBeNull()
    expect(await starsOf(store, young)).toHaveLength(1)
  })

  test('finds what was starred: merged ones lead on, withdrawn ones are named, drafts are unknown', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const wanted = ['Maps', 'Maps again', 'Walk', 'Draft'].map(title => ({
      content: content({ title }),
      state: title === 'Draft' ? ('draft' as const) : ('published' as const),
    }))
    const { entries } = await addEntries(store, edition.id, wanted, anna)
    const [maps, again, walk, draft] = entries.map(({ id }) => id)
    const name = (slug: string) => `migrants-day/2020/${slug}`
    const names = ['maps', 'maps-again', 'walk', 'draft', 'nothing', 'walk#x'].map(name)
    const before = await findNamed(store, [...names, '', '//', 'a/b/c#'])
    expect(Object.fromEntries([...before].map(([each, { id }]) => [each, id]))).toEqual({
      [name('maps')]: maps,
      [name('maps-again')]: again,
      [name('walk')]: walk,
    })
    await mergeEntries(store, edition.id, { keep: maps!, other: again!, chosen: {} }, anna)
    const withdraw = { ...anna, name: 'withdraw' }
    await changeEntries(store, edition.id, [walk!], was => ({ ...was, state: 'withdrawn' }), withdraw)
    const after = await findNamed(store, names)
    expect(after.get(name('maps-again'))).toMatchObject({ id: maps, isWithdrawn: false })
    expect(after.get(name('walk'))).toMatchObject({ id: walk, isWithdrawn: true })
    const found = await readStarred(store, [maps!, again!, walk!, draft!, 'none'])
    expect(found.get(maps!)).toMatchObject({ entry: { id: maps }, was: null, parent: null })
    expect(found.get(again!)).toMatchObject({ entry: { id: maps }, was: 'Maps again' })
    expect(found.get(again!)).toMatchObject({ edition: { slug: '2020' }, series: { slug: 'migrants-day' } })
    expect(found.get(walk!)).toEqual({ title: 'Walk', state: 'withdrawn' })
    expect(found.get(draft!)).toEqual({ title: null, state: 'unknown' })
    expect(found.get('none')).toEqual({ title: null, state: 'unknown' })
  })
})
