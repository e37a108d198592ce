import { setImmediate } from 'node:timers/promises'

export type Sleep = {
  /** Ends after so many milliseconds, or when it is woken. A call of `wake` while nobody sleeps ends the next sleep at once. */
  for: (milliseconds: number) => Promise<void>
  wake: () => void
}

export function createSleep(): Sleep {
  let isWoken = false
  let end: (() => void) | null = null
  return {
    async for(milliseconds) {
      if (!isWoken && milliseconds > 0) {
        const { promise, resolve } = Promise.withResolvers<void>()
        end = resolve
        const timer = setTimeout(resolve, milliseconds)
        await promise
        clearTimeout(timer)
        end = null
      } else {
        // SQLite answers without ever letting others have their turn: pages are served between two looks.
        await setImmediate()
      }
      isWoken = false
    },
    wake() {
      isWoken = true
      end?.()
    },
  }
}
