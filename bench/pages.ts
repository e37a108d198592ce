import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from './load.ts'
import { inTurns, median, megabytes, ms, type Row } from './row.ts'
import { fillFolder, firstAnswer, type Running, startScript, startSite, usageOf } from './site.ts'

const page = '/bench/200'
const asked = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'en' }

/** Programme pages from the built server: from its cache against bare servers, and rendered anew. */
export async function pages(): Promise<Row[]> {
  const { folder, remove } = await fillFolder()
  const site = await startSite(folder)
  try {
    await (await firstAnswer(site, page)).text()
    return [...(await cached(site)), ...(await anew(site)), ...memory(site)]
  } finally {
    await site.stop()
    remove()
  }
}

async function cached(site: Running): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-bench-'))
  const file = join(folder, 'answer.json')
  const answer = await rawAnswer(site)
  writeFileSync(file, JSON.stringify(answer))
  const hono = await startScript('bare-server.ts', 'hono', file)
  const node = await startScript('bare-server.ts', 'node', file)
  try {
    for (const each of [hono, node]) await (await firstAnswer(each, page)).arrayBuffer()
    const servers = { site, hono, node }
    const kilobytes = (Buffer.from(answer.body, 'base64').length / 1024).toFixed(1)
    return [
      ...(await compared(`page of 200 entries from cache (${kilobytes} KB)`, servers, asked, 200)),
      ...(await compared(
        'the same, not modified',
        servers,
        { ...asked, 'if-none-match': answer.headers.etag! },
        304,
      )),
    ]
  } finally {
    await hono.stop()
    await node.stop()
    rmSync(folder, { recursive: true })
  }
}

type Servers = Record<'site' | 'hono' | 'node', Running>

/** Requests in turns to all three; the processor's time for one answer is what the load generator cannot blur. */
async function compared(
  measure: string,
  servers: Servers,
  headers: Record<string, string>,
  status: number,
): Promise<Row[]> {
  const processor: Record<keyof Servers, number[]> = { site: [], hono: [], node: [] }
  const fire = (name: keyof Servers) => async () => {
    const before = usageOf(servers[name].pid)?.processor ?? Number.NaN
    const { answered, perSecond } = await load(servers[name].url + page, headers, { status, seconds: 0.6 })
    processor[name].push(((usageOf(servers[name].pid)?.processor ?? Number.NaN) - before) / answered)
    return perSecond
  }
  const things = { site: fire('site'), hono: fire('hono'), node: fire('node') }
  await inTurns(things, 1)
  for (const times of Object.values(processor)) times.length = 0
  const rounds = await inTurns(things, 21)
  const perSecond = (name: keyof Servers) =>
    `${Math.round(median(rounds.map(round => round[name]))).toLocaleString('en')}/s`
  const ratioTo = (name: keyof Servers) => median(rounds.map(round => round.site / round[name]))
  const cost = (name: keyof Servers) => `${(median(processor[name]) * 1000).toFixed(0)} µs`
  const figure = `${perSecond('site')}, ${cost('site')} each`
  return [
    {
      measure,
      figure,
      against: `bare Hono ${perSecond('hono')}, ${cost('hono')}`,
      ratio: ratioTo('hono').toFixed(2),
      limit: '≥ 0.85',
      ok: ratioTo('hono') >= 0.85,
    },
    {
      measure: '  beside it',
      figure,
      against: `node:http ${perSecond('node')}, ${cost('node')}`,
      ratio: ratioTo('node').toFixed(2),
      limit: '',
      ok: null,
    },
  ]
}

/** Each time as of another moment, which no cache has; compressing it is part of it. */
async function anew(site: Running): Promise<Row[]> {
  const from = Date.UTC(2020, 11, 17, 18)
  let asked = 0
  const render = (size: number) => async () => {
    const moment = new Date(from + asked++ * 61_000).toISOString()
    const began = performance.now()
    const { body } = await ask(`${site.url}/bench/${size}?at=${moment}`)
    if (body.length < 5000) throw new Error(`The page of ${size} entries has ${body.length} bytes.`)
    return performance.now() - began
  }
  const things = { small: render(200), middle: render(500), large: render(5000) }
  for (let round = 0; round < 40; round++) await things.small()
  const before = usageOf(site.pid)?.processor ?? Number.NaN
  const times: number[] = []
  while (times.length < 100) times.push(await things.small())
  const small = median(times)
  const processor = ((usageOf(site.pid)?.processor ?? Number.NaN) - before) / times.length
  await inTurns(things, 3)
  const rounds = await inTurns(things, 9)
  const middle = median(rounds.map(round => round.middle))
  const large = median(rounds.map(round => round.large))
  const growth = large / middle
  return [
    {
      measure: 'page of 200 entries rendered anew',
      figure: `${ms(small)}, at best ${ms(Math.min(...times))}`,
      against: `${ms(processor)} of processor`,
      ratio: (small / 15).toFixed(2),
      limit: '≤ 15 ms',
      ok: small <= 15,
    },
    {
      measure: 'page of 5,000 entries rendered anew',
      figure: ms(large),
      against: `of 500 ${ms(middle)}`,
      ratio: growth.toFixed(1),
      limit: '≤ 12',
      ok: growth <= 12,
    },
  ]
}

function memory(site: Running): Row[] {
  const usage = usageOf(site.pid)
  if (usage === null) return []
  const figure = `${megabytes(usage.resident)}, at most ${megabytes(usage.peak)}`
  return [
    { measure: 'resident memory after all of this', figure, against: '', ratio: '', limit: '', ok: null },
  ]
}

/** The page as it goes over the wire, for the bare servers to send. */
async function rawAnswer(site: Running) {
  const { headers, body } = await ask(site.url + page)
  if (!headers.etag) throw new Error('The page has no ETag: it does not come from the cache.')
  const { headers: notModified } = await ask(site.url + page, { 'if-none-match': headers.etag })
  return { headers, notModified, body: body.toString('base64') }
}

/** Headers that the server makes itself for every answer. */
const ownHeaders = ['date', 'connection', 'keep-alive', 'transfer-encoding']

async function ask(
  url: string,
  more: Record<string, string> = {},
): Promise<{ headers: Record<string, string>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { ...asked, ...more } }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode !== 200 && response.statusCode !== 304)
          return reject(new Error(`${url} was answered with ${response.statusCode}`))
        const headers = Object.entries(response.headers).filter(([name]) => !ownHeaders.includes(name))
        resolve({
          headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks),
        })
      })
    })
    request.on('error', reject)
  })
}
