import type { FoundPerson, Kind } from '../../../domain/finding.ts'
import { authorWithCalling, looksLikeName, nameAfterBy, subjectBefore } from '../parties/parties.ts'
import type { Passage, PassageLink } from '../passages/passage.ts'
import { isGeneric, phraseFrom, titleMarks } from '../titles/titles.ts'
import { bodyWord } from '../words/body-words.ts'
import { asksToBeListed, bringsOut, pointsTo, presents } from '../words/cue-words.ts'
import { type KindWord, kindWord } from '../words/kind-words.ts'

export type Announcement = {
  kind: Kind
  title: string | null
  /** The title is only the phrase it was announced by. */
  madeUp: boolean
  organisations: string[]
  people: FoundPerson[]
  link?: PassageLink
  /** It was handed over by the curator ("Here is …"), not merely told of. */
  presented: boolean
}

export type Cue = { from: number; subject: string | null; presented: boolean }

/** "Here is a statement by X", "X has launched #Y – a campaign …", "X wrote me and asked me to add this video". */
export function readAnnouncement(passage: Passage): Announcement | null {
  const { text } = passage
  if (text.length > 1500) return null
  for (const cue of cuesIn(text)) {
    const hashtag =
      /^[\s:"“]{0,3}(?:(?:the|our|their|its|a|die|la|le|el|o|a)\s+)?(?:\p{L}+\s)?(#[\p{L}\p{N}_]{3,60})/u.exec(
        text.slice(cue.from),
      )?.[1]
    const word = nearWord(text, cue.from)
    if (!word && !(hashtag && launches.test(text.slice(Math.max(0, cue.from - 30), cue.from)))) continue
    return announcementOf(passage, cue, word, hashtag)
  }
  return null
}

const every = (pattern: RegExp) => new RegExp(pattern.source, 'giu')
const verbs = every(bringsOut)
const listed = every(asksToBeListed)
const handing = every(presents)
const pointing = every(pointsTo)

function* cuesIn(text: string): Generator<Cue> {
  for (const match of text.matchAll(listed)) {
    yield { from: match.index + match[0].length, subject: subjectBefore(text, match.index), presented: true }
  }
  for (const match of text.matchAll(handing)) {
    if (beginsSentence(text, match.index))
      yield { from: match.index + match[0].length, subject: null, presented: true }
  }
  for (const match of text.matchAll(pointing)) {
    if (beginsSentence(text, match.index)) {
      yield { from: match.index + match[0].length, subject: null, presented: false }
    }
  }
  const opening = ownSubject.exec(text)
  const own = opening ? kindWord(text, opening[0].length) : null
  if (opening && own && nameAfterBy(text.replace(/https?:\S+/g, ''), own.index + own.length)) {
    yield { from: opening[0].length, subject: null, presented: false }
  }
  for (const match of text.matchAll(inThis)) {
    // "in this blog" is about the post itself; the thing meant comes right behind a colon.
    if (!/^[^.!?:：]{3,60}[:：]\s*(?:https?:|$)/.test(text.slice(match.index + match[0].length))) continue
    const name =
      /^(?:The\s)?((?:\p{Lu}[\p{L}\d.&'’-]*|of|for|and|on|in|the|de)(?:\s(?:\p{Lu}[\p{L}\d.&'’-]*|of|for|and|on|in|the|de))*)(?=\s\p{Ll})/u.exec(
        text,
      )?.[1]
    yield {
      from: match.index + match[0].length,
      subject: name?.replace(/(?:\s(?:of|for|and|on|in|the|de))+$/, '') ?? null,
      presented: false,
    }
  }
  for (const match of text.matchAll(verbs)) {
    const subject = subjectBefore(text, match.index) ?? subjectAfter(text, match.index, match[0].length)
    if (subject) yield { from: match.index + match[0].length, subject, presented: opensWith(text, handing) }
  }
}

function beginsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?:…\n]\s*)(?:(?:and|but|so|und|et|y|e|dan|also|finally|а|и|و)[\s,]+)?$/iu.test(
    text.slice(0, index),
  )
}

/** Arabic opens with the verb: "published – the organisation – this video". */
export function subjectAfter(text: string, index: number, length: number): string | null {
  if (!/\p{Script=Arabic}/u.test(text[index] ?? '') || !beginsSentence(text, index)) return null
  const rest = text.slice(index + length)
  const end = /\s(?:هذا|هذه|حملة|ندوة)/u.exec(rest)?.index ?? kindWord(rest)?.index ?? -1
  const subject = end > 0 ? rest.slice(0, end).trim() : ''
  return subject !== '' && subject.split(' ').length <= 8 ? subject : null
}

/** Titles stand in the sentence that announces them, or are opened by its colon. */
function sentenceEnd(text: string, from: number): number {
  const match = /[.!?]\s+(?=\p{Lu})/u.exec(text.slice(from))
  return match ? from + match.index : text.length
}

/** "Statement" → "Statement by the Example Network"; "Whole-day program with …" → "Example Network whole-day program". */
function madeUpTitle(phrase: string, kind: Kind, name: string | null, text: string): string {
  const core = phrase.replace(
    /\s(?:with (?:an? )?(?:special|particular|strong)?\s?(?:focus|emphasis)|mit (?:dem )?schwerpunkt|con énfasis|avec un accent)\s.*$/iu,
    '',
  )
  const alone = name ? /^(\p{L}+),\s/u.exec(core)?.[1] : undefined
  if (alone && isGeneric(alone)) return madeUpTitle(alone, kind, name, text)
  if (!name || (core === phrase && !isGeneric(phrase))) return core
  const english = /\b(?:the|and|has|have|this|is|here|for|a)\b/i.test(text)
  if (!english) return `${core} – ${name}`
  const short = name.replace(/\s*\([^)]*\)$/, '')
  return kind === 'event' ? `${short} ${core[0]!.toLowerCase()}${core.slice(1)}` : `${core} by ${name}`
}

const launches = /launch|start|join|support|gestartet|lanc|lanz|lança|запус|أطلق|发起|启动/iu

const honorific = /^(?:Dr|Prof|Pope|President|Minister|Sir|Dame|Lord|Papst|Papa|Pape|Bishop|Mr|Mrs|Ms)\b/

/** Arabic joins "statement" and its author without a preposition. */
function genitive(text: string, word: KindWord): string | null {
  const after = text.slice(word.index + word.length)
  const name = /^\s+((?:\p{Script=Arabic}+(?:\s|(?=[:：.]|$))){1,8})(?=[:：.]|$)/u.exec(after)?.[1]?.trim()
  return name && !/^(?:حول|عن|بمناسبة|بشأن|على|في)\s/u.test(name) ? name : null
}

/** "The statement of X can be found here": the thing itself opens the sentence. */
const ownSubject =
  /^(?:(?:and|last but not least|finally|update[^:]{0,20}:)[\s,]+)?(?:the|an?|die|der|das|eine?|les?|la|une?|el|los|las|una?|o|uma?|il)\s+(?=\p{L})/iu
/** "X calls for … in this statement:" */
const inThis = /\s(?:in|with|through|mit|dans|en|em)\s(?:this|the following|diese[rm]|cette?|est[ea])\s/giu

function opensWith(text: string, cues: RegExp): boolean {
  const match = text.match(cues)
  return match !== null && beginsSentence(text, text.indexOf(match[0])) && text.indexOf(match[0]) < 8
}

/** The kind word that follows within a few words of the same sentence, in the singular and not denied. */
export function nearWord(text: string, from: number): KindWord | null {
  const word = kindWord(text, from)
  if (!word) return null
  const between = text.slice(from, word.index)
  if (
    between.length > 60 ||
    /[.!?;]\s|\b(?:no|not|keine?|pas de|sin|sem|series of|fifth|fourth|third|second|first|\d+th|my|in (?:the|this|our|a)|on (?:the|this|our)|about)\b/iu.test(
      between,
    )
  )
    return null
  return word
}

export function announcementOf(
  passage: Passage,
  cue: Cue,
  word: KindWord | null,
  hashtag: string | undefined,
): Announcement {
  const { text } = passage
  const kind = hashtag && (!word || word.kind === 'toolkit') ? 'campaign' : (word?.kind ?? 'campaign')
  const author = authorWithCalling(text.slice(cue.from))
  const people: FoundPerson[] = author ? [author.person] : []
  const organisations: string[] = author?.organisation ? [author.organisation.name] : []
  const after = author || cue.subject ? null : nameAfterBy(text, word ? word.index + word.length : cue.from)
  const name = cue.subject ?? after?.name ?? (word && !author ? genitive(text, word) : null)
  if (name) {
    const isPerson =
      looksLikeName(name) &&
      !bodyWord.test(name) &&
      !after?.article &&
      (kind === 'article' || honorific.test(name))
    if (isPerson) people.push({ name, role: 'author' })
    else organisations.push(name)
  }
  const end = sentenceEnd(text, word ? word.index : cue.from)
  const marks = titleMarks(passage, []).filter(
    mark =>
      mark.start >= cue.from &&
      mark.start < end &&
      (mark.link || mark.weight >= 5) &&
      !organisations.includes(mark.text),
  )
  const best = marks.sort((a, b) => b.weight - a.weight)[0]
  const result: Announcement = {
    kind,
    title: null,
    madeUp: false,
    organisations,
    people,
    presented: cue.presented,
  }
  if (hashtag && kind === 'campaign') {
    result.title = hashtag
    const link = passage.links.find(one => one.text.includes(hashtag))
    if (link) result.link = link
  } else if (best) {
    result.title = best.text
    if (best.link) result.link = best.link
  } else if (word) {
    result.madeUp = true
    result.title = madeUpTitle(phraseFrom(text, word), kind, name, text)
  }
  return result
}
