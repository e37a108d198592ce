import type { Db } from './tables.ts'

/** What one needs to know of an edition to add to it: slugs in use, and the ends of its story. */
export type Story = { slugs: Set<string>; first: number; last: number }

export async function readStory(db: Db, editionId: string): Promise<Story> {
  const rows = await db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .select(['slug', 'position', 'parent_id'])
    .execute()
  const story: Story = { slugs: new Set(), first: 0, last: 0 }
  for (const { slug, position, parent_id } of rows) {
    story.slugs.add(slug)
    if (parent_id !== null) continue
    story.first = Math.min(story.first, position)
    story.last = Math.max(story.last, position)
  }
  return story
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
