import { createInterface } from 'node:readline'
import type { Io } from './cli/io.ts'
import { run } from './cli/run.ts'
import { realClock, startClock } from './clock.ts'
import { readConfig, settings, storeOf } from './config.ts'

/** A reader that has seen enough (`daylong inspect … | head`) ends the command; that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.stderr.on('error', () => {})

const io: Io = {
  line: words =>
    new Promise(resolve => {
      if (process.stdout.write(`${words}\n`)) resolve()
      else process.stdout.once('drain', resolve)
    }),
  say: words => process.stderr.write(words),
  input: () =>
    process.stdin.isTTY
      ? null
      : createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  isTerminal: process.stderr.isTTY === true,
  settings,
  baseUrl: () => readConfig(process.env).baseUrl,
  setUp: () => {
    const config = readConfig(process.env)
    return { ...config, place: storeOf(config) }
  },
  place: () => storeOf(readConfig(process.env)),
  output: () => process.stdout,
  openStore: async () => {
    const config = readConfig(process.env)
    return (await import('./storage/store.ts')).openStore(storeOf(config), { at: realClock.now() })
  },
  openFetch: async () => {
    const { baseUrl, fetchPrivate } = readConfig(process.env)
    const { createFetch } = await import('./outside/fetch.ts')
    return createFetch({ baseUrl, exempt: fetchPrivate, now: realClock.now })
  },
  words: async tag => (await import('./web/words.ts')).openWords(tag),
  serve: async ({ demo, clock }) => {
    const options = { demo, clock: clock ? startClock(clock) : realClock }
    await (await import('./main.ts')).serveUntilStopped(process.env, options)
    return Number(process.exitCode ?? 0)
  },
  now: realClock.now,
}

process.exitCode = await run(process.argv.slice(2), io)
