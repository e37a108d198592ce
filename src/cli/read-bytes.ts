import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { addressMeant } from '../domain/address-meant.ts'
import type { Problem } from '../domain/problem.ts'
import { mostBytes, tooLarge } from '../intake/inspect.ts'
import type { Io } from './io.ts'

/** `name` tells the kind where the bytes do not; `url` and `charset` as the site told them. */
export type Bytes = { bytes: Uint8Array; name: string; url?: string; charset?: string }

/** What is in a file or at an address, or the problem that it cannot be read at all. */
export async function readBytes(file: string, io: Io): Promise<Bytes | { problem: Problem }> {
  const meant = addressMeant(file)
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(meant)) return readAddress(meant, io)
  const read = await readFrom(file)
  return read instanceof Uint8Array ? { bytes: read, name: file } : { problem: read }
}

async function readAddress(address: string, io: Io): Promise<Bytes | { problem: Problem }> {
  const fetch = await io.openFetch()
  const answer = await fetch(address)
  if (!answer.ok) return { problem: { code: answer.code, says: answer.says, where: address } }
  if (answer.downgraded)
    io.say(`daylong: ${address} leads to ${answer.url}, which anybody on the way may change.\n`)
  const charset = /;\s*charset=\s*"?([\w.:-]{2,40})/i.exec(answer.contentType ?? '')?.[1]
  return {
    bytes: answer.bytes,
    name: new URL(answer.url).pathname,
    url: answer.url,
    ...(charset && { charset }),
  }
}

async function readFrom(file: string): Promise<Uint8Array | Problem> {
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
