import { parseArgs } from 'node:util'
import { median, ms, type Row, table } from '../bench/row.ts'
import { openBrowser } from '../test/browser/browser.ts'
import { type Judged, judge } from './audit/lighthouse.ts'
import { measured, openSite } from './audit/open-site.ts'
import { lookers, looks, openness } from './audit/openness.ts'
import { takePictures } from './audit/pictures.ts'
import { largestPaint } from './audit/slowed.ts'
import { serveStatic } from './audit/static-page.ts'
import { weightOf } from './audit/weight.ts'

// `npm run audit [-- weight] [lighthouse] [axe]`: how heavy the first view of a programme is, how soon a slow phone
// shows it, and whether everybody can use every page in every language. `--as owner`, `--in ar,dark` and `--at readings` name a part of
// what axe looks at. `pictures` takes those in `docs/` anew.
const known = ['weight', 'lighthouse', 'axe', 'pictures']
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { as: { type: 'string' }, in: { type: 'string' }, at: { type: 'string' } },
})
const unknown = asked.filter(name => !known.includes(name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Known: ${known.join(', ')}.`)
  process.exit(1)
}
const wants = (name: string) => (asked.length === 0 && name !== 'pictures') || asked.includes(name)

const rows: Row[] = []
const browser = await openBrowser()
const { site, close } = await openSite()
try {
  if (wants('weight')) rows.push(...(await weigh()))
  if (wants('lighthouse')) rows.push(...(await time()))
  if (wants('axe')) rows.push(await open())
  if (wants('pictures')) console.error(`Taken: ${(await takePictures(browser, site)).join(', ')}.`)
} finally {
  await browser.close()
  await close()
}
if (rows.length > 0) console.log(table(rows))
// The browser of the tests stays open for the next of them, and keeps a process from ending by itself.
process.exit(rows.some(({ ok }) => ok === false) ? 1 : 0)

async function weigh(): Promise<Row[]> {
  const { bytes, wire, requests, strangers } = await weightOf(browser, site.url + measured)
  return [
    row('first view of 200 entries: page, styles, scripts, fonts', kilobytes(bytes), bytes / 1024, 60, ' KB'),
    {
      measure: '  with pictures and heads of answers',
      figure: kilobytes(wire),
      against: '',
      ratio: '',
      limit: '',
      ok: null,
    },
    row('  requests', String(requests), requests, 6),
    row('  of others', String(strangers.length), strangers.length, 0),
  ]
}

async function time(): Promise<Row[]> {
  const plain = await serveStatic(browser, site.url + measured)
  const ours: Judged[] = []
  const theirs: Judged[] = []
  const slowed: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
  try {
    for (let round = 0; round < 5; round++) {
      slowed.ours.push(await largestPaint(browser, site.url + measured))
      slowed.theirs.push(await largestPaint(browser, plain.url))
    }
    for (let round = 0; round < 3; round++) {
      ours.push(await judge(site.url + measured))
      theirs.push(await judge(plain.url))
    }
  } finally {
    plain.close()
  }
  for (const complaint of new Set(ours.flatMap(({ complaints }) => complaints))) console.error(complaint)
  const middle = (judged: Judged[], pick: (one: Judged) => number) => median(judged.map(pick))
  const lcp = { ours: middle(ours, ({ lcp }) => lcp), theirs: middle(theirs, ({ lcp }) => lcp) }
  const tbt = { ours: middle(ours, ({ tbt }) => tbt), theirs: middle(theirs, ({ tbt }) => tbt) }
  const scores = Object.keys(ours[0]!.scores).map(name => {
    const score = middle(ours, ({ scores }) => scores[name]!)
    const least = name === 'Performance' ? 98 : 100
    return {
      ...row(`Lighthouse: ${name}`, String(score), score, least),
      limit: `≥ ${least}`,
      ok: score >= least,
      ratio: '',
    }
  })
  const largest = lcp.ours / lcp.theirs
  const drawn = median(slowed.ours) / median(slowed.theirs)
  return [
    ...scores,
    {
      measure: 'largest contentful paint (slow 4G, slow phone)',
      figure: ms(lcp.ours),
      against: `a static page of the same words, ${ms(lcp.theirs)}`,
      ratio: largest.toFixed(2),
      limit: '≤ 1.15',
      ok: largest <= 1.15,
    },
    {
      measure: '  in a browser that is really slowed down',
      figure: ms(median(slowed.ours)),
      against: `the same, ${ms(median(slowed.theirs))}`,
      ratio: drawn.toFixed(2),
      limit: '≤ 1.15',
      ok: drawn <= 1.15,
    },
    {
      measure: 'total blocking time',
      figure: ms(tbt.ours),
      against: `the same, ${ms(tbt.theirs)}`,
      ratio: '',
      limit: '≤ that + 20 ms',
      ok: tbt.ours <= tbt.theirs + 20,
    },
  ]
}

async function open(): Promise<Row> {
  const part = {
    lookers: values.as?.split(',') ?? lookers,
    looks: values.in?.split(',') ?? looks,
    at: new RegExp(values.at ?? ''),
  }
  const { pages, faults } = await openness(browser, site, part)
  const where = part.looks.length < looks.length ? part.looks.join(', ') : 'in all languages and in the dark'
  return row(`what axe finds on ${pages} pages, ${where}`, String(faults.length), faults.length, 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}

function row(measure: string, figure: string, value: number, limit: number, unit = ''): Row {
  const ratio = limit > 0 ? (value / limit).toFixed(2) : ''
  return { measure, figure, against: '', ratio, limit: `≤ ${limit}${unit}`, ok: value <= limit }
}
