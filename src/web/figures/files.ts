import { LRUCache } from 'lru-cache'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import { tellFigure } from '../../domain/chart/tell-figure.ts'
import { drawChart } from '../../outlet/chart/draw-chart.ts'
import type { Drawing } from '../../outlet/chart/drawing.ts'
import { writeSvg } from '../../outlet/chart/write-svg.ts'
import { figureCsv } from '../../outlet/figure-csv.ts'
import { findSeriesById } from '../../storage/series.ts'
import { dayOf, nextMidnight } from '../../time/days.ts'
import { sayDay } from '../../time/say-time.ts'
import { inertHeaders } from '../middleware/headers.ts'
import { countedFor } from '../middleware/pace.ts'
import { readReader } from '../middleware/reader.ts'
import { type FigureFile, paths } from '../paths.ts'
import { headerOf, type Parts, show, type Visit } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { chartAsShown } from '../ui/chart/figure-chart.tsx'
import { sayFigure } from '../ui/chart/say-figure.ts'
import { isolated } from '../ui/entry-words.ts'
import { versionOf } from '../ui/send.tsx'
import { type Showing, showingOf } from '../ui/showing.ts'
import { firstLanguage, loadWords } from '../words.ts'
import { type FigureRead, figuresVersion, readFigure } from './read-figure.ts'

/** So many may be drawn for one address within a minute; what is at hand costs nothing. */
const limiter = new RateLimiterMemory({ points: 20, duration: 60 })
const atHand = new LRUCache<string, Uint8Array>({
  maxSize: 3_000_000,
  sizeCalculation: ({ length }) => length,
})

/** A figure as a picture or a table, in the language that the address names, and nothing else of who asks; null: there is none. */
export async function sendFigureFile(c: Visit, parts: Parts): Promise<Response | null> {
  const { store, config } = parts
  const { series = null, file } = c.req.param() as { series?: string; file: string }
  const dot = file.lastIndexOf('.')
  const [name, form] = [file.slice(0, dot), file.slice(dot + 1) as FigureFile]
  const slug = series === null ? name : `${series}/${name}`
  const showing = await showingFor(c, parts, c.req.query('lang'))
  const state = await figuresVersion(store, series, showing)
  const asked = c.req.query('with')
  const read = await readFigure(store, slug, asked, showing, config.baseUrl)
  if (!read) return null
  if (form === 'png') return sendPng(c, parts, slug, read, showing, state)
  const text =
    form === 'csv' ? figureCsv([read.figure, ...read.compared]) : await svgOf(parts, slug, read, showing)
  if (text === null) return null
  return show(
    c,
    parts,
    {
      html: text,
      headers: {
        'content-type':
          form === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'image/svg+xml; charset=utf-8',
        'content-disposition': `${form === 'csv' ? 'attachment' : 'inline'}; filename="${name}.${form}"`,
      },
      styles: [],
      until: nextMidnight(showing.now, 'UTC'),
      version: state,
      currentVersion: () => figuresVersion(store, series, showing),
    },
    { mayKeep: asked === undefined && c.req.query('at') === undefined },
  )
}

async function svgOf(parts: Parts, slug: string, read: FigureRead, showing: Showing): Promise<string | null> {
  const drawing = await drawn(parts, slug, read, showing)
  return drawing && writeSvg(drawing, { title: read.figure.name, language: showing.language })
}

async function sendPng(
  c: Visit,
  parts: Parts,
  slug: string,
  read: FigureRead,
  showing: Showing,
  state: string,
): Promise<Response | null> {
  const drawing = await drawn(parts, slug, read, showing)
  if (!drawing) return null
  const key = versionOf([drawing, state])
  const etag = `"${key}"`
  const headers = { ...inertHeaders, etag, 'cache-control': 'public, max-age=300' }
  if (headerOf(c, 'if-none-match') === etag) return c.body(null, 304, headers)
  let bytes = atHand.get(key)
  if (!bytes) {
    if (showing.language !== firstLanguage) {
      const plain = await showingFor(c, parts, firstLanguage)
      const told = await readFigure(parts.store, slug, c.req.query('with'), plain, parts.config.baseUrl)
      drawing.otherwise = told && (await drawn(parts, slug, told, plain))
    }
    const who = countedFor(c)
    const isTooMuch = who !== null && (await limiter.get(who))?.remainingPoints === 0
    if (who !== null && !isTooMuch) await limiter.penalty(who)
    const png = isTooMuch ? null : await (await parts.draws()).draw(drawing)
    if (!png) return c.body(null, 503, { 'retry-after': '60', 'cache-control': 'no-store' })
    atHand.set(key, (bytes = png))
  }
  return c.body(new Uint8Array(bytes), 200, {
    ...headers,
    'content-type': 'image/png',
    'content-length': String(bytes.length),
  })
}

async function drawn(
  { store, config }: Parts,
  slug: string,
  { figure, compared }: FigureRead,
  showing: Showing,
): Promise<Drawing | null> {
  const { say, locale, dir, now } = showing
  const chart = chartAsShown(figure, compared, showing)
  const [line] = chart.lines
  const today = dayOf(now, 'UTC')
  const series = figure.seriesId ? await findSeriesById(store.db, figure.seriesId) : null
  const number = new Intl.NumberFormat(locale)
  const digits = new Intl.NumberFormat(locale, { useGrouping: false })
  const sources = figure.sources.map(({ name, rank }) =>
    rank === 'secondary' ? `${name} (${say('figure.secondary')})` : name,
  )
  return drawChart(
    chart,
    {
      dir,
      title: figure.name,
      says: sayFigure(figure, tellFigure(figure, compared, line!, today), showing).join(' '),
      foot: [
        ...(sources.length ? [`${say('figure.source')} ${sources.map(isolated).join(' · ')}`] : []),
        `${siteOf(config.baseUrl)}${paths.figure(slug)} · ${isolated(sayDay(today, 'dates', locale))}`,
      ],
      otherwise: say('figure.otherwise'),
      number: value => number.format(value),
      year: year => digits.format(year),
    },
    series?.accent ?? null,
  )
}

async function showingFor(c: Visit, parts: Parts, lang: string | undefined): Promise<Showing> {
  const query = new URLSearchParams()
  if (lang !== undefined) query.set('lang', lang)
  const at = c.req.query('at')
  if (at !== undefined) query.set('at', at)
  const showing = showingOf(
    readReader({ query, cookie: undefined, acceptLanguage: undefined }, parts.now()),
    'UTC',
  )
  await loadWords(showing.language)
  return showingOf(readReader({ query, cookie: undefined, acceptLanguage: undefined }, parts.now()), 'UTC')
}
