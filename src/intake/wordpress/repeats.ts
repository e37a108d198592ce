import { isDay } from '../../time/days.ts'
import { idsIn, isYes, told } from './meta.ts'

/** A day on which an event comes again, with the clock times of that day where it has its own. */
export type RepeatDay = { day: string; lastDay?: string; time?: string; endTime?: string }

/** How an event comes again: by a rule (RRULE of RFC 5545), on days that are told one by one, and on which not. */
export type Repeats = { rule: string | null; days: RepeatDay[]; except: ReadonlySet<string> }

/** What Modern Events Calendar, EventON and Sugar Calendar keep of it; null for what comes once. */
export function repeatsOf(meta: Map<string, string>): Repeats | null {
  if (isYes(meta.get('mec_repeat_status'))) return modernRepeats(meta)
  if (isYes(meta.get('evcal_repeat'))) return listedRepeats(meta.get('repeat_intervals') ?? '')
  return sugarRepeats(meta)
}

function modernRepeats(meta: Map<string, string>): Repeats | null {
  const type = told(meta, ['mec_repeat_type']) ?? ''
  const frequency = modernFrequency(type, meta)
  const days = type === 'custom_days' ? (meta.get('mec_in_days') ?? '').split(',').flatMap(dayOf) : []
  if (frequency === null && days.length === 0) return null
  const except = new Set((meta.get('mec_not_in_days') ?? '').split(',').map(day => day.trim()))
  return { rule: frequency && `${frequency}${modernEnd(meta)}`, days, except }
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function modernFrequency(type: string, meta: Map<string, string>): string | null {
  const told = Math.trunc(Number(meta.get('mec_repeat_interval') ?? '1'))
  const every = told >= 1 && told <= 1000 ? told : 1
  // Weeks are kept in days.
  if (type === 'weekly') return `FREQ=WEEKLY;INTERVAL=${every % 7 === 0 ? every / 7 : every}`
  if (type === 'daily') return `FREQ=DAILY;INTERVAL=${every}`
  if (type === 'monthly') return `FREQ=MONTHLY;INTERVAL=${every}`
  if (type === 'yearly') return 'FREQ=YEARLY'
  if (type === 'weekday') return 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'
  if (type === 'weekend') return 'FREQ=WEEKLY;BYDAY=SA,SU'
  if (type === 'certain_weekdays') {
    const days = idsIn(meta.get('mec_certain_weekdays')).flatMap(number => weekdays[Number(number) - 1] ?? [])
    return days.length > 0 ? `FREQ=WEEKLY;BYDAY=${[...new Set(days)].join()}` : null
  }
  if (type !== 'advanced') return null
  // `Mon.1` is the first Monday of the month, `Tue.l` the last Tuesday.
  const days = [
    ...(meta.get('mec_advanced_days') ?? '').matchAll(/\b(mo|tu|we|th|fr|sa|su)[a-z]*\.([1-5l])(?![\w.])/gi),
  ]
  if (days.length === 0) return null
  const named = days.map(([, day, nth]) => `${/\d/.test(nth!) ? nth : -1}${day!.toUpperCase()}`)
  return `FREQ=MONTHLY;BYDAY=${[...new Set(named)].join()}`
}

/** Of a number of times it keeps how many come after the first. */
function modernEnd(meta: Map<string, string>): string {
  const end = meta.get('mec_repeat_end')?.trim()
  const day = meta.get('mec_repeat_end_at_date')?.trim() ?? ''
  if (end === 'date' && isDay(day)) return `;UNTIL=${day.replaceAll('-', '')}`
  const more = meta.get('mec_repeat_end_at_occurrences')?.trim() ?? ''
  return end === 'occurrences' && /^\d{1,4}$/.test(more) ? `;COUNT=${Number(more) + 1}` : ''
}

/** `2020-12-18:2020-12-19:09-00-AM:05-30-PM`; the hours may be left out. */
function dayOf(words: string): RepeatDay[] {
  const [day = '', lastDay = '', from, to] = words.trim().split(':')
  if (!isDay(day)) return []
  const [time, endTime] = [from, to].map(clockOf)
  return [
    {
      day,
      ...(isDay(lastDay) && { lastDay }),
      ...(time && { time }),
      ...(endTime && { endTime }),
    },
  ]
}

function clockOf(words: string | undefined): string | undefined {
  const [, hour, minutes, half] = /^(\d\d?)-([0-5]\d)(?:-([AP])M)?$/i.exec(words ?? '') ?? []
  if (!hour) return undefined
  const hours = half ? (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : Number(hour)
  return hours < 24 ? `${String(hours).padStart(2, '0')}:${minutes}:00` : undefined
}

/** EventON keeps each date by its two moments, counting the clock of the place as if it were UTC. */
function listedRepeats(list: string): Repeats | null {
  const moments = [...list.matchAll(/(?:"|i:)(\d{9,11})(?=["; ])/g)].map(([, seconds]) =>
    new Date(Number(seconds) * 1000).toISOString(),
  )
  const days: RepeatDay[] = []
  for (let at = 0; at + 1 < moments.length; at += 2) {
    const [start, end] = [moments[at]!, moments[at + 1]!]
    days.push({
      day: start.slice(0, 10),
      time: start.slice(11, 19),
      lastDay: end.slice(0, 10),
      endTime: end.slice(11, 19),
    })
  }
  return days.length > 0 ? { rule: null, days, except: new Set() } : null
}

function sugarRepeats(meta: Map<string, string>): Repeats | null {
  const often = told(meta, ['sc_event_recurring'])
  if (!often || !/^(?:daily|weekly|monthly|yearly)$/.test(often)) return null
  const until = told(meta, ['sc_recur_until'])
  const last = until && /^\d{9,11}$/.test(until) ? new Date(Number(until) * 1000).toISOString() : null
  const end = last ? `;UNTIL=${last.slice(0, 10).replaceAll('-', '')}` : ''
  return { rule: `FREQ=${often.toUpperCase()}${end}`, days: [], except: new Set() }
}
