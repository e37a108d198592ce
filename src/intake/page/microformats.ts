import { mf2 } from 'microformats-parser'
import { addValue, type Item, newItem, type Value } from './item.ts'

const marked = /\b(?:h-event|h-entry|h-feed|vevent|vcalendar|hentry|hfeed)\b/

/** Microformats 2 and classic hCalendar, hAtom → the same things in the words of schema.org. */
export function readMicroformats(html: string, base: string | undefined): Item[] {
  if (!marked.test(html)) return []
  return parsed(html, base ?? 'http://relative.invalid/').flatMap(item => topItems(item, 0))
}

/** The same as JSON (microformats2 parsed): one thing, a list of them, or `{"items": […]}`. */
export function readMf2Json(text: string): Item[] {
  if (!marked.test(text.slice(0, 20_000))) return []
  try {
    const value = JSON.parse(text) as { items?: unknown } | unknown[]
    const roots = [Array.isArray(value) ? value : (value.items ?? value)].flat().slice(0, 2000) as Root[]
    return roots.filter(isRoot).flatMap(root => topItems(root, 0))
  } catch {
    return []
  }
}

function isRoot(value: unknown): value is Root {
  const { type, properties } = (value ?? {}) as Partial<Root>
  return (
    Array.isArray(type) &&
    typeof properties === 'object' &&
    properties !== null &&
    Object.values(properties).every(Array.isArray)
  )
}

/** The library throws on a document without a body; such a page has no things. */
function parsed(html: string, baseUrl: string): Root[] {
  try {
    return mf2(html, { baseUrl }).items as Root[]
  } catch {
    return []
  }
}

type Root = { type?: string[]; properties: Record<string, unknown[]>; children?: Root[]; value?: unknown }

function topItems(root: Root, depth: number): Item[] {
  if (depth > 6) return []
  const own = toItem(root, depth)
  const children = (root.children ?? [])
    .filter(isRoot)
    .slice(0, 2000)
    .flatMap(child => topItems(child, depth + 1))
  return own ? [own, ...children] : children
}

const types: Record<string, string> = { 'h-event': 'Event', 'h-entry': 'BlogPosting' }

const names: Record<string, Record<string, string>> = {
  'h-event': {
    name: 'name',
    start: 'startDate',
    end: 'endDate',
    duration: 'duration',
    summary: 'description',
    description: 'description',
    content: 'description',
    url: 'url',
    location: 'location',
    category: 'keywords',
    organizer: 'organizer',
    author: 'organizer',
    photo: 'image',
    featured: 'image',
  },
  'h-entry': {
    name: 'headline',
    published: 'datePublished',
    summary: 'description',
    url: 'url',
    author: 'author',
    category: 'keywords',
    featured: 'image',
  },
}

/** A name that nobody marked is all the text there is, and no title. */
const longestName = 250

function toItem(root: Root, depth: number): Item | null {
  const type = root.type?.find(one => types[one])
  if (!type) return null
  const item = newItem([types[type]!], 'microformats')
  for (const [from, to] of Object.entries(names[type]!)) {
    for (const value of (root.properties[from] ?? []).slice(0, 50)) {
      const read = toValue(value, to, depth)
      if (
        read !== null &&
        !(/^(?:name|headline)$/.test(to) && typeof read === 'string' && read.length > longestName)
      )
        addValue(item, to, read)
    }
  }
  return item
}

function toValue(value: unknown, name: string, depth: number): Value | null {
  if (typeof value === 'string') return value.replace('http://relative.invalid/', '')
  if (typeof value !== 'object' || value === null) return null
  const root = value as Partial<Root>
  if (!root.properties || !root.type || depth > 6) return typeof root.value === 'string' ? root.value : null
  const isPlace = name === 'location'
  const item = newItem([isPlace ? 'Place' : root.properties.org ? 'Organization' : ''], 'microformats')
  const take = (from: string, to: string) => {
    const first = root.properties![from]?.find(one => typeof one === 'string')
    if (typeof first === 'string') addValue(item, to, first)
  }
  take('name', 'name')
  take('url', 'url')
  take('latitude', 'latitude')
  take('longitude', 'longitude')
  const address = newItem(['PostalAddress'], 'microformats')
  for (const [from, to] of addressParts) {
    const first = root.properties[from]?.find(one => typeof one === 'string')
    if (typeof first === 'string') addValue(address, to, first)
  }
  if (address.props.size) addValue(item, 'address', address)
  return item
}

const addressParts = [
  ['street-address', 'streetAddress'],
  ['locality', 'addressLocality'],
  ['region', 'addressRegion'],
  ['postal-code', 'postalCode'],
  ['country-name', 'addressCountry'],
] as const
