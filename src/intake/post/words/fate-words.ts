import type { EventStatus } from '../../../domain/finding.ts'
import { titleStatusWords } from '../../title-status-words.ts'
import { anyOf } from './word-pattern.ts'

/** What sentences say besides the words that stand beside titles; parts of patterns. */
const inSentences: typeof titleStatusWords = {
  cancelled: {
    en: 'cancellation',
    fr: 'annulée?s',
    es: 'cancelad[oa]s|(?:queda|ha sido|fue|está) suspendid[oa]',
    pt: 'cancelad[oa]s|(?:foi|está) suspens[oa]',
    id: '(?:acara|webinar|kegiatan|diskusi)(?:nya)? batal',
    ja: '中止(?:に|と)な|中止(?:です|し|いた)',
    zh: '(?:活动|会议|讲座|直播)取消',
    ar: 'تم إلغاؤ\\p{L}+|أُلغي\\p{L}*',
  },
  postponed: {
    en: 'put off',
    de: 'verschoben',
    fr: 'reportée?s|ajournée?s',
    es: '(?:aplazad|pospuest)[oa]s',
    ar: 'تأجلت?|أُجلت?',
  },
  rescheduled: {
    en: 'moved from \\p{L}+day|(?:moved|brought forward|pushed back) (?:from [^.;\\n]{1,40} )?to (?:\\p{L}+day|a new (?:date|time|day))|new time',
    de: '(?:vor|zurück)?verlegt (?:auf|vom?)',
    fr: 'déplacée? (?:au|du)|avancée? au',
    es: 'trasladad[oa] al?|se (?:traslada|pasa) al|cambio de fecha',
    pt: 'transferid[oa] para|mudou para',
    it: 'spostat[oa] (?:a|al|dal)',
    ja: '日程を変更|日時変更',
  },
  movedOnline: {
    en: 'moved online|will now be (?:held )?online|now (?:held )?online|gone virtual',
    de: 'nun online|jetzt online|in den virtuellen raum verlegt',
    fr: 'désormais en ligne|finalement en ligne',
    es: 'ahora (?:será )?(?:en línea|virtual|online)|pasa a (?:ser )?(?:en línea|virtual|online)',
    pt: 'agora (?:será )?(?:online|virtual)',
    it: 'ora online|spostat[oa] online',
    ja: 'オンライン(?:開催)?に変更',
  },
}

const states = Object.keys(titleStatusWords) as (keyof typeof titleStatusWords)[]

/** What became of an event, in the words that stand beside titles and in those of sentences. */
export const statusWords: [EventStatus, RegExp][] = states.map(status => [
  status,
  // What sentences say is longer, and begins with the same words.
  anyOf(merged(inSentences[status], titleStatusWords[status])),
])

/** A title without what is said behind it of its fate: "… – postponed to 14 June", "… CANCELADA". */
export function withoutFate(title: string): string {
  const inCapitals = /\s[¡(]?(\p{Lu}{4,}(?:\s\p{Lu}+)*)[!.)]*$/u.exec(title)
  const isFate = inCapitals && statusWords.some(([, words]) => words.test(inCapitals[1]!))
  const bare = (isFate ? title.slice(0, inCapitals.index) : title)
    .replace(behindSign, '')
    .replace(/[\s:：–—|-]+$/u, '')
  return bare.length > 2 ? bare : title
}

/** "CANCELLED", "中止になりました": nothing but what became of it. */
export function isFateAlone(text: string): boolean {
  return text.length < 40 && fateAlone.test(text)
}

const fateAlone = new RegExp(
  String.raw`^\P{L}*(?:(?:now|leider|wurde|wird|has been|is|est|es|fue|ha sido|foi|è|è stato|update)\s)*(?:${statusWords.map(([, words]) => words.source).join('|')})(?:になりました|しました|です)?\P{L}*$`,
  'iu',
)

const behindSign = new RegExp(
  String.raw`\s*(?:[[(→➔:：]|\s[–—|-])[\s*!¡‼\uFE0F]*(?:(?:leider|unfortunately|sadly|sorry,?|fully|now|completely|update:?|desgraciadamente|lamentablemente|malheureusement|hélas|infelizmente|purtroppo) )*(?:${statusWords.map(([, words]) => words.source).join('|')})(?:(?:\s(?:to|until|till|due|because|for|bis|auf|wegen|au|à|al?|para|por|per|ke|hingga|на|до|из-за|إلى|に|と|な)(?=\s|\p{L}|$)|[)\]!.,;(‼になりまししたです]).*)?$`,
  'iu',
)

function merged(...tables: Record<string, string>[]): Record<string, string> {
  const languages = new Set(tables.flatMap(Object.keys))
  return Object.fromEntries(
    [...languages].map(language => [language, tables.flatMap(table => table[language] ?? []).join('|')]),
  )
}
