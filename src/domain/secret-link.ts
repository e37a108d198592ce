import type { Entry, Link } from './entry.ts'
import { toldAddresses } from './told-addresses.ts'

/**
 * Whether a link opens a meeting's door by itself, by a passcode in its address or in its title: it is shown near the
 * start alone, so that nobody collects doors to disturb.
 */
export function isSecretLink({ role, url, title }: Pick<Link, 'role' | 'url' | 'title'>): boolean {
  return role === 'join' && (inAddress.test(url) || (title !== null && inTitle.test(title)))
}

/**
 * A text about an entry as everybody may read it: the doors that its links show near the start alone are named without
 * what opens them.
 */
export function withoutSecrets(text: string, links: readonly Pick<Link, 'url' | 'visibility'>[]): string {
  const doors = links.filter(({ visibility }) => visibility === 'near-start')
  if (doors.length === 0) return text
  const shut = doors.reduce((told, { url }) => told.replaceAll(url, url.replace(/[?#].*$/s, '')), text)
  return shut.replace(codes, '$1…')
}

/** A text about an entry and its sessions as it may be read on the page of the entry. */
export function withoutDoors(text: string, entry: Pick<Entry, 'links' | 'sessions'>): string {
  return withoutSecrets(text, doorsOf(entry))
}

/**
 * The same where it goes out into the world and is kept there – feeds, calendars, posts, citations, what machines read:
 * nothing in it opens a meeting’s door by itself, whoever wrote it where.
 */
export function inPublic(text: string, entry: Pick<Entry, 'links' | 'sessions'>): string {
  return withoutPasscodes(withoutDoors(text, entry))
}

function doorsOf({ links, sessions }: Pick<Entry, 'links' | 'sessions'>): Link[] {
  return sessions.length ? [...links, ...sessions.flatMap(session => session.links)] : links
}

/** The same where the entry it is about is not known: no address that opens a door, and no passcode, is left in it. */
export function withoutPasscodes(text: string): string {
  if (!/[:：]/.test(text)) return text
  return text
    .replace(toldAddresses, url => (inAddress.test(url) ? url.replace(/[?#].*$/s, '') : url))
    .replace(codes, '$1…')
}

/** Zoom, Teams, BigBlueButton and their like. */
const inAddress = /[?&#](?:pwd|p|pw|pass|passcode|password|pin|token)=[^&\s]/i
const words =
  '(?:pass ?code|password|\\bpin|kenncode|passwort|code secret|mot de passe|contraseña|senha|código(?: de acceso)?)\\s*[:：]\\s*'
const inTitle = new RegExp(`${words}\\S`, 'i')
const codes = new RegExp(`(${words})\\S+`, 'gi')
