import type { Entry } from './entry.ts'
import { registrationClosesAt } from './link-window.ts'
import { phaseOf, type Reckoning, spanOf, takesPlace, timedOf } from './phase.ts'
import { recordingAt } from './recording.ts'
import { slugOf } from './slug.ts'
import { isAwake, type Waking } from './waking.ts'

/** Of what a reader may choose several: any of them will do. */
export const choiceGroups = ['kind', 'topic', 'by', 'language', 'interpretation', 'captions', 'sign'] as const
export type ChoiceGroup = (typeof choiceGroups)[number]

/** What else an entry may have to be: still to come, recorded, within waking hours, open for registration. */
export const conditions = ['to-come', 'recorded', 'awake', 'open'] as const
export type Condition = (typeof conditions)[number]

/** What of a programme a reader wants to see: what has one choice of every group that has any, and meets all conditions. */
export type ProgrammeFilter = {
  /** Words to be found in it. */
  words: string
  choices: Record<ChoiceGroup, string[]>
  only: Condition[]
}

export type FilterContext = {
  now: number
  reckoning: Reckoning
  waking: Waking
  /** Ids of entries and sessions that the words were found in; null: none are asked for. */
  found: ReadonlySet<string> | null
}

export function emptyFilter(): ProgrammeFilter {
  return {
    words: '',
    choices: { kind: [], topic: [], by: [], language: [], interpretation: [], captions: [], sign: [] },
    only: [],
  }
}

export function isFiltering({ words, choices, only }: ProgrammeFilter): boolean {
  return words !== '' || only.length > 0 || choiceGroups.some(group => choices[group].length > 0)
}

/** What can be chosen, and how it is called by those who wrote it. Kinds and languages are called by their codes. */
export type Choices = Record<ChoiceGroup, Map<string, string>>

/** Everything that any entry or session of a programme can be chosen by. */
export function choicesOf(entries: readonly Entry[]): Choices {
  const choices = Object.fromEntries(choiceGroups.map(group => [group, new Map()])) as Choices
  for (const entry of entries)
    for (const item of [entry, ...entry.sessions])
      for (const group of choiceGroups)
        for (const [value, name] of valuesOf(item, group))
          if (!choices[group].has(value)) choices[group].set(value, name)
  return choices
}

/** Without what the programme has nothing of; `unknown` names it. */
export function settleFilter(
  filter: ProgrammeFilter,
  known: Choices,
): { filter: ProgrammeFilter; unknown: string[] } {
  const unknown: string[] = []
  const choices = { ...filter.choices }
  for (const group of choiceGroups)
    choices[group] = choices[group].filter(value => {
      if (known[group].has(value)) return true
      unknown.push(value)
      return false
    })
  return { filter: { ...filter, choices }, unknown }
}

export type Filtered = {
  entries: Entry[]
  /** How many entries there would be with each choice, all else as it is. */
  counts: Record<ChoiceGroup, Map<string, number>>
  conditionCounts: Record<Condition, number>
}

/**
 * The entries that a filter leaves, and how many each further choice would leave. An entry stays where it, or one of
 * its sessions with what that has of its event, is all that is asked for. O(n).
 */
export function filterEntries(
  entries: readonly Entry[],
  filter: ProgrammeFilter,
  context: FilterContext,
): Filtered {
  const counts = Object.fromEntries(choiceGroups.map(group => [group, new Map()])) as Filtered['counts']
  const conditionCounts = Object.fromEntries(conditions.map(each => [each, 0])) as Filtered['conditionCounts']
  const left: Entry[] = []
  const asked = choiceGroups.map(group => new Set(filter.choices[group]))
  for (const entry of entries) {
    let isLeft = false
    const own: Set<string>[] = choiceGroups.map(() => new Set())
    const met = new Set<Condition>()
    for (const session of [null, ...entry.sessions]) {
      const item = session ?? entry
      if (context.found !== null && !context.found.has(item.id)) continue
      const values = choiceGroups.map(group => valuesOf(item, group, session && entry))
      const failing = values.map(
        (own, at) => asked[at]!.size > 0 && !own.some(([value]) => asked[at]!.has(value)),
      )
      const failed = failing.filter(Boolean).length
      const isMet = conditions.map(condition => meets(item, condition, context))
      const unmet = conditions.filter((condition, at) => filter.only.includes(condition) && !isMet[at])
      if (failed + unmet.length === 0) isLeft = true
      if (unmet.length === 0)
        for (const [at, each] of values.entries())
          if (failed === 0 || (failed === 1 && failing[at])) for (const [value] of each) own[at]!.add(value)
      if (failed === 0)
        for (const [at, condition] of conditions.entries())
          if (isMet[at] && unmet.every(each => each === condition)) met.add(condition)
    }
    if (isLeft) left.push(entry)
    for (const [at, group] of choiceGroups.entries())
      for (const value of own[at]!) counts[group].set(value, (counts[group].get(value) ?? 0) + 1)
    for (const condition of met) conditionCounts[condition]++
  }
  return { entries: left, counts, conditionCounts }
}

/** How many entries `filterEntries` would leave, and no more than that. */
export function countLeft(
  entries: readonly Entry[],
  filter: ProgrammeFilter,
  context: FilterContext,
): number {
  const asked = choiceGroups.flatMap(group => {
    const values = new Set(filter.choices[group])
    return values.size > 0 ? [{ group, values }] : []
  })
  const isLeft = (item: Entry, of: Entry | null) =>
    (context.found === null || context.found.has(item.id)) &&
    asked.every(({ group, values }) => valuesOf(item, group, of).some(([value]) => values.has(value))) &&
    filter.only.every(condition => meets(item, condition, context))
  return entries.filter(entry => isLeft(entry, null) || entry.sessions.some(each => isLeft(each, entry)))
    .length
}

/** How many entries meet each condition, where nothing else is asked for. */
export function countConditions(
  entries: readonly Entry[],
  context: FilterContext,
): Filtered['conditionCounts'] {
  const counts = Object.fromEntries(conditions.map(each => [each, 0])) as Filtered['conditionCounts']
  for (const entry of entries)
    for (const condition of conditions)
      if (meets(entry, condition, context) || entry.sessions.some(each => meets(each, condition, context)))
        counts[condition]++
  return counts
}

/** What a session does not say is as its event says it. */
function valuesOf(item: Entry, group: ChoiceGroup, of: Entry | null = null): [value: string, name: string][] {
  const own = ownValues(item, group)
  return own.length === 0 && of ? ownValues(of, group) : own
}

function ownValues(item: Entry, group: ChoiceGroup): [string, string][] {
  const plain = (codes: string[]) => codes.map((code): [string, string] => [code.toLowerCase(), code])
  switch (group) {
    case 'kind':
      return plain([item.kind])
    case 'topic':
      return item.tags.map(({ slug, name }) => [slug, name])
    case 'by':
      return item.organisations.map(({ name }) => [organiserSlug(name), name])
    case 'language':
      return plain(item.languages)
    case 'interpretation':
      return plain(item.interpretation)
    case 'captions':
      return plain(item.captions)
    default:
      return plain(item.signLanguages)
  }
}

const slugs = new Map<string, string>()

function organiserSlug(name: string): string {
  let slug = slugs.get(name)
  if (slug === undefined) {
    slug = slugOf(name)
    if (slugs.size >= 5000) slugs.clear()
    slugs.set(name, slug)
  }
  return slug
}

function meets(item: Entry, condition: Condition, { now, reckoning, waking }: FilterContext): boolean {
  if (item.kind !== 'event' && condition !== 'recorded') return false
  const timed = timedOf(item)
  const at = phaseOf(timed, now, reckoning)
  if (condition === 'recorded') return recordingAt(item, at) === 'available'
  if (condition === 'to-come') return takesPlace(item) && at.phase !== 'over'
  if (condition === 'open') return takesPlace(item) && isOpenForRegistration(item, at.phase, now)
  const span = spanOf(timed, reckoning)
  if (!span || item.time.precision === 'date-only') return false
  if (item.time.precision === 'all-day' || span.end - span.start >= longMs) return true
  return (
    isAwake(span.start, reckoning.zone, waking) &&
    isAwake(Math.max(span.start, span.end - 1), reckoning.zone, waking)
  )
}

/** Nobody is awake all through it, and everybody at some time. */
const longMs = 12 * 3_600_000

function isOpenForRegistration(item: Entry, phase: string | null, now: number): boolean {
  if (phase === 'on' || phase === 'over') return false
  const closes = registrationClosesAt(item)
  return closes === null
    ? item.links.some(({ role, health }) => role === 'registration' && health !== 'gone')
    : now < closes
}
