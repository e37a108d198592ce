import { existsSync } from 'node:fs'
import about from '../../package.json' with { type: 'json' }
import { nameOfMoment } from '../services/restore-site.ts'
import { streamBackup, writeBackup } from '../services/write-backup.ts'
import { readTogether } from '../storage/series.ts'
import { openStore } from '../storage/store.ts'
import type { Command } from './command.ts'
import { UsageError } from './io.ts'
import { readOptions } from './options.ts'
import { progressOf } from './progress.ts'

export const backup: Command = {
  summary: 'put the whole site into one file, also while it runs',
  help: `daylong backup [--out FILE]

Writes all that the site holds – programmes, history, pictures, accounts – into one file that only you may read.
Readers and curators notice nothing. “daylong restore FILE” brings it back, into SQLite as into PostgreSQL. Who is
signed in is not in it, nor are passwords of blogs. Keep it where nobody else comes: it holds addresses and the secrets of accounts.

  --out FILE  where to; a name with the moment in it, in this folder, where none is told; - for stdout
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { out: { type: 'string' } })
    if (positionals.length > 0) throw new UsageError(`backup takes no names; “${positionals[0]}” came.`)
    const at = io.now()
    const file = values.out ?? `daylong-${nameOfMoment(at)}.backup.gz`
    const place = io.place()
    if ('sqlite' in place && !existsSync(place.sqlite))
      throw new Error(`There is no site in ${place.sqlite} yet, so there is nothing to back up.`)
    const store = await openStore(place, { readOnly: true, asItIs: true })
    const onRow = progressOf(io, 'rows written')
    try {
      const options = { version: about.version, at, onRow: (done: number) => onRow(done) }
      if (file === '-') {
        await readTogether(store, db => streamBackup(db, io.output(), options))
        io.say('The backup is whole.\n')
        return 0
      }
      const { bytes, rows, sha256 } = await readTogether(store, db => writeBackup(db, file, options))
      await io.line(JSON.stringify({ backup: file, bytes, rows, sha256 }))
      const count = Object.values(rows).reduce((sum, each) => sum + each, 0)
      io.say(`${file} holds the whole site: ${count} rows in ${Math.ceil(bytes / 1000)} kB.\n`)
      return 0
    } finally {
      await store.close()
    }
  },
}
