import { readTime, type TimeContext } from '../../../time/read-time.ts'
import { anyOf } from '../words/word-pattern.ts'

const forAll = anyOf(
  {
    en: 'all (?:the )?(?:times|hours|events|sessions)(?: below| here| listed| given| shown)?(?: are| is)?(?: given| listed| shown)?(?: in| on)?(?: the)?|times (?:below |here )?are(?: given| listed| shown| all)?(?: in)?(?: the)?|times given in|times? in(?=\\s(?:UTC|GMT|CE|\\p{Lu}))|unless (?:otherwise )?(?:stated|noted|indicated)(?: otherwise)?, (?:all )?times are(?: in)?|\\(all(?: times)?(?: in)?',
    de: 'alle (?:uhr)?zeiten(?:angaben)?(?: sind)?(?: angegeben)?(?: in| nach)?|(?:uhr)?zeiten(?:angaben)? in|zeitangaben(?: sind)?(?: in| nach)',
    fr: '(?:tous les|les) (?:horaires|heures)(?: indiqués| donnés| indiquées)?(?: sont)?(?: indiqués| donnés| indiquées)?|horaires\\s?:|heures?\\s?:',
    es: 'tod(?:as las horas|os los horarios)(?: indicad[oa]s| son| están)*(?: en| según)?(?: la| el)?|(?:las horas|los horarios)(?: indicad[oa]s)?(?: son| están)(?: en| de| según)?(?: la| el)?|hora(?:rio)?s:',
    pt: 'tod(?:as as horas|os os horários)(?: indicad[oa]s| são| estão)*(?: em| no| na| de)?|(?:os horários|as horas)(?: indicad[oa]s)?(?: são| estão)(?: em| no| na| de| do)?|horários(?:\\s?:| de| em| no)(?=\\s\\p{Lu})',
    it: 'tutti gli orari(?: sono)?(?: indicati)?(?: in| nel|dell)?|gli orari sono(?: indicati)?(?: in)?',
    id: 'semua waktu(?: dalam| adalah)?',
    ru: 'время(?: везде)?(?: указано)?\\s|везде время',
    ar: 'جميع (?:الأوقات|المواعيد)(?: حسب| وفق| بتوقيت)?|الأوقات (?:حسب|وفق|بتوقيت)',
    zh: '(?:所有)?时间均?(?:为|以)',
  },
  'giu',
)

/** "All times are UK time": the IANA zone a post tells once for all that has none of its own. */
export function zoneSaid(texts: string[], context: TimeContext): string | undefined {
  for (const text of texts) {
    for (const match of text.slice(0, 4000).matchAll(forAll)) {
      const said = /^[^.;!?\n)。]{0,60}\)?/u.exec(text.slice(match.index + match[0].length))?.[0] ?? ''
      const zone = zoneOf(said.trim(), context)
      if (zone) return zone
    }
  }
  return undefined
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
