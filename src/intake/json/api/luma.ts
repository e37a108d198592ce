import { isThing } from '../json.ts'
import type { Dialect } from './dialect.ts'
import { textAt } from './paths.ts'

/** Luma: an entry of a calendar around the event, or the event alone. */
export const luma: Dialect = {
  signs: [/"start_at"\s*:/, /"(?:geo_address_json|geo_address_info|duration_interval|calendar_api_id)"\s*:/],
  is: thing =>
    (isThing(thing.event) && 'start_at' in thing.event) || ('start_at' in thing && 'name' in thing),
  at: {
    uid: 'event.id|event.api_id|id|api_id',
    title: 'event.name|name',
    about: 'event.description|description',
    markdown: 'event.description_md|description_md',
    image: 'event.cover_url|cover_url',
    start: 'event.start_at|start_at',
    end: 'event.end_at|end_at',
    zone: 'event.timezone|timezone',
    tags: 'tags[].name|event.tags[].name',
    organiser: 'calendar',
    join: 'event.meeting_url|event.zoom_meeting_url|meeting_url|zoom_meeting_url',
    lat: 'event.geo_latitude|geo_latitude|event.coordinate.latitude',
    lon: 'event.geo_longitude|geo_longitude|event.coordinate.longitude',
    ...lumaPlace(),
  },
  more: thing => {
    const event = isThing(thing.event) ? thing.event : thing
    const url = textAt(event, 'url')
    const isOnline = /^(?:online|zoom|google-meet|youtube|teams)$/i.test(textAt(event, 'location_type') ?? '')
    return {
      url: url && /^[\w-]+$/.test(url) ? `https://luma.com/${url}` : url,
      attendance: isOnline ? 'online' : undefined,
    }
  },
}

function lumaPlace() {
  const within = (name: string) =>
    ['event.geo_address_json', 'event.geo_address_info', 'geo_address_json', 'geo_address_info']
      .map(at => `${at}.${name}`)
      .join('|')
  return {
    place: `${within('address')}|${within('description')}|${within('city')}`,
    address: within('full_address'),
    city: within('city'),
    country: within('country'),
  }
}
