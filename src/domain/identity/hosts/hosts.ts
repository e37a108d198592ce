import { distance } from 'fastest-levenshtein'
import { isUnspaced } from '../tongues/lexicon.ts'
import { isOfMany } from '../tongues/meaning.ts'
import type { Traits } from '../traits.ts'
import { isOneWord } from '../words/one-word.ts'
import { toldWords } from '../words/told-words.ts'
import { areOfTwoCountries, bodiesAlike } from './body.ts'
import { type HostName, hostName } from './host-name.ts'
import { isMadeOf } from './made-of.ts'

/**
 * `named`: one of them holds none that the other holds, and names it. `both`: two or more hold both. `akin`: their names
 * have a word in common that few names have.
 */
export type Hosts = 'both' | 'shared' | 'named' | 'akin' | 'others' | 'unknown'

export function hostsOf(a: Traits, b: Traits): Hosts {
  const shared = heldBy(a, b)
  if (shared > 0) return shared > 1 && heldBy(b, a) > 1 ? 'both' : 'shared'
  if (areOneBody(a, b)) return 'shared'
  if (a.organisations.some(name => isNamed(name, b)) || b.organisations.some(name => isNamed(name, a)))
    return 'named'
  if (a.organisations.length === 0 || b.organisations.length === 0) return 'unknown'
  if (areAkin(a, b)) return 'akin'
  // In two scripts no name is like the other.
  return a.title.script !== b.title.script && isLatin(a) !== isLatin(b) ? 'unknown' : 'others'
}

function heldBy(a: Traits, b: Traits): number {
  return a.organisations.filter(one =>
    b.organisations.some(other => isOneHost(one, other) && !areOfTwoCountries(one, other)),
  ).length
}

/** Folded names: “IOM”, “IOM Nepal” and “International Organization for Migration” may well be one. */
function isOneHost(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const [brief, whole] = [hostName(short), hostName(long)]
  if (short.length >= 3 && whole.padded.includes(brief.padded)) return true
  if (short.length >= 4 && isUnspaced(short) && long.includes(short)) return true
  if (brief.joined.length >= 6 && whole.joined.startsWith(brief.joined)) return true
  if (brief.initials.some(initials => whole.padded.includes(initials))) return true
  if (whole.initials.some(initials => brief.padded.includes(initials))) return true
  if (isShortened(brief, whole) || isShortened(whole, brief)) return true
  const [fewer, more] = [brief, whole].sort((its, others) => its.telling.length - others.telling.length)
  if (fewer!.telling.length >= 2 && fewer!.telling.every(word => isHeldIn(word, more!.telling))) return true
  return short.length >= 12 && long.length - short.length <= 2 && distance(one, other) <= 2
}

function isHeldIn(word: string, words: readonly string[]): boolean {
  return words.some(other => isOneWord(word, other))
}

function areAkin(a: Traits, b: Traits): boolean {
  if (areBranches(a, b)) return false
  return a.organisations.some(one =>
    b.organisations.some(other =>
      hostName(one).telling.some(word => isHeldIn(word, hostName(other).telling) && !isOfMany(word)),
    ),
  )
}

/** “MAIDI Madagascar”, “UP Manila”: each word stands in the long name, or is made of the beginnings of its words. */
function isShortened({ words }: HostName, { words: long }: HostName): boolean {
  if (words.length >= long.length) return false
  let isShort = false
  for (const word of words) {
    if (long.includes(word)) continue
    if (!isMadeOf(word, long)) return false
    isShort ||= word.length > 2 || words.length > 1
  }
  return isShort
}

function areOneBody(a: Traits, b: Traits): boolean {
  return a.organisations.some(one =>
    b.organisations.some(
      other => !isBranch(hostName(one), hostName(other)) && bodiesAlike(one, other) === 'one',
    ),
  )
}

/** “Fridays For Future Torino”, “Fridays For Future Roma”: one name, and other towns behind it. */
export function areBranches(a: Traits, b: Traits): boolean {
  return a.organisations.some(one => b.organisations.some(other => isBranch(hostName(one), hostName(other))))
}

function isBranch(one: HostName, other: HostName): boolean {
  if (one.head !== '' && one.head === other.head)
    return one.last !== other.last && !isOneWord(one.last, other.last)
  const [its, others] = [one.words, other.words]
  const least = Math.min(its.length, others.length)
  if (least < 3 || Math.abs(its.length - others.length) > 1) return false
  let [start, end] = [0, 0]
  while (start < least && its[start] === others[start]) start++
  while (end < least - start && its.at(-1 - end) === others.at(-1 - end)) end++
  return start > 0 && end > 0 && start + end >= least - 2 && start + end < least
}

/** Its name, or the word that tells most of it, stands in the title, in what is told of it, or is that of the site. */
function isNamed(name: string, traits: Traits): boolean {
  if (name.length < 3) return false
  const { padded, joined, first, initials } = hostName(name)
  const { text } = toldWords(traits)
  return (
    text.includes(padded) ||
    traits.sites.includes(joined) ||
    initials.some(short => traits.sites.includes(short.trim())) ||
    (first !== null && text.includes(first))
  )
}

function isLatin({ organisations }: Traits): boolean {
  return organisations.some(name => /[a-z]/.test(name))
}
