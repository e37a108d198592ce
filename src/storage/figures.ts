import type { Selectable } from 'kysely'
import type { Figure, FigureLine, FigureMark, FigurePoint, FigureSource } from '../domain/figure.ts'
import { among } from './dialects/among.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

/** A figure in a list of figures. */
export type FigureName = Pick<Figure, 'id' | 'slug' | 'seriesId' | 'name' | 'language' | 'translations'>

export async function findFigure(db: Db, slug: string): Promise<Figure | null> {
  return (await readFigures(db, { slugs: [slug] }))[0] ?? null
}

export async function findFigureById(db: Db, id: string): Promise<Figure | null> {
  return (await readFigures(db, { ids: [id] }))[0] ?? null
}

/** These, whole; those of a series (null: the site's) with the site's, or all; by name. In four queries, however many. */
export async function readFigures(
  db: Db,
  asked: { slugs: string[] } | { ids: string[] } | { seriesId: string | null } | 'all',
): Promise<Figure[]> {
  const rows = await db
    .selectFrom('figures')
    .$if(asked !== 'all' && 'slugs' in asked, query =>
      query.where(among(db, 'slug', (asked as { slugs: string[] }).slugs)),
    )
    .$if(asked !== 'all' && 'ids' in asked, query =>
      query.where(among(db, 'id', (asked as { ids: string[] }).ids)),
    )
    .$if(asked !== 'all' && 'seriesId' in asked, query =>
      query.where(({ or, eb }) =>
        or([
          eb('series_id', 'is', null),
          eb('series_id', '=', (asked as { seriesId: string | null }).seriesId ?? ''),
        ]),
      ),
    )
    .orderBy('name')
    .orderBy('slug')
    .selectAll()
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const sources = Map.groupBy(
    await db
      .selectFrom('figure_sources')
      .where(among(db, 'figure_id', ids))
      .orderBy('position')
      .selectAll()
      .execute(),
    row => row.figure_id,
  )
  const points = Map.groupBy(
    await db
      .selectFrom('figure_points')
      .where(among(db, 'figure_id', ids))
      .orderBy('line')
      .orderBy('date')
      .orderBy('id')
      .selectAll()
      .execute(),
    row => row.figure_id,
  )
  return rows.map(row => ({
    ...headOf(row),
    sources: (sources.get(row.id) ?? []).map(sourceOf),
    points: (points.get(row.id) ?? []).map(pointOf),
  }))
}

export async function listFigureNames(db: Db): Promise<FigureName[]> {
  const rows = await db
    .selectFrom('figures')
    .select(['id', 'slug', 'series_id as seriesId', 'name', 'language', 'translations'])
    .orderBy('name')
    .orderBy('slug')
    .execute()
  return rows.map(row => ({ ...row, translations: fromJson<Figure['translations']>(row.translations) }))
}

/** What a page that tells of any figure depends on: it changes with every write to one. */
export async function readFiguresState(db: Db): Promise<{ slug: string; revision: number }[]> {
  return db.selectFrom('figures').orderBy('slug').select(['slug', 'revision']).execute()
}

/** What a figure says besides its sources and points. */
export type FigureHead = Omit<Figure, 'sources' | 'points' | 'revision' | 'createdAt' | 'updatedAt'>

/** @returns false when there is one of this slug already; nothing is changed then */
export async function insertFigure(db: Db, head: FigureHead, at: number): Promise<boolean> {
  const { id, slug, name, direction } = head
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('figures')
    .values({ ...columnsOf(head), id, slug, name, direction, created_at: at, updated_at: at })
    .onConflict(conflict => conflict.column('slug').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Puts these in the place of what it said. */
export async function updateFigure(db: Db, id: string, told: Partial<Omit<FigureHead, 'id'>>): Promise<void> {
  const columns = columnsOf(told)
  if (Object.values(columns).every(value => value === undefined)) return
  await db.updateTable('figures').set(columns).where('id', '=', id).execute()
}

export async function deleteFigure(db: Db, id: string): Promise<void> {
  await db.deleteFrom('figures').where('id', '=', id).execute()
}

function headOf(row: Selectable<Tables['figures']>): Omit<Figure, 'sources' | 'points'> {
  return {
    id: row.id,
    slug: row.slug,
    seriesId: row.series_id,
    name: row.name,
    unit: row.unit,
    text: row.text,
    language: row.language,
    translations: fromJson<Figure['translations']>(row.translations),
    direction: row.direction as Figure['direction'],
    goal: fromJson<FigureMark>(row.goal),
    baseline: fromJson<FigureMark>(row.baseline),
    comparisons: fromJson<string[]>(row.comparisons) ?? [],
    lines: fromJson<FigureLine[]>(row.lines) ?? [],
    revision: row.revision,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
  }
}

function columnsOf({
  slug,
  seriesId,
  name,
  unit,
  text,
  language,
  translations,
  direction,
  goal,
  baseline,
  comparisons,
  lines,
}: Partial<FigureHead>) {
  const json = (value: unknown) => (value === undefined ? undefined : toJson(value))
  return {
    slug,
    series_id: seriesId,
    name,
    unit,
    text,
    language,
    translations: json(translations),
    direction,
    goal: json(goal),
    baseline: json(baseline),
    comparisons: json(comparisons),
    lines: json(lines),
  }
}

function sourceOf(row: Selectable<Tables['figure_sources']>): FigureSource {
  return { id: row.id, name: row.name, address: row.address, rank: row.rank }
}

function pointOf(row: Selectable<Tables['figure_points']>): FigurePoint {
  return {
    id: row.id,
    line: row.line,
    date: row.date,
    value: row.value,
    who: row.who,
    act: row.act as FigurePoint['act'],
    note: row.note,
    source: row.source_id,
  }
}
