import { idle } from './idle-words.ts'
import type { Traits } from './traits.ts'

/** `named`: one of them holds none that the other holds, and names it. */
export type Hosts = 'shared' | 'named' | 'others' | 'unknown'

export function hostsOf(a: Traits, b: Traits): Hosts {
  if (a.organisations.some(one => b.organisations.some(other => isOneHost(one, other)))) return 'shared'
  if (a.organisations.some(name => isNamed(name, b)) || b.organisations.some(name => isNamed(name, a)))
    return 'named'
  if (a.organisations.length === 0 || b.organisations.length === 0) return 'unknown'
  // In two scripts no name is like the other.
  return a.title.script !== b.title.script && isLatin(a) !== isLatin(b) ? 'unknown' : 'others'
}

/** Folded names: “IOM”, “IOM Nepal” and “International Organization for Migration” may well be one. */
function isOneHost(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length >= 3 && ` ${long} `.includes(` ${short} `)) return true
  if (short.length > 8 || short.includes(' ')) return false
  const words = long.split(' ')
  return [words, words.filter(word => !idle.has(word))].some(
    all => all.map(([letter]) => letter).join('') === short,
  )
}

/** Its name stands in the title, in what is told of it, or is that of the site. */
function isNamed(name: string, { text, sites }: Traits): boolean {
  if (name.length < 3) return false
  return text.includes(` ${name} `) || sites.includes(name.replaceAll(' ', ''))
}

function isLatin({ organisations }: Traits): boolean {
  return organisations.some(name => /[a-z]/.test(name))
}
