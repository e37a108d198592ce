import type { Io } from './io.ts'

/** Says how far something is: at most once a second, so that what is short says nothing and a log stays short. */
export function progressOf(io: Io, what: string): (done: number) => void {
  let next = io.now() + 1000
  return done => {
    if (done === 0 || io.now() < next) return
    next = io.now() + (io.isTerminal ? 200 : 10_000)
    io.say(io.isTerminal ? `\r${done} ${what} …` : `${done} ${what} …\n`)
  }
}
