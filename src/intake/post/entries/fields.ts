import { isSmallBody, looksLikeParty } from '../parties/names.ts'
import { nameAfterBy } from '../parties/parties.ts'
import { cutPassage, type Passage, type Span } from '../passages/passage.ts'
import { withoutTimes } from '../times/times-of.ts'
import { goesOn } from '../titles/own-title.ts'
import { isGeneric } from '../titles/titles.ts'
import { callsToAct } from '../words/calls-to-act.ts'
import { kindWord } from '../words/kind-words.ts'
import { type Label, labelOf, toldBy } from '../words/label-words.ts'
import { anyOf } from '../words/word-pattern.ts'

/** A part of an entry's line between its dashes, commas, stops and brackets, and what its place and look say it is. */
export type Field = {
  passage: Passage
  /** Where it stands in the whole. */
  at: Span
  role: 'time' | 'link' | 'maker' | 'people' | 'phrase' | 'plain' | 'aside' | 'label' | 'update'
  label?: Label['key']
  /** What a label of hours and its line say together. */
  told?: string
}

/** The fields of an entry, told by structure: separators outside of titles, links, quotations and times. */
export function fieldsOf(passage: Passage, times: Span[]): Field[] {
  const fields: Field[] = []
  const isBlock = passage.text.split('\n').filter(line => labelOf(line) !== null).length > 1
  for (const line of spansBetween(passage.text, /\n/g, [])) {
    const cut = cutPassage(passage, line.start, line.end)
    const found = labelOf(cut.text)
    // "Webinar: Title – …" alone in its line names a kind; in a block of lines it is a label.
    const label =
      found && (isBlock || !/^(?:title|recording|livestream|slides|programme)$/.test(found.key))
        ? found
        : null
    if (label && label.length < cut.text.length) {
      const at = { start: line.start + label.length, end: line.end }
      fields.push({
        passage: cutPassage(cut, label.length, cut.text.length),
        at,
        role: 'label',
        label: label.key,
        told: toldBy(label, cut.text.slice(label.length).trim()),
      })
    } else fields.push(...fieldsOfLine(passage, line, times))
  }
  return fields
}

function fieldsOfLine(passage: Passage, line: Span, times: Span[]): Field[] {
  const hashtags = [
    ...passage.text.matchAll(/(?<![\p{L}\p{N}&/])#(?:\p{L}|\d+\p{L}{3})[\p{L}\p{N}_]{2,60}/gu),
  ].map(match => ({ start: match.index, end: match.index + match[0].length }))
  const slanted = passage.em.filter(span => /\s/.test(passage.text.slice(span.start, span.end).trim()))
  const whole = [
    ...hashtags,
    ...passage.quoted.map(widened),
    ...passage.links,
    ...times,
    ...passage.strong,
    ...slanted,
  ]
  const brackets = [...passage.text.matchAll(/[(（][^()（）\n]{1,200}[)）]/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const keep = [...whole, ...brackets]
  const parts = spansBetween(passage.text, separator, keep, line).flatMap(part =>
    softParts(passage, part, keep, times),
  )
  const fields: Field[] = []
  for (const part of parts) {
    const tail = brackets.find(
      one => one.start >= part.start && one.end >= part.end - 1 && one.end <= part.end,
    )
    const inner = tail
      ? undefined
      : brackets.find(one => opensPart(passage.text, one, part) || isAmidLetters(passage.text, one, part))
    if (inner && !covers(times, inner)) {
      push(fields, passage, { start: part.start, end: inner.start }, times)
      push(fields, passage, { start: inner.start + 1, end: inner.end - 1 }, times, 'aside')
      push(fields, passage, { start: inner.end, end: part.end }, times)
    } else if (tail && !covers(times, tail)) {
      if (tail.start > part.start) push(fields, passage, { start: part.start, end: tail.start }, times)
      push(fields, passage, { start: tail.start + 1, end: tail.end - 1 }, times, 'aside')
    } else push(fields, passage, part, times)
  }
  return fields
}

/** "(School Club) cancelled", behind what was struck out. */
function opensPart(text: string, one: Span, part: Span): boolean {
  return one.end < part.end && one.start >= part.start && text.slice(part.start, one.start).trim() === ''
}

/** Where words are not parted by spaces, what is in brackets stands in their midst. */
function isAmidLetters(text: string, one: Span, part: Span): boolean {
  const isIn = one.start > part.start && one.end < part.end
  return isIn && unparted.test(text.slice(one.start - 1, one.end))
}

const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

const separator = new RegExp(
  String.raw`\s+[–—|·•]+\s*(?![–—|·•\s]|(?:${goesOn})\s)|\s*[–—|·•]+\s+(?!(?:${goesOn})\s)|\s*[※→‼❗⚠]\uFE0F?\s*|\s+-{1,3}\s+|\s?;\s+|(?<![\s.(](?:Dr|Prof|Mr|Ms|Mrs|St|Me|No|Nr|\p{Lu}|[ap]|m|\d{1,2}))[.!]\s+(?=[\p{Lu}\p{Lo}“"«„¿¡[(]|https?:)`,
  'gu',
)

/** Commas and colons part fields only beside a time, a marked title or the words of a maker. */
function softParts(passage: Passage, part: Span, keep: Span[], times: Span[]): Span[] {
  const { text } = passage
  const cuts: Span[] = []
  for (const match of text
    .slice(part.start, part.end)
    .matchAll(
      /[,:：،]\s+|[,:：،]$|\s+(?=(?:by|von|vom|par|with|mit|avec|con|com|from|del?|du|des|d[oa]s?|della|dal)\s|(?:主催|共催)[:：])|(?<=[”"»])\s+/gu,
    )) {
    const start = part.start + match.index
    const end = start + match[0].length
    if (keep.some(one => one.start < start && one.end > start)) continue
    const before = text.slice(part.start, start)
    const after = text.slice(end, part.end)
    const beside =
      keep.some(one => Math.abs(one.end - start) <= 1 && one.start >= part.start - 1) ||
      (match[0].startsWith(',') && times.some(one => Math.abs(one.start - end) <= 1)) ||
      (/^[,،]/.test(match[0]) && (makerPrefix(after) !== null || company.test(after) || isMade(after)))
    if (
      !match[0].trim()
        ? beside && (makerPrefix(after) !== null || company.test(after) || /[”"»]$/.test(before))
        : beside ||
          (isColon(match[0]) &&
            (isKindAlone(before) ||
              (looksLikeParty(before) && keep.some(one => Math.abs(one.start - end) <= 1))))
    )
      cuts.push({ start, end })
  }
  // "「Title」University [Zoom](…)": no spaces part them.
  if (unparted.test(text.slice(part.start, part.end))) {
    for (const { end } of passage.quoted)
      if (end + 1 > part.start && end + 1 < part.end) cuts.push({ start: end + 1, end: end + 1 })
    for (const { start, end } of passage.links)
      if (end > part.start && start < part.end) cuts.push({ start, end: start }, { start: end, end })
  }
  // Behind what is struck out stands why.
  for (const { start, end } of passage.struck)
    if (end > part.start && end < part.end && end - start > 3) cuts.push({ start: end, end })
  // An address, or "read here", at the end of words is none of them.
  for (const link of passage.links) {
    const gap = /\s+$/.exec(text.slice(part.start, link.start))?.[0].length ?? 0
    const isIn = link.start > part.start && link.end <= part.end
    const isDoor = link.end === part.end && (isGeneric(link.text) || callsToAct.test(link.text))
    if (isIn && gap > 0 && (isDoor || /^(?:https?:\/\/|www\.)\S+$/.test(link.text)))
      cuts.push({ start: link.start - gap, end: link.start })
  }
  for (const time of times) {
    if (time.start < part.start || time.end > part.end) continue
    const lead =
      /(?:^|[\s,:(])(?:(?:on|at|from|am|um|ab|von|le|à|de|dès|el|a las|desde|em|às|das|il|alle|dalle|ore|pada|pukul|jam|dari|с|в|من|الساعة)\s+)*$/iu.exec(
        text.slice(part.start, time.start),
      )
    const tail = /^[\s,:)]*/.exec(text.slice(time.end, part.end))![0]
    const start = lead ? part.start + lead.index : time.start
    if (start > part.start) cuts.push({ start, end: time.start })
    if (time.end < part.end) cuts.push({ start: time.end, end: time.end + tail.length })
  }
  cuts.sort((a, b) => a.start - b.start)
  const parts: Span[] = []
  let from = part.start
  for (const cut of cuts) {
    if (cut.start < from) continue
    parts.push({ start: from, end: cut.start })
    from = cut.end
  }
  return [...parts, { start: from, end: part.end }]
}

/** Asked first: most commas stand before something else. */
const ofSomebody =
  /^\p{Ll}[\p{L}\s-]{2,50}\s(?:of|der|des|du|de|d[oa]s?|von|di|del|della|by|par|por|dell['’]|из|от|من)(?:\s|(?<=['’]))/u

/** "…, conférence de l’Université Laval": what it is, and whose. */
function isMade(after: string): boolean {
  const words = after.slice(0, 160)
  const word = ofSomebody.test(words) ? kindWord(words) : null
  return word?.index === 0 && nameAfterBy(words, word.length)?.index === word.length
}

function isColon(mark: string): boolean {
  return /[:：]/.test(mark)
}

/** "Statement:", "And a video:" before a title. */
function isKindAlone(text: string): boolean {
  const word = kindWord(text)
  return (
    word !== null &&
    text.length < 40 &&
    word.index + word.length >= text.trimEnd().length - 1 &&
    isGeneric(text)
  )
}

function push(fields: Field[], passage: Passage, at: Span, times: Span[], role?: 'aside'): void {
  const cut = cutPassage(passage, at.start, at.end)
  if (cut.text.replace(/[\p{P}\p{S}\s]+/gu, '') === '') return
  fields.push({ passage: cut, at, role: role ?? roleOf(cut, at, times) })
}

function roleOf(cut: Passage, at: Span, times: Span[]): Field['role'] {
  const inside = times
    .filter(one => one.start < at.end && one.end > at.start)
    .map(one => ({ start: Math.max(0, one.start - at.start), end: one.end - at.start }))
  if (
    /^(?:\p{Lu}{2,} )?(?:UPDATED?|NEW|EDIT|AKTUALISIERT|MISE À JOUR|ACTUALIZACIÓN|ATUALIZAÇÃO)\b/u.test(
      cut.text,
    )
  )
    return 'update'
  const untimed = inside.length > 0 ? withoutTimes(cut.text, inside) : cut.text
  if (inside.length > 0 && (isGeneric(untimed) || hourWord.test(untimed))) return 'time'
  if (makerPrefix(cut.text) !== null) return 'maker'
  const bare = cut.links.reduceRight(
    (text, link) =>
      isGeneric(link.text) || callsToAct.test(link.text) || /^https?:|^www\./.test(link.text)
        ? text.slice(0, link.start) + text.slice(link.end)
        : text,
    cut.text,
  )
  if (
    cut.links.length > 0 &&
    cut.quoted.length === 0 &&
    bare !== cut.text &&
    (bare.length < 28 || isGeneric(bare)) &&
    !kindTopic.test(bare)
  )
    return 'link'
  if (company.test(cut.text)) return 'people'
  const word = kindWord(cut.text)
  if (
    word &&
    /^(?:[\p{Ll}\d-]+\s+|an?\s|une?\s|ein(?:e|en)?\s|una?\s|um\s)*[\p{Ll}\d-]*$/u.test(
      cut.text.slice(0, word.index),
    ) &&
    /^\p{Ll}/u.test(cut.text)
  )
    return 'phrase'
  return 'plain'
}

const hourWord =
  /^(?:ore|ora|um|ab|at|from|le|à|de|a las|às|das|pukul|jam|с|в|kl|klo|saat|o|alle|dalle|الساعة|من)\.?$/iu
const kindTopic = /\b(?:on|about|by|of)\s/

/** What stands before whoever does it ("organised by the "), or null where no name follows. */
export function makerPrefix(text: string): string | null {
  const match = makers.exec(text)
  const name = match ? text.slice(match[0].length) : ''
  return match && (/^[\p{Lu}\p{Lo}\d“"«]/u.test(name) || isSmallBody(name.split(/[,.;:]/)[0]!))
    ? match[0]
    : null
}

const makerWords = anyOf({
  en: '(?:(?:an? )?(?:[\\p{L}-]+ )?(?:co-?)?(?:organi[sz]ed|hosted|presented|convened|facilitated|led|published|produced|issued|written|made|run|curated|brought to you|streamed[^.;]{0,30})\\s+(?:jointly\\s+)?by|by|from|hosts?:?|organi[sz]ers?:)(?:\\s+the)?',
  de: '(?:(?:organisiert|veranstaltet|ausgerichtet|herausgegeben|produziert|veröffentlicht)\\s+)?(?:von|vom|durch)(?:\\s+(?:der|dem|den))?|veranstalter(?:in)?:',
  fr: '(?:(?:organisée?s?|proposée?s?|présentée?s?|publiée?s?|produite?s?)\\s+)?par(?:\\s+(?:le|la|les))?|du|des|de(?:\\s+la)?',
  es: '(?:(?:organizad|convocad|publicad|producid|presentad)[oa]s?\\s+)?(?:por|del?)(?:\\s+(?:el|la|los|las))?|organizan?:?|convocan?:?',
  pt: '(?:(?:organizad|promovid|publicad|produzid|apresentad)[oa]s?\\s+)?(?:por|pel[oa]s?|d[oa]s?)(?:\\s+(?:o|a|os|as))?',
  it: '(?:(?:organizzat|promoss|pubblicat)[oaie]\\s+)?(?:da|dal|dalla|dai|della?|del|di)',
  nl: '(?:georganiseerd )?door(?:\\s+(?:de|het))?',
  id: '(?:diselenggarakan )?oleh|dari',
  ru: 'организатор[ы]?:?|от',
  uk: 'організатор(?:и|ка)?:?|від',
  pl: 'organizator(?:zy|ka)?:?',
  ja: '主催(?:者)?[:：]?|共催[:：]?',
  ar: 'من تنظيم|تنظيم|من قبل|من إنتاج',
})
const makers = new RegExp(`^(?:${makerWords.source})[\\s:]*(?:l['’])?`, 'iu')
export const company =
  /^(?:(?:again|auch|aussi|también|também) )?(?:with|featuring|feat\.|moderated by|chaired by|speakers?:?|mit|moderation:?|avec|animée? par|con|modera|com|mediação|oratori|pembicara|مع)\s+(?:(?:the|der|dem|la|le|les|el|los|las|o|a)\s+)?(?=[\p{Lu}\p{Lo}])/u

function widened(span: Span): Span {
  return { start: span.start - 1, end: span.end + 1 }
}

function covers(times: Span[], span: Span): boolean {
  return times.some(time => time.start <= span.start && time.end >= span.end)
}

function spansBetween(text: string, mark: RegExp, keep: Span[], within?: Span): Span[] {
  const from = within?.start ?? 0
  const to = within?.end ?? text.length
  const parts: Span[] = []
  let start = from
  for (const match of text.slice(from, to).matchAll(mark)) {
    const at = from + match.index
    if (
      keep.some(
        one =>
          one.start < at + match[0].length &&
          one.end > at &&
          !(one.end <= at + 1 || one.start >= at + match[0].length - 1),
      )
    )
      continue
    parts.push({ start, end: at })
    start = at + match[0].length
  }
  parts.push({ start, end: to })
  return parts.filter(part => part.end > part.start)
}
