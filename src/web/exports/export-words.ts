import type { ArchiveItem, ArchiveRule, Destination } from '../../domain/archive.ts'
import { isolated } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'

/** What an item is taken for, in words. */
export function sayDestination(
  destination: Destination,
  edition: string | null,
  titles: Map<string, string>,
  { say }: Showing,
  isEvent = false,
): string {
  if (destination.to !== 'edition') return say(`exports.to.${destination.to}`)
  const series = isolated(titles.get(destination.series) ?? destination.series)
  return edition
    ? say(isEvent ? 'exports.to.entry-of' : 'exports.to.edition-of', { edition, series })
    : say('exports.to.edition-in', { series })
}

/** A rule in words: “in the category ‘Events’”. */
export function sayRule({ field, value }: Pick<ArchiveRule, 'field' | 'value'>, { say }: Showing): string {
  return say(`exports.rule.${field}`, {
    value: isolated(field === 'title' ? value.replaceAll('#', '…') : value),
  })
}

/** What of an item others may have, too; a title only where it changes from year to year. */
export function likenesses(
  { categories, tags, author, title, type }: ArchiveItem,
  shape: string,
): Pick<ArchiveRule, 'field' | 'value'>[] {
  return [
    ...(type === 'post' || type === 'page' ? [] : [{ field: 'type' as const, value: type }]),
    ...categories.slice(0, 3).map(value => ({ field: 'category' as const, value })),
    ...(shape.includes('#') || title === '' ? [{ field: 'title' as const, value: shape }] : []),
    ...tags.slice(0, 2).map(value => ({ field: 'tag' as const, value })),
    ...(author ? [{ field: 'author' as const, value: author }] : []),
  ]
}
