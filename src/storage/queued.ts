import type { Db } from './tables.ts'

/**
 * Tells whoever runs jobs in this process that one was queued: perhaps by a transaction that has not ended yet, so
 * that it may have to be looked for again a moment later. Other processes notice when they look the next time.
 *
 * @returns what ends it
 */
export function onQueued(db: Db, listener: () => void): () => void {
  const listeners = listenersOf(db)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function tellQueued(db: Db): void {
  for (const listener of listenersOf(db)) listener()
}

/** A store and its transactions share one adapter, and nobody else has it. */
const known = new WeakMap<object, Set<() => void>>()

function listenersOf(db: Db): Set<() => void> {
  const { adapter } = db.getExecutor()
  let listeners = known.get(adapter)
  if (!listeners) known.set(adapter, (listeners = new Set()))
  return listeners
}
