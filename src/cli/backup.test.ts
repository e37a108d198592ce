import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { importInto, manyLines } from '../../test/builders.ts'
import { stores, temporaryFile } from '../../test/stores.ts'
import { openStore } from '../storage/store.ts'

type Where = Parameters<typeof openStore>[0]
const program = join(import.meta.dirname, '..', 'daylong.ts')

/** The command as a host calls it: a process of its own. */
function begin(words: string[], where: Where, memory?: number): ChildProcess {
  const place = 'sqlite' in where ? { DAYLONG_DATA: dirname(where.sqlite) } : { DATABASE_URL: where.postgres }
  return spawn(
    process.execPath,
    [...(memory ? [`--max-old-space-size=${memory}`, '--max-semi-space-size=4'] : []), program, ...words],
    { env: { PATH: process.env.PATH ?? '', ...place }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
}

async function daylong(words: string[], where: Where, memory?: number) {
  const child = begin(words, where, memory)
  const out: Buffer[] = []
  let said = ''
  child.stdout!.on('data', piece => out.push(piece))
  child.stderr!.on('data', piece => (said += piece))
  const status = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { status, said, bytes: Buffer.concat(out), lines: () => JSON.parse(Buffer.concat(out).toString()) }
}

async function siteOf(entries: number, where: Where): Promise<void> {
  const store = await openStore(where)
  await importInto(store, manyLines(entries))
  await store.close()
}

async function entriesIn(where: Where): Promise<number> {
  const store = await openStore(where)
  try {
    const { count } = await store.db
      .selectFrom('entries')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  } finally {
    await store.close()
  }
}

describe.each(stores)('a site in $name', ({ address }) => {
  test('of 10,000 entries goes into a file and comes back with little memory', async () => {
    const where = await address()
    await siteOf(10_000, where)
    const file = temporaryFile('site.backup.gz')
    const backup = await daylong(['backup', '--out', file], where, 40)
    expect([backup.status, backup.said]).toEqual([0, expect.stringContaining('holds the whole site: ')])
    expect(backup.lines()).toMatchObject({
      backup: file,
      bytes: statSync(file).size,
      rows: { entries: 10_000 },
    })

    const target = await address()
    const into = 'sqlite' in target ? target.sqlite : target.postgres
    const restore = await daylong(['restore', file, '--into', into], where, 40)
    expect([restore.status, restore.said]).toEqual([0, expect.stringContaining('All sign in anew.')])
    expect(restore.lines()).toMatchObject({ restored: file, replaced: null, rows: { entries: 10_000 } })
    if ('postgres' in target) expect(restore.lines().into).not.toContain('daylong:daylong')
    expect(await entriesIn(target)).toBe(10_000)
  }, 180_000)

  test('is what it was, or what it is to be, when restoring is killed', async () => {
    const where = await address()
    await siteOf(3, where)
    const other = { sqlite: temporaryFile() }
    await siteOf(2000, other)
    const file = temporaryFile('site.backup.gz')
    expect((await daylong(['backup', '--out', file], other)).status).toBe(0)
    const began = performance.now()
    await daylong(['restore', file, '--into', temporaryFile()], where)
    const takes = performance.now() - began
    for (const part of [0.5, 0.8]) {
      const child = begin(['restore', file, '--replace'], where)
      const ended = new Promise(resolve => child.on('close', resolve))
      setTimeout(() => child.kill('SIGKILL'), takes * part)
      await ended
      expect([3, 2000]).toContain(await entriesIn(where))
    }
    expect(await daylong(['restore', file, '--replace'], where)).toMatchObject({ status: 0 })
    expect(await entriesIn(where)).toBe(2000)
    if ('sqlite' in where)
      expect(readdirSync(dirname(where.sqlite)).filter(name => !name.includes('replaced'))).toEqual([
        'daylong.sqlite',
      ])
  }, 180_000)
})

test('a backup that is killed leaves no file of its name, and the next one is whole', async () => {
  const where = { sqlite: temporaryFile() }
  await siteOf(1000, where)
  const file = temporaryFile('site.backup.gz')
  const child = begin(['backup', '--out', file], where)
  const ended = new Promise(resolve => child.on('close', resolve))
  const isBegun = () => readdirSync(dirname(file)).some(name => name.includes('.part-'))
  while (!isBegun() && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 2))
  child.kill('SIGKILL')
  await ended
  // Under a machine's whole load it may have been done before it was killed.
  if (existsSync(file)) rmSync(file)
  expect((await daylong(['backup', '--out', file], where)).status).toBe(0)
  expect(gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').at(-1)).toContain('"end":true')
})

test('a backup goes to stdout where it is asked for', async () => {
  const where = { sqlite: temporaryFile() }
  await siteOf(3, where)
  const { status, bytes, said } = await daylong(['backup', '--out', '-'], where)
  expect([status, said]).toEqual([0, 'The backup is whole.\n'])
  const file = temporaryFile('piped.backup.gz')
  writeFileSync(file, bytes)
  const target = { sqlite: temporaryFile() }
  expect((await daylong(['restore', file, '--into', target.sqlite], where)).status).toBe(0)
  expect(await entriesIn(target)).toBe(3)
})

test('what cannot be done is said in words', async () => {
  const where = { sqlite: temporaryFile() }
  const wrong = async (...words: string[]) => {
    const { status, said, bytes } = await daylong(words, where)
    expect([status, bytes.length]).toEqual([1, 0])
    return said
  }
  expect(await wrong('backup')).toBe(
    `daylong: There is no site in ${where.sqlite} yet, so there is nothing to back up.\n`,
  )
  expect(await wrong('restore', '/nowhere/x.gz')).toBe('daylong: There is no file /nowhere/x.gz.\n')
  expect(await wrong('restore')).toContain('There is no backup to restore.')
  expect(await wrong('restore', 'x', '--into', 'mysql://x')).toContain('expected a file, or postgres://…')
  writeFileSync(join(dirname(where.sqlite), 'page.gz'), '<html>')
  expect(await wrong('restore', join(dirname(where.sqlite), 'page.gz'))).toBe(
    'daylong: The file is no backup of Daylong.\n',
  )
  await siteOf(3, where)
  expect(await wrong('backup', '--out', '/nowhere/x.gz')).toBe(
    'daylong: /nowhere/x.gz cannot be written: there is no such folder.\n',
  )
})
