import { addressOf } from '../../domain/address.ts'
import type { Entry, Link } from '../../domain/entry.ts'
import type { Kind, LinkRole } from '../../domain/finding.ts'
import { leads } from '../../domain/link-health.ts'
import type { Programme } from '../../domain/programme.ts'
import { recordingOf } from '../../domain/recording.ts'
import { inPublic, withoutPasscodes } from '../../domain/secret-link.ts'
import { loadCityNames } from '../../time/load-city-names.ts'
import { asHtml } from './as-html.ts'
import { asMarkdown } from './as-markdown.ts'
import type { PostBlock, PostLine, Words } from './post-block.ts'
import { type PostWords, postWordsOf } from './post-words.ts'
import { sayElsewhere, sayMomentUtc, sayWhen } from './say-when.ts'

export const postFormats = ['html', 'markdown'] as const
export type PostFormat = (typeof postFormats)[number]

/**
 * - `zones`: besides UTC, the times are said in these (IANA)
 * - `heading`: with the title on top; a blog has a field of its own for it
 */
export type PostOptions = {
  format: PostFormat
  zones: readonly string[]
  baseUrl: string
  heading: boolean
}

/**
 * An edition as a post for a blog: its text, then a section for each kind of entry, in the order in which the story
 * comes to them, and the entries of each in the order of the story. Without script, without style, without doors of
 * meetings. The same bytes for the same revision. `intake/post` reads the same entries out of it.
 */
export async function writePost(
  programme: Programme,
  options: PostOptions,
): Promise<{ title: string; text: string }> {
  const { edition } = programme
  await loadCityNames(localeOfPost(programme))
  const blocks = blocksOf(programme, options)
  const text =
    options.format === 'html' ? asHtml(blocks, options.baseUrl) : asMarkdown(blocks, options.baseUrl)
  return { title: edition.title, text }
}

/** In which numbers and days of the post are said. */
export function localeOfPost({ series, edition }: Programme): string {
  return postWordsOf(edition.language ?? series.language).locale
}

type Given = { words: PostWords; locale: string; zones: readonly string[]; page(entry?: Entry): string }

function blocksOf({ series, edition, entries }: Programme, options: PostOptions): PostBlock[] {
  const { words, locale } = postWordsOf(edition.language ?? series.language)
  const page = (entry?: Entry) => options.baseUrl + addressOf(series.slug, edition.slug, entry?.slug)
  const given: Given = { words, locale, zones: options.zones.filter(zone => zone !== 'UTC'), page }
  const blocks: PostBlock[] = []
  if (options.heading) blocks.push({ form: 'heading', level: 1, words: [{ text: edition.title }] })
  if (edition.text) blocks.push({ form: 'prose', text: withoutPasscodes(edition.text) })
  blocks.push({ form: 'lines', lines: [{ label: null, words: asOf(edition.updatedAt, given) }] })
  for (const [kind, listed] of Map.groupBy(entries, ({ kind }) => kind)) {
    blocks.push({ form: 'heading', level: 2, words: [{ text: words.sections[kind] }] })
    if (kind === 'event') blocks.push(...listed.flatMap(entry => eventBlocks(entry, given)))
    else blocks.push({ form: 'list', items: listed.map(entry => listItem(entry, kind, given)) })
  }
  const hashtags = edition.hashtags
    .map(tag => (tag.startsWith('#') ? tag : `#${tag}`))
    .filter(tag => !edition.text?.split(/\s+/).includes(tag))
    .join(' ')
  if (hashtags) blocks.push({ form: 'lines', lines: [{ label: null, words: [{ text: hashtags }] }] })
  if (edition.credit) blocks.push({ form: 'prose', text: edition.credit })
  return blocks
}

function asOf(moment: number, { words, locale, page }: Given): Words[] {
  const told = words.asOf.replace('{moment}', sayMomentUtc(moment, locale))
  const [before = '', after = ''] = told.split('{url}')
  return [{ text: before }, { text: page(), url: page() }, { text: after }]
}

function eventBlocks(entry: Entry, given: Given): PostBlock[] {
  const { words, locale, zones } = given
  const blocks: PostBlock[] = [
    { form: 'heading', level: 3, words: [titleOf(entry, given)] },
    { form: 'lines', lines: linesOf(entry, given) },
  ]
  if (entry.sessions.length > 0) {
    const items = entry.sessions.map(session => {
      const elsewhere = sayElsewhere(session, zones, locale)
      const when = `${sayWhen(session, words, locale)}${elsewhere ? ` (${elsewhere})` : ''}`
      return { words: [{ text: `${open(session.title, session)} – ${when}` }], prose: [] }
    })
    blocks.push({ form: 'list', items })
  }
  for (const text of proseOf(entry)) blocks.push({ form: 'prose', text })
  return blocks
}

/** At least two: a heading with nothing but a day below it could be a heading of that day. */
function linesOf(entry: Entry, { words, locale, zones, page }: Given): PostLine[] {
  const lines: PostLine[] = []
  const tell = (label: string | null, text: string | null) => {
    if (text) lines.push({ label, words: [{ text }] })
  }
  tell(words.when, sayWhen(entry, words, locale))
  tell(words.elsewhere, sayElsewhere(entry, zones, locale))
  if (entry.doubts.some(({ field }) => field === 'start' || field === 'end' || field === 'time'))
    tell(null, words.doubtful)
  const status = words.statuses[entry.status]
  tell(
    words.status,
    status
      ? [status, entry.statusReason && open(entry.statusReason, entry)].filter(Boolean).join(' – ')
      : null,
  )
  tell(words.organisers, entry.organisations.map(({ name }) => name).join(', '))
  tell(words.speakers, entry.people.map(({ name }) => name).join(', '))
  tell(
    words.where,
    entry.place && withoutPasscodes([entry.place.name, entry.place.address].filter(Boolean).join(', ')),
  )
  tell(words.languages, entry.languages.map(tag => languageName(tag, locale)).join(', '))
  const own = ownLink(entry)
  for (const [role, label] of linkLabels(words))
    for (const { url } of openLinks(entry))
      if (url !== own?.url && entry.links.some(link => link.role === role && link.url === url))
        lines.push({ label, words: [{ text: url, url }] })
  if (recordingOf(entry) === 'expected') tell(words.recording, words.expected)
  const url = own?.url ?? page(entry)
  if (lines.length === 1) lines.push({ label: words.more, words: [{ text: url, url }] })
  return lines
}

function linkLabels(words: PostWords): [LinkRole, string][] {
  return [
    ['registration', words.register],
    ['programme', words.programme],
    ['join', words.join],
    ['livestream', words.livestream],
    ['recording', words.recording],
    ['slides', words.slides],
  ]
}

/** *Title (site)*, who it is by, and what the curator says of it. */
function listItem(entry: Entry, kind: Kind, given: Given): { words: Words[]; prose: string[] } {
  const own = ownLink(entry)
  const site = own && URL.parse(own.url)?.hostname.replace(/^www\./, '')
  const by = [...entry.organisations, ...(kind === 'event' ? [] : entry.people)]
    .map(({ name }) => name)
    .join(', ')
  const words: Words[] = [titleOf(entry, given)]
  if (site) words.push({ text: ` (${site})` })
  if (by) words.push({ text: ` – ${by}` })
  return { words, prose: proseOf(entry) }
}

function titleOf(entry: Entry, { page }: Given): Words {
  return { text: open(entry.title, entry), url: ownLink(entry)?.url ?? page(entry) }
}

function proseOf(entry: Entry): string[] {
  const { note, summary } = entry
  return [summary, note].flatMap(text => (text ? [open(text, entry)] : []))
}

function open(text: string, entry: Entry): string {
  return inPublic(text, entry)
}

/** Where the thing itself is: its page; of a video the film. */
function ownLink(entry: Entry): Link | undefined {
  const links = openLinks(entry)
  const roles: LinkRole[] =
    entry.kind === 'video'
      ? ['recording', 'livestream', 'source', 'archive']
      : ['source', 'programme', 'archive']
  return roles.map(role => links.find(link => link.role === role)).find(Boolean)
}

function openLinks(entry: Entry): Link[] {
  return entry.links.filter(link => link.visibility === 'public' && leads(link))
}

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
