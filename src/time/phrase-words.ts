import { isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/** The words among the parts and a few around them. */
export function around(tokens: Token[], parts: Part[]): Token[] {
  const from = Math.max(0, (parts[0]?.from ?? 0) - 4)
  return tokens.slice(from, Math.min((parts.at(-1)?.to ?? 0) + 4, from + 400))
}

/** Words of "every day"; the token that follows and the one behind it tell the rest of them. */
export function isDaily(
  token: Token | undefined,
  next: Token | undefined,
  third: Token | undefined,
): boolean {
  if (isWord(token, ...dailyWords)) return true
  if (isWord(token, 'each', 'every', 'both', 'cada', 'all')) return isWord(next, 'day', 'days', 'dia')
  if (isWord(token, ...bothWords))
    return isWord(next, ...dayNames) || (isWord(next, 'os', 'los', 'i') && isWord(third, ...dayNames))
  if (isWord(token, 'jeweils')) return next?.kind === 'number' || isWord(next, 'von', 'ab', 'um')
  if (isWord(token, 'chaque', 'jeden', 'каждыи')) return isWord(next, 'jour', 'tag', 'день')
  if (isWord(token, 'alle', 'elke', 'iedere', 'her', 'setiap', 'كل', 'hver'))
    return isWord(next, 'tage', 'dag', 'gun', 'hari', 'يوم')
  if (isWord(token, 'tous', 'todos', 'tutti'))
    return isWord(next, 'les', 'los', 'os', 'i') && isWord(third, 'jours', 'dias', 'giorni')
  return false
}

const dailyWords =
  'daily καθημερινα taglich ежедневно щодня diariamente quotidiennement quotidianamente dagelijks dagligen dagligt codziennie يوميا يوميًا'.split(
    ' ',
  )

const bothWords =
  'beide bada begge ambos ambas deux entrambi entrambe oba obydwa kumpanakin varje alla hver ogni joka kazdego'.split(
    ' ',
  )
const dayNames =
  'tage tagen dagen dagar dagarna dage dagene dias jours giorni giorno dni dnia dag paivana paiva'.split(' ')

const words: Record<string, string> = {
  fr: 'heure heures le au et puis jusqua midi',
  es: 'hora horas hs el y las dia',
  pt: 'hora horas em dia ate',
  de: 'uhr um bis und den vom',
  it: 'ore alle dalle il',
  id: 'pukul jam waktu hari',
  sv: 'kl klockan klokken',
  nl: 'uur',
  pl: 'godz godzinie',
  fi: 'klo kello',
  cs: 'hod hodin',
  tr: 'saat',
  vi: 'gio ngay luc',
}

const wordLanguages = new Map<string, string[]>()

for (const [language, list] of Object.entries(words)) {
  for (const word of list.split(' ')) wordLanguages.set(word, [...(wordLanguages.get(word) ?? []), language])
}

/** Languages other than English that a small word or the script betrays. */
export function foreign(token: Token): string[] {
  if (token.kind !== 'word') return []
  if (/\p{Script=Cyrillic}/u.test(token.raw)) return ['ru']
  if (/\p{Script=Arabic}/u.test(token.raw)) return ['ar']
  if (/\p{Script=Greek}/u.test(token.raw)) return ['el']
  if (/\p{Script=Hebrew}/u.test(token.raw)) return ['he']
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Han}]/u.test(token.raw))
    return ['zh']
  if (token.text === 'h' && !token.spaced) return ['fr', 'es', 'pt']
  return token.raw === token.raw.toLowerCase() ? (wordLanguages.get(token.text) ?? []) : []
}
