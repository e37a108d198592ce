import type { ShownChange } from '../../storage/shown-changes.ts'

// What is sent, as HTML § 9.2 (server-sent events) has it. Nothing in it depends on who reads: it is written once.

/**
 * The first event. A browser asks again after `retryMs` when the connection is lost; told to each otherwise, so that
 * not all of them come back in the same moment.
 *
 * @param now by the clock of the site (epoch milliseconds); @param pace of that clock, 1 where it goes as clocks do
 */
export function hello(
  revision: number,
  { now, pace, retryMs }: { now: number; pace: number; retryMs: number },
): string {
  return `retry: ${retryMs}\n${event('hello', { revision, now, pace }, revision)}`
}

/** @param spreadMs within which readers ask for what changed: each at a moment of their own */
export function change({ number, at, slugs, told }: ShownChange, spreadMs: number): string {
  return event('change', { revision: number, at, entries: slugs, told, spread: spreadMs }, number)
}

/** Too much was missed to be told one by one. */
export function reload(revision: number): string {
  return event('reload', { revision }, revision)
}

/** Nothing more will come. */
export function end(): string {
  return event('end', {}, null)
}

/** A comment, which keeps what stands between from closing a silent connection. */
export const heartbeat = ':\n\n'

function event(name: string, data: object, id: number | null): string {
  return `${id === null ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
