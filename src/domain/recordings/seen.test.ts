import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Seen, type Sighting, seenAs, shorterBefore, type UnseenReason, withLook } from './seen.ts'

const address = { url: 'https://tube.example.org/w/1', role: 'recording' as const }
const available = (seconds: number | null = 3480) =>
  seenAs({ stream: 'none', recording: 'available', seconds, title: 'A talk' })

test('an answer that is not known leaves the state as it was, and says since when it is not', () => {
  const known = withLook(undefined, address, available(), 10)
  const reasons: UnseenReason[] = ['unreachable', 'busy', 'refused', 'strange', 'not-told', 'not-read']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...reasons), { minLength: 1, maxLength: 8 }), looks => {
      const after = looks.reduce(
        (sighting, unseen, at) => withLook(sighting, address, { unseen }, 20 + at),
        known,
      )
      const since =
        20 + looks.length - [...looks].reverse().findIndex((one, at, all) => all[at + 1] !== one) - 1
      expect(after).toEqual({ ...known, unseen: { reason: looks.at(-1), since } })
    }),
  )
})

test('an answer that tells neither of a stream nor of a recording keeps what was known of them', () => {
  const known = withLook(undefined, address, available(), 10)
  const after = withLook(known, address, seenAs({ title: 'A talk, renamed', embed: false }), 20)
  expect(after).toEqual({
    ...known,
    seen: { ...known.seen, title: 'A talk, renamed', embed: false },
    unseen: { reason: 'not-told', since: 20 },
  })
})

test('a recording that has become longer is noticed, with what it was before; rounding is not', () => {
  const looks: [Seen, number][] = [
    [available(3480), 10],
    [available(3500), 20],
    [available(5321), 30],
  ]
  const after = looks.reduce<Sighting | undefined>(
    (sighting, [seen, at]) => withLook(sighting, address, seen, at),
    undefined,
  )!
  expect(after).toMatchObject({ since: 10, at: 30, lengths: [{ seconds: 3500, until: 30 }] })
  expect(shorterBefore(after)).toEqual({ seconds: 3500, until: 30 })
  expect(shorterBefore(withLook(after, address, available(600), 40))).toBeNull()
})
