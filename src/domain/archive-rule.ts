import type { ArchiveItem, ArchiveRule, ArchiveSettings, Destination, RuleField } from './archive.ts'

/** What rules look at. */
export type ItemFacts = Pick<ArchiveItem, 'type' | 'status' | 'title' | 'author' | 'categories' | 'tags'> & {
  found: Pick<ArchiveItem['found'], 'isList' | 'isEvent' | 'translationOf'>
}

/** What becomes of an item: as the newest rule says that holds for it, else what it looks like. */
export function decide(
  item: ItemFacts,
  { series, rules }: Pick<ArchiveSettings, 'series' | 'rules'>,
): { destination: Destination; rule: string | null } {
  const rule = rules.findLast(each => holdsFor(each, item))
  if (rule) return { destination: rule.destination, rule: rule.id }
  return { destination: looksLike(item, series), rule: null }
}

export function holdsFor({ field, value }: Pick<ArchiveRule, 'field' | 'value'>, item: ItemFacts): boolean {
  return sayings(item, field).includes(value)
}

/** What an item says in this respect, as rules compare it. */
function sayings(item: ItemFacts, field: RuleField): string[] {
  if (field === 'category') return item.categories
  if (field === 'tag') return item.tags
  if (field === 'author') return item.author === null ? [] : [item.author]
  if (field === 'title') return [titleShape(item.title)]
  return [item.type]
}

/** A title without what changes from year to year: `Migrants Day #`. */
export function titleShape(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[\p{N}]+(?:st|nd|rd|th)?/gu, '#')
    .replace(/#(?:[-–/.:\s]*#)+/g, '#')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('en')
}

/** The year an edition is called by: the one in its title, else the one it came out in. */
export function editionYear(title: string, day: string | null): string | null {
  const years: string[] = title.match(/(?<!\p{N})(?:19|20)\d\d(?!\p{N})/gu) ?? []
  const published = day?.slice(0, 4)
  if (published && years.includes(published)) return published
  return years.at(-1) ?? published ?? null
}

/**
 * Slugs for the editions of each series, in the order of the items: the year, with a number where a year has several.
 *
 * @param taken slugs that are told by hand, by series
 */
export function editionSlugs(
  items: {
    number: number
    series: string
    title: string
    day: string | null
    entries: number
    /** Of an event: when it begins. Those of a year are entries of one edition. */
    start?: string | null
  }[],
  taken: ReadonlyMap<string, ReadonlySet<string>>,
): Map<number, string> {
  const slugs = new Map<number, string>()
  const used = new Map<string, Set<string>>()
  // The fullest of a year is the edition, whatever came before it.
  for (const { number, title, day, start } of items)
    if (start !== undefined) slugs.set(number, start?.slice(0, 4) ?? editionYear(title, day) ?? 'undated')
  const others = items.filter(({ start }) => start === undefined)
  for (const item of others.toSorted((a, b) => b.entries - a.entries || a.number - b.number)) {
    const own = used.get(item.series) ?? new Set<string>(taken.get(item.series))
    used.set(item.series, own)
    const year = editionYear(item.title, item.day) ?? 'undated'
    let slug = year
    for (let count = 2; own.has(slug); count++) slug = `${year}-${count}`
    own.add(slug)
    slugs.set(item.number, slug)
  }
  return slugs
}

function looksLike({ type, status, found }: ItemFacts, series: string | null): Destination {
  if (type === 'page') return { to: 'page' }
  // The programme of a day is not told twice: the same list in another language is a post.
  const isProgramme = type === 'post' && found.isList && found.translationOf === undefined
  const isOfDay = found.isEvent === true || isProgramme
  if (series !== null && isOfDay && status === 'publish') return { to: 'edition', series }
  // Episodes of a podcast are posts that are heard.
  if (type !== 'post' && type !== 'podcast') return { to: 'out' }
  return { to: 'post' }
}
