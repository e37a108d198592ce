import { whereabouts } from '../places/towns.ts'
import { isOfMany } from '../tongues/meaning.ts'
import type { Traits } from '../traits.ts'
import { common, idle } from '../words/idle-words.ts'
import { isOneWord } from '../words/one-word.ts'
import { toldWords } from '../words/told-words.ts'
import { hostName } from './host-name.ts'

/**
 * How many names stand in the one as whose it is or where, and in the other as something else: the library that holds
 * the one is the house of the other, the speaker who tells of it is named in the title.
 */
export function namesAcross(a: Traits, b: Traits): number {
  const names = new Set<string>()
  for (const [its, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const { ofHosts, ofPlace } = namesIn(its)
    for (const name of ofHosts) if (isSaid(name, other) || isIn(name, other.venue)) names.add(name)
    for (const name of ofPlace) if (isSaid(name, other)) names.add(name)
  }
  return names.size
}

type Names = { ofHosts: readonly string[]; ofPlace: readonly string[] }

/** Made when it is first compared. */
function namesIn(traits: Traits): Names {
  const known = made.get(traits)
  if (known) return known
  const towns = whereabouts(traits).words
  const isOwn = (word: string) => isName(word) && !towns.has(word)
  const hosts = [...traits.organisations, ...traits.people]
  const names = {
    ofHosts: [...new Set(hosts.flatMap(name => hostName(name).words.filter(isOwn)))],
    ofPlace: [...new Set(traits.venue.filter(isOwn))],
  }
  made.set(traits, names)
  return names
}

const made = new WeakMap<Traits, Names>()

function isName(word: string): boolean {
  return word.length >= 5 && !idle.has(word) && !common.has(word) && !isOfMany(word)
}

function isSaid(name: string, other: Traits): boolean {
  return toldWords(other).text.includes(` ${name} `)
}

function isIn(name: string, words: readonly string[]): boolean {
  return words.some(word => isOneWord(name, word))
}
