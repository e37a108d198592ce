import type { Command } from './command.ts'
import { UsageError } from './io.ts'
import { momentOption, readOptions } from './options.ts'

export const serve: Command = {
  summary: 'open the site',
  help: settings => `daylong serve [--demo] [--clock MOMENT [--speed N]]

Opens the site and runs until it is stopped. It is set up by the environment:

${settings.map(({ name, fallback, says }) => `  ${name.padEnd(13)} ${says} (${fallback})`).join('\n')}

  --demo          show the demo as long as the data folder holds no site
  --clock MOMENT  a rehearsal: a copy of the site (of the demo, where there is none yet) as if it were this moment,
                  such as 2026-12-17T10:00Z. The copy goes when it is stopped, no mail is sent from it, and no other
                  site is told anything
  --speed N       with --clock: time goes N times as fast; with 600 an hour takes six seconds
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      demo: { type: 'boolean' },
      clock: { type: 'string' },
      speed: { type: 'string' },
    })
    if (positionals.length > 0) throw new UsageError(`serve takes no names; “${positionals[0]}” came.`)
    const start = momentOption('clock', values.clock)
    if (start === undefined && values.speed !== undefined)
      throw new UsageError('--speed needs --clock: the time of the site itself goes as it goes.')
    const clock = start === undefined ? null : { start, speed: speedOf(values.speed) }
    return io.serve({ demo: values.demo ?? false, clock })
  },
}

/** A day in one second is the fastest. */
const fastest = 86_400

function speedOf(words = '1'): number {
  const speed = /^\d+(?:\.\d+)?$/.test(words) ? Number(words) : 0
  if (speed > 0 && speed <= fastest) return speed
  throw new UsageError(
    `--speed is “${words}”; expected how many times as fast, such as 60 or 600, up to ${fastest}.`,
  )
}
