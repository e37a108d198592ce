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
  environment: Record<string, string | undefined>
  now(): number
}

/** A wrong call: the message says what came and what was expected. */
export class UsageError extends Error {
  override name = 'UsageError'
}
