import { readTime, type TimeContext } from '../../../time/read-time.ts'
import { butWhere, forAll, leads, timeWord, zoneWord } from '../words/zone-words.ts'

/** "All times are UK time": the IANA zone a post tells once for all that has none of its own. */
export function zoneSaid(texts: string[], context: TimeContext): string | undefined {
  for (const [index, text] of texts.entries()) {
    const zone =
      zoneOfText(text, context) ??
      (text.includes('\n') ? zoneOfText(text.replaceAll('\n', ' '), context) : undefined)
    if (zone) return zone
    const alone = index < 6 ? zoneAlone(text, context) : undefined
    if (alone) return alone
  }
  return undefined
}

function zoneOfText(text: string, context: TimeContext): string | undefined {
  for (const match of text.slice(0, 4000).matchAll(forAll)) {
    const said = /^[^.;!?\n)。]{0,60}\)?/u.exec(text.slice(match.index + match[0].length))?.[0] ?? ''
    const zone = zoneOf(said.trim(), context)
    if (zone) return zone
  }
  return zoneBesideExcept(text, context)
}

/** "(ora italiana)", "Heures de Paris.": in the introduction, where no hour stands beside it. */
function zoneAlone(text: string, context: TimeContext): string | undefined {
  if (text.length > 1500 || /\d[:.h]\d\d|\d\s?(?:[ap]m|Uhr|uhr|h)(?!\p{L})/u.test(text)) return undefined
  return (
    text
      // "Eastern time, because that is where I live"
      .split(/[().;!?\n]|,\s/)
      .map(part => part.trim())
      .filter(part => part.length > 2 && part.length <= 40 && !/\d/.test(part) && timeWord.test(part))
      .map(part => zoneOf(zoneWords(part), context))
      .find(Boolean)
  )
}

/** "Heure de Paris, sauf mention contraire." */
function zoneBesideExcept(text: string, context: TimeContext): string | undefined {
  for (const sentence of text.slice(0, 4000).split(/(?<=[.!?。])\s*|[;\n()（）]/)) {
    const except =
      sentence.length < 140 && (timeWord.test(sentence) || zoneWord.test(sentence))
        ? butWhere.exec(sentence)
        : null
    if (!except) continue
    const sides = [sentence.slice(0, except.index), sentence.slice(except.index + except[0].length)]
    for (const side of [...sides, sides.join(' ')]) {
      const zone = zoneOf(zoneWords(side), context)
      if (zone) return zone
    }
  }
  return undefined
}

function zoneWords(side: string): string {
  return side
    .replace(leads, '')
    .replace(/[\s,.:;。]+$|(?:です|となります|표기)。?$/u, '')
    .replace(/^(?:las )?(?:de la península|peninsulares)$/iu, 'hora peninsular española')
    .trim()
}

/** The zone that words in brackets name: "all times in Brussels time", "hora de Madrid", "GMT". */
export function zoneIn(words: string, context: TimeContext): string | undefined {
  return words === '' ? undefined : (zoneSaid([words, `(${words})`], context) ?? zoneOf(words, context))
}

/** The zone in a part of a title that tells the time of a place: "… (London time)", "… – heure de Paris". */
export function zoneBeside(words: string, context: TimeContext): string | undefined {
  return words
    .split(/[()[\]（）,;:|•·]|\s[–—-]\s/)
    .map(part => part.trim())
    .filter(part => part.length > 1 && part.length <= 60 && ofTime.test(part))
    .map(part => zoneIn(part, context))
    .find(Boolean)
}

/** Words that a time of some place goes by. */
export const ofTime =
  /(?<!\p{L})(?:times?|hora|horário|heure|ora|zeit|uhrzeit|tijd|waktu|tid|czasu?|čas|ώρα|giờ|aikaa?|время|времени|saati|UTC|GMT|\p{Lu}{2,4}T)(?!\p{L})|\p{Ll}zeit(?!\p{L})|توقيت|وقت|שעון|समय|时间|時間|시간|เวลา/u

function zoneOf(said: string, context: TimeContext): string | undefined {
  const words = said
    .replace(/\s(?:unless|except|sauf|außer|salvo|if not)\s.*$/iu, '')
    .replace(/[,;]\s\p{Ll}.*$/u, '')
    .replace(/^[\s:,]+/, '')
    .replace(/^(?:à|en|selon|in|nach|a|em|de|sind|sont|are|son|são)\s+(?:l['’]|la\s|der\s)?/iu, '')
    .replace(/^(?:à|en|in|nach)\s+(?:l['’])?/iu, '')
  if (words === '') return undefined
  const day = context.published?.slice(0, 10) ?? '2021-01-15'
  const { zone: _, ...bare } = context
  for (const phrase of [`${day} 12:00 ${words}`, `${day} 12:00 (${words})`, `${day} 12:00 ${words} time`]) {
    const start = readTime(phrase, bare).readings[0]?.start
    const zone = /\[([^\]+-][^\]]*)\]$/.exec(start ?? '')?.[1]
    if (zone) return zone
  }
  return undefined
}
