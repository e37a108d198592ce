import type { ToldSetback } from '../setback.ts'
import { isAwake, type Waking, wakingSpans } from '../waking.ts'
import type { Channel, Want } from './subscription.ts'

const minute = 60_000
const hour = 60 * minute

/**
 * - `starts` an entry begins soon; `news` what has changed of one; `digest` an edition's day
 * - `opens` the next edition of a series is there; `comment` something was said
 */
export type NoticeKind = 'starts' | 'news' | 'digest' | 'opens' | 'comment'

/** How long before its start an entry is told of. */
export const reminderMs = 15 * minute

/** How long after its start somebody may still come in: later, nobody is told that it begins. */
const lateMs = 5 * minute

/** One thing that one subscriber is told, once. Moments are epoch milliseconds. */
export type Notice = {
  id: string
  subscriberId: string
  subscriptionId: string
  channel: Channel
  kind: NoticeKind
  /** Names what it is told at: nobody is told the same twice, whichever of their subscriptions asks for it. */
  occasion: string
  /** Id of the entry, the edition or the post. */
  subject: string
  data: NoticeData
  dueAt: number
  /** After this it is of no use any more. */
  untilAt: number | null
  attempts: number
  setback: ToldSetback | null
}

/**
 * Of news the revisions from which to which something changed; of a digest the day on the reader's own calendar and
 * since when news are told; of a start when it is; of a comment its id.
 */
type NoticeData = {
  from?: number
  to?: number
  day?: string
  since?: number
  startsAt?: number
  comment?: string
  /** It answers what its subscriber said. */
  isAnswer?: boolean
  /** What of the entry is wanted, by all of its subscriber's subscriptions together. */
  wants?: Want[]
}

export type Fresh = Pick<Notice, 'kind' | 'occasion' | 'subject' | 'data' | 'dueAt' | 'untilAt'>

/** Who is told, and when they are awake. */
export type Reader = { zone: string; waking: Waking }

/**
 * That an entry begins. Whoever asked for that very event is told in the night too, whoever merely marked it (`mild`)
 * is not: in the morning it would be of no use.
 */
export function startsNotice(
  entry: { id: string; startsAt: number },
  reader: Reader,
  { mild }: { mild: boolean },
): Fresh | null {
  const { id, startsAt } = entry
  const dueAt = startsAt - reminderMs
  if (mild && !isAwake(dueAt, reader.zone, reader.waking)) return null
  const occasion = `starts ${id} ${startsAt}`
  return { kind: 'starts', occasion, subject: id, data: { startsAt }, dueAt, untilAt: startsAt + lateMs }
}

export function newsNotice(
  { entryId, from, to, wants }: { entryId: string; from: number; to: number; wants: Want[] },
  reader: Reader,
  now: number,
): Fresh {
  const occasion = `news ${entryId} ${from}`
  const dueAt = whenAwake(now, reader)
  return { kind: 'news', occasion, subject: entryId, data: { from, to, wants }, dueAt, untilAt: null }
}

export function opensNotice(editionId: string, reader: Reader, now: number): Fresh {
  const dueAt = whenAwake(now, reader)
  return { kind: 'opens', occasion: `opens ${editionId}`, subject: editionId, data: {}, dueAt, untilAt: null }
}

export function commentNotice(
  { id, on, isAnswer }: { id: string; on: string; isAnswer: boolean },
  reader: Reader,
  now: number,
): Fresh {
  const dueAt = whenAwake(now, reader)
  return {
    kind: 'comment',
    occasion: `comment ${id}`,
    subject: on,
    data: { comment: id, ...(isAnswer && { isAnswer }) },
    dueAt,
    untilAt: null,
  }
}

/** A morning's digest; in the evening nobody wants it any more. The reader chose its hour: it may come before they are up. */
export function digestNotice({
  editionId,
  day,
  dueAt,
  since,
}: {
  editionId: string
  day: string
  dueAt: number
  since: number
}): Fresh {
  const data = { day, since }
  const occasion = `digest ${editionId} ${day}`
  return { kind: 'digest', occasion, subject: editionId, data, dueAt, untilAt: dueAt + 12 * hour }
}

/** The moment itself where somebody is awake then, else that at which they get up. */
function whenAwake(moment: number, { zone, waking }: Reader): number {
  if (isAwake(moment, zone, waking)) return moment
  const spans = wakingSpans(moment, moment + 48 * hour, zone, waking)
  return spans.find(({ start }) => start >= moment)?.start ?? moment
}
