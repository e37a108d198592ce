import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUIDv7 } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { addEntries } from '../src/services/add-entries.ts'
import { changeEntries } from '../src/services/change-entries.ts'
import { startTelling } from '../src/services/notices/start-telling.ts'
import { insertRows } from '../src/storage/insert-rows.ts'
import { queueJob } from '../src/storage/jobs.ts'
import type { Store } from '../src/storage/store.ts'
import { anEdition, content } from './entries.ts'
import { openMailServer } from './mail-server.ts'

/** What came of it: figures, and whatever is not as it should be. */
export type Told = {
  /** How many mails were wanted, came, and how many processes were killed. */
  wanted: number
  taken: number
  kills: number
  /** Wanted and never come; come and never wanted. */
  missing: number
  strange: number
  /** Come again: after a kill between the server's word and our writing it down, and at any other time. */
  twiceInWindow: number
  twiceElse: number
  /** As the store has them. */
  states: Record<string, number>
  seconds: number
}

const patience = 1_800_000

const worker = join(import.meta.dirname, 'tell-kept.ts')

/**
 * Has readers told what they wait for, by several processes of which one after the other is killed, over a real mail
 * server. Half of the readers wait for something that begins, half for something that was moved.
 *
 * @param where of the store; dice: from 0 to 1
 */
export async function tellUnderKills(
  store: Store,
  where: object,
  given: { count: number; workers: number; everyMs: number; dice: () => number },
): Promise<Told> {
  const { count, workers, everyMs, dice } = given
  const wanted = await prepare(store, count)
  const server = await openMailServer()
  const alive: ChildProcess[] = []
  const begin = () => {
    const words = [worker, JSON.stringify(where), String(server.port)]
    const { DATABASE_URL: _, ...env } = process.env
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout!.resume()
    alive.push(child)
  }
  for (let each = 0; each < workers; each++) begin()
  const began = performance.now()
  let kills = 0
  let lastKill = began
  try {
    while (!(await isDone(store, count))) {
      if (performance.now() - began > patience) throw new Error('It takes more than half an hour.')
      // Where workers hold the store for long, the next round asks again.
      await queueJob(store.db, {
        kind: 'make-notices',
        key: 'make-notices',
        data: null,
        dueAt: Date.now(),
      }).catch(() => null)
      await new Promise(resolve => setTimeout(resolve, everyMs * (0.5 + dice())))
      // None is killed before anything was sent: that would be no kill.
      if (server.taken.length === 0 || performance.now() - lastKill < everyMs / 2) continue
      const [victim] = alive.splice(Math.floor(dice() * alive.length), 1)
      victim!.kill('SIGKILL')
      kills++
      lastKill = performance.now()
      begin()
    }
    const seconds = Math.round((performance.now() - began) / 1000)
    for (const child of alive) child.kill('SIGTERM')
    await Promise.all(alive.map(child => (child.exitCode === null ? once(child, 'exit') : null)))
    return { ...compare(server.taken, wanted), kills, seconds, states: await statesOf(store) }
  } finally {
    for (const child of alive) child.kill('SIGKILL')
    await server.close()
  }
}

/** Readers and what they wait for. @returns the mails they are to get, by address and beginning of the subject */
async function prepare(store: Store, count: number): Promise<Map<string, string>> {
  const now = Date.now()
  const edition = await anEdition(store)
  const soon = new Date(now + 12 * 60_000).toISOString().slice(0, 19)
  const later = new Date(now + 40 * 86_400_000).toISOString().slice(0, 19)
  const told = [soon, later].map((start, index) => ({
    content: content({ title: `Event ${index}`, start: `${start}Z[UTC]` }),
    state: 'published' as const,
  }))
  const { entries } = await addEntries(store, edition.id, told, { by: 'Anna', at: now - 3_600_000 })
  const [begins, moved] = entries.map(({ id }) => id) as [string, string]
  const readers = Array.from({ length: count }, (_, index) => ({
    id: randomUUIDv7(),
    address: `reader-${index}@example.org`,
  }))
  const at = now - 1_800_000
  await store.db.transaction().execute(async db => {
    await insertRows(
      db,
      'subscribers',
      readers.map(({ id, address }) => ({
        id,
        channel: 'mail' as const,
        address,
        address_key: `mail ${address}`,
        keys: null,
        language: 'en',
        zone: 'UTC',
        awake: '0-24',
        digest_hour: 7,
        state: 'confirmed' as const,
        asks: 1,
        asked_at: at,
        bounces: 0,
        bounced_at: null,
        made_at: at,
      })),
    )
    await insertRows(
      db,
      'subscriptions',
      readers.map(({ id }, index) => ({
        id: randomUUIDv7(),
        subscriber_id: id,
        what: 'entry',
        target: index % 2 ? moved : begins,
        wants: index % 2 ? 'changes' : 'starts',
        asked_at: at,
        confirmed_at: at,
        next_at: null,
        last_at: null,
      })),
    )
    await startTelling(db, readers[0]!.id, at)
  })
  const act = { by: 'Anna', at: now - 900_000, name: 'edit' }
  await changeEntries(
    store,
    edition.id,
    [moved],
    was => ({ ...was, time: { ...was.time, start: later.replace(/T.*/, 'T03:00:00') } }),
    act,
  )
  return new Map(readers.map(({ address }, index) => [address, index % 2 ? 'Time changed' : 'Begins at']))
}

async function isDone(store: Store, count: number): Promise<boolean> {
  const states = await statesOf(store)
  return (states.waiting ?? 0) === 0 && Object.values(states).reduce((sum, each) => sum + each, 0) >= count
}

async function statesOf({ db }: Store): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('notices')
    .groupBy('state')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

type Taken = Awaited<ReturnType<typeof openMailServer>>['taken']

function compare(taken: Taken, wanted: Map<string, string>): Omit<Told, 'kills' | 'seconds' | 'states'> {
  const lastOf = new Map(taken.map(({ session, messageId }) => [session, messageId]))
  const known = new Map<string, Taken[number]>()
  let [strange, twiceInWindow, twiceElse] = [0, 0, 0]
  for (const mail of taken) {
    const subject = /^Subject: (.*)$/m.exec(mail.source)?.[1] ?? ''
    const isWanted = wanted.has(mail.to) && subject.startsWith(wanted.get(mail.to)!)
    const before = known.get(mail.to)
    known.set(mail.to, mail)
    if (!isWanted) strange++
    if (!before) continue
    // What follows on a connection is sent after what came before it was written down: only its last mail can be lost.
    const isInWindow = before.messageId === mail.messageId && lastOf.get(before.session) === before.messageId
    if (isInWindow) twiceInWindow++
    else twiceElse++
  }
  const missing = [...wanted.keys()].filter(address => !known.has(address)).length
  return { wanted: wanted.size, taken: taken.length, missing, strange, twiceInWindow, twiceElse }
}
