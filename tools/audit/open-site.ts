import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asLine, sampleEvents } from '../../bench/sample.ts'
import { firstAnswer, type Running, startSite, storeFile } from '../../bench/site.ts'
import { importProgramme } from '../../src/services/import-programme.ts'
import { openDemo } from '../../src/services/open-demo.ts'
import { openStore } from '../../src/storage/store.ts'

/** The programme that is weighed and timed: 200 entries. */
export const measured = '/bench/200'

/**
 * The built site with the programmes of the demo and one of 200 entries, on a folder of its own; nobody owns it yet.
 *
 * @param settings of its environment
 */
export async function openSite(
  settings: Record<string, string> = {},
): Promise<{ site: Running; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-audit-'))
  await (await openDemo(folder, Date.now())).close()
  const demo = (await readdir(folder)).find(name => /^demo-.*\.sqlite$/.test(name))
  renameSync(join(folder, demo!), join(folder, storeFile))
  const store = await openStore({ sqlite: join(folder, storeFile) })
  const told = { series: 'bench', edition: '200', file: '200.jsonl', at: Date.UTC(2020, 11, 1) }
  await importProgramme(store, sampleEvents(200, 1).map(asLine), {
    ...told,
    date: '2020-12-18',
    zone: 'UTC',
    publish: true,
  })
  await store.close()
  const site = await startSite(folder, settings)
  await (await firstAnswer(site, measured)).text()
  const close = async () => {
    await site.stop()
    rmSync(folder, { recursive: true })
  }
  return { site, close }
}
