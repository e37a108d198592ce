import { randomUUIDv7 } from 'node:crypto'
import type {
  Archive,
  ArchiveItem,
  ArchiveRule,
  ArchiveSettings,
  Destination,
  RuleField,
} from '../../domain/archive.ts'
import { decide, editionSlugs, holdsFor } from '../../domain/archive-rule.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isSlug } from '../../domain/slug.ts'
import { readArchiveItems, writeDecision } from '../../storage/archive-items.ts'
import { takeArchive, updateArchive } from '../../storage/archives.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'

const batchSize = 1000

/** Says what holds for a whole export; all that nobody decided by hand is decided again. */
export function settleArchive(
  store: Store,
  id: string,
  told: Partial<Omit<ArchiveSettings, 'rules'>>,
  at: number,
): Promise<number> {
  return inReview(store, id, async (db, archive) => {
    const settings = { ...archive.settings, ...told }
    await updateArchive(db, id, { settings }, at)
    return decideAgain(db, id, settings)
  })
}

/**
 * Says what becomes of one item, and (`alike`) of all that are like it in something: that is kept as a rule.
 *
 * @returns how many changed, and the rule
 */
export function decideItem(
  store: Store,
  id: string,
  number: number,
  told: { destination: Destination; edition?: string | null; alike?: { field: RuleField; value: string } },
  at: number,
): Promise<{ changed: number; rule: string | null }> {
  return inReview(store, id, async (db, archive) => {
    const [item] = await readArchiveItems(db, id, { number })
    if (!item) throw new Refusal('export-item-gone', {}, 'There is no such post in this export.')
    const { destination, edition, alike } = told
    if (edition && !isSlug(edition))
      throw new Refusal(
        'edition-slug-wrong',
        { edition },
        `“${edition}” cannot be the address of an edition. Use small letters, digits and hyphens.`,
      )
    if (!alike) {
      const isOther =
        JSON.stringify(item.destination) !== JSON.stringify(destination) || edition !== item.edition
      await writeDecision(db, id, number, {
        destination,
        edition: destination.to === 'edition' ? (edition ?? null) : null,
        decided: 'hand',
        rule: null,
      })
      await nameEditions(db, id)
      return { changed: isOther ? 1 : 0, rule: null }
    }
    if (!holdsFor(alike, item))
      throw new Refusal('export-rule-odd', {}, 'The rule does not hold for the post it is made of.')
    const rule: ArchiveRule = { id: randomUUIDv7(), ...alike, destination }
    const others = archive.settings.rules.filter(
      ({ field, value }) => field !== rule.field || value !== rule.value,
    )
    const settings = { ...archive.settings, rules: [...others, rule] }
    await updateArchive(db, id, { settings }, at)
    // What was said of this one alone gives way to what is said of all of its kind.
    await writeDecision(db, id, number, {
      destination: item.destination,
      edition: null,
      decided: 'default',
      rule: null,
    })
    return { changed: await decideAgain(db, id, settings), rule: rule.id }
  })
}

/** Takes a rule back: what it decided is decided without it. */
export function dropRule(store: Store, id: string, rule: string, at: number): Promise<number> {
  return inReview(store, id, async (db, archive) => {
    const settings = { ...archive.settings, rules: archive.settings.rules.filter(each => each.id !== rule) }
    await updateArchive(db, id, { settings }, at)
    return decideAgain(db, id, settings)
  })
}

/** Gives the editions to be their slugs: those told by hand stay. */
export async function nameEditions(db: Db, id: string): Promise<void> {
  const items = await readArchiveItems(db, id, { to: 'edition' })
  const isTold = (item: ArchiveItem) => item.decided === 'hand' && item.edition !== null
  const taken = new Map<string, Set<string>>()
  for (const item of items.filter(item => isTold(item) && !item.found.isEvent)) {
    const own = taken.get(seriesOf(item)) ?? new Set<string>()
    taken.set(seriesOf(item), own.add(item.edition!))
  }
  const named = editionSlugs(
    items
      .filter(item => !isTold(item))
      .map(item => ({
        ...item,
        series: seriesOf(item),
        entries: item.found.entries,
        ...(item.found.isEvent && { start: item.found.first[0]?.start ?? null }),
      })),
    taken,
  )
  for (const item of items) {
    const edition = named.get(item.number)
    if (edition !== undefined && edition !== item.edition)
      await writeDecision(db, id, item.number, { ...item, edition })
  }
}

async function decideAgain(db: Db, id: string, settings: ArchiveSettings): Promise<number> {
  let changed = 0
  for (let after = -1; ; ) {
    const items = await readArchiveItems(db, id, { after, limit: batchSize })
    for (const item of items) {
      if (item.decided === 'hand' || item.state === 'done') continue
      const { destination, rule } = decide(item, settings)
      const isSame = JSON.stringify(destination) === JSON.stringify(item.destination)
      if (isSame && rule === item.rule) continue
      if (!isSame) changed++
      const edition = isSame ? item.edition : null
      await writeDecision(db, id, item.number, {
        destination,
        edition,
        decided: rule ? 'rule' : 'default',
        rule,
      })
    }
    if (items.length < batchSize) break
    after = items.at(-1)!.number
  }
  await nameEditions(db, id)
  return changed
}

function inReview<T>(store: Store, id: string, act: (db: Db, archive: Archive) => Promise<T>): Promise<T> {
  return store.db.transaction().execute(async db => {
    const archive = await takeArchive(db, id)
    if (!archive) throw new Refusal('export-gone', {}, 'There is no such export any more.')
    if (archive.state !== 'review' && archive.state !== 'done')
      throw new Refusal(
        'export-busy',
        {},
        'This export is being read or brought in. Wait until that is done.',
      )
    return act(db, archive)
  })
}

function seriesOf({ destination }: ArchiveItem): string {
  return destination.to === 'edition' ? destination.series : ''
}
