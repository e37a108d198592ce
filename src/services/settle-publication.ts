import { Refusal } from '../domain/refusal.ts'
import { queueJob, unqueueJob } from '../storage/jobs.ts'
import type { Db } from '../storage/tables.ts'
import { epochOf } from '../time/instants.ts'
import { canonicalZone } from '../time/zones.ts'

/** What is published by itself: an entry, (`entry` null) the edition, or a post or page. */
export type Publishable = InProgramme | { writing: string }
export type InProgramme = { edition: string; entry: string | null }

type Scheduled = { state: string; publishAt: number | null }

/**
 * When it is to be published by itself after a change at `at`: only a draft is. A moment that has passed comes back
 * when an older version is restored, and must publish nothing.
 */
export function publishAtOf(before: Scheduled | null, next: Scheduled, at: number): number | null {
  const { state, publishAt } = next
  if (state !== 'draft' || publishAt === null) return null
  return publishAt === before?.publishAt || publishAt > at ? publishAt : null
}

/** Sees to it that the work is queued that the moment asks for, in the transaction that changes it. */
export async function settlePublication(db: Db, what: Publishable, publishAt: number | null): Promise<void> {
  const key = 'writing' in what ? what.writing : (what.entry ?? what.edition)
  if (publishAt === null) await unqueueJob(db, 'publish', key)
  else await queueJob(db, { kind: 'publish', data: what, dueAt: publishAt, key })
}

/** A moment as people say it: what clocks in a zone show (`2020-12-18T09:00`). */
export type WallMoment = { wall: string; zone: string }

/**
 * The moment at which something is to be published.
 *
 * @returns epoch milliseconds
 * @throws Refusal when it cannot be understood, or has passed
 */
export function momentOfPublication({ wall, zone }: WallMoment, at: number): number {
  const known = canonicalZone(zone)
  if (known === null) throw new Refusal('zone-unknown', { zone }, `“${zone}” is no time zone.`)
  let moment: number
  try {
    moment = epochOf(wall, known)
  } catch {
    throw new Refusal('moment-wrong', { moment: wall }, `“${wall}” is no day and time.`)
  }
  if (moment <= at) throw new Refusal('moment-past', {}, 'That moment has passed. Publish it now instead.')
  return moment
}
