import type { Entry } from '../domain/entry.ts'
import type { Programme } from '../domain/programme.ts'
import {
  type Choices,
  choicesOf,
  countConditions,
  countLeft,
  emptyFilter,
  type FilterContext,
  type Filtered,
  filterEntries,
  isFiltering,
  type ProgrammeFilter,
  settleFilter,
} from '../domain/programme-filter.ts'
import type { ProgrammePart } from '../domain/programme-page.ts'
import { isEmptySearch, readSearch, type SearchQuery, withoutBegun } from '../domain/search-query.ts'
import { findEntryIds } from '../storage/search.ts'
import type { Store } from '../storage/store.ts'
import { askedFilter } from './filter-query.ts'
import { reckoningOf, type Showing } from './ui/showing.ts'

/** A programme as far as a reader wants to see it. */
export type FoundIn = {
  filter: ProgrammeFilter
  isFiltering: boolean
  part: ProgrammePart
  /** The entries that are left, in the order of the story. */
  entries: Entry[]
  choices: Choices
  counts: Filtered['counts']
  conditionCounts: Filtered['conditionCounts']
  /** What was asked for and is not here. */
  unknown: string[]
  /** How many there would be with another filter. */
  countWith: (filter: ProgrammeFilter) => number
}

export async function findIn(
  store: Store,
  programme: Programme,
  query: URLSearchParams,
  showing: Showing,
): Promise<FoundIn> {
  const { entries, edition } = programme
  const known = knownOf(programme)
  const reckoning = reckoningOf(edition, showing)
  const context: FilterContext = { now: showing.now, reckoning, waking: showing.waking, found: null }
  const asked = askedFilter(query)
  const { filter, unknown } = settleFilter(asked?.filter ?? emptyFilter(), known.choices)
  const told = {
    filter,
    isFiltering: isFiltering(filter),
    part: asked?.part ?? { day: null, page: 1 },
    choices: known.choices,
    unknown: [...(asked?.unknown ?? []), ...unknown],
  }
  if (!told.isFiltering)
    return {
      ...told,
      entries,
      counts: known.counts,
      conditionCounts: countConditions(entries, context),
      countWith: () => entries.length,
    }
  const words = readSearch(filter.words)
  const found = isEmptySearch(words) ? null : await idsOf(store, edition.id, words)
  const filtered = filterEntries(entries, filter, { ...context, found })
  return {
    ...told,
    ...filtered,
    countWith: other => countLeft(entries, other, { ...context, found: other.words === '' ? null : found }),
  }
}

/** A last word that was only begun, and that nothing has, does not count. */
async function idsOf({ db }: Store, editionId: string, words: SearchQuery): Promise<Set<string>> {
  const ids = await findEntryIds(db, editionId, words)
  return ids.size === 0 && words.isBegun ? findEntryIds(db, editionId, withoutBegun(words)) : ids
}

type Known = { choices: Choices; counts: Filtered['counts'] }

/** What can be chosen is the same for every reader of a revision. */
function knownOf(programme: Programme): Known {
  let known = knowns.get(programme.entries)
  if (!known) {
    known = { choices: choicesOf(programme.entries), counts: countsOf(programme.entries) }
    knowns.set(programme.entries, known)
  }
  return known
}

const knowns = new WeakMap<Entry[], Known>()

function countsOf(entries: Entry[]): Filtered['counts'] {
  const context = {
    now: 0,
    reckoning: { zone: 'UTC', assumedMinutes: 60 },
    waking: { from: 0, to: 24 },
    found: null,
  }
  return filterEntries(entries, emptyFilter(), context).counts
}
