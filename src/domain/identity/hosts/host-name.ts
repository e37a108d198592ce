import { lookUp } from '../tongues/lexicon.ts'
import { common, idle } from '../words/idle-words.ts'

/** A name in each way it is compared, made once: the same hosts come again and again. */
export type HostName = {
  words: readonly string[]
  /** With a space around each word. */
  padded: string
  /** All but the last word, and that. */
  head: string
  last: string
  joined: string
  /** What it is short as, padded: with and without the idle words. */
  initials: readonly string[]
  /** The words that tell it from others. */
  telling: readonly string[]
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
  const initials = words.length < 3 ? [] : [words, telling].flatMap(beginningsOf)
  const [first = ''] = words
  const tells =
    words.length > 1 &&
    first.length >= 8 &&
    !common.has(first) &&
    !ofMany.test(first) &&
    lookUp(first).length === 0
  return {
    words,
    padded: ` ${name} `,
    head: words.slice(0, -1).join(' '),
    last: words.at(-1)!,
    joined: words.join(''),
    initials: [...new Set(initials)]
      .filter(short => short.length >= 3 && short.length <= 8 && !idle.has(short))
      .map(short => ` ${short} `),
    telling: telling.filter(word => word.length >= 4 && !common.has(word) && !ofMany.test(word)),
    first: tells ? ` ${first} ` : null,
  }
}

/** “FAO” of the “Food and Agriculture Organization of the United Nations”, “HFH” of “Habitat for Humanity Philippines”. */
function beginningsOf(words: readonly string[]): string[] {
  const letters = words.map(([letter]) => letter).join('')
  return Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) => letters.slice(0, at + 3))
}

/** How many names begin. */
const ofMany =
  /^(?:univers|internat|nation|nacion|nazion|associa|asocia|assoc|federa|minist|organi|foundat|fondat|fundac|perman|europe|commun|comun|democra|educat|educac|museum|museo|musee|centre|center|centro|zentrum|institut|department|departament|office|mission|mision|embassy|council|conse[ij]|union|society|socie|network|library|bibliot|school|public|human|women|youth|global|world|group|grupo|gruppe|city|town|municip|ville|stadt|ciudad|republi|united|unidas|unies|nations)/
