import type { Finding, InspectLine, ProgrammeHead } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { titleText } from '../page/words-of.ts'
import { readPost } from '../post/read-post.ts'
import { namesDay } from '../post/words/day-words.ts'
import { isRoundUpTitle } from '../post/words/round-up.ts'
import { isNamed, type Named } from './event-meta.ts'
import type { ExportItem, ExportSite } from './item.ts'
import { authorOf, fromExport, plainFinding, termsOf } from './plain-finding.ts'
import { eventIn } from './plugin-event.ts'
import { publishedOf } from './published.ts'
import { withDates } from './repeated-event.ts'

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
  if (event) return yield* withDates(event, item.meta, options, `line ${item.line}`)
  if (item.type !== 'post' && item.type !== 'page' && item.content.trim() === '') return
  const listed = item.type === 'post' ? listedIn(item, site, options) : null
  if (listed) return yield* listed
  const finding = plainFinding(item, site)
  if (finding.title !== '') yield { finding: { ...finding, from: fromExport(item, site, finding) } }
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
