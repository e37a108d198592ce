import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { serve } from '../../src/main.ts'
import { openStore } from '../../src/storage/store.ts'
import { importInto, manyLines } from '../builders.ts'

test('a disk that is full is what an import says, and what was stored before stays whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-full-'))
  const store = await openStore({ sqlite: join(folder, 'daylong.sqlite') })
  await importInto(store, manyLines(10))
  await sql`PRAGMA max_page_count = 200`.execute(store.db)
  await expect(importInto(store, manyLines(5000))).rejects.toThrow(/full/)
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(store.db)
  expect(rows).toEqual([{ integrity_check: 'ok' }])
  const { count } = await store.db
    .selectFrom('entries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(Number(count) % 10).toBe(0)
  expect(Number(count)).toBeGreaterThanOrEqual(10)
  await store.close()
})

test('a data folder that is a file is refused in words', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'daylong-file-')), 'data')
  writeFileSync(file, '')
  const config = { ...readConfig({ PORT: '0', HOST: '127.0.0.1' }), data: file }
  await expect(serve(config)).rejects.toThrow(/^DAYLONG_DATA is “.*”, where no folder can be made \(EEXIST\)/)
})

test('a demo that is opened by several at once is opened by all of them', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-demo-'))
  const stores = await Promise.all([fork(folder), fork(folder)])
  expect(stores).toEqual([0, 0])
  expect(readdirSync(folder).filter(name => /\.sqlite$/.test(name))).toHaveLength(1)
})

/** Another process that opens the demo; its exit code. */
function fork(folder: string): Promise<number | null> {
  const script = `import { openDemo } from ${JSON.stringify(import.meta.resolve('../../src/services/open-demo.ts'))}
    await (await openDemo(${JSON.stringify(folder)}, Date.now())).close()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })
  return new Promise(resolve => child.once('exit', resolve))
}
