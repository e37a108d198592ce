import { CompiledQuery, type RawBuilder, type SqlBool, sql } from 'kysely'
import { documentParts, type SearchDocument } from '../../domain/search-document.ts'
import { type SearchQuery, type Term, type Wording, wordingsOf } from '../../domain/search-query.ts'
import { insertRows } from '../insert-rows.ts'
import type { Db } from '../tables.ts'
import { among } from './among.ts'
import { isPostgres } from './is-postgres.ts'

export type IndexedRow = {
  kind: 'entry' | 'edition' | 'writing'
  targetId: string
  editionId: string | null
  /** ISO date. */
  day: string
  document: SearchDocument
}

/**
 * Puts these into the index, in the place of what it had of them.
 *
 * @param options areNew: it has nothing of them, and need not be asked
 */
export async function putDocuments(db: Db, rows: IndexedRow[], { areNew = false } = {}): Promise<void> {
  if (rows.length === 0) return
  const own = ({ kind, targetId: target_id, editionId: edition_id, day }: IndexedRow) => ({
    kind,
    target_id,
    edition_id,
    day,
  })
  if (isPostgres(db)) {
    const told = rows.map(row => ({ ...own(row), document: vectorOf(row.document) }))
    // Two may index the same at once: whoever comes second finds it there, and in one order neither waits for the other.
    if (!areNew) told.sort((a, b) => (a.target_id < b.target_id ? -1 : 1))
    await insertRows(db, 'search_rows', told, areNew ? {} : { replacing: 'target_id' })
    return
  }
  if (!areNew)
    await dropDocuments(
      db,
      rows.map(({ targetId }) => targetId),
    )
  const numbers = await nextNumbers(db, rows)
  await insertRows(
    db,
    'search_rows',
    rows.map((row, at) => ({ number: numbers[at]!, ...own(row) })),
  )
  await insertTokens(
    db,
    rows.map(({ document, editionId }, at) => [
      numbers[at]!,
      document.title,
      document.names,
      document.about,
      document.text,
      editionId === null ? '' : scopeOf(editionId),
    ]),
  )
}

/**
 * Row by row: before a statement of several rows FTS5 writes down all that it has gathered, in pieces that it has to join
 * again, which takes as long as everything else it does; otherwise it gathers until the transaction ends.
 */
async function insertTokens(db: Db, rows: (string | number)[][]): Promise<void> {
  const insertion = CompiledQuery.raw(
    'insert into search_index (rowid, title, names, about, text, scope) values (?, ?, ?, ?, ?, ?)',
  )
  await db.getExecutor().provideConnection(async connection => {
    for (const parameters of rows) await connection.executeQuery({ ...insertion, parameters })
  })
}

/** Takes everything out of the index. */
export async function emptyIndex(db: Db): Promise<void> {
  await db.deleteFrom('search_rows').execute()
  if (!isPostgres(db)) await sql`insert into search_index(search_index) values ('delete-all')`.execute(db)
}

/** Takes out of the index what is not there any more. */
export async function dropGone(db: Db): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select target_id as id from search_rows
    where not exists (select 1 from entries where entries.id = target_id)
      and not exists (select 1 from editions where editions.id = target_id)
      and not exists (select 1 from writings where writings.id = target_id)`.execute(db)
  if (rows.length)
    await dropDocuments(
      db,
      rows.map(({ id }) => id),
    )
  if (!isPostgres(db))
    await sql`delete from search_index where rowid not in (select number from search_rows)`.execute(db)
}

async function dropDocuments(db: Db, ids: string[]): Promise<void> {
  if (!isPostgres(db))
    await sql`delete from search_index where rowid in
      (select number from search_rows where ${among(db, 'target_id', ids)})`.execute(db)
  await db
    .deleteFrom('search_rows')
    .where(among(db, 'target_id', ids))
    .execute()
}

/** Only of what is in one edition; not in those; what is called so, and not only tells of it. */
export type Within = { editionId?: string; notIn?: string[]; titlesOnly?: boolean }

/** Where rows of the index come from (`found`, beside `search_rows`), which of them match, and the newest first. */
export function matching(
  db: Db,
  query: SearchQuery,
  { editionId, notIn = [], titlesOnly = false }: Within,
): { from: RawBuilder<unknown>; where: RawBuilder<SqlBool>; order: RawBuilder<unknown> } {
  if (isPostgres(db)) {
    const words = inTsquery(query, titlesOnly)
    const within = [
      ...(words === null ? [] : [sql<SqlBool>`row.document @@ ${words}::tsquery`]),
      ...(editionId === undefined ? [] : [sql<SqlBool>`row.edition_id = ${editionId}`]),
      ...(notIn.length === 0
        ? []
        : [sql<SqlBool>`(row.edition_id is null or row.edition_id <> all(${notIn}::text[]))`]),
    ]
    return {
      from: sql`search_rows as row`,
      where: sql`${sql.join(within.length ? within : [sql`false`], sql` and `)}`,
      order: sql`row.day desc, row.number desc`,
    }
  }
  const match = inFts(query, { editionId, notIn, titlesOnly })
  return {
    from: sql`search_index join search_rows as row on row.number = search_index.rowid`,
    where: match === null ? sql`false` : sql`search_index match ${match}`,
    order: sql`search_index.rowid desc`,
  }
}

/** No letter or digit that anybody writes: an edition's id is never found as a word. */
const scopeMark = '\uE000'

/** The word by which an entry is found within its edition. */
export function scopeOf(editionId: string): string {
  return scopeMark + editionId.replaceAll('-', '')
}

/** In the words of FTS5: everything that comes from outside is a token of letters and digits, in quotes. Null: nothing is asked. */
function inFts({ all, none }: SearchQuery, { editionId, notIn = [], titlesOnly }: Within): string | null {
  const sayOne = ({ tokens, isPrefix }: Wording) => `"${tokens.join(' ')}"${isPrefix ? ' *' : ''}`
  const say = (term: Term) => anyOf(wordingsOf(term).map(sayOne), ' OR ')
  const scope = (id: string) => `"${scopeOf(id)}"`
  const wanted = [
    ...(editionId === undefined ? [] : [`scope : ${scope(editionId)}`]),
    ...(all.length ? [`${titlesOnly ? 'title : ' : ''}(${all.map(say).join(' AND ')})`] : []),
  ]
  if (wanted.length === 0) return null
  const unwanted = [...none.map(say), ...notIn.map(scope)]
  const asked = wanted.map(each => `(${each})`).join(' AND ')
  return unwanted.length ? `(${asked}) NOT (${unwanted.join(' OR ')})` : asked
}

function inTsquery({ all, none }: SearchQuery, titlesOnly: boolean): string | null {
  const sayOne = ({ tokens, isPrefix }: Wording, weight: string) =>
    `(${tokens
      .map((token, at) => {
        const mark = `${isPrefix && at === tokens.length - 1 ? '*' : ''}${weight}`
        return `'${cutToken(token)}'${mark ? `:${mark}` : ''}`
      })
      .join(' <-> ')})`
  const say = (term: Term, weight: string) =>
    anyOf(
      wordingsOf(term).map(each => sayOne(each, weight)),
      ' | ',
    )
  const terms = [
    ...all.map(term => say(term, titlesOnly ? 'A' : '')),
    ...none.map(term => `!${say(term, '')}`),
  ]
  return terms.length ? terms.join(' & ') : null
}

function anyOf(words: string[], or: string): string {
  return words.length > 1 ? `(${words.join(or)})` : words[0]!
}

/** A position of a vector is at most 16,383, no lexeme is longer than 2 KB, and no vector than 1 MB. */
const mostPositions = 16_000
const longestToken = 100
const mostBytes = 900_000

/** As much of a token as is indexed, and looked for: one sign may fold to a whole phrase. */
function cutToken(token: string): string {
  return token.length > longestToken ? Array.from(token).slice(0, longestToken).join('') : token
}

/** A `tsvector` as it is written, with the weights A to D for the parts. Phrases do not reach from part to part. */
function vectorOf(document: SearchDocument): string {
  const places = new Map<string, string[]>()
  let position = 1
  let bytes = 0
  for (const [index, part] of documentParts.entries()) {
    if (document[part] === '') continue
    for (const token of document[part].split(' ')) {
      if (position > mostPositions || bytes > mostBytes) break
      const key = cutToken(token)
      const own = places.get(key)
      // Two for each place, and at most four beside the word itself.
      bytes += own ? 2 : Buffer.byteLength(key) + 6
      const place = `${position}${'ABCD'[index]}`
      if (!own) places.set(key, [place])
      // PostgreSQL keeps no more of one word.
      else if (own.length < 255) own.push(place)
      position++
    }
    position += 2
  }
  return Array.from(places, ([token, own]) => `'${token}':${own.join(',')}`).join(' ')
}

/** Days have so many numbers each: more than a site will ever hold on one. */
const numbersOfDay = 2 ** 26
const dayMs = 86_400_000

/** After the last of the same day. SQLite has one writer at a time: nobody takes them meanwhile. */
async function nextNumbers(db: Db, rows: { day: string }[]): Promise<number[]> {
  const next = new Map<string, number>()
  const numbers: number[] = []
  for (const { day } of rows) {
    let number = next.get(day)
    if (number === undefined) {
      // From the year 1000 on; what no calendar knows stands first.
      const first = Math.max(0, Math.floor(Date.parse(day) / dayMs) + 354_285 || 0) * numbersOfDay
      const { last } = await db
        .selectFrom('search_rows')
        .where('number', '>=', first)
        .where('number', '<', first + numbersOfDay)
        .select(({ fn }) => fn.max('number').as('last'))
        .executeTakeFirstOrThrow()
      number = last === null ? first : last + 1
    }
    numbers.push(number)
    next.set(day, number + 1)
  }
  return numbers
}
