import type { FigureFields } from '../domain/figure/changes.ts'
import type { Figure, FigureLine, FigureSource } from '../domain/figure.ts'
import { isUnread } from '../intake/figure/figure-read.ts'
import { readFigureTable } from '../intake/figure/read-table.ts'
import { risingId } from '../storage/rising-id.ts'
import { findSeries } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'
import { dayOf } from '../time/days.ts'
import { editFigure } from './edit-figure.ts'
import { openFigure } from './open-figure.ts'
import { takeFigureTable } from './take-figure-table.ts'

/** What `demo/figures.json` says: the figures of one series, and which table of which file tells each line of them. */
export type DemoFigures = {
  series: string
  sources: Omit<FigureSource, 'id'>[]
  lines: FigureLine[]
  figures: (Pick<FigureFields, 'name' | 'slug' | 'unit' | 'text' | 'translations' | 'comparisons'> & {
    sources: Omit<FigureSource, 'id'>[]
    tables: { line: string; file: string; source?: string; where?: { column: string; is: string } }[]
  })[]
}

/** Makes the figures of the demo, of tables that are read as anybody's are. @param read a file of `demo/` */
export async function openDemoFigures(
  store: Store,
  told: DemoFigures,
  { read, at }: { read: (file: string) => Promise<Uint8Array>; at: number },
): Promise<void> {
  const by = { by: 'demo', at }
  const { id: seriesId } = (await findSeries(store.db, told.series))!
  const made = new Map<string, Figure>()
  for (const { slug, name, unit, text, translations, sources, tables } of told.figures) {
    const all = [...told.sources, ...sources].map(source => ({ ...source, id: risingId() }))
    const { lines } = told
    const figure = await openFigure(
      store,
      {
        seriesId,
        slug,
        name,
        unit,
        text,
        language: 'en',
        translations,
        direction: 'grows',
        lines,
        sources: all,
      },
      { ...by, line: name },
    )
    made.set(slug, figure)
    for (const { line, file, source, where = null } of tables) {
      const { counts } = lines.find(({ key }) => key === line)!
      const table = readFigureTable(await read(file), { counts, where })
      if (isUnread(table) || table.problems.length > 0)
        throw new Error(`demo/${file} was to be a table of ${slug}; it cannot be read as one.`)
      const id = all.find(each => each.name === source)?.id ?? null
      await takeFigureTable(
        store,
        figure.id,
        { line, source: id, points: table.points, today: dayOf(at, 'UTC') },
        by,
      )
    }
  }
  for (const { slug, comparisons } of told.figures) {
    const ids = comparisons.map(each => made.get(each)!.id)
    await editFigure(store, made.get(slug)!.id, { comparisons: ids }, by)
  }
}
