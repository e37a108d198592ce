import { isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** "local time", "heure locale", "Ortszeit" at a token: where the words end, and whether each reader's own is meant. */
export function localTimeAt(tokens: Token[], at: number): { to: number; isEverywhere: boolean } | null {
  const own = isWord(tokens[at], ...ownWords) ? at + 1 : at
  const to = localEnd(tokens, own)
  if (to === null) return null
  const here = isMark(tokens[to], ',', '(', '-', '–', '—') ? to + 1 : to
  const behind = tokens
    .slice(here, here + 5)
    .map(token => (token.kind === 'word' ? token.text : ' '))
    .join(' ')
  const words = everywhere.exec(behind)?.[0]
  if (words) return { to: here + words.split(' ').length, isEverywhere: true }
  return own > at || isWord(tokens[at - 1], ...ownWords)
    ? { to, isEverywhere: true }
    : { to, isEverywhere: false }
}

const ownWords = [
  'your',
  'votre',
  'ihre',
  'ihrer',
  'eure',
  'eurer',
  'deine',
  'deiner',
  'su',
  'tu',
  'sua',
  'vostra',
]

const everywhere =
  /^(?:everywhere|anywhere|worldwide|around the world|across the world|wherever you are|in (?:every|each) (?:time )?(?:zone|country|city|place)|partout(?: dans le monde)?|ou que vous soyez|uberall|weltweit|en todas partes|en todo el mundo|en cada (?:pais|ciudad)|em todo o mundo|em toda parte|ovunque|in tutto il mondo)(?= |$)/

function localEnd(tokens: Token[], at: number): number | null {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (isWord(token, 'local') && isWord(next, 'time', 'times')) return at + 2
  if (isWord(token, 'own') && isWord(next, 'time') && isWord(tokens[at + 2], 'zone')) return at + 3
  if (isWord(token, 'ortszeit', 'lokalzeit')) return at + 1
  if (isWord(token, 'time') && isWord(next, 'zone') && isWord(tokens[at - 1], 'your')) return at + 2
  const isLocal = isWord(token, 'hora', 'heure', 'ora') && isWord(next, 'local', 'locale')
  return isLocal && !isWord(tokens[at + 2], 'de', 'a') ? at + 2 : null
}
