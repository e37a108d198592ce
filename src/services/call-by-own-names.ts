import type { Content } from '../domain/content.ts'
import { nameKey } from '../storage/names.ts'
import { readNewNames } from '../storage/organisations.ts'
import type { Db } from '../storage/tables.ts'

type Naming = Pick<Content, 'organisations'>

/**
 * Has contents call organisations by the names they have today, so that what a source says of one that was renamed or
 * turned out to be another is compared with what an entry says. Contents that name none of these stay as they are.
 */
export async function callByOwnNames<T extends Naming>(db: Db, contents: T[]): Promise<T[]> {
  const names = contents.flatMap(({ organisations }) => (organisations ?? []).map(({ name }) => name))
  const today = await readNewNames(db, names)
  if (today.size === 0) return contents
  return contents.map(content => ({ ...content, organisations: calledToday(content.organisations, today) }))
}

/** Two that turned out to be one are told once. */
function calledToday(
  told: Content['organisations'],
  today: Map<string, { name: string; url: string | null }>,
): Content['organisations'] {
  const called = told.map(organisation => {
    const own = today.get(nameKey(organisation.name))
    return own ? { name: own.name, url: own.url, role: organisation.role } : organisation
  })
  const keys = called.map(({ name }) => nameKey(name))
  return called.filter((_, at) => keys.indexOf(keys[at]!) === at)
}
