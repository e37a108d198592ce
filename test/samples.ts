import { existsSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/** Larger samples of real input, written by others; `DAYLONG_SAMPLES` tells where they are. */
const folder = resolve(import.meta.dirname, '..', process.env.DAYLONG_SAMPLES ?? '../shared/data')

/**
 * The sample files of some kinds (`ics`, `blog` …). Where there are none that is printed, and the tests that need them
 * are to be skipped: the project is complete without them.
 */
export function sampleFiles(kinds: string[], wanted = /./): string[] {
  const files = kinds
    .map(kind => join(folder, kind))
    .filter(path => existsSync(path))
    .flatMap(path =>
      readdirSync(path, { withFileTypes: true })
        .filter(entry => entry.isFile() && wanted.test(entry.name))
        .map(entry => join(path, entry.name)),
    )
  if (files.length === 0) console.log(`Skipped: there are no samples of ${kinds.join(', ')} in ${folder}.`)
  return files
}

/** One sample file, where it is there. */
export function sampleFile(kind: string, name: string): string | undefined {
  return sampleFiles([kind]).find(path => basename(path) === name)
}
