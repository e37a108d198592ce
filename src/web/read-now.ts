import type { Parts } from './show.ts'

/** Reads what was just pasted, a few at a time; whoever cannot wait goes on. */
export type ReadNow = {
  /** Kept when all of these have been read, or could not be. */
  begin: (ids: readonly string[]) => Promise<void>
  /** What is being read here; null where somebody else does, or nobody. */
  of: (id: string) => Promise<void> | null
}

/** Of all that is pasted into this process. */
const atOnce = 6

export function createReadNow({ store, fetch, now }: Pick<Parts, 'store' | 'fetch' | 'now'>): ReadNow {
  const going = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let free = atOnce

  async function read(id: string): Promise<void> {
    if (free > 0) free--
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      // Who only reads the site never needs what reads files: it comes with the first that is pasted.
      const { readReading } = await import('../services/read-reading.ts')
      await readReading(store, id, { fetch, now })
    } catch (error) {
      // Its job will try again.
      console.error(`reading ${id} failed:`, error)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
      going.delete(id)
    }
  }

  function begin(id: string): Promise<void> {
    const known = going.get(id)
    if (known) return known
    const reading = read(id)
    going.set(id, reading)
    return reading
  }

  return {
    begin: async ids => void (await Promise.all(ids.map(begin))),
    of: id => going.get(id) ?? null,
  }
}
