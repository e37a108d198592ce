import type { Io, Settings } from './io.ts'

/** One command: what it is for, how it is called, and what it does. `run` gives the exit status. */
export type Command = {
  summary: string
  help: string | ((settings: Settings) => string)
  run(args: string[], io: Io): Promise<number>
}
