import type { Finding, Provenance } from '../../domain/finding.ts'
import { fold } from '../../time/fold.ts'
import type { IntakeOptions } from '../intake.ts'
import { linkRole } from '../link-role.ts'
import { announcedEvent } from './announced-event.ts'
import { calendarLinks } from './calendar-links.ts'
import { readEmbeddedItems } from './embedded-items.ts'
import { settleTime } from './event-time.ts'
import { type Candidate, gather } from './gather.ts'
import type { Item } from './item.ts'
import { labelledWords } from './labelled-words.ts'
import { languagesTold } from './language-words.ts'
import { listedEvents } from './listed-events.ts'
import { readMicroformats } from './microformats.ts'
import { addSeenLinks, addSeenManner, isGate, isStatement, readOwnWords } from './own-words.ts'
import type { Page } from './page.ts'
import { type PageWords, readPageWords, withoutTail } from './page-words.ts'
import { isAggregator } from './platforms.ts'
import { dayIn, publishedOnPage } from './published.ts'
import { readEvent } from './read-event.ts'
import { readWork } from './read-work.ts'
import { isArticlePage, subjectOf } from './subject.ts'
import { timesSeen } from './times-seen.ts'
import { readVisibleText, type VisibleText } from './visible-text.ts'
import type { TimeClues } from './zone-of-moment.ts'

/** The findings of a page: its own subject, then the other events and videos on it. */
export function findingsOf(page: Page, html: string, data: Item[], options: IntakeOptions): Finding[] {
  const candidates = gather([...data, ...readEmbeddedItems(page), ...readMicroformats(html, page.base)])
  const text = readVisibleText(page)
  const words = readPageWords(page, text)
  if (isGate(page.title ?? words.title ?? '') && !candidates.length) return []
  const around: Around = { page, text, words, clues: cluesOf(page, text, words, options), alone: true }
  const subject = subjectOf(candidates, words, page.url)
  const events = candidates.filter(one => one.kind === 'event' && one !== subject)
  around.alone = events.length === 0 || (subject !== null && subject.kind === 'event')
  const isListing = subject === null && events.length > 0 && !isArticlePage(words)
  const listed =
    events.length === 0 && (subject === null || subject.kind !== 'event') && !isArticlePage(words)
      ? listedEvents(text, around.clues)
      : []
  if (!subject && listed.length) return listed.map(finding => asHost(finding, words))
  const first = subject ? readCandidate(subject, around, true) : isListing ? null : readBare(around)
  const others = candidates
    .filter(one => one !== subject && isOffered(one, subject))
    .flatMap(one => readCandidate(one, around, false) ?? [])
  const announced =
    first && isArticlePage(words) && first.kind === 'article'
      ? announcedEvent(first, text, around.clues)
      : null
  const own = announced ? [announced, first!] : first ? [first] : []
  const known = [...own, ...others.filter(other => !first || !isSameAs(other, first))]
  return [...known, ...playedVideos(text, known, first)]
}

/** Videos shown in the content that no data speaks of. A single one belongs to what the page is about. */
function playedVideos(text: VisibleText, known: Finding[], first: Finding | null): Finding[] {
  const players = text.players.filter(({ url }) => /^(?:recording|livestream)$/.test(linkRole(url) ?? ''))
  const keys = new Set(known.flatMap(finding => (finding.links ?? []).map(link => videoKey(link.url))))
  const others = players.filter(
    (player, at) =>
      !keys.has(videoKey(player.url)) &&
      players.findIndex(one => videoKey(one.url) === videoKey(player.url)) === at,
  )
  const hasOwn = first?.links?.some(link => link.role === 'recording' || link.role === 'livestream')
  if (first && first.kind !== 'event' && !hasOwn && others.length === 1) {
    first.links = [...(first.links ?? []), { role: linkRole(others[0]!.url)!, url: others[0]!.url }]
    first.from = { ...first.from, links: first.from?.links ?? 'text' }
    return []
  }
  return others.slice(0, 30).flatMap(({ url, title, heading }) => {
    const name = title ?? (heading && !nameless.test(heading) ? heading : first?.title)
    const role = linkRole(url)!
    return name
      ? [
          {
            kind: 'video' as const,
            title: name,
            links: [{ role, url }],
            from: { kind: 'text' as const, title: 'text' as const, links: 'text' as const },
          },
        ]
      : []
  })
}

const nameless =
  /^(?:videos?|media|mediathek|vidéos?|watch|gallery|related|multimedia|recordings?|mehr|more)\W*$/i

/** The same film in whichever player. */
function videoKey(url: string): string {
  const id =
    /(?:youtu\.be\/|youtube(?:-nocookie)?\.com\/(?:embed\/|watch\?(?:.*&)?v=|v\/))([\w-]{6,20})/.exec(
      url,
    )?.[1] ?? /vimeo\.com\/(?:video\/)?(\d+)/.exec(url)?.[1]
  return id ?? url.replace(/^https?:\/\/(?:www\.)?|[?#].*$/g, '')
}

type Around = { page: Page; text: VisibleText; words: PageWords; clues: TimeClues; alone: boolean }

/** Whose name the event bears holds it. */
function asHost(finding: Finding, words: PageWords): Finding {
  if (!words.site || !fold(finding.title).includes(fold(words.site))) return finding
  return {
    ...finding,
    organisations: [{ name: words.site }],
    from: { ...finding.from, organisations: 'open-graph' },
  }
}

function cluesOf(page: Page, text: VisibleText, words: PageWords, options: IntakeOptions): TimeClues {
  const published = options.published ?? words.published?.slice(0, 10)
  const context = {
    ...(published && { published }),
    ...(options.zone && { zone: options.zone }),
    ...(page.language && { language: page.language.slice(0, 2).toLowerCase() }),
  }
  const { place } = labelledWords(text)
  return {
    ...context,
    ...(place?.name && { place: { name: place.name } }),
    seen: timesSeen(text, context),
    links: calendarLinks(page),
  }
}

/** Other articles and toolkits in the margin are no concern of a curator who pasted this page; its events are. */
function isOffered(candidate: Candidate, subject: Candidate | null): boolean {
  if (candidate.kind === 'event') return true
  return (
    candidate.kind === 'video' &&
    subject?.kind !== 'video' &&
    candidate.via !== 'item' &&
    candidate.via !== 'itemListElement'
  )
}

function readCandidate(candidate: Candidate, around: Around, isOwn: boolean): Finding | null {
  const { kind, thing } = candidate
  const { page, clues } = around
  const base = page.base
  const withBase = base ? { base } : {}
  if (kind === 'event') {
    const { place: _, ...general } = clues
    const own = isOwn ? clues : { ...general, seen: [], links: [] }
    const finding = readEvent(thing, { ...withBase, clues: own })
    return finding && isOwn ? completed(finding, around) : finding
  }
  const finding = readWork(kind, thing, base)
  if (!finding) return null
  if (finding.title === '')
    finding.title = around.words.title ?? hostOf(finding.links?.[0]?.url ?? page.url) ?? ''
  if (finding.title === '') return null
  return isOwn ? completed(finding, around) : finding
}

/** A page that no data speaks of. */
function readBare(around: Around): Finding | null {
  const { page, words, text, clues } = around
  const finding = readOwnWords(page, words, text, clues)
  return finding && completed(finding, around)
}

/** What the page's head and text tell of its own subject besides. */
function completed(finding: Finding, { page, words, text, clues }: Around): Finding {
  const take = <K extends keyof Finding>(field: K, value: Finding[K] | undefined, source: Provenance) => {
    if (finding[field] !== undefined || value === undefined || (Array.isArray(value) && !value.length)) return
    finding[field] = value
    finding.from = { ...finding.from, [field]: source }
  }
  finding.title = withoutTail(finding.title, words.isSiteTold ? words.site : undefined) || finding.title
  if (finding.kind === 'article' && isStatement(page.url, finding.title)) finding.kind = 'statement'
  take('url', page.url, 'open-graph')
  take('summary', words.summary, 'open-graph')
  take('image', words.image, 'open-graph')
  take('tags', words.tags, 'open-graph')
  if (finding.kind === 'event') {
    if (!finding.start && words.start) takeMetaTime(finding, words, clues)
    const labelled = labelledWords(text)
    for (const field of ['place', 'attendance', 'organisations', 'people'] as const)
      take(field, labelled[field], 'text')
    addSeenLinks(finding, text)
    addSeenManner(finding, text)
    const spoken = languagesTold(text, page.language)
    for (const field of ['languages', 'interpretation', 'captions', 'signLanguages'] as const)
      take(field, spoken[field], 'text')
  } else {
    take('published', words.published, 'open-graph')
    take('published', publishedOnPage(page, clues.language), 'text')
    takePublishedLine(text, take)
    const watch = finding.url && linkRole(finding.url)
    if (
      finding.kind === 'video' &&
      !finding.links?.length &&
      !words.player &&
      (watch === 'recording' || watch === 'livestream')
    ) {
      take('links', [{ role: watch, url: finding.url! }], 'text')
    }
    if (finding.kind === 'video' && !finding.links?.length && words.player) {
      take(
        'links',
        [{ role: linkRole(words.player) === 'livestream' ? 'livestream' : 'recording', url: words.player }],
        'open-graph',
      )
    }
  }
  if (words.author && !finding.people?.length && finding.kind !== 'event') {
    take('people', [{ name: words.author, role: 'author' }], 'open-graph')
  }
  const isHost = finding.kind !== 'event' || (words.isSiteTold && !isAggregator(page.url))
  if (words.site && isHost) {
    take('organisations', [{ name: words.site }], 'open-graph')
  }
  return finding
}

type Take = <K extends keyof Finding>(field: K, value: Finding[K] | undefined, source: Provenance) => void

/** A day by itself right below the heading is that of publication. */
function takePublishedLine({ lines }: VisibleText, take: Take): void {
  const at = lines.findIndex(line => line.level === 1)
  for (const line of lines.slice(Math.max(0, at), at + 5)) {
    const day = line.level === 0 ? dayIn(line.text, undefined) : undefined
    if (day) take('published', day, 'text')
  }
}

function takeMetaTime(finding: Finding, words: PageWords, clues: TimeClues): void {
  const time = settleTime(
    [{ source: 'open-graph', start: words.start!, ...(words.end && { end: words.end }) }],
    clues,
  )
  if (!time.start) return
  finding.start = time.start
  if (time.end) finding.end = time.end
  finding.from = { ...finding.from, start: 'open-graph', ...(time.end && { end: 'open-graph' as const }) }
  finding.doubts = [...(finding.doubts ?? []).filter(one => one.code !== 'date-missing'), ...time.doubts]
  if (!finding.doubts.length) delete finding.doubts
}

function isSameAs(other: Finding, first: Finding): boolean {
  return other.kind === first.kind && other.title === first.title && other.start === first.start
}

function hostOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined
}
