import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { zoneDataVersion } from '../../time/instants.ts'
import type { SetUp } from '../io.ts'
import type { Checked } from './checked.ts'

/** In bytes of free room: below the first it is said, below the second it is wrong. */
const little = 1_000_000_000
const tooLittle = 100_000_000

/** The program, the folder and the disk. */
export async function checkMachine({ data, baseUrl }: SetUp): Promise<Checked[]> {
  return [
    {
      check: 'program',
      state: 'fine',
      says: `Node ${process.versions.node} on ${process.platform} ${process.arch}, zone data ${zoneDataVersion()}.`,
    },
    await pictures(),
    address(baseUrl),
    ...(await folder(data)),
  ]
}

async function pictures(): Promise<Checked> {
  try {
    const { openSharp } = await import('../../intake/picture/open-sharp.ts')
    await openSharp()
    return { check: 'pictures', state: 'fine', says: 'Pictures can be read.' }
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
    return { check: 'pictures', state: 'wrong', says: `Pictures cannot be read on this machine: ${why}` }
  }
}

function address(baseUrl: string): Checked {
  const { protocol, hostname } = new URL(baseUrl)
  const isHere = hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]'
  if (isHere)
    return {
      check: 'address',
      state: 'note',
      says: `BASE_URL is ${baseUrl}: links in mails lead to this machine only. Set it before others are invited.`,
    }
  if (protocol === 'http:')
    return {
      check: 'address',
      state: 'note',
      says: `BASE_URL is ${baseUrl}, without encryption: passwords can be read on the way, and passkeys do not work. Put a proxy with https before the site.`,
    }
  return { check: 'address', state: 'fine', says: `Readers see the site at ${baseUrl}.` }
}

async function folder(data: string): Promise<Checked[]> {
  const there = await stat(data).catch(() => null)
  const place = there ? data : dirname(data)
  if (there && !there.isDirectory())
    return [
      { check: 'folder', state: 'wrong', says: `DAYLONG_DATA is ${data}, which is a file and no folder.` },
    ]
  if (await access(place, constants.W_OK).catch(error => error))
    return [{ check: 'folder', state: 'wrong', says: `This user may not write in ${place}.` }]
  const { bavail, bsize } = await statfs(place)
  const free = bavail * bsize
  const says = `${there ? `${data} can be written` : `${data} will be made when the site is opened`}; ${sayBytes(free)} are free on its disk.`
  return [{ check: 'folder', state: free < tooLittle ? 'wrong' : free < little ? 'note' : 'fine', says }]
}

export function sayBytes(bytes: number): string {
  const [size, unit] =
    bytes >= 1e9 ? [bytes / 1e9, 'GB'] : bytes >= 1e6 ? [bytes / 1e6, 'MB'] : [bytes / 1e3, 'kB']
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`
}
