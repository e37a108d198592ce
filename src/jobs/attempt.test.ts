import { afterEach, describe, expect, test, vi } from 'vitest'
import { queueEffects } from '../../test/effects.ts'
import { stores } from '../../test/stores.ts'
import { hour, jobs, soon, untilAll, working } from '../../test/working.ts'
import { Setback } from '../domain/setback.ts'
import { queueJob } from '../storage/jobs.ts'
import type { Handlers } from './handler.ts'

afterEach(() => vi.restoreAllMocks())

describe.each(stores)('work in $name', ({ empty }) => {
  test('that throws is tried again after growing pauses, then kept as failed in words', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = await empty()
    const clock = { now: Date.parse('2020-12-18T12:00Z') }
    const tried: number[] = []
    working(
      store,
      {
        'send-mail': async () => {
          tried.push(clock.now)
          throw new TypeError('mail is undefined')
        },
      },
      { clock },
    )
    await queueEffects(store, ['a'], clock.now)
    const error = '{"code":"fault","values":{"said":"mail is undefined"}}'
    const [first, second, third] = [clock.now, clock.now + 30_000, clock.now + 120_000]
    for (const [attempt, next] of [second, third].entries()) {
      const waits = { state: 'waiting', attempts: attempt + 1, due_at: next, error, worker: null }
      await soon(async () => expect((await jobs(store))[0]).toMatchObject(waits))
      clock.now = next
    }
    await untilAll(store, 'failed')
    expect(tried).toEqual([first, second, third])
    expect((await jobs(store))[0]).toMatchObject({ attempts: 3, ended_at: third, error })
    expect(log.mock.calls.map(([words]) => words)).toEqual(Array(3).fill('The job send-mail failed:'))
  })

  test('with a setback is not a fault: it may be hopeless, or worth trying at a time', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = await empty()
    const clock = { now: Date.parse('2020-12-18T12:00Z') }
    const notBefore = clock.now + 5 * hour
    working(
      store,
      {
        'send-mail': async (_, { mail }) => {
          if (mail === 'hopeless')
            throw new Setback('mail-refused', { said: 'No such user' }, { again: false })
          throw new Setback('mail-slow', {}, { notBefore })
        },
      },
      { clock },
    )
    await queueEffects(store, ['hopeless'], clock.now - 1)
    await queueEffects(store, ['later'], clock.now)
    await soon(async () =>
      expect(await jobs(store)).toMatchObject([
        { state: 'failed', attempts: 1, error: '{"code":"mail-refused","values":{"said":"No such user"}}' },
        { state: 'waiting', attempts: 1, due_at: notBefore, error: '{"code":"mail-slow","values":{}}' },
      ]),
    )
    expect(log).not.toHaveBeenCalled()
  })

  test('that hangs is given up after its time, and told so by its signal', async () => {
    const store = await empty()
    const signals: AbortSignal[] = []
    const clock = { now: Date.parse('2020-12-18T12:00Z') }
    const hangs: Handlers['send-mail'] = async (_, _data, { signal }) => {
      signals.push(signal)
      await new Promise(() => {})
    }
    working(store, { 'send-mail': hangs }, { clock, rule: { seconds: 0.05, attempts: 2 } })
    await queueEffects(store, ['a'], clock.now)
    await soon(async () =>
      expect(await jobs(store)).toMatchObject([
        { state: 'waiting', attempts: 1, error: '{"code":"too-long","values":{"seconds":0.05}}' },
      ]),
    )
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  test('that failed gives way to what was queued under its key since', async () => {
    const store = await empty()
    const clock = { now: 1000 }
    const gates: (() => void)[] = []
    working(
      store,
      {
        'send-mail': async (_, { mail }) => {
          await new Promise<void>(open => gates.push(open))
          if (mail === 'first') throw new Setback('mail-slow')
        },
      },
      { clock },
    )
    const queue = (mail: string) =>
      queueJob(store.db, { kind: 'send-mail', key: 'k', data: { mail }, dueAt: 1 })
    await queue('first')
    await soon(() => expect(gates).toHaveLength(1))
    await queue('second')
    gates[0]!()
    await soon(() => expect(gates).toHaveLength(2))
    gates[1]!()
    await untilAll(store, 'done')
    expect((await jobs(store)).map(({ data }) => data)).toEqual(['{"mail":"second"}'])
  })
})
