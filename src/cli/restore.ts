import { dirname, resolve } from 'node:path'
import about from '../../package.json' with { type: 'json' }
import { restoreSite } from '../services/restore-site.ts'
import type { Command } from './command.ts'
import { type Io, UsageError } from './io.ts'
import { readOptions } from './options.ts'
import { progressOf } from './progress.ts'

export const restore: Command = {
  summary: 'bring a site back from a backup',
  help: `daylong restore FILE [--into PLACE] [--replace]

Brings back the site that “daylong backup” put into FILE. The whole file is checked before anything is touched, and
all of it comes in or nothing. The site must not run meanwhile. All sign in anew afterwards.

  --into PLACE  a file for SQLite, or postgres://…; the site’s own place where none is told
  --replace     also where there is a site already: it is kept aside, and the place is told
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      into: { type: 'string' },
      replace: { type: 'boolean' },
    })
    const [file, more] = positionals
    if (file === undefined) throw new UsageError('There is no backup to restore.')
    if (more !== undefined) throw new UsageError(`One backup at a time; “${more}” came as well.`)
    const where = values.into === undefined ? io.place() : placeOf(values.into)
    const says = { check: progressOf(io, 'rows checked'), restore: progressOf(io, 'rows restored') }
    const restored = await restoreSite(file, where, {
      mayReplace: values.replace ?? false,
      version: about.version,
      at: io.now(),
      folder: dirname(resolve(file)),
      onRow: (act, done) => says[act](done),
    })
    await io.line(JSON.stringify({ restored: file, into: nameOf(where), ...restored }))
    say(io, restored)
    return 0
  },
}

function placeOf(words: string): { sqlite: string } | { postgres: string } {
  if (/^postgres(ql)?:\/\//.test(words)) return { postgres: words }
  if (/^[a-z]+:\/\//i.test(words))
    throw new UsageError(`--into is “${words}”; expected a file, or postgres://…`)
  return { sqlite: resolve(words) }
}

/** Without user and password. */
function nameOf(where: { sqlite: string } | { postgres: string }): string {
  if ('sqlite' in where) return where.sqlite
  const url = URL.parse(where.postgres)
  return url ? `postgres://${url.host}${url.pathname}` : 'postgres'
}

function say(io: Io, { madeAt, rows, replaced }: Awaited<ReturnType<typeof restoreSite>>): void {
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0)
  io.say(`The site is as it was on ${madeAt}: ${count} rows. All sign in anew.\n`)
  if (replaced)
    io.say(`The site that was there is kept in ${dirname(replaced) === '.' ? './' : ''}${replaced}.\n`)
}
