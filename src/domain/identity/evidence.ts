import { addAddresses } from './addresses/of-addresses.ts'
import { of } from './evidence-name.ts'
import { type Facts, factsOf } from './facts.ts'
import { addHosts } from './hosts/of-hosts.ts'
import { addPeople } from './hosts/of-people.ts'
import { isDayTold } from './hours/day-told.ts'
import { addHours } from './hours/of-hours.ts'
import { addPlaces } from './places/of-places.ts'
import { addTitles } from './titles/of-titles.ts'
import { addTongues } from './tongues/of-tongues.ts'
import type { Traits } from './traits.ts'
import { addWords } from './words/of-words.ts'

/**
 * What speaks for (`+`) or against (`-`) two being one, each by the name under which `weights.ts` weighs it; `0` says
 * what is known at all, `!` that they are two whatever else is told. Much counts only with something else: the same
 * stream at the same hour, another host where no address leads to both. Empty where nothing speaks for it.
 *
 * @param usual words that many of the programme have in common
 */
export function evidenceOf(a: Traits, b: Traits, usual?: ReadonlySet<string>): string[] {
  const facts = factsOf(a, b, usual)
  const { said, kind, when } = facts
  if (!speaksForOne(facts)) return []
  said.push(of`0 ${kind} ${when}`)
  if (kind === 'kinds' && !isRecorded(a, b)) said.push('- two kinds')
  if (kind === 'kinds' && (isDayTold(a, b) || isDayTold(b, a))) said.push('+ day told')
  if (when === 'years') said.push('! years')
  addWords(said, facts)
  addTitles(said, a, b, facts)
  addHosts(said, a, b, facts)
  addPlaces(said, a, b, facts)
  addHours(said, a, b, facts)
  addPeople(said, a, b, facts)
  addAddresses(said, facts)
  addTongues(said, a, b, facts)
  return when === 'unknown' ? [...new Set(said)] : said
}

/** That two are at one hour is no reason; a word in common is, if little else is. */
function speaksForOne(facts: Facts): boolean {
  const { titles, said, isNamedAcross, isAtOnce, leads, isUid, isPeople, told, isNamed, isHostEnough } = facts
  return (
    isNamedAcross ||
    isAtOnce ||
    leads !== null ||
    isUid ||
    isPeople ||
    told !== null ||
    isNamed ||
    isHostEnough ||
    facts.isPlace ||
    facts.isAcross ||
    facts.isSummary ||
    facts.isBeside ||
    titles.levels.length > 0 ||
    said.some(each => each.startsWith('+'))
  )
}

/** The film of an event is told beside it, or as it. */
function isRecorded(a: Traits, b: Traits): boolean {
  return (a.kind === 'event' && b.kind === 'video') || (a.kind === 'video' && b.kind === 'event')
}
