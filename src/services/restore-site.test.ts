import { createHash, randomUUIDv7 } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aDay } from '../../test/a-day.ts'
import { importInto } from '../../test/builders.ts'
import { drawing } from '../../test/pictures.ts'
import { signedIn } from '../../test/signed-in.ts'
import { closing, stores, temporaryFile } from '../../test/stores.ts'
import type { BackupValue } from '../domain/backup.ts'
import { sqliteDialect } from '../storage/dialects/sqlite.ts'
import { migrateTo } from '../storage/migrate.ts'
import { migrationNames } from '../storage/migrations/names.ts'
import { readTogether } from '../storage/series.ts'
import { isLeftOut, leftOut, tablesOf } from '../storage/site-tables.ts'
import { openStore, type Store } from '../storage/store.ts'
import type { Db, Tables } from '../storage/tables.ts'
import { addPicture } from './add-picture.ts'
import { restoreSite } from './restore-site.ts'
import { writeBackup } from './write-backup.ts'

const at = Date.parse('2026-11-29T09:00:00Z')
const told = { version: '0.1.0', at }
type Where = Parameters<typeof openStore>[0]

/** A site with something of most kinds, and somebody signed in. */
async function fillWithASite(store: Store): Promise<void> {
  await importInto(
    store,
    aDay.map(finding => ({ finding })),
  )
  await addPicture(store, await drawing(900, 600).png().toBuffer(), { by: 'Ada', at })
  await signedIn({ store, clock: { now: at } }, 'owner', { password: 'a long password' })
  const words = { id: randomUUIDv7(), title: 'عن \u2028 “us” \ud83d\ude80', text: 'x'.repeat(70_000) }
  await store.db
    .insertInto('writings')
    .values({
      ...words,
      kind: 'page',
      slug: 'about',
      state: 'published',
      day: '2020-12-18',
      published_at: null,
      created_at: at,
      updated_at: at,
    })
    .execute()
}

/** Every row of every table, as text. */
async function contentOf(db: Db): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {}
  for (const { table, columns } of await tablesOf([...migrationNames])) {
    const rows = (await db
      .selectFrom(table as keyof Tables)
      .selectAll()
      .execute()) as Record<string, unknown>[]
    content[table] = rows
      .map(row =>
        JSON.stringify(
          columns.map(([name]) =>
            row[name] instanceof Uint8Array ? Buffer.from(row[name]).toString('hex') : row[name],
          ),
        ),
      )
      .sort()
  }
  return content
}

async function backedUp(store: Store, file = temporaryFile('site.backup.gz')): Promise<string> {
  await readTogether(store, db => writeBackup(db, file, told))
  return file
}

async function backupOfASite(): Promise<{ file: string; content: Record<string, string[]> }> {
  const store = await stores[0]!.empty()
  await fillWithASite(store)
  return { file: await backedUp(store), content: await contentOf(store.db) }
}

const restore = (file: string, where: Where, mayReplace = false) =>
  restoreSite(file, where, { ...told, mayReplace, folder: dirname(file) })

async function opened<T>(where: Where, look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(where)
  try {
    return await look(store)
  } finally {
    await store.close()
  }
}

const ways = stores.flatMap(from =>
  stores.map(to => ({ from, to, name: `from ${from.name} into ${to.name}` })),
)

describe.each(ways)('a site $name', ({ from, to }) => {
  test('is the same afterwards, but for who was signed in', async () => {
    const store = await from.empty()
    await fillWithASite(store)
    const before = await contentOf(store.db)
    const filled = Object.entries(before).filter(([, rows]) => rows.length > 0)
    expect(filled.map(([table]) => table)).toEqual(
      expect.arrayContaining([
        'accounts',
        'entries',
        'identities',
        'writings',
        'picture_sizes',
        'revisions',
        'settings',
      ]),
    )
    const where = await to.address()
    const restored = await restore(await backedUp(store), where)
    expect(restored).toEqual({
      madeAt: '2026-11-29T09:00:00.000Z',
      replaced: null,
      rows: Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, rows.length])),
    })
    await opened(where, async again => {
      expect(await contentOf(again.db)).toEqual(before)
      expect(await again.db.selectFrom('sign_ins').selectAll().execute()).toEqual([])
      // What follows from the rest is made again: everything is found.
      const count = async (table: 'search_rows' | 'entries' | 'editions' | 'writings') =>
        (await again.db.selectFrom(table).selectAll().execute()).length
      expect(await count('search_rows')).toBe(
        (await count('entries')) + (await count('editions')) + (await count('writings')),
      )
    })
  })
})

describe.each(stores)('a site in $name', ({ empty, address }) => {
  test('has no table that a backup forgets', async () => {
    const store = await empty()
    const known = await tablesOf([...migrationNames])
    const there = (await store.db.introspection.getTables()).filter(({ name }) => !isLeftOut(name))
    const shape = (columns: string[]) => [...columns].sort()
    expect(
      Object.fromEntries(known.map(({ table, columns }) => [table, shape(columns.map(([name]) => name))])),
    ).toEqual(
      Object.fromEntries(there.map(({ name, columns }) => [name, shape(columns.map(column => column.name))])),
    )
    for (const name of leftOut)
      expect((await store.db.introspection.getTables()).map(each => each.name)).toContain(name)
  })

  test('is not replaced unless it is said, and is kept aside then, to be brought back', async () => {
    const where = await address()
    const { file, content } = await backupOfASite()
    const before = await opened(where, async store => {
      await importInto(
        store,
        aDay.slice(0, 2).map(finding => ({ finding })),
      )
      return contentOf(store.db)
    })
    await expect(restore(file, where)).rejects.toMatchObject({ key: 'restore-has-content' })
    expect(await opened(where, ({ db }) => contentOf(db))).toEqual(before)

    const { replaced } = await restore(file, where, true)
    expect(await opened(where, ({ db }) => contentOf(db))).toEqual(content)
    const kept = 'sqlite' in where ? { sqlite: replaced! } : await address()
    if ('postgres' in where) await restore(replaced!, kept)
    expect(statSync(replaced!).mode & 0o077).toBe('sqlite' in where ? statSync(where.sqlite).mode & 0o077 : 0)
    expect(await opened(kept, ({ db }) => contentOf(db))).toEqual(before)
  })

  test('is not replaced while it runs', async () => {
    const where = await address()
    const { file } = await backupOfASite()
    const running = await openStore(where)
    await expect(restore(file, where)).rejects.toMatchObject({ key: 'restore-in-use' })
    await expect(restore(file, where, true)).rejects.toMatchObject({ key: 'restore-in-use' })
    await running.close()
    await restore(file, where)
  })

  test('is backed up as of one moment, whatever is written meanwhile', async () => {
    const where = await address()
    const store = closing(await openStore(where))
    const writer = closing(await openStore(where))
    await importInto(
      store,
      aDay.map(finding => ({ finding })),
    )
    let isWriting = true
    const write = (title: string) =>
      writer.db.transaction().execute(async db => {
        await db.updateTable('series').set({ title }).execute()
        await db.updateTable('editions').set({ title }).execute()
      })
    await write('Title')
    const writing = (async () => {
      for (let i = 0; isWriting; i++) {
        await write(`Title ${i}`)
        await setImmediate()
      }
    })()
    const file = temporaryFile('site.backup.gz')
    const titles: [string, string][] = []
    for (let i = 0; i < 5; i++) {
      const target = await stores[0]!.address()
      await backedUp(store, file + i)
      await restore(file + i, target)
      titles.push(
        await opened(target, async ({ db }) => {
          const [series, edition] = await Promise.all([
            db.selectFrom('series').select('title').executeTakeFirstOrThrow(),
            db.selectFrom('editions').select('title').executeTakeFirstOrThrow(),
          ])
          return [series.title, edition.title]
        }),
      )
    }
    isWriting = false
    await writing
    for (const [series, edition] of titles) expect(edition).toBe(series)
    expect(new Set(titles.map(([series]) => series)).size).toBeGreaterThan(1)
  })

  test('is left as it was by a backup that is not sound', async () => {
    const where = await address()
    const { file } = await backupOfASite()
    const before = await opened(where, async store => {
      await importInto(
        store,
        aDay.slice(0, 1).map(finding => ({ finding })),
      )
      return contentOf(store.db)
    })
    for (const [name, bytes, key] of unsound(readFileSync(file))) {
      const wrong = temporaryFile('wrong.backup.gz')
      writeFileSync(wrong, bytes)
      const refused = await restore(wrong, where, true).then(
        () => 'restored',
        error => error.key ?? error,
      )
      expect([name, refused]).toEqual([name, key])
      expect(readdirSync(dirname(wrong))).toEqual(['wrong.backup.gz'])
    }
    expect(await opened(where, ({ db }) => contentOf(db))).toEqual(before)
    if ('sqlite' in where) expect(readdirSync(dirname(where.sqlite))).toEqual(['daylong.sqlite'])
  }, 180_000)

  test('comes back from a backup of an earlier version, brought up to date', async () => {
    const earlier = new Kysely<Tables>({ dialect: sqliteDialect(':memory:', false) })
    await migrateTo(earlier, '001-first-tables')
    const series = { id: randomUUIDv7(), slug: 'old-day', title: 'Old day', created_at: 1 }
    await sql`insert into series (id, slug, title, created_at) values (${series.id}, ${series.slug}, ${series.title}, ${series.created_at})`.execute(
      earlier,
    )
    const file = temporaryFile('old.backup.gz')
    await earlier.transaction().execute(db => writeBackup(db, file, told))
    await earlier.destroy()
    const where = await address()
    await restore(file, where)
    await opened(where, async ({ db }) => {
      expect(await db.selectFrom('series').select(['slug', 'title']).execute()).toEqual([
        { slug: 'old-day', title: 'Old day' },
      ])
      expect(await db.selectFrom('pictures').selectAll().execute()).toEqual([])
    })
  })
})

test('a backup is for its owner’s eyes, has no way in in it, and writes over nothing', async () => {
  const store = await stores[0]!.empty()
  await fillWithASite(store)
  const { token } = await store.db.selectFrom('sign_ins').select('token').executeTakeFirstOrThrow()
  const file = await backedUp(store)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(dirname(file))).toEqual(['site.backup.gz'])
  const text = gunzipSync(readFileSync(file)).toString()
  expect(text).toContain('"Maps for the harbour"')
  expect(text).not.toContain(token)
  const before = readFileSync(file)
  await expect(backedUp(store, file)).rejects.toThrow('already')
  await expect(backedUp(store, join(dirname(file), 'nowhere', 'x'))).rejects.toThrow('no such folder')
  expect(readFileSync(file)).toEqual(before)
})

test('a word with a NUL in it, which PostgreSQL cannot hold, does not keep a site from moving there', async () => {
  const store = await stores[0]!.empty()
  const words = { id: randomUUIDv7(), slug: 'about', title: 'A\0B', text: '\0', published_at: null }
  await store.db
    .insertInto('writings')
    .values({ ...words, kind: 'page', state: 'published', day: '2020-12-18', created_at: at, updated_at: at })
    .execute()
  const where = await stores[1]!.address()
  await restore(await backedUp(store), where)
  expect(
    await opened(where, ({ db }) => db.selectFrom('writings').select(['title', 'text']).execute()),
  ).toEqual([{ title: 'AB', text: '' }])
})

test('a damaged site is put aside for a rescue', async () => {
  const where = { sqlite: temporaryFile() }
  const { file, content } = await backupOfASite()
  writeFileSync(where.sqlite, Buffer.alloc(8192, 'no database '))
  await expect(restore(file, where)).rejects.toMatchObject({ key: 'restore-unreadable' })
  const { replaced } = await restore(file, where, true)
  expect(readFileSync(replaced!).toString()).toContain('no database')
  expect(await opened(where, ({ db }) => contentOf(db))).toEqual(content)
})

test('what a killed restore left is swept away by the next', async () => {
  const where = { sqlite: temporaryFile() }
  const { file, content } = await backupOfASite()
  writeFileSync(`${where.sqlite}.restoring`, 'half of a site')
  await restore(file, where)
  expect(await opened(where, ({ db }) => contentOf(db))).toEqual(content)
  expect(existsSync(`${where.sqlite}.restoring`)).toBe(false)
})

test('tables of somebody else in the same database stay', async () => {
  const where = await stores[1]!.address()
  const { file, content } = await backupOfASite()
  await opened(where, ({ db }) =>
    sql`create table of_others (x text); insert into of_others values ('theirs')`.execute(db),
  )
  await restore(file, where, true)
  await opened(where, async ({ db }) => {
    expect((await sql`select x from of_others`.execute(db)).rows).toEqual([{ x: 'theirs' }])
    expect(await contentOf(db)).toEqual(content)
  })
})

/** Wrong in each of the ways that came to mind; those that were meant to be wrong have a right sum. */
function unsound(sound: Buffer): [name: string, bytes: Buffer, key: string][] {
  const lines = gunzipSync(sound).toString().trimEnd().split('\n')
  const head = JSON.parse(lines[0]!)
  const summed = (changed: (string | object)[], end: object = {}) => packed(changed, end)
  const body = lines.slice(0, -1)
  const swap = (from: RegExp, to: string, of = body) => of.map(line => line.replace(from, to))
  const index = (table: string) => body.findIndex(line => line.startsWith(`{"table":"${table}"`))
  const flipped = Buffer.from(sound)
  flipped[flipped.length >> 1]! ^= 0x10
  const entry = index('entries') + 1
  const row = (at: number, column: string, value: BackupValue) => {
    const table = JSON.parse(body.slice(0, at).findLast(line => line.startsWith('{"table"'))!)
    const values = JSON.parse(body[at]!)
    values[table.columns.findIndex(([name]: [string]) => name === column)] = value
    return body.with(at, JSON.stringify(values))
  }
  return [
    ['nothing', Buffer.alloc(0), 'backup-damaged'],
    ['a page', Buffer.from('<!doctype html><title>Sign in</title>'), 'backup-unknown'],
    ['something else, packed', gzipSync('{"hello":"world"}\n'), 'backup-unknown'],
    ['an SQLite file', Buffer.from('SQLite format 3\0'), 'backup-unknown'],
    ['half of it', sound.subarray(0, sound.length / 2), 'backup-damaged'],
    ['all but the last bytes', sound.subarray(0, -5), 'backup-damaged'],
    ['one bit changed', flipped, 'backup-damaged'],
    ['something behind its end', gzipSync(`${lines.join('\n')}\n["x"]\n`), 'backup-damaged'],
    ['no end', gzipSync(`${body.join('\n')}\n`), 'backup-damaged'],
    ['a line that is left out', gzipSync(`${lines.toSpliced(entry, 1).join('\n')}\n`), 'backup-damaged'],
    [
      'a word that is changed',
      gzipSync(`${lines.join('\n').replace('harbour', 'Harbour')}\n`),
      'backup-damaged',
    ],
    ['a newer form', summed([{ ...head, format: 2 }, ...body.slice(1)]), 'backup-newer'],
    [
      'a newer version',
      summed([{ ...head, schema: [...head.schema, '999-later'] }, ...body.slice(1)]),
      'backup-newer',
    ],
    ['no version', summed([{ ...head, schema: [] }, ...body.slice(1)]), 'backup-newer'],
    [
      'a table too many',
      summed([...body, { table: 'sqlite_master', columns: [['sql', 'text']] }]),
      'backup-damaged',
    ],
    [
      'a table of the sign-ins',
      summed([...body, { table: 'sign_ins', columns: [['id', 'text']] }]),
      'backup-damaged',
    ],
    ['a table that is left out', summed(body.toSpliced(index('comments'), 1)), 'backup-damaged'],
    ['a table twice', summed([...body, body[index('comments')]!]), 'backup-damaged'],
    ['a row too long', summed([...body.slice(0, entry), '["x"]', ...body.slice(entry)]), 'backup-damaged'],
    ['a row of no table', summed([body[0]!, '["x"]', ...body.slice(1)]), 'backup-damaged'],
    [
      'a column of another name',
      summed(swap(/\["slug","text"\]/, '["slug; drop table series","text"]')),
      'backup-damaged',
    ],
    ['a column of another kind', summed(swap(/\["slug","text"\]/, '["slug","integer"]')), 'backup-damaged'],
    ['a column of no kind', summed(swap(/\["slug","text"\]/, '["slug","constructor"]')), 'backup-damaged'],
    ['a word for a number', summed(row(entry, 'created_at', 'drop table series')), 'backup-damaged'],
    ['a number that is too large', summed(row(entry, 'sequence', 2 ** 40)), 'postgres-only'],
    ['an object for a word', summed(swap(/"Maps for the harbour"/, '{"title":"x"}')), 'backup-damaged'],
    ['no title', summed(row(entry, 'title', null)), 'backup-damaged'],
    ['a kind that is none', summed(row(entry, 'kind', 'picnic')), 'backup-damaged'],
    ['an entry of no edition', summed(row(entry, 'edition_id', 'nowhere')), 'backup-damaged'],
    [
      'two of one id',
      summed([...body.slice(0, entry), body[entry]!, ...body.slice(entry)]),
      'backup-damaged',
    ],
    ['more rows than are there', summed(body, { rows: { entries: 1 } }), 'backup-damaged'],
  ].filter(([, , key]) => key !== 'postgres-only') as [string, Buffer, string][]
}

/** Lines with an end that fits them, unless it is told otherwise. */
function packed(lines: (string | object)[], told: object): Buffer {
  const text = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line)))
  const rows: Record<string, number> = {}
  let table = ''
  for (const line of text.slice(1)) {
    const parsed = JSON.parse(line)
    if (Array.isArray(parsed)) rows[table] = (rows[table] ?? 0) + 1
    else rows[(table = parsed.table)] ??= 0
  }
  const body = text.map(line => `${line}\n`).join('')
  const end = { end: true, rows, sha256: createHash('sha256').update(body).digest('hex'), ...told }
  return gzipSync(`${body}${JSON.stringify(end)}\n`)
}
