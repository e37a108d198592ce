/**
 * What a provider tells of what is at an address. Null: it does not tell. Moments are epoch milliseconds.
 *
 * - `stream`: on now, still to come, over, or `none` – it never was one
 * - `recording`: to be watched; taken away; not open to everybody; still being made of the stream
 */
export type Seen = {
  stream: 'live' | 'upcoming' | 'over' | 'none' | null
  recording: 'available' | 'removed' | 'private' | 'processing' | null
  title: string | null
  startedAt: number | null
  endedAt: number | null
  publishedAt: number | null
  seconds: number | null
  /** BCP 47: what is spoken, and the captions that somebody wrote. */
  language: string | null
  captions: string[]
  /** Whether it may be shown on other sites. */
  embed: boolean | null
  channel: Channel | null
}

/** Why nothing could be seen: that says nothing of what is there. `retryAfter`: seconds. */
export type Unseen = { unseen: UnseenReason; retryAfter?: number }

/**
 * - `unreachable` nobody answers, or not in time; `busy` it asked for patience; `refused` it keeps programs out
 * - `strange` an answer of another shape than it documents; `not-told` it answers, and does not tell this
 * - `not-read` an address that is for people alone, near the start
 */
export type UnseenReason = 'unreachable' | 'busy' | 'refused' | 'strange' | 'not-told' | 'not-read'

export function isSeen(answer: Seen | Unseen): answer is Seen {
  return !('unseen' in answer)
}

/** Where recordings of one organiser come out. `id` is what the provider calls it, `at` the origin of its server. */
export type Channel = { kind: ChannelKind; id: string; at: string; name: string | null }
type ChannelKind = 'youtube' | 'youtube-list' | 'peertube' | 'archive' | 'ccc' | 'feed'

/** One thing that came out on a channel. */
export type Listed = {
  url: string
  title: string
  publishedAt: number | null
  startedAt: number | null
  seconds: number | null
  /** On or to come: nothing that could be watched again. */
  isToCome: boolean
}

/** What is known of an address over all looks at it. */
export type Sighting = {
  url: string
  role: 'livestream' | 'recording'
  /** The last that could be seen, since when it is like that, and when it was last seen so. */
  seen: Seen | null
  since: number | null
  at: number | null
  /** Why the last look saw nothing, and since when that is so. */
  unseen: { reason: UnseenReason; since: number } | null
  /** Lengths it had before, in seconds, and until when. */
  lengths: { seconds: number; until: number }[]
}

const nothing: Seen = {
  stream: null,
  recording: null,
  title: null,
  startedAt: null,
  endedAt: null,
  publishedAt: null,
  seconds: null,
  language: null,
  captions: [],
  embed: null,
  channel: null,
}

export function seenAs(told: Partial<Seen>): Seen {
  return { ...nothing, ...told }
}

/** How much longer it has to be to be called longer: players round, and cut the beginning. */
const longerBy = 60

/** What is known of an address after one more look at it. A look that saw nothing changes nothing but that it is said. */
export function withLook(
  known: Sighting | undefined,
  { url, role }: Pick<Sighting, 'url' | 'role'>,
  answer: Seen | Unseen,
  now: number,
): Sighting {
  const before = known ?? { url, role, seen: null, since: null, at: null, unseen: null, lengths: [] }
  if (!isSeen(answer)) {
    const since = before.unseen?.reason === answer.unseen ? before.unseen.since : now
    return { ...before, role, unseen: { reason: answer.unseen, since } }
  }
  const was = before.seen
  if (was && answer.stream === null && answer.recording === null) {
    const seen = { ...was, title: answer.title ?? was.title, embed: answer.embed ?? was.embed }
    const since = before.unseen?.reason === 'not-told' ? before.unseen.since : now
    return { ...before, role, seen, unseen: { reason: 'not-told', since } }
  }
  const isSame = was !== null && was.stream === answer.stream && was.recording === answer.recording
  const isOtherLength =
    was?.seconds != null &&
    answer.seconds !== null &&
    was.recording === 'available' &&
    Math.abs(answer.seconds - was.seconds) > longerBy
  return {
    url,
    role,
    // Who took it away says no more how long it was.
    seen: answer,
    since: isSame ? before.since : now,
    at: now,
    unseen: null,
    lengths: isOtherLength
      ? [...before.lengths, { seconds: was.seconds!, until: now }].slice(-5)
      : before.lengths,
  }
}

/** The length it had before, where it has become longer since; null where it has not. */
export function shorterBefore({ seen, lengths }: Sighting): { seconds: number; until: number } | null {
  const last = lengths.at(-1)
  return last && seen?.seconds != null && seen.seconds > last.seconds ? last : null
}
