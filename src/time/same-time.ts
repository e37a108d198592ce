import { isMark, isWord, type Part } from './part.ts'
import type { Piece } from './scan-lengths.ts'
import type { Token } from './tokens.ts'

const sameTime =
  /^(?:(?:at )?(?:the )?same (?:time|hours?)|(?:a la |a las )?mism[ao]s? (?:hora|horas|horario)|(?:a la )?meme heure|(?:zur )?(?:gleichen?|selben?) (?:uhr)?zeit|(?:no )?mesmo horario|(?:alla )?stessa ora|(?:om )?(?:de)?zelfde tijd|(?:в )?то же время|o tej samej (?:porze|godzinie)|samma tid|samme tid)(?= )/

const after: [RegExp, number][] = [
  [/^(?:the )?(?:next|following) day|^the day after|^tomorrow|^al dia siguiente|^manana|^le lendemain|^demain|^am (?:nachsten|folgenden) tag|^am tag darauf|^morgen|^no dia seguinte|^amanha|^il giorno (?:dopo|seguente)|^domani|^de volgende dag|^на следующии день|^завтра|^nastepnego dnia|^jutro|^nasta dag|^neste dag/, 1],
  [/^(?:the )?(?:next|following) week|^a week later|^(?:la )?(?:proxima semana|semana (?:que viene|siguiente))|^la semaine (?:suivante|prochaine)|^(?:nachste|eine|in der nachsten) woche(?: spater)?|^na (?:proxima semana|semana seguinte)|^la settimana (?:dopo|prossima)|^(?:de )?volgende week|^на следующеи неделе|^nasta vecka|^naeste uge/, 7],
] // biome-ignore format: a table

/**
 * "same time tomorrow", "same time next week": once more at the hour told before, counted from the day told before.
 * Only behind an hour; alone it says nothing that can be read here.
 */
export function againAt(tokens: Token[], at: number, before: Part | undefined): Piece {
  if (before === undefined || before.kind === 'weekday' || tokens[at]?.kind !== 'word') return null
  const near = tokens.slice(at, at + 14).filter(token => !isMark(token, ',', '(', ':', '-'))
  const words = near.map(token => (token.kind === 'word' ? token.text : '|')).join(' ')
  const [lead, rest] = ledBy(words)
  if (lead === null) return null
  for (const [pattern, days] of after) {
    const found = pattern.exec(rest)?.[0]
    if (found) return { part: { kind: 'again', days }, to: endOf(tokens, at, `${lead} ${found}`) }
  }
  return null
}

function ledBy(words: string): [string | null, string] {
  const lead = sameTime.exec(words)?.[0]
  return lead ? [lead, words.slice(lead.length + 1)] : [null, '']
}

/** Behind so many words, the signs between them not counted. */
function endOf(tokens: Token[], at: number, words: string): number {
  let left = words.split(' ').length
  let here = at
  for (; left > 0 && here < tokens.length; here++) if (!isMark(tokens[here], ',', '(', ':', '-')) left--
  return isWord(tokens[here], 'too', 'again') ? here + 1 : here
}
