import { common, idle } from './idle-words.ts'

/** A name in each way it is compared, made once: the same hosts come again and again. */
export type HostName = {
  /** With a space around each word. */
  padded: string
  /** All but the last word, and that. */
  head: string
  last: string
  joined: string
  /** What it is short as, padded: with and without the idle words. */
  initials: readonly string[]
  /** Its first word, padded, where that alone tells it from others. */
  first: string | null
}

/** @param name folded */
export function hostName(name: string): HostName {
  const known = names.get(name)
  if (known) return known
  const own = made(name)
  if (names.size >= 20_000) names.clear()
  names.set(name, own)
  return own
}

const names = new Map<string, HostName>()

function made(name: string): HostName {
  const words = name.split(' ')
  const telling = words.filter(word => !idle.has(word))
  const initials = words.length < 3 ? [] : [words, telling].map(all => all.map(([letter]) => letter).join(''))
  const [first = ''] = words
  const tells = words.length > 1 && first.length >= 8 && !common.has(first) && !ofMany.test(first)
  return {
    padded: ` ${name} `,
    head: words.slice(0, -1).join(' '),
    last: words.at(-1)!,
    joined: words.join(''),
    initials: [...new Set(initials)]
      .filter(short => short.length >= 3 && short.length <= 8 && !idle.has(short))
      .map(short => ` ${short} `),
    first: tells ? ` ${first} ` : null,
  }
}

/** How many names begin. */
const ofMany =
  /^(?:univers|internat|national|associa|asocia|federa|minist|organi|foundat|fondat|fundac|perman|europe|community|democra)/
