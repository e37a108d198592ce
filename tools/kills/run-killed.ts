import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Act, storeIn } from './acts.ts'
import { differenceOf, outcomeOf } from './outcome.ts'

/** `parts`: how far it was each time, of the time it takes; `killed`: how often it was not done before. */
export type Killed = { parts: number[]; killed: number; difference: string | null }

/**
 * Has something done undisturbed; then, in a new folder for each point, has it killed at moments drawn by lot, and done
 * once more, which has to come to the same.
 *
 * @param kills one after the other, before it is done; dice: numbers from 0 to below 1
 */
export async function* killAt(
  act: Act,
  { points, size, kills, dice }: { points: number; size: number; kills: number; dice: () => number },
): AsyncGenerator<Killed> {
  let ms = 0
  const undisturbed = await inFolder(act, size, async ({ run, outcome }) => {
    // As those that are killed: in a process of its own, which has everything to load first.
    ms = (await run(null)).ms
    return outcome()
  })
  for (let done = 0, tries = 0; done < points && tries < points * 5; tries++) {
    const point = await inFolder(act, size, async ({ run, finish, outcome }): Promise<Killed | null> => {
      const parts = Array.from({ length: kills }, dice)
      let killed = 0
      for (const part of parts) {
        const told = await run(part * ms)
        if (told.isKilled) killed++
        // The machine has less to do than when it was measured: this was no kill, and is drawn again.
        else if (killed === 0) ms = told.ms
        if (killed === 0) return null
      }
      await finish()
      return { parts, killed, difference: differenceOf(undisturbed, outcome()) }
    })
    if (!point) continue
    done++
    yield point
  }
}

/** What the first has compiled the others need not: half of the time of each went by before it had begun. */
const compiled = join(tmpdir(), 'daylong-kills-compiled')

type InFolder = {
  run: (after: number | null) => ReturnType<typeof start>
  finish: () => Promise<unknown>
  outcome: () => Map<string, string[]>
}

async function inFolder<Result>(
  act: Act,
  size: number,
  use: (means: InFolder) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-kills-'))
  try {
    const { words, env, finish } = await act.prepare(folder, size)
    const run = (after: number | null) => start(words, env, storeIn(folder), after)
    const outcome = () => outcomeOf(storeIn(folder), act.leftOut)
    return await use({ run, finish: finish ?? (() => run(null)), outcome })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param after it is killed so many milliseconds after it began with the store
 * @returns ms: how long it was at the store
 * @throws Error when it fails by itself
 */
function start(words: string[], env: Record<string, string>, store: string, after: number | null) {
  const { DATABASE_URL: _, ...own } = process.env
  const child = spawn(process.execPath, words, {
    env: {
      ...own,
      ...env,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      NODE_COMPILE_CACHE: compiled,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const from = Date.now()
  let said = ''
  let begun: number | null = null
  let timer: NodeJS.Timeout | undefined
  const begin = () => {
    if (begun !== null) return
    begun = performance.now()
    if (after !== null) timer = setTimeout(() => child.kill('SIGKILL'), after)
  }
  // The command line says nothing before it is done; what it writes tells that it has begun.
  const watch = setInterval(() => {
    if ((statSync(`${store}-wal`, { throwIfNoEntry: false })?.mtimeMs ?? 0) > from) begin()
  }, 10)
  child.stdout.on('data', begin)
  child.stderr.setEncoding('utf8').on('data', piece => {
    said = (said + piece).slice(-2000)
    begin()
  })
  return new Promise<{ isKilled: boolean; ms: number }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      clearInterval(watch)
      const ms = performance.now() - (begun ?? performance.now())
      if (signal === 'SIGKILL' || code === 0) resolve({ isKilled: signal === 'SIGKILL', ms })
      else reject(new Error(`It ended with ${code}: ${said}`))
    })
  })
}
