import { foldName } from '../../fold-name.ts'
import type { Traits } from '../traits.ts'

/** What is told of something besides its title, made when it is first compared. */
export type ToldWords = {
  /** Its title, in each way it is compared, and its summary, with a space around each word. */
  text: string
  /** The words of its addresses: `/slavery-remembrance-lecture`. */
  readonly spelt: ReadonlySet<string>
}

export function toldWords(traits: Traits): ToldWords {
  const known = told.get(traits)
  if (known) return known
  const { title, summary, links } = traits
  // A name that is two words in the title may be one in the name of a host.
  const whole = /\p{Ll}\p{Lu}/u.test(title.title) ? foldName(title.title) : ''
  let spelt: ReadonlySet<string> | undefined
  const words = {
    text: ` ${title.folded} ${whole} ${title.words.join(' ')} ${summary} `,
    get spelt() {
      spelt ??= speltIn(links)
      return spelt
    },
  }
  told.set(traits, words)
  return words
}

const told = new WeakMap<Traits, ToldWords>()

function speltIn(links: Traits['links']): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { url } of links)
    for (const [slug] of url.matchAll(/(?<=\/)[a-z0-9]+(?:[-_][a-z0-9]+){2,}/gi))
      for (const word of slug.toLowerCase().split(/[-_]/)) if (word.length > 2) words.add(word)
  return words
}
