import { isDay } from '../../../time/days.ts'
import { readMoment } from '../../page/moment.ts'
import { statusInWords } from '../../title-status.ts'
import { isText, isThing, type Json, textIn, thingsIn } from '../json.ts'
import { partiesAt } from './dialect.ts'
import { byId, idIn } from './ids.ts'
import { textAt, thingAt, thingsAt } from './paths.ts'
import type { ToldEvent } from './told-event.ts'

/** Drupal, JSON:API: fields are named by whoever built the site, so what they hold tells what they are. */
export const drupal = {
  signs: [/"type"\s*:\s*"node--/],
  *toldIn(answer: Json): Generator<ToldEvent> {
    const included = byId(thingsIn(answer.included, 5000))
    const base = textAt(answer, 'links.self.href|links.self')
    const nodes = Array.isArray(answer.data) ? thingsIn(answer.data, 5000) : thingsIn([answer.data])
    for (const node of nodes) {
      const told = nodeOf(node, included, base)
      if (told) yield told
    }
  },
}

type Included = Map<string, Json>

function nodeOf(node: Json, included: Included, base: string | undefined): ToldEvent | null {
  const { attributes } = node
  if (!isThing(attributes) || !isText(node.type, /^node--/)) return null
  const fields = Object.entries(attributes).slice(0, 300)
  const others = fields.flatMap(([name, value]) => linkIn(name, value, base))
  const image = related(node, included, /image|photo|media|banner|picture/i).flatMap(one => [
    one,
    // The picture itself lies behind one more.
    ...related(one, included, /image|file/i, 3),
  ])
  return {
    uid: textIn(node.id, 100),
    title: textIn(attributes.title, 1000),
    about: textAt(
      attributes,
      'body.processed|body.value|field_description.processed|field_summary.processed',
    ),
    url: whole(textAt(attributes, 'path.alias'), base),
    image: image.flatMap(file => whole(textAt(file, 'attributes.uri.url'), base) ?? [])[0],
    language: textIn(attributes.langcode, 20),
    ...timeIn(fields),
    status: statusInWords(textAt(attributes, 'field_status|field_event_status')),
    place: placeIn(fields, related(node, included, /location|venue|place/i)),
    tags: related(node, included, /tag|topic|categor|theme/i).flatMap(
      term => textAt(term, 'attributes.name') ?? [],
    ),
    organisers: related(node, included, /organi[sz]er|host|partner/i).flatMap(one =>
      partiesAt(one.attributes, 'title|name'),
    ),
    registration: others.find(({ name }) => /regist|sign_?up|ticket|rsvp/i.test(name))?.url,
    others,
  }
}

/** A field that holds days or moments, and is no stamp of the program itself. */
function timeIn(fields: [string, unknown][]): ToldEvent {
  const stamps =
    /^(?:created|changed|revision_timestamp|publish_on|unpublish_on)$|publi|updated|deadline|expir/i
  const told = fields
    .filter(([name]) => !stamps.test(name) && /date|time|when|start|begin/i.test(name))
    .flatMap(([, value]) => momentsIn(Array.isArray(value) ? value[0] : value))
  const [first] = told
  if (!first) return {}
  const last =
    first.end ?? fields.flatMap(([name, value]) => (/end/i.test(name) ? momentsIn(value) : []))[0]?.start
  const days = [first.start, last].filter(time => time !== undefined)
  return { ...first, end: last, allDay: first.start !== undefined && days.every(isDay) }
}

function momentsIn(value: unknown): { start: string; end?: string | undefined; zone?: string | undefined }[] {
  const [start, end] = [
    textAt({ value }, 'value.value|value.start|value'),
    textAt({ value }, 'value.end_value|value.end'),
  ]
  const moment = start ? readMoment(start) : null
  if (!start || !moment?.day) return []
  return [{ start, end, zone: textAt({ value }, 'value.timezone') }]
}

function placeIn(fields: [string, unknown][], related: Json[]): ToldEvent['place'] {
  const field = fields.find(([name, value]) => /location|venue|place|address/i.test(name) && value)?.[1]
  if (typeof field === 'string') return { name: field }
  const address = isThing(field) ? field : thingAt(related[0], 'attributes.field_address|attributes.address')
  return {
    name: textAt(related[0], 'attributes.title|attributes.name') ?? textAt(address, 'organization'),
    street: textAt(address, 'address_line1'),
    city: textAt(address, 'locality'),
    region: textAt(address, 'administrative_area'),
    postcode: textAt(address, 'postal_code'),
    country: textAt(address, 'country_code'),
  }
}

function linkIn(name: string, value: unknown, base: string | undefined) {
  const written =
    textAt({ value }, 'value.uri') ??
    (typeof value === 'string' && /^https?:\/\/\S+$/.test(value) ? value : undefined)
  const url = whole(written?.replace(/^internal:/, ''), base)
  return url && name !== 'path' ? [{ name, url, title: textAt({ value }, 'value.title') }] : []
}

/** What relations of a name lead to among what came with the answer, each once. */
function related({ relationships }: Json, included: Included, name: RegExp, most = 50): Json[] {
  const found = new Set<Json>()
  for (const key of isThing(relationships) ? Object.keys(relationships).slice(0, mostRelations) : []) {
    if (!name.test(key)) continue
    const relation = (relationships as Json)[key]
    for (const one of [...thingsAt(relation, 'data'), ...thingsAt(relation, 'data[]')]) {
      const known = included.get(idIn(one.id) ?? '')
      if (known) found.add(known)
      if (found.size >= most) return [...found]
    }
  }
  return [...found]
}

const mostRelations = 100

function whole(address: string | undefined, base: string | undefined): string | undefined {
  return address && base && URL.canParse(address, base) ? new URL(address, base).href : address
}
