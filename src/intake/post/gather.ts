import { bodyWord } from './body-words.ts'
import { hasStarted } from './cue-words.ts'
import { addDoubts, addLink, addOrganisation, addRoleLinks, type Draft, newDraft } from './draft.ts'
import { kindWord, namesEvent } from './kind-words.ts'
import { labelOf } from './label-words.ts'
import { kindOfMood, moodOfLead } from './lead.ts'
import { linkLineOf } from './link-line.ts'
import { narratedIn } from './narrated.ts'
import type { Piece, Section } from './outline.ts'
import { linesOf, type Passage } from './passage.ts'
import { entryOf, type Hints } from './read-entry.ts'
import { readRow } from './read-rows.ts'
import { isVideo, ownRole, readEmbed, readLead, readLinkLine } from './read-told.ts'
import type { Mood } from './section-words.ts'
import { hasUrl, type Story, tell } from './story-state.ts'
import { dayIn, eventTimes, isDayOnly, timeFields } from './times-of.ts'
import { cleanTitle, isGeneric, titleMarks } from './titles.ts'
import { anyOf } from './word-pattern.ts'

/** What holds for the pieces of a section until something else is said. */
type Under = {
  mood: Mood | undefined
  day: string | undefined
  before: Piece | undefined
  follows: Piece | undefined
  header: string[] | null
}

/** A round-up: sections in order, each a thing of its own or a list of things. */
export function gather(story: Story, section: Section, above?: string): void {
  const day = dayIn(section.heading.text, story.context) ?? above
  if (section.mood !== 'aside' || section.rank === 0) {
    if (!readBlock(story, section, day)) readPieces(story, section, section.pieces, section.mood, day)
  }
  for (const inner of section.sections) gather(story, inner, day)
}

/** A heading over one thing: its particulars stand below, in labelled lines or around one time. */
function readBlock(story: Story, section: Section, day: string | undefined): boolean {
  const { heading, pieces } = section
  if (section.rank === 0 || section.plain || section.sections.length > 0 || pieces.length === 0) return false
  if (dayIn(heading.text, story.context) && heading.text.length < 60) return false
  const text = cleanTitle(heading.text)
  const isSectionName =
    section.mood !== undefined &&
    text.split(/\s+/).length <= 5 &&
    !/[:：]/.test(text) &&
    moodOfLead(text) !== undefined
  const words = pieces.filter(
    piece => piece.block.form === 'paragraph' || piece.block.form === 'item' || piece.block.form === 'embed',
  )
  const lines = words.flatMap(piece => linesOf(piece.passage))
  const labelled = lines.filter(line => labelOf(line.text)).length
  const isNamed = kindWord(text) !== null && !isGeneric(text)
  if (isSectionName && !isNamed && labelled < 2) return false
  const timed = words.filter(piece =>
    eventTimes(piece.passage, story.context, day).some(time => !isDayOnly(time) || day),
  ).length
  const parentMood = section.parent?.mood
  const single = timed === 1 && pieces.filter(piece => piece.block.form === 'item').length < 3
  if (
    labelled < 2 &&
    !single &&
    !(
      parentMood &&
      parentMood !== 'aside' &&
      pieces.length <= 3 &&
      pieces.every(piece => piece.block.form === 'paragraph')
    )
  )
    return false
  const passage = joined(words.map(piece => piece.passage))
  const hints: Hints = { title: text, day, kind: kindOfMood(section.mood) }
  const draft = entryOf(story, passage, hints)
  if (!draft) return false
  const link = heading.links[0]
  if (link) addLink(draft, link.url, ownRole(draft.finding.kind, link.url, heading))
  for (const piece of words)
    if (piece.block.url) addLink(draft, piece.block.url, ownRole(draft.finding.kind, piece.block.url, null))
  draft.notes.push(passage.text)
  keep(story, draft)
  return true
}

function readPieces(
  story: Story,
  section: Section,
  pieces: Piece[],
  mood: Mood | undefined,
  day: string | undefined,
): void {
  let lead = mood
  let header: string[] | null = null
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1]
    if (piece.block.header) {
      header = piece.block.cells!.map(cell => cell.map(run => run.text).join(''))
      return
    }
    const isItem = piece.block.form === 'item' || piece.block.form === 'row' || piece.block.form === 'embed'
    if (!isItem && linkLineOf(piece.passage) === null) lead = leadOf(piece, pieces[index + 1]) ?? mood
    readPiece(story, section, piece, { mood: lead, day, before, follows: pieces[index + 1], header })
  })
}

/** What a paragraph says of the list behind it. */
function leadOf(piece: Piece, next: Piece | undefined): Mood | undefined {
  if (!next || piece.block.form !== 'paragraph') return undefined
  const leads = /[:：]$/.test(piece.passage.text) || next.block.form === 'item'
  return leads && piece.passage.text.length < 220 ? moodOfLead(piece.passage.text) : undefined
}

function readPiece(story: Story, section: Section, piece: Piece, under: Under): void {
  const { block, passage } = piece
  const hints: Hints = { kind: kindOfMood(under.mood), day: under.day }
  if (block.form === 'embed') {
    const current = story.current
    const isAwaited = current && (current.promised || (!current.finding.links?.length && !current.linked))
    const titled: Passage = {
      ...passage,
      links: [{ start: 0, end: passage.text.length, url: block.url!, text: passage.text }],
    }
    const own =
      isAwaited || passage.text === '' || under.mood === 'aside' || hasUrl(story, block.url!)
        ? null
        : entryOf(story, titled, { ...hints, kind: isVideo(block.url!) ? 'video' : hints.kind })
    if (own) keep(story, own)
    else readEmbed(story, { ...section, mood: under.mood }, block.url!, passage.text || null)
    return
  }
  if (passage.text === '' || passage.text.length > 12_000 || block.form === 'image') return
  if (block.form === 'row') {
    const count = story.items.length
    readRow(story, section, piece, under.header, under.day ?? story.day)
    story.items = story.items.filter(
      (item, at) => at < count || !('finding' in item) || !isBreak(item.finding.title),
    )
    return
  }
  const lines = linesOf(passage)
  if (block.form === 'item') return readItem(story, section, piece, under, hints)
  const labelled = lines.filter(line => labelOf(line.text)).length
  if (lines.length > 1 && labelled >= 2) {
    const draft = entryOf(story, passage, hints)
    if (draft) return keep(story, withNote(draft, passage))
  }
  if (lines.length > 1 && areEntries(story, lines, under.day)) {
    for (const line of lines)
      readPiece(
        story,
        section,
        { block: { ...block, form: 'item' }, passage: line, children: [] },
        { ...under, follows: undefined },
      )
    return
  }
  if (lines.length > 1 && lines.slice(1).some(line => linkLineOf(line) !== null)) {
    lines.forEach((line, index) =>
      readPiece(
        story,
        section,
        { block, passage: line, children: [] },
        {
          ...under,
          follows: lines[index + 1] ? { block, passage: lines[index + 1]!, children: [] } : under.follows,
        },
      ),
    )
    return
  }
  readParagraph(story, section, piece, under, hints)
}

/** Lines that each open with a time, or each hold a linked title, are entries of a list. */
function areEntries(story: Story, lines: Passage[], day: string | undefined): boolean {
  const timed = lines.filter(
    line => eventTimes(line, story.context, day)[0]?.at.start === 0 || opensWithTime(line.text),
  ).length
  const linked = lines.filter(line => line.links.length > 0 && line.text.length > 20).length
  return timed >= Math.max(1, lines.length - 1) || linked === lines.length
}

function opensWithTime(text: string): boolean {
  return /^\W{0,3}\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m)/iu.test(text)
}

function readItem(story: Story, section: Section, piece: Piece, under: Under, hints: Hints): void {
  const heads =
    piece.children.length > 0 &&
    /[:：]$/.test(piece.passage.text) &&
    piece.children.every(child => child.block.form === 'item')
  if (heads) {
    const mood = moodOfLead(piece.passage.text) ?? under.mood
    readPieces(story, section, piece.children, mood, dayIn(piece.passage.text, story.context) ?? under.day)
    return
  }
  if (under.mood === 'aside') return
  const passage = joined([piece.passage, ...piece.children.map(child => child.passage)])
  const draft = entryOf(story, passage, hints)
  if (!draft || !isWorthListing(draft, passage, hints) || isBreak(draft.finding.title)) return
  for (const child of piece.children)
    if (child.block.url) addLink(draft, child.block.url, ownRole(draft.finding.kind, child.block.url, null))
  keep(story, withNote(draft, passage))
}

/** An item of a list is an entry where it tells a time, leads to a page, or stands under a heading that says what it is. */
function isWorthListing(draft: Draft, passage: Passage, hints: Hints): boolean {
  const { finding } = draft
  if (finding.kind === 'event')
    return (
      finding.start !== undefined ||
      finding.time !== undefined ||
      (hints.kind === 'event' && (passage.links.length > 0 || (finding.organisations?.length ?? 0) > 0))
    )
  const named = (finding.organisations?.length ?? 0) > 0 || (finding.people?.length ?? 0) > 0
  return (
    finding.title.startsWith('#') ||
    passage.links.length > 0 ||
    linkLineOf(passage)?.hasSite === true ||
    (hints.kind !== undefined && named)
  )
}

function readParagraph(story: Story, section: Section, piece: Piece, under: Under, hints: Hints): void {
  const { passage, block } = piece
  const line = linkLineOf(passage)
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
  if (own && (own.finding.kind !== 'event' || own.finding.start || own.finding.time))
    return keep(story, withNote(own, passage))
  if (!own && readWhole(story, section, passage, under)) return
  if (block.form !== 'quote' && readNarrated(story, piece, under)) return
  if (readLead(story, passage)) return
  // What comes between ends the wait for a link.
  if (story.current) {
    story.current.linked = true
    delete story.current.titleIsMadeUp
  }
  if (story.items.length === 0) story.introduction.push(passage.text)
  else if (story.current && section.rank === 0) story.current.notes.push(passage.text)
}

/** A paragraph that opens with a time, a title or "Video:" is built like the item of a list. */
function isEntryShaped(story: Story, passage: Passage, under: Under): boolean {
  const { text } = passage
  const times = eventTimes(passage, story.context, under.day)
  const opens = (at: number) => /^\W{0,4}$/u.test(text.slice(0, at))
  if (times.some(time => opens(time.at.start)) || opensWithTime(text)) return true
  const marks = titleMarks(
    passage,
    times.map(time => time.at),
  ).filter(mark => mark.weight >= 4 || mark.link)
  if (marks.some(mark => opens(mark.start) && !/^\s\p{Ll}/u.test(text.slice(mark.end))))
    return times.length > 0 || passage.links.length > 0
  const label = /^[^:：\n]{2,30}[:：]\s/u.exec(text)
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

function isBreak(title: string): boolean {
  return breaks.test(title) && title.split(/\s+/).length <= 4
}

const breaks = anyOf({
  en: '(?:(?:coffee|tea|lunch|dinner|short|comfort|networking|morning|afternoon|bio|health) )*break|lunch|dinner|coffee',
  de: '(?:kaffee|mittags|abend)?pause|mittagessen|abendessen|imbiss',
  fr: 'pause(?:[- ]café|[- ]déjeuner)?|déjeuner|dîner',
  es: 'pausa(?: (?:para el )?café)?|almuerzo|descanso|receso|cena',
  pt: 'pausa(?: para (?:o )?café)?|almoço|intervalo|jantar',
  it: 'pausa(?: caffè| pranzo)?|pranzo|cena',
  id: 'istirahat|makan siang|rehat kopi',
  ru: 'перерыв|обед|кофе-брейк',
  ar: 'استراحة|غداء',
  zh: '茶歇|午餐|休息',
})

function readNarrated(story: Story, piece: Piece, under: Under): boolean {
  const { passage } = piece
  const follows = under.follows
  const link =
    follows !== undefined && (follows.block.form === 'embed' || linkLineOf(follows.passage) !== null)
  const found = narratedIn(passage, {
    link,
    hour: clause =>
      eventTimes(clause, story.context, under.day).some(time => time.start?.includes('T') === true),
  })
  found.forEach(({ told, clause }) => {
    const draft = newDraft(told.kind, told.title!, clause.text)
    const around = found.length === 1 ? passage : clause
    draft.words.push(around.text)
    if (told.madeUp) draft.titleIsMadeUp = true
    for (const name of told.organisations) addOrganisation(draft, name)
    if (told.people.length > 0) draft.finding.people = told.people
    if (told.link) addLink(draft, told.link.url, ownRole(told.kind, told.link.url, clause))
    if (told.kind === 'event') {
      const time = eventTimes(around, story.context, under.day)[0]
      if (time) {
        Object.assign(draft.finding, timeFields(time))
        delete draft.finding.doubts
        addDoubts(draft, time.doubts)
      } else if (hasStarted.test(around.text) && story.head.published?.length === 10)
        draft.finding.start = story.head.published
      addRoleLinks(draft, around)
    } else if (!told.link && clause.links.length === 1)
      addLink(draft, clause.links[0]!.url, ownRole(told.kind, clause.links[0]!.url, clause))
    draft.notes.push(around.text)
    keep(story, draft)
  })
  return found.length > 0
}

function keep(story: Story, draft: Draft): void {
  const urls = draft.finding.links?.map(link => link.url) ?? []
  if (urls.length > 0 && draft.finding.kind !== 'event' && urls.every(url => hasUrl(story, url))) return
  streamed(draft, story.head.published)
  tell(story, draft)
}

/** What is seen of an event that is still to come is its stream. */
function streamed(draft: Draft, published: string | undefined): void {
  const { finding } = draft
  if (
    finding.kind !== 'event' ||
    !finding.start ||
    !published ||
    finding.start.slice(0, 10) < published.slice(0, 10)
  )
    return
  const text = draft.words.join('\n')
  if (recorded.test(text)) return
  for (const link of finding.links ?? []) if (link.role === 'recording') link.role = 'livestream'
}

const recorded =
  /recording|recorded|replay|aufzeichnung|mitschnitt|enregistr|grabaci|gravaç|registrazion|تسجيل|запись|录像/iu

function withNote(draft: Draft, passage: Passage): Draft {
  draft.notes.push(passage.text)
  return draft
}

/** Several passages as the lines of one. */
function joined(passages: Passage[]): Passage {
  const result: Passage = { text: '', links: [], strong: [], struck: [], quoted: [] }
  for (const passage of passages) {
    const shift = result.text === '' ? 0 : result.text.length + 1
    result.text = result.text === '' ? passage.text : `${result.text}\n${passage.text}`
    const moved = <T extends { start: number; end: number }>(spans: T[]): T[] =>
      spans.map(span => ({ ...span, start: span.start + shift, end: span.end + shift }))
    result.links.push(...moved(passage.links))
    result.strong.push(...moved(passage.strong))
    result.struck.push(...moved(passage.struck))
    result.quoted.push(...moved(passage.quoted))
  }
  return result
}
