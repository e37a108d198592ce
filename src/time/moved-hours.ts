import { rangeWords } from './links.ts'
import { isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/**
 * "20 Uhr statt 19:30 Uhr", "4pm (not 3pm)", "moved from 6pm to 7pm": of an hour that holds no more nothing is read,
 * where another is told.
 */
export function withoutMovedHours(tokens: Token[], parts: Part[]): Part[] {
  const stale = parts.filter((part, at) => part.kind === 'clock' && isStale(tokens, parts, at))
  const isLeft = parts.some(part => part.kind === 'clock' && !stale.includes(part))
  if (!stale.length || !isLeft) return parts
  return parts.filter((part, at) => !stale.includes(part) && !isZoneOf(stale, parts, at))
}

function isStale(tokens: Token[], parts: Part[], at: number): boolean {
  const part = parts[at]
  const from = part?.from ?? 0
  if (tells(tokens, from, oldWords) || tells(tokens, from, was)) return true
  const next = parts.slice(at + 1, at + 3).find(one => one.kind === 'clock')
  return next !== undefined && isTo(tokens, part?.to ?? 0, next.from) && tells(tokens, from, movedWords)
}

/** "to", "auf": nothing else stands between the old hour and the new one. */
function isTo(tokens: Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to)
  return (
    between.some(token => rangeWords.has(token.text) || isWord(token, 'auf', 'na', 'para', 'pour')) &&
    between.length < 4
  )
}

function tells(tokens: Token[], at: number, words: RegExp): boolean {
  const before = tokens.slice(Math.max(0, at - 5), at)
  const line = before.findLastIndex(token => token.kind === 'line')
  return words.test(
    before
      .slice(line + 1)
      .map(token => token.text)
      .join(' '),
  )
}

/** The zone right behind an hour that holds no more. */
function isZoneOf(stale: Part[], parts: Part[], at: number): boolean {
  const [before, part] = [parts[at - 1], parts[at]]
  return part?.kind === 'zone' && before !== undefined && stale.includes(before) && part.from - before.to <= 1
}

const close = `(?: (?:at|um|a|as|las|alle|kl|klo|godz|de|the|o|h|usual|original|planned))*(?: ?[:.])?$`
const oldWords = new RegExp(
  `(?:^|\\b)(?:not(?: at)?|instead of|rather than|previously|formerly|originally|statt|anstatt|nicht(?: um)?|au lieu de|et non(?: pas)?|en (?:lugar|vez) de|y no|em vez de|e nao|invece (?:che|di|delle)|anziche|e non|in plaats van|i stallet for|istallet for|i stedet for|istedenfor|zamiast|a nie|αντι)${close}`,
  'u',
)
/** Set off by a sign: "5pm (was 4pm)"; not "it was 3pm when …", nor German "was um 17 Uhr". */
const was = /(?:^|[(,;|-] )was(?: (?:at|to be|planned|originally|previously|scheduled|for))*$/u
const movedWords = new RegExp(
  `(?:moved|changed|shifted|rescheduled|postponed|delayed|brought forward|verschoben|verlegt|geandert|reportee?|decalee?|avancee?|cambi(?:a|ado|ada)|aplazad[oa]|retrasad[oa]|adelantad[oa]|adiad[oa]|alterad[oa]|spostat[oa]|rinviat[oa]|anticipat[oa]|verplaatst|verschoven|flyttet|flyttad|przesunie\\p{L}+|przeniesion[eya])(?: it)?(?: from| von| vom| van| de| del| da| das| dalle| fra| fran| z)${close}`,
  'u',
)
