import type { Finding, FoundLink, Kind, Provenance } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'
import { kindOfTitle, roleIn } from '../post/drafts/draft.ts'
import { fateIn } from '../post/drafts/fate.ts'
import { attendanceOf } from '../post/words/cue-words.ts'
import { settleTime } from './event-time.ts'
import type { Page } from './page.ts'
import type { PageWords } from './page-words.ts'
import { addOnce } from './read-event.ts'
import { ofSeen, timeFields } from './seen-time.ts'
import { readSocialEvent } from './social-event.ts'
import { isArticlePage } from './subject.ts'
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
  if (!title || isGate(title)) return null
  const when = eventTimeIn(title, text, words, clues, page.url)
  const machine = when ? undefined : machineTime(page, title)
  if (!when && !machine && isTooShort(words, text, length)) return null
  const kind = when || machine ? 'event' : kindOf(page, words, text, length)
  if (!kind) return null
  const finding: Finding = { kind, title, from: { title: 'open-graph' } }
  if (when || machine) {
    const time = when ? ofSeen(when, clues) : settleTime([{ source: 'text', start: machine! }], clues)
    Object.assign(finding, timeFields(time))
    for (const field of ['start', 'end'] as const) if (finding[field]) finding.from![field] = 'text'
    addSeenLinks(finding, text)
  }
  if (kind === 'video') addPlayers(finding, words, text)
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
    const told = inTownAndOnline.test(words) ? 'mixed' : attendanceOf(`${finding.title}\n${words}`)
    const attendance = told ?? (hasDoor ? (finding.place ? 'mixed' : 'online') : undefined)
    if (attendance) [finding.attendance, from.attendance] = [attendance, 'text']
  }
  if (!finding.status) {
    const status = fateIn(`${finding.title}\n${words.slice(0, 600)}`)
    if (status) [finding.status, from.status] = [status, 'text']
  }
  finding.from = from
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

function kindOf(page: Page, words: PageWords, text: VisibleText, length: number): Kind | null {
  const type = words.type ?? ''
  if (type.startsWith('video') || /^music\.song|^music\.radio/.test(type)) return 'video'
  const statement = isStatement(page.url, `${words.title ?? ''}`)
  if (statement) return 'statement'
  const named = kindOfTitle(words.title ?? '')
  const hasPlayer = text.players.some(one => linkRole(one.url) === 'recording')
  if (hasPlayer && length < 1500) return 'video'
  if (!isArticlePage(words) && (named === 'campaign' || named === 'toolkit')) return named
  const isWritten = /article|blog/.test(type) && (words.published !== undefined || !isLinkList(text))
  if (isWritten || isProse(text)) return 'article'
  return null
}

/** Nothing but the titles of other pages. */
function isLinkList({ lines }: VisibleText): boolean {
  const linked = lines.filter(
    line => line.links.reduce((sum, link) => sum + link.end - link.start, 0) > line.text.length * 0.8,
  )
  return lines.length > 10 && linked.length > lines.length / 2
}

/** Sentences, not a list of links. */
function isProse(text: VisibleText): boolean {
  let prose = 0
  let all = 0
  for (const line of text.lines) {
    all += line.text.length
    const linked = line.links.reduce((sum, link) => sum + link.end - link.start, 0)
    if (line.text.length > 120 && linked < line.text.length / 2) prose += line.text.length
  }
  return prose >= 500 && prose > all * 0.4
}

/** Press rooms and statements, by their address or their name. */
export function isStatement(url: string | undefined, title: string): boolean {
  if (kindOfTitle(title) === 'statement' && !/^(?:the\s)?(?:message|letter|appeal)\b/i.test(title))
    return true
  const path = url && URL.canParse(url) ? new URL(url).pathname : ''
  return /\/(?:statements?|press-?releases?|news-releases?|pressemitteilungen?|presse(?:mitteilung)?|communiques?(?:-de-presse)?|comunicados?(?:-de-prensa)?|speeches(?:-\w+)*|(?:the-)?press-office|briefing-room|declarations?|open-letters?)(?:\/|$)/i.test(
    path,
  )
}

/** An application that fills itself by script, or a page that says no more than its name. */
function isTooShort({ type = '', player, published }: PageWords, text: VisibleText, length: number): boolean {
  if (length >= 200 || published !== undefined || player !== undefined) return false
  return !/^(?:article|video|music)/.test(type) && !(text.players.length > 0 && length > 0)
}

/** A page that only lets people in. */
export function isGate(title: string): boolean {
  return /^(?:log ?in|sign ?in|anmelden|login|connexion|iniciar sesión|entrar|access denied|just a moment|attention required|are you a robot|captcha|before you continue|bevor sie|vor dem fortfahren|403|404|not found|page not found|seite nicht gefunden|error|forbidden|cookie|consent|please wait|verify you|security check)\b/i.test(
    title.trim(),
  )
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
