import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startWork } from '../src/jobs/work.ts'
import { queueJob } from '../src/storage/jobs.ts'
import { openStore } from '../src/storage/store.ts'
import { quiet } from '../test/effects.ts'
import { type Cost, costOf, inTurns, median, ms, type Row } from './row.ts'

const count = 1000
const limit = 8

/**
 * Jobs that do nothing, each queued in a transaction of its own as a change would, then run to the last: against the
 * same rows inserted by a prepared statement, each durable by itself. A job is written three times at least: when it
 * is queued, when it is taken and when it is done.
 */
export async function jobs(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-bench-'))
  try {
    let files = 0
    const newFile = () => join(folder, `${files++}.sqlite`)
    const rounds = await inTurns(
      { run: () => queueAndRun(newFile()), plain: () => insertPlain(newFile()) },
      3,
    )
    const took = (name: 'run' | 'plain', by: keyof Cost) => median(rounds.map(round => round[name][by]))
    return (['processor', 'clock'] as const).map(by => {
      const ratio = median(rounds.map(({ run, plain }) => run[by] / plain[by]))
      const judged = by === 'clock'
      return {
        measure: `1,000 jobs queued one by one and run, ${judged ? 'by the clock' : 'processor'}`,
        figure: ms(took('run', by)),
        against: `1,000 plain inserts ${ms(took('plain', by))}`,
        ratio: ratio.toFixed(2),
        limit: judged ? `≤ ${limit}` : '',
        ok: judged ? ratio <= limit : null,
      }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function queueAndRun(file: string): Promise<Cost> {
  const store = await openStore({ sqlite: file })
  const { promise: all, resolve } = Promise.withResolvers<void>()
  let done = 0
  try {
    return await costOf(async () => {
      for (let mail = 0; mail < count; mail++) {
        const job = { kind: 'send-mail', data: { mail: String(mail) }, dueAt: Date.now() } as const
        await store.db.transaction().execute(db => queueJob(db, job))
      }
      const work = startWork({
        store,
        handlers: { 'send-mail': async () => void (++done === count && resolve()) },
        parts: { ...quiet, now: Date.now },
      })
      await all
      await work.stop()
    })
  } finally {
    await store.close()
  }
}

async function insertPlain(file: string): Promise<Cost> {
  await (await openStore({ sqlite: file })).close()
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  const insert = db.prepare("INSERT INTO jobs (id, kind, data, state, due_at) VALUES (?, ?, ?, 'done', ?)")
  const cost = await costOf(() => {
    for (let mail = 0; mail < count; mail++)
      insert.run(crypto.randomUUID(), 'send-mail', `{"mail":"${mail}"}`, Date.now())
  })
  db.close()
  return cost
}
