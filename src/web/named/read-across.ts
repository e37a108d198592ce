import type { JSX } from 'hono/jsx/jsx-runtime'
import type { EntryLine, LineEdition } from '../../domain/entry-line.ts'
import { readBlogRevision } from '../../storage/blog.ts'
import { listEditionsNaming, listLinesNaming, type Naming } from '../../storage/entry-lines.ts'
import { readSiteState } from '../../storage/series.ts'
import type { Db } from '../../storage/tables.ts'
import { pageIn } from '../blog-rows.ts'
import { linkedStyles, type Parts, show, type Visit } from '../show.ts'
import { lineAddress } from '../ui/entry-lines.tsx'
import { htmlOfPage, versionOf } from '../ui/send.tsx'

const perPage = 50

type Across = {
  editions: { edition: LineEdition; count: number }[]
  lines: EntryLine[]
  paging: { page: number; pages: number }
}

/** One page of the entries that name somebody; null where there is no such page. */
export async function readAcross(db: Db, naming: Naming, told: string | undefined): Promise<Across | null> {
  const page = pageIn(told)
  if (page === null) return null
  const editions = await listEditionsNaming(db, naming)
  const lines = await listLinesNaming(db, naming, { limit: perPage, offset: (page - 1) * perPage })
  if (lines.length === 0) return null
  const entries = editions.reduce((sum, { count }) => sum + count, 0)
  return { editions, lines, paging: { page, pages: Math.ceil(entries / perPage) } }
}

/** The same for machines. @param told the trail leads to the page itself */
export function profileIn(
  { lines, editions }: Across,
  { baseUrl }: Parts['config'],
  told: { name: string; site: string | null; trail: { name: string; url: string }[] },
) {
  const byId = new Map(editions.map(({ edition }) => [edition.id, edition]))
  const entries = lines.map(line => ({
    ...line,
    address: baseUrl + lineAddress(line, byId.get(line.editionId)!),
  }))
  return { ...told, address: told.trail.at(-1)!.url, entries }
}

/** Of pages across all editions. To be read before what stands on them. */
export async function currentVersion(db: Db): Promise<string> {
  return `${await readBlogRevision(db)} ${versionOf(await readSiteState(db))}`
}

/** Sends such a page, and keeps it while nothing changes that readers see. */
export async function showAcross(
  c: Visit,
  parts: Parts,
  page: JSX.Element,
  version: string,
): Promise<Response> {
  return show(c, parts, {
    html: await htmlOfPage(page),
    styles: linkedStyles,
    until: Number.POSITIVE_INFINITY,
    version,
    currentVersion: () => currentVersion(parts.store.db),
  })
}
