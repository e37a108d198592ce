import { kinds } from '../domain/finding.ts'
import {
  type ChoiceGroup,
  type Condition,
  choiceGroups,
  conditions,
  emptyFilter,
  type ProgrammeFilter,
} from '../domain/programme-filter.ts'
import type { ProgrammePart } from '../domain/programme-page.ts'
import { readSearch } from '../domain/search-query.ts'
import { isDay } from '../time/days.ts'

/**
 * How a filter stands in an address. The names and words are a contract (docs/filters.md): addresses are shared, and
 * will be subscribed to.
 */
export const filterNames = { words: 'q', only: 'only', day: 'day', page: 'page' } as const

const allNames: readonly string[] = [...Object.values(filterNames), ...choiceGroups]
const mostValues = 20
const longestValue = 100
const mostPages = 10_000

export type AskedFilter = {
  filter: ProgrammeFilter
  part: ProgrammePart
  /** What can mean nothing in any programme. */
  unknown: string[]
}

/** Null where the address asks for nothing of it, as most do. */
export function askedFilter(query: URLSearchParams | null): AskedFilter | null {
  if (!query || !allNames.some(name => query.has(name))) return null
  const filter = emptyFilter()
  const unknown: string[] = []
  const told = (name: string) => {
    const values = query
      .getAll(name)
      .map(value => value.trim())
      .filter(value => value !== '')
    unknown.push(...values.slice(mostValues))
    return [...new Set(values.slice(0, mostValues))].filter(value => {
      if (value.length <= longestValue) return true
      unknown.push(value)
      return false
    })
  }
  filter.words = readSearch(query.get(filterNames.words) ?? '').words
  for (const group of choiceGroups)
    for (const value of told(group)) {
      const word = group === 'topic' || group === 'by' ? value : value.toLowerCase()
      if (mayBe(group, word)) filter.choices[group].push(word)
      else unknown.push(value)
    }
  for (const group of choiceGroups) filter.choices[group] = [...new Set(filter.choices[group])].sort()
  for (const value of told(filterNames.only)) {
    const condition = conditions.find(each => each === value)
    if (condition) filter.only.push(condition)
    else unknown.push(value)
  }
  filter.only.sort()
  return { filter, part: partIn(query, unknown), unknown }
}

function mayBe(group: ChoiceGroup, word: string): boolean {
  if (group === 'kind') return (kinds as readonly string[]).includes(word)
  if (group === 'topic' || group === 'by') return /^[\p{L}\p{M}\p{N}-]+$/u.test(word)
  return /^[a-z0-9]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/.test(word)
}

function partIn(query: URLSearchParams, unknown: string[]): ProgrammePart {
  const day = query.get(filterNames.day)?.trim() || null
  const page = query.get(filterNames.page)?.trim() || null
  const isPage = page !== null && /^[1-9]\d{0,4}$/.test(page) && Number(page) <= mostPages
  if (day !== null && !isDay(day)) unknown.push(day)
  if (page !== null && !isPage) unknown.push(page)
  return { day: day !== null && isDay(day) ? day : null, page: isPage ? Number(page) : 1 }
}

/** The one way in which a filter is written: equal filters have equal addresses, and one place in the cache. */
export function filterQuery(filter: ProgrammeFilter, part?: Partial<ProgrammePart>): string {
  const query = new URLSearchParams()
  if (filter.words) query.set(filterNames.words, filter.words)
  for (const group of choiceGroups) for (const value of filter.choices[group]) query.append(group, value)
  for (const condition of filter.only) query.append(filterNames.only, condition)
  if (part?.day) query.set(filterNames.day, part.day)
  if (part?.page && part.page > 1) query.set(filterNames.page, String(part.page))
  return query.toString()
}

/** The same filter with a choice taken or given up. */
export function withChoice(
  filter: ProgrammeFilter,
  group: ChoiceGroup | 'only' | 'words',
  value: string,
): ProgrammeFilter {
  if (group === 'words') return { ...filter, words: value }
  const toggled = (own: string[]) =>
    (own.includes(value) ? own.filter(each => each !== value) : [...own, value]).sort()
  if (group === 'only') return { ...filter, only: toggled(filter.only) as Condition[] }
  return { ...filter, choices: { ...filter.choices, [group]: toggled(filter.choices[group]) } }
}
