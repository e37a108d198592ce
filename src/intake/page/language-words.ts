import type { Finding } from '../../domain/finding.ts'
import { fold } from '../../time/fold.ts'
import { languageNames } from './language-tags.ts'
import type { VisibleText } from './visible-text.ts'

export type LanguagesTold = Pick<Finding, 'languages' | 'interpretation' | 'captions' | 'signLanguages'>

/** What the text says of the languages spoken, interpreted into, captioned and signed. */
export function languagesTold(text: VisibleText, pageLanguage: string | undefined): LanguagesTold {
  const told: Required<LanguagesTold> = { languages: [], interpretation: [], captions: [], signLanguages: [] }
  let left = 12_000
  for (const { text: line } of text.lines) {
    if (left <= 0) break
    left -= line.length
    for (const sentence of line.slice(0, 2000).split(/(?<=[.!?;])\s+/)) read(sentence, told, pageLanguage)
  }
  return Object.fromEntries(Object.entries(told).filter(([, list]) => list.length > 0))
}

function read(sentence: string, told: Required<LanguagesTold>, pageLanguage: string | undefined): void {
  // "Languages: English and French, with simultaneous interpretation."
  const [spokenPart, more] = spokenLabel.test(sentence) ? sentence.split(besides, 2) : []
  if (more !== undefined && interpreted.test(more)) {
    add(told.languages, languagesIn(spokenPart!))
    read(more, told, pageLanguage)
    return
  }
  const signs = signed(sentence)
  add(told.signLanguages, signs)
  const isInterpreted = interpreted.test(sentence)
  const isCaptioned = captioned.test(sentence)
  const isSpoken =
    !isInterpreted && (onlyLanguages(sentence) || spokenLabel.test(sentence) || spoken.test(sentence))
  if (!isInterpreted && !isCaptioned && !isSpoken) return
  const named = languagesIn(sentence)
  if (isInterpreted) add(told.interpretation, named)
  else if (isSpoken) add(told.languages, named)
  if (isCaptioned) {
    const own = !isInterpreted && !isSpoken ? named : []
    add(told.captions, own.length ? own : pageLanguage ? [pageLanguage.slice(0, 2).toLowerCase()] : [])
  }
}

/** "In Arabic and Spanish." */
function onlyLanguages(sentence: string): boolean {
  const told = /^\W*(?:In|Auf|En|Em|Na|På) ([^.]{3,80})\.?$/u.exec(sentence)?.[1]
  if (!told) return false
  const words = fold(told).split(/[\s,/&+]+/)
  const names = languageNames()
  return (
    words.some(word => names.has(word)) &&
    words.every(word => names.has(word) || /^(?:and|or|und|et|y|e|och|en)$/.test(word))
  )
}

const besides =
  /[,;(]\s*(?=(?:with|and|avec|mit|con|com)\b)|\s(?=(?:with|avec|mit) (?:simultaneous|live|interpr|traduction|Dolmetsch|Simultan))/u

const interpreted =
  /\b(?:interpretation|interpreted|interpreting|interpreters?|simultaneous translation|translation (?:will be |is )?(?:available|provided)|live translation|interpr[eé]tation|traduction simultan[eé]e|interpretaci[oó]n|traducci[oó]n simult[aá]nea|interpreta[cç][aã]o|tradu[cç][aã]o simult[aâ]nea|interpretariato|traduzione simultanea)\b|dolmetsch|simultanübersetz|синхронн|ترجمة فورية|الترجمة الفورية|ترجمه همزمان|תרגום סימולטני|同声传译|同傳|口译|同時通訳|同步口譯|동시통역|simultaan(?:ver)?tolk|tolking|tolkas|tłumaczenie (?:symultaniczne|ustne)|tlumočen|szinkrontolm|simultan çeviri|phiên dịch|διερμηνεί/iu
const captioned =
  /\b(?:(?:live|closed|real-?time) caption\w*|captions?|captioning|captioned|subtitles?|subtitled|cart services|sous-titr\p{L}*|subt[ií]tul\p{L}*|legendas?|sottotitol\p{L}*)\b|untertitel|字幕/iu
const spokenLabel =
  /^\W*(?:working |event )?(?:languages?|sprachen?|langues?|idiomas?|língua|lingua|язык|اللغة|语言|言語|使用言語|언어|talen|voertaal|språk|kieli|język|jazyk|dil|שפה|زبان|भाषा)(?: of (?:the )?(?:event|meeting|webinar))?\s*[:：–-]/iu
const spoken =
  /\b(?:held|conducted|given|presented|take place|delivered|be|is) in (?:both )?(?:the )?(?=\p{Lu})|\bauf (?:Deutsch|Englisch|Französisch|Spanisch)\b|\bse (?:realizará|llevará a cabo) en\b|\ben (?:anglais|français|espagnol)\b/u

const signKinds: [RegExp, string][] = [
  [/\binternational sign\b|internationale gebärde|signes internationa/iu, 'ils'],
  [/\bASL\b|american sign language/iu, 'ase'],
  [/\bBSL\b|british sign language/iu, 'bfi'],
  [/\bDGS\b|deutsche gebärdensprache/iu, 'gsg'],
  [/\bLSF\b|langue des signes française/iu, 'fsl'],
  [/\bLibras\b/u, 'bzs'],
  [/\bLSE\b|lengua de signos española/u, 'ssp'],
  [/\bAuslan\b/iu, 'asf'],
  [/\bNZSL\b|new zealand sign language/iu, 'nzs'],
  [/\bISL\b(?=.{0,40}\birish\b)|irish sign language/iu, 'isg'],
  [/\bLSQ\b|langue des signes québécoise/iu, 'fcs'],
  [/\bLSM\b|lengua de señas mexicana/u, 'mfs'],
  [/\bNGT\b|nederlandse gebarentaal/iu, 'dse'],
]

function signed(sentence: string): string[] {
  const found = signKinds.flatMap(([pattern, tag]) => (pattern.test(sentence) ? [tag] : []))
  if (found.length) return found
  return /\bsign(?:ed)? language\b|gebärdensprach|langue des signes|lenguas? de se[ñn]as|lengua de signos|língua gestual|lingua dei segni|жестов|لغة الإشارة|手语|手語|手話|수어|수화|gebarentaal|teckenspråk|tegnspr[åo]g|tegnspråk|viittomakiel|języ(?:k|ka) migow|znakov|jelnyelv|limbaj\p{L}* (?:mimico|semnelor)|işaret dili|νοηματικ|שפת הסימנים|ngôn ngữ ký hiệu|bahasa isyarat|lugha ya alama/iu.test(
    sentence,
  )
    ? ['sgn']
    : []
}

/** Languages named in a sentence, as tags, in their order. */
function languagesIn(sentence: string): string[] {
  const names = languageNames()
  const words = fold(
    sentence.replace(/\b(?:american|british) sign language\b|\binternational sign\b/giu, ' '),
  ).split(' ')
  return [...new Set(words.flatMap(word => (word.length > 3 ? (nameIn(word, names) ?? []) : [])))]
}

/** Arabic and Hebrew write "and", "to" and "the" in one with the word. */
function nameIn(word: string, names: Map<string, string>): string | undefined {
  const told = names.get(word)
  if (told || !/^[\u0590-\u06ff]/.test(word)) return told
  const bare = word.replace(/^[وولבל]*(?:لل|ال)?/u, '').replace(/^[ובלה]+/u, '')
  for (const one of [bare, `ال${bare}`, word.slice(1)]) {
    const tag = names.get(one) ?? otherNames.get(one)
    if (tag) return tag
  }
  return undefined
}

const otherNames = new Map([
  ['الانكليزية', 'en'],
  ['الانجليزية', 'en'],
  ['الاسبانية', 'es'],
])

function add(list: string[], more: string[]): void {
  for (const one of more) if (!list.includes(one) && list.length < 20) list.push(one)
}
