import { evidenceOf } from './evidence.ts'
import type { Traits } from './traits.ts'
import { weights as own } from './weights.ts'

/** `sure` is taken for one without asking; `likely` asks for an answer; `possible` is shown to whoever looks. */
export type Strength = 'possible' | 'likely' | 'sure'
export const strengths: readonly Strength[] = ['possible', 'likely', 'sure']

/** Why two look like one: the same page, the same meeting or film, a title much the same, the same people. */
type Reason = 'address' | 'stream' | 'title' | 'organisers'

/** By the name of the evidence; `always` is counted of any two. */
export type Weights = Readonly<Record<string, number>>

export type Judgement = { strength: Strength; reasons: Reason[] }

export function judge(a: Traits, b: Traits): Judgement | null {
  const said = evidenceOf(a, b)
  const strength = strengthOf(oddsOf(said))
  if (strength === null) return null
  return { strength: isToldApart(a, b) ? 'possible' : strength, reasons: reasonsOf(said) }
}

/**
 * The log odds that two are one. That two are at one hour is no reason: something has to speak for it.
 *
 * @param weights others than the rule's own, while these are fitted
 */
export function oddsOf(said: readonly string[], weights: Weights = own): number {
  let [odds, speaks] = [weights.always ?? 0, false]
  for (const name of said) {
    odds += weights[name] ?? 0
    speaks ||= name.startsWith('+')
  }
  return speaks ? odds : Number.NEGATIVE_INFINITY
}

/** At even odds one is asked; at nine to one one is not. */
export function strengthOf(odds: number): Strength | null {
  if (odds >= Math.log(9)) return 'sure'
  if (odds >= 0) return 'likely'
  return odds >= -Math.log(4) ? 'possible' : null
}

/** One source that tells of both means two, unless it says the same twice. */
function isToldApart(a: Traits, b: Traits): boolean {
  const isTwice = a.title.folded === b.title.folded && a.moment?.startsAt === b.moment?.startsAt
  return !isTwice && a.known.sources.some(source => b.known.sources.includes(source))
}

function reasonsOf(said: readonly string[]): Reason[] {
  const says = (pattern: RegExp) => said.some(name => pattern.test(name))
  const reasons: Reason[] = []
  if (says(/^\+ (?:same (?:page|registration|front)|page in|uid)/)) reasons.push('address')
  if (says(/^\+ same (?:stream|film)/)) reasons.push('stream')
  if (says(/^\+ title/)) reasons.push('title')
  if (said.includes('+ host')) reasons.push('organisers')
  return reasons
}
