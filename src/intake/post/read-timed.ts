import { readAnnouncement } from './announcement.ts'
import { addDoubts, addLink, addOrganisation, addRoleLinks, type Draft, newDraft, roleIn } from './draft.ts'
import { type KindWord, kindWord, namesEvent } from './kind-words.ts'
import { namedHeading, type Piece, type Section, wordsOf } from './outline.ts'
import { looksLikeName, nameAfterBy, peopleIn } from './parties.ts'
import { cutPassage, emptyPassage, type Passage } from './passage.ts'
import { type Story, tell } from './story-state.ts'
import { type EventTime, inYearOf, isDayOnly, isVague, timeFields, withoutTimes } from './times-of.ts'
import { capital, cleanTitle, isGeneric, isTitle, phraseFrom, type TitleMark, titleMarks } from './titles.ts'

/** A passage with times → the events it tells of. False where the times are no event's. */
export function readTimed(story: Story, section: Section, piece: Piece, times: EventTime[]): boolean {
  const { passage } = piece
  const isLine =
    piece.block.form === 'item' ||
    piece.block.form === 'row' ||
    (passage.text.length < 120 && !/[.!]$/.test(passage.text))
  const spans = times.map(time => time.at)
  const marks = titleMarks(passage, spans)
  if (!isEventful(section, passage, times, marks, isLine)) return false
  const linked = marks.filter(mark => mark.weight >= 5 && mark.link)
  if (linked.length > 1 && isLine) return readSeveral(story, section, piece, times, linked)
  const announced = readAnnouncement(passage)
  const heading = namedHeading(section)
  const own = ownTitle(passage, marks, times, isLine, headingRules(heading))
  if (own) {
    const draft = eventWith(story, section, piece, passage, prefixed(own.text, heading), times, own.link?.url)
    addMakers(draft, passage, announced?.kind === 'event' ? announced.organisations : [])
    return true
  }
  if (
    announced?.kind === 'event' &&
    announced.title &&
    !isLine &&
    !heading &&
    (announced.presented || !announced.madeUp)
  ) {
    const draft = eventWith(story, section, piece, passage, announced.title, times, announced.link?.url)
    for (const name of announced.organisations) addOrganisation(draft, name)
    return true
  }
  return giveToOwner(story, section, piece, times, isLine)
}

/** "… webinar by Example Centre", "[Title](page) by Ann Example": whoever is named right behind. */
function addMakers(draft: Draft, passage: Passage, organisations: string[]): void {
  for (const name of organisations) addOrganisation(draft, name)
  if (draft.finding.organisations?.length) return
  const at = passage.text.indexOf(draft.finding.title)
  const word = kindWord(passage.text)
  const ends = [
    at === -1 ? -1 : at + draft.finding.title.length,
    word?.kind === 'event' ? word.index + word.length : -1,
  ]
  for (const end of ends.filter(one => one > 0)) {
    const after = nameAfterBy(passage.text.slice(end, end + 160).replace(/^["”»’']/u, ''))
    if (!after || after.index > 3) continue
    if (after.article || !looksLikeName(after.name)) addOrganisation(draft, after.name)
    else if (!draft.finding.people?.some(one => one.name === after.name)) {
      draft.finding.people = [...(draft.finding.people ?? []), { name: after.name, role: 'speaker' }]
    }
    return
  }
}

/** Sentences with several linked titles: each takes the times up to the next title. */
function readSeveral(
  story: Story,
  section: Section,
  piece: Piece,
  times: EventTime[],
  marks: TitleMark[],
): boolean {
  marks.forEach((mark, index) => {
    const from = index === 0 ? 0 : marks[index - 1]!.end
    const to = marks[index + 1]?.start ?? piece.passage.text.length
    const own = times.filter(time => time.at.start >= (index === 0 ? 0 : mark.start) && time.at.start < to)
    const lead = piece.passage.text.slice(from, mark.start)
    if (own.length === 0 && !namesEvent(lead)) return
    eventWith(story, section, piece, cutPassage(piece.passage, from, to), mark.text, own, mark.link?.url)
  })
  return true
}

export function eventWith(
  story: Story,
  section: Section,
  piece: Piece,
  passage: Passage,
  title: string,
  times: EventTime[],
  url?: string,
): Draft {
  const draft = newDraft('event', title, passage.text)
  const [first, ...others] = times.map(time => inYearOf(title, time, story.context))
  if (first) {
    Object.assign(draft.finding, timeFields(first))
    delete draft.finding.doubts
    addDoubts(draft, first.doubts)
    const more = [
      ...first.sessions.slice(first.sessions[0]?.start === first.start ? 1 : 0),
      ...others.flatMap(time =>
        time.start && !isDayOnly(time) ? [{ start: time.start, end: time.end ?? null }] : [],
      ),
    ]
    if (more.length > 0 && first.start) {
      const all = [{ start: first.start, end: first.end ?? null }, ...more]
      draft.finding.sessions = all.map(one => ({
        kind: 'event',
        title: draft.finding.title,
        start: one.start,
        ...(one.end ? { end: one.end } : {}),
      }))
    }
  }
  // "a [keynote talk](page) about [the project](elsewhere)": the plain word leads to the event's page.
  const pages = passage.links.filter(link => namesEvent(link.text) && isGeneric(link.text))
  for (const link of pages) addLink(draft, link.url, pageRole(passage, link.url))
  if (url && (pages.length === 0 || pageRole(passage, url) !== 'programme'))
    addLink(draft, url, pageRole(passage, url))
  for (const link of passage.links) {
    // A link over the time itself leads to the event's page.
    if (times.some(time => link.start < time.at.end && link.end > time.at.start))
      addLink(draft, link.url, pageRole(passage, link.url))
  }
  const bare = passage.links.filter(link => /^(?:https?:|www\.)/.test(link.text))
  if (bare.length === 1) addLink(draft, bare[0]!.url, pageRole(passage, bare[0]!.url))
  addRoleLinks(draft, passage)
  const people = peopleIn(passage)
  if (people.length > 0) draft.finding.people = people
  draft.around = sectionWords(story, section)
  draft.notes.push(wordsOf(piece))
  return tell(story, draft)
}

/** An event's own page is its programme, unless the address or the words say more. */
export function pageRole(passage: Passage, url: string) {
  const link = passage.links.find(one => one.url === url)
  const role = link ? roleIn(passage, link) : null
  return role === null || role === 'source' ? 'programme' : role
}

/** What is said once for all events of a section: headings, and the sentences between the lists. */
export function sectionWords(story: Story, section: Section): string {
  // Before the first heading of a round-up every paragraph is about something else.
  if (section.rank === 0 && story.isRoundUp) return ''
  const words: string[] = []
  for (let at: Section | null = section; at; at = at.parent) words.push(at.heading.text)
  for (const piece of section.pieces)
    if (piece.block.form === 'paragraph' && words.length < 20) words.push(piece.passage.text)
  for (const piece of section.pieces) if (piece.intro && words.length < 24) words.push(piece.intro.text)
  return words.join('\n')
}

/** "Events between 1 and 15 December" heads a list. */
const announcesList =
  /^\P{L}*(?:\p{L}+\s){0,3}(?:events|meet-?ups|webinars|veranstaltungen|termine|eventos|actividades|événements|rendez-vous|мероприятия)\s(?:between|from|in|for|zwischen|vom|im|entre|du|des|del|de|с)\s/iu

function isEventful(
  section: Section,
  passage: Passage,
  times: EventTime[],
  marks: TitleMark[],
  isLine: boolean,
): boolean {
  if (announcesList.test(passage.text)) return false
  // "(06:56)" behind a title is how long it is.
  if (section.mood !== 'events' && times.every(time => isVague(time))) return false
  const hasHour = times.some(time => !isDayOnly(time) && time.start)
  if (section.mood === 'aside' || section.mood === 'articles') return hasHour && namesEvent(passage.text)
  if (hasHour) return true
  if (times.every(time => !time.start)) return isLine && section.mood === 'events'
  if (section.mood === 'events') return isLine || namesEvent(passage.text) || marks.length > 0
  if (
    isLine &&
    isGeneric(
      withoutTimes(
        passage.text,
        times.map(time => time.at),
      ),
    )
  )
    return true
  return sentencesWith(passage.text, times).some(
    sentence => namesEvent(sentence) || takesPlace.test(sentence),
  )
}

const takesPlace =
  /\b(?:tak(?:es|ing) place|took place|will be held|is held|join us|save the date|findet (?:am )?statt|fand statt|aura lieu|a lieu|tendrá lugar|se realizará|se celebra|acontecerá|será realizad[oa]|si terrà|يعقد|تعقد|سيعقد)/iu

function sentencesWith(text: string, times: EventTime[]): string[] {
  return times.map(({ at }) => {
    const start = Math.max(text.lastIndexOf('. ', at.start), text.lastIndexOf('\n', at.start), 0)
    const end = text.indexOf('. ', at.end)
    return text.slice(start, end === -1 ? undefined : end)
  })
}

type HeadingRules = { names: boolean; alone: boolean }

/** A heading "Webinar: Title" names the event below it; "Coworking" says only what kind of events it lists. */
function headingRules(heading: Section | null): HeadingRules {
  if (!heading) return { names: false, alone: false }
  const word = kindWord(heading.heading.text)
  const names =
    word?.kind === 'event' &&
    word.index < 3 &&
    /^\s*:/.test(heading.heading.text.slice(word.index + word.length))
  return { names, alone: false }
}

/** The title a passage gives its event itself. */
function ownTitle(
  passage: Passage,
  marks: TitleMark[],
  times: EventTime[],
  isLine: boolean,
  heading: HeadingRules,
): TitleMark | { text: string; link?: undefined | TitleMark['link'] } | null {
  if (heading.names) return null
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
  const pieces = [whole, ...rest.flatMap(part => part.split(partMark))].map(trimTitle).filter(isLineTitle)
  const best = pieces.find(part => part.split(' ').length > 1) ?? pieces[0]
  return best ? capital(best) : null
}

const partMark = /\s+[–—|·-]\s+|(?<=\p{L}{2}[\p{L})”"])[,;]\s+|\s+(?:with|mit|avec|con|com|w\/)\s+/u

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
      .replace(new RegExp(`(?:\\s+(?:${small}|,))+$`, 'iu'), ''),
  )
}

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
function prefixed(title: string, heading: Section | null): string {
  if (!heading) return title
  const name = cleanTitle(heading.heading.text)
  const singular = name.replace(/(?<=[a-z]{3})s$/, '')
  const word = kindWord(singular)
  const isKind = word !== null && word.kind === 'event' && word.length >= singular.length - 2
  return isKind && !title.toLowerCase().includes(singular.toLowerCase()) ? `${singular}: ${title}` : title
}

function giveToOwner(
  story: Story,
  section: Section,
  piece: Piece,
  times: EventTime[],
  isLine: boolean,
): boolean {
  const bare = isLine && piece.block.form !== 'image'
  const intro = piece.intro && titleMarks(piece.intro, []).filter(mark => mark.weight >= 5)[0]
  const heading = namedHeading(section)
  const headingWord = heading && kindWord(heading.heading.text.replace(/(?<=[a-z]{3})s$/, ''))
  let key: object
  let title: string | undefined
  let around: Passage[]
  if (intro) {
    key = piece.intro!
    title = intro.text
    around = [piece.intro!, piece.passage]
  } else if (heading && headingWord && isGeneric(heading.heading.text) && bare) {
    key = piece
    title = cleanTitle(heading.heading.text).replace(/(?<=[a-z]{3})s$/, '')
    around = [piece.passage, { ...emptyPassage, text: sectionWords(story, section) }]
  } else if (heading) {
    key = heading
    title = headingTitle(heading)
    around = heading.pieces.flatMap(passagesOf)
  } else if (!story.isRoundUp) {
    if (!isAboutEvent(story, piece, times)) return false
    key = story.top
    title = story.head.title
    around = allPassages(story.top)
  } else {
    const word = kindWord(piece.passage.text)
    if (word?.kind !== 'event') return false
    eventWith(story, section, piece, piece.passage, phraseWithout(piece.passage, word, times), times)
    return true
  }
  if (!title) return false
  addToOwner(story, key, title, around, piece.passage, times, bare)
  if (!bare) story.owners.get(key)!.notes.push(wordsOf(piece))
  return true
}

/** "The march of 18 December in Sample has been cancelled" → "March in Sample". */
function phraseWithout(passage: Passage, word: KindWord, times: EventTime[]): string {
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

/** Times in labelled lines of a post that is about one event. */
export function giveToPost(story: Story, lines: Passage[], times: EventTime[]): void {
  const told: Passage = { ...emptyPassage, text: lines.map(line => line.text).join('\n') }
  addToOwner(story, story.top, story.head.title!, allPassages(story.top), told, times, false)
}

function addToOwner(
  story: Story,
  key: object,
  title: string,
  around: Passage[],
  told: Passage,
  times: EventTime[],
  bare: boolean,
): void {
  let owner = story.owners.get(key)
  if (!owner) {
    owner = { title, times: [], told: [], around, notes: [], organisations: [] }
    story.owners.set(key, owner)
    story.items.push(owner)
  }
  owner.times.push(...times.map(time => ({ time: inYearOf(title, time, story.context), bare })))
  owner.told.push(told)
  story.current = null
}

/** Dates of other kinds of posts – releases, logs, diaries – make no event of them. */
function isAboutEvent(story: Story, piece: Piece, times: EventTime[]): boolean {
  if (story.head.start || story.owners.has(story.top) || namesEvent(story.head.title ?? '')) return true
  const sentences = sentencesWith(piece.passage.text, times)
  if (piece.intro) sentences.push(piece.intro.text)
  return sentences.some(sentence => namesEvent(sentence) || takesPlace.test(sentence))
}

function headingTitle(heading: Section): string {
  return cleanTitle(heading.heading.text)
}

export function passagesOf(piece: Piece): Passage[] {
  return [piece.passage, ...piece.children.flatMap(passagesOf)]
}

export function allPassages(section: Section): Passage[] {
  return [section.heading, ...section.pieces.flatMap(passagesOf), ...section.sections.flatMap(allPassages)]
}
