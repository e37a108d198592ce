import { distance } from 'fastest-levenshtein'
import { isOneBody } from './across.ts'
import { type HostName, hostName } from './host-name.ts'
import { toldWords } from './told-words.ts'
import type { Traits } from './traits.ts'
import { areOfTwoTongues } from './two-tongues.ts'

/** `named`: one of them holds none that the other holds, and names it. `both`: two or more hold both. */
export type Hosts = 'both' | 'shared' | 'named' | 'others' | 'unknown'

export function hostsOf(a: Traits, b: Traits): Hosts {
  const shared = heldBy(a, b)
  if (shared > 0) return shared > 1 && heldBy(b, a) > 1 ? 'both' : 'shared'
  if (
    areOfTwoTongues(a, b) &&
    a.organisations.some(one => b.organisations.some(other => isOneBody(one, other)))
  )
    return 'shared'
  if (a.organisations.some(name => isNamed(name, b)) || b.organisations.some(name => isNamed(name, a)))
    return 'named'
  if (a.organisations.length === 0 || b.organisations.length === 0) return 'unknown'
  // In two scripts no name is like the other.
  return a.title.script !== b.title.script && isLatin(a) !== isLatin(b) ? 'unknown' : 'others'
}

function heldBy(a: Traits, b: Traits): number {
  return a.organisations.filter(one => b.organisations.some(other => isOneHost(one, other))).length
}

/** Folded names: “IOM”, “IOM Nepal” and “International Organization for Migration” may well be one. */
function isOneHost(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const [brief, whole] = [hostName(short), hostName(long)]
  if (short.length >= 3 && whole.padded.includes(brief.padded)) return true
  if (brief.joined.length >= 6 && whole.joined.startsWith(brief.joined)) return true
  if (brief.initials.some(initials => whole.padded.includes(initials))) return true
  if (whole.initials.some(initials => brief.padded.includes(initials))) return true
  return short.length >= 12 && long.length - short.length <= 2 && distance(one, other) <= 2
}

/** “Fridays For Future Torino”, “Fridays For Future Roma”: one name, and other towns behind it. */
export function areBranches(a: Traits, b: Traits): boolean {
  return a.organisations.some(one => b.organisations.some(other => isBranch(hostName(one), hostName(other))))
}

function isBranch(one: HostName, other: HostName): boolean {
  return one.head !== '' && one.head === other.head && one.last !== other.last
}

/** Its name, or the word that tells most of it, stands in the title, in what is told of it, or is that of the site. */
function isNamed(name: string, traits: Traits): boolean {
  if (name.length < 3) return false
  const { padded, joined, first } = hostName(name)
  const { text } = toldWords(traits)
  return text.includes(padded) || traits.sites.includes(joined) || (first !== null && text.includes(first))
}

function isLatin({ organisations }: Traits): boolean {
  return organisations.some(name => /[a-z]/.test(name))
}
