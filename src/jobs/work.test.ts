import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createEffects } from '../../test/create-effects.ts'
import { effectsOf, leaveEffect, queueEffects, quiet, readEffects } from '../../test/effects.ts'
import { closing, stores } from '../../test/stores.ts'
import { hour, jobs, numbers, rule, soon, untilAll, working } from '../../test/working.ts'
import { keepRecurring } from '../services/keep-recurring.ts'
import { queueRecurring } from '../services/queue-recurring.ts'
import { queueJob } from '../storage/jobs.ts'
import { listRecurringJobs } from '../storage/recurring-jobs.ts'
import { openStore, type Store } from '../storage/store.ts'
import { startWork } from './work.ts'

afterEach(() => vi.restoreAllMocks())

describe.each(stores)('work in $name', ({ name, empty, address }) => {
  test('is done when it is due, and not before', async () => {
    const store = await empty()
    await createEffects(store)
    const clock = { now: Date.parse('2020-12-18T12:00Z') }
    working(store, effectsOf('one'), { clock })
    await queueEffects(store, ['now'], clock.now)
    await queueEffects(store, ['later'], clock.now + hour)
    await soon(async () => expect((await readEffects(store)).map(({ what }) => what)).toEqual(['now']))
    await soon(async () => expect((await jobs(store)).map(({ state }) => state)).toEqual(['done', 'waiting']))
    clock.now += hour
    await untilAll(store, 'done')
    expect((await readEffects(store)).map(({ what }) => what)).toEqual(['later', 'now'])
    const [first] = await jobs(store)
    expect(first).toMatchObject({ attempts: 1, ended_at: clock.now - hour, leased_until: null, error: null })
  })

  test('is shared by two workers, and each job is done once', async () => {
    const where = await address()
    const store = closing(await openStore(where))
    await createEffects(store)
    await queueEffects(store, numbers, Date.now())
    const second = closing(await openStore(where))
    working(store, effectsOf('one'))
    working(second, effectsOf('two'))
    await untilAll(store, 'done')
    const effects = await readEffects(store)
    expect(effects.map(({ what }) => what)).toEqual(numbers)
    expect(new Set(effects.map(({ who }) => who))).toEqual(new Set(['one', 'two']))
  })

  test('is shared by two processes, and each job is done once', { timeout: 60_000 }, async () => {
    const where = await address()
    const store = closing(await openStore(where))
    await createEffects(store)
    const workers = await Promise.all([workElsewhere(where, 'one'), workElsewhere(where, 'two')])
    await queueEffects(store, numbers, Date.now())
    await untilAll(store, 'done')
    const effects = await readEffects(store)
    expect(effects.map(({ what }) => what)).toEqual(numbers)
    expect(new Set(effects.map(({ who }) => who))).toEqual(new Set(['one', 'two']))
    for (const worker of workers) expect(await ended(worker, 'SIGTERM')).toBe(0)
  })

  test('of a process that is killed is done later, once', { timeout: 60_000 }, async () => {
    const where = await address()
    const store = closing(await openStore(where))
    await createEffects(store)
    const killed = await workElsewhere(where, 'killed', 'hang')
    await queueEffects(store, ['a'], Date.now())
    await heard(killed, 'begun')
    await ended(killed, 'SIGKILL')
    const [lost] = await jobs(store)
    expect(lost).toMatchObject({ state: 'running', attempts: 1 })

    const clock = { now: lost!.leased_until! - 1 }
    working(store, effectsOf('next'), { clock })
    await queueEffects(store, ['b'], clock.now)
    await soon(async () => expect(await readEffects(store)).toEqual([{ what: 'b', who: 'next' }]))
    clock.now += 1
    await untilAll(store, 'done')
    expect(await readEffects(store)).toEqual([
      { what: 'a', who: 'next' },
      { what: 'b', who: 'next' },
    ])
  })

  test('that ends its process each time is kept as failed after its last attempt', async () => {
    const store = await empty()
    await createEffects(store)
    await queueEffects(store, ['a'], 0)
    const lost = { state: 'running', worker: 'gone', attempts: rule.attempts, leased_until: 1 } as const
    await store.db.updateTable('jobs').set(lost).execute()
    working(store, effectsOf('next'))
    await untilAll(store, 'failed')
    expect(await readEffects(store)).toEqual([])
    expect((await jobs(store))[0]!.error).toBe('{"code":"worker-lost","values":{}}')
  })

  test('survives a clock that jumps back and forth while it runs', async () => {
    const store = await empty()
    await createEffects(store)
    const clock = { now: Date.parse('2020-12-18T12:00Z') }
    const gates = new Map<string, () => void>()
    const begun: string[] = []
    working(
      store,
      {
        'send-mail': async (store, { mail }) => {
          begun.push(mail)
          await new Promise<void>(open => gates.set(mail, open))
          await leaveEffect(store, mail, 'one')
        },
      },
      { clock },
    )
    await queueEffects(store, ['a'], clock.now)
    await soon(() => expect(begun).toEqual(['a']))
    clock.now += hour
    await queueEffects(store, ['b'], clock.now)
    await soon(() => expect(begun).toEqual(['a', 'b']))
    clock.now -= 2 * hour
    gates.get('a')!()
    gates.get('b')!()
    await untilAll(store, 'done')
    await queueEffects(store, ['c'], clock.now)
    await soon(() => expect(begun).toEqual(['a', 'b', 'c']))
    gates.get('c')!()
    await untilAll(store, 'done')
    expect((await readEffects(store)).map(({ what }) => what)).toEqual(['a', 'b', 'c'])
  })

  test('of a kind that nobody here knows waits for those who do', async () => {
    const store = await empty()
    await createEffects(store)
    await queueJob(store.db, { kind: 'of-tomorrow' as never, data: null as never, dueAt: 1 })
    await queueEffects(store, ['a'], 2)
    working(store, effectsOf('one'))
    await soon(async () => expect((await readEffects(store)).map(({ what }) => what)).toEqual(['a']))
    await soon(async () =>
      expect((await jobs(store)).map(({ kind, state }) => [kind, state])).toEqual([
        ['of-tomorrow', 'waiting'],
        ['send-mail', 'done'],
      ]),
    )
  })

  test('of one kind is not done by more at once than its rule says', async () => {
    const store = await empty()
    let [now, most] = [0, 0]
    working(
      store,
      {
        'send-mail': async () => {
          most = Math.max(most, ++now)
          await new Promise(resolve => setTimeout(resolve, 5))
          now--
        },
      },
      { rule: { atOnce: 2 } },
    )
    await queueEffects(store, numbers.slice(0, 20), 1)
    await untilAll(store, 'done')
    expect(most).toBe(2)
  })

  test('of one key is never done twice at once: the next waits for the one that runs', async () => {
    const store = await empty()
    const gates: (() => void)[] = []
    const told: string[] = []
    working(store, {
      'send-mail': async (_, { mail }) => {
        told.push(mail)
        await new Promise<void>(open => gates.push(open))
      },
    })
    const queue = (mail: string) =>
      queueJob(store.db, { kind: 'send-mail', key: 'k', data: { mail }, dueAt: 1 })
    await queue('first')
    await soon(() => expect(told).toEqual(['first']))
    await queue('second')
    await queue('third')
    await queueJob(store.db, { kind: 'send-mail', key: 'other', data: { mail: 'other' }, dueAt: 2 })
    await soon(() => expect(told).toEqual(['first', 'other']))
    gates[0]!()
    await soon(() => expect(told).toEqual(['first', 'other', 'third']))
    for (const open of gates) open()
    await untilAll(store, 'done')
    expect(await jobs(store)).toHaveLength(3)
  })

  test('that runs when the process is to stop may end; what goes on is given back', async () => {
    const store = await empty()
    await createEffects(store)
    const clock = { now: Date.parse('2020-12-18T12:00Z') }
    const signals = new Map<string, AbortSignal>()
    const gates = new Map<string, () => void>()
    const work = working(
      store,
      {
        'send-mail': async (store, { mail }, { signal }) => {
          signals.set(mail, signal)
          await new Promise<void>(open => gates.set(mail, open))
          await leaveEffect(store, mail, 'one')
        },
      },
      { clock, patience: 2000 },
    )
    await queueEffects(store, ['quick'], clock.now - 1)
    await queueEffects(store, ['slow'], clock.now)
    await soon(() => expect([...gates.keys()].sort()).toEqual(['quick', 'slow']))
    const stopped = work.stop()
    gates.get('quick')!()
    await stopped
    expect(await jobs(store)).toMatchObject([
      { state: 'done', attempts: 1 },
      { state: 'waiting', attempts: 0, due_at: clock.now, worker: null, leased_until: null, error: null },
    ])
    expect(signals.get('slow')!.aborted).toBe(true)
    await queueEffects(store, ['after'], clock.now)
    // Whoever comes next finds all that is left: the one that was stopped takes nothing any more.
    working(store, effectsOf('two'), { clock })
    await untilAll(store, 'done')
    expect(await readEffects(store)).toEqual([
      { what: 'after', who: 'two' },
      { what: 'quick', who: 'one' },
      { what: 'slow', who: 'two' },
    ])
  })

  test('comes back by its rule, once however often it was missed', async () => {
    const store = await empty()
    await createEffects(store)
    const clock = { now: Date.parse('2020-12-18T12:00Z') }
    const daily = {
      name: 'tidy',
      kind: 'send-mail',
      data: { mail: 'tidy' },
      rule: { every: 'day', at: '03:00' },
      zone: 'Europe/Paris',
    } as const
    await keepRecurring(store, daily, clock.now)
    await keepRecurring(store, { ...daily, zone: 'Asia/Manila' }, clock.now)
    const next = Date.parse('2020-12-19T02:00Z')
    expect(await listRecurringJobs(store.db)).toEqual([{ ...daily, nextAt: next, lastAt: null }])
    working(store, effectsOf('one'), { clock })
    clock.now = next + 5 * 24 * hour
    await soon(async () => expect(await jobs(store)).toMatchObject([{ state: 'done', key: 'tidy' }]))
    expect(await readEffects(store)).toHaveLength(1)
    const moved = { ...daily, nextAt: next + 6 * 24 * hour, lastAt: clock.now }
    expect(await listRecurringJobs(store.db)).toEqual([moved])

    // A clock that was years ahead for a moment does not put it off for years.
    await store.db
      .updateTable('recurring_jobs')
      .set({ next_at: next + 9000 * 24 * hour })
      .execute()
    working(store, effectsOf('two'), { clock })
    await soon(async () => expect(await listRecurringJobs(store.db)).toEqual([moved]))
  })

  test('that comes back is queued once by all who look at the same moment', async () => {
    const where = await address()
    const workers = [closing(await openStore(where)), closing(await openStore(where))]
    const [store] = workers as [Store, Store]
    const rule = { every: 'minutes', count: 5 } as const
    const told = { name: 'tidy', kind: 'clean-up', data: null, rule, zone: 'UTC' } as const
    await keepRecurring(store, told, 0)
    await Promise.all([...workers, ...workers].map(store => queueRecurring(store, 300_000)))
    expect(await jobs(store)).toHaveLength(1)
    expect(await listRecurringJobs(store.db)).toEqual([{ ...told, nextAt: 600_000, lastAt: 300_000 }])
  })

  test.runIf(name === 'PostgreSQL')('goes on when the database has dropped every connection', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const where = await address()
    const [store, other] = [closing(await openStore(where)), closing(await openStore(where))]
    await createEffects(store)
    working(store, effectsOf('one'))
    await queueEffects(store, ['a'], 1)
    await untilAll(other, 'done')
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(other.db)
    await queueEffects(other, ['b'], 2)
    await untilAll(other, 'done')
    expect((await readEffects(other)).map(({ what }) => what)).toEqual(['a', 'b'])
  })

  test.runIf(name === 'PostgreSQL')(
    'is found as soon as a long transaction that queued it ends',
    async () => {
      const store = await empty()
      await createEffects(store)
      const work = startWork({
        store,
        handlers: effectsOf('one'),
        parts: { ...quiet, now: Date.now },
        times: { lookEvery: 60_000 },
      })
      onTestFinished(work.stop)
      await store.db.transaction().execute(async db => {
        await queueJob(db, { kind: 'send-mail', data: { mail: 'a' }, dueAt: 1 })
        await new Promise(resolve => setTimeout(resolve, 20))
      })
      await soon(async () => expect(await readEffects(store)).toHaveLength(1))
    },
  )
})

async function workElsewhere(where: object, ...words: string[]): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../../test/work-elsewhere.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(where), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await heard(child, 'ready')
  return child
}

async function heard(child: ChildProcess, word: string): Promise<void> {
  let said = ''
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false }))
    if ((said += chunk).includes(`${word}\n`)) return
  throw new Error(`“${word}” was expected, and came: ${said}`)
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit')
  child.kill(signal)
  const [code] = await exit
  return code
}
