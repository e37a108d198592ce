import { type Content, clean } from '../../../domain/content.ts'
import { type Attendance, type EventStatus, kinds, type RecordingState } from '../../../domain/finding.ts'
import { instantsOf } from '../../../domain/instants-of.ts'
import { phaseOf, timedOf } from '../../../domain/phase.ts'
import { mayBecome } from '../../../domain/recording.ts'
import { isDay } from '../../../time/days.ts'
import { zoneOfPlace } from '../../../time/places.ts'
import { typedOf } from './fill.ts'
import type { FormContext, FormState, Problem } from './form-state.ts'
import { longestAddress, longestLine, longestText, tooLong } from './lengths.ts'
import { splitList, tagOf, tagsIn } from './names-typed.ts'
import { readMembers } from './read-members.ts'
import { readPlace } from './read-place.ts'
import { readUntil } from './read-until.ts'
import { answerField, isOfTime, settleWhen } from './settle-when.ts'
import { type RowList, rowsOf, type Typed } from './typed.ts'
import { webAddress } from './web-address.ts'

export const statuses = [
  'scheduled',
  'cancelled',
  'postponed',
  'rescheduled',
  'movedOnline',
] as const satisfies EventStatus[]
export const attendances = ['online', 'offline', 'mixed'] as const satisfies Attendance[]
export const recordings = [
  'unknown',
  'expected',
  'none',
  'available',
  'removed',
] as const satisfies RecordingState[]

/** What a form says. The content is to be stored only where there are no problems. */
export type FormRead = { content: Content; state: FormState }

/**
 * What a form says of an entry, and what it looks like when it has to be shown again: just as it was typed, with what
 * is wrong. A field that nobody touched says to the letter what it said before, whatever a form can hold of it.
 *
 * @param before what the form was filled with
 * @param force put the words for the time into its parts, even where these were changed
 */
export function readForm(
  given: Typed,
  before: Content,
  context: FormContext,
  { force = false }: { force?: boolean } = {},
): FormRead {
  const when = settleWhen(given, before, context, force)
  const { typed } = when
  const filled = typedOf(before, context)
  const problems: Problem[] = []
  const wrong = (field: string, key: Problem['key'], values?: Problem['values']) =>
    void problems.push({ field, key, ...(values && { values }) })
  const value = (name: string) => typed.get(name) ?? ''
  // What the form does not have at all is nothing that anybody emptied.
  const isUntouched = (...names: string[]) =>
    names.every(name => !typed.has(name) || value(name) === (filled.get(name) ?? ''))

  const content: Content = {
    kind: chosen(kinds, 'kind') ?? before.kind,
    title: text('title', before.title, longestLine) ?? '',
    summary: text('summary', before.summary, longestText),
    note: text('note', before.note, longestText),
    time: when.time ?? before.time,
    status: chosen(statuses, 'status') ?? before.status,
    statusReason: text('reason', before.statusReason, longestLine),
    attendance: isUntouched('attendance')
      ? before.attendance
      : chosen([...attendances, ''], 'attendance') || null,
    place: before.place,
    organisations: members('organisations'),
    people: members('people'),
    links: members('links'),
    recording: chosen(recordings, 'recording') ?? before.recording,
    registrationUntil: before.registrationUntil,
    languages: languages('languages', before.languages),
    interpretation: languages('interpretation', before.interpretation),
    captions: languages('captions', before.captions),
    signLanguages: languages('sign', before.signLanguages),
    tags: isUntouched('tags') ? before.tags : tagsIn(value('tags'), before.tags),
    image: picture(),
    imageAlt: text('alt', before.imageAlt, longestLine),
    doubts: [],
    published: published(),
    language: languageOfText(),
    translations: before.translations,
  }
  if (content.title === '') wrong('title', 'form.wrong.title')
  if (!isUntouched('place.name', 'place.address', 'place.country', 'place.lat', 'place.lon'))
    content.place = readPlace(typed, context, wrong)
  if (!isUntouched('until.day', 'until.clock', 'until.zone'))
    content.registrationUntil = readUntil(typed, context, wrong)
  if (content.recording !== before.recording && !mayBecome(before.recording, content.recording, phase()))
    wrong('recording', `form.wrong.recording-${content.recording === 'removed' ? 'removed' : 'early'}`)
  const others = before.doubts.filter(doubt => !isOfTime(doubt))
  content.doubts = inOrder(before.doubts, [
    ...when.left,
    ...others.filter(doubt => value(answerField(doubt)) !== 'stands'),
  ])
  const shown = [...when.shown, ...others.map(doubt => ({ doubt, asked: false }))]
  const ofTime = when.problems.map(problem => withZoneOf(content.place, problem))
  const wrongs = [...ofTime, ...problems].sort((a, b) => placeOf(a.field) - placeOf(b.field))
  const state = { typed, problems: wrongs, doubts: shown, time: when.time }
  return { content, state }

  function languageOfText(): string | null {
    if (isUntouched('language')) return before.language
    const told = value('language').trim()
    const tag = told === '' ? null : tagOf(told, context)
    if (told !== '' && tag === null) wrong('language', 'form.wrong.language', { told: told.slice(0, 80) })
    return tag
  }

  function text(name: string, old: string | null, most: number): string | null {
    if (isUntouched(name)) return old
    const told = clean(value(name))
    if (told.length > most) wrong(name, ...tooLong(most))
    return told || null
  }

  function chosen<T extends string>(among: readonly T[], name: string): T | null {
    if (!typed.has(name)) return null
    const found = among.find(each => each === value(name))
    if (found === undefined) wrong(name, 'form.wrong.choose')
    return found ?? null
  }

  function members<L extends RowList>(list: L): Content[L] {
    if (rowsOf(typed, list).length === 0) return before[list]
    const read = readMembers(typed, list, before[list])
    problems.push(...read.problems)
    return read.members
  }

  function languages(name: string, old: string[]): string[] {
    if (isUntouched(name)) return old
    const tags: string[] = []
    for (const word of splitList(value(name).replace(/[;؛]/g, ','), old)) {
      const tag = old.includes(word) ? word : tagOf(word, context)
      if (tag === null) wrong(name, 'form.wrong.language', { told: word.slice(0, 80) })
      else if (!tags.includes(tag)) tags.push(tag)
    }
    return tags
  }

  function picture(): string | null {
    if (isUntouched('image')) return before.image
    const told = clean(value('image'))
    if (told.length > longestAddress) wrong('image', ...tooLong(longestAddress))
    if (told === '' || /^\/pictures\/[0-9a-f-]{36}\.webp(?:#\d+x\d+)?$/.test(told)) return told || null
    const url = webAddress(told)
    if (url === null) wrong('image', 'form.wrong.address', { told: told.slice(0, 80) })
    return url
  }

  function published(): string | null {
    const told = value('published').trim()
    if (isUntouched('published')) return before.published
    if (told !== '' && !isDay(told)) wrong('published', 'form.wrong.day', { told: told.slice(0, 80) })
    return told || null
  }

  function phase() {
    const { homeZone: zone, assumedMinutes, now } = context
    return phaseOf(timedOf({ ...content, ...instantsOf(content.time) }), now, { zone, assumedMinutes })
  }
}

/** Where the zone is missing and the place is told, its zone is named; nobody takes it for granted. */
function withZoneOf(place: Content['place'], problem: Problem): Problem {
  if (problem.key !== 'form.wrong.zone-missing' || !place) return problem
  const { name, address, country, lat, lon } = place
  const found = zoneOfPlace({
    ...(name && { name }),
    ...(address && { address }),
    ...(country && { country }),
    ...(lat !== null && lon !== null && { lat, lon }),
  })
  if (!found || found.by === 'country') return problem
  return { ...problem, key: 'form.wrong.zone-near', values: { zone: found.zone } }
}

/** Where a field stands on the page, roughly: what is wrong is told in that order. */
function placeOf(field: string): number {
  const at = order.findIndex(beginning => field.startsWith(beginning))
  return at < 0 ? order.length : at
}
const order = [
  'title',
  'kind',
  'when',
  'doubt',
  'attendance',
  'place',
  'organisations',
  'links',
  'note',
  'summary',
]

/** Doubts that were there stay where they were. */
function inOrder(before: Content['doubts'], left: Content['doubts']): Content['doubts'] {
  const place = (doubt: Content['doubts'][number]) => {
    const at = before.findIndex(({ field, code }) => field === doubt.field && code === doubt.code)
    return at < 0 ? before.length : at
  }
  return left.sort((a, b) => place(a) - place(b))
}
