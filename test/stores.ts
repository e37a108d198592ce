import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { openStore, type Store } from '../src/storage/store.ts'

type Where = { sqlite: string } | { postgres: string }

/**
 * Both stores, for `describe.each(stores)('… in $name', ({ empty, address }) => …)`: `empty` is one to write into,
 * for this test alone; `address` leads to one that is still to be opened.
 */
export const stores: { name: string; empty: () => Promise<Store>; address: () => Promise<Where> }[] = [
  {
    name: 'SQLite',
    empty: async () => closing(await openStore({ sqlite: ':memory:' })),
    address: async () => ({ sqlite: temporaryFile() }),
  },
  { name: 'PostgreSQL', empty: emptyDatabase, address: temporaryDatabase },
]

/** Closes the store when the test ends. */
export function closing(store: Store): Store {
  onTestFinished(() => store.close())
  return store
}

/** The path of a file that does not exist yet, in a folder that goes with the test. */
export function temporaryFile(name = 'daylong.sqlite'): string {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

let ownDatabase: Promise<Store> | undefined

/** One database for a test file, emptied for each test: making one takes longer than most tests. */
async function emptyDatabase(): Promise<Store> {
  ownDatabase ??= newDatabase().then(openStore)
  const store = await ownDatabase
  const tables = await store.db.introspection.getTables()
  const emptied = tables.filter(({ name }) => name !== 'settings').map(({ name }) => sql.table(name))
  await sql`truncate ${sql.join(emptied)}`.execute(store.db)
  return store
}

async function temporaryDatabase(): Promise<{ postgres: string }> {
  const where = await newDatabase()
  const name = where.postgres.split('/').at(-1)!
  onTestFinished(() => asAdministrator(`drop database ${name} with (force)`))
  return where
}

let databases = 0

/** It goes with the server, if not before. */
async function newDatabase(): Promise<{ postgres: string }> {
  const name = `test_${process.pid}_${databases++}_${Date.now()}`
  await asAdministrator(`create database ${name}`)
  return { postgres: `${server()}/${name}` }
}

function server(): string {
  const postgres = inject('postgres')
  if ('error' in postgres) throw new Error(postgres.error)
  return postgres.url
}

async function asAdministrator(command: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server()}/postgres` })
  await client.connect()
  try {
    await client.query(command)
  } finally {
    await client.end()
  }
}
