import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { listenWith, openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import type { EntryFields } from '../../domain/entry-fields.ts'
import { addEntries } from '../../services/add-entries.ts'
import { changeEntries } from '../../services/change-entries.ts'
import { editEdition } from '../../services/edit-edition.ts'
import { createChannels, type Listener, mostMissed, mostWaiting } from './channels.ts'
import { createSeats } from './seats.ts'

const path = '/migrants-day/2020'
const at = Date.parse('2020-12-18T09:00:00Z')

type Event = { name: string; id: string | null; data: Record<string, unknown> }

/** What is sent at an address, event by event. */
async function listenAt(address: string, headers: Record<string, string> = {}) {
  const gone = new AbortController()
  const answer = await fetch(address, { headers, signal: gone.signal })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<Event | null> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map(line => line.split(/: (.*)/s) as [string, string]),
        )
        text = text.slice(end + 2)
        if (fields.has('event'))
          return {
            name: fields.get('event')!,
            id: fields.get('id') ?? null,
            data: JSON.parse(fields.get('data')!),
          }
        continue
      }
      const { done, value } = await reader.read()
      if (done) return null
      text += value
    }
  }
  return { answer, next, leave: () => gone.abort() }
}

describe.each(stores)('changes as they happen in $name', ({ empty }) => {
  let site: TestSite
  let served: { address: string; close: () => Promise<void> }
  let editionId: string
  let ids: string[]
  let revision: number
  const leaving: (() => void)[] = []
  beforeEach(async () => {
    site = await openSite('2020-12-18T09:00:00Z', await empty(), undefined, { DAYLONG_LIVE_READERS: '3' })
    served = await listenWith(site)
    editionId = (await anEdition(site.store, { publishedAt: at })).id
    const entries = ['Maps', 'Vigil', 'Forum'].map(title => ({
      content: content({ title }),
      state: title === 'Forum' ? ('draft' as const) : ('published' as const),
    }))
    const added = await addEntries(site.store, editionId, entries, { by: 'Ada', at })
    ids = added.entries.map(({ id }) => id)
    revision = added.revision
  })
  afterEach(async () => {
    for (const leave of leaving.splice(0)) leave()
    await served.close()
  })
  const change = (id: string, told: Partial<EntryFields>, minor = false) =>
    changeEntries(site.store, editionId, [id], fields => ({ ...fields, ...told }), {
      by: 'Ada',
      at: at + 1000,
      minor,
      name: 'edit',
    })
  const open = async (headers: Record<string, string> = {}, query = '') => {
    const listener = await listenAt(`${served.address}${path}/live${query}`, headers)
    leaving.push(listener.leave)
    return listener
  }

  test('whoever listens is told which entries changed, whoever changed them; of drafts nobody is told', async () => {
    const { answer, next } = await open()
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
    })
    expect(await next()).toEqual({
      name: 'hello',
      id: String(revision),
      data: { revision, now: site.clock.now, pace: 1 },
    })
    await change(ids[2]!, { title: 'Not yet' })
    await change(ids[0]!, { title: 'Charts' })
    expect(await next()).toEqual({
      name: 'change',
      id: String(revision + 2),
      data: { revision: revision + 2, at: at + 1000, entries: ['maps'], told: 1, spread: 0 },
    })
    // A minor edit is seen, and not told.
    await change(ids[1]!, { note: 'A comma.' }, true)
    expect((await next())?.data).toMatchObject({ entries: ['vigil'], told: 0 })
    await change(ids[1]!, { state: 'withdrawn' })
    expect((await next())?.data).toMatchObject({ entries: ['vigil'], told: 1 })
    await editEdition(site.store, editionId, { title: 'Another title' }, { by: 'Ada', at: at + 2000 })
    expect((await next())?.data).toMatchObject({ entries: null, told: 0 })
  })

  test('whoever comes back is told what they missed, each once and in order; or to read all anew', async () => {
    await change(ids[0]!, { title: 'Charts' })
    await change(ids[1]!, { status: 'cancelled' })
    for (const [headers, query] of [
      [{ 'last-event-id': String(revision) }, '?since=0'],
      [{}, `?since=${revision}`],
    ] as const) {
      const { next } = await open(headers, query)
      expect([await next(), await next(), await next()].map(event => [event?.name, event?.id])).toEqual([
        ['change', String(revision + 1)],
        ['change', String(revision + 2)],
        ['hello', String(revision + 2)],
      ])
    }
    for (let edit = 0; edit <= mostMissed; edit++) await change(ids[0]!, { title: `Charts ${edit}` })
    const { next } = await open({ 'last-event-id': String(revision) })
    expect(await next()).toMatchObject({ name: 'reload', data: { revision: revision + 3 + mostMissed } })
  })

  test('it ends with the edition, and is not there for one that is not live', async () => {
    const { next } = await open()
    await next()
    await editEdition(site.store, editionId, { state: 'archived' }, { by: 'Ada', at: at + 1000 })
    expect(await next()).toEqual({ name: 'end', id: null, data: {} })
    expect(await next()).toBeNull()
    const ask = async () => (await fetch(`${served.address}${path}/live`)).status
    expect(await ask()).toBe(204)
    await editEdition(site.store, editionId, { state: 'draft' }, { by: 'Ada', at: at + 2000 })
    expect(await ask()).toBe(404)
  })

  test('beyond what the host allows one is told to come later; a place is free again when somebody leaves', async () => {
    const all = await Promise.all([open(), open(), open()])
    const refused = await open()
    expect(refused.answer.status).toBe(503)
    expect(Number(refused.answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(60)
    all[0].leave()
    await expect.poll(async () => (await open()).answer.status).toBe(200)
  })
})

test('who does not take what is sent is dropped; the others get the same bytes', async () => {
  const site = await openSite('2020-12-18T09:00:00Z')
  const edition = await anEdition(site.store)
  const channels = createChannels(site.store, { lookMs: 60_000, beatMs: 60_000 })
  const listener = (waiting: number) => {
    const got: (Buffer | string)[] = []
    const told: Listener = {
      write: bytes => void got.push(bytes),
      waiting: () => waiting,
      end: () => void got.push('end'),
      drop: () => void got.push('drop'),
    }
    channels.join(edition.id, edition.revision, told)
    return got
  }
  const [one, slow, other] = [listener(0), listener(mostWaiting + 1), listener(mostWaiting)]
  await addEntries(site.store, edition.id, [{ content: content({ title: 'Maps' }), state: 'published' }], {
    by: 'Ada',
    at,
  })
  await Promise.all([channels.look(), channels.look()])
  expect(slow).toEqual(['drop'])
  expect(String(one[0])).toContain('"entries":["maps"]')
  expect(one).toHaveLength(1)
  expect(other[0]).toBe(one[0])
  channels.close()
  expect(one.at(-1)).toBe('end')
  await site.close()
})

test('a silent connection is kept by a word to nobody, until the last one leaves', async () => {
  const site = await openSite('2020-12-18T09:00:00Z')
  onTestFinished(site.close)
  const edition = await anEdition(site.store)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const channels = createChannels(site.store, { lookMs: 600_000, beatMs: 20_000 })
  const [got, slow]: string[][] = [[], []]
  const listener = (words: string[], waiting: number): Listener => ({
    write: bytes => void words.push(String(bytes)),
    waiting: () => waiting,
    end: () => {},
    drop: () => void words.push('drop'),
  })
  const joined = [listener(got!, 0), listener(slow!, mostWaiting + 1)].map(each =>
    channels.join(edition.id, edition.revision, each),
  )
  vi.advanceTimersByTime(19_000)
  expect(got).toEqual([])
  vi.advanceTimersByTime(2000)
  expect([got, slow]).toEqual([[':\n\n'], ['drop']])
  for (const each of joined) if ('leave' in each) each.leave()
  vi.advanceTimersByTime(100_000)
  expect(got).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('of one address so many may listen, and of nobody in particular as many as there are places', () => {
  const seats = createSeats({ all: 4, each: 2 })
  const first = seats.take('a')!
  seats.take('a')
  expect(seats.take('a')).toBeNull()
  first()
  first()
  expect(seats.take('a')).not.toBeNull()
  expect(seats.take('a')).toBeNull()
  expect([seats.take(null), seats.take(null), seats.take(null)].map(Boolean)).toEqual([true, true, false])
})
