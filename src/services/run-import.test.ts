import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { finding, importInto, linesOf } from '../../test/builders.ts'
import { anEdition } from '../../test/entries.ts'
import { calendar } from '../../test/sources.ts'
import { closing, stores } from '../../test/stores.ts'
import type { ImportWish } from '../domain/import.ts'
import { findEditionById } from '../storage/editions.ts'
import { findImport, listImports, readImportFile } from '../storage/imports.ts'
import { readProgramme } from '../storage/programmes.ts'
import { listOpenReadings } from '../storage/readings.ts'
import { openStore, type Store } from '../storage/store.ts'
import { beginImporting, dropImport, holdImport, mostImportBytes } from './open-import.ts'
import { runImport } from './run-import.ts'

const at = Date.parse('2020-12-01T12:00:00Z')
const wish: ImportWish = { newAs: 'published', changes: 'accept', as: null }
const events = [
  { title: 'Voices of migrants', start: '18T130000' },
  { title: 'Money sent home', start: '18T150000' },
]

async function hold(store: Store, editionId: string, body: string, told: Partial<ImportWish> = {}) {
  const pieces = [Buffer.from(body.slice(0, 100)), Buffer.from(body.slice(100))]
  const id = await holdImport(
    store,
    editionId,
    { name: 'C:\\calendars\\all.ics', pieces },
    { by: 'Anna', at },
  )
  await beginImporting(store, id, { ...wish, ...told }, { at })
  return id
}

/** So many events, one of them twice and one without a title: a table of more than one batch. */
function table(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, number) => `Webinar ${number},2020-12-18,${10 + (number % 10)}:00,CET`,
  )
  return [
    'title,date,time,timezone',
    ...rows.slice(0, 5),
    ',2020-12-18,11:00,CET',
    ...rows.slice(5),
    rows[0],
  ].join('\n')
}

describe.each(stores)('an uploaded file in $name', ({ empty, address }) => {
  test('becomes entries, and a report that is kept; the file itself is not', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const id = await hold(store, edition.id, calendar(events).body)
    expect(await findImport(store.db, id)).toMatchObject({ state: 'waiting', name: 'all.ics', report: null })
    await runImport(store, id, { now: () => at + 1 })
    expect(await findImport(store.db, id)).toMatchObject({
      state: 'done',
      kind: 'calendar',
      done: 2,
      endedAt: at + 1,
      report: { new: 2, changed: 0, unchanged: 0, refused: [], counts: { refused: 0 } },
    })
    expect(await readImportFile(store.db, id)).toBeNull()
    await runImport(store, id, { now: () => at + 2 })
    expect((await findImport(store.db, id))!.endedAt).toBe(at + 1)
    const again = await hold(store, edition.id, calendar(events).body)
    await runImport(store, again, { now: () => at })
    expect((await listImports(store.db, { editionId: edition.id })).map(({ state }) => state).sort()).toEqual(
      ['done', 'nothing-new'],
    )
  })

  test('of others says nothing of the edition itself: their greeting is no text of it', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const mail =
      'From: Partners <p@x.example>\r\nTo: c@x.example\r\nMIME-Version: 1.0\r\nSubject: December events\r\nDate: Tue, 01 Dec 2020 10:00:00 +0100\r\n\r\nDear friends,\r\n\r\nhere are our events:\r\n\r\n* Webinar: Fair recruitment\r\n  18 December 2020, 14:00-15:30 CET\r\n\r\n* Vigil at the harbour\r\n  18 December 2020, 18:00, Hamburg\r\n'
    const before = await findEditionById(store.db, edition.id)
    const id = await hold(store, edition.id, mail)
    await runImport(store, id, { now: () => at })
    expect((await findImport(store.db, id))!.report).toMatchObject({ new: 2 })
    const { title, text, author } = (await findEditionById(store.db, edition.id))!
    expect({ title, text, author }).toEqual({
      title: before!.title,
      text: before!.text,
      author: before!.author,
    })
  })

  test('adds drafts and asks about changes, for who may not publish', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    await runImport(store, await hold(store, edition.id, calendar(events).body), { now: () => at })
    const changed = [
      { title: 'Voices of many', start: '18T130000' },
      ...events.slice(1),
      { title: 'New', start: '18T090000' },
    ]
    const pieces = [Buffer.from(calendar(changed).body)]
    const id = await holdImport(store, edition.id, { name: 'all.ics', pieces }, { by: 'Carl', at })
    await beginImporting(store, id, wish, { at, onlyDrafts: true })
    await runImport(store, id, { now: () => at })
    const { entries } = (await readProgramme(store, 'migrants-day', '2020', { all: true }))!
    expect(entries.map(({ title, state }) => `${title} ${state}`)).toEqual([
      'Voices of migrants published',
      'Money sent home published',
      'New draft',
    ])
    expect((await findImport(store.db, id))!.report).toMatchObject({
      new: 1,
      proposed: { new: 0, changes: 1 },
    })
    expect(await listOpenReadings(store.db, { editionIds: [edition.id] })).toEqual([])
  })

  test('tells readers nothing of drafts, nor of their sessions', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const found = finding({ title: 'Forum', sessions: [finding({ title: 'Opening' })] })
    const taking = { new: 'draft', changes: 'accept', cancels: true, ours: [], days: null } as const
    const told = async () => (await store.db.selectFrom('updates').select('kind').execute()).length
    await importInto(store, linesOf([found]), { taking })
    expect([(await readProgramme(store, 'migrants-day', edition.slug))!.entries, await told()]).toEqual([
      [],
      0,
    ])
    await importInto(store, linesOf([finding({ title: 'Seen' })]), { file: 'other.ics' })
    expect(await told()).toBe(1)
  })

  test('that nothing is found in, that is empty or too large is refused with the reason', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const id = await hold(store, edition.id, '{"a": {"b": 1}}')
    await runImport(store, id, { now: () => at })
    expect(await findImport(store.db, id)).toMatchObject({
      state: 'failed',
      problem: { code: expect.any(String) },
    })
    const held = (pieces: Uint8Array[]) =>
      holdImport(store, edition.id, { name: 'x', pieces }, { by: 'Anna', at })
    await expect(held([])).rejects.toMatchObject({ key: 'file-empty' })
    const piece = new Uint8Array(mostImportBytes / 2 + 1)
    await expect(held([piece, piece])).rejects.toMatchObject({ key: 'file-too-large' })
    expect(await listImports(store.db, { editionId: edition.id })).toHaveLength(1)
  })

  test('that is not to be imported after all leaves nothing', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const id = await hold(store, edition.id, calendar(events).body)
    await dropImport(store, id)
    await runImport(store, id, { now: () => at })
    expect(await listImports(store.db, { editionId: edition.id })).toEqual([])
    expect(await store.db.selectFrom('import_files').selectAll().execute()).toEqual([])
  })

  test('whose import is killed in the middle is finished by the next, with the report of an undisturbed one', {
    timeout: 120_000,
  }, async () => {
    const outcome = async (kill: boolean) => {
      const where = await address()
      const store = closing(await openStore(where))
      const edition = await anEdition(store)
      const id = await hold(store, edition.id, table(4000))
      if (kill) {
        const done = await runUntilKilled(where, id, 1000)
        const kept = (await findImport(store.db, id))!
        expect(kept).toMatchObject({ state: 'running', endedAt: null })
        expect(kept.done).toBeGreaterThanOrEqual(done)
        expect(kept.done).toBeLessThan(4001)
      }
      await runImport(store, id, { now: () => at + 1 })
      const programme = (await readProgramme(store, 'migrants-day', '2020', { all: true }))!
      const { report, state, done } = (await findImport(store.db, id))!
      return {
        told: { report, state, done, revision: programme.edition.revision },
        entries: programme.entries.map(({ slug, title, startsAt, state }) => [slug, title, startsAt, state]),
      }
    }
    const [undisturbed, killed] = [await outcome(false), await outcome(true)]
    expect(undisturbed.told).toMatchObject({
      state: 'done',
      report: { new: 4000, unchanged: 0, counts: { refused: 2 } },
    })
    expect(killed).toEqual(undisturbed)
  })
})

/** Imports in a process of its own and kills it as soon as `enough` findings are stored. */
async function runUntilKilled(where: object, id: string, enough: number): Promise<number> {
  const script = fileURLToPath(new URL('../../test/work-kept.ts', import.meta.url))
  const kept = JSON.stringify({ what: 'import', id })
  const child = spawn(process.execPath, [script, JSON.stringify(where), kept], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let done = 0
  child.stdout.on('data', (chunk: Buffer) => {
    done = Math.max(done, ...[...String(chunk).matchAll(/"done":(\d+)/g)].map(([, told]) => Number(told)))
    if (done >= enough) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return done
}
