import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aDay } from '../../../test/a-day.ts'
import { importInto } from '../../../test/builders.ts'
import { openSmtp } from '../../../test/smtp.ts'
import { stores, temporaryFile } from '../../../test/stores.ts'
import { sqliteDialect } from '../../storage/dialects/sqlite.ts'
import { queueJob } from '../../storage/jobs.ts'
import { migrateTo } from '../../storage/migrate.ts'
import { openStore } from '../../storage/store.ts'
import type { Tables } from '../../storage/tables.ts'
import type { SetUp } from '../io.ts'
import type { Checked } from './checked.ts'
import { checkMachine } from './machine.ts'
import { checkMail } from './mail.ts'
import { checkSite, indexSite } from './site.ts'

const now = Date.parse('2026-11-29T09:00:00Z')
const setUp = (place: SetUp['place'], told: Partial<SetUp> = {}): SetUp => ({
  place,
  data: 'sqlite' in place ? dirname(place.sqlite) : '/tmp',
  baseUrl: 'https://day.example',
  mail: null,
  ...told,
})
const brief = (findings: Checked[]) => findings.map(({ check, state }) => `${check} ${state}`)

describe.each(stores)('the doctor looks at a site in $name', ({ address }) => {
  test('that is well, and says what it holds and what is left to do', async () => {
    const place = await address()
    const store = await openStore(place)
    await importInto(
      store,
      aDay.map(finding => ({ finding })),
    )
    await queueJob(store.db, { kind: 'clean-up', data: null, dueAt: now - 3_600_000 })
    const findings = await checkSite(setUp(place), now)
    expect(brief(findings)).toEqual(['store fine', 'content fine', 'owner note', 'work note'])
    expect(findings[1]!.says).toMatch(/^It holds 1 series, 1 editions, \d+ entries and 0 pictures\.$/)
    expect(findings[3]!.says).toContain('due since 2026-11-29T08:00:00.000Z')
    await store.db.deleteFrom('search_rows').execute()
    expect((await checkSite(setUp(place), now)).filter(({ check }) => check === 'search')).toHaveLength(1)
    const [made] = await indexSite(setUp(place))
    expect(made!.says).toMatch(/^The index of search was made anew: \d+ things can be found\.$/)
    expect((await checkSite(setUp(place), now)).filter(({ check }) => check === 'search')).toEqual([])
    await store.close()
  })
})

test('the doctor says that there is no site, and makes none', async () => {
  const place = { sqlite: temporaryFile() }
  expect(brief(await checkSite(setUp(place), now))).toEqual(['site note'])
  expect(() => statSync(place.sqlite)).toThrow()
})

test('the doctor tells an earlier version, a later one, and what is no site', async () => {
  const place = { sqlite: temporaryFile() }
  const db = new Kysely<Tables>({ dialect: sqliteDialect(place.sqlite, false) })
  await migrateTo(db, '001-first-tables')
  expect(brief(await checkSite(setUp(place), now))).toEqual(['store note'])
  await sql`update kysely_migration set name = '999-later'`.execute(db)
  expect(brief(await checkSite(setUp(place), now))).toEqual(['store wrong'])
  await db.destroy()
  writeFileSync(place.sqlite, 'something else, and long enough to be looked at '.repeat(100))
  expect(brief(await checkSite(setUp(place), now))).toEqual(['store wrong'])
})

test('the doctor finds damage, and a file that all may read; a new one is for its owner alone', async () => {
  const place = { sqlite: temporaryFile() }
  const store = await openStore(place)
  await importInto(
    store,
    aDay.map(finding => ({ finding })),
  )
  await store.close()
  expect(statSync(place.sqlite).mode & 0o777).toBe(0o600)
  chmodSync(place.sqlite, 0o644)
  expect(brief(await checkSite(setUp(place), now))).toEqual([
    'store fine',
    'file note',
    'content fine',
    'owner note',
  ])
  const bytes = readFileSync(place.sqlite)
  bytes.fill(0xff, 8192, bytes.length - 8192)
  writeFileSync(place.sqlite, bytes)
  expect(
    (await checkSite(setUp(place), now)).some(({ state, says }) => state === 'wrong' && /damaged/.test(says)),
  ).toBe(true)
})

test('the doctor looks at folder and address', async () => {
  const file = temporaryFile()
  const place = { sqlite: join(file, 'daylong.sqlite') }
  const of = async (told: Partial<SetUp>) =>
    brief(await checkMachine(setUp(place, told))).filter(words => /^(address|folder)/.test(words))
  expect(await of({ data: file })).toEqual(['address fine', 'folder fine'])
  mkdirSync(file)
  expect(await of({ data: file, baseUrl: 'http://day.example' })).toEqual(['address note', 'folder fine'])
  expect(await of({ baseUrl: 'http://localhost:1812', data: '/dev/null' })).toEqual([
    'address note',
    'folder wrong',
  ])
})

test('the doctor greets the server for mails, and sends none', async () => {
  const smtp = await openSmtp()
  const server = { host: '127.0.0.1', port: smtp.port, isSecure: false, mayBePlain: true, login: null }
  const mail = { server, from: { name: '', address: 'daylong@day.example' } }
  const place = { sqlite: temporaryFile() }
  expect(await checkMail(setUp(place, { mail }))).toEqual([
    { check: 'mail', state: 'fine', says: `127.0.0.1:${smtp.port} takes mails from daylong@day.example.` },
  ])
  expect(brief(await checkMail(setUp(place)))).toEqual(['mail note'])
  const nobody = { ...mail, server: { ...server, port: 1 } }
  const [gone] = await checkMail(setUp(place, { mail: nobody }))
  expect(gone).toMatchObject({
    state: 'wrong',
    says: expect.stringContaining('does not answer. Is SMTP_URL right'),
  })
})
