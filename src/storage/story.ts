import { sql } from 'kysely'
import { addressOf } from '../domain/address.ts'
import type { Db } from './tables.ts'

/** What one needs to know of an edition to add to it: slugs in use now or once, and the ends of its story. */
export type Story = { slugs: Set<string>; first: number; last: number }

export async function readStory(db: Db, editionId: string): Promise<Story> {
  const rows = await db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .select(['slug', 'position', 'parent_id'])
    .execute()
  const story: Story = { slugs: await readOldSlugs(db, editionId), first: 0, last: 0 }
  for (const { slug, position, parent_id } of rows) {
    story.slugs.add(slug)
    if (parent_id !== null) continue
    story.first = Math.min(story.first, position)
    story.last = Math.max(story.last, position)
  }
  return story
}

/** An address that was given out leads on to what had it: nothing new may stand there. */
async function readOldSlugs(db: Db, editionId: string): Promise<Set<string>> {
  const { series, edition } = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('editions.id', '=', editionId)
    .select(['series.slug as series', 'editions.slug as edition'])
    .executeTakeFirstOrThrow()
  const below = `${addressOf(series, edition)}/`
  const rows = await db
    .selectFrom('redirects')
    .where(sql<string>`substr(${sql.ref('from')}, 1, length(cast(${below} as text)))`, '=', below)
    .select('from')
    .execute()
  return new Set(rows.map(({ from }) => from.slice(below.length)))
}

/** Where the story goes on after `position`; null at its end. */
export async function readNextPosition(db: Db, editionId: string, position: number): Promise<number | null> {
  const row = await db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .where('parent_id', 'is', null)
    .where('position', '>', position)
    .select(({ fn }) => fn.min('position').as('next'))
    .executeTakeFirst()
  return row?.next ?? null
}
