import type { Entry } from '../../domain/entry.ts'
import type { Kind } from '../../domain/finding.ts'
import { authorsOf, type Programme } from '../../domain/programme.ts'
import { inPublic, withoutPasscodes } from '../../domain/secret-link.ts'
import type { Writing } from '../../domain/writing.ts'
import { dayOf } from '../../time/days.ts'

/**
 * Something that can be cited, in what all formats of citations have in common. Names are whole: which part of one is
 * its family’s only who bears it knows. Days are ISO dates.
 */
export type Cited = {
  /** For those who name it in a text: letters, digits and hyphens. */
  key: string
  form: CitedForm
  /** What it is, in a word: a data word, English in every language. */
  genre: string | null
  title: string
  authors: { name: string; isPerson: boolean }[]
  /** Where nobody is named as an author, the first of these stands in their place. */
  publishers: string[]
  from: string | null
  to: string | null
  /** What it stands in, and at what it took place. */
  container: string | null
  event: string | null
  place: string | null
  language: string | null
  summary: string | null
  tags: string[]
  url: string
  /** Its address here, where it is from elsewhere. */
  listedAt: string | null
}

export type CitedForm = 'presentation' | 'video' | 'document' | 'webpage' | 'post'

/**
 * One entry. Events are cited by their page here, which stays; what is somebody else's, by its own address.
 *
 * @param address absolute, of its page here
 */
export function citedEntry({ edition }: Programme, entry: Entry, address: string): Cited {
  const isEvent = entry.kind === 'event'
  const source = isEvent ? undefined : sourceOf(entry)
  const url = source ?? address
  const place = isEvent && entry.attendance !== 'online' ? (entry.place?.name ?? entry.place?.address) : null
  const days = isEvent ? daysOf(entry) : { from: entry.published, to: null }
  const organisations = entry.organisations.filter(({ role }) => role !== 'supporter')
  const people = entry.people.filter(({ role }) => !/moderat|chair|host/i.test(role ?? ''))
  const authors = people.length
    ? people.map(({ name }) => ({ name, isPerson: true }))
    : organisations.map(({ name }) => ({ name, isPerson: false }))
  return {
    key: keyOf(`${edition.slug}-${entry.slug}`, entry.id),
    form: forms[entry.kind],
    genre: genres[entry.kind],
    title: inPublic(entry.title, entry),
    authors,
    publishers: organisations.map(({ name }) => name),
    ...days,
    container: isEvent ? null : edition.title,
    event: isEvent ? edition.title : null,
    place: place ? withoutPasscodes(place) : null,
    language: entry.languages[0] ?? entry.language ?? edition.language,
    summary: entry.summary && inPublic(entry.summary, entry),
    tags: entry.tags.map(({ name }) => name),
    url,
    listedAt: source === undefined ? null : address,
  }
}

/** A whole programme, as what its curator wrote. */
export function citedEdition(
  { series, edition }: Pick<Programme, 'series' | 'edition'>,
  address: string,
): Cited {
  return {
    ...ownText,
    key: keyOf(`${series.slug}-${edition.slug}`, edition.id),
    genre: 'Programme',
    title: edition.title,
    authors: authorsOf(edition).map(asPerson),
    from: edition.publishedAt === null ? edition.startsOn : dayOf(edition.publishedAt, edition.homeZone),
    container: series.title === edition.title ? null : series.title,
    language: edition.language,
    tags: [...edition.categories, ...edition.tags].map(({ name }) => name),
    url: address,
  }
}

/** A post or a page of the curator's own. @param site what it stands in */
export function citedWriting(writing: Writing, address: string, site: string): Cited {
  const { kind, slug, id, title, authors, day, excerpt, categories, tags } = writing
  return {
    ...ownText,
    key: keyOf(`${day.slice(0, 4)}-${slug}`, id),
    form: kind === 'post' ? 'post' : 'webpage',
    genre: null,
    title,
    authors: authors.map(({ name }) => asPerson(name)),
    from: day || null,
    container: site,
    language: null,
    summary: excerpt,
    tags: [...categories, ...tags].map(({ name }) => name),
    url: address,
  }
}

const ownText = {
  form: 'post',
  publishers: [],
  to: null,
  event: null,
  place: null,
  summary: null,
  listedAt: null,
} as const satisfies Partial<Cited>

const forms: Record<Kind, CitedForm> = {
  event: 'presentation',
  video: 'video',
  statement: 'document',
  article: 'webpage',
  campaign: 'webpage',
  toolkit: 'webpage',
}
const genres: Record<Kind, string | null> = {
  event: 'Event',
  video: 'Video',
  statement: 'Statement',
  article: null,
  campaign: 'Campaign',
  toolkit: 'Toolkit',
}

function asPerson(name: string): Cited['authors'][number] {
  return { name, isPerson: true }
}

function daysOf({ time: { start, end } }: Entry): { from: string | null; to: string | null } {
  const from = start?.slice(0, 10) ?? null
  const to = end?.slice(0, 10) ?? null
  return { from, to: from !== null && to !== null && to > from ? to : null }
}

function sourceOf({ links }: Entry): string | undefined {
  return links.find(({ role, visibility }) => role === 'source' && visibility === 'public')?.url
}

/** Programs that read these keys know no other letters; what has others is called by its id. */
function keyOf(slugs: string, id: string): string {
  return /^[a-z0-9-]+$/i.test(slugs) ? slugs : id
}
