import type { Entry } from '../../domain/entry.ts'
import { groupHits, type SearchHit } from '../../domain/search-order.ts'
import { isEmptySearch, type SearchQuery } from '../../domain/search-query.ts'
import type { Writing } from '../../domain/writing.ts'
import { readEditionTexts } from '../../storage/editions.ts'
import { readEntries } from '../../storage/entries.ts'
import { type EditionName, findHits, readEditionNames } from '../../storage/search.ts'
import type { Db } from '../../storage/tables.ts'
import { readWritings } from '../../storage/writings.ts'

/** One thing that was found, with what is told of it. */
export type Found =
  | {
      kind: 'entry'
      hit: SearchHit
      entry: Entry
      of: Pick<Entry, 'slug' | 'title'> | null
      edition: EditionName
    }
  | { kind: 'edition'; hit: SearchHit; edition: EditionName; text: string | null }
  | { kind: 'writing'; hit: SearchHit; writing: Writing }

export type FoundGroup = {
  key: string
  /** Of a group that is an edition. */
  edition: EditionName | null
  /** How many there are of it in all, and whether it began on the page before this one. */
  count: number
  isContinued: boolean
  found: Found[]
}

export type FoundPage = {
  query: SearchQuery
  groups: FoundGroup[]
  count: number
  isMore: boolean
  page: number
  pages: number
}

const perPage = 20

/** One page of what readers find; a page that there is none of is the last. */
export async function findPage(
  db: Db,
  asked: SearchQuery,
  { editionId, page: wished, now }: { editionId?: string; page: number; now: number },
): Promise<FoundPage> {
  const nothing = { query: asked, groups: [], count: 0, isMore: false, page: 1, pages: 1 }
  if (isEmptySearch(asked) || (asked.all.length === 0 && editionId === undefined)) return nothing
  const { hits, isMore, query } = await findHits(db, asked, { editionId })
  const groups = groupHits(hits, query, now)
  const pages = Math.max(1, Math.ceil(hits.length / perPage))
  const page = Math.min(wished, pages)
  const from = (page - 1) * perPage
  const shown = new Set(groups.flatMap(group => group.hits).slice(from, from + perPage))
  const read = await readFound(db, [...shown])
  const editions = await readEditionNames(
    db,
    groups.flatMap(({ key }) => (key === 'coming' || key === 'writings' ? [] : [key])),
  )
  return {
    query,
    groups: groups.flatMap(({ key, hits: own }) => {
      const found = own.filter(hit => shown.has(hit)).flatMap(hit => read.get(hit) ?? [])
      if (found.length === 0) return []
      const isContinued = !shown.has(own[0]!)
      return [{ key, edition: editions.get(key) ?? null, count: own.length, isContinued, found }]
    }),
    count: hits.length,
    isMore,
    page,
    pages,
  }
}

/** Whatever has gone since it was found is left out. */
async function readFound(db: Db, hits: SearchHit[]): Promise<Map<SearchHit, Found>> {
  const ids = (kind: SearchHit['kind']) => hits.filter(hit => hit.kind === kind).map(({ id }) => id)
  const rows = new Map((await readEntries(db, { ids: ids('entry') })).map(row => [row.entry.id, row]))
  const parentIds = [...rows.values()].flatMap(({ parentId }) => parentId ?? [])
  const parents = new Map(
    (await readEntries(db, { ids: [...new Set(parentIds)] })).map(({ entry }) => [entry.id, entry]),
  )
  const editions = await readEditionNames(db, [...new Set(hits.flatMap(({ editionId }) => editionId ?? []))])
  const texts = await readEditionTexts(db, ids('edition'))
  const writings = await readWritings(db, ids('writing'))
  const found = new Map<SearchHit, Found>()
  for (const hit of hits) {
    const edition = editions.get(hit.editionId ?? '')
    const row = rows.get(hit.id)
    const writing = writings.get(hit.id)
    if (hit.kind === 'entry' && row && edition) {
      const of = row.parentId === null ? null : (parents.get(row.parentId) ?? null)
      found.set(hit, { kind: 'entry', hit, entry: row.entry, of, edition })
    } else if (hit.kind === 'edition' && edition)
      found.set(hit, { kind: 'edition', hit, edition, text: texts.get(hit.id)?.text ?? null })
    else if (writing) found.set(hit, { kind: 'writing', hit, writing })
  }
  return found
}
