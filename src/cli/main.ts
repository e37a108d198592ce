import { createInterface } from 'node:readline'
import type { Io } from './io.ts'
import { run } from './run.ts'

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
  environment: process.env,
  now: Date.now,
}

process.exitCode = await run(process.argv.slice(2), io)
