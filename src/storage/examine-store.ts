import { zoneDataVersion } from '../time/instants.ts'
import { type Soundness, soundnessOf } from './dialects/soundness.ts'
import { doneMigrations } from './migrate.ts'
import { migrationNames } from './migrations/names.ts'
import { hasCurrentIndex } from './search-index.ts'
import { readSetting } from './settings.ts'
import { isKnownSchema } from './site-tables.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** What a host may want to know of a store. */
export type StoreReport = Soundness & {
  /** `older`: it is brought up to date when the site is opened; `none`: nothing was ever made in it. */
  schema: 'current' | 'older' | 'newer' | 'none'
  /** Null where the tables are not those of this version. */
  content: {
    series: number
    editions: number
    entries: number
    pictures: number
    owners: number
    failedJobs: number
    /** When the work was due that waits longest; null where none waits. */
    dueSince: number | null
    hasZoneData: boolean
    /** Whether everything can be found by its words: entries, editions, posts and pages. */
    hasIndex: boolean
  } | null
}

/** Reads only, and also a store that is of another version. */
export async function examineStore({ db }: Store): Promise<StoreReport> {
  const done = await doneMigrations(db)
  const isCurrent = isKnownSchema(done) && done.length === migrationNames.length
  const schema = done.length === 0 ? 'none' : isCurrent ? 'current' : isKnownSchema(done) ? 'older' : 'newer'
  const soundness = await soundnessOf(db)
  if (schema !== 'current') return { ...soundness, schema, content: null }
  const count = async (table: keyof Tables) => {
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }
  const owners = await db.selectFrom('grants').where('role', '=', 'owner').select('account_id').execute()
  const failed = await db.selectFrom('jobs').where('state', '=', 'failed').select('id').execute()
  const first = await db
    .selectFrom('jobs')
    .where('state', '=', 'waiting')
    .orderBy('due_at')
    .select('due_at')
    .limit(1)
    .executeTakeFirst()
  return {
    ...soundness,
    schema,
    content: {
      series: await count('series'),
      editions: await count('editions'),
      entries: await count('entries'),
      pictures: await count('pictures'),
      owners: owners.length,
      failedJobs: failed.length,
      dueSince: first?.due_at ?? null,
      hasIndex:
        (await hasCurrentIndex(db)) &&
        (await count('search_rows')) ===
          (await count('entries')) + (await count('editions')) + (await count('writings')),
      hasZoneData: (await readSetting(db, 'zone-data')) === zoneDataVersion(),
    },
  }
}
