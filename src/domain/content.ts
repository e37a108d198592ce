import { isDay } from '../time/days.ts'
import { type Entry, type Link, type OrganisationRole, organisationRoles, type Place } from './entry.ts'
import type { EventTime } from './event-time.ts'
import type { FieldDoubt, Finding, FoundPlace } from './finding.ts'
import { foldName } from './fold-name.ts'
import { eventTimeOf } from './instants-of.ts'
import { plainAddress, withPlainAddresses } from './plain-address.ts'
import { tagKey } from './slug.ts'
import { readToldTime } from './told-time.ts'
import {
  type EntryWord,
  entryWords,
  isLanguageTag,
  soundTranslations,
  type Translations,
} from './translation.ts'

/**
 * What an entry says: all of it that a source can tell and a curator can change, with nothing of how it is kept.
 * Every field is there, in this order; two contents are the same when their JSON is.
 */
export type Content = {
  kind: Entry['kind']
  title: string
  summary: string | null
  note: string | null
  time: EventTime
  status: Entry['status']
  statusReason: string | null
  attendance: Entry['attendance']
  place: Place | null
  organisations: { name: string; url: string | null; role: OrganisationRole | null }[]
  people: { name: string; url: string | null; role: string | null; affiliation: string | null }[]
  links: Pick<Link, 'role' | 'url' | 'title'>[]
  recording: Entry['recording']
  registrationUntil: string | null
  languages: string[]
  interpretation: string[]
  captions: string[]
  signLanguages: string[]
  tags: string[]
  image: string | null
  imageAlt: string | null
  doubts: FieldDoubt[]
  /** The day on which it came out. */
  published: string | null
  /** Of its title, summary and note (BCP 47); null: that of the edition. */
  language: string | null
  translations: Translations<EntryWord>
}

/**
 * What a finding says, without its sessions. Equal names, links and tags are told once, addresses without what counts
 * visits.
 *
 * @throws RangeError for a time that cannot be understood
 */
export function contentOfFinding(found: Finding, homeZone: string): Content {
  const links = (found.links ?? [])
    .map(({ role, url, title }) => ({ role, url: plainAddress(clean(url)), title: cleanOrNull(title) }))
    .filter(({ url }) => leads.test(url))
  const own = plainOrNull(found.url)
  if (own !== null && !links.some(({ url }) => url === own))
    links.unshift({ role: 'source', url: own, title: null })
  return {
    kind: found.kind,
    title: clean(found.title),
    summary: textOrNull(found.summary),
    note: textOrNull(found.note),
    time: eventTimeOf(found, homeZone),
    status: found.status ?? 'scheduled',
    statusReason: cleanOrNull(found.statusReason),
    attendance: found.attendance ?? null,
    place: placeOf(found.place),
    organisations: once(
      keyOf.organisations,
      (found.organisations ?? []).map(({ name, url, role }) => ({
        name: clean(name),
        url: plainOrNull(url),
        role: organisationRoles.find(known => known === role) ?? null,
      })),
    ),
    people: once(
      keyOf.people,
      (found.people ?? []).map(({ name, url, role, affiliation }) => ({
        name: clean(name),
        url: plainOrNull(url),
        role: cleanOrNull(role),
        affiliation: cleanOrNull(affiliation),
      })),
    ),
    links: once(keyOf.links, links),
    recording: found.recording ?? (links.some(({ role }) => role === 'recording') ? 'available' : 'unknown'),
    registrationUntil: timeOrNull(found.registrationUntil),
    languages: words(found.languages),
    interpretation: words(found.interpretation),
    captions: words(found.captions),
    signLanguages: words(found.signLanguages),
    tags: once(keyOf.tags, words(found.tags)),
    image: addressOrNull(found.image),
    imageAlt: cleanOrNull(found.imageAlt),
    doubts: once(
      keyOf.doubts,
      (found.doubts ?? []).map(({ code, field, says, said, choices }) => ({
        code,
        field,
        says: clean(says),
        ...(said && { said: clean(said) }),
        ...(choices && { choices }),
      })),
    ),
    published: dayOrNull(found.published),
    language: found.language && isLanguageTag(found.language) ? found.language : null,
    translations: found.translations ? soundTranslations(found.translations, entryWords, longestText) : null,
  }
}

/** In characters, of a translation that comes from elsewhere. */
const longestText = 100_000

/** What a stored entry says, to be compared with what a source says. */
export function contentOfEntry(entry: Entry): Content {
  return {
    kind: entry.kind,
    title: entry.title,
    summary: entry.summary,
    note: entry.note,
    time: entry.time,
    status: entry.status,
    statusReason: entry.statusReason,
    attendance: entry.attendance,
    place: entry.place,
    organisations: entry.organisations.map(({ name, url, role }) => ({ name, url, role })),
    people: entry.people.map(({ name, url, role, affiliation }) => ({ name, url, role, affiliation })),
    links: entry.links.map(({ role, url, title }) => ({ role, url, title })),
    recording: entry.recording,
    registrationUntil: entry.registrationUntil,
    languages: entry.languages,
    interpretation: entry.interpretation,
    captions: entry.captions,
    signLanguages: entry.signLanguages,
    tags: entry.tags.map(({ name }) => name),
    image: entry.image,
    imageAlt: entry.imageAlt,
    doubts: entry.doubts,
    published: dayOrNull(entry.published ?? undefined),
    language: entry.language,
    translations: entry.translations,
  }
}

/** A deadline that is no time closes nothing, and no page could say it. */
function timeOrNull(told: string | undefined): string | null {
  const time = told?.trim() ?? ''
  return readToldTime(time) && isDay(time.slice(0, 10)) ? time : null
}

/** Sources tell a moment as well: whoever reads it wants the day, on the clocks of those who published it. */
function dayOrNull(told: string | undefined): string | null {
  const day = told?.trim().slice(0, 10) ?? ''
  return isDay(day) ? day : null
}

/** By what the members of each list are known: two with the same key are the same member. */
export const keyOf = {
  organisations: ({ name }: { name: string }) => foldName(name),
  people: ({ name, role }: { name: string; role: string | null }) => `${foldName(name)}\n${role ?? ''}`,
  links: ({ role, url }: { role: string; url: string }) => `${role} ${url}`,
  languages: (language: string) => language,
  interpretation: (language: string) => language,
  captions: (language: string) => language,
  signLanguages: (language: string) => language,
  tags: tagKey,
  doubts: ({ field, code }: FieldDoubt) => `${field} ${code}`,
}

/** Without what no store keeps: NUL, and half of a pair of surrogates. Trimmed. */
export function clean(text: string): string {
  const sound = text.isWellFormed() ? text : text.toWellFormed()
  return sound.includes('\0') ? sound.replaceAll('\0', '').trim() : sound.trim()
}

function placeOf(found: FoundPlace | undefined): Place | null {
  if (!found) return null
  const place = {
    name: cleanOrNull(found.name),
    address: cleanOrNull(found.address),
    country: cleanOrNull(found.country),
    lat: finite(found.lat),
    lon: finite(found.lon),
  }
  return Object.values(place).every(part => part === null) ? null : place
}

function cleanOrNull(text: string | undefined): string | null {
  return text === undefined ? null : clean(text) || null
}

function textOrNull(text: string | undefined): string | null {
  const told = cleanOrNull(text)
  return told === null ? null : withPlainAddresses(told)
}

function plainOrNull(url: string | undefined): string | null {
  const told = addressOrNull(url)
  return told === null ? null : plainAddress(told)
}

/** What an address may begin with, whichever reader it came through; `javascript:` and its like are none. */
const leads = /^(?:https?|zoommtg|msteams|rtmps?|webcal):/i

/** The address of something on the web, or null for what is none. */
export function addressOrNull(url: string | undefined): string | null {
  const told = cleanOrNull(url)
  return told !== null && leads.test(told) ? told : null
}

function finite(number: number | undefined): number | null {
  return number !== undefined && Number.isFinite(number) ? number : null
}

function words(list: string[] | undefined): string[] {
  return list === undefined ? [] : [...new Set(list.map(clean))].filter(word => word !== '')
}

function once<T>(key: (member: T) => string, members: T[]): T[] {
  if (members.length < 2) return members
  const keys = members.map(key)
  if (keys.length < 10) return members.filter((_, at) => keys.indexOf(keys[at]!) === at)
  const seen = new Set<string>()
  return members.filter((_, at) => seen.size < seen.add(keys[at]!).size)
}
