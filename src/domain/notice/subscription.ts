import type { Waking } from '../waking.ts'

/**
 * What somebody can be told of: the `digest` of an edition each morning, one `entry`, what stands in a `plan`, the next
 * edition of a `series`, what is said below an entry, an edition or a post (`comments`), what is said in answer to one's
 * own comment (`answers`).
 */
export type Subscribable = 'digest' | 'entry' | 'plan' | 'series' | 'comments' | 'answers'

/** What of an entry, or of the entries of a plan. */
export const wants = ['starts', 'changes', 'recording'] as const
export type Want = (typeof wants)[number]

export type Channel = 'mail' | 'push'

/** Where somebody is told, and how. */
export type Subscriber = {
  id: string
  channel: Channel
  address: string
  /** Of a browser. */
  keys: PushKeys | null
  language: string
  zone: string
  waking: Waking
  /** Of the reader's own clock. */
  digestHour: number
  state: 'asked' | 'confirmed' | 'bounced'
  bounces: number
  bouncedAt: number | null
  madeAt: number
}

export type PushKeys = { p256dh: string; auth: string }

export type Subscription = {
  id: string
  subscriberId: string
  what: Subscribable
  /** Id of the edition, the entry, the plan, the series, the post or the comment. */
  target: string
  wants: Want[]
  askedAt: number
  confirmedAt: number | null
  nextAt: number | null
  lastAt: number | null
}

export function readWants(told: string): Want[] {
  const words = told.split(',')
  return wants.filter(want => words.includes(want))
}

/** Of whoever chose nothing: most sleep then, and rise before the digest comes. */
export const usualTelling = { waking: { from: 7, to: 22 }, digestHour: 7 }

/**
 * How often one address may be asked to confirm within a day: whoever types the address of somebody else writes to
 * them this often, and no more.
 */
export const mostAsks = 3

/** How many things one subscriber may be told of. */
export const mostSubscriptions = 200

/** How many of them wait to be confirmed: with one more, the oldest is forgotten. Anybody can ask in the name of an address. */
export const mostUnconfirmed = 20

/** How long an address is kept that nobody confirmed. */
export const unconfirmedDays = 7
