import { programmeLines } from '../outlet/programme-lines.ts'
import { readProgramme } from '../storage/programmes.ts'
import type { Command } from './command.ts'
import { UsageError } from './io.ts'
import { readOptions } from './options.ts'

export const exportEdition: Command = {
  summary: 'an edition as a file that others, or another Daylong, can read',
  help: `daylong export SERIES/EDITION [--as json] [--all]

Prints the edition as JSON lines of the shape of daylong inspect: what it says of itself, then each entry with its
sessions. “daylong import FILE --into SERIES/EDITION” makes the same edition of them, here or elsewhere.

  --as json  how; json is the only way so far
  --all      drafts, withdrawn entries and the doors of meetings as well; else only what every reader sees
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      as: { type: 'string' },
      all: { type: 'boolean' },
    })
    const [name, more] = positionals
    const [series, edition, rest] = name?.split('/') ?? []
    if (!series || !edition || rest !== undefined)
      throw new UsageError(`“${name ?? ''}” came; expected SERIES/EDITION, such as migrants-day/2020.`)
    if (more !== undefined) throw new UsageError(`One edition at a time; “${more}” came as well.`)
    if (values.as !== undefined && values.as !== 'json')
      throw new UsageError(`--as is “${values.as}”; expected json.`)
    const all = values.all === true
    const store = await io.openStore()
    try {
      const programme = await readProgramme(store, series, edition, { all })
      if (!programme) throw new Error(`There is no edition ${series}/${edition}.`)
      for (const line of programmeLines(programme, { all })) await io.line(JSON.stringify(line))
      const { startsOn, endsOn, homeZone } = programme.edition
      const days = startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`
      io.say(`${programme.entries.length} entries. To import them: --date ${days} --zone ${homeZone}\n`)
      return 0
    } finally {
      await store.close()
    }
  },
}
