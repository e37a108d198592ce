import type { Finding, InspectLine, ProgrammeHead, Provenance } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { languageTags } from '../page/language-tags.ts'
import { summaryText, titleText } from '../page/words-of.ts'
import { isSubject } from '../person-name.ts'
import { readPost } from '../post/read-post.ts'
import { namesDay } from '../post/words/day-words.ts'
import { kindWord } from '../post/words/kind-words.ts'
import { isRoundUpTitle } from '../post/words/round-up.ts'
import { partStatus } from '../title-status.ts'
import { eventOf, isNamed, type Named } from './event-meta.ts'
import type { ExportItem, ExportSite } from './item.ts'
import { htmlOf } from './markdown.ts'
import { publishedOf } from './published.ts'
import type { ShortcodeWorld } from './shortcodes.ts'
import { soundsOf } from './sounds.ts'

/**
 * The lines of one item of an export. An event of a calendar plugin is an event. A post that lists many things is a
 * programme with its entries. Every other post or page is an article, a statement … of the site. Nothing comes of what
 * readers of the site could not read: drafts, private and protected posts, revisions, menus.
 */
export function* linesOfItem(
  item: ExportItem,
  site: ExportSite,
  named: Named,
  options: IntakeOptions,
): Generator<InspectLine> {
  if (item.status !== 'publish' || item.isProtected || isInner(item.type)) return
  const event = eventIn(item, site, named, options)
  if (event) return yield { finding: event }
  if (item.type !== 'post' && item.type !== 'page' && item.content.trim() === '') return
  const listed = item.type === 'post' ? listedIn(item, site, options) : null
  if (listed) return yield* listed
  const finding = plainFinding(item, site)
  if (finding.title !== '') yield { finding: { ...finding, from: fromExport(item, site, finding) } }
}

/** An event of a calendar plugin; null for what is none. */
export function eventIn(
  item: ExportItem,
  site: ExportSite,
  named: Named,
  options: IntakeOptions,
): Finding | null {
  const event = eventOf(item, named, options)
  if (!event) return null
  const finding = { ...plainFinding(item, site), ...event }
  const { title, status: inTitle } = partStatus(finding.title)
  const status = finding.status ?? inTitle
  const whole = { ...finding, title, ...(status && { status }) }
  return { ...whole, from: fromExport(item, site, whole) }
}

/** What WordPress and its plugins keep as posts for themselves. */
export function isInner(type: string): boolean {
  // Of what comes again, Events Manager keeps a pattern beside the events themselves.
  return (
    isNamed(type) ||
    /^(?:attachment|nav_menu_item|event-recurring|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_(?!events$)\w+|acf-\w+|feedback|jp_\w+|elementor_\w+|shop_\w+|safecss|wpcf7_contact_form)$/.test(
      type,
    )
  )
}

/** The post as a programme, where it lists several things; else null. */
function listedIn(item: ExportItem, site: ExportSite, options: IntakeOptions): InspectLine[] | null {
  const { lines, isList } = readAsProgramme(item, site, options)
  return isList ? lines : null
}

/** The post as a programme, whatever it looks like; and whether it lists many things, as a round-up does. */
export function readAsProgramme(
  item: ExportItem,
  site: ExportSite,
  options: IntakeOptions,
): { lines: InspectLine[]; isList: boolean; events: number; findings: Finding[] } {
  const published = publishedOf(item)
  const lines = [
    ...readPost(Buffer.from(item.content), {
      ...options,
      ...(item.url && { url: item.url }),
      ...(published && { published: published.slice(0, 10) }),
    }),
  ]
  const findings = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
  const events = findings.filter(({ kind, start }) => kind === 'event' && start).length
  const isOfDay = events >= 2 && namesDay(item.title)
  const isList =
    events >= 3 || isOfDay || findings.length >= 8 || (findings.length >= 3 && isRoundUpTitle(item.title))
  const own = lines.map(line =>
    'programme' in line ? { programme: headOf(item, site, line.programme) } : line,
  )
  return { lines: own, isList, events, findings }
}

function headOf(item: ExportItem, site: ExportSite, read: ProgrammeHead): ProgrammeHead {
  const { categories, tags } = termsOf(item)
  const published = publishedOf(item)
  const author = authorOf(item, site)
  const title = titleText(item.title)
  return {
    ...read,
    ...(title && { title }),
    ...(item.url && { url: item.url }),
    ...(published && { published }),
    ...(author && { authors: [{ name: author }] }),
    ...(categories.length > 0 && { categories }),
    ...(tags.length > 0 && { tags }),
  }
}

function plainFinding(item: ExportItem, site: ExportSite): Finding {
  const summary = summaryText(item.excerpt.trim() || htmlOf(item.content, noWorld), item.url)
  const title =
    titleText(item.title) ??
    titleText(/\p{L}/u.test(item.slug ?? '') ? item.slug?.replaceAll('-', ' ') : undefined) ??
    firstWords(summary) ??
    item.slug ??
    ''
  const { categories, tags } = termsOf(item)
  const published = publishedOf(item)
  const author = authorOf(item, site)
  const word = kindWord(title)
  // Polylang keeps it as a term.
  const languages = languageTags(
    item.terms.flatMap(({ domain, slug }) => (domain === 'language' ? slug : [])),
  )
  const sounds = soundsOf(item)
  return {
    kind: word && word.kind !== 'event' && item.type === 'post' ? word.kind : 'article',
    title,
    ...(item.url && { url: item.url }),
    ...(published && { published }),
    ...(summary && { summary: summary.slice(0, 1000) }),
    ...(author && { people: [{ name: author, role: 'author' }] }),
    ...(categories.length + tags.length > 0 && { tags: [...new Set([...categories, ...tags])] }),
    ...(languages.length > 0 && { languages }),
    ...(sounds.length > 0 && { links: sounds.map(url => ({ role: 'recording' as const, url })) }),
    ...(item.guid && { uid: item.guid }),
  }
}

/** A note that nobody gave a title, and WordPress a number, is called by its first words. */
function firstWords(summary: string | undefined): string | undefined {
  const sentence = summary
    ?.replace(/ ?<https?:[^<>]*>/g, '')
    .split(/(?<=[.!?])\s|\n/)[0]
    ?.trim()
  if (!sentence) return undefined
  return sentence.length <= 80
    ? sentence.replace(/\.$/, '')
    : `${sentence.slice(0, sentence.lastIndexOf(' ', 78))} …`
}

/** A sight at the text needs no pictures. */
const noWorld: ShortcodeWorld = { pictures: () => [], onDropped: () => {} }

export function termsOf({ terms }: ExportItem): { categories: string[]; tags: string[] } {
  const named = (wanted: (domain: string) => boolean) => [
    ...new Set(terms.filter(({ domain }) => wanted(domain)).flatMap(({ name }) => titleText(name) ?? [])),
  ]
  return {
    categories: named(domain => /categor|_cat$/.test(domain)).filter(isSubject),
    tags: named(domain => /tag$/.test(domain)),
  }
}

export function authorOf({ creator }: ExportItem, { authors }: ExportSite): string | undefined {
  return titleText(authors.find(({ login }) => login === creator)?.name ?? creator)
}

function fromExport(
  item: ExportItem,
  site: ExportSite,
  finding: Partial<Finding>,
): Record<string, Provenance> {
  const fields = Object.keys({ ...plainFinding(item, site), ...finding })
  return Object.fromEntries(
    fields.filter(field => !/^(?:kind|doubts|from)$/.test(field)).map(field => [field, 'wordpress']),
  )
}
