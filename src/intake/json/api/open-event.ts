import { statusInWords } from '../../title-status.ts'
import { isText, isThing, type Json } from '../json.ts'
import type { Dialect } from './dialect.ts'
import { textAt } from './paths.ts'

/** Open Event (eventyay), JSON:API: events, and the sessions within one. */
export const openEvent: Dialect = {
  signs: [/"attributes"\s*:\s*\{/, /"starts-at"\s*:/],
  is: thing => isText(thing.type, /^(?:event|session)$/) && isThing(thing.attributes),
  at: {
    uid: 'attributes.identifier|id',
    title: 'attributes.name|attributes.title',
    about: 'attributes.description|attributes.long-abstract|attributes.short-abstract',
    image: 'attributes.original-image-url|attributes.large-image-url',
    language: 'attributes.language',
    start: 'attributes.starts-at',
    end: 'attributes.ends-at',
    zone: 'attributes.timezone',
    organiser: 'attributes.owner-name|attributes.organizer-name',
    place: 'attributes.location-name',
    address: 'attributes.searchable-location-name',
    lat: 'attributes.latitude',
    lon: 'attributes.longitude',
    stream: 'attributes.live-stream-url|attributes.stream-url',
    join: 'attributes.virtual-room-url|attributes.online-event-url',
  },
  more: thing => ({
    status: statusInWords(textAt(thing, 'attributes.state|attributes.status')),
    attendance: (thing.attributes as Json)['is-event-online'] === true ? 'online' : undefined,
    registration: textAt(thing, 'attributes.ticket-url|attributes.external-event-url'),
    others: ['slides-url', 'video-url'].flatMap(name => {
      const url = textAt(thing, `attributes.${name}`)
      return url ? [{ url, title: name.startsWith('slides') ? 'Slides' : 'Recording' }] : []
    }),
  }),
}
