import type { Entry } from '../../domain/entry.ts'
import { addDays } from '../../time/days.ts'

/** What is put into a calendar of somebody else’s by its address alone. */
export type ToAdd = Pick<Entry, 'time' | 'startsAt' | 'endsAt'> & {
  title: string
  /** Its page, absolute: what changes is told there. */
  page: string
  where: string | null
}

/**
 * Addresses at which Google, Outlook and Yahoo offer an event to be added. None of them knows an event without an end:
 * it ends when it begins. Null where no time is told.
 */
export function linksToAdd(event: ToAdd): { google: string; outlook: string; yahoo: string } | null {
  const { time, title, page, where } = event
  if (time.precision === 'not-told' || time.start === null || event.startsAt === null) return null
  const [start, end] = time.precision === 'moment' ? momentsOf(event) : daysOf(time.start, time.end)
  const isDay = time.precision !== 'moment'
  const compact = (iso: string) => iso.replace(/[-:]/g, '')
  const zone = !isDay && time.zone && /^[A-Z]/i.test(time.zone) ? time.zone : null
  return {
    google: addressOf('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: title,
      dates: `${compact(start)}/${compact(end)}`,
      ctz: zone,
      details: page,
      location: where,
    }),
    outlook: addressOf('https://outlook.live.com/calendar/0/deeplink/compose', {
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: title,
      startdt: start,
      enddt: end,
      allday: isDay ? 'true' : null,
      body: page,
      location: where,
    }),
    yahoo: addressOf('https://calendar.yahoo.com/', {
      v: '60',
      title,
      st: compact(start),
      ...(isDay ? { dur: 'allday' } : { et: compact(end) }),
      desc: page,
      in_loc: where,
    }),
  }
}

/** The same calendar by the names under which programs of a device, Google and Outlook are asked to subscribe to it. */
export function linksToSubscribe(address: string, name: string) {
  const webcal = address.replace(/^https?:/, 'webcal:')
  return {
    webcal,
    google: addressOf('https://calendar.google.com/calendar/render', { cid: webcal }),
    outlook: addressOf('https://outlook.live.com/calendar/0/addfromweb', { url: address, name }),
    office: addressOf('https://outlook.office.com/calendar/0/addfromweb', { url: address, name }),
  }
}

/** In UTC, so that nobody has to know a zone; a floating time as it is: on the clock of whoever adds it. */
function momentsOf({ time, startsAt, endsAt }: ToAdd): [string, string] {
  if (time.zone === null) {
    const start = time.start!.slice(0, 19)
    return [start, time.end?.slice(0, 19) ?? start]
  }
  const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`
  return [iso(startsAt!), iso(Math.max(startsAt!, endsAt ?? startsAt!))]
}

/** To the day after the last. */
function daysOf(start: string, end: string | null): [string, string] {
  return [start, addDays(end !== null && end > start ? end : start, 1)]
}

function addressOf(page: string, query: Record<string, string | null>): string {
  const told = Object.entries(query).filter((part): part is [string, string] => part[1] !== null)
  return `${page}?${told.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
