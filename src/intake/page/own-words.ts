import type { Finding, FoundLink, Provenance } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'
import { isOnline } from '../online-words.ts'
import { roleIn } from '../post/drafts/draft.ts'
import { attendanceOf } from '../post/words/cue-words.ts'
import { settleTime } from './event-time.ts'
import type { Page } from './page.ts'
import { isTooShort, kindOfPage } from './page-kind.ts'
import type { PageWords } from './page-words.ts'
import { addOnce } from './read-event.ts'
import { seenStatus } from './seen-status.ts'
import { ofSeen, timeFields } from './seen-time.ts'
import { readSocialEvent } from './social-event.ts'
import type { VisibleText } from './visible-text.ts'
import { eventTimeIn, machineTime } from './when-told.ts'
import type { TimeClues } from './zone-of-moment.ts'

/** A page without data of its own: its subject out of its head and of what a reader sees. Null where it says nothing. */
export function readOwnWords(
  page: Page,
  words: PageWords,
  text: VisibleText,
  clues: TimeClues,
): Finding | null {
  const title = words.title
  const length = text.lines.reduce((sum, line) => sum + line.text.length, 0)
  const social = readSocialEvent(page, words, clues)
  if (social) return social
  if (!title) return null
  const when = eventTimeIn(title, text, words, clues, page.url)
  const machine = when ? undefined : machineTime(page, title)
  if (!when && !machine && isTooShort(words, text, length)) return null
  const kind = when || machine ? 'event' : kindOfPage(page, words, text, length)
  if (!kind) return null
  const finding: Finding = { kind, title, from: { title: 'open-graph' } }
  if (when || machine) {
    const time = when ? ofSeen(when, clues) : settleTime([{ source: 'text', start: machine! }], clues)
    Object.assign(finding, timeFields(time))
    for (const field of ['start', 'end'] as const) if (finding[field]) finding.from![field] = 'text'
    addSeenLinks(finding, text)
  }
  if (kind === 'video') addPlayers(finding, words, text)
  if (kind === 'campaign') addDays(finding, clues)
  return finding
}

/** Links of the content that say what they are for: meetings, forms, streams, programmes, slides. */
export function addSeenLinks(finding: Finding, text: VisibleText, wanted = allRoles): void {
  const links: FoundLink[] = finding.links ?? []
  for (const line of text.lines) {
    for (const link of line.links) {
      const told = roleIn(line, link)
      const role = told === 'source' && entryHost.test(link.url) ? 'registration' : told
      if (!role || !wanted.test(role) || link.url === finding.url) continue
      if (role === 'programme' && minutes.test(link.text)) continue
      if (/^(?:registration|join)$/.test(role) && isAccount(link.url, link.text)) continue
      if (role === 'join' && linkRole(link.url) !== 'join' && !saysMeeting.test(link.text)) continue
      if (/^(?:registration|programme|join|slides)$/.test(role) && isOwnAnchor(link.url, finding.url))
        continue
      addOnce(links, { role, url: link.url })
    }
  }
  if (!links.length) return
  finding.links = links.slice(0, 20)
  finding.from = { ...finding.from, links: finding.from?.links ?? 'text' }
}

const minutes = /^\W*(?:(?:approved|draft|meeting)\s+)?(?:minutes|protokoll|proc[èe]s-verbal|actas?)\b/i
const allRoles = /^(?:registration|join|livestream|recording|programme|slides)$/
/** `anmeldung.example.org`, `tickets.example.org`. */
const entryHost =
  /^https?:\/\/(?:anmeldung|anmelden|registration|register|tickets?|inscripci[^.]*|inscription|rsvp)\./i
const saysMeeting =
  /meeting|webinar|event|zoom|teams|online|live|session|call|sitzung|veranstaltung|réunion|reunión|sala|room/i

/** "Halifax, Nova Scotia and online", "Freedom Park & live on YouTube". */
const inTownAndOnline =
  /(?<=\p{Lu}\p{L}{2,},? )(?<!\b(?:Zoom|YouTube|Facebook|Teams|Webex|Live|Online),? )(?:and|&|und|et|y|e) (?:online|en ligne|en línea|virtually|[Ll]ive on (?:YouTube|Facebook|Zoom))\b/u

/** How people take part and whether it takes place, as the words around say it. */
export function addSeenManner(finding: Finding, text: VisibleText): void {
  const words = text.lines
    .slice(0, 80)
    .map(line => line.text)
    .join('\n')
    .slice(0, 8000)
  const from: Record<string, Provenance> = finding.from ?? {}
  if (!finding.attendance) {
    const hasDoor = finding.links?.some(link => link.role === 'join' || link.role === 'livestream')
    const said = inTownAndOnline.test(words) ? 'mixed' : attendanceOf(`${finding.title}\n${words}`)
    const isOnNet =
      !finding.place && text.lines.slice(0, 40).some(line => line.level === 0 && isOnline(line.text))
    const told = said ?? (isOnNet ? 'online' : undefined)
    const attendance = told ?? (hasDoor ? (finding.place ? 'mixed' : 'online') : undefined)
    if (attendance) [finding.attendance, from.attendance] = [attendance, 'text']
  }
  const isShown = finding.links?.some(link => link.role === 'livestream' || link.role === 'join')
  if (finding.attendance === 'offline' && from.attendance === 'text' && isShown) finding.attendance = 'mixed'
  // Plugins write "scheduled" whatever comes; what stands right at the heading is the newer word.
  const isAssumed = finding.status === 'scheduled' && from.status !== 'text'
  if (!finding.status || isAssumed) {
    const status = seenStatus(isAssumed ? aroundHeading(text) : text.lines)
    if (status === 'movedOnline') [finding.attendance, from.attendance] = ['online', 'text']
    if (status) [finding.status, from.status] = [status, 'text']
  }
  finding.from = from
}

function aroundHeading({ lines }: VisibleText): VisibleText['lines'] {
  const at = Math.max(
    0,
    lines.findIndex(line => line.level === 1),
  )
  return lines.slice(Math.max(0, at - 2), at + 3)
}

/** A campaign runs from a day to another. */
function addDays(finding: Finding, clues: TimeClues): void {
  const days = clues.seen.find(time => time.line < 15 && time.start.length === 10 && time.end?.length === 10)
  if (!days) return
  Object.assign(finding, timeFields(ofSeen(days, clues)))
  finding.from = { ...finding.from, start: 'text', end: 'text' }
}

function addPlayers(finding: Finding, words: PageWords, text: VisibleText): void {
  const player =
    words.player ??
    text.players.map(one => one.url).find(url => /^(?:recording|livestream)$/.test(linkRole(url) ?? ''))
  if (!player) return
  const links = finding.links ?? []
  addOnce(links, { role: linkRole(player) === 'livestream' ? 'livestream' : 'recording', url: player })
  finding.links = links
  finding.from = { ...finding.from, links: words.player ? 'open-graph' : 'text' }
}

/** Accounts and newsletters of a site, not places at its events. */
function isAccount(url: string, words: string): boolean {
  return (
    /\/(?:log-?in|sign-?in|sign-?up|subscribe|newsletters?|accounts?|users?)|^https?:\/\/(?:accounts?|login)\./i.test(
      url,
    ) ||
    /newsletter|mailing list|subscribe|for artists|create (?:an )?account/i.test(words) ||
    (/^(?:register|join(?: us| now)?)$/i.test(words.trim()) &&
      /\/(?:register|join|membership)\/?$/i.test(url))
  )
}

function isOwnAnchor(url: string, page: string | undefined): boolean {
  return page !== undefined && url.replace(/#.*$/, '') === page.replace(/#.*$/, '')
}
