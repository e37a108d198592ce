import { hostName } from './host-name.ts'
import { common, idle } from './idle-words.ts'
import { isOfMany } from './meaning.ts'
import { isOneWord } from './one-word.ts'
import { toldWords } from './told-words.ts'
import { whereabouts } from './towns.ts'
import type { Traits } from './traits.ts'

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
    for (const name of hostWords(its)) if (isSaid(name, other) || isIn(name, other.venue)) names.add(name)
    const towns = whereabouts(its).words
    for (const name of its.venue) if (isName(name) && !towns.has(name) && isSaid(name, other)) names.add(name)
  }
  return names.size
}

function hostWords(traits: Traits): string[] {
  const towns = whereabouts(traits).words
  return [...traits.organisations, ...traits.people].flatMap(name =>
    hostName(name).words.filter(word => isName(word) && !towns.has(word)),
  )
}

function isName(word: string): boolean {
  return word.length >= 5 && !idle.has(word) && !common.has(word) && !isOfMany(word)
}

function isSaid(name: string, other: Traits): boolean {
  return toldWords(other).text.includes(` ${name} `)
}

function isIn(name: string, words: readonly string[]): boolean {
  return words.some(word => isOneWord(name, word))
}
