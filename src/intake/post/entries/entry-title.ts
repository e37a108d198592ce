import type { Kind } from '../../../domain/finding.ts'
import { monthOf } from '../../../time/calendar-words.ts'
import { fold } from '../../../time/fold.ts'
import { zonesOfPlaceName } from '../../../time/places.ts'
import { looksLikeParty } from '../parties/names.ts'
import { looksLikeName } from '../parties/parties.ts'
import type { Passage, PassageLink, Span } from '../passages/passage.ts'
import type { EventTime } from '../times/times-of.ts'
import { linkLineOf, splitSite, withoutSite } from '../titles/link-line.ts'
import { capital, cleanTitle, isGeneric, isTitle, titleMarks } from '../titles/titles.ts'
import { bodyWord } from '../words/body-words.ts'
import { callsToAct } from '../words/calls-to-act.ts'
import { attendanceOf } from '../words/cue-words.ts'
import { statusWords, withoutFate } from '../words/fate-words.ts'
import { kindWord } from '../words/kind-words.ts'
import { labelOf } from '../words/label-words.ts'
import { namesLanguage } from '../words/language-words.ts'
import type { Field } from './fields.ts'

/** What the lines around an entry say of it: its kind by the section or the lead, its day by the heading, its title by the heading. */
export type Hints = {
  organisation?: string | undefined
  kind?: Kind | undefined
  day?: string | undefined
  title?: string | undefined
}
export type EntryTitle = {
  text: string
  at: Span
  weight: number
  link?: PassageLink
  organisation?: string
  site?: boolean
}
/** What an entry is called: what is marked as a title, else the first words that are nothing else. */
export function titleOf(
  passage: Passage,
  fields: Field[],
  times: EventTime[],
  hints: Hints,
): EntryTitle | null {
  if (hints.title) return { text: hints.title, at: { start: -1, end: -1 }, weight: 6 }
  const tagged = fields.find(field => field.label === 'what' && /#\p{L}/u.test(field.passage.text))
  const named = tagged
    ? undefined
    : fields.find(
        field =>
          field.role === 'label' &&
          (field.label === 'title' || (field.label === 'what' && field.passage.text.length <= 80)),
      )
  if (named && isTitle(cleanTitle(named.passage.text)))
    return { text: cleanTitle(named.passage.text), at: named.at, weight: 6 }
  const hashtag = hashtagTitle(passage, hints)
  if (hashtag) return hashtag
  const marks = titleMarks(
    passage,
    times.flatMap(time => time.parts ?? [time.at]),
  ).filter(
    mark =>
      !fields.some(
        field =>
          (field.role === 'update' ||
            field.role === 'aside' ||
            field.role === 'label' ||
            field.role === 'link') &&
          mark.start >= field.at.start &&
          mark.end <= field.at.end + 1,
      ) &&
      !/^UPDATE/i.test(mark.text) &&
      (mark.link || !(/^\p{Ll}/u.test(mark.text) && /["“„«]/.test(passage.text[mark.start - 1] ?? ''))) &&
      !callsToAct.test(mark.text) &&
      (labelOf(`${mark.text}:`)?.length ?? 0) <= mark.text.length,
  )
  const best = marks.sort((a, b) => b.weight - a.weight || a.start - b.start)[0]
  if (best)
    return withOrganisation(
      {
        text: withoutRemark(withoutFate(withoutSite(withoutCount(best.text)))),
        at: best,
        weight: best.weight,
        ...(best.link ? { link: best.link } : {}),
      },
      hints,
    )
  const line = linkLineOf(passage)
  if (line?.title) {
    const split = splitSite(line.title, line.site, () => false)
    const own: EntryTitle = {
      text: split.title,
      at: { start: 0, end: passage.text.length },
      weight: 4,
      site: line.hasSite === true,
    }
    const site = line.title.startsWith(split.title)
      ? line.title.slice(split.title.length)
      : line.title.slice(0, line.title.length - split.title.length)
    const owner = split.organisation ?? cleanTitle(site)
    if (looksLikeParty(owner) && owner.includes(' ')) own.organisation = owner
    return own
  }
  const plain = plainTitle(fields, times)
  return plain && (plain.organisation ? plain : withOrganisation(plain, hints))
}

/** "1. Title" of a list counted by hand; "1. Mai" is a day. */
function withoutCount(text: string): string {
  const count = /^\d{1,2}[.)]\s+(?=(\p{L}+))/u.exec(text)
  return count && !monthOf(fold(count[1]!)) ? text.slice(count[0].length) : text
}

/** "Title (short film, 12 min)": what it is and how long. */
function withoutRemark(text: string): string {
  const remark = /^(.{3,}?)\s?[(（]([^()（）]{2,60})[)）]$/u.exec(text)
  const isLength = remark && /\d\s?(?:min|мин|분|分|хв|мин|דק|دقيقة|دقائق)/iu.test(remark[2]!)
  const isKind =
    remark && /^\p{Ll}/u.test(remark[2]!) && isGeneric(remark[2]!) && kindWord(remark[2]!) !== null
  return remark && (isLength || isKind) ? remark[1]! : text
}

/** The first words that are no time, link, maker or remark; an organisation in front of them gives way. */
function plainTitle(fields: Field[], times: EventTime[]): EntryTitle | null {
  const plain = fields.filter(
    field =>
      (field.role === 'plain' || field.role === 'phrase') &&
      isTitle(cleanTitle(field.passage.text)) &&
      !/^(?:NB|PS|NOTE)\b/.test(field.passage.text),
  )
  const first = plain[0]
  if (!first) return null
  const second = plain[1]
  // "Organisation – Title": told apart by the words for bodies in the one and the lack of capitals in the other.
  const swapped =
    second &&
    looksLikeParty(first.passage.text) &&
    isBody(first.passage.text) &&
    !isBody(second.passage.text) &&
    !kindWord(first.passage.text) &&
    second.role === 'plain'
  const chosen = swapped ? second : first
  const led = /^([^,]{3,60}),\s+(.+)$/u.exec(first.passage.text)
  const leads =
    led && !swapped && looksLikeParty(led[1]!) && !kindWord(led[1]!) && (kindWord(led[2]!)?.index ?? 99) < 25
  if (leads) return { text: cleanTitle(led[2]!), at: first.at, weight: 3, organisation: led[1]! }
  const words = chosen.passage.text.replace(/^\d{1,2}[.)]\s+/, '')
  const invited = invitation.exec(words)
  if (invited && looksLikeParty(invited[1]!))
    return { text: capital(cleanTitle(invited[2]!)), at: chosen.at, weight: 3, organisation: invited[1]! }
  const parted = partTails(words)
  const text = withoutRemark(cleanTitle(parted.title))
  if (text.split(' ').length > 30) return null
  const organisation = swapped ? cleanTitle(first.passage.text) : parted.owner
  return {
    text,
    at: chosen.at,
    weight: times.length > 0 ? 3 : 2,
    ...(organisation ? { organisation } : {}),
  }
}

/** "The Guild invites you to its awards ceremony": who invites, and to what. */
const invitation =
  /^(?:(?:the|der|die|das|la|le|les|el|los|las|o|a)\s)?(\p{Lu}[^.:;!?]{3,70}?)\s(?:invites? (?:you|us|all|everyone|everybody|one and all) to|vous invite(?:nt)? (?:à|au)|nos? invitan? a(?:l)?|invitan? a(?:l)?|convidam? para|vi invitano? a)\s(?:(?:its|their|an?|the|sa|son|une?|le|la|su|una?|o|uma?|il|lo)\s)?(\p{L}.{5,})$/iu

/** "…, Brooklyn", "…, postponed", "…, Maison du Dessin, en direct": where, whether and by whom it is held is no part of its title. */
function partTails(words: string): { title: string; owner?: string } {
  const text = withoutFate(words)
  const held = heldAt.exec(text)
  if (held && kindWord(text)?.index === 0 && bodyWord.test(held[2]!) && looksLikeParty(held[2]!))
    return { title: held[1]!, owner: held[2]! }
  const parts = text.split(/(?:,|،)\s+/)
  if (parts.length === 1 || parts.length > 12 || /\s(?:and|und|et|y|e|or|&)\s/i.test(parts.at(-1)!))
    return { title: text }
  const owned = parts.findIndex((part, at) => at > 0 && isOwnerTail(part))
  let end = owned > 0 ? owned : parts.length
  while (end > 1 && isTail(parts[end - 1]!, parts.slice(0, end - 1).join(', '))) end--
  const title = parts.slice(0, end).join(', ')
  if (title.length < 6) return { title: text }
  return owned > 0 ? { title, owner: parts[owned]!.replace(houseWords, '') } : { title }
}

function isOwnerTail(part: string): boolean {
  const name = part.replace(houseWords, '')
  return part.length > 3 && part.length < 90 && bodyWord.test(name) && looksLikeParty(name)
}

/** Whose house it is held in. */
const houseWords = /^(?:en (?:la|el)|in der|im|at the|at|à la|au|na|no|nella|nel|alla|al)\s(?=\p{Lu})/u

function isTail(tail: string, before: string): boolean {
  if (tail.length < 4 || tail.length > 60) return false
  const isFate = statusWords.some(([, words]) => words.test(tail)) || attendanceOf(tail) !== undefined
  const isPlace =
    whereWords.test(tail) ||
    (/^\p{Lu}\p{L}+$/u.test(tail) && before.split(' ').length > 2) ||
    (/^\p{Lu}/u.test(tail) && tail.split(' ').length < 4 && zonesOfPlaceName(tail).length > 0)
  return isFate || isPlace || /^(?:en direct|live|en vivo|ao vivo|in diretta|onlayn)$/iu.test(tail)
}

/** "Lesung mit … in der Buchhandlung Zeitlos": whose house it is. */
const heldAt =
  /^(.{6,}?)\s(?:in der|im|beim?|an der|am|at the|at|en la|en el|na|no|nella|nel|alla|al|à la|au|dans la|в)\s(\p{Lu}[^,.;]{4,60})(?:,\s\p{Lu}\p{L}+)?$/u

const whereWords =
  /^(?:at|in|place|square|park|rue|street|plaza|calle|praça|rua|piazza|via|am|auf dem|auf der|vor dem|im|à la|au|sur la|sur le|devant|en la|en el|na|no|nel|nella)\s/iu

function isBody(text: string): boolean {
  return /^\p{Lu}/u.test(text) && !looksLikeName(text.replace(/\s*\(.*$/, '')) && bodyWord.test(text)
}

/** "Example Network: Title" in a list of statements. */
function withOrganisation(title: EntryTitle, hints: Hints): EntryTitle {
  const owner = /^(.{4,}?)\s\(([^()]{4,60})\)$/u.exec(title.text)
  if (owner && looksLikeParty(owner[2]!) && owner[2]!.includes(' ') && !namesLanguage(owner[2]!))
    return { ...title, text: owner[1]!, organisation: owner[2]! }
  if (hints.kind !== 'statement') return title
  const match = /^([^:–—|]{2,80})(?::|\s[–—|-])\s+(.{4,})$/u.exec(title.text)
  if (!match || !looksLikeParty(match[1]!) || kindWord(match[1]!)) return title
  return { ...title, text: cleanTitle(match[2]!), organisation: match[1]!.trim() }
}

function hashtagTitle(passage: Passage, hints: Hints): EntryTitle | null {
  const match = /(?<![\p{L}\p{N}&/])#(?:\p{L}|\d+\p{L}{3})[\p{L}\p{N}_]{2,60}/u.exec(passage.text)
  if (!match) return null
  const at = { start: match.index, end: match.index + match[0].length }
  const leads = match.index < 3 || hints.kind === 'campaign'
  const link = passage.links.find(one => one.start <= at.start && one.end >= at.end)
  const isCampaign = leads || kindWord(passage.text)?.kind === 'campaign'
  if (!isCampaign || titleMarks(passage, []).some(mark => mark.weight >= 5 && !mark.text.includes('#')))
    return null
  const slogan = link?.start === at.start && link.text.length < 100 && /^#[^\s:]+:\s/u.test(link.text)
  return { text: slogan ? link.text : match[0], at, weight: 5, ...(link ? { link } : {}) }
}
