import { addDays, dayOf } from '../time/days.ts'
import type { Edition } from './programme.ts'

/**
 * What somebody from outside offers to an edition: what they gave is kept as readings that belong to it, and nothing of
 * it comes into the programme but by a curator.
 *
 * - `new`: nobody has decided anything
 * - `in-review`: a curator has asked something back, settled a part of it, or taken a decision back
 * - `duplicate`: all that was found is in the programme already
 * - `accepted`, `declined`: decided, by a curator
 * - `expired`: nobody decided until long after the day
 * - `withdrawn`: by the sender
 * - `spam`: taken for it, by the site or by a curator; never refused, and can be brought back
 */
export type SuggestionState =
  | 'new'
  | 'in-review'
  | 'duplicate'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'spam'

/** Those that wait for a curator. */
export const openStates = ['new', 'in-review', 'duplicate'] as const satisfies SuggestionState[]

export function isOpen({ state }: Pick<Suggestion, 'state'>): boolean {
  return (openStates as readonly string[]).includes(state)
}

/** Who offers it, as they say of themselves: name, organisation and site are shown to readers where they wish it, the rest never. */
export type Sender = {
  name: string | null
  /** To be answered at, and nothing else; forgotten some time after all is done. */
  mail: string | null
  organisation: string | null
  /** Their own site. */
  url: string | null
  /** As who they took part, where they were not a guest. */
  visitorId: string | null
  accountId: string | null
}

export type Suggestion = {
  id: string
  editionId: string
  state: SuggestionState
  door: SuggestionDoor
  at: number
  changedAt: number
  sender: Sender
  /** BCP 47, in which they are answered. */
  language: string
  /** Their own words to the curator; '' where there are none. What they gave to be read is in its readings. */
  words: string
  /** What it is called in a list. */
  label: string
  /** What the site made of it when it came: `approved` of somebody whose suggestions were accepted before. */
  verdict: 'approved' | 'pending' | 'spam'
  /** Why, as whoever weighed it tells it. */
  evidence: unknown[]
  /** Whether readers are told who suggested it, once it is in the programme: as the sender wishes, unless a curator says no. */
  isCredited: boolean
}

export type SuggestionDoor = 'form' | 'mail'

/** One thing that was done with it: its history, which is never changed. */
export type SuggestionStep = {
  at: number
  /** `site`: by itself. */
  who: 'sender' | 'curator' | 'site'
  /** A curator's name. */
  by: string | null
  act: SuggestionAct
  /** What was said with it: a question, an answer, a reason. */
  words: string | null
  before: SuggestionState | null
  after: SuggestionState
  detail: StepDetail | null
}

/** By its sender, by curators, and by the site itself. */
export type SuggestionAct =
  | 'open'
  | 'add'
  | 'correct'
  | 'write'
  | 'withdraw'
  | 'ask'
  | 'tell'
  | 'settle'
  | 'decline'
  | 'spam'
  | 'bring-back'
  | 'compare'
  | 'credit'
  | 'uncredit'
  | 'expire'

/** `corrected`: what a finding said before and says now, by field. `mail`: that the words went out by mail. */
export type StepDetail = {
  corrected?: Record<string, [before: string | null, after: string | null]>
  entries?: string[]
  mail?: true
}

/** Whether a curator has said that its sender is not to be named: it is not theirs to wish any more. */
export function isUncredited(steps: readonly Pick<SuggestionStep, 'act' | 'who'>[]): boolean {
  return steps.some(({ act, who }) => act === 'uncredit' && who === 'curator')
}

/** How much may be offered at once: somebody's day, not their archive. */
export const suggestionLimits = {
  addresses: 20,
  files: 5,
  fileBytes: 10 * 1024 * 1024,
  /** In characters, of what is to be read. */
  text: 100_000,
  words: 5_000,
  line: 200,
}

/** Until how long after the last day of an edition suggestions are taken, and wait. */
export const suggestionDays = 60

/** For how long the sender's address is kept once nothing is to be decided any more. */
export const senderMailDays = 90

/** Whether readers may suggest something: while it is live, and for some time after. */
export function takesSuggestions(
  edition: Pick<Edition, 'takesSuggestions' | 'state' | 'endsOn' | 'homeZone'>,
  at: number,
): boolean {
  const { takesSuggestions, state, endsOn, homeZone } = edition
  return takesSuggestions && state === 'live' && dayOf(at, homeZone) <= addDays(endsOn, suggestionDays)
}
