import type { Entry } from '../../domain/entry.ts'
import type { Instants } from '../../domain/event-time.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import { timesOf } from './event.ts'
import { cleanThing, jsonLdOf, type Thing } from './thing.ts'
import { type Trail, trailOf } from './trail.ts'

type Told = {
  name: string
  /** Absolute address of its page here, and of its own site. */
  address: string
  site: string | null
  /** What it took part in, with absolute addresses; of many the first are named. */
  entries: ({ address: string } & Pick<Entry, 'kind' | 'title' | 'time'> & Instants)[]
  trail: Trail
}

/** The page of an organisation for machines (schema.org). */
export function organisationJsonLd(told: Told): string {
  return jsonLdOf({ '@type': 'Organization', ...profileOf(told), event: eventsOf(told) }, trailOf(told.trail))
}

/** The page of a person. */
export function personJsonLd(told: Told): string {
  return jsonLdOf({ '@type': 'Person', ...profileOf(told), performerIn: eventsOf(told) }, trailOf(told.trail))
}

function profileOf({ name, address, site }: Told): Thing {
  return cleanThing({ '@id': address, name, url: address, sameAs: site })
}

const mostEntries = 50

function eventsOf({ entries }: Told): Thing[] {
  return entries
    .filter(({ kind }) => kind === 'event')
    .slice(0, mostEntries)
    .map(entry => ({
      '@type': 'Event',
      '@id': entry.address,
      url: entry.address,
      name: withoutPasscodes(entry.title),
      ...timesOf(entry),
    }))
}
