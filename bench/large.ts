import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { batchSize } from '../src/services/import-programme.ts'
import type { LargeTold } from './large-import.ts'
import { indexRowsOf, insertRaw, rowsOf } from './raw-rows.ts'
import { megabytes, ms, type Row } from './row.ts'

const count = 100_000
const few = 10_000

/**
 * A hundred thousand entries imported into one edition, against inserting the rows that came of it by prepared
 * statements: made durable a thousand entries at a time, as the import does, which is what is judged; and all in one
 * transaction, which writes each page of an index once and not with every batch again. Memory is judged by what it
 * grows once an import has come to its stride: from half of them to all. It takes minutes: it is measured when it is
 * asked for, `npm run bench -- large`.
 */
export async function large(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-bench-'))
  try {
    const file = join(folder, 'large.sqlite')
    const whole = await imported(file, count)
    const rows = [...rowsOf(file), await indexRowsOf(file)]
    const raw = await insertRaw(rows, join(folder, 'raw.sqlite'), batchSize)
    const atOnce = await insertRaw(rows, join(folder, 'at-once.sqlite'))
    const small = await imported(join(folder, 'small.sqlite'), few)
    const rate = raw.processor / whole.processor
    const perEntry = (whole.peak - whole.peakHalfway) / (count / 2)
    return [
      {
        measure: `${count.toLocaleString('en')} entries imported, processor`,
        figure: ms(whole.processor),
        against: `raw rows ${ms(raw.processor)}`,
        ratio: `rate ${rate.toFixed(2)}`,
        limit: '≥ 0.5',
        ok: rate >= 0.5,
      },
      {
        measure: 'the same, by the clock',
        figure: ms(whole.clock),
        against: `raw rows ${ms(raw.clock)}`,
        ratio: `rate ${(raw.clock / whole.clock).toFixed(2)}`,
        limit: '',
        ok: null,
      },
      {
        measure: 'the same, against the rows in one transaction, processor',
        figure: ms(whole.processor),
        against: `raw rows ${ms(atOnce.processor)}`,
        ratio: `rate ${(atOnce.processor / whole.processor).toFixed(2)}`,
        limit: '',
        ok: null,
      },
      {
        measure: 'memory at most',
        figure: megabytes(whole.peak),
        against: `after half of them ${megabytes(whole.peakHalfway)}, with ${few.toLocaleString('en')} ${megabytes(small.peak)}`,
        ratio: `${Math.round(perEntry)} bytes an entry`,
        limit: '≤ 100',
        ok: perEntry <= 100,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** In a process of its own, whose memory nothing else has grown. */
async function imported(file: string, entries: number): Promise<LargeTold> {
  const script = fileURLToPath(new URL('./large-import.ts', import.meta.url))
  const child = fork(script, [file, String(entries)], { execArgv: ['--max-semi-space-size=16'] })
  const [told] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The import ended with ${code}.`))),
  ])) as [LargeTold]
  await once(child, 'exit')
  return told
}
