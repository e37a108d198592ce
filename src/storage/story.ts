import { sql } from 'kysely'
import { addressOf } from '../domain/address.ts'
import { among } from './dialects/among.ts'
import type { Db } from './tables.ts'

/** What one needs to know of an edition to add to it: slugs in use now or once, and the ends of its story. */
export type Story = StoryEnds & { slugs: Set<string> }
export type StoryEnds = { first: number; last: number }

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

/** The same without the slugs, which may be a hundred thousand. */
export async function readStoryEnds(db: Db, editionId: string): Promise<StoryEnds> {
  const ends = await db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .where('parent_id', 'is', null)
    .select(({ fn }) => [fn.min('position').as('first'), fn.max('position').as('last')])
    .executeTakeFirst()
  return { first: Math.min(0, ends?.first ?? 0), last: Math.max(0, ends?.last ?? 0) }
}

/** Which of these slugs are in use in an edition, now or once. */
export async function readTakenSlugs(db: Db, editionId: string, slugs: string[]): Promise<Set<string>> {
  if (slugs.length === 0) return new Set()
  const below = await addressBelow(db, editionId)
  const now = await db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .where(among(db, 'slug', slugs))
    .select('slug')
    .execute()
  const addresses = slugs.map(slug => below + slug)
  const once = await db
    .selectFrom('redirects')
    .where(among(db, 'from', addresses))
    .select('from')
    .execute()
  return new Set([...now.map(({ slug }) => slug), ...once.map(({ from }) => from.slice(below.length))])
}

async function addressBelow(db: Db, editionId: string): Promise<string> {
  const { series, edition } = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('editions.id', '=', editionId)
    .select(['series.slug as series', 'editions.slug as edition'])
    .executeTakeFirstOrThrow()
  return `${addressOf(series, edition)}/`
}

/** An address that was given out leads on to what had it: nothing new may stand there. */
async function readOldSlugs(db: Db, editionId: string): Promise<Set<string>> {
  const below = await addressBelow(db, editionId)
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
