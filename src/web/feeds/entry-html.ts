import { html, raw } from 'hono/html'
import type { Entry, Link } from '../../domain/entry.ts'
import type { LinkRole } from '../../domain/finding.ts'
import { leads } from '../../domain/link-health.ts'
import { recordingOf } from '../../domain/recording.ts'
import { inPublic, isSecretLink, withoutPasscodes } from '../../domain/secret-link.ts'
import { sayBriefly, sayDay, sayZone } from '../../time/say-time.ts'
import { doubtsOf, hostOf, statusKey, whereOf } from '../ui/entry-words.ts'
import { htmlOf } from '../ui/markdown.ts'
import { shortly } from '../ui/shortly.ts'
import type { Showing } from '../ui/showing.ts'
import { sayEventTime } from '../ui/told-time.ts'
import { absolute } from './absolute.ts'

/** `above`: what it is told for; `isOver`: there is no getting in any more, nor will there be. */
export type EntryHints = { above?: string; isOver?: boolean }

/**
 * An entry for a reading program, which keeps it: what is true whenever it is read, at the revision it is of. So it tells
 * no phase, and every link that anybody may have at any time.
 */
export function entryHtml(
  entry: Entry,
  at: string,
  showing: Showing,
  { above = '', isOver = false }: EntryHints = {},
): string {
  const { say } = showing
  const status = statusKey(entry)
  const reason = entry.statusReason && inPublic(entry.statusReason, entry)
  const when = [whenOf(entry, showing), whereOf(entry, showing)].filter(Boolean).join(' · ')
  const doubts = entry.kind === 'event' ? doubtsOf(entry, showing) : []
  const sessions = entry.sessions.slice(0, mostSessions)
  const links = publicLinks(entry).filter(({ role }) => !isOver || !forActing.has(role))
  const listed = (group: string, named: { name: string }[]) =>
    say('filter.named', { group, name: named.map(({ name }) => name).join(' · ') })
  const parts = [
    above && html`<p><strong>${above}</strong></p>`,
    status && html`<p><strong>${say(status)}</strong>${reason ? ` · ${reason}` : ''}</p>`,
    when && html`<p>${when}</p>`,
    doubts.length && html`<p><em>${doubts.join(' ')}</em></p>`,
    ...[entry.summary, entry.note].map(
      text => text && html`<div dir="auto">${raw(absolute(htmlOf(inPublic(text, entry)), at))}</div>`,
    ),
    entry.organisations.length &&
      html`<p>${listed(say('fact.organisations', { kind: entry.kind }), entry.organisations)}</p>`,
    entry.people.length && html`<p>${listed(say('fact.people'), entry.people)}</p>`,
    sessions.length &&
      html`<ul>${sessions.map(session => html`<li>${inPublic(session.title, session)} – ${whenOf(session, showing)}</li>`)}</ul>`,
    links.length &&
      html`<p>${links.map((link, index) => html`${index ? ' · ' : ''}<a href="${link.url}" rel="noopener">${nameOf(link, showing)}</a>`)}</p>`,
  ]
  return parts
    .filter(part => part)
    .map(String)
    .join('\n')
}

const mostSessions = 100
const forActing = new Set<LinkRole>(['join', 'livestream', 'registration'])

/** The organiser’s own time and place, and the same moment for everybody: what is kept is read in any zone. */
export function whenOf(entry: Entry, showing: Showing): string {
  const { zone, zoneChosen, locale } = showing
  if (entry.kind !== 'event' && entry.time.precision === 'not-told')
    return entry.published ? sayDay(entry.published.slice(0, 10), 'full', locale) : ''
  const own = sayEventTime(entry.time, showing)
  const { precision, zone: ownZone } = entry.time
  if (precision !== 'moment' || ownZone === null || entry.startsAt === null) return own
  const other = zoneChosen ? zone : 'UTC'
  if (other === ownZone) return own
  return `${own} · ${sayBriefly(entry.startsAt, other, locale)} ${sayZone(other, entry.startsAt, locale)}`
}

/** What lies on the web and everybody may have: a recording only where it is there, a door only where it opens. */
export function publicLinks(entry: Pick<Entry, 'links' | 'recording'>): Link[] {
  return entry.links.filter(link => {
    if (link.visibility !== 'public' || isSecretLink(link) || !/^https?:\/\//i.test(link.url)) return false
    if (link.role === 'recording' && recordingOf(entry) !== 'available') return false
    return leads(link)
  })
}

function nameOf({ role, title, url }: Link, { say }: Showing): string {
  const words = say(`link.${role}`)
  const own = shortly(withoutPasscodes(title?.trim() ?? ''))
  if (role === 'source') return own || hostOf(url) || words
  return own && own !== words ? say('act.of', { act: words, title: own }) : words
}
