import { addressOf } from '../domain/address.ts'
import { faultsOfEdition } from '../domain/edition-faults.ts'
import { type EditionFields, fieldsOfEdition } from '../domain/edition-fields.ts'
import { fieldsChanged, only } from '../domain/entry-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { slugOf, tagKey } from '../domain/slug.ts'
import { type EditionRow, findEdition, updateEdition } from '../storage/editions.ts'
import { findOldAddress, moveAddress } from '../storage/redirects.ts'
import type { Change } from '../storage/revisions.ts'
import { seriesSlugOf } from '../storage/series.ts'
import type { Db } from '../storage/tables.ts'
import { readEditionWords } from '../storage/tags.ts'
import { canonicalZone } from '../time/zones.ts'
import type { CuratorAct } from './change-entry.ts'
import { putEditionAuthors, putEditionWords } from './edition-words.ts'
import { publishAtOf, settlePublication } from './settle-publication.ts'

/** What an edition says of itself now. */
export async function readEditionFields(db: Db, edition: EditionRow): Promise<EditionFields> {
  return fieldsOfEdition(edition, await readEditionWords(db, edition.id))
}

/**
 * Puts fields in the place of an edition's own, inside a transaction that has taken it. The change is to be recorded;
 * null where nothing differs. An edition that is live or archived for the first time is published at that moment.
 *
 * @param name of the act, as history tells it
 * @throws Refusal when it is for editors alone, has no title, its days are in disorder or its address is taken
 */
export async function changeEdition(
  db: Db,
  edition: EditionRow,
  told: Partial<EditionFields>,
  { name, at, onlyDrafts = false }: CuratorAct & { name: string },
): Promise<Change | null> {
  const before = await readEditionFields(db, edition)
  const next: EditionFields = { ...before, ...told }
  next.publishAt = publishAtOf(before, next, at)
  next.homeZone = canonicalZone(next.homeZone) ?? next.homeZone
  if (next.state !== 'draft') next.publishedAt ??= at
  // Two words that are compared alike are one, and it may be stored as somebody else wrote it first.
  for (const [field, key] of [
    ['tags', tagKey],
    ['categories', slugOf],
  ] as const)
    if (sameWords(before[field], next[field], key)) next[field] = before[field]
  const changed = fieldsChanged(before, next)
  if (changed.length === 0) return null
  if (onlyDrafts) throw new Refusal('only-editors', {}, 'Only an editor may change the edition itself.')
  check(next, changed)
  if (next.slug !== before.slug) await moveEdition(db, edition, next.slug)
  await updateEdition(db, edition.id, next)
  if (changed.includes('tags') || changed.includes('categories')) await putEditionWords(db, edition.id, next)
  if (changed.includes('author') || changed.includes('coAuthors'))
    await putEditionAuthors(db, { id: edition.id, ...next }, at)
  if (changed.includes('publishAt'))
    await settlePublication(db, { edition: edition.id, entry: null }, next.publishAt)
  return { entryId: null, act: name, before: only(before, changed), after: only(next, changed) }
}

/** What stood there before is left in peace: only what is told anew must be so as it may be. */
function check(next: EditionFields, changed: (keyof EditionFields)[]): void {
  const days: (keyof EditionFields)[] = ['startsOn', 'endsOn']
  const told = days.some(field => changed.includes(field)) ? [...changed, ...days] : changed
  const [fault] = faultsOfEdition(next).filter(({ field }) => told.includes(field))
  if (fault) throw fault.refusal
}

async function moveEdition(db: Db, { seriesId, slug }: EditionRow, to: string): Promise<void> {
  const series = await seriesSlugOf(db, seriesId)
  await checkEditionSlug(db, series, to, slug)
  await moveAddress(db, addressOf(series, slug), addressOf(series, to))
}

/**
 * @param own the slug that the edition has or had: an address may be taken back
 * @throws Refusal when another edition of the series has it or had it
 */
export async function checkEditionSlug(db: Db, series: string, slug: string, own?: string): Promise<void> {
  const leadsTo = await findOldAddress(db, addressOf(series, slug))
  const isOwn = own !== undefined && leadsTo === addressOf(series, own)
  if ((await findEdition(db, series, slug)) === null && (leadsTo === null || isOwn)) return
  throw new Refusal(
    'edition-slug-taken',
    { edition: slug },
    `The address “${slug}” belongs or belonged to another edition of this series.`,
  )
}

function sameWords(a: string[], b: string[], key: (word: string) => string): boolean {
  const compared = (words: string[]) => [...new Set(words.map(key))].join(' ')
  return compared(a) === compared(b)
}
