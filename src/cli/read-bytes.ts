import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { Problem } from '../domain/finding.ts'
import { mostBytes, tooLarge } from '../intake/inspect.ts'

/** The bytes of a file, or the problem that it cannot be read at all. */
export async function readBytes(file: string): Promise<Uint8Array | Problem> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) {
    return {
      code: 'not-yet',
      says: 'Addresses cannot be fetched yet. Save the page or calendar and give the file, with --url ADDRESS.',
    }
  }
  try {
    const about = await stat(file)
    if (about.isDirectory()) return { code: 'not-a-file', says: 'This is a folder. Give the files in it.' }
    if (about.isFIFO() || about.isCharacterDevice()) return await readPipe(file)
    if (!about.isFile()) return { code: 'not-a-file', says: 'This is no regular file.' }
    if (about.size > mostBytes) return tooLarge(about.size)
    return await readFile(file)
  } catch (error) {
    return { code: 'file-unreadable', says: inWords(error as NodeJS.ErrnoException) }
  }
}

/** A pipe (`/dev/stdin`, `<(…)`) does not tell its size before. */
async function readPipe(file: string): Promise<Uint8Array | Problem> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of createReadStream(file)) {
    pieces.push(piece)
    size += piece.length
    if (size > mostBytes) return tooLarge(size)
  }
  return Buffer.concat(pieces)
}

function inWords(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'There is no such file.'
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'This file may not be read by this user.'
  return `This file cannot be read (${error.code ?? error.message}).`
}
