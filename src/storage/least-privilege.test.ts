import { sql } from 'kysely'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { anEdition, content } from '../../test/entries.ts'
import { signedIn } from '../../test/signed-in.ts'
import { openSite } from '../../test/site.ts'
import { stores } from '../../test/stores.ts'
import { addEntries } from '../services/add-entries.ts'
import { cleanUp } from '../services/clean-up.ts'
import { openStore } from './store.ts'

/** As docs/security.md tells a host to grant it. */
const grants = (role: string) => [
  `create role ${role} login password 'serve' nosuperuser nocreatedb nocreaterole`,
  `grant usage on schema public to ${role}`,
  `grant select, insert, update, delete on all tables in schema public to ${role}`,
  `grant usage, select, update on all sequences in schema public to ${role}`,
]

test('a site is served by a role of PostgreSQL that can make and change no tables, roles and databases', async () => {
  const where = await stores.find(({ name }) => name === 'PostgreSQL')!.address()
  if (!('postgres' in where)) throw new Error('expected an address of PostgreSQL')
  await (await openStore(where)).close()
  const role = `serve_${process.pid}`
  const owner = new pg.Client({ connectionString: where.postgres })
  await owner.connect()
  onTestFinished(async () => {
    await owner.query(`drop owned by ${role}`)
    await owner.query(`drop role ${role}`)
    await owner.end()
  })
  for (const command of grants(role)) await owner.query(command)
  const url = new URL(where.postgres)
  url.username = role
  url.password = 'serve'
  const store = await openStore({ postgres: url.href })
  onTestFinished(() => store.close())

  const site = await openSite('2020-12-10T12:00Z', store)
  const edition = await anEdition(store, { takesSuggestions: true })
  const start = '2020-12-18T15:00:00+01:00[Europe/Berlin]'
  const webinar = { content: content({ title: 'Webinar', start }), state: 'published' } as const
  await addEntries(store, edition.id, [webinar], { by: 'Anna', at: site.clock.now })
  const anna = await signedIn(site, 'owner')
  for (const path of ['/migrants-day/2020', '/migrants-day/2020/webinar', '/search?q=webinar', '/privacy'])
    expect([path, (await site.app.request(path)).status]).toEqual([path, 200])
  expect((await site.app.request('/desk', { headers: anna.headers })).status).toBe(200)
  await cleanUp(store, site.clock.now)

  const refused: unknown[] = []
  for (const command of [
    'create table mine (a integer)',
    'alter table editions add column mine integer',
    'drop table editions',
    'truncate audit',
    'create role mine',
    'create database mine',
    "copy audit to program 'cat'",
    "select pg_read_file('/etc/hostname')",
  ])
    await sql
      .raw(command)
      .execute(store.db)
      .then(
        () => refused.push([command, 'done']),
        error => refused.push((error as { code: string }).code),
      )
  expect(refused).toEqual(Array.from({ length: 8 }, () => '42501'))
}, 90_000)
