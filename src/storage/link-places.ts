import { sql } from 'kysely'
import type { DeadLink } from '../domain/links/dead-link.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import type { Db, Tables } from './tables.ts'

/** An entry, and its edition, that links to an address. */
export type EntryPlace = {
  url: string
  role: string
  entryId: string
  title: string
  kind: string
  state: string
  startsAt: number | null
  endsAt: number | null
  edition: {
    id: string
    seriesId: string
    slug: string
    title: string
    series: string
    startsOn: string
    endsOn: string
  }
}

/** Where else it stands: in the text of something, or as an organisation's address. */
export type TextPlace = {
  url: string
  kind: Tables['text_links']['kind']
  id: string
  /** What it is called. */
  name: string
  /** Of an edition and a series: whose; of a writing and an organisation: nobody's. */
  seriesId: string | null
  /** Of an edition: the slugs its pages have. */
  series: string | null
  slug: string | null
}

/** Which entries that are not withdrawn link to these addresses. */
export async function readEntryPlaces(db: Db, urls: string[]): Promise<EntryPlace[]> {
  if (urls.length === 0) return []
  const rows = await db
    .selectFrom('entry_links as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where(among(db, 'own.url', urls))
    .where('entries.state', '<>', 'withdrawn')
    .orderBy('entries.position')
    .select([
      'own.url',
      'own.role',
      'entries.id as entryId',
      'entries.title',
      'entries.kind',
      'entries.state',
      'entries.starts_at as startsAt',
      'entries.ends_at as endsAt',
      'editions.id as editionId',
      'editions.series_id as seriesId',
      'editions.slug',
      'editions.title as editionTitle',
      'editions.starts_on as startsOn',
      'editions.ends_on as endsOn',
      'series.slug as series',
    ])
    .execute()
  return rows.map(({ editionId, seriesId, slug, editionTitle, startsOn, endsOn, series, ...row }) => ({
    ...row,
    edition: { id: editionId, seriesId, slug, title: editionTitle, startsOn, endsOn, series },
  }))
}

/** Which texts and organisations tell these addresses. */
export async function readTextPlaces(db: Db, urls: string[]): Promise<TextPlace[]> {
  if (urls.length === 0) return []
  const ofKind = (kind: TextPlace['kind']) =>
    db
      .selectFrom('text_links as own')
      .where(among(db, 'own.url', urls))
      .where('own.kind', '=', kind)
  const editions = await ofKind('edition')
    .innerJoin('editions', 'editions.id', 'own.target_id')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select([
      'own.url',
      'editions.id',
      'editions.title as name',
      'series_id as seriesId',
      'editions.slug',
      'series.slug as series',
    ])
    .execute()
  const series = await ofKind('series')
    .innerJoin('series', 'series.id', 'own.target_id')
    .select(['own.url', 'series.id', 'series.title as name', 'series.slug'])
    .execute()
  const writings = await ofKind('writing')
    .innerJoin('writings', 'writings.id', 'own.target_id')
    .select(['own.url', 'writings.id', 'writings.title as name'])
    .execute()
  const organisations = await ofKind('organisation')
    .innerJoin('organisations', 'organisations.id', 'own.target_id')
    .select(['own.url', 'organisations.id', 'organisations.name', 'organisations.slug'])
    .execute()
  return [
    ...editions.map(row => ({ ...row, kind: 'edition' as const })),
    ...series.map(row => ({ ...row, kind: 'series' as const, seriesId: row.id, series: row.slug })),
    ...writings.map(row => ({ ...row, kind: 'writing' as const, seriesId: null, series: null, slug: null })),
    ...organisations.map(row => ({ ...row, kind: 'organisation' as const, seriesId: null, series: null })),
  ]
}

/** Which links of a text, or which address of an organisation, lead nowhere. */
export async function readDeadLinks(
  db: Db,
  kind: TextPlace['kind'],
  id: string,
): Promise<ReadonlyMap<string, DeadLink>> {
  const rows = await db
    .selectFrom('text_links as own')
    .innerJoin('link_looks', 'link_looks.url', 'own.url')
    .where('own.kind', '=', kind)
    .where('own.target_id', '=', id)
    .where('link_looks.state', 'in', ['gone', 'changed-hands'])
    .select(['own.url', 'link_looks.state', 'link_looks.copy_url'])
    .execute()
  return new Map(
    rows.map(({ url, state, copy_url }) => [url, { mark: state as DeadLink['mark'], copy: copy_url }]),
  )
}

/** Texts of one kind that were written since a moment (series have none: all of them), each with all of its languages. */
export async function readTextsSince(
  db: Db,
  since: number,
): Promise<{ kind: 'edition' | 'series' | 'writing'; id: string; text: string }[]> {
  const editions = await db
    .selectFrom('editions')
    .where('updated_at', '>=', since)
    .select(['id', 'text', 'credit', 'author', 'translations'])
    .execute()
  const series = await db.selectFrom('series').select(['id', 'text', 'translations']).execute()
  const writings = await db
    .selectFrom('writings')
    .where('updated_at', '>=', since)
    .where('state', '<>', 'withdrawn')
    .select(['id', 'text', 'excerpt'])
    .execute()
  const told = <Row extends { id: string }>(kind: 'edition' | 'series' | 'writing', rows: Row[]) =>
    rows.map(({ id, ...texts }) => ({ kind, id, text: Object.values(texts).filter(Boolean).join('\n') }))
  return [...told('edition', editions), ...told('series', series), ...told('writing', writings)]
}

/** The addresses that one text tells today, in the place of those it told before. */
export async function writeTextLinks(
  db: Db,
  { kind, id }: { kind: Tables['text_links']['kind']; id: string },
  urls: string[],
): Promise<void> {
  await db.deleteFrom('text_links').where('kind', '=', kind).where('target_id', '=', id).execute()
  await insertRows(
    db,
    'text_links',
    urls.map(url => ({ kind, target_id: id, url })),
  )
}

/** The addresses of organisations as they are today. */
export async function writeOrganisationLinks(db: Db): Promise<void> {
  const same = sql<boolean>`exists (select 1 from organisations where organisations.id = text_links.target_id
    and organisations.url = text_links.url and organisations.merged_into is null)`
  await db
    .deleteFrom('text_links')
    .where('kind', '=', 'organisation')
    .where(sql<boolean>`not ${same}`)
    .execute()
  const rows = await db
    .selectFrom('organisations')
    .where('url', 'like', 'http%')
    .where('merged_into', 'is', null)
    .where(
      sql<boolean>`not exists (select 1 from text_links where kind = 'organisation' and target_id = organisations.id)`,
    )
    .select(['id', 'url'])
    .execute()
  await insertRows(
    db,
    'text_links',
    rows.map(({ id, url }) => ({ kind: 'organisation' as const, target_id: id, url: url! })),
  )
}
