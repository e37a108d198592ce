import type { Finding } from '../../domain/finding.ts'
import { canonicalZone } from '../../time/zones.ts'
import type { IntakeOptions } from '../intake.ts'
import { addValue, type Item, newItem } from '../page/item.ts'
import { languageTags } from '../page/language-tags.ts'
import { resolveAddress } from '../page/page.ts'
import { readEvent } from '../page/read-event.ts'
import { publishedText, readWork } from '../page/read-work.ts'
import { titleText } from '../page/words-of.ts'
import { plainText } from '../plain-text.ts'
import { isObject, type Json, textIn } from './activity-json.ts'
import { onlineDoors, withAttachedLinks } from './activity-links.ts'
import { findingOfPost } from './post-finding.ts'

/**
 * An object of the fediverse (ActivityStreams 2.0): a note of Mastodon, an event of Mobilizon or Gancio, a video of
 * PeerTube, an article of WordPress; wrapped in an activity or in a collection or not. Null for JSON that is none.
 */
export function readActivity(text: string, options: IntakeOptions): Finding[] | null {
  if (!isActivity(text)) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  return objectsIn(value, 0).flatMap(object => findingOf(inToday(object), options) ?? [])
}

/** ActivityStreams 1 had other words for the same. */
function inToday(object: Json): Json {
  return object.objectType === undefined ? object : { ...object, name: object.displayName ?? object.name }
}

/** Told by its context, or by what only such objects have. */
export function isActivity(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false
  const head = text.slice(0, 20_000)
  return (
    /"https?:\/\/(?:www\.)?w3\.org\/ns\/activitystreams"/.test(head) ||
    /^\s*\{\s*"objectType"\s*:\s*"(?:activity|event|note|article|video)"/.test(head) ||
    (/"attributedTo"\s*:/.test(head) && /"type"\s*:\s*"(?:Note|Event|Video|Article|Create)"/.test(head))
  )
}

/** Why an object of the fediverse gave nothing: what it is, in its own word. */
export function whyNoActivity(text: string): string {
  let type = ''
  try {
    type = typeOf(JSON.parse(text) as Json)
  } catch {
    return 'This object of the fediverse is broken or cut off.'
  }
  const told = /^[A-Z]\w{1,30}$/.test(type) ? `“${type}”` : 'an object'
  return `In the fediverse this is ${told}, which announces no event, post or video. Give the address or file of the event itself.`
}

const ofInterest = /^(?:Note|Question|Article|Page|Event|Video|Audio)$/
const wrappers = /^(?:Create|Update|Announce|Add)$/
/** Somebody is asked to come: of interest where it says when. */
const invitations = /^(?:Invite|Offer)$/
const collections = /^(?:Ordered)?Collection(?:Page)?$/

function objectsIn(value: unknown, depth: number): Json[] {
  if (depth > 4 || !isObject(value)) return []
  const type = typeOf(value)
  if (ofInterest.test(type)) return [value]
  if (wrappers.test(type)) return objectsIn(value.object, depth + 1)
  if (invitations.test(type))
    return objectsIn(value.object, depth + 1).filter(one => textIn(one.startTime) !== undefined)
  if (!collections.test(type)) return []
  const members = [value.orderedItems ?? value.items].flat().slice(0, 500)
  return [...members, value.first].flatMap(member => objectsIn(member, depth + 1))
}

function findingOf(object: Json, options: IntakeOptions): Finding | null {
  const type = typeOf(object)
  if (type === 'Event') return eventOf(object, options)
  if (type === 'Note' || type === 'Question') return noteOf(object, options)
  return workOf(object, type, options)
}

function noteOf(object: Json, { url }: IntakeOptions): Finding | null {
  const { name, handle, address } = authorOf(object)
  const warning = titleText(textIn(object.summary))
  const words = plainText(withoutNames(textIn(object.content)))?.replace(/\n{3,}/g, '\n\n')
  return findingOfPost(
    {
      text: [warning, words].filter(Boolean).join('\n\n'),
      author: name ?? handle,
      authorUrl: address,
      ...(handle && !name && { isOrganisation: true }),
      url: addressIn(object) ?? url,
      published: publishedText(textIn(object.published) ?? ''),
      image: imageOf(object),
      language: languageTags(Object.keys(isObject(object.contentMap) ? object.contentMap : {}))[0],
    },
    'json-ld',
  )
}

function eventOf(object: Json, options: IntakeOptions): Finding | null {
  const item = itemOf(object, 'Event')
  tell(item, 'startDate', object.startTime)
  tell(item, 'endDate', object.endTime)
  tell(item, 'eventStatus', object['ical:status'] ?? object.status)
  addPlace(item, object.location)
  tell(item, 'inLanguage', object.inLanguage ?? object.language)
  for (const address of onlineDoors(object)) addLocationLink(item, address)
  if (object.isOnline === true) tell(item, 'eventAttendanceMode', 'OnlineEventAttendanceMode')
  const zone = canonicalZone(textIn(object.timezone) ?? '') ?? options.zone
  const finding = readEvent([item], {
    ...(options.url && { base: options.url }),
    clues: { ...(zone && { zone }), seen: [], links: [] },
  })
  if (!finding) return null
  return withAuthor(withOrganisers(withAttachedLinks(finding, object), object), object)
}

/** Those who are named as such, before the account that published it. */
function withOrganisers(finding: Finding, object: Json): Finding {
  const told = [object.organizers].flat().slice(0, 20).filter(isObject)
  const named = told.flatMap(one => {
    const name = titleText(textIn(one.name))
    const url = resolveAddress(textIn(one.url) ?? textIn(one.id), undefined)
    return name ? [{ isPerson: one.type === 'Person', party: { name, ...(url && { url }) } }] : []
  })
  const organisations = named.flatMap(({ isPerson, party }) => (isPerson ? [] : [party]))
  const people = named.flatMap(({ isPerson, party }) => (isPerson ? [{ ...party, role: 'organiser' }] : []))
  if (named.length === 0 || finding.organisations || finding.people) return finding
  return {
    ...finding,
    ...(organisations.length > 0 && { organisations }),
    ...(people.length > 0 && { people }),
    from: {
      ...finding.from,
      ...(organisations.length > 0 && { organisations: 'json-ld' as const }),
      ...(people.length > 0 && { people: 'json-ld' as const }),
    },
  }
}

function workOf(object: Json, type: string, options: IntakeOptions): Finding | null {
  const kind = type === 'Video' || type === 'Audio' ? 'video' : 'article'
  const item = itemOf(object, kind === 'video' ? 'VideoObject' : 'Article')
  tell(item, 'datePublished', object.originallyPublishedAt ?? object.published)
  const language = isObject(object.language) ? textIn(object.language.identifier) : textIn(object.language)
  tell(item, 'inLanguage', language)
  const finding = readWork(kind, [item], options.url)
  if (!finding) return null
  if (object.isLiveBroadcast === true && finding.links)
    finding.links = finding.links.map(link =>
      link.role === 'recording' ? { ...link, role: 'livestream' } : link,
    )
  return withAuthor(finding, object)
}

/** What all of them have, in the words of schema.org. */
function itemOf(object: Json, type: string): Item {
  const item = newItem([type], 'json-ld')
  if (typeof object.id === 'string') item.id = object.id
  tell(item, 'name', textIn(object.name))
  const markup = withoutNames(textIn(object.content) ?? textIn(object.summary))
  tell(
    item,
    'description',
    object.mediaType === 'text/markdown' ? markup?.replace(/[*_]{2}|\[([^\]]*)\]\([^)]*\)/g, '$1') : markup,
  )
  tell(item, 'url', addressIn(object))
  tell(item, 'image', imageOf(object))
  const tags = [object.tag]
    .flat()
    .flatMap(tag => (isObject(tag) && tag.type === 'Hashtag' ? (textIn(tag.name) ?? []) : []))
  tell(item, 'keywords', tags.map(tag => tag.replace(/^#/, '')).join(','))
  return item
}

const mostLetters = 20_000

/** People and tags that a text names lead to pages about them, which are no part of what it says. */
function withoutNames(html: string | undefined): string | undefined {
  return html
    ?.slice(0, mostLetters)
    .replace(/<a\s[^>]*\bclass="[^"]*\b(?:mention|hashtag)\b[^"]*"[^>]*>([\s\S]*?)<\/a>/g, '$1')
}

function tell(item: Item, name: string, value: unknown): void {
  if (typeof value === 'string') addValue(item, name, value.slice(0, 50_000))
}

function addPlace(item: Item, location: unknown): void {
  for (const value of [location].flat().slice(0, 10)) {
    if (typeof value === 'string') tell(item, 'location', value)
    if (!isObject(value)) continue
    const place = newItem([typeOf(value) === 'VirtualLocation' ? 'VirtualLocation' : 'Place'], 'json-ld')
    tell(place, 'name', textIn(value.name) ?? textIn(value.displayName) ?? textIn(value.content))
    tell(place, 'url', value.url)
    for (const name of ['latitude', 'longitude'])
      if (typeof value[name] === 'number') addValue(place, name, String(value[name]))
    if (typeof value.address === 'string') tell(place, 'address', value.address)
    else if (isObject(value.address)) {
      if (value.address.type === 'VirtualLocation') {
        place.types = ['VirtualLocation']
        tell(place, 'url', value.address.url)
      }
      const address = newItem(['PostalAddress'], 'json-ld')
      for (const [name, part] of Object.entries(value.address).slice(0, 20)) tell(address, name, part)
      addValue(place, 'address', address)
    }
    addValue(item, 'location', place)
  }
}

function addLocationLink(item: Item, address: string): void {
  const place = newItem(['VirtualLocation'], 'json-ld')
  addValue(place, 'url', address)
  addValue(item, 'location', place)
}

function withAuthor(finding: Finding, object: Json): Finding {
  if (finding.organisations || finding.people) return finding
  const { name, handle, address, isPerson } = authorOf(object)
  const who = name ?? handle
  if (!who) return finding
  const party = { name: who, ...(address && { url: address }) }
  const role = finding.kind === 'event' ? 'organiser' : 'author'
  const field = name && isPerson ? 'people' : 'organisations'
  return {
    ...finding,
    ...(field === 'people' ? { people: [{ ...party, role }] } : { organisations: [party] }),
    from: { ...finding.from, [field]: 'json-ld' },
  }
}

type Author = {
  name?: string | undefined
  handle?: string | undefined
  address?: string | undefined
  isPerson: boolean
}

/** An account is mostly told by its address alone: `https://example.social/users/name` is `@name@example.social`. */
function authorOf(object: Json): Author {
  const told = [object.attributedTo ?? object.actor].flat()
  const group = told.find(one => isObject(one) && one.type !== 'Person') ?? told[0]
  const address =
    typeof group === 'string' ? group : isObject(group) ? (textIn(group.url) ?? textIn(group.id)) : undefined
  const name = isObject(group) ? titleText(textIn(group.name) ?? textIn(group.preferredUsername)) : undefined
  const [, host, user] =
    /^https?:\/\/([^/]+)\/(?:users\/|@|accounts\/|video-channels\/|author\/|c\/)([\w.-]+)/.exec(
      address ?? '',
    ) ?? []
  const isCode = /^[\da-f]{8}-/.test(user ?? '')
  return {
    name,
    handle: user && !isCode ? `@${user}@${host}` : undefined,
    address: resolveAddress(address, undefined),
    isPerson: isObject(group) && group.type === 'Person',
  }
}

/** The address for readers before the one for servers. */
function addressIn(object: Json): string | undefined {
  const told = [object.url].flat()
  const page = told.find(one => isObject(one) && one.mediaType === 'text/html')
  const first = page ?? told[0]
  return resolveAddress(
    isObject(first) ? textIn(first.href) : (textIn(first) ?? textIn(object.id)),
    undefined,
  )
}

function imageOf(object: Json): string | undefined {
  const files = [object.image, object.attachment, object.icon].flat()
  for (const file of files) {
    const isPicture =
      isObject(file) && (file.type === 'Image' || /^image\//.test(textIn(file.mediaType) ?? ''))
    const url = isPicture
      ? resolveAddress(textIn([file.url].flat()[0]) ?? textIn(file.href), undefined)
      : undefined
    if (url) return url
  }
  return undefined
}

function typeOf(object: Json): string {
  const [type] = [object.type ?? object['@type']].flat()
  if (typeof object.objectType === 'string')
    return object.objectType.slice(0, 1).toUpperCase() + object.objectType.slice(1)
  return typeof type === 'string' ? type : ''
}
