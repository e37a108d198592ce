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

/** `odds`: the log odds that two are one, as far as they are weighed. */
export type Judgement = { strength: Strength; reasons: Reason[]; odds: number }

/** @param usual words that many of the programme have in common */
export function judge(a: Traits, b: Traits, usual?: ReadonlySet<string>): Judgement | null {
  const said = evidenceOf(a, b, usual)
  const odds = oddsOf(said)
  const isApart = isToldApart(a, b)
  const again = isApart ? null : toldAgain(a, b, said)
  const strength = surer(strengthOf(odds) ?? (isWorthALook(a, b, said) ? 'possible' : null), again)
  if (strength === null) return null
  const isSure = again === 'sure' || (strength === 'sure' && isSafe(said))
  const most = isApart ? 'possible' : strength === 'sure' && !isSure ? 'likely' : strength
  return { strength: most, reasons: reasonsOf(said), odds }
}

/** Whether it is rather two than one: worth a question only where nothing is nearer to either. */
export function isFaint({ odds }: Judgement): boolean {
  return odds < Math.log(2)
}

/**
 * The log odds that two are one. That two are at one hour is no reason: something has to speak for it.
 *
 * @param weights others than the rule's own, while these are fitted
 */
export function oddsOf(said: readonly string[], weights: Weights = own): number {
  let [odds, speaks, most] = [weights.always ?? 0, false, Number.POSITIVE_INFINITY]
  for (const name of said) {
    const sign = name[0]
    if (sign === '!') most = bounds.likely - 0.1
    odds += weights[name] ?? 0
    speaks ||= sign === '+'
  }
  return speaks ? Math.min(odds, most) : Number.NEGATIVE_INFINITY
}

/**
 * At one to two one is asked, at nineteen to one one is not: what is wrongly made one has to be noticed first, what is
 * missed every reader meets twice, and a question takes one person a second.
 */
const bounds: Record<Strength, number> = {
  sure: Math.log(19),
  likely: -Math.log(3),
  possible: -Math.log(6),
}

export function strengthOf(odds: number): Strength | null {
  return strengths.findLast(strength => odds >= bounds[strength]) ?? null
}

/**
 * Whether nobody need be asked. What begins at another time, has a title with nothing in common, or with other words and
 * by others, may be one, and a person says so: it may be the next of a series, or beside it on one page. So may what has
 * nothing but a title and an hour in common, or a page in two tongues.
 */
export function isSafe(said: readonly string[]): boolean {
  const says = (pattern: RegExp) => said.some(name => pattern.test(name))
  if (says(/^\+ uid/)) return true
  if (says(/^0 kinds/) && !says(/^\+ same /)) return false
  if (says(otherTitle) || says(elsewhen) || said.some(name => elsewhere.has(name))) return false
  if (says(inAnotherTongue) && !says(isOneThing)) return false
  if (said.includes('- title has other words') && said.includes('- other hosts')) return false
  return says(isOneAddress) || says(byTheSame) || (said.includes('+ place shared') && says(/^0 events same/))
}

const inAnotherTongue = /^[+-] (?:no )?address, in another tongue$/
const byTheSame = /^\+ (?:host (?:shared|both|named)|people|summary, \w+)$/
/** A page may tell of several. */
const isOneThing = /^\+ same (?:stream|film|form|registration)$/
const otherTitle = /^- title (?:unlike$|says little|names|says another l|has another|is numbered)/
const elsewhere = new Set([
  '- other place',
  '- perhaps another place',
  '- other towns',
  '- towns told apart',
  '- towns named apart',
  '- titles name towns apart',
  '- other countries',
  '- rooms differ',
])
const elsewhen = /^0 events (?:day|next|dayonly\+1|week|apart|years)$/

function isSaidAlike(a: Traits, b: Traits): boolean {
  return a.title.folded === b.title.folded && a.moment?.startsAt === b.moment?.startsAt
}

/**
 * What has one title at one minute is shown to whoever looks for what is like it, even where others tell of it; so is
 * what has one title on one page, whenever it is.
 */
function isWorthALook(a: Traits, b: Traits, said: readonly string[]): boolean {
  if (a.title.folded !== b.title.folded) return false
  return (a.moment && isSaidAlike(a, b)) || said.some(name => isOneAddress.test(name))
}

function surer(one: Strength | null, other: Strength | null): Strength | null {
  return other === null || (one !== null && strengths.indexOf(one) > strengths.indexOf(other)) ? one : other
}

/**
 * One title and hour, or day, with nothing against it: by one address, or of one host. Of one host and minute the one
 * title may say more than the other. Where the title is one that many things have, that is asked about.
 */
function toldAgain(a: Traits, b: Traits, said: readonly string[]): Strength | null {
  if (a.kind !== b.kind || said.some(name => isAgainst.test(name))) return null
  const isHost = said.includes('+ host shared')
  if (!isSaidAlike(a, b) || a.days?.[0] !== b.days?.[0]) return isHost && saysMore(a, b, said) ? 'sure' : null
  if (said.some(name => isOneAddress.test(name))) return 'sure'
  if (!isHost) return null
  return said.includes('- title is of few words') ? 'likely' : 'sure'
}

function saysMore({ moment: one }: Traits, { moment: other }: Traits, said: readonly string[]): boolean {
  if (!one || one.startsAt !== other?.startsAt || !said.includes('+ title within and rich')) return false
  return !said.some(name => isOtherwise.test(name))
}

const isOtherwise = /^- title (?:is of few words|is filled in|says another|names|is of one form|has another)/
const isOneAddress = /^\+ same (?:page|stream|film|form|registration|front)$/
const isAgainst = /^(?:!|- (?!title|address, title|host|no address|page of many))/

/** One source that tells of both means two, unless it says the same twice. */
function isToldApart(a: Traits, b: Traits): boolean {
  return !isSaidAlike(a, b) && a.known.sources.some(source => b.known.sources.includes(source))
}

function reasonsOf(said: readonly string[]): Reason[] {
  const says = (pattern: RegExp) => said.some(name => pattern.test(name))
  const reasons: Reason[] = []
  if (says(/^\+ (?:same (?:page|form|registration|front)|page in|uid)/)) reasons.push('address')
  if (says(/^\+ same (?:stream|film)/)) reasons.push('stream')
  if (says(/^\+ title/)) reasons.push('title')
  if (said.includes('+ host')) reasons.push('organisers')
  return reasons
}
