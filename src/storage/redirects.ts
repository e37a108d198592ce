import { sql } from 'kysely'
import { among } from './dialects/among.ts'
import type { Store } from './store.ts'
import type { Db } from './tables.ts'

/**
 * Where a path leads that an entry, an edition, a series or an older site had before; null where it is no such path.
 * What lay below an address that has moved lies below the new one.
 */
export async function findRedirect({ db }: Pick<Store, 'db'>, path: string): Promise<string | null> {
  const within = addressesWithin(path)
  const rows = await db.selectFrom('redirects').where('from', 'in', within).selectAll().execute()
  const [longest] = rows.sort((a, b) => b.from.length - a.from.length)
  return longest ? beyond(longest, path) : null
}

/** The same for many paths at once; those that lead nowhere are left out. */
export async function findRedirects(
  { db }: Pick<Store, 'db'>,
  paths: readonly string[],
): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map()
  const within = [...new Set(paths.flatMap(addressesWithin))]
  const rows = await db
    .selectFrom('redirects')
    .where(among(db, 'from', within))
    .selectAll()
    .execute()
  const known = new Map(rows.map(row => [row.from, row]))
  return new Map(
    paths.flatMap(path => {
      const [longest] = addressesWithin(path)
        .flatMap(address => known.get(address) ?? [])
        .sort((a, b) => b.from.length - a.from.length)
      const to = longest && beyond(longest, path)
      return to ? [[path, to]] : []
    }),
  )
}

function beyond({ from, to }: { from: string; to: string }, path: string): string | null {
  if (from === path) return to
  return isOwn(to) ? to + path.slice(from.length) : null
}

/** Where exactly this address leads, if it was given out once. */
export async function findOldAddress(db: Db, from: string): Promise<string | null> {
  const row = await db.selectFrom('redirects').where('from', '=', from).select('to').executeTakeFirst()
  return row?.to ?? null
}

/** From now on `from` leads to `to`, and so does whatever led to `from`; `to` itself leads nowhere else. */
export async function putRedirect(db: Db, from: string, to: string): Promise<void> {
  await db.deleteFrom('redirects').where('from', '=', to).execute()
  await db.updateTable('redirects').set({ to }).where('to', '=', from).execute()
  await db
    .insertInto('redirects')
    .values({ from, to })
    .onConflict(conflict => conflict.column('from').doUpdateSet({ to }))
    .execute()
}

/** The same for the address of a series or an edition: what led to something below it leads below the new one. */
export async function moveAddress(db: Db, from: string, to: string): Promise<void> {
  await putRedirect(db, from, to)
  const led = sql.ref<string>('to')
  // Counted by the database: what is one sign there may be two here.
  const length = sql`length(cast(${from} as text)) + 1`
  await db
    .updateTable('redirects')
    .set({ to: sql<string>`cast(${to} as text) || substr(${led}, ${length})` })
    .where(sql<string>`substr(${led}, 1, ${length})`, '=', `${from}/`)
    .execute()
}

/** The path itself and the entry, edition and series it lies in, with what stands for their other forms: `/{series}.ics`. */
function addressesWithin(path: string): string[] {
  const [, series = '', edition = ''] = path.split('/', 3)
  const within = new Set([path])
  for (const address of [`/${series}`, `/${series}/${edition}`, path]) {
    if (path.startsWith(address)) within.add(address.replace(/\.[a-z]+$/, ''))
  }
  return [...within].filter(address => address.length > 1 || address === path)
}

function isOwn(to: string): boolean {
  return to.startsWith('/') && !/[?#]/.test(to)
}

/** `from` leads to `to`, and what led to `from` still leads there first: so that it can be taken back. */
export async function leadOn(db: Db, from: string, to: string): Promise<void> {
  await db.deleteFrom('redirects').where('from', '=', to).execute()
  await db
    .insertInto('redirects')
    .values({ from, to })
    .onConflict(conflict => conflict.column('from').doUpdateSet({ to }))
    .execute()
}
