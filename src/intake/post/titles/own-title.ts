import { looksLikeName } from '../parties/parties.ts'
import type { Section } from '../passages/outline.ts'
import type { Passage } from '../passages/passage.ts'
import type { EventTime } from '../times/times-of.ts'
import { bodyWord } from '../words/body-words.ts'
import { type KindWord, kindWord } from '../words/kind-words.ts'
import { capital, cleanTitle, isGeneric, isTitle, phraseFrom, type TitleMark } from './titles.ts'

/** A heading "Webinar: Title" names the event below it. */
export function headingNames(heading: Section | null): boolean {
  if (!heading) return false
  const { text } = heading.heading
  const word = kindWord(text)
  return word?.kind === 'event' && word.index < 3 && /^\s*:/.test(text.slice(word.index + word.length))
}

/** The title a passage gives its event itself. */
export function ownTitle(
  passage: Passage,
  marks: TitleMark[],
  times: EventTime[],
  isLine: boolean,
  headingNamesIt: boolean,
): TitleMark | { text: string; link?: undefined | TitleMark['link'] } | null {
  if (headingNamesIt) return null
  const floor = isLine ? 3 : 4.5
  const best = marks
    .filter(mark => mark.weight >= floor)
    .sort((a, b) => b.weight - a.weight || distance(a, times) - distance(b, times))[0]
  if (best && (isLine || best.weight >= 5 || marks.length > 0)) return best
  if (!isLine) {
    const bold = marks.filter(mark => mark.weight >= 4).at(-1)
    return bold ?? null
  }
  const text = restTitle(passage, times)
  return text ? { text } : null
}

function distance(mark: TitleMark, times: EventTime[]): number {
  return Math.min(
    ...times.map(({ at }) =>
      at.start >= mark.end ? at.start - mark.end : mark.start >= at.end ? mark.start - at.end : 0,
    ),
  )
}

/** What a line says besides its times: "Mon 18:00 CET – Vigil for the drowned" → "Vigil for the drowned". */
function restTitle(passage: Passage, times: EventTime[]): string | null {
  let text = passage.text.split('\n')[0]!
  const spans = [
    ...times.map(time => time.at),
    ...passage.links.filter(link => /^(?:https?:|www\.)/.test(link.text)),
  ].sort((a, b) => b.start - a.start)
  for (const span of spans) text = `${text.slice(0, span.start)} ¦ ${text.slice(span.end)}`
  text = text.replace(/\((?:[^()]*¦[^()]*|\s*)\)|\[\s*¦\s*\]/g, ' ¦ ')
  const [lead = '', ...rest] = text.split(/\s*¦\s*/u)
  // A whole sentence about "the march" holds no title but its noun.
  if (/[.!。]$/.test(passage.text) && lead !== '' && isGeneric(trimTitle(lead))) return null
  // What stands before the time is the title as it is; behind it other things may follow.
  const whole = trimTitle(lead.replace(/^(?:[-–—•*]\s*)/u, ''))
  if (isLineTitle(whole) && whole.split(' ').length > 1) return capital(whole)
  const pieces = [whole, ...rest.flatMap(partsOf)].map(trimTitle).filter(isLineTitle)
  const best = pieces.find(part => part.split(' ').length > 1) ?? pieces[0]
  return best ? capital(best) : null
}

/** "Title with Ann Example": with whom is apart; "Lesung mit Ada M.", "Leben mit Demenz" go on. */
function partsOf(text: string): string[] {
  return text.split(signMark).flatMap(part => {
    const found = withMark.exec(part)
    if (!found) return part
    const [head, tail] = [part.slice(0, found.index), part.slice(found.index + found[0].length)]
    const first = trimTitle(head)
    const isName = looksLikeName(tail) || bodyWord.test(tail) || /,\s|\s(?:and|und|et|y|e)\s/.test(tail)
    return isName && !(isGeneric(first) && kindWord(first)) ? [head, tail] : part
  })
}

const withMark = /\s+(?:with|mit|avec|con|com|w\/)\s+/u
/** A dash before these goes on with what it parts. */
export const goesOn =
  'oder|or|ou|und|and|et|aber|but|mais|pero|was|wie|warum|what|how|why|ce que|comment|pourquoi|lo que|qué|cómo|por qué|o que|che cosa|perché|что|как|почему'
const signMark = new RegExp(`\\s+[–—|·-]\\s+(?!(?:${goesOn})\\s)|(?<=\\p{L}{2}[\\p{L})”"])[,;]\\s+`, 'u')

function trimTitle(part: string): string {
  const small = 'on|at|am|um|le|el|em|à|às|a las|del|and|und|y|e|et|from|starting|on the|or'
  return cleanTitle(
    part
      .trim()
      .replace(/[\s:,–-]+TB[ACD]$/, '')
      .replace(
        /^(?:please\s)?(?:join(?: us (?:for|at|in))?|don['’]?t miss|attend|come to)\s(?:the |a |an |our )?/i,
        '',
      )
      .replace(new RegExp(`^(?:(?:${small})\\s+)+`, 'iu'), '')
      .replace(new RegExp(`(?:\\s+(?:${small}|,))+$`, 'iu'), '')
      .replace(predicateTail, ''),
  )
}

/** "The next board meeting will be held": the verb that led to the time. */
const predicateTail =
  /\s(?:will (?:be(?: held| hosted| happening)?|take place|happen|start|begin|run)|(?:is|are)(?: being| now)?(?: held| happening| taking place| scheduled| planned| back)?|takes? place|happens?|starts?|findet(?: statt)?|aura lieu|a lieu|se celebra|tendrá lugar|será|acontece)$/iu

/** What is left behind a time may be the rest of its sentence, and no title. */
const verbFirst =
  /^(?:will|is|are|was|has|have|had|takes?|took|to be|wird|werden|ist|sind|hat|findet|sera|seront|est|aura|a été|será|serán|ha sido|fue|tendrá|foi|será|sarà)\s/u

function isLineTitle(part: string): boolean {
  return (
    isTitle(part) &&
    !verbFirst.test(part) &&
    part.split(' ').length <= 25 &&
    !/\bTB[ACD]\b|^no rsvp/i.test(part)
  )
}

/** Under a heading that is only a kind of event ("Coworking"), a line's title says which one. */
export function prefixed(title: string, heading: Section | null): string {
  if (!heading) return title
  const name = cleanTitle(heading.heading.text)
  const singular = name.replace(/(?<=[a-z]{3})s$/, '')
  const word = kindWord(singular)
  const isKind = word !== null && word.kind === 'event' && word.length >= singular.length - 2
  return isKind && !title.toLowerCase().includes(singular.toLowerCase()) ? `${singular}: ${title}` : title
}

/** "The march of 18 December in Sample has been cancelled" → "March in Sample". */
export function phraseWithout(passage: Passage, word: KindWord, times: EventTime[]): string {
  let text = passage.text
  for (const { at } of [...times].sort((a, b) => b.at.start - a.at.start)) {
    if (at.start > word.index)
      text = `${text.slice(0, at.start).replace(/\s+(?:on|of|at|am|vom|um|le|du|del?|el|em|a las|do|dia|il|the)\s*$/giu, '')} ${text.slice(at.end)}`
  }
  const phrase = phraseFrom(text.replace(/\s+/g, ' '), word)
  return cleanTitle(phrase.replace(restOfSentence, '')) || phrase
}

const restOfSentence =
  /\s(?:will|is|are|was|has|have|takes|took|wird|werden|ist|hat|findet|sera|aura|est|a été|será|ha sido|ha|fue|tendrá|foi|sarà)\s.*$/u
