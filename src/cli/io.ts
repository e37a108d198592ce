import type { Writable } from 'node:stream'
import type { Say } from '../outlet/calendar/item.ts'
import type { Fetch } from '../outside/fetch.ts'
import type { Mailbox, MailServer } from '../outside/mail-server.ts'
import type { Store } from '../storage/store.ts'

/** The world as a command sees it: JSON lines go out, words go to whoever looks on. */
export type Io = {
  /** One line on stdout; kept once the reader can take more. */
  line(words: string): Promise<void>
  /** Words on stderr, with their own line breaks. */
  say(words: string): void
  /** Lines of stdin; null where a person sits at the keyboard. */
  input(): AsyncIterable<string> | null
  /** Whether progress may be drawn over itself. */
  isTerminal: boolean
  /** What a host can set in the environment, to be told in help. */
  settings: Settings
  /** The address under which readers see the site, without a slash at its end. */
  baseUrl(): string
  /** How the site is set up, as the environment tells it. @throws Error in words for the host */
  setUp(): SetUp
  /** The store of that. */
  place(): { sqlite: string } | { postgres: string }
  /** Stdout, for a command that gives no lines. */
  output(): Writable
  /** The site's own store, as the environment tells it. @throws Error in words for the host */
  openStore(): Promise<Store>
  /** Reads addresses within the limits that the environment tells. @throws Error in words for the host */
  openFetch(): Promise<Fetch>
  /** The words of the pages in a language (BCP 47); null where there is none of it. */
  words(language: string): Promise<{ say: Say; language: string; locale: string } | null>
  /** Opens the site and runs until it is stopped; the exit code. `clock`: a copy of it, in another time. */
  serve(options: { demo: boolean; clock: { start: number; speed: number } | null }): Promise<number>
  now(): number
}

/** What a host has set that commands look at. */
export type SetUp = {
  place: { sqlite: string } | { postgres: string }
  /** The folder in which everything is kept that is not in PostgreSQL. */
  data: string
  baseUrl: string
  mail: { server: MailServer; from: Mailbox } | null
}

export type Settings = readonly { name: string; fallback: string; says: string }[]

/** A wrong call: the message says what came and what was expected. */
export class UsageError extends Error {
  override name = 'UsageError'
}
