import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The files of a folder of this repository, told from here. */
export function filesIn(folder: string, wanted: RegExp): string[] {
  const path = resolve(import.meta.dirname, folder)
  return readdirSync(path)
    .filter(name => wanted.test(name))
    .map(name => join(path, name))
}
