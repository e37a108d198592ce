import { randomUUIDv7 } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { noProof } from '../src/domain/taking-part/verdict.ts'
import { writeComment } from '../src/services/comments/write-comment.ts'
import { importProgramme } from '../src/services/import-programme.ts'
import { openStore } from '../src/storage/store.ts'
import { inTurns, median, ms, percentile, type Row, timeOf } from './row.ts'
import { asLine, sampleEvents } from './sample.ts'
import { firstAnswer, startSite, storeFile } from './site.ts'

const each = 300
const writers = 500
const limit = 0.5

/**
 * Comments as they are written, each durable before the next begins, against rows like them put into the same table of
 * the same file by a prepared statement, each in a transaction of its own; and many who write at once to a running site.
 */
export async function comments(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-bench-'))
  try {
    return [await oneByOne(folder), await atOnce(folder)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function oneByOne(folder: string): Promise<Row> {
  const written = join(folder, 'written.sqlite')
  const editionId = await anEdition(written)
  const store = await openStore({ sqlite: written })
  // The same file: how long a log takes to be durable depends on what was written to it before.
  const raw = new DatabaseSync(written)
  raw.exec(
    'PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 8000',
  )
  let said = 0
  const write = () =>
    writeComment(store, {
      form: randomUUIDv7(),
      on: { editionId },
      parentId: null,
      participant: { kind: 'guest' },
      name: `Reader ${said}`,
      url: null,
      mail: `reader-${said++}@example.org`,
      text: 'We listened to this together, and have one question about the second part.',
      language: 'en',
      editKey: 'key',
      fromKey: 'network',
      proof: noProof,
      asks: null,
      at: Date.now(),
    })
  await write()
  const row: Record<string, SQLInputValue> = {
    ...(await store.db.selectFrom('comments').selectAll().executeTakeFirstOrThrow()),
  }
  const names = Object.keys(row)
  const statement = raw.prepare(
    `INSERT INTO comments (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  const insert = () => {
    const own: Record<string, SQLInputValue> = { id: randomUUIDv7(), mail_key: randomUUIDv7() }
    raw.exec('BEGIN IMMEDIATE')
    statement.run(...names.map(name => own[name] ?? row[name]!))
    raw.exec('COMMIT')
  }
  const rounds = await inTurns(
    {
      service: () =>
        timeOf(async () => {
          for (let count = 0; count < each; count++) await write()
        }),
      raw: async () =>
        timeOf(() => {
          for (let count = 0; count < each; count++) insert()
        }),
    },
    7,
  )
  raw.close()
  await store.close()
  const took = (name: 'service' | 'raw') => median(rounds.map(round => round[name] / each))
  const ratio = median(rounds.map(({ service, raw: bare }) => bare / service))
  return {
    measure: 'comments written durably, one after the other',
    figure: `${Math.round(1000 / took('service'))}/s`,
    against: `raw durable inserts ${Math.round(1000 / took('raw'))}/s`,
    ratio: ratio.toFixed(2),
    limit: `≥ ${limit}`,
    ok: ratio >= limit,
  }
}

async function atOnce(folder: string): Promise<Row> {
  const file = join(folder, storeFile)
  const editionId = await anEdition(file)
  const site = await startSite(folder)
  const took: number[] = []
  let failed = 0
  let seconds = 0
  try {
    await firstAnswer(site, '/healthz')
    const from = performance.now()
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const body = new URLSearchParams({
          form: randomUUIDv7(),
          edition: editionId,
          name: `Reader ${writer}`,
          mail: `reader-${writer}@example.org`,
          text: `What reader ${writer} says.`,
        })
        const headers = { origin: site.url, 'x-forwarded-for': `8.${writer >> 8}.${writer & 255}.7` }
        const begun = performance.now()
        const answer = await fetch(`${site.url}/comments`, {
          method: 'POST',
          body,
          headers,
          redirect: 'manual',
        })
        await answer.arrayBuffer()
        took.push(performance.now() - begun)
        if (answer.status !== 303) failed++
      }),
    )
    seconds = (performance.now() - from) / 1000
  } finally {
    await site.stop()
  }
  const store = await openStore({ sqlite: file })
  const rows = await store.db
    .selectFrom('comments')
    .orderBy('at')
    .orderBy('id')
    .select(['text', 'at'])
    .execute()
  await store.close()
  const kept = new Set(rows.map(({ text }) => text)).size
  const isWhole = failed === 0 && kept === writers && rows.length === writers
  return {
    measure: `${writers} writers at once, over HTTP`,
    figure: `${kept} kept, ${failed} failed, ${Math.round(writers / seconds)}/s`,
    against: `median ${ms(median(took))}, p95 ${ms(percentile(took, 0.95))}`,
    ratio: (kept / writers).toFixed(2),
    limit: '= 1',
    ok: isWhole,
  }
}

/** A store with one edition in it. */
async function anEdition(file: string): Promise<string> {
  const store = await openStore({ sqlite: file })
  const given = {
    series: 'bench',
    edition: '2020',
    file: 'one.jsonl',
    at: 0,
    date: '2020-12-18',
    zone: 'UTC',
  }
  await importProgramme(store, sampleEvents(1, 1).map(asLine), { ...given, publish: true })
  const { id } = await store.db.selectFrom('editions').select('id').executeTakeFirstOrThrow()
  await store.close()
  return id
}
