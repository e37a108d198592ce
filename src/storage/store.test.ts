import { spawn } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, test } from 'vitest'
import { finding, importInto, linesOf } from '../../test/builders.ts'
import { closing, stores, temporaryFile } from '../../test/stores.ts'
import { zoneDataVersion } from '../time/instants.ts'
import { readProgramme, readRevision } from './programmes.ts'
import { listSeries } from './series.ts'
import { readSetting, writeSetting } from './settings.ts'
import { openStore } from './store.ts'

describe.each(stores)('a store in $name', ({ empty, address }) => {
  test('is empty when it is new, and knows its zone data', async () => {
    const store = await empty()
    expect(await listSeries(store)).toEqual([])
    expect(await readSetting(store.db, 'zone-data')).toBe(zoneDataVersion())
  })

  test('holds what was written when it is opened again', async () => {
    const where = await address()
    const first = await openStore(where)
    await importInto(first, linesOf([finding()]))
    const written = await readProgramme(first, 'migrants-day', '2020')
    await first.close()
    const again = closing(await openStore(where))
    expect(await readProgramme(again, 'migrants-day', '2020')).toEqual(written)
    expect(written?.entries).toHaveLength(1)
  })

  test('is made once by processes that start at the same moment', async () => {
    const where = await address()
    const ends = await Promise.all([1, 2, 3].map(() => importElsewhere(where, 3)))
    expect(ends.map(({ code, errors }) => ({ code, errors }))).toEqual(Array(3).fill({ code: 0, errors: '' }))
    const counts = ends.map(({ summary }) => ({ new: summary.new, unchanged: summary.unchanged }))
    expect(counts.filter(count => count.new === 3)).toHaveLength(1)
    expect(counts.filter(count => count.unchanged === 3)).toHaveLength(2)
  })

  test('refuses an entry of no edition', async () => {
    const store = await empty()
    const row = { entry_id: 'nobody', position: 0, role: 'source', url: 'https://a.example', title: null }
    await expect(store.db.insertInto('entry_links').values(row).execute()).rejects.toThrow(/foreign key/i)
  })

  test('refuses two series, editions or entries of one address', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding()]))
    for (const table of ['series', 'editions', 'entries'] as const) {
      const row = await store.db.selectFrom(table).selectAll().executeTakeFirstOrThrow()
      const twin = store.db.insertInto(table).values({ ...row, id: 'another' } as never)
      await expect(twin.execute(), table).rejects.toThrow(/unique/i)
    }
  })

  test('derives instants again when it was written with other zone data, and tells the edition', async () => {
    const where = await address()
    const first = await openStore(where)
    await importInto(first, linesOf([finding(), finding({ title: 'No time told', start: undefined })]))
    const right = await readProgramme(first, 'migrants-day', '2020')
    await first.db.updateTable('entries').set({ starts_at: 1 }).where('starts_at', 'is not', null).execute()
    await writeSetting(first.db, 'zone-data', '1999a')
    await first.close()

    const again = closing(await openStore(where))
    const derived = await readProgramme(again, 'migrants-day', '2020')
    expect(derived?.entries.map(({ startsAt }) => startsAt)).toEqual([
      Date.parse('2020-12-18T13:00:00Z'),
      null,
    ])
    expect(derived?.edition.revision).toBe(right!.edition.revision + 1)
    expect(await readSetting(again.db, 'zone-data')).toBe(zoneDataVersion())
  })

  test('says that a newer version wrote it', async () => {
    const where = await address()
    const store = await openStore(where)
    await store.db
      .insertInto('kysely_migration' as never)
      .values({ name: '999-of-tomorrow', timestamp: new Date().toISOString() } as never)
      .execute()
    await store.close()
    await expect(openStore(where)).rejects.toThrow(/newer version of Daylong/)
  })
})

describe('a store in a file', () => {
  test('is durable: written ahead, synced, with foreign keys', async () => {
    const file = temporaryFile()
    closing(await openStore({ sqlite: file }))
    const reader = new DatabaseSync(file)
    expect(reader.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    reader.close()
  })

  test('can be opened for reading only, and then takes nothing', async () => {
    const file = temporaryFile()
    const writer = await openStore({ sqlite: file })
    await importInto(writer, linesOf([finding()]))
    await writer.close()
    const store = closing(await openStore({ sqlite: file }, { readOnly: true }))
    expect(await readRevision(store, 'migrants-day', '2020')).toBe(2)
    await expect(importInto(store, linesOf([finding({ title: 'More' })]))).rejects.toThrow(/readonly/)
  })

  test.each([
    [
      'something else',
      'not a database, but a letter of more than a hundred bytes. '.repeat(3),
      /is not a database of Daylong/,
    ],
    ['nothing useful in its folder', null, /cannot be opened\. The folder .* must exist/],
  ])('says what is wrong when the file holds %s', async (_, content, words) => {
    const file = temporaryFile()
    if (content !== null) writeFileSync(file, content)
    const path = content === null ? `${writtenInto(file)}/daylong.sqlite` : file
    await expect(openStore({ sqlite: path })).rejects.toThrow(words)
  })

  test('says that the file is damaged', async () => {
    const file = temporaryFile()
    await (await openStore({ sqlite: file })).close()
    const bytes = readFileSync(file)
    writeFileSync(file, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0xff)]))
    await expect(openStore({ sqlite: file })).rejects.toThrow(/is damaged .* restore a backup/)
  })

  test('says that another program does not let go of it', { timeout: 60_000 }, async () => {
    const file = temporaryFile()
    await (await openStore({ sqlite: file })).close()
    const other = new DatabaseSync(file)
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE mine (a); COMMIT')
    await expect(openStore({ sqlite: file })).rejects.toThrow(/in use by another program/)
    other.close()
  })

  test('says that it may not be written', async () => {
    const file = temporaryFile()
    await (await openStore({ sqlite: file })).close()
    await closedToUs(file, async () => {
      await expect(openStore({ sqlite: file })).rejects.toThrow(/cannot be written\. Give the user/)
    })
  })

  test('can be read where nothing may be written', async () => {
    const file = temporaryFile()
    const writer = await openStore({ sqlite: file })
    await importInto(writer, linesOf([finding()]))
    await writer.close()
    await closedToUs(file, async () => {
      const store = await openStore({ sqlite: file }, { readOnly: true })
      expect(await readRevision(store, 'migrants-day', '2020')).toBe(2)
      await store.close()
    })
  })
})

describe('a store in PostgreSQL', () => {
  const server = () => {
    const postgres = inject('postgres')
    if ('error' in postgres) throw new Error(postgres.error)
    return new URL(postgres.url)
  }

  test('says that nobody answers, without the password', async () => {
    const opening = openStore({ postgres: 'postgres://daylong:secret@127.0.0.1:1/daylong' })
    await expect(opening).rejects.toThrow(/^No PostgreSQL answers at 127\.0\.0\.1:1\./)
    await expect(opening).rejects.not.toThrow(/secret/)
  })

  test('says that the password is wrong', async () => {
    const url = server()
    url.password = 'wrong'
    await expect(openStore({ postgres: url.href })).rejects.toThrow(/does not let the user “daylong” in/)
  })

  test('says that there is no such database', async () => {
    const url = server()
    url.pathname = '/elsewhere'
    await expect(openStore({ postgres: url.href })).rejects.toThrow(/has no database “elsewhere”/)
  })
})

/** A file, to be taken for a folder. */
function writtenInto(file: string): string {
  writeFileSync(file, '')
  return file
}

/** Nothing is closed to root, so that as root we are nobody for a moment. */
async function closedToUs(file: string, act: () => Promise<void>): Promise<void> {
  chmodSync(file, 0o444)
  chmodSync(dirname(file), 0o555)
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid!('nobody')
  try {
    await act()
  } finally {
    if (isRoot) process.seteuid!(0)
    chmodSync(dirname(file), 0o755)
  }
}

async function importElsewhere(where: object, count: number) {
  const script = fileURLToPath(new URL('../../test/import-many.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(where), String(count)])
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise(resolve => child.once('close', resolve)),
  ])
  const last = output.trim().split('\n').at(-1)
  return { code, errors, summary: code === 0 ? JSON.parse(last!).summary : null }
}
