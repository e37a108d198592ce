import type { FoundOrganisation, FoundPerson } from '../../domain/finding.ts'
import { looksLikeName } from '../post/parties/parties.ts'
import { type Item, type Thing, textOf, type Value, valuesOf } from './item.ts'
import { resolveAddress } from './page.ts'
import { titleText } from './words-of.ts'

export type Parties = { organisations: FoundOrganisation[]; people: FoundPerson[] }

/** Who holds an event: its organisers; where none is told, the groups that perform. */
export function partiesOfEvent(thing: Thing, base: string | undefined): Parties {
  const parties: Parties = { organisations: [], people: [] }
  for (const item of thing) {
    addAll(parties, item, ['organizer', 'organizers', 'organiser', 'host'], 'organizer', base)
    addAll(parties, item, ['sponsor', 'funder'], null, base)
    if (parties.organisations.length) break
  }
  for (const item of thing) {
    const performers = valuesOf(item, 'performer', 'performers', 'actor')
    const isAlone = parties.organisations.length === 0
    for (const value of performers.slice(0, 100)) {
      if (isGroup(value)) {
        if (isAlone) addOrganisation(parties, value, base)
      } else addPerson(parties, value, 'performer', base)
    }
    if (performers.length) break
  }
  for (const item of thing) {
    addAll(parties, item, ['speaker', 'instructor'], 'speaker', base)
    addAll(parties, item, ['contributor', 'director', 'composer'], null, base)
  }
  return parties
}

/** Who brought out a text or a video: its publisher; else its author, where that is an organisation. */
export function partiesOfWork(thing: Thing, base: string | undefined): Parties {
  const parties: Parties = { organisations: [], people: [] }
  for (const item of thing) {
    for (const value of valuesOf(
      item,
      'publisher',
      'sourceOrganization',
      'provider',
      'productionCompany',
    ).slice(0, 10)) {
      if (parties.organisations.length === 0) addOrganisation(parties, value, base)
    }
  }
  for (const item of thing) {
    const authors = valuesOf(item, 'author', 'creator').slice(0, 50)
    for (const value of authors) {
      if (isGroup(value) || isChannel(value)) addOrganisation(parties, value, base)
      else addPerson(parties, value, 'author', base)
    }
    if (authors.length) break
  }
  return parties
}

function addAll(
  parties: Parties,
  item: Item,
  names: string[],
  role: string | null,
  base: string | undefined,
): void {
  for (const value of valuesOf(item, ...names).slice(0, 50)) {
    if (role && (isPerson(value) || (role === 'speaker' && !isGroup(value))))
      addPerson(parties, value, role, base)
    else if (role === 'organizer') addOrganisation(parties, value, base)
  }
}

function isPerson(value: Value): boolean {
  // Plugins call every organiser a person.
  return (
    typeof value !== 'string' && value.types.includes('Person') && looksLikeName(textOf(value, 'name') ?? '')
  )
}

function isGroup(value: Value): boolean {
  if (typeof value === 'string')
    return !looksLikeName(value) && /\s/.test(value.trim()) && !/^https?:/.test(value)
  return value.types.some(type =>
    /Organi[sz]ation|Group|Corporation|Company|School|Theater|Business|NGO|Brand|Team|University/.test(type),
  )
}

/** Sites of videos call every channel a person. */
function isChannel(value: Value): boolean {
  if (typeof value === 'string') return false
  const name = textOf(value, 'name') ?? ''
  const url = textOf(value, 'url') ?? ''
  const isOfSite = /^https?:\/\/(?:www\.)?(?:youtube\.com\/(?:@|c\/|channel\/|user\/)|vimeo\.com\/)/.test(url)
  return isOfSite && /^\p{Script=Latin}/u.test(name) && /\s/.test(name) && !looksLikeName(name)
}

function addOrganisation(parties: Parties, value: Value, base: string | undefined): void {
  const told = typeof value === 'string' ? value : (textOf(value, 'name', 'legalName') ?? '')
  const name = titleText(told)
  if (!name || name.length > 150 || /^https?:\/\//.test(name)) return
  const url =
    typeof value === 'string'
      ? undefined
      : resolveAddress(textOf(value, 'url') ?? textOf(value, 'sameAs'), base)
  if (parties.organisations.some(one => one.name.toLowerCase() === name.toLowerCase())) return
  if (parties.organisations.length < 40) parties.organisations.push({ name, ...(url && { url }) })
}

function addPerson(parties: Parties, value: Value, role: string, base: string | undefined): void {
  const name = titleText(typeof value === 'string' ? value : textOf(value, 'name'))
  // Templates leave the name of the type where the person's should be.
  if (/^(?:Organization|Person|Performer|PerformingGroup|admin|administrator)$/i.test(name ?? '')) return
  if (
    !name ||
    name.length > 100 ||
    /^https?:\/\//.test(name) ||
    parties.people.some(one => one.name === name)
  )
    return
  const url = typeof value === 'string' ? undefined : resolveAddress(textOf(value, 'url'), base)
  const affiliation =
    typeof value === 'string' ? undefined : titleText(textOf(value, 'affiliation', 'worksFor'))
  if (parties.people.length < 100)
    parties.people.push({ name, role, ...(url && { url }), ...(affiliation && { affiliation }) })
}
