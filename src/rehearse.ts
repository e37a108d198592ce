import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Clock, realClock } from './clock.ts'
import { type Config, storeOf } from './config.ts'
import { failure } from './outside/failure.ts'
import type { Fetch } from './outside/fetch.ts'
import { isPublic } from './outside/vet-ip.ts'
import { openDemo } from './services/open-demo.ts'
import { openForDay } from './services/open-for-day.ts'
import { copyStore } from './storage/copy-store.ts'
import { hasBegun } from './storage/has-begun.ts'
import { openStore, type Store } from './storage/store.ts'
import { dayOf } from './time/days.ts'

/**
 * A copy of the site, or of the demo where there is none yet, in a folder that goes when the rehearsal ends. Whatever is
 * done in it, by people and by jobs, is done to the copy: what was rehearsed is never history.
 *
 * @throws Error in words for the host when there is no way to copy
 */
export async function openRehearsal(config: Config, clock: Clock): Promise<Store> {
  const where = storeOf(config)
  if (!('sqlite' in where)) throw new Error(notOfPostgres)
  await removeLeft(config.data)
  const folder = join(config.data, `${folderName}${process.pid}-${++opened}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'daylong.sqlite')
  const isDemo = !(await copyOwn(where.sqlite, file))
  if (isDemo) {
    const demo = await openDemo(config.data, realClock.now())
    await copyStore(demo, file).finally(() => demo.close())
  }
  const at = clock.now()
  const store = await openStore({ sqlite: file }, { at })
  // All days of the demo are over: those that are still to come by this clock are kept up again.
  if (isDemo) await openForDay(store, dayOf(at, '-12:00'), { by: 'demo', at })
  return {
    ...store,
    close: async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** @returns false where there is nothing of one's own */
async function copyOwn(from: string, to: string): Promise<boolean> {
  if (!existsSync(from)) return false
  const own = await openStore({ sqlite: from }, { readOnly: true, asItIs: true })
  try {
    if (!(await hasBegun(own.db))) return false
    await copyStore(own, to)
    return true
  } finally {
    await own.close()
  }
}

let opened = 0
const folderName = 'rehearsal-'

/** Copies of rehearsals that were ended by force. */
async function removeLeft(data: string): Promise<void> {
  for (const name of await readdir(data)) {
    const [, pid] = /^rehearsal-(\d+)-\d+$/.exec(name) ?? []
    if (pid && !isAlive(Number(pid))) await rm(join(data, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const notOfPostgres = `A rehearsal is of a copy, and a site in PostgreSQL is copied by a backup:

  daylong backup --out site.backup.gz
  daylong restore site.backup.gz --into ./rehearsal/daylong.sqlite
  DATABASE_URL= DAYLONG_DATA=./rehearsal daylong serve --clock …`

/**
 * A rehearsal tells nobody outside anything, and its hours that go by in seconds read no site hour by hour: of the
 * public internet it reads what somebody at the desk waits for. What is on this machine or network, and may be read at
 * all, is read as ever; but nothing is sent there either: a blog may well stand beside its site.
 *
 * @param whom who asks: somebody who waits, or work that is due
 */
export function rehearsing(fetch: Fetch, whom: 'person' | 'work'): Fetch {
  return async (address, options) => {
    const host = URL.parse(address)?.hostname.replace(/^\[|\]$/g, '') ?? ''
    const isNear = host === 'localhost' || (/^[\d.]+$|:/.test(host) && !isPublic(host))
    if (options?.send === undefined && (isNear || whom === 'person')) return fetch(address, options)
    return failure('stopped', `This is a rehearsal: ${host} is not asked.`)
  }
}
