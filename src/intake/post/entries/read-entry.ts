import type { Kind } from '../../../domain/finding.ts'
import {
  addDoubts,
  addLink,
  addOrganisation,
  addRoleLinks,
  type Draft,
  newDraft,
  roleIn,
} from '../drafts/draft.ts'
import { fateIn } from '../drafts/fate.ts'
import { isVideo, ownRole } from '../drafts/own-role.ts'
import type { Story } from '../drafts/story-state.ts'
import type { Passage, PassageLink } from '../passages/passage.ts'
import {
  type EventTime,
  eventTimes,
  isVague,
  registrationEnd,
  saysAllDay,
  sessionsIn,
  timeFields,
  timeOfDay,
} from '../times/times-of.ts'
import { isGeneric } from '../titles/titles.ts'
import { type KindWord, kindWord } from '../words/kind-words.ts'
import { addParties } from './entry-parties.ts'
import { type EntryTitle, type Hints, titleOf } from './entry-title.ts'
import { type Field, fieldsOf } from './fields.ts'

/** A passage in fields ("time – title – organisation – link", in any order) → an entry, or null where it holds none. */
export function entryOf(story: Story, passage: Passage, hints: Hints): Draft | null {
  const told = timesIn(story, passage, hints)
  const ofDay = told.length === 0 ? ofHeading(story, passage, hints) : null
  const found = ofDay ? [ofDay] : told
  const times =
    hints.kind !== undefined && hints.kind !== 'event' ? found.filter(time => !isVague(time)) : found
  const fields = fieldsOf(
    passage,
    times.flatMap(time => time.parts ?? [time.at]),
  )
  const title = titleOf(passage, fields, times, hints)
  if (!title) return null
  const kind = ofDay ? 'event' : kindOf(passage, fields, title, times, hints)
  if (!kind) return null
  const draft = newDraft(kind, title.text, passage.text)
  if (kind === 'event' && times[0]) {
    Object.assign(draft.finding, timeFields(times[0]), sessionsIn(times[0], title.text))
    delete draft.finding.doubts
    addDoubts(draft, times[0].doubts)
    const until = registrationEnd(passage, story.context)
    if (until) draft.finding.registrationUntil = until
  }
  if (title.organisation) addOrganisation(draft, title.organisation)
  addParties(draft, fields, title, kind, passage)
  if (hints.organisation && !draft.finding.organisations?.length) addOrganisation(draft, hints.organisation)
  addLinks(draft, passage, title.link, kind)
  return draft
}
/** Below a day, what lasts all day or will not be is of that day. */
function ofHeading(story: Story, passage: Passage, hints: Hints): EventTime | null {
  const isEvent = hints.kind === undefined || hints.kind === 'event'
  if (!hints.day || !isEvent || passage.text.length > 300) return null
  const isOfDay = saysAllDay(passage.text) || fateIn(passage.text) !== undefined
  return isOfDay ? timeOfDay(passage, hints.day, story.context) : null
}

function timesIn(story: Story, passage: Passage, hints: Hints): EventTime[] {
  const labelled = fieldsOf(passage, []).filter(
    field => field.role === 'label' && /^(?:when|day|clock|zone)$/.test(field.label ?? ''),
  )
  if (labelled.length > 0) {
    const told = labelled.map(field => field.told ?? field.passage.text).join(', ')
    const times = eventTimes(
      { ...passage, text: told, links: [], strong: [], em: [], struck: [], quoted: [] },
      story.context,
      hints.day,
    )
    if (times.length > 0) return times.map(time => ({ ...time, at: labelled[0]!.at }))
  }
  return eventTimes(passage, story.context, hints.day)
}
function kindOf(
  passage: Passage,
  fields: Field[],
  title: EntryTitle,
  times: EventTime[],
  hints: Hints,
): Kind | null {
  if (title.text.startsWith('#')) return 'campaign'
  const before = fields.filter(
    field => field.at.end <= Math.max(0, title.at.start) && field.at.start !== title.at.start,
  )
  const told = before
    .map(field =>
      isGeneric(field.passage.text) ? kindWord(field.passage.text) : ofSomebody(field.passage.text),
    )
    .find(Boolean)
  const what = fields.find(field => field.role === 'label' && field.label === 'what')
  const lead = /,\s(\p{Ll}[\p{L} ]{2,30}?)[\s:"“«„]*$/u.exec(
    passage.text.slice(0, Math.max(0, title.at.start)),
  )?.[1]
  const led = lead && isGeneric(lead) ? kindWord(lead) : null
  const said = told ?? led ?? (what ? kindWord(what.passage.text) : null)
  const hasHour = times.some(time => time.start?.includes('T'))
  if (said && !(hasHour && said.kind !== 'event')) return said.kind
  if (times.length > 0 && (hasHour || hints.kind === 'event' || hints.kind === undefined)) {
    if (hasHour || hints.kind === 'event') return 'event'
    const word = kindWord(passage.text)
    return word ? word.kind : null
  }
  if (hints.kind === 'statement' && title.link && isVideo(title.link.url)) return 'video'
  if (hints.kind === 'article') {
    // "[Title](…): a campaign asking …" says more than the list it stands in.
    const after =
      fields.find(field => field.at.start >= title.at.end && title.at.start >= 0)?.passage.text ?? ''
    const own = /^(?:(?:an?|une?|ein(?:e|en)?|una|um|uma)\s|\p{Ll})/u.test(after) ? kindWord(after) : null
    if (own && own.index < 16 && own.kind !== 'event') return own.kind
  }
  const opening = kindWord(title.text)
  const isSeen = title.link && isVideo(title.link.url)
  // "Statement of the veterans" among what is to be read and seen.
  if (hints.kind === 'video' && opening?.index === 0 && opening.kind !== 'event' && !isSeen)
    return opening.kind
  if (hints.kind === 'video' || hints.kind === 'statement' || hints.kind === 'campaign') return hints.kind
  if (hints.kind === 'event') return 'event'
  const inTitle = kindWord(title.text)?.kind
  const phrase = fields
    .filter(field => ['phrase', 'plain', 'maker', 'aside'].includes(field.role))
    .map(field => kindWord(field.passage.text)?.kind)
    .find(Boolean)
  if (title.link && isVideo(title.link.url)) return 'video'
  if (hints.kind)
    return inTitle === 'toolkit' || inTitle === 'statement' || inTitle === 'campaign' ? inTitle : hints.kind
  return inTitle ?? phrase ?? null
}
/** "The High Commissioner’s message": whose, and at the end what it is. */
function ofSomebody(text: string): KindWord | null {
  const owned = /['’]s?\s(?:[\p{Ll}-]+\s)?([\p{Ll} -]{4,24})[:：]?$/u.exec(text)
  const word = owned && text.length < 80 ? kindWord(owned[1]!) : null
  return word?.index === 0 && word.kind !== 'event' && isGeneric(owned![1]!) ? word : null
}

function addLinks(draft: Draft, passage: Passage, own: PassageLink | undefined, kind: Kind): void {
  const struck = (link: PassageLink) =>
    passage.struck.some(span => span.start <= link.start && span.end >= link.end)
  for (const link of passage.links) {
    if (/^(?:mailto|tel):/.test(link.url)) continue
    if (struck(link) && passage.links.length > 1) continue
    if (own && link.url === own.url) addLink(draft, link.url, ownRole(kind, link.url, passage))
    else if (kind === 'event') {
      const role = roleIn(passage, link)
      if (role && (role !== 'source' || passage.links.length === 1 || /^https?:|^www\./.test(link.text)))
        addLink(draft, link.url, role === 'source' ? 'programme' : role)
    } else if (isGeneric(link.text) || /^https?:|^www\./.test(link.text) || passage.links.length === 1)
      addLink(draft, link.url, ownRole(kind, link.url, passage))
  }
  if (kind === 'event')
    addRoleLinks(draft, { ...passage, links: passage.links.filter(link => !struck(link)) })
}
