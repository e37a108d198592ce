import { readTime, type TimeContext } from '../../../time/read-time.ts'
import { anyOf } from '../words/word-pattern.ts'

const forAll = anyOf(
  {
    en: 'all (?:the )?(?:times|hours|events|sessions)(?: below| here| listed| given| shown)?(?: are| is)?(?: given| listed| shown)?(?: in| on)?(?: the)?|times (?:below |here )?are(?: given| listed| shown| all)?(?: in)?(?: the)?|times given in|times? in(?=\\s(?:UTC|GMT|CE|\\p{Lu}))|unless (?:otherwise )?(?:stated|noted|indicated)(?: otherwise)?, (?:all )?times are(?: in)?|\\(all(?: times)?(?: in)?',
    de: 'alles(?: in)?(?=(?:\\s\\p{L}+){0,2}\\s\\p{L}*(?:zeit|MESZ|MEZ)(?!\\p{L}))|alle (?:uhr)?zeiten(?:angaben)?(?: sind)?(?: angegeben)?(?: in| nach)?|(?:uhr)?zeiten(?:angaben)? in|zeitangaben(?: sind)?(?: in| nach)',
    fr: '(?:tous les|les) (?:horaires|heures)(?: indiqués| donnés| indiquées)?(?: sont)?(?: indiqués| donnés| indiquées)?|horaires\\s?:|heures?\\s?:',
    es: 'tod(?:as las horas|os los horarios)(?: indicad[oa]s| son| están)*(?: en| según)?(?: la| el)?|(?:las horas|los horarios)(?: indicad[oa]s)?(?: son| están)(?: en| de| según)?(?: la| el)?|hora(?:rio)?s:',
    pt: 'tod(?:as as horas|os os horários)(?: indicad[oa]s| são| estão)*(?: em| no| na| de)?|(?:os horários|as horas)(?: indicad[oa]s)?(?: são| estão)(?: em| no| na| de| do)?|horários(?:\\s?:| de| em| no)(?=\\s\\p{Lu})',
    it: 'tutti gli orari(?: sono)?(?: indicati)?(?: in| nel|dell)?|gli orari sono(?: indicati)?(?: in)?',
    id: 'semua (?:waktu|jam)(?: dalam| adalah| menggunakan)?|(?:waktu|jam) dalam(?=\\sW)',
    ru: 'время(?: везде)?(?: указано)?\\s|везде время',
    ar: 'جميع (?:الأوقات|المواعيد)(?: حسب| وفق| بتوقيت)?|الأوقات (?:حسب|وفق|بتوقيت)',
    ja: '(?:時刻|時間)は(?:すべて|全て)?',
    zh: '(?:所有)?时间均?(?:为|以)',
  },
  'giu',
)

/** "… unless I say otherwise": what such a sentence names besides is a zone that holds for all. */
const butWhere = anyOf(
  {
    en: "(?:unless|except (?:where|when|if)|if not)\\s(?:[\\p{L}’']+\\s){0,4}(?:stated|noted|indicated|specified|said|otherwise|marked|mentioned|say|differently)(?: otherwise)?|where not (?:stated|noted)",
    de: '(?:wenn|falls|sofern|soweit|wo) (?:nichts?|kein\\p{L}*) (?:anderes|anders?|anderslautend\\p{L}*)(?: \\p{L}+){0,2}|außer (?:wo|wenn) [^.;\\n]{3,30}',
    fr: 'sauf (?:mention|indication|précision|avis|exception)s?(?: contraires?)?|sauf si [^.;\\n]{3,30}',
    es: '(?:salvo|excepto|a menos) (?:que se (?:indique|diga|especifique|señale)(?: lo contrario| otra cosa)?|que diga otra cosa|indicación (?:en contrario|contraria)|(?:cuando|donde) [^.;\\n]{3,30})|si no se (?:indica|dice)(?: lo contrario| otra cosa)?',
    pt: '(?:salvo|exceto|a menos)(?: que)? (?:indicação (?:em contrário|contrária)|(?:quando|onde|se) [^.;\\n]{3,30}|(?:se )?(?:diga|indique)[^.;\\n]{0,30})',
    it: '(?:se non|salvo|salvo dove|a meno che) (?:diversamente |altrimenti )?(?:indicato|specificato|scritto|segnalato|diversa indicazione)(?: altrimenti| diversamente)?|salvo diversa indicazione',
    nl: 'tenzij anders (?:vermeld|aangegeven)',
    id: 'kecuali (?:di)?(?:sebut(?:kan)?|tulis|nyatakan)(?: lain)?|kecuali jika [^.;\\n]{3,30}',
    ru: 'если (?:не|иное не) (?:указано|сказано|оговорено)(?: ино[ей]| другое)?',
    uk: 'якщо (?:не|інше не) (?:вказано|зазначено)(?: інше)?',
    pl: '(?:o ile|jeśli) nie (?:podano|zaznaczono|napisano) inaczej',
    tr: 'aksi belirtilmedikçe',
    ar: 'ما لم (?:يُ?ذكر|يُ?شر|أذكر)[^.،\\n]{0,20}|إلا إذا [^.،\\n]{3,30}',
    ja: '(?:特に|とくに)(?:記載|断り|表記|書いて|注記)[^。はも、\\n]{0,12}(?:は|も|、|限り)?|特記なき限り|記載のない限り',
    ko: '별도 (?:표기|언급)[^.,\\n]{0,8}',
    zh: '除(?:非|另有)[^，。\\n]{0,8}',
  },
  'iu',
)

/** What leads to the zone in such a sentence. */
const leads =
  /^(?:[\s,:;(–—-]|(?:all|the|times?|hours?|are|is|in|given|shown|listed|alle|alles|zeiten|uhrzeiten|sind|ist|tous|toutes|les|heures|horaires|sont|celles?|ceux|todas?|todos|las|los|horas|horarios|son|están|as|os|horários|são|tutti|gli|orari|sono|semua|jam|waktu|dalam|вс[её]|время|везде|часы|указано|kaikki|wszystkie|godziny|جميع|الأوقات|المواعيد)(?=[\s,:])|(?:時刻|時間)は(?:すべて|全て)?|所有时间)+/iu

/** "All times are UK time": the IANA zone a post tells once for all that has none of its own. */
export function zoneSaid(texts: string[], context: TimeContext): string | undefined {
  for (const [index, text] of texts.entries()) {
    const zone = zoneOfText(text, context) ?? (text.includes('\n') ? zoneOfText(text.replaceAll('\n', ' '), context) : undefined)
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
  return text
    .split(/[().;!?\n]/)
    .map(part => part.trim())
    .filter(part => part.length > 2 && part.length <= 40 && !/\d/.test(part) && timeWord.test(part))
    .map(part => zoneOf(zoneWords(part), context))
    .find(Boolean)
}

/** "Heure de Paris, sauf mention contraire." */
function zoneBesideExcept(text: string, context: TimeContext): string | undefined {
  for (const sentence of text.slice(0, 4000).split(/(?<=[.!?。])\s*|[;\n()（）]/)) {
    const except = sentence.length < 140 && (timeWord.test(sentence) || zoneWord.test(sentence)) ? butWhere.exec(sentence) : null
    if (!except) continue
    const sides = [sentence.slice(0, except.index), sentence.slice(except.index + except[0].length)]
    for (const side of [...sides, sides.join(' ')]) {
      const zone = zoneOf(zoneWords(side), context)
      if (zone) return zone
    }
  }
  return undefined
}

/** Without one, what is named is where something is, and no zone. */
const timeWord =
  /(?<!\p{L})(?:times?|hours?|horas?|horários?|horarios?|heures?|horaires?|or[ae]|orari|\p{L}*zeit(?:en)?|tijd(?:en)?|waktu|jam|время|времени|час|час[иы]|godzin[ay]|czas|saat(?:ler)?)(?!\p{L})|توقيت|[时時][刻间間]|시간/iu

const zoneWord = /(?<!\p{L})(?:UTC|GMT|\p{Lu}{2,4}T|ME[SZ]Z?|WI[BT]A?|МСК)(?!\p{L})/u

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

const ofTime =
  /(?<!\p{L})(?:times?|hora|horário|heure|ora|zeit|uhrzeit|tijd|waktu|время|времени|saati|UTC|GMT|\p{Lu}{2,4}T)(?!\p{L})|\p{Ll}zeit(?!\p{L})|توقيت|时间|時間|시간/u

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
