import type { Finding, Provenance } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'
import { partStatus } from '../title-status.ts'
import { settleTime } from './event-time.ts'
import { labelledWords } from './labelled-words.ts'
import { languagesTold } from './language-words.ts'
import { namedParts } from './named-parts.ts'
import { addSeenLinks, addSeenManner } from './own-words.ts'
import type { Page } from './page.ts'
import { isStatement, isStatementByWindow } from './page-kind.ts'
import { withoutTail } from './page-title.ts'
import type { PageWords } from './page-words.ts'
import { isAggregator, isPlatform } from './platforms.ts'
import { dateline, dayIn, publishedOnPage } from './published.ts'
import { seenTerms } from './seen-terms.ts'
import { type EventTime, ofSeen, timeFields } from './seen-time.ts'
import type { VisibleText } from './visible-text.ts'
import { eventTimeIn } from './when-told.ts'
import type { TimeClues } from './zone-of-moment.ts'

/** The page around a thing. */
export type Around = { page: Page; text: VisibleText; words: PageWords; clues: TimeClues }

/** What the page's head and text tell of its own subject besides. */
export function completed(finding: Finding, { page, words, text, clues }: Around): Finding {
  const take = <K extends keyof Finding>(field: K, value: Finding[K] | undefined, source: Provenance) => {
    if (finding[field] !== undefined || value === undefined || (Array.isArray(value) && !value.length)) return
    finding[field] = value
    finding.from = { ...finding.from, [field]: source }
  }
  finding.title = withoutTail(finding.title, words.isSiteTold ? words.site : undefined) || finding.title
  if (finding.kind === 'event') takeStatusOfTitle(finding)
  if (finding.kind === 'article' && saysStatement(finding, page)) finding.kind = 'statement'
  // A text is where it stands, whatever a template repeats; an event may have a page of its own elsewhere.
  if (finding.kind !== 'event' && page.url) {
    finding.url = page.url
    finding.from = { ...finding.from, url: finding.from?.url ?? 'open-graph' }
  }
  take('url', page.url, 'open-graph')
  take('summary', words.summary, 'open-graph')
  take('image', words.image, 'open-graph')
  take('tags', words.tags, 'open-graph')
  take('tags', hashtagsIn(finding.title), 'text')
  if (finding.kind === 'event') {
    if (!finding.start && words.start) takeMetaTime(finding, words, clues)
    if (!finding.start) takeSeenTime(finding, text, words, clues)
    const labelled = labelledWords(text)
    for (const field of ['place', 'attendance', 'organisations', 'people'] as const)
      take(field, labelled[field], 'text')
    const named = namedParts(page)
    for (const field of ['people', 'place'] as const) take(field, named[field], 'text')
    addOwnDoor(finding, page.url)
    addSeenLinks(finding, text)
    addSeenManner(finding, text)
    const terms = seenTerms(finding, text, clues)
    for (const field of ['end', 'registrationUntil', 'recording'] as const) take(field, terms[field], 'text')
    const spoken = languagesTold(text, page.language)
    for (const field of ['languages', 'interpretation', 'captions', 'signLanguages'] as const)
      take(field, spoken[field], 'text')
  } else {
    take('published', words.published, 'open-graph')
    take('published', publishedOnPage(page, clues.language), 'text')
    if (finding.kind === 'video') addSeenLinks(finding, text, /^slides$/)
    takePublishedLine(text, clues, take)
    if (finding.kind === 'video') takePlayer(finding, words, take)
  }
  const isPerson = words.author && words.author !== words.site && !/\d{4}|^@/.test(words.author)
  if (words.author && isPerson && !finding.people?.length && finding.kind !== 'event') {
    take('people', [{ name: words.author, role: 'author' }], 'open-graph')
  }
  const isOwnSite = /^https?:\/\/sites\.google\.com\//.test(page.url ?? '') || !isAggregator(page.url)
  const isHost = finding.kind !== 'event' || (words.isSiteTold && isOwnSite)
  if (words.site && isHost && !isPlatform(words.site)) {
    take('organisations', [{ name: words.site }], 'open-graph')
  }
  return finding
}

function saysStatement({ title }: Finding, page: Page): boolean {
  return isStatement(page.url, title) || isStatementByWindow(page.title, title)
}

/** "CANCELLED: …" in the title of a page that no data speaks of. */
function takeStatusOfTitle(finding: Finding): void {
  const { title, status } = partStatus(finding.title, finding.status === 'scheduled')
  if (!status || (finding.status && finding.status !== 'scheduled')) return
  finding.title = title
  finding.status = status
  finding.from = { ...finding.from, status: 'text' }
}

function hashtagsIn(title: string): string[] {
  return [...title.matchAll(/(?<![\p{L}\p{N}&/])#([\p{L}_][\p{L}\p{M}\p{N}_]{2,60})/gu)].map(
    match => match[1]!,
  )
}

type Take = <K extends keyof Finding>(field: K, value: Finding[K] | undefined, source: Provenance) => void

/** A day by itself right below the heading is that of publication. */
function takePublishedLine({ lines }: VisibleText, { language, seen }: TimeClues, take: Take): void {
  const at = lines.findIndex(line => line.level === 1)
  for (const line of lines.slice(Math.max(0, at - 3), at + 5)) {
    const day = line.level === 0 ? (dayIn(line.text, language) ?? dateline(line.text, language)) : undefined
    // With an hour on the line below, it is when something takes place.
    const hasHour = seen.some(time => time.start.startsWith(`${day}T`) && !line.text.includes(time.phrase))
    if (day && !hasHour) take('published', day, 'text')
  }
}

/** The page of a form or of a room is the way in itself. */
function addOwnDoor(finding: Finding, url: string | undefined): void {
  const role = url && linkRole(url)
  if (!url || !/^(?:registration|join|livestream)$/.test(role ?? '')) return
  if (finding.links?.some(link => link.url === url)) return
  finding.links = [{ role: role as 'registration' | 'join' | 'livestream', url }, ...(finding.links ?? [])]
  finding.from = { ...finding.from, links: finding.from?.links ?? 'text' }
}

/** Where a video is shown: the player its head names, else the page itself on a site of videos. */
function takePlayer(finding: Finding, { player }: PageWords, take: Take): void {
  if (finding.links?.some(link => link.role === 'recording' || link.role === 'livestream')) return
  const { links: others = [] } = finding
  const url = player ?? finding.url
  const role = url && linkRole(url)
  const isShown = role === 'recording' || role === 'livestream'
  if (!url || (!player && !isShown)) return
  delete finding.links
  take('links', [{ role: isShown ? role : 'recording', url }, ...others], player ? 'open-graph' : 'text')
}

/** Data that names an event and forgets its date leaves it to the text. */
function takeSeenTime(finding: Finding, text: VisibleText, words: PageWords, clues: TimeClues): void {
  const seen = eventTimeIn(finding.title, text, words, clues)
  const time = seen && ofSeen(seen, clues)
  if (time?.start) takeTime(finding, time, 'text')
}

function takeMetaTime(finding: Finding, words: PageWords, clues: TimeClues): void {
  const time = settleTime(
    [{ source: 'open-graph', start: words.start!, ...(words.end && { end: words.end }) }],
    clues,
  )
  if (time.start) takeTime(finding, time, 'open-graph')
}

function takeTime(finding: Finding, time: EventTime, source: Provenance): void {
  const doubts = [...(finding.doubts ?? []).filter(one => one.code !== 'date-missing'), ...time.doubts]
  delete finding.doubts
  Object.assign(finding, timeFields({ ...time, doubts }))
  finding.from = { ...finding.from, start: source, ...(time.end && { end: source }) }
}
