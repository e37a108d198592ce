import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Heard, listen } from './listen.ts'

/** A connection as browsers have it: `refuse` is what a 503 comes to, of which they do not try again themselves. */
class Connection extends EventTarget {
  static readonly CLOSED = 2
  static all: Connection[] = []
  readyState = 1
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Connection.all.push(this)
  }
  close() {
    this.readyState = Connection.CLOSED
  }
  refuse() {
    this.readyState = Connection.CLOSED
    this.dispatchEvent(new Event('error'))
  }
  say(type: string, told: object) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(told) }))
  }
}

const page = new EventTarget()
const minute = 60_000
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  Connection.all = []
  vi.stubGlobal('EventSource', Connection)
  vi.stubGlobal('window', globalThis)
  // Neither BroadcastChannel nor locks: each page has its own connection.
  vi.stubGlobal('self', {})
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
const last = () => Connection.all.at(-1)!

/** How long it is waited, after a refusal, until it is asked for again. */
async function patience(): Promise<number> {
  const [count, from] = [Connection.all.length, Date.now()]
  last().refuse()
  while (Connection.all.length === count) await vi.advanceTimersByTimeAsync(100)
  return Date.now() - from
}

test.each([0, 0.5, 0.999])(
  'who is refused asks again ever later, never all in one moment (%s)',
  async chance => {
    vi.spyOn(Math, 'random').mockReturnValue(chance)
    const heard: Heard[] = []
    listen('/migrants-day/2020', 7, each => heard.push(each))
    expect(last().url).toBe('/migrants-day/2020/live?since=7')
    const waits: number[] = []
    for (let times = 0; times < 7; times++) waits.push(await patience())
    const planned = [20, 40, 80, 160, 320, 600, 600].map(seconds => seconds * 1000 * (0.5 + chance))
    for (const [at, wait] of waits.entries()) expect(Math.abs(wait - planned[at]!)).toBeLessThanOrEqual(100)
    expect(Math.max(...waits)).toBeLessThanOrEqual(15 * minute)

    // Who was let in is patient anew, and asks for what came after what they heard.
    last().say('hello', { revision: 7, now: 0, pace: 1 })
    last().say('change', { revision: 9, told: 1, entries: null, spread: 0 })
    expect(await patience()).toBeLessThanOrEqual(planned[0]! + 100)
    expect(last().url).toBe('/migrants-day/2020/live?since=9')
    expect(heard.map(({ type }) => type)).toEqual(['hello', 'change'])

    // A connection that the browser takes up again by itself is let alone.
    const count = Connection.all.length
    last().dispatchEvent(new Event('error'))
    await vi.advanceTimersByTimeAsync(30 * minute)
    expect(Connection.all).toHaveLength(count)

    // Nothing more is asked for when the edition is not live any more, or the page is left.
    last().say('end', {})
    last().refuse()
    await vi.advanceTimersByTimeAsync(30 * minute)
    expect(Connection.all).toHaveLength(count)
  },
)
