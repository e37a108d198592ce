import { isPersonUrl, looksLikeName } from '../parties/parties.ts'
import type { Passage, PassageLink, Span } from '../passages/passage.ts'
import { callsToAct } from '../words/calls-to-act.ts'
import { isFateAlone, statusWords } from '../words/fate-words.ts'
import { type KindWord, kindWord } from '../words/kind-words.ts'
import { isPlainHeading } from '../words/section-words.ts'
import { anyOf } from '../words/word-pattern.ts'

/** What words in italics weigh as a title. */
export const slantedWeight = 3.5

export type TitleMark = Span & { text: string; weight: number; link?: PassageLink }

/**
 * What in a passage may be a title: quotations, bold type and links, the likeliest with the most weight.
 * `times` are where times stand: a mark that holds little else is none.
 */
export function titleMarks(passage: Passage, times: Span[]): TitleMark[] {
  const marks: TitleMark[] = []
  for (const quote of passage.quoted) {
    const link = linkOver(passage, quote)
    const words = wordCount(passage.text.slice(quote.start, quote.end))
    if ((words < 2 || isAttribute(passage, quote)) && !link) continue
    marks.push(
      markOf(
        passage,
        link && opensHeadline(passage, quote, link) ? link : quote,
        link ? 6 : words < 3 ? 3 : 5,
        link,
      ),
    )
  }
  for (const bold of passage.strong) {
    if (isPersonThere(passage, bold)) continue
    const link = linkOver(passage, bold)
    const text = passage.text.slice(bold.start, bold.end)
    if (!link && wordCount(text) < 2 && !/\p{L}.{5}/u.test(text)) continue
    if (!link && leadsToTitle(passage, bold, times)) continue
    marks.push(markOf(passage, bold, link ? 5.5 : 4, link))
  }
  for (const slant of passage.em) {
    const text = passage.text.slice(slant.start, slant.end)
    const isName = wordCount(text) > 1 && /^[\p{Lu}\p{Lo}\p{N}¿¡]/u.test(text) && !/[.:]$/.test(text)
    if (isName && slant.end - slant.start < passage.text.length * 0.9)
      marks.push(markOf(passage, slant, slantedWeight, linkOver(passage, slant)))
  }
  for (const link of passage.links) {
    if (!isTitleLink(link) || isPersonUrl(link.url)) continue
    marks.push(
      markOf(
        passage,
        link,
        kindWord(link.text)?.kind === 'event' || /\b20\d\d\b/.test(link.text) ? 3.5 : 3,
        link,
      ),
    )
  }
  return distinct(
    marks.filter(mark => isTitle(mark.text) && !isFateAlone(mark.text) && !mostlyTimes(mark, times)),
  )
}

/** "a “know your rights” night": what is quoted says of what kind the thing is. */
function isAttribute({ text }: Passage, { start, end }: Span): boolean {
  return (
    /^\p{Ll}/u.test(text.slice(start, end)) &&
    /(?:^|\s)(?:an?|the|une?|une|un|una|um|uma|ein|eine[nr]?)\s["“„«]$/iu.test(text.slice(0, start)) &&
    /^["”“»]\s\p{Ll}/u.test(text.slice(end))
  )
}

/** "**Same hour as Friday, 11:00** – [Title](…)": bold type with the hour in it, and the title behind it. */
function leadsToTitle(passage: Passage, bold: Span, times: Span[]): boolean {
  const isTimed = times.some(time => time.start < bold.end && time.end > bold.start)
  const next = passage.links.find(link => link.start >= bold.end)
  return (
    isTimed &&
    next !== undefined &&
    isTitleLink(next) &&
    !/[\p{L}\p{N}]/u.test(passage.text.slice(bold.end, next.start))
  )
}

/** "“No more”: unions call for a fund": what is quoted opens a headline, and is no title by itself. */
function opensHeadline(passage: Passage, quote: Span, link: PassageLink): boolean {
  return (
    quote.start - link.start < 2 && /^[”“"»」]\s?[:–—]\s\p{L}/u.test(passage.text.slice(quote.end, link.end))
  )
}

/** Whether words can be a title: not "here", "Zoom link", "a talk", an address or a date. */
export function isTitle(text: string): boolean {
  if (text.length < 3 || text.length > 250 || !/\p{L}{2}/u.test(text)) return false
  if (/https?:\/\/|^www\.\S+$/i.test(text) || /^\S+@\S+$/.test(text)) return false
  return !isGeneric(text)
}

/** Words that name no thing: "here", "register now", "the panel", "keynote talk". */
export function isGeneric(text: string): boolean {
  if (namesFate(text)) return false
  if (isPlainHeading(text)) return true
  const bare = text.replace(generic, ' ').replace(/[\p{P}\p{S}\p{Z}\p{N}]+/gu, '')
  if (bare === '') return true
  const word = kindWord(text)
  if (!word) return false
  const rest = (text.slice(0, word.index) + text.slice(word.index + word.length))
    .replace(generic, ' ')
    .replace(/[\p{P}\p{S}\p{Z}]+/gu, '')
  return rest === '' || rest === 's'
}

/** "Concert: The Postponed": a band or a book, not what became of it. */
function namesFate(text: string): boolean {
  return (
    /(?:^|[:–—]\s)(?:The|Die|Les|Los|Las|Os|As|Gli)\s\p{Lu}\p{Ll}+$/u.test(text) &&
    statusWords.some(([, word]) => word.test(text))
  )
}

const generic = anyOf(
  {
    en: 'here|unsubscribe|preferences|new|latest|this|that|the|a|an|our|your|my|his|her|their|its|link|links|page|site|website|form|register|registration|sign up|rsvp|join|zoom|details?|more|info|information|read|watch|see|full|program(?:me)?|schedule|recordings?|slides|video|youtube|channel|calendar|add to|to|now|click|keynote|regular|lightning|short|online|virtual|free|live|stream|please|on|at|in|of|for|and|it|public|post|posted|blog|github|slack|mailing list|discussion forum|forum|event page|meetup|playlist|google calendar|ical(?: file)?|org|subscribe|tickets?|materials? (?:are )?available|available|source|original|next|previous|cancelled|canceled|postponed|tba|tbd|tbc|theme|no|needed|none|email|contact|what time that will be|is|you|see time and date|zone|meeting|id|password|passcode|open|today|tomorrow|all|about',
    de: 'hier|zur|zum|dazu|hierzu|diese[rs]?|der|die|das|ein|eine|link|seite|anmeldung|anmelden|mehr|infos?|programm|aufzeichnung|folien|video|kalender|abgesagt|verschoben',
    fr: 'ici|ce|cette|le|la|les|un|une|lien|page|inscriptions?|inscrivez-vous|plus|infos?|programme|enregistrement|vidéo|calendrier|annulée?|reportée?',
    es: 'aquí|este|esta|el|la|los|las|un|una|enlace|página|inscripción|inscríbete|regístrate|más|información|programa|grabación|vídeo|video|calendario|cancelado|cancelada|aplazado|aplazada',
    pt: 'aqui|este|esta|o|a|os|as|um|uma|ligação|página|inscrição|inscreva-se|mais|informações|programa|gravação|vídeo|calendário|cancelado|cancelada|adiado|adiada',
    it: 'qui|questo|questa|il|la|link|pagina|iscrizione|iscriviti|più|informazioni|programma|registrazione|video',
    id: 'di sini|ini|tautan|baca|unduh|lihat|klik|pdf|daftar|pendaftaran|selengkapnya|rekaman',
    ja: '(?:参加)?登録|(?:お)?申し?込み?(?:は)?|予約|詳細(?:は)?|視聴|リンク|こちら|公式サイト|ここ',
    ru: 'здесь|тут|ссылка|регистрация|подробнее|запись|видео',
  },
  'giu',
)

/** The noun phrase that names the thing: "another highly relevant webinar on X" → "Webinar on X". */
export function phraseFrom(text: string, word: KindWord): string {
  const before =
    /(?:^|[\s(])((?:[\p{L}\p{N}#'’]+-)[\p{L}\p{N}'’]+\s)$/u.exec(text.slice(0, word.index))?.[1] ?? ''
  const sentence = /^[^\n.!?:;]*(?:\.(?=\S)[^\n.!?:;]*)*/u.exec(
    text.slice(word.index).split(/\s*https?:\/\//)[0]!,
  )![0]
  const phrase = `${before}${sentence}`.replace(/\s+[–—-]\s.*$/u, '').replace(/[\s,:;(–—-]+$/u, '')
  const core = phrase.replace(predicate, '')
  return capital(core.includes(' ') ? core : phrase)
}

/** From here on a sentence says something about the thing, and no longer names it. */
const predicate =
  /,?\s(?:is|are|was|were|will|can|has|have|which|wird|ist|kann|sera|est|peut|es|será|está|puede|é|pode)\s.*$/u

export function capital(text: string): string {
  const first = text[0] ?? ''
  return first.toLocaleUpperCase() + text.slice(1)
}

/** "POSTPONED: …" is what became of it, and no part of its name. */
const heldBack = new RegExp(
  String.raw`^[[(*]*(?:${statusWords.map(([, words]) => words.source).join('|')})[\])*!]*\s*[:–—-]\s+(?=\S)`,
  'iu',
)

/** Tidies a title: outer quotation marks, trailing punctuation, ornaments. */
export function cleanTitle(text: string): string {
  const bare = text
    .replace(/\s+/g, ' ')
    .replace(/^(?:poster|flyer|plakat|affiche|cartel|cartaz|image|picture|logo)\s*(?:of|for)?:\s+/i, '')
    .replace(
      /^(?:[\s'‘*_|,:;.–—•〜～-]|[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}|\uFE0F|\u200D)+(?=\S)/u,
      '',
    )
    .replace(/\s*\(([^()]{2,30})\)$/u, (all, words: string) => (callsToAct.test(words) ? '' : all))
    .replace(heldBack, '')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/[\s*_|,،:;–—-]+$/u, '')
    // The stop of "Ada M." is the name's.
    .replace(/(?<=[\p{L}\p{N})])(?<!(?:^|\s)\p{Lu})\.$/u, '')
    .replace(/\s*(?:\p{Extended_Pictographic}|\uFE0F)+$/u, '')
    .trim()
  return withoutOuterQuotes(bare)
}

/** Marks around the whole, or one that lost its partner; quotations inside stay. */
function withoutOuterQuotes(text: string): string {
  const count = text.match(/["“”„«»]/gu)?.length ?? 0
  const first = /^["“”„«»]/u.test(text)
  const last = /["“”„«»]$/u.test(text)
  if (count === 2 && first && last) return text.slice(1, -1).trim()
  if (count === 1 && first) return text.slice(1).trim()
  return count === 1 && last ? text.slice(0, -1).trim() : text
}

function markOf(passage: Passage, span: Span, weight: number, link: PassageLink | undefined): TitleMark {
  const text = cleanTitle(passage.text.slice(span.start, span.end))
  return { start: span.start, end: span.end, text, weight, ...(link ? { link } : {}) }
}

/** The link that covers a span, lies in it, or touches its quotation marks. */
function linkOver(passage: Passage, span: Span): PassageLink | undefined {
  return passage.links.find(link => link.start < span.end && link.end > span.start && !isPersonUrl(link.url))
}

function isTitleLink(link: PassageLink): boolean {
  if (/^\p{Ll}+(?:\s|$)/u.test(link.text)) return false
  return wordCount(link.text) > 1
    ? /\p{Lu}|\p{Lo}|\p{N}/u.test(link.text)
    : /\p{Lu}.*\p{Lu}|\d|\p{Lo}{3}/u.test(link.text)
}

/** "**Ann Example**, director, will …": bold for a person. */
function isPersonThere(passage: Passage, span: Span): boolean {
  const text = passage.text.slice(span.start, span.end)
  const after = passage.text.slice(span.end, span.end + 30)
  return (
    looksLikeName(text) &&
    /^['’]s?\s|^\s*(?:\(|,\s*(?!on\b)\p{L}|will|is|and|&|gave|talks|spricht|hablará|–|-|$)/u.test(after)
  )
}

function mostlyTimes(mark: TitleMark, times: Span[]): boolean {
  const covered = times.reduce(
    (sum, time) => sum + Math.max(0, Math.min(time.end, mark.end) - Math.max(time.start, mark.start)),
    0,
  )
  return covered > 0 && covered > (mark.end - mark.start) * 0.5
}

/** One mark a place: the weightier of those that overlap. */
function distinct(marks: TitleMark[]): TitleMark[] {
  const kept: TitleMark[] = []
  for (const mark of marks.sort((a, b) => b.weight - a.weight || a.start - b.start)) {
    if (!kept.some(other => other.start < mark.end && other.end > mark.start)) kept.push(mark)
  }
  return kept.sort((a, b) => a.start - b.start)
}

function wordCount(text: string): number {
  return /\p{Script=Han}|\p{Script=Hiragana}/u.test(text)
    ? text.length / 2
    : text.split(/\s+/).filter(word => /\p{L}|\p{N}/u.test(word)).length
}
