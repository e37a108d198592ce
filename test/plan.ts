import fc from 'fast-check'
import type { Starred } from '../src/domain/plan/starred.ts'

export const clock = (told: string) => Date.parse(`2020-12-18T${told}Z`)

/** Something starred on 18 December 2020, in hours of UTC; without an end where none is given. */
export function starred(
  id: string,
  start: string | null,
  end: string | null,
  more: Partial<Starred> = {},
): Starred {
  return {
    id,
    startsAt: start === null ? null : clock(start),
    endsAt: end === null ? null : clock(end),
    precision: start === null ? 'not-told' : 'moment',
    floating: false,
    status: 'scheduled',
    kind: 'event',
    wish: 'like',
    pin: null,
    recording: 'none',
    parentId: null,
    assumedMinutes: 60,
    ...more,
  }
}

const quarter = 15 * 60_000

/** A handful of them, on quarters of hours, that overlap a lot; some are sessions of others. */
export const someStarred: fc.Arbitrary<Starred[]> = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 60 }),
      quarters: fc.option(fc.integer({ min: 0, max: 24 }), { freq: 6 }),
      wish: fc.constantFrom('must' as const, 'like' as const),
      pin: fc.oneof(
        { weight: 8, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: fc.constantFrom('live' as const, 'later' as const) },
      ),
      recording: fc.constantFrom('unknown', 'none', 'expected', 'available', 'removed'),
      status: fc.oneof(
        { weight: 9, arbitrary: fc.constant('scheduled' as const) },
        { weight: 1, arbitrary: fc.constantFrom('cancelled' as const, 'postponed' as const) },
      ),
      kind: fc.oneof(
        { weight: 12, arbitrary: fc.constant('event' as const) },
        { weight: 1, arbitrary: fc.constant('statement' as const) },
      ),
      parent: fc.option(fc.integer({ min: 0, max: 7 }), { freq: 2 }),
      isTimed: fc.oneof(
        { weight: 9, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
    }),
    { maxLength: 8 },
  )
  .chain(items => fc.tuple(fc.constant(items), fc.shuffledSubarray([...'abcdefgh'], { minLength: 8 })))
  .map(([items, ids]) =>
    items.map(({ start, quarters, parent, isTimed, ...more }, index) => {
      const startsAt = isTimed ? clock('00:00') + start * quarter : null
      const isWithin = parent !== null && parent !== index && parent < items.length
      return {
        ...starred(ids[index]!, null, null, more as Partial<Starred>),
        startsAt,
        endsAt: startsAt === null || quarters === null ? null : startsAt + quarters * quarter,
        precision: isTimed ? 'moment' : 'not-told',
        parentId: isWithin ? ids[parent]! : null,
      }
    }),
  )
