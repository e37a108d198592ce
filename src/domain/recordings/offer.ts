import type { Entry } from '../entry.ts'
import type { RecordingState } from '../finding.ts'
import type { PhaseAt } from '../phase.ts'
import { mayBecome, recordingOf } from '../recording.ts'
import type { Match, Reason, Strength } from './match.ts'
import { unsureMs } from './next-look.ts'
import type { Sighting } from './seen.ts'

/** What the software would say of the recording of an entry: that it is at this address, or there no more. */
export type Wish = {
  kind: 'attach' | 'removed'
  url: string
  title: string | null
  seconds: number | null
  publishedAt: number | null
} & Match

/** What was offered to the curator. `answer`: what became of it; null where nobody has said anything. */
export type Offer = Wish & {
  id: string
  entryId: string
  foundAt: number
  answer: { as: 'taken' | 'refused'; by: string; at: number } | null
}

/** Whether what is found is put before the curator, or taken where it is sure. */
export const recordingPolicies = ['propose', 'automatic'] as const
export type RecordingPolicy = (typeof recordingPolicies)[number]

type Known = {
  state: RecordingState
  at: PhaseAt
  sightings: readonly Sighting[]
  now: number
}

/** What follows from what was seen at the entry's own addresses; what is not known says nothing. */
export function wishesOf({ state, at, sightings, now }: Known): Wish[] {
  const wishes: Wish[] = []
  const add = (kind: Wish['kind'], sighting: Sighting, strength: Strength, reasons: Reason[]) => {
    const { title = null, seconds = null, publishedAt = null } = sighting.seen ?? {}
    wishes.push({ kind, url: sighting.url, title: null, seconds, publishedAt, strength, reasons })
    // What the provider calls it says more than the event's title only where it is another.
    if (title !== null && kind === 'attach') wishes.at(-1)!.title = title.slice(0, 200)
  }
  for (const sighting of sightings) {
    const { seen, role } = sighting
    if (!seen) continue
    if (seen.recording === 'available' && state !== 'available' && mayBecome(state, 'available', at)) {
      // A curator who said that there is none knows more than a provider.
      const isOver = seen.stream === 'over' || seen.stream === 'none'
      if (state === 'none' || seen.stream === 'live' || seen.stream === 'upcoming') continue
      if (role === 'recording' && state !== 'removed') continue
      const long: Reason[] = seen.seconds === null ? [] : [{ code: 'long', seconds: seen.seconds }]
      add('attach', sighting, isOver ? 'sure' : 'possible', [{ code: 'same-address' }, ...long])
    }
    if (role === 'recording' && state === 'available' && isGone(sighting, now))
      add('removed', sighting, 'sure', [
        { code: seen.recording as 'removed' | 'private', since: sighting.since! },
      ])
  }
  // Another recording of it is still there.
  const isWatchable = sightings.some(
    ({ seen, role }) => role === 'recording' && seen?.recording === 'available',
  )
  return isWatchable ? wishes.filter(({ kind }) => kind !== 'removed') : wishes
}

/** Two looks that lie apart have to agree before anybody is told that something is gone. */
function isGone({ seen, since, at }: Sighting, now: number): boolean {
  if (seen?.recording !== 'removed' && seen?.recording !== 'private') return false
  return since !== null && at !== null && at - since >= unsureMs * 0.8 && at <= now
}

/** Whether it seems to be gone, and a second look is to say so. */
export function seemsGone({ seen }: Sighting): boolean {
  return seen?.recording === 'removed' || seen?.recording === 'private'
}

/** Whether somebody is still to say what becomes of an offer. What was taken and undone since is open again. */
export function isOpenOffer({ kind, answer }: Offer, entry: Pick<Entry, 'recording' | 'links'>): boolean {
  const state = recordingOf(entry)
  if (kind === 'removed') return answer === null && state === 'available'
  return answer?.as !== 'refused' && state !== 'available' && state !== 'none'
}
