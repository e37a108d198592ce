import { expect, test } from 'vitest'
import { isOpenOffer, type Offer, wishesOf } from './offer.ts'
import { type Seen, type Sighting, seenAs } from './seen.ts'

const hour = 3_600_000
const over = { phase: 'over', probably: false, today: false } as const
const on = { phase: 'on', probably: false, today: false } as const

function sighting(role: Sighting['role'], told: Partial<Seen>, at = 20 * hour): Sighting {
  const url = `https://tube.example.org/w/${role}`
  return { url, role, seen: seenAs(told), since: 10 * hour, at, unseen: null, lengths: [] }
}
const stays = sighting('livestream', { stream: 'over', recording: 'available', seconds: 60 })
const gone = sighting('recording', { recording: 'removed' })
const known = { at: over, now: 20 * hour }

test('a stream that stays is the recording, once the event is over', () => {
  expect(wishesOf({ ...known, state: 'unknown', sightings: [stays] })).toEqual([
    {
      kind: 'attach',
      url: stays.url,
      title: null,
      seconds: 60,
      publishedAt: null,
      strength: 'sure',
      reasons: [{ code: 'same-address' }, { code: 'long', seconds: 60 }],
    },
  ])
  expect(wishesOf({ ...known, state: 'unknown', sightings: [stays], at: on })).toEqual([])
  expect(wishesOf({ ...known, state: 'none', sightings: [stays] })).toEqual([])
  // Of Facebook it is not known whether it is still live.
  const there = sighting('livestream', { recording: 'available' })
  expect(wishesOf({ ...known, state: 'unknown', sightings: [there] })[0]?.strength).toBe('possible')
})

test('a recording is gone when two looks that lie apart say so, and no other is there', () => {
  expect(wishesOf({ ...known, state: 'available', sightings: [gone] })).toMatchObject([
    { kind: 'removed', reasons: [{ code: 'removed', since: 10 * hour }] },
  ])
  const once = { ...gone, at: gone.since }
  expect(wishesOf({ ...known, state: 'available', sightings: [once] })).toEqual([])
  const other = sighting('recording', { stream: 'none', recording: 'available' })
  expect(wishesOf({ ...known, state: 'available', sightings: [gone, other] })).toEqual([])
  expect(wishesOf({ ...known, state: 'unknown', sightings: [{ ...gone, seen: null }] })).toEqual([])
})

test('what was taken and undone is open again, what was refused is not', () => {
  const [wish] = wishesOf({ ...known, state: 'unknown', sightings: [stays] })
  const offer = (as: 'taken' | 'refused' | null): Offer => ({
    ...wish!,
    id: '1',
    entryId: '2',
    foundAt: 0,
    answer: as && { as, by: 'Anna', at: 0 },
  })
  const open = { recording: 'unknown', links: [] } as const
  const answers = [null, 'taken', 'refused'] as const
  expect(answers.map(as => isOpenOffer(offer(as), { ...open, links: [] }))).toEqual([true, true, false])
  expect(isOpenOffer(offer(null), { recording: 'available', links: [] })).toBe(false)
})
