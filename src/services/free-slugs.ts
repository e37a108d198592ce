import { isReservedEntrySlug } from '../domain/slug.ts'
import { readTakenSlugs } from '../storage/story.ts'
import type { Db } from '../storage/tables.ts'

/**
 * For each wanted slug itself, or with the first number that makes it free in the edition: as `freeSlug`, asking the
 * store for many at a time and holding none of what it has.
 *
 * @param numbers how far each was counted, from one call to the next
 */
export async function freeSlugs(
  db: Db,
  editionId: string,
  wanted: string[],
  numbers: Map<string, number>,
): Promise<string[]> {
  const taken = new Map<string, boolean>()
  const ask = async (slugs: string[]) => {
    const unknown = slugs.filter(slug => !taken.has(slug))
    const found = await readTakenSlugs(db, editionId, unknown)
    for (const slug of unknown) taken.set(slug, found.has(slug))
  }
  await ask([...new Set(wanted)])
  const given: string[] = []
  for (const slug of wanted) {
    let own = slug
    if (isReservedEntrySlug(slug) || taken.get(slug)) {
      let number = numbers.get(slug) ?? 2
      for (; ; number++) {
        own = `${slug}-${number}`
        if (!taken.has(own))
          await ask(Array.from({ length: atOnce }, (_, more) => `${slug}-${number + more}`))
        if (!taken.get(own)) break
      }
      if (numbers.size >= mostNumbers) numbers.clear()
      numbers.set(slug, number + 1)
    }
    taken.set(own, true)
    given.push(own)
  }
  return given
}

const atOnce = 20
const mostNumbers = 10_000
