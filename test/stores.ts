import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { openStore, type Store } from '../src/storage/store.ts'

type Where = { sqlite: string } | { postgres: string }

/**
 * Both stores, for `describe.each(stores)('… in $name', ({ empty, address }) => …)`. What a test opens and makes
 * through these is closed and removed when it ends.
 */
export const stores: { name: string; empty: () => Promise<Store>; address: () => Promise<Where> }[] = [
  {
    name: 'SQLite',
    empty: async () => closing(await openStore({ sqlite: ':memory:' })),
    address: async () => ({ sqlite: temporaryFile() }),
  },
  {
    name: 'PostgreSQL',
    empty: async () => {
      const address = await temporaryDatabase()
      return closing(await openStore(address))
    },
    address: temporaryDatabase,
  },
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

let databases = 0

async function temporaryDatabase(): Promise<{ postgres: string }> {
  const server = inject('postgres')
  if ('error' in server) throw new Error(server.error)
  const name = `test_${process.pid}_${databases++}_${Date.now()}`
  await asAdministrator(server.url, `create database ${name}`)
  onTestFinished(() => asAdministrator(server.url, `drop database ${name} with (force)`))
  return { postgres: `${server.url}/${name}` }
}

async function asAdministrator(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
