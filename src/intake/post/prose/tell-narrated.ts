import { addDoubts, addLink, addOrganisation, addRoleLinks, type Draft, newDraft } from '../drafts/draft.ts'
import { keep } from '../drafts/keep.ts'
import { ownRole } from '../drafts/own-role.ts'
import type { Story } from '../drafts/story-state.ts'
import { takesPlace } from '../events/eventful.ts'
import { looksLikeParty, namesJoined } from '../parties/names.ts'
import type { Piece } from '../passages/outline.ts'
import { emptyPassage, type Passage } from '../passages/passage.ts'
import { type EventTime, eventTimes, timeFields } from '../times/times-of.ts'
import { linkLineOf } from '../titles/link-line.ts'
import { phraseWithout } from '../titles/own-title.ts'
import { isGeneric } from '../titles/titles.ts'
import { bodyWord } from '../words/body-words.ts'
import { hasStarted } from '../words/cue-words.ts'
import { statusWords } from '../words/fate-words.ts'
import { kindWord } from '../words/kind-words.ts'
import { narratedIn, nounPhrase } from './narrated.ts'
import { addOwnerInProse } from './owner-in-prose.ts'

/** The announcements of a paragraph → entries; their link or title may follow in the next paragraph. */
export function readNarrated(
  story: Story,
  piece: Piece,
  under: { day: string | undefined; follows: Piece | undefined },
): boolean {
  const { passage } = piece
  const follows = under.follows
  const link =
    follows !== undefined && (follows.block.form === 'embed' || linkLineOf(follows.passage) !== null)
  const found = narratedIn(passage, {
    link,
    hour: clause =>
      eventTimes(clause, story.context, under.day).some(time => time.start?.includes('T') === true),
  })
  const from = found[0] ? passage.text.indexOf(found[0].clause.text) : 0
  if (story.items.length === 0 && from > 80) story.introduction.push(passage.text.slice(0, from).trim())
  found.forEach(({ told, clause }) => {
    const title = told.madeUp ? untimedTitle(told.title!, clause, story, under.day) : told.title!
    const maker = told.organisations[0]
    const named =
      told.kind === 'event' && isGeneric(title) && maker && /\b(?:the|a|an|will|is|has)\b/.test(clause.text)
    const draft = newDraft(
      told.kind,
      named ? `${maker} ${title[0]!.toLowerCase()}${title.slice(1)}` : title,
      clause.text,
    )
    const around = found.length === 1 ? passage : clause
    draft.words.push(around.text)
    if (told.madeUp) draft.titleIsMadeUp = true
    for (const name of told.organisations.flatMap(apart)) addOrganisation(draft, name)
    if (told.organisations.length === 0 && told.link)
      addOrganisation(draft, bracketBehind(clause, told.link.end))
    if (told.people.length > 0) draft.finding.people = told.people
    if (told.link) addLink(draft, told.link.url, ownRole(told.kind, told.link.url, clause))
    if (told.kind === 'event') {
      const time = eventTimes(around, story.context, under.day)[0]
      if (time) setTime(draft, time)
      else if (hasStarted.test(around.text) && story.head.published?.length === 10)
        draft.finding.start = story.head.published
      addRoleLinks(draft, around)
      const [own, ...others] = passage.links
      if (own && others.length === 0 && found.length === 1 && !draft.finding.links?.length)
        addLink(draft, own.url, ownRole('event', own.url, passage))
    } else if (!told.link && clause.links.length === 1)
      addLink(draft, clause.links[0]!.url, ownRole(told.kind, clause.links[0]!.url, clause))
    if (found.length === 1) addOwnerInProse(draft, passage)
    draft.notes.push(around.text)
    keep(story, draft)
  })
  return found.length > 0
}

/** "The petition [Title](…) (Water Coalition)": who, in brackets behind the link. */
function bracketBehind({ text }: Passage, end: number): string | null {
  const name = /^["”»]?\s?\(([^()]{3,80})\)/u.exec(text.slice(end))?.[1]
  return name && bodyWord.test(name) && looksLikeParty(name) ? name : null
}

/** "la Red Frontera Sur y la Universidad de Granada" are two, if both are names. */
function apart(name: string): string[] {
  // "Red Jesuita con Migrantes" is one.
  if (/\s(?:with|mit|avec|con|com)\s/i.test(name)) return [name]
  const names = namesJoined(name)
  return names.length > 1 && names.every(looksLikeParty) && !withWhom.test(name) ? names : [name]
}

/** "Red Jesuita con Migrantes": with whom somebody works may stand in their name. */
const withWhom = /\s(?:with|mit|avec|con|com)\s\p{Lu}\p{Ll}+$/u

/** "The march of 18 December in Sample has been cancelled": an event told in passing, with its time or its fate. */
export function readMention(story: Story, passage: Passage, day: string | undefined): boolean {
  const word = kindWord(passage.text)
  if (word?.kind !== 'event' || !nounPhrase.test(passage.text.slice(0, word.index))) return false
  const times = eventTimes(passage, story.context, day)
  const isTold = takesPlace.test(passage.text) || statusWords.some(([, words]) => words.test(passage.text))
  if (times.length === 0 || (!isTold && !times[0]!.start?.includes('T'))) return false
  const draft = newDraft('event', phraseWithout(passage, word, times), passage.text)
  setTime(draft, times[0]!)
  addRoleLinks(draft, passage)
  draft.notes.push(passage.text)
  keep(story, draft)
  return true
}

function setTime(draft: Draft, time: EventTime): void {
  Object.assign(draft.finding, timeFields(time))
  delete draft.finding.doubts
  addDoubts(draft, time.doubts)
}

/** A made-up title that a time has cut into ("… am 20" of "am 20. Dezember") is made again without it. */
function untimedTitle(title: string, clause: Passage, story: Story, day: string | undefined): string {
  const times = eventTimes(clause, story.context, day)
  const at = clause.text.toLowerCase().indexOf(title.slice(0, 12).toLowerCase())
  const word = at === -1 ? null : kindWord(clause.text, at)
  if (times.length === 0 || !word || word.index - at > 20) return plainTitle(title, story, day)
  const made = phraseWithout(clause, word, times)
  if (made.toLowerCase().startsWith(title.slice(0, word.index - at).toLowerCase()))
    return plainTitle(made, story, day)
  return plainTitle(
    `${title.slice(0, word.index - at)}${word.index > at ? made[0]!.toLowerCase() + made.slice(1) : made}`,
    story,
    day,
  )
}

/** A made-up title without the times and addresses of its sentence. */
function plainTitle(title: string, story: Story, day: string | undefined): string {
  let text = title.replace(/\s*https?:\/\/\S+/g, '')
  const times = eventTimes({ ...emptyPassage, text }, story.context, day)
  for (const { at } of [...times].reverse())
    text = `${text.slice(0, at.start).replace(/[\s,]+(?:on|at|from|am|um|le|à|el|a las|em|às|il|alle)?\s*$/iu, '')}${text.slice(at.end)}`
  return text.replace(/\s+/g, ' ').trim() || title
}
