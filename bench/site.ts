import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importProgramme } from '../src/services/import-programme.ts'
import { openStore } from '../src/storage/store.ts'
import { asLine, sampleEvents } from './sample.ts'

const server = fileURLToPath(new URL('../dist/server/main.js', import.meta.url))

/** Editions of the store that is measured, by their number of entries: ten thousand in all. */
const sizes = [200, 500, 5000, 4300]

/** A folder with a store of ten thousand entries in it. */
export async function fillFolder(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-bench-'))
  const store = await openStore({ sqlite: join(folder, storeFile) })
  for (const [index, size] of sizes.entries()) {
    const summary = await importProgramme(store, sampleEvents(size, index + 1).map(asLine), {
      series: 'bench',
      edition: String(size),
      file: `${size}.jsonl`,
      at: Date.UTC(2020, 11, 1),
      date: '2020-12-18',
      zone: 'UTC',
      publish: true,
    })
    if (summary.new !== size) throw new Error(`Of ${size} entries ${summary.new} were stored.`)
  }
  await store.close()
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** The name `main.ts` gives it. */
export const storeFile = 'daylong.sqlite'

/** `said`: what it wrote to its stderr. */
export type Running = {
  url: string
  pid: number
  said: () => string
  hasEnded: () => boolean
  stop: () => Promise<void>
}

/** Starts the built server on a folder as `npm start` does; it may not listen yet. @param settings of its environment */
export async function startSite(folder: string, settings: Record<string, string> = {}): Promise<Running> {
  if (!existsSync(server)) throw new Error(`${server} is missing: run “npm run bench”, which builds it.`)
  const port = await freePort()
  return running(
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16', server], {
      env: { ...environment(), ...settings, PORT: String(port), HOST: '127.0.0.1', DAYLONG_DATA: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
    port,
  )
}

/** Starts a script beside this one that listens on the port it is told first. */
export async function startScript(name: string, ...words: string[]): Promise<Running> {
  const port = await freePort()
  const script = fileURLToPath(new URL(name, import.meta.url))
  const child = spawn(process.execPath, [script, String(port), ...words], {
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return running(child, port)
}

/**
 * Asks until there is an answer.
 *
 * @throws Error with what the server said when it ended, when it takes half a minute, or answers with an error
 */
export async function firstAnswer(site: Running, path: string): Promise<Response> {
  const patience = performance.now() + 30_000
  for (;;) {
    const answer = await fetch(site.url + path).catch(() => null)
    if (answer?.status === 200) return answer
    const trouble = answer ? `answered with ${answer.status}` : site.hasEnded() ? 'ended' : 'said nothing'
    if (answer || site.hasEnded() || performance.now() > patience)
      throw new Error(`${site.url}${path}: the server ${trouble}. ${site.said()}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

/** Resident memory of a process in bytes, and the processor time it has used in milliseconds; null where the system does not say. */
export function usageOf(pid: number): { resident: number; peak: number; processor: number } | null {
  if (!existsSync(`/proc/${pid}/status`)) return null
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
  return {
    resident: kilobytes('VmRSS') * 1024,
    peak: kilobytes('VmHWM') * 1024,
    processor: (Number(user) + Number(system)) * 10,
  }
}

function running(child: ChildProcess, port: number): Running {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', words => {
    said = (said + words).slice(-10_000)
  })
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const stop = async () => {
    if (hasEnded()) return
    const closed = once(child, 'exit')
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 5000).unref()
    await closed
  }
  return { url: `http://127.0.0.1:${port}`, pid: child.pid!, said: () => said, hasEnded, stop }
}

/** One that nobody listens on. */
export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  const port = typeof address === 'object' && address ? address.port : 0
  listener.close()
  await once(listener, 'close')
  return port
}

/** Without what a host may have set for a site of their own. */
function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, BASE_URL: __, NODE_OPTIONS: ___, ...rest } = process.env
  return { ...rest, NODE_ENV: 'production' }
}
