import {
  addDoubts,
  addLink,
  addOrganisation,
  addRoleLinks,
  type Draft,
  newDraft,
  roleIn,
} from '../drafts/draft.ts'
import { type Story, tell } from '../drafts/story-state.ts'
import { namesJoined } from '../parties/names.ts'
import { looksLikeName, nameAfterBy, peopleIn } from '../parties/parties.ts'
import { type Piece, type Section, wordsOf } from '../passages/outline.ts'
import type { Passage } from '../passages/passage.ts'
import { type EventTime, inYearOf, isDayOnly, registrationEnd, timeFields } from '../times/times-of.ts'
import { isGeneric } from '../titles/titles.ts'
import { kindWord, namesEvent } from '../words/kind-words.ts'

/** An event of the given title and times, with the links and people of its passage, told into the story. */
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
  const until = registrationEnd(passage, story.context)
  if (until) draft.finding.registrationUntil = until
  draft.around = sectionWords(story, section)
  draft.notes.push(wordsOf(piece))
  return tell(story, draft)
}

/** "… webinar by Example Centre", "[Title](page) by Ann Example": whoever is named right behind. */
export function addMakers(draft: Draft, passage: Passage, organisations: string[]): void {
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
    if (after.article || !looksLikeName(after.name))
      for (const name of namesWith(after.name)) addOrganisation(draft, name)
    else if (!draft.finding.people?.some(one => one.name === after.name)) {
      draft.finding.people = [...(draft.finding.people ?? []), { name: after.name, role: 'speaker' }]
    }
    return
  }
}

/** "A together with B" are two; an "and" may be in a name. */
function namesWith(name: string): string[] {
  return /\swith\s/.test(name) ? namesJoined(name) : [name]
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
