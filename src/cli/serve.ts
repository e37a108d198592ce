import type { Command } from './command.ts'
import { UsageError } from './io.ts'
import { readOptions } from './options.ts'

export const serve: Command = {
  summary: 'open the site',
  help: settings => `daylong serve [--demo]

Opens the site and runs until it is stopped. It is set up by the environment:

${settings.map(({ name, fallback, says }) => `  ${name.padEnd(13)} ${says} (${fallback})`).join('\n')}

  --demo  show the demo as long as the data folder holds no site
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { demo: { type: 'boolean' } })
    if (positionals.length > 0) throw new UsageError(`serve takes no names; “${positionals[0]}” came.`)
    return io.serve({ demo: values.demo ?? false })
  },
}
