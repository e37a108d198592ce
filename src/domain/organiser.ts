import type { Content } from './content.ts'
import type { LinkRole } from './finding.ts'
import { type RecordingTold, withRecording } from './recording.ts'

/** What becomes of what organisers change: a curator looks at it first, or readers see it at once. */
export const organiserRules = ['wait', 'live'] as const
export type OrganiserRule = (typeof organiserRules)[number]

/** Somebody who reads a mailbox at their organisation's own domain. */
export type Organiser = { id: string; mail: string; organisation: { id: string; name: string } }

/** As history names them; by their organisation alone, once their address is forgotten. */
export function nameOfOrganiser({ mail, organisation }: Omit<Organiser, 'id'>): string {
  return mail === '' ? organisation.name : `${mail} (${organisation.name})`
}

/** The same name in a line of history, without the address. */
export function withoutOrganiser(by: string, mail: string): string {
  const at = by.indexOf(`${mail} (`)
  if (at < 0 || !by.endsWith(')')) return by
  return by.slice(0, at) + by.slice(at + mail.length + 2, -1)
}

/** Links that are an organiser's to tell. Where an entry was read, and what it links to besides, are not. */
export const organiserRoles: readonly LinkRole[] = [
  'join',
  'registration',
  'livestream',
  'programme',
  'slides',
]

/** For how long, in days after the end of an edition, its organisers may still tell of it: of recordings above all. */
const organiserDays = 60

/** While an edition takes what others bring. */
export function isOpenToOrganisers(
  edition: { state: string; endsOn: string; takesSuggestions: boolean },
  now: number,
): boolean {
  const last = Date.parse(`${edition.endsOn}T24:00:00Z`) + organiserDays * 86_400_000
  return edition.state === 'live' && edition.takesSuggestions && now < last
}

export type OrganiserEdit = Pick<Content, 'time' | 'doubts' | 'links'>

/** What an organiser says of an entry; `before` is what it said when they opened it. */
export type OrganiserTold =
  | { kind: 'edit'; before: OrganiserEdit; told: OrganiserEdit }
  | { kind: 'recording'; told: RecordingTold }

/** The entry as far as it is an organiser's to change: what a form is filled with, and read against. */
export function partOfOrganiser(content: Content): Content {
  return {
    ...content,
    links: content.links.filter(isOwnLink),
    doubts: content.doubts.filter(isOfTime),
  }
}

/** What an entry would be. Whatever else was told with it counts for nothing. */
export function withinLimits(before: Content, told: Content): Content {
  const links = told.links.filter(isOwnLink)
  const isSame = JSON.stringify(links) === JSON.stringify(before.links.filter(isOwnLink))
  return {
    ...before,
    time: told.time,
    doubts: [...told.doubts.filter(isOfTime), ...before.doubts.filter(doubt => !isOfTime(doubt))],
    links: isSame ? before.links : [...before.links.filter(link => !isOwnLink(link)), ...links],
  }
}

export function editOf({ time, doubts, links }: Content): OrganiserEdit {
  return { time, doubts, links }
}

/** What an organiser said, as two contents that can be compared with what the entry says now. */
export function contentsTold(current: Content, said: OrganiserTold): { base: Content; told: Content } {
  if (said.kind === 'edit')
    return { base: { ...current, ...said.before }, told: { ...current, ...said.told } }
  return { base: current, told: { ...current, ...withRecording(current, said.told) } }
}

function isOwnLink({ role }: { role: LinkRole }): boolean {
  return organiserRoles.includes(role)
}

function isOfTime({ field }: { field: string }): boolean {
  return field === 'start' || field === 'end' || field === 'time'
}
