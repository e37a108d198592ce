import type { Story } from '../drafts/story-state.ts'
import {
  allPassages,
  namedHeading,
  type Piece,
  passagesOf,
  type Section,
  wordsOf,
} from '../passages/outline.ts'
import { emptyPassage, type Passage } from '../passages/passage.ts'
import { type EventTime, inYearOf } from '../times/times-of.ts'
import { phraseWithout } from '../titles/own-title.ts'
import { cleanTitle, isGeneric, titleMarks } from '../titles/titles.ts'
import { kindWord, namesEvent } from '../words/kind-words.ts'
import { sentencesWith, takesPlace } from './eventful.ts'
import { eventWith, sectionWords } from './timed-event.ts'

/**
 * Times whose passage has no title of its own belong to what is named before the list, in the heading above or,
 * in a post about one event, in its title.
 */
export function giveToOwner(
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
  const page = heading?.heading.links[0]
  if (page && key === heading) story.owners.get(key)!.page = page.url
  if (!bare) story.owners.get(key)!.notes.push(wordsOf(piece))
  return true
}

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
