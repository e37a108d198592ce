import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importProgramme } from '../src/services/import-programme.ts'
import { findEdition } from '../src/storage/editions.ts'
import { openStore } from '../src/storage/store.ts'
import { signedIn } from '../test/signed-in.ts'
import { median, ms, type Row } from './row.ts'
import { asLine, sampleEvents } from './sample.ts'
import { firstAnswer, type Running, startScript, startSite, storeFile, usageOf } from './site.ts'

const readers = 5000
const rounds = 15
const path = '/bench/2020'
/** As long as what the site sends of one change. */
const bare =
  'id: 123\nevent: change\ndata: {"revision":123,"at":1608282001000,"entries":["of-women-and-the-sea"],"told":1,"spread":5000}\n\n'

/**
 * One change to thousands who read along, until the last of them has it: cancelled by a form at the desk of the built
 * server, against the same bytes posted to a bare server and sent to as many; and what one reader takes of memory.
 */
export async function fanOut(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-bench-'))
  const running: Running[] = []
  const listening: ChildProcess[] = []
  try {
    await fill(folder)
    const settings = { DAYLONG_LIVE_READERS: String(readers), DAYLONG_LIVE_READERS_EACH: String(readers) }
    const site = await startSite(folder, settings)
    running.push(site)
    await (await firstAnswer(site, path)).text()
    const change = await changing(folder, site)
    const plain = await startScript('bare-events.ts')
    running.push(plain)
    await (await firstPost(plain)).text()
    for (let turn = 0; turn < 6; turn++) await change()

    const inSite = await open(site, `${site.url}${path}/live`, listening)
    const inPlain = await open(plain, plain.url, listening)
    const times: { site: Told; plain: Told }[] = []
    for (let round = 0; round < rounds; round++) {
      const acts = {
        site: () => timed(inSite.child, change),
        plain: () => timed(inPlain.child, () => fetch(plain.url, { method: 'POST', body: bare })),
      }
      const told = round % 2 ? { plain: await acts.plain(), site: await acts.site() } : null
      times.push(told ?? { site: await acts.site(), plain: await acts.plain() })
    }
    return [...rowsOf(times), memoryRow(inSite.bytes, inPlain.bytes)]
  } finally {
    for (const child of listening) child.kill()
    for (const each of running) await each.stop()
    rmSync(folder, { recursive: true })
  }
}

/** `all`: until the last has it; `sending`: from the first who has it to the last. */
type Told = { all: number; sending: number; lost: number }

function rowsOf(times: { site: Told; plain: Told }[]): Row[] {
  const measured = times.slice(2)
  const lost = measured.at(-1)!.site.lost + measured.at(-1)!.plain.lost
  if (lost > 0) throw new Error(`${lost} connections were lost.`)
  return (['all', 'sending'] as const).map(part => {
    const of = (name: 'site' | 'plain') => median(measured.map(round => round[name][part]))
    const ratio = median(measured.map(({ site, plain }) => site[part] / plain[part]))
    const isAll = part === 'all'
    return {
      measure: isAll
        ? '1 change to 5,000 readers, until the last has it'
        : '  from the first who has it to the last',
      figure: ms(of('site')),
      against: `node:http ${ms(of('plain'))}`,
      ratio: ratio.toFixed(2),
      limit: isAll ? '≤ 1.3' : '',
      ok: isAll ? ratio <= 1.3 : null,
    }
  })
}

function memoryRow(site: number, plain: number): Row {
  const over = (site - plain) / 1024
  return {
    measure: 'memory of one open reader',
    figure: `${(site / 1024).toFixed(1)} KB`,
    against: `node:http ${(plain / 1024).toFixed(1)} KB`,
    ratio: `${over.toFixed(1)} KB over`,
    limit: '≤ 20 KB over',
    ok: over <= 20,
  }
}

async function fill(folder: string): Promise<void> {
  const store = await openStore({ sqlite: join(folder, storeFile) })
  const where = { series: 'bench', edition: '2020', date: '2020-12-18', zone: 'UTC', publish: true }
  const told = { ...where, file: '200.jsonl', at: Date.UTC(2020, 11, 1) }
  await importProgramme(store, sampleEvents(200, 1).map(asLine), told)
  await store.close()
}

/** Somebody who is signed in cancels an event and has it take place after all, in turns, by the form of the desk. */
async function changing(folder: string, site: Running): Promise<() => Promise<Response>> {
  const store = await openStore({ sqlite: join(folder, storeFile) })
  const baseUrl = `http://localhost:${new URL(site.url).port}`
  const { headers } = await signedIn({ store, clock: { now: Date.now() }, baseUrl }, 'owner')
  const edition = (await findEdition(store.db, 'bench', '2020'))!
  const { id } = await store.db
    .selectFrom('entries')
    .where('edition_id', '=', edition.id)
    .select('id')
    .executeTakeFirstOrThrow()
  await store.close()
  let isCancelled = false
  return async () => {
    isCancelled = !isCancelled
    const body = new URLSearchParams({ status: isCancelled ? 'cancelled' : 'scheduled' })
    const answer = await fetch(`${site.url}/desk/entries/${id}/status`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    })
    if (answer.status !== 303) throw new Error(`The desk answered with ${answer.status}.`)
    return answer
  }
}

async function firstPost(plain: Running): Promise<Response> {
  for (;;) {
    const answer = await fetch(plain.url, { method: 'POST', body: '' }).catch(() => null)
    if (answer) return answer
    await pause(10)
  }
}

/** All who listen, and how many bytes each of them took of the server. */
async function open(
  server: Running,
  address: string,
  listening: ChildProcess[],
): Promise<{ child: ChildProcess; bytes: number }> {
  await pause(1000)
  const before = usageOf(server.pid)?.resident ?? Number.NaN
  const script = fileURLToPath(new URL('listeners.ts', import.meta.url))
  const child = fork(script, [address, String(readers)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  listening.push(child)
  await once(child, 'message')
  await pause(3000)
  return { child, bytes: ((usageOf(server.pid)?.resident ?? Number.NaN) - before) / readers }
}

async function timed(child: ChildProcess, act: () => Promise<unknown>): Promise<Told> {
  const heard = once(child, 'message')
  const from = performance.timeOrigin + performance.now()
  await act()
  const [{ first, last, lost }] = (await heard) as [{ first: number; last: number; lost: number }]
  await pause(200)
  return { all: last - from, sending: last - first, lost }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
