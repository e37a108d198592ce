import type { Finding, FoundPlace } from '../../domain/finding.ts'
import { fold } from '../../time/fold.ts'
import type { PlaceWords } from '../../time/places.ts'
import type { IntakeOptions } from '../intake.ts'
import { zoneSaid } from '../post/times/zone-said.ts'
import { readSocialPage } from '../social/social-page.ts'
import { announcedEvent } from './announced-event.ts'
import { type CalendarLink, calendarLinks } from './calendar-links.ts'
import { type Around, completed } from './complete.ts'
import { readEmbeddedItems } from './embedded-items.ts'
import { gateOf } from './gate.ts'
import { type Candidate, gather } from './gather.ts'
import type { Item } from './item.ts'
import { labelledWords } from './labelled-words.ts'
import { listedEvents } from './listed-events.ts'
import { readMicroformats } from './microformats.ts'
import { readOwnWords } from './own-words.ts'
import type { Page } from './page.ts'
import { type PageWords, readPageWords } from './page-words.ts'
import { playedVideos } from './played-videos.ts'
import { readProgramme } from './programme/read-programme.ts'
import { withSessions } from './programme/with-sessions.ts'
import { readEvent } from './read-event.ts'
import { readWork } from './read-work.ts'
import { shownOn } from './shown-on.ts'
import { isArticlePage, subjectOf } from './subject.ts'
import { timesSeen } from './times-seen.ts'
import { readVisibleText, type VisibleText } from './visible-text.ts'
import type { TimeClues } from './zone-of-moment.ts'
import { zoneOfPage } from './zone-words.ts'

/** The findings of a page: its own subject, then the other events and videos on it. */
export function findingsOf(page: Page, html: string, data: Item[], options: IntakeOptions): Finding[] {
  const candidates = gather([...data, ...readEmbeddedItems(page), ...readMicroformats(html, page.base)])
  const post = readSocialPage(page, candidates)
  if (post) return [post]
  const text = readVisibleText(page)
  const words = readPageWords(page, text)
  const gate = gateOf(page, text)
  // Beside what is not there, a template lists what is.
  if (gate === 'not-found' || (gate && !candidates.length)) return []
  const around: Around = { page, text, words, clues: cluesOf(page, text, words, options) }
  const subject = subjectOf(candidates, words, page.url)
  const events = candidates.filter(one => one.kind === 'event' && one !== subject)
  const isListing = subject === null && events.length > 0 && !isArticlePage(words)
  const listed =
    events.length === 0 && (subject === null || subject.kind !== 'event') && !isArticlePage(words)
      ? listedEvents(text, around.clues)
      : []
  const programme = isArticlePage(words) ? null : readProgramme(page, around.clues)
  const isOfEvents = !subject && events.length === 0 && (programme?.events.length ?? 0) > 1
  if (isOfEvents) return programme!.events.map(finding => asHost(finding, words))
  if (!subject && listed.length && !programme?.sessions.length)
    return listed.map(finding => asHost(finding, words))
  const alone = subject ? readCandidate(subject, around, true) : isListing ? null : readBare(around)
  const first = withProgramme(alone, programme?.sessions ?? [], {
    around,
    isTold: subject !== null,
    isListing,
  })
  const others = candidates
    .filter(one => one !== subject && isOffered(one, subject))
    .flatMap(one => readCandidate(one, around, false) ?? [])
  const isNews = first?.kind === 'article' && first.published !== undefined
  const announced = isNews ? announcedEvent(first, text, around.clues) : null
  const own = announced && first ? [announced, first] : first ? [first] : []
  const known = [...own, ...others.filter(other => !first || !isSameAs(other, first))]
  return [...known, ...playedVideos(text, known, first)]
}

/** The page's own event with what its tables and lists tell hour by hour; where nothing else does, they tell of one. */
function withProgramme(
  first: Finding | null,
  sessions: Finding[],
  { around, isTold, isListing }: { around: Around; isTold: boolean; isListing: boolean },
): Finding | null {
  if (sessions.length < 2 || isListing || first?.sessions) return first
  if (isTold) return first?.kind === 'event' ? withSessions(first, sessions, { isOwnTime: true }) : first
  const title = around.text.heading ?? around.words.title ?? ''
  const own: Finding =
    first?.kind === 'event'
      ? { ...first, title: title || first.title }
      : completed({ kind: 'event', title, from: { title: 'text' } }, around)
  return own.title === '' ? first : withSessions(own, sessions, { isOwnTime: false })
}

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
  const language = page.language?.slice(0, 2).toLowerCase()
  const published =
    options.published ?? words.published?.slice(0, 10) ?? shownOn(page, language) ?? options.readOn
  const dated = { ...(published && { published }), ...(language && { language }) }
  const zone =
    zoneSaid(
      text.lines.slice(0, 200).map(line => line.text),
      dated,
    ) ??
    zoneOfPage(text.lines, dated) ??
    options.zone
  const context = { ...dated, ...(zone && { zone }) }
  const { place } = labelledWords(text)
  return {
    ...context,
    ...(place?.name && { place: placeWords(place) }),
    seen: timesSeen(text, context),
    links: ownLinks(calendarLinks(page), words),
  }
}

/** Below the name of a house stands its town. */
function placeWords({ name = '', address }: FoundPlace): PlaceWords {
  return { name, ...(address && { address }) }
}

/** Where calendar links bear names, those with the page's name are its own. */
function ownLinks(links: CalendarLink[], { names }: PageWords): CalendarLink[] {
  const named = links.filter(({ title }) => title && names.some(name => name.includes(fold(title))))
  return named.length ? [...named, ...links.filter(link => link.shown)] : links
}

/** Other articles and toolkits in the margin are no concern of a curator who pasted this page; its events are. */
function isOffered(candidate: Candidate, subject: Candidate | null): boolean {
  if (candidate.kind === 'event') return true
  return (
    candidate.kind === 'video' &&
    subject?.kind !== 'video' &&
    !subject?.isLive &&
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
  if (finding.title === '') {
    finding.title = around.words.title ?? hostOf(finding.links?.[0]?.url ?? page.url) ?? ''
    finding.from = { ...finding.from, title: 'text' }
  }
  if (finding.title === '') return null
  return isOwn ? completed(finding, around) : finding
}

/** A page that no data speaks of. */
function readBare(around: Around): Finding | null {
  const { page, words, text, clues } = around
  const finding = readOwnWords(page, words, text, clues)
  return finding && completed(finding, around)
}

function isSameAs(other: Finding, first: Finding): boolean {
  return other.kind === first.kind && other.title === first.title && other.start === first.start
}

function hostOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined
}
