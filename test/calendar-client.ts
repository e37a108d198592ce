import ICAL from 'ical.js'
import nodeIcal, { type CalendarComponent } from 'node-ical'
import type { TestSite } from './site.ts'

/** What a program of a reader holds of an event, as two readers that know nothing of each other understand it. */
export type HeldEvent = {
  uid: string
  sequence: number
  stamp: string
  lastModified: string
  status: string
  title: string
  /** ISO instants; a day where it lasts whole days. */
  start: string
  end: string | null
  description: string
  url: string | null
  conferences: string[]
  relatedTo: string | null
}

/** A program that subscribed to a calendar of the site: it asks again with what it knows, and keeps what it was told. */
export function subscribe(site: TestSite, path: string) {
  let etag: string | null = null
  let held: HeldEvent[] = []
  return {
    get events(): HeldEvent[] {
      return held
    },
    /** @returns the status of the answer */
    async refresh(): Promise<number> {
      const response = await site.app.request(path, {
        headers: { 'accept-encoding': 'gzip', ...(etag ? { 'if-none-match': etag } : {}) },
      })
      if (response.status === 200) {
        etag = response.headers.get('etag')
        held = eventsIn(await textOf(response))
      }
      return response.status
    },
    named(title: string): HeldEvent {
      const found = held.find(event => event.title === title)
      if (!found)
        throw new Error(`Nothing is called “${title}” among: ${held.map(each => each.title).join(', ')}`)
      return found
    },
  }
}

export async function textOf(response: Response): Promise<string> {
  if (response.headers.get('content-encoding') !== 'gzip') return response.text()
  return new Response(response.body!.pipeThrough(new DecompressionStream('gzip'))).text()
}

/** The events of a calendar in its order. @throws where the readers do not agree */
export function eventsIn(text: string): HeldEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const zones = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map(zone => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)]),
  )
  const others = nodeIcal.sync.parseICS(text)
  return calendar.getAllSubcomponents('vevent').map(event => {
    const one = (name: string) => event.getFirstPropertyValue(name)
    const told = (name: string) => {
      const value = one(name)
      return value === null ? null : String(value)
    }
    const moment = (name: string) => {
      const property = event.getFirstProperty(name)
      if (!property) return null
      const time = property.getFirstValue() as ICAL.Time
      const zone = zones.get(String(property.getFirstParameter('tzid') ?? ''))
      if (zone) time.zone = zone
      return time.isDate ? time.toString() : time.toJSDate().toISOString()
    }
    const held: HeldEvent = {
      uid: told('uid')!,
      sequence: Number(one('sequence')),
      stamp: told('dtstamp')!,
      lastModified: told('last-modified')!,
      status: told('status')!,
      title: told('summary')!,
      start: moment('dtstart')!,
      end: moment('dtend'),
      description: told('description') ?? '',
      url: told('url'),
      conferences: event.getAllProperties('conference').map(each => String(each.getFirstValue())),
      relatedTo: told('related-to'),
    }
    compare(held, others[held.uid])
    return held
  })
}

function compare(held: HeldEvent, other: CalendarComponent | undefined): void {
  if (other?.type !== 'VEVENT') throw new Error(`node-ical does not know ${held.uid}`)
  const plain = (value: unknown) =>
    typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value)
  const start = held.start.length === 10 ? other.start.toISOString().slice(0, 10) : other.start.toISOString()
  const theirs = [plain(other.summary), Number(other.sequence), other.status, start]
  const ours = [held.title, held.sequence, held.status, held.start]
  if (JSON.stringify(theirs) !== JSON.stringify(ours))
    throw new Error(`node-ical reads ${JSON.stringify(theirs)} where ical.js reads ${JSON.stringify(ours)}`)
}
