import { readShownChanges, readStandings } from '../../storage/shown-changes.ts'
import type { Store } from '../../storage/store.ts'
import * as wire from './wire.ts'

/** Somebody who listens. */
export type Listener = {
  write: (bytes: Buffer) => void
  /** Bytes that were written and not taken yet. */
  waiting: () => number
  end: () => void
  /** Ends without waiting for what is not taken. */
  drop: () => void
}

/** All who listen, by edition. */
export type Channels = {
  /**
   * @param told the revision up to which the listener was told
   * @returns the revision up to which others were told already: where it is later, the listener has to be told first
   * and was not let in; else how one leaves
   */
  join: (editionId: string, told: number, listener: Listener) => { behind: number } | { leave: () => void }
  /** Asks the store now and not only when it is time, because something was written. */
  look: () => Promise<void>
  /** How many listen to an edition. */
  count: (editionId: string) => number
  /** Ends all; whoever comes after is ended at once. */
  close: () => void
}

type Channel = { revision: number; listeners: Set<Listener> }

/** So many bytes wait for one listener, beside what the machine keeps of a connection; whoever is slower is dropped, and told what they missed when they come back. */
export const mostWaiting = 16_384

/** So often the store is asked while somebody listens; beats keep connections open. */
const usual = { lookMs: 500, beatMs: 20_000 }

/** More are not told one by one. */
export const mostMissed = 50

/**
 * Tells listeners of an edition what changed. That something did is read from the store, by one query for all editions
 * that are listened to, whoever wrote it: this process, another one, the command line.
 */
export function createChannels(store: Store, { lookMs, beatMs } = usual): Channels {
  const channels = new Map<string, Channel>()
  let timers: NodeJS.Timeout[] = []
  let looking: Promise<void> | null = null
  let again = false
  let isClosed = false

  return {
    join(editionId, told, listener) {
      if (isClosed) {
        listener.end()
        return { leave: () => {} }
      }
      const channel = channels.get(editionId) ?? { revision: told, listeners: new Set<Listener>() }
      if (channel.revision > told) return { behind: channel.revision }
      channels.set(editionId, channel)
      channel.listeners.add(listener)
      if (timers.length === 0) start()
      return {
        leave: () => {
          channel.listeners.delete(listener)
          if (channel.listeners.size === 0 && channels.get(editionId) === channel) channels.delete(editionId)
          if (channels.size === 0) stop()
        },
      }
    },
    look,
    count: editionId => channels.get(editionId)?.listeners.size ?? 0,
    close() {
      isClosed = true
      stop()
      for (const { listeners } of channels.values()) for (const each of listeners) each.end()
      channels.clear()
    },
  }

  function start() {
    timers = [setInterval(look, lookMs), setInterval(beat, beatMs)]
    for (const timer of timers) timer.unref()
  }

  function stop() {
    for (const timer of timers) clearInterval(timer)
    timers = []
  }

  /** What is asked while an answer is on its way is asked once more after it. */
  function look(): Promise<void> {
    if (looking) again = true
    else if (channels.size > 0)
      looking = lookOnce()
        // The store is away for a moment: the next look tells.
        .catch(() => {})
        .finally(() => {
          looking = null
          if (again) {
            again = false
            void look()
          }
        })
    return looking ?? Promise.resolve()
  }

  async function lookOnce() {
    const known = new Map((await readStandings(store.db, [...channels.keys()])).map(each => [each.id, each]))
    for (const [id, channel] of channels) {
      const standing = known.get(id)
      if (standing?.state !== 'live') finish(id, channel)
      else if (standing.revision > channel.revision) await tell(id, channel, standing.revision)
    }
  }

  async function tell(id: string, channel: Channel, revision: number) {
    const changes = await readShownChanges(store.db, id, channel.revision, mostMissed)
    const spread = spreadOf(channel.listeners.size)
    const told = changes?.map(each => wire.change(each, spread)) ?? [wire.reload(revision)]
    channel.revision = Math.max(revision, changes?.at(-1)?.number ?? 0)
    if (told.length > 0) send(channel, told.join(''))
  }

  function finish(id: string, channel: Channel) {
    channels.delete(id)
    const bytes = Buffer.from(wire.end())
    for (const each of channel.listeners) {
      each.write(bytes)
      each.end()
    }
  }

  function beat() {
    for (const channel of channels.values()) send(channel, wire.heartbeat)
  }
}

/** All get the same bytes. */
function send({ listeners }: Channel, text: string) {
  const bytes = Buffer.from(text)
  for (const each of listeners) {
    if (each.waiting() > mostWaiting) each.drop()
    else each.write(bytes)
  }
}

/** A thousand a second may ask for what changed, for half a minute at most. */
export function spreadOf(listeners: number): number {
  return Math.min(30_000, listeners < 50 ? 0 : listeners)
}
