import { distance } from 'fastest-levenshtein'

/** “migrant”, “migrants”, “migrantes”; “Acheiving”: one word, spelt or bent another way. */
export function isOneWord(one: string, other: string): boolean {
  if (one === other) return true
  if (one.charCodeAt(0) !== other.charCodeAt(0)) return false
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 4 || long.length - short.length > 4 || /\d/.test(one) || /\d/.test(other)) return false
  if (long.startsWith(short) && short.length >= 5) return true
  const most = short.length >= 9 ? 2 : short.length >= 5 ? 1 : 0
  const stem = Math.max(5, Math.ceil(long.length * 0.7))
  if (short.length >= stem && short.slice(0, stem) === long.slice(0, stem)) return true
  if (most === 0 || long.length - short.length > most) return false
  return distance(one, other) <= most || (one.length === other.length && isSwapped(one, other))
}

/** “Earth”, “Earht”. */
function isSwapped(one: string, other: string): boolean {
  let at = 0
  while (one[at] === other[at]) at++
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}
