/** What the site says. `at`: when it was heard, by the clock of the reader. */
export type Heard =
  | { type: 'hello'; revision: number; now: number; pace: number; at: number }
  | Change
  | { type: 'reload'; revision: number }
  | { type: 'end' }
/** `entries`: slugs of those that changed; null: any. `spread`: within how many milliseconds readers ask for it. */
type Change = {
  type: 'change'
  revision: number
  told: number
  entries: string[] | null
  spread: number
}

const types = ['hello', 'change', 'reload', 'end'] as const
const patience = { first: 20_000, longest: 600_000 }

/**
 * Hears of changes of an edition. Of all the pages of a browser that show it one is connected and tells the others;
 * when it is closed, another one takes its place and asks for what was missed.
 */
export function listen(path: string, since: number, hear: (heard: Heard) => void): void {
  const name = `live ${path}`
  const channel = 'BroadcastChannel' in self && 'locks' in navigator ? new BroadcastChannel(name) : null
  let known = since
  let hello: Extract<Heard, { type: 'hello' }> | null = null
  let source: EventSource | null = null
  let waiting = 0
  let wait = patience.first
  let release = () => {}
  let hasEnded = false

  const take = (heard: Heard) => {
    if ('revision' in heard) known = Math.max(known, heard.revision)
    if (heard.type === 'end') leave()
    hear(heard)
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<Heard | 'ask'>) => {
    if (data !== 'ask') take(data)
    else if (source && hello) channel.postMessage({ ...hello, revision: known })
  })
  addEventListener('pagehide', leave)
  addEventListener('pageshow', ({ persisted }) => persisted && !hasEnded && join())
  // A connection may have been lost without anybody having noticed.
  addEventListener('online', () => source && connect())
  join()

  function join() {
    if (!channel) return connect()
    const gone = new AbortController()
    const leading = () =>
      new Promise<void>(resolve => {
        release = resolve
        connect()
      })
    release = () => gone.abort()
    navigator.locks.request(name, { signal: gone.signal }, leading).catch(() => {})
    channel.postMessage('ask')
  }

  function leave() {
    clearTimeout(waiting)
    source?.close()
    source = null
    release()
  }

  function connect() {
    clearTimeout(waiting)
    source?.close()
    const own = new EventSource(`${path}/live?since=${known}`)
    source = own
    for (const type of types)
      own.addEventListener(type, event => {
        const heard: Heard = { type, ...JSON.parse((event as MessageEvent<string>).data) }
        if (heard.type === 'hello') {
          wait = patience.first
          hello = heard
          heard.at = Date.now()
        }
        hasEnded = heard.type === 'end'
        channel?.postMessage(heard)
        take(heard)
      })
    own.addEventListener('error', () => {
      // A lost connection is taken up again by the browser itself; one that was refused is not.
      if (own.readyState !== EventSource.CLOSED || source !== own) return
      waiting = window.setTimeout(connect, wait * (0.5 + Math.random()))
      wait = Math.min(wait * 2, patience.longest)
    })
  }
}
