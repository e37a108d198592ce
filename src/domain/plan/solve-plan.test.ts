import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clock, someStarred, starred } from '../../../test/plan.ts'
import { isAwake } from '../waking.ts'
import { type PlanFor, solvePlan } from './solve-plan.ts'
import type { Starred } from './starred.ts'

const minute = 60_000
const hours: PlanFor = { at: clock('00:00'), zone: 'UTC', waking: { from: 7, to: 23 }, pauses: [] }

/** Choice, code, what tips the scales, and the others, by id. */
function told(items: Starred[], more: Partial<PlanFor> = {}): Record<string, string> {
  const { decisions } = solvePlan(items, { ...hours, ...more })
  return Object.fromEntries(
    decisions.map(({ id, choice, held, reason: { code, because, others } }) => [
      id,
      [choice, code, because, ...others.map(other => other.id), held ? null : '(not as pinned)']
        .filter(Boolean)
        .join(' '),
    ]),
  )
}

describe('a plan', () => {
  test('shows live what has no recording, and later what overlaps it and will have one', () => {
    const recorded = starred('a', '14:00', '15:00', { recording: 'expected', wish: 'must' })
    expect(told([recorded, starred('b', '14:30', '15:30'), starred('c', '15:30', '16:00')])).toEqual({
      a: 'later overlap like b',
      b: 'live overlap like a',
      c: 'live free',
    })
  })

  test('gives up any number of likes for one must', () => {
    const likes = [starred('a', '14:00', '14:20'), starred('b', '14:20', '14:40')]
    expect(told([...likes, starred('m', '14:00', '15:00', { wish: 'must' })])).toEqual({
      a: 'missed overlap must m',
      b: 'missed overlap must m',
      m: 'live overlap must a b',
    })
  })

  test('shows more where each by itself is worth the same, and the earlier one where nothing tips', () => {
    const long = starred('a', '13:59', '15:00')
    expect(told([long, starred('b', '14:00', '14:30'), starred('c', '14:30', '15:00')])).toEqual({
      a: 'missed overlap more b c',
      b: 'live overlap like a',
      c: 'live overlap like a',
    })
    expect(told([starred('b', '14:00', '15:00'), starred('a', '14:30', '15:30')])).toEqual({
      b: 'live overlap like a',
      a: 'missed overlap order b',
    })
    expect(told([starred('b', '14:00', '15:00'), starred('a', '14:00', '15:30')])).toEqual({
      a: 'live overlap like b',
      b: 'missed overlap order a',
    })
  })

  test('takes an end that is not told for what the edition assumes, and says that an overlap is possible', () => {
    const items = [starred('a', '14:00', null), starred('b', '14:45', '16:00')]
    const [, b] = solvePlan(items, hours).decisions
    expect(b).toMatchObject({
      choice: 'missed',
      reason: { others: [{ id: 'a', from: clock('14:45'), to: clock('15:00'), possible: true }] },
    })
    expect(told([starred('a', '14:00', null, { assumedMinutes: 45 }), items[1]!])).toEqual({
      a: 'live free',
      b: 'live free',
    })
  })

  test('lets nobody watch at night or in a pause, unless they pin it', () => {
    const items = [
      starred('night', '06:30', '07:30', { recording: 'expected' }),
      starred('noon', '12:00', '12:30'),
      starred('day', '07:00', '12:00'),
    ]
    const pauses = [{ start: clock('12:15'), end: clock('13:00') }]
    expect(told(items, { pauses })).toEqual({
      night: 'later asleep',
      day: 'live free',
      noon: 'missed pause',
    })
    expect(
      told(
        items.map(item => ({ ...item, pin: 'live' as const })),
        { pauses },
      ),
    ).toEqual({ night: 'live chosen day', day: 'live chosen night', noon: 'live chosen' })
    expect(told(items, { pauses, waking: null })).toEqual({
      night: 'later overlap like day',
      day: 'live overlap like night',
      noon: 'missed pause',
    })
  })

  test('knows the night of somebody who sleeps by day, and the hours of their zone', () => {
    const items = [starred('a', '01:00', '02:00'), starred('b', '14:00', '15:00')]
    expect(told(items, { waking: { from: 20, to: 11 } })).toEqual({ a: 'live free', b: 'missed asleep' })
    expect(told(items, { zone: 'Asia/Manila' })).toEqual({ a: 'live free', b: 'live free' })
    expect(told(items, { zone: 'America/Los_Angeles' })).toEqual({ a: 'live free', b: 'missed asleep' })
  })

  test('shows what is over only as a recording, and what is on from now on', () => {
    const items = [
      starred('there', '10:00', '11:00', { recording: 'available' }),
      starred('soon', '10:00', '11:00', { recording: 'expected' }),
      starred('gone', '10:00', '11:00', { recording: 'removed' }),
      starred('nobody knows', '10:00', '11:00', { recording: 'unknown', pin: 'live' }),
      starred('on', '10:00', '13:00'),
      starred('on too', '11:30', '12:00', { recording: 'available' }),
      starred('next', '12:00', '13:30'),
      starred('probably on', '11:50', null, { recording: 'available' }),
    ]
    expect(told(items, { at: clock('12:00') })).toEqual({
      there: 'later over',
      soon: 'later over',
      gone: 'missed over',
      'nobody knows': 'missed over (not as pinned)',
      on: 'live overlap like next',
      'on too': 'later over',
      'probably on': 'later over',
      next: 'missed overlap order on',
    })
  })

  test('leaves to the reader what has no hour, lasts for days or is there to be read', () => {
    const day = { startsAt: clock('00:00'), endsAt: clock('24:00') }
    const items = [
      starred('all day', null, null, { ...day, precision: 'all-day' }),
      starred('some hour', null, null, { ...day, precision: 'date-only', pin: 'live' }),
      starred('week', '08:00', null, { endsAt: clock('08:00') + 5 * 24 * 60 * minute }),
      starred('text', null, null, { kind: 'statement' }),
      starred('not told', null, null),
      starred('recorded', null, null, { recording: 'available' }),
      starred('cancelled', '14:00', '15:00', { status: 'cancelled', recording: 'available' }),
      starred('event', '14:00', '15:00'),
      starred('deadline', '14:30', '14:30'),
    ]
    expect(told(items)).toEqual({
      'all day': 'open whole-day',
      'some hour': 'untimed hour-not-told (not as pinned)',
      week: 'open for-days',
      text: 'open anytime',
      'not told': 'untimed not-told',
      recorded: 'later not-told',
      cancelled: 'off cancelled',
      event: 'live free',
      deadline: 'live free',
    })
    expect(solvePlan(items, hours).seen).toEqual({ musts: 0, likes: 6, expected: 0, live: 2 })
  })

  test('shows a whole together with the best of its sessions, which do not clash with it', () => {
    const whole = starred('w', '09:00', '18:00')
    const sessions = [
      starred('s1', '10:00', '11:00', { parentId: 'w' }),
      starred('s2', '10:30', '11:30', { parentId: 'w', wish: 'must' }),
      starred('s3', '17:30', '18:30', { parentId: 'w' }),
    ]
    const other = starred('o', '11:00', '12:00')
    expect(told([whole, ...sessions, other])).toEqual({
      w: 'live overlap like o',
      s1: 'missed overlap must s2',
      s2: 'live overlap must s1 o',
      s3: 'live free',
      o: 'missed overlap must s2',
    })
    expect(told([whole, sessions[0]!, { ...other, wish: 'must' }])).toEqual({
      w: 'missed overlap must o',
      s1: 'live free',
      o: 'live overlap must w',
    })
    expect(told([{ ...whole, pin: 'live' }, sessions[0]!, { ...other, wish: 'must' }])).toEqual({
      w: 'live chosen',
      s1: 'live free',
      o: 'missed overlap chosen w',
    })
  })

  test('is as the reader pinned it, even where two overlap, and says so', () => {
    const items = [
      starred('a', '14:00', '15:00', { pin: 'live', recording: 'expected' }),
      starred('b', '14:30', '15:30', { pin: 'live' }),
      starred('c', '14:45', '15:00', { wish: 'must' }),
      starred('d', '16:00', '17:00', { pin: 'later', recording: 'expected' }),
      starred('e', '16:00', '17:00', { pin: 'later' }),
    ]
    expect(told(items)).toEqual({
      a: 'live chosen b',
      b: 'live chosen a',
      c: 'missed overlap chosen a b',
      d: 'later chosen',
      e: 'missed chosen (not as pinned)',
    })
  })

  test('names five of many that overlap, and counts the others', () => {
    const long = starred('z', '08:00', '22:00')
    const many = Array.from({ length: 8 }, (_, index) =>
      starred(`${index}`, `${10 + index}:00`, `${11 + index}:00`),
    )
    const [first] = solvePlan([long, ...many], hours).decisions
    expect(first!.reason).toMatchObject({ code: 'overlap', because: 'more', more: 3 })
    expect(first!.reason.others.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4'])
  })

  test('takes sessions in their order, in whichever they were starred', () => {
    const whole = starred('f', '08:00', '09:15')
    const sessions = [
      { ...starred('e', '09:00', '10:00'), parentId: 'f' },
      { ...starred('h', '08:00', '09:00'), parentId: 'f' },
    ]
    const { decisions } = solvePlan([...sessions, whole], hours)
    expect(decisions.map(({ id, choice }) => [id, choice])).toEqual([
      ['f', 'live'],
      ['h', 'live'],
      ['e', 'live'],
    ])
  })

  test('is the one that trying all of them finds', () => {
    fc.assert(
      fc.property(someStarred, fc.integer({ min: 0, max: 40 }), fc.boolean(), (items, quarters, isNight) => {
        const planFor: PlanFor = {
          at: clock('00:00') + quarters * 15 * minute,
          zone: '+05:45',
          waking: isNight ? { from: 18, to: 8 } : null,
          pauses: [{ start: clock('03:00'), end: clock('04:30') }],
        }
        const { decisions, seen } = solvePlan(items, planFor)
        const best = tryAll(items, planFor)
        expect(decisions.filter(({ choice }) => choice === 'live').map(({ id }) => id)).toEqual(best.live)
        expect(seen).toEqual(best.seen)
      }),
      { numRuns: 2000 },
    )
  })

  test('names only what is live, as what something gives way to, and never its whole or its sessions', () => {
    fc.assert(
      fc.property(someStarred, items => {
        const { decisions } = solvePlan(items, { ...hours, waking: null })
        const choices = new Map(decisions.map(({ id, choice }) => [id, choice]))
        const parents = new Map(items.map(({ id, parentId }) => [id, parentId]))
        for (const { id, choice, reason } of decisions) {
          if (reason.code !== 'overlap') continue
          expect(reason.others.length).toBeGreaterThan(0)
          for (const other of reason.others) {
            expect(other.from).toBeLessThan(other.to)
            if (choice !== 'live') expect(choices.get(other.id)).toBe('live')
            else expect(choices.get(other.id)).not.toBe('live')
            if (parents.get(id) === other.id) expect(parents.get(other.id)).not.toBeNull()
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})

type Stretch = { start: number; end: number }
type Item = { starred: Starred; begins: number; start: number; end: number }

/** Tries every choice of what may be live, by the words of the objective. */
function tryAll(all: Starred[], planFor: PlanFor) {
  const takesPlace = (item: Starred) => item.status === 'scheduled' && item.kind === 'event'
  const spans: Item[] = all.flatMap(item => {
    if (!takesPlace(item) || item.startsAt === null) return []
    const end = item.endsAt ?? item.startsAt + 60 * minute
    if (end <= planFor.at || item.pin === 'later') return []
    const isProof = item.recording === 'available' || item.recording === 'removed'
    if (item.endsAt === null && isProof && item.startsAt <= planFor.at) return []
    return [{ starred: item, begins: item.startsAt, start: Math.max(item.startsAt, planFor.at), end }]
  })
  const parentOf = (item: Item) => spans.find(each => each.starred.id === item.starred.parentId)
  const overlap = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end
  const awake = spans.filter(item => {
    const parent = parentOf(item)
    if (item.starred.pin === 'live' || (parent?.starred.pin === 'live' && overlap(parent, item))) return true
    for (let at = item.start; at < item.end || at === item.start; at += 15 * minute) {
      if (planFor.waking && !isAwake(at, planFor.zone, planFor.waking)) return false
      if (planFor.pauses.some(({ start, end }) => start <= at && at < end)) return false
    }
    return true
  })
  const atOnce = awake.filter(({ start, end }) => start === end)
  const possible = awake.filter(({ start, end }) => start < end)
  const wholes = new Map<Item, Item>()
  const reach = new Map(possible.map(item => [item, { start: item.start, end: item.end }]))
  for (let before = -1; before !== wholes.size; ) {
    before = wholes.size
    for (const item of possible) {
      const parent = parentOf(item)
      const above = parent && parentOf(parent)
      const far = parent && reach.get(parent)
      if (wholes.has(item) || !far || (above && possible.includes(above)) || !overlap(far, item)) continue
      wholes.set(item, parent)
      far.start = Math.min(far.start, item.start)
      far.end = Math.max(far.end, item.end)
    }
  }
  const long = new Map(
    possible.map(item => {
      const own = [item, ...possible.filter(each => wholes.get(each) === item)]
      return [
        item,
        {
          ...item,
          begins: Math.min(...own.map(each => each.begins)),
          start: Math.min(...own.map(each => each.start)),
          end: Math.max(...own.map(each => each.end)),
          isWhole: own.length > 1,
        },
      ]
    }),
  )
  const clash = (a: Item, b: Item) =>
    overlap(long.get(a)!, long.get(b)!) && wholes.get(a) !== b && wholes.get(b) !== a

  const pinned = possible.filter(({ starred: { pin } }) => pin === 'live')
  const free = possible.filter(item => !pinned.includes(item) && !pinned.some(each => clash(each, item)))
  const order = (a: Item, b: Item) => {
    const [first, second] = [long.get(a)!, long.get(b)!]
    if (first.begins !== second.begins) return first.begins - second.begins
    return Number(second.isWhole) - Number(first.isWhole) || (a.starred.id < b.starred.id ? -1 : 1)
  }
  let best: { live: Item[]; vector: number[] } | null = null
  for (let bits = 0; bits < 2 ** free.length; bits++) {
    const chosen = free.filter((_, index) => bits & (1 << index))
    if (chosen.some((a, index) => chosen.slice(index + 1).some(b => clash(a, b)))) continue
    const live = [...chosen, ...pinned, ...atOnce]
    const seen = seenWith(new Set(live.map(item => item.starred.id)), all, planFor)
    const vector = [seen.musts, seen.likes, -seen.expected, seen.live]
    const sorted = chosen.sort(order)
    if (best === null || isBetter(vector, sorted, best, order)) best = { live: sorted, vector }
  }
  const live = [...best!.live, ...pinned, ...atOnce].map(({ starred: item }) => item)
  live.sort((a, b) => a.startsAt! - b.startsAt! || (a.id < b.id ? -1 : 1))
  const ids = live.map(({ id }) => id)
  return { live: ids, seen: seenWith(new Set(ids), all, planFor) }
}

function seenWith(live: Set<string>, all: Starred[], { at }: PlanFor) {
  const seen = { musts: 0, likes: 0, expected: 0, live: 0 }
  for (const item of all) {
    if (item.status !== 'scheduled') continue
    const isOpen = item.kind !== 'event'
    const end = item.endsAt ?? (item.startsAt ?? 0) + 60 * minute
    const isOver = item.startsAt !== null && at >= end
    const wasRecorded = item.recording === 'available' || item.recording === 'removed'
    const isProved = item.endsAt === null && wasRecorded && item.startsAt !== null && at >= item.startsAt
    const there = item.recording === 'available' && (isOver || isProved || item.startsAt === null)
    const expected =
      item.startsAt !== null &&
      !there &&
      (item.recording === 'expected' || (wasRecorded && !isOver && !isProved))
    const isLive = live.has(item.id)
    if (!isLive && !isOpen && !there && !expected) continue
    seen[item.wish === 'must' ? 'musts' : 'likes']++
    if (isLive) seen.live++
    else if (expected && !isOpen) seen.expected++
  }
  return seen
}

/** Whether a choice is better: by what is seen, then by the first one in which the two differ. */
function isBetter(
  vector: number[],
  live: Item[],
  best: { live: Item[]; vector: number[] },
  order: (a: Item, b: Item) => number,
): boolean {
  for (const [part, value] of vector.entries())
    if (value !== best.vector[part]) return value > best.vector[part]!
  for (const [index, item] of live.entries()) {
    const other = best.live[index]
    if (other === undefined) return true
    if (item !== other) return order(item, other) < 0
  }
  return false
}
