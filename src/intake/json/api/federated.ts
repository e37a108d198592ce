import { statusInWords } from '../../title-status.ts'
import { isThing, type Json, textIn } from '../json.ts'
import { addressesIn, type Dialect } from './dialect.ts'
import { textAt } from './paths.ts'
import type { ToldEvent } from './told-event.ts'

/** Mobilizon's GraphQL. Its coordinates are `longitude;latitude`. */
export const mobilizon: Dialect = {
  signs: [/"beginsOn"\s*:/],
  is: thing => 'title' in thing && 'beginsOn' in thing,
  at: {
    uid: 'uuid|id',
    title: 'title',
    about: 'description',
    url: 'url',
    image: 'picture.url',
    language: 'language',
    start: 'beginsOn',
    end: 'endsOn',
    zone: 'options.timezone|physicalAddress.timezone',
    tags: 'tags[].title',
    registration: 'externalParticipationUrl',
  },
  more: thing => {
    const options = isThing(thing.options) ? thing.options : {}
    const isOnline = options.isOnline === true
    const address = textIn(thing.onlineAddress, 4000)
    return {
      status: statusInWords(thing.status),
      organisers: mobilizonHosts(thing.attributedTo ?? thing.organizerActor, !isThing(thing.attributedTo)),
      attendance: isOnline && !isThing(thing.physicalAddress) ? 'online' : undefined,
      ...(isOnline ? { join: address } : { others: addressesIn(address) }),
      ...(isThing(thing.physicalAddress) && { place: mobilizonPlace(thing.physicalAddress) }),
    }
  },
}

function mobilizonHosts(actor: unknown, isPerson: boolean): ToldEvent['organisers'] {
  const name = textAt(actor, 'name|preferredUsername')
  return name ? [{ name, isPerson }] : undefined
}

function mobilizonPlace(address: Json): ToldEvent['place'] {
  const [lon, lat] = textAt(address, 'geom')?.split(';') ?? []
  return {
    name: textAt(address, 'description'),
    street: textAt(address, 'street'),
    city: textAt(address, 'locality'),
    region: textAt(address, 'region'),
    postcode: textAt(address, 'postalCode'),
    country: textAt(address, 'country'),
    lat,
    lon,
  }
}

/** Gancio, `/api/events`: moments in seconds. */
export const gancio: Dialect = {
  signs: [/"start_datetime"\s*:\s*\d/],
  is: thing => 'title' in thing && typeof thing.start_datetime === 'number',
  at: {
    uid: 'slug|id',
    title: 'title',
    about: 'description',
    image: 'media[].url',
    start: 'start_datetime',
    end: 'end_datetime',
    tags: 'tags[]|tags[].tag',
    place: 'place.name',
    address: 'place.address',
    lat: 'place.latitude',
    lon: 'place.longitude',
    join: 'online_locations[]',
  },
  more: thing => {
    const file = textAt(thing, 'media[].url')
    const slug = textAt(thing, 'slug')
    return {
      url: slug && /^[\w%-]+$/.test(slug) ? `/event/${slug}` : undefined,
      image: file && /^[\w.-]+$/.test(file) ? `/media/${file}` : file,
    }
  },
}
