import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringInAll, sourceOf } from '../../test/archives.ts'
import { sampleFiles } from '../../test/samples.ts'
import { stores } from '../../test/stores.ts'
import { roundUp, wxr } from '../../test/wxr.ts'
import { readArchiveItems } from '../storage/archive-items.ts'
import { openStore } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylong-archive-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The command in a process of its own. @param until kills it at once after so long */
function daylong(
  args: string[],
  data: string,
  until?: { ms: number },
): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, [resolve('src/daylong.ts'), ...args], {
    env: { ...process.env, BASE_URL: undefined, DAYLONG_DATA: join(folder, data) },
  })
  let out = ''
  child.stdout.on('data', piece => {
    out += piece
  })
  let said = ''
  child.stderr.on('data', piece => {
    said += piece
  })
  const killing = until && setTimeout(() => child.kill('SIGKILL'), until.ms)
  return new Promise(done =>
    child.on('close', code => {
      clearTimeout(killing)
      done({ code, out, said })
    }),
  )
}

async function content(data: string): Promise<unknown> {
  const store = await openStore({ sqlite: join(folder, data, 'daylong.sqlite') })
  const sorted = async (rows: Promise<unknown[]>) => (await rows).map(row => JSON.stringify(row)).sort()
  const of = (db: Db) =>
    Promise.all([
      sorted(
        db
          .selectFrom('writings')
          .select(['kind', 'slug', 'title', 'text', 'state', 'day', 'revision'])
          .execute(),
      ),
      sorted(db.selectFrom('comments').select(['text', 'state', 'at', 'origin']).execute()),
      sorted(db.selectFrom('redirects').selectAll().execute()),
      sorted(db.selectFrom('editions').select(['slug', 'title', 'state', 'text', 'starts_on']).execute()),
      sorted(db.selectFrom('entries').select(['slug', 'title', 'wall_start', 'position']).execute()),
    ])
  const told = await of(store.db)
  await store.close()
  return told
}

test('an export whose import is killed again and again ends as if it had not been', async () => {
  const file = join(folder, 'blog.xml')
  const posts = Array.from({ length: 150 }, (_, index) => ({
    id: index + 10,
    slug: `post-${index}`,
    date: `20${String(10 + (index % 12))}-12-18 08:00:00`,
    ...(index % 25 === 0 && {
      title: `Migrants Day 20${String(10 + index / 25)}: events`,
      content: roundUp(2010 + index / 25),
    }),
    comments: [
      { id: index + 1, text: `Comment ${index}` },
      { id: index + 1001, parent: index + 1, text: 'Answer' },
    ],
  }))
  writeFileSync(file, wxr(posts))
  const args = [
    'import',
    file,
    '--archive',
    '--series',
    'migrants-day',
    '--zone',
    'Europe/Berlin',
    '--publish',
  ]
  const whole = await daylong(args, 'whole')
  expect([whole.code, whole.said]).toEqual([0, expect.any(String)])
  expect(JSON.parse(whole.out)).toMatchObject({ posts: 144, editions: 6, comments: 300, failed: 0 })
  for (const part of [0.35, 0.5, 0.65, 0.8, 0.9]) await daylong(args, 'killed', { ms: 900 + part * 2500 })
  const last = await daylong(args, 'killed')
  expect(last.code).toBe(0)
  expect(await content('killed')).toEqual(await content('whole'))
  expect(JSON.parse((await daylong(args, 'killed')).out)).toMatchObject({
    posts: 0,
    editions: 0,
    entries: 0,
    comments: 0,
    unchanged: 150,
  })
}, 240_000)

test('what is wrong in the call is said', async () => {
  expect((await daylong(['import', join(folder, 'nowhere.xml'), '--archive'], 'none')).code).toBe(1)
  writeFileSync(join(folder, 'no.xml'), wxr([{ id: 1 }]))
  for (const wrong of [
    ['--rule', 'color=red:post'],
    ['--series', 'desk'],
    ['--rule', 'category=A:edition'],
  ])
    expect((await daylong(['import', join(folder, 'no.xml'), '--archive', ...wrong], 'none')).code).toBe(1)
}, 60_000)

const samples = sampleFiles(['blog'], /^(?:gfmd2010|roundup|2020|ropensci|rust|carpentries).*\.txt$/)
test.skipIf(samples.length === 0)(
  'posts of several years become a series with its archive',
  async () => {
    const store = await stores[0]!.empty()
    const items = samples.map((path, index) => {
      const text = readFileSync(path, 'utf8')
      const published =
        /^PUBLISHED: (\d{4}-\d\d-\d\d)/m.exec(text)?.[1] ??
        /(\d{4}-\d\d-\d\d)/.exec(basename(path))?.[1] ??
        '2020-10-19'
      const body = text.replace(/^(?:https?:\S+|PUBLISHED:.*|FORM:.*)\n/gm, '')
      const title =
        /^TITLE: (.+)$/m.exec(body)?.[1] ??
        body
          .trim()
          .split('\n', 1)[0]!
          .replace(/^[#*\s]+/, '')
          .slice(0, 120)
      return {
        id: index + 1,
        title,
        slug: `post-${index}`,
        date: `${published} 09:00:00`,
        content: body.replace(/^TITLE:.*\n/m, ''),
      }
    })
    const source = sourceOf(wxr(items))
    const { report, id } = await bringInAll(store, source)
    const failed = await readArchiveItems(store.db, id, { state: 'failed' })
    expect(failed.map(({ title, error }) => [title, error])).toEqual([])
    expect(report!.editions + report!.posts).toBe(samples.length)
    const years = new Set(
      (await store.db.selectFrom('editions').select('starts_on').execute()).map(row =>
        row.starts_on.slice(0, 4),
      ),
    )
    expect(report!.editions).toBeGreaterThan(4)
    expect(years.size).toBeGreaterThan(2)
    expect((await bringInAll(store, source)).report).toMatchObject({
      posts: 0,
      editions: 0,
      entries: 0,
      unchanged: samples.length,
    })
  },
  60_000,
)
