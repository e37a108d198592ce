import { Hono } from 'hono'
import { type Curator, mayPublish, mayWrite } from '../../domain/curator.ts'
import type { SeriesWithEditions } from '../../domain/programme.ts'
import { Refusal } from '../../domain/refusal.ts'
import { reservedWords } from '../../domain/reserved-words.ts'
import { fieldsOfSeries, type SeriesFields } from '../../domain/series-fields.ts'
import { editSeries } from '../../services/edit-series.ts'
import { readClosing } from '../../services/taking-part/close-comments.ts'
import { readSeriesClosing } from '../../storage/close-comments.ts'
import { readSeries } from '../../storage/series.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongTexts, refuseOtherSites, tellSaved } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { fillSeries, readSeriesForm } from './series-form.ts'
import { DeskSeriesPage, typingNameOfSeries } from './series-page.tsx'

/** Where a series is told what it says of itself. */
export function deskSeriesRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  const path = paths.deskSeries(':series')

  room.get(path, curating(parts), async (c, next) => {
    if (reservedWords.has(c.req.param('series')!)) return next()
    const own = await ownSeries(c, c.req.param('series')!)
    if (own instanceof Response) return own
    const opened = fieldsIn(own.series)
    return show(c, own, { typed: fillSeries(opened), opened })
  })

  room.post(path, refuseOtherSites(config), curating(parts), refuseLongTexts, async (c, next) => {
    if (reservedWords.has(c.req.param('series')!)) return next()
    const own = await ownSeries(c, c.req.param('series')!)
    if (own instanceof Response) return own
    const { curator, series } = own
    if (!mayPublish(curator, series.id)) return refuse(c, parts)
    const typed = await fieldsOf(c)
    const current = fieldsIn(series)
    const opened = openedIn(typed.opened, current)
    const { told, wrong } = readSeriesForm(typed, current)
    if (Object.keys(wrong).length > 0) return show(c, own, { typed, opened, wrong }, 422)
    try {
      const edited = await editSeries(store, series.id, told, { opened, by: curator.name, at: now() })
      if ('conflict' in edited) {
        const { fields, theirs, merged } = edited.conflict
        const mine = { ...merged }
        for (const field of fields) Object.assign(mine, { [field]: told[field] })
        const again = { typed: fillSeries(mine), opened: theirs, conflict: { fields, mine, theirs } }
        return show(c, own, again, 409)
      }
      tellSaved(c, config, typingNameOfSeries(series.id))
      const act = edited.changed ? 'saved' : 'nothing-changed'
      return goDone(c, config, paths.deskSeries(edited.slug), { act })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.key === 'series-gone') return onMissing(c, parts)
      const field = error.key.startsWith('series-slug') ? 'slug' : 'title'
      return show(c, own, { typed, opened, wrong: { [field]: error } }, 422)
    }
  })
  return room

  async function ownSeries(
    c: Visit,
    slug: string,
  ): Promise<{ curator: Curator; series: SeriesWithEditions } | Response> {
    const curator = await theCurator(c)
    const series = await readSeries(store, slug)
    if (series && mayWrite(curator, series.id)) return { curator, series }
    return curator.grants.some(({ seriesId }) => seriesId === null) ? onMissing(c, parts) : refuse(c, parts)
  }

  async function show(
    c: Visit,
    { curator, series }: { curator: Curator; series: SeriesWithEditions },
    told: Omit<Parameters<typeof DeskSeriesPage>[0], 'at' | 'series' | 'mayEdit' | 'closing'>,
    status: 200 | 409 | 422 = 200,
  ): Promise<Response> {
    const at = await atDesk(c, parts, 'UTC', paths.deskSeries(series.slug))
    const mayEdit = mayPublish(curator, series.id)
    const closing = {
      rule: await readSeriesClosing(store.db, series.id),
      site: await readClosing(store.db),
    }
    const page = <DeskSeriesPage {...{ at, series, mayEdit, closing }} {...told} />
    return sendOnce(c, parts, page, status)
  }
}

function fieldsIn({ editions: _, ...series }: SeriesWithEditions): SeriesFields {
  return fieldsOfSeries(series)
}

/** What the form said was there when it was opened. Whoever forges it merges their own words badly, and no others. */
function openedIn(told: string | undefined, current: SeriesFields): SeriesFields {
  try {
    const parsed = JSON.parse(told ?? '') as Partial<Record<keyof SeriesFields, unknown>>
    const isOne = (value: unknown) => value === null || typeof value === 'string'
    const names = (Object.keys(current) as (keyof SeriesFields)[]).filter(name => name !== 'translations')
    if (!names.every(name => isOne(parsed[name]))) return current
    // Translations have a page of their own.
    return { ...current, ...Object.fromEntries(names.map(name => [name, parsed[name]])) }
  } catch {
    return current
  }
}
