import { addOrganisation } from '../drafts/draft.ts'
import { fateIn } from '../drafts/fate.ts'
import { keep, withNote } from '../drafts/keep.ts'
import { isVideo } from '../drafts/own-role.ts'
import { hasUrl, type Story } from '../drafts/story-state.ts'
import type { Hints } from '../entries/entry-title.ts'
import { entryOf } from '../entries/read-entry.ts'
import { looksLikeParty } from '../parties/names.ts'
import type { Piece, Section } from '../passages/outline.ts'
import { cutPassage, type Passage, type PassageLink } from '../passages/passage.ts'
import { doersIn } from '../prose/doers.ts'
import { clausesOf } from '../prose/narrated.ts'
import { addOwnerInProse } from '../prose/owner-in-prose.ts'
import { readAttributed } from '../prose/read-attributed.ts'
import { readLead, readLinkLine, readTold } from '../prose/read-told.ts'
import { readMention, readNarrated } from '../prose/tell-narrated.ts'
import { eventTimes, saysAllDay } from '../times/times-of.ts'
import { linkLineOf } from '../titles/link-line.ts'
import { cleanTitle, isGeneric, isTitle, titleMarks } from '../titles/titles.ts'
import { bodyWord } from '../words/body-words.ts'
import { isFateAlone } from '../words/fate-words.ts'
import { kindWord, namesEvent } from '../words/kind-words.ts'
import { kindOfMood, moodOfLead } from '../words/lead.ts'
import type { Mood } from '../words/section-words.ts'
import { anyOf } from '../words/word-pattern.ts'

/** What holds for the pieces of a section until something else is said. */
export type Under = {
  mood: Mood | undefined
  day: string | undefined
  before: Piece | undefined
  follows: Piece | undefined
  header: string[] | null
  /** Whose things the heading says are listed. */
  organisation?: string | undefined
}

/** A paragraph of a round-up: a link line, an entry in fields, announcements, or the curator's own words. */
export function readParagraph(
  story: Story,
  section: Section,
  piece: Piece,
  under: Under,
  hints: Hints,
): void {
  const { block } = piece
  const passage = unstamped(story, piece.passage)
  if (passage.text === '' || (passage.text.length < 250 && earlierIssues.test(passage.text))) return
  const line = linkLineOf(passage)
  if (under.mood !== 'aside' && readAttributed(story, passage, hints.kind)) return
  if (
    line?.hasSite &&
    passage.quoted.length > 0 &&
    under.mood !== 'aside' &&
    readNarrated(story, { ...piece, passage }, under)
  )
    return
  if (line && (line.hasSite || passage.links.length > 0)) {
    const current = story.current
    const taken =
      current &&
      (current.promised || current.titleIsMadeUp || (!current.finding.links?.length && !current.linked))
    if (taken) {
      readLinkLine(story, { ...section, mood: under.mood }, line)
      return
    }
    const draft =
      under.mood === 'aside'
        ? null
        : entryOf(story, passage, { kind: hints.kind ?? 'article', day: under.day })
    if (draft && line.title && !(line.url && hasUrl(story, line.url))) {
      draft.linked = true
      keep(story, draft)
    }
    return
  }
  if (under.mood === 'aside') return
  const own = isEntryShaped(story, passage, under) ? entryOf(story, passage, hints) : null
  if (own && (own.finding.kind !== 'event' || own.finding.start || own.finding.time)) {
    addOwnerInProse(own, passage)
    keep(story, withNote(own, passage))
    return
  }
  if (!own && readLabelled(story, passage, hints)) return
  if (!own && readWhole(story, section, passage, under)) return
  if (block.form !== 'quote') {
    if (readUse(story, passage, hints)) return
    if (readNarrated(story, { ...piece, passage }, under)) return
    if (readTitleLine(story, passage)) return
    if (readLead(story, passage) || readSentence(story, { ...piece, passage }, under)) return
    if (readTagged(story, passage, hints)) return
    if (readMention(story, passage, under.day) || readLoose(story, passage, under, hints)) return
  }
  // What comes between ends the wait for a link.
  if (story.current) {
    story.current.linked = true
    delete story.current.titleIsMadeUp
  }
  if (story.items.length === 0) story.introduction.push(passage.text)
  else if (story.current && section.rank === 0) story.current.notes.push(passage.text)
}

/** "Trivia Night, hosted by X. 7 pm on Zoom. Sign up: …": an hour, a link and a title in front. */
function readLoose(story: Story, passage: Passage, under: Under, hints: Hints): boolean {
  const times = eventTimes(passage, story.context, under.day)
  const isTold =
    passage.text.length < 300 && passage.links.length > 0 && times.some(time => time.start?.includes('T'))
  const isShown = hints.kind === 'video' && passage.text.length < 250 && passage.links.some(isShownThere)
  const shown = isShown ? entryOf(story, passage, hints) : null
  if (shown?.finding.kind === 'video') {
    keep(story, withNote(shown, passage))
    return true
  }
  const draft = isTold ? entryOf(story, passage, hints) : null
  if (draft?.finding.kind !== 'event' || draft.finding.title.split(' ').length > 14) return false
  addOwnerInProse(draft, passage)
  keep(story, withNote(draft, passage))
  return true
}

/** "For schools: [Title](…) from X": what the label before the colon says is listed. */
function readLabelled(story: Story, passage: Passage, hints: Hints): boolean {
  const label = /^[^:：\n]{2,30}[:：]\s/u.exec(passage.text)?.[0]
  const mood = label && passage.links.length > 0 ? moodOfLead(label) : undefined
  const kind = kindOfMood(mood)
  const draft =
    kind && kind !== 'event'
      ? entryOf(story, cutPassage(passage, label!.length, passage.text.length), { ...hints, kind })
      : null
  if (!draft || draft.finding.kind === 'event') return false
  keep(story, withNote(draft, passage))
  return true
}

/** "Use **#OurRamps**: the Collective asks you to post a picture.": a tag that readers are told to use. */
function readUse(story: Story, passage: Passage, hints: Hints): boolean {
  const draft = useTag.test(passage.text) ? entryOf(story, passage, { ...hints, kind: 'campaign' }) : null
  if (!draft?.finding.title.startsWith('#')) return false
  if (!draft.finding.organisations?.length)
    for (const name of doersIn(passage.text)) addOrganisation(draft, name)
  keep(story, withNote(draft, passage))
  return true
}

const useTag =
  /^(?:please )?(?:use|share|post|tweet|wear|add|tag|usa|usen|usad|comparte|utilisez|partagez|postez|nutzt|teilt|postet|usem?|compartilhe|usate|condividete)\s[^.:#]{0,40}#\p{L}/iu

/** "… are at it again with [#RampItUp](…), a campaign in which …". */
function readTagged(story: Story, passage: Passage, hints: Hints): boolean {
  const tag = passage.links.find(link => /^#\p{L}/u.test(link.text))
  if (!tag || kindWord(passage.text)?.kind !== 'campaign') return false
  const draft = entryOf(story, passage, { ...hints, kind: 'campaign' })
  if (!draft || hasUrl(story, tag.url)) return false
  keep(story, withNote(draft, passage))
  return true
}

/** "Last week’s [Title](video) is now on YouTube." */
function isShownThere(link: PassageLink): boolean {
  return isVideo(link.url) && isTitle(link.text)
}

/** What is not told plainly may still be handed over, in a paragraph of one sentence. */
function readSentence(story: Story, piece: Piece, under: Under): boolean {
  return clausesOf(piece.passage).length === 1 && readTold(story, piece, under.follows)
}

/** "A report by X:" and in the next line its title, with no link left to it. */
function readTitleLine(story: Story, passage: Passage): boolean {
  const { current } = story
  const told = current?.words[0] ?? ''
  const isTitleLine =
    passage.text.length < 250 && !/[.!?:]$/.test(passage.text) && !passage.text.includes('\n')
  if (!current?.titleIsMadeUp || current.linked || !/[:：]$/.test(told) || !isTitleLine) return false
  const title = cleanTitle(passage.text.replace(/\s*\(\p{Ll}+\)$/u, ''))
  if (!isTitle(title)) return false
  current.finding.title = title
  current.linked = true
  delete current.titleIsMadeUp
  return true
}

export function opensWithTime(text: string): boolean {
  return /^\W{0,3}\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m)/iu.test(text)
}

/** In a live thread the time in front is when it was written. */
function unstamped(story: Story, passage: Passage): Passage {
  if (!liveThread.test(story.head.title ?? '')) return passage
  const stamp =
    /^\W{0,3}\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?|\s[Uu]hr|\s(?:UTC|GMT|[A-Z]{1,3}ST?)\b)?[\s:–—-]*/u.exec(
      passage.text,
    )?.[0].length ?? 0
  return stamp > 0 ? cutPassage(passage, stamp, passage.text.length) : passage
}

/** "Missed the last one? Letter 30": a newsletter's way back to its own past. */
const earlierIssues = anyOf({
  en: 'miss(?:ed)? (?:the|our|my|a) (?:last|previous|latest|past) (?:one|issue|letter|newsletter|edition|episode|post|round-?up)s?|(?:previous|past|older|earlier) (?:issues|letters|newsletters|editions|round-?ups)',
  de: '(?:letzte|vorige|frühere|ältere) (?:ausgaben?|newsletter|briefe?) (?:verpasst|nachlesen)',
  fr: '(?:numéros?|éditions?|lettres?) précédente?s?',
  es: '(?:ediciones|boletines|números) anteriores',
  pt: '(?:edições|boletins|números) anteriores',
})

const liveThread = anyOf({
  en: 'live[- ]?(?:thread|blog|ticker|updates?|coverage)|as it happen(?:s|ed)',
  de: 'live[- ]?ticker|live[- ]?blog',
  fr: 'en direct\\s?:|fil (?:en )?direct',
  es: 'minuto a minuto|hilo',
  pt: 'minuto a minuto|ao vivo:',
})

/** A paragraph that opens with a time, a title or "Video:" is built like the item of a list. */
function isEntryShaped(story: Story, passage: Passage, under: Under): boolean {
  const { text } = passage
  const times = eventTimes(passage, story.context, under.day)
  const opens = (at: number) => /^(?:\W|\d\uFE0F?\u20E3){0,6}$/u.test(text.slice(0, at))
  if (times.some(time => opens(time.at.start)) || opensWithTime(text)) return true
  if (under.day && times.length === 0 && text.length < 200 && (saysAllDay(text) || isCalledOff(passage)))
    return true
  const marks = titleMarks(
    passage,
    times.map(time => time.at),
  ).filter(mark => mark.weight >= 4 || mark.link)
  if (marks.some(mark => opens(mark.start) && !/^\s\p{Ll}/u.test(text.slice(mark.end))))
    return times.length > 0 || passage.links.length > 0
  // Under "Statements" and the like: a title, and behind it where it is.
  const lists = under.mood !== undefined && under.mood !== 'events'
  if (lists && isTitleAndLink(passage)) return true
  const label = /^[^:：\n]{2,30}[:：]\s/u.exec(text)
  // "CANCELLED: Title (5 pm, Club)"
  if (label && times.length > 0 && isFateAlone(label[0])) return true
  if (
    label &&
    kindWord(label[0]) &&
    passage.links.length > 0 &&
    !/\s(?:is|are|has|have|by|from)\s/i.test(label[0])
  )
    return true
  // "Title – Organisation – time": two dashes and a time.
  return (
    times.length > 0 &&
    (text.match(/\s[–—|-]\s/g)?.length ?? 0) >= 2 &&
    text.length < 300 &&
    bodyWord.test(text)
  )
}

/** "Title (Network) https://…", "Title – read here", "Network: [Title](…)": in one line, with one link at its end. */
function isTitleAndLink({ text, links }: Passage): boolean {
  const [link] = links
  if (link && links.length === 1 && /^#\p{L}/u.test(text)) return true
  if (!link || links.length > 1 || text.length > 250 || /\n|[.!?]\s\p{Lu}/u.test(text)) return false
  const before = text.slice(0, link.start).trim()
  const isAtEnd = !/[\p{L}\p{N}]/u.test(text.slice(link.end))
  const isOwner =
    /^[^:：]{3,60}[:：][\s«“„"]*$/u.test(before) && looksLikeParty(before.replace(/[:：].*$/u, ''))
  const isDoor = /^(?:https?:|www\.)/.test(link.text) || isGeneric(link.text)
  return (
    isAtEnd && before.length > 3 && (isOwner || (isDoor && /^[^\p{L}]*\p{Lu}|^[^\p{L}]*\p{Lo}/u.test(before)))
  )
}

/** "Veillée, Pax Wallonie : ANNULÉE", or struck out. */
function isCalledOff({ text, struck }: Passage): boolean {
  const isStruck = struck.some(span => span.start < 3 && span.end - span.start > 8)
  return isStruck || (!/[.]\s\p{Lu}/u.test(text) && fateIn(text) !== undefined)
}

/** In a post about one event of the day, the first times are those of the whole. */
function readWhole(story: Story, section: Section, passage: Passage, under: Under): boolean {
  const title = story.head.title ?? ''
  if (story.items.length > 0 || section.rank > 1 || story.isRoundUp || kindWord(title)?.kind !== 'event')
    return false
  const times = eventTimes(passage, story.context, under.day)
  if (!times.some(time => time.start?.includes('T') || (time.start ?? '') >= (story.context.published ?? '')))
    return false
  const named = /^[^:]*[:：]\s+(.+)$/u.exec(title)?.[1]
  const draft = entryOf(story, passage, {
    title: named && namesEvent(named) ? named : title,
    kind: 'event',
    day: under.day,
  })
  if (!draft) return false
  story.day = times.find(time => time.start)!.start!.slice(0, 10)
  keep(story, withNote(draft, passage))
  return true
}
