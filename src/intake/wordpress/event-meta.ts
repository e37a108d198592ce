import type { EventStatus, Finding } from '../../domain/finding.ts'
import { readRowTime } from '../csv/row-time.ts'
import type { IntakeOptions } from '../intake.ts'
import { linkRole } from '../link-role.ts'
import { titleText } from '../page/words-of.ts'
import { statusInWords } from '../title-status.ts'
import { cellsOf } from './event-cells.ts'
import type { ExportItem } from './item.ts'
import { idsIn, isYes, termsIn, told } from './meta.ts'

/** Venues and organisers that an export keeps as items of their own, by `keyOfNamed`. */
export type Named = Map<string, string>

/**
 * What calendar plugins keep beside an item of theirs: The Events Calendar, Events Manager, Modern Events Calendar,
 * EventON, Event Organiser, WP Event Manager, GatherPress, VS Event List, and fields that a site made itself. Null for
 * an item that is no event. What is called an event and keeps no time is one whose time is not told.
 */
export function eventOf(item: ExportItem, named: Named, options: IntakeOptions): Partial<Finding> | null {
  const cells = cellsOf(item)
  if (!cells.start && !cells.date && !eventTypes.test(item.type)) return null
  const place = placeOf(item, named)
  // A venue may be called as a city elsewhere is: without a zone that is told, an address alone tells one.
  const isWhere = place !== undefined && (cells.timezone !== undefined || place.includes(','))
  const { sessions: _, ...when } = readRowTime(cells, {
    ...(isWhere && { place: { name: place } }),
    ...(options.zone && { zone: options.zone }),
    order: null,
  })
  const organisations = organisersOf(item, named).map(name => ({ name }))
  const { links, isOnline } = waysTo(item)
  const status = statusOf(item.meta)
  return {
    kind: 'event',
    ...when,
    ...(place && { place: { name: place } }),
    ...(organisations.length > 0 && { organisations }),
    ...(isOnline && { attendance: place ? ('mixed' as const) : ('online' as const) }),
    ...(status && { status }),
    ...(links.length > 0 && { links }),
  }
}

/** As plugins call their events; some keep when these are in tables of their own, which no export has. */
const eventTypes =
  /^(?:tribe_events|events?|ai1ec_event|mec-events|ajde_events|event_listing|gatherpress_event|calendar_event|em_event|tc_events|eventbrite_events|espresso_events|simple-events?|sc_event|wp_events|stec_event|wpea_event)$/

/** Item types that only describe other items. */
export function isNamed(type: string): boolean {
  return /^(?:tribe_venue|tribe_organizer|location|event_location|event_venue|event_organizer)$/.test(type)
}

/** By which others name it: Events Manager numbers its places by themselves. */
export function keyOfNamed({ id, type, meta }: Pick<ExportItem, 'id' | 'type' | 'meta'>): string | null {
  const own = type === 'location' ? meta.get('_location_id') : undefined
  return own ? `location ${own}` : (id ?? null)
}

function placeOf({ meta, ...item }: ExportItem, named: Named): string | undefined {
  const [venue] = [...idsIn(meta.get('_EventVenueID')), ...idsIn(meta.get('_event_venue_ids'))]
  const keys = [
    'event-location',
    '_event_location',
    'event_location',
    '_event_venue_name',
    'evcal_location_name',
  ]
  return titleText(
    named.get(venue ?? '') ??
      named.get(`location ${meta.get('_location_id') ?? ''}`) ??
      termsIn({ meta, ...item }, /^(?:mec_location|event_location|event[-_]venues?)$/)[0] ??
      ownPlace(meta, [...keys, 'venue_name', 'venue', 'location', 'ort', 'lugar', 'lieu', 'luogo']),
  )
}

/** Some keep a number there, or a list that PHP wrote. */
function ownPlace(meta: Map<string, string>, keys: string[]): string | undefined {
  const words = told(meta, keys)
  return words && /\p{L}/u.test(words) && !/^[aO]:\d+:|^[[{]/.test(words) ? words : undefined
}

function organisersOf({ meta, ...item }: ExportItem, named: Named): string[] {
  const ids = [...idsIn(meta.get('_EventOrganizerID')), ...idsIn(meta.get('_event_organizer_ids'))]
  const own = told(meta, ['_organizer_name', 'evcal_organizer', 'organizer_name', 'organizer', 'organiser'])
  const all = [
    ...ids.flatMap(id => named.get(id) ?? []),
    ...termsIn({ meta, ...item }, /^(?:mec_organizer|event[-_]organi[sz]ers?)$/),
    ...(own && !/^\d+$|^a:\d/.test(own) ? [own] : []),
  ]
  return [...new Set(all.flatMap(name => titleText(name) ?? []))]
}

function waysTo({ meta }: ExportItem): { links: NonNullable<Finding['links']>; isOnline: boolean } {
  const online = told(meta, [
    '_tribe_events_virtual_url',
    'gatherpress_online_event_link',
    '_event_online_url',
    '_event_location_url',
    'mec_moved_online_link',
  ])
  const page = told(meta, [
    '_EventURL',
    'event-link',
    'mec_more_info',
    'evcal_lmlink',
    '_event_registration_url',
    '_registration',
    'registration_url',
    'registration_link',
    'wpea_event_link',
    'event_url',
    'event_link',
    'ticket_url',
    'tickets_url',
  ])
  const links = [online, page].flatMap(url => {
    const role = url && /^https?:/.test(url) ? linkRole(url) : null
    return role ? [{ role: url === online && role === 'source' ? ('join' as const) : role, url: url! }] : []
  })
  const marks = ['_event_online', '_tribe_events_is_virtual', '_virtual_event']
  return { links, isOnline: online !== undefined || marks.some(key => isYes(meta.get(key))) }
}

function statusOf(meta: Map<string, string>): EventStatus | undefined {
  // Events Manager says of what is called off that it is not active, WP Event Manager that it is cancelled.
  if (meta.get('_event_active_status')?.trim() === '0' || isYes(meta.get('_cancelled'))) return 'cancelled'
  const words = told(meta, [
    '_tribe_events_status',
    'mec_event_status',
    '_event_status',
    '_status',
    'gatherpress_status',
  ])
  return statusInWords(words)
}
