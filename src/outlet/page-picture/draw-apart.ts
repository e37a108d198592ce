import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Drawing } from '../chart/drawing.ts'
import type { PagePicture } from './page-picture.ts'

/**
 * Pictures are drawn in a process apart, one at a time: drawing takes a processor for a moment and memory that the site
 * would keep, and the library that reads SVG there must not read what people hand in here. It may read files, write into
 * one folder, and nothing else; when nobody has asked for a while it ends.
 */
export type Draws = {
  /** Null: too many wait already, or it could not be drawn. */
  draw: (picture: PagePicture | Drawing) => Promise<Uint8Array | null>
  /** Ends the process; the next picture begins another. */
  end: () => void
}

const mostWaiting = 20
const mostMs = 30_000
const idleMs = 20_000

export function createDraws(): Draws {
  let process: ChildProcess | null = null
  let folder = ''
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let end: NodeJS.Timeout | undefined

  return {
    draw(picture) {
      if (waiting >= mostWaiting) return Promise.resolve(null)
      waiting++
      const drawn = turn.then(() => drawNow(picture)).finally(() => waiting--)
      turn = drawn.catch(() => {})
      return drawn
    },
    end() {
      if (process) stop(process)
    },
  }

  async function drawNow(picture: PagePicture | Drawing): Promise<Uint8Array | null> {
    clearTimeout(end)
    const child = process?.connected ? process : begin()
    const bytes = await ask(child, picture)
    if (bytes === null) stop(child)
    else end = setTimeout(() => stop(child), idleMs).unref()
    return bytes
  }

  function begin(): ChildProcess {
    const own = mkdtempSync(join(tmpdir(), 'daylong-letters-'))
    const child = fork(built(), [own], {
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [
        '--max-old-space-size=256',
        '--permission',
        '--allow-fs-read=*',
        `--allow-fs-write=${own}`,
        '--allow-addons',
      ],
    })
    // Nobody waits for it: the site may end, and takes it along.
    child.unref()
    child.channel?.unref()
    child.on('error', () => {})
    child.on('exit', () => forget(own))
    folder = own
    process = child
    return child
  }

  function stop(child: ChildProcess): void {
    child.kill('SIGKILL')
    forget(folder)
    if (process === child) process = null
  }
}

/** Where the letters were unpacked. */
function forget(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

type Answer = { bytes: Uint8Array } | { failed: string }

function ask(child: ChildProcess, picture: PagePicture | Drawing): Promise<Uint8Array | null> {
  return new Promise(resolve => {
    const deadline = setTimeout(() => settle(null), mostMs)
    const onMessage = (answer: unknown) =>
      settle('bytes' in (answer as Answer) ? (answer as { bytes: Uint8Array }).bytes : null)
    const onExit = () => settle(null)
    const settle = (bytes: Uint8Array | null) => {
      clearTimeout(deadline)
      child.off('message', onMessage).off('exit', onExit)
      resolve(bytes)
    }
    child.on('message', onMessage).on('exit', onExit)
    child.send(picture, error => {
      if (error) settle(null)
    })
  })
}

/** Beside this file while it is TypeScript; once it is built, in the folder above the chunks. */
function built(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./picture-worker.ts', import.meta.url)
  return new URL(
    import.meta.url.includes('/chunks/') ? '../picture-worker.js' : 'picture-worker.js',
    import.meta.url,
  )
}
