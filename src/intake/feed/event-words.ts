import { addDays, isDay } from '../../time/days.ts'
import type { FeedEvent } from './item.ts'
import type { Node } from './markup.ts'

/**
 * What extensions for events tell of an item: RSS mod_event (`ev:startdate`), xCal (`xcal:dtstart`), Google's
 * `gd:when`, Podcasting 2.0's `podcast:liveItem`, and what calendar plugins of WordPress and Drupal write
 * (`mec:startDate`, `tribe:…`, `em:…`). Undefined where none is used.
 */
export function eventOf(node: Node): FeedEvent | undefined {
  const event: FeedEvent = { streams: [] }
  const own = node.name === 'liveitem' ? [node] : []
  for (const each of [...own, ...node.children]) {
    const { name, prefix, attributes } = each
    if (name === 'when' && attributes.starttime) {
      tell(event, 'start', attributes.starttime)
      tell(event, 'end', attributes.endtime)
      tellWholeDays(event)
    } else if (name === 'eventstatus' && prefix === 'gd') tell(event, 'status', attributes.value)
    else if (name === 'where' && prefix === 'gd') tell(event, 'place', attributes.valuestring)
    else if (name === 'liveitem') {
      tell(event, 'start', attributes.start)
      tell(event, 'end', attributes.end)
    } else if (name === 'contentlink' && attributes.href) event.streams.push(attributes.href)
    else if (prefixes.test(prefix)) {
      const field = fieldOf(name)
      if (field) tell(event, field, each.text)
    } else if (prefix === '') {
      const field = plainNames.get(name)
      if (field) tell(event, field, each.text)
    }
  }
  if (node.children.some(({ name }) => name === 'dtend')) tellWholeDays(event)
  return event.start || event.startTime ? event : undefined
}

/** Whole days of calendars end with the day after the last one (RFC 5545, section 3.6.1). */
function tellWholeDays(event: FeedEvent): void {
  const { start, end } = event
  if (!start || !end || !isDay(start) || !isDay(end)) return
  event.allDay = 'true'
  if (end > start) event.end = addDays(end, -1)
}

type Field = Exclude<keyof FeedEvent, 'streams'>

/** The prefixes that such modules are known by. */
const prefixes =
  /^(?:ev|event|events|xcal|cal|mec|tribe|tec|em|eo|s|schema|eventsmanager|meetup|ical|vevent|libcal|trumba|x-trumba)$/

function fieldOf(name: string): Field | undefined {
  for (const [pattern, field] of patterns) if (pattern.test(name)) return field
  return undefined
}

const patterns: [RegExp, Field][] = [
  [/^(?:start[-_]?date|dtstart|start|start[-_]?date[-_]?time|eventstart|date)$/, 'start'],
  [/^(?:start[-_]?hour|start[-_]?time)$/, 'startTime'],
  [/^(?:end[-_]?date|dtend|end|end[-_]?date[-_]?time|eventend)$/, 'end'],
  [/^(?:end[-_]?hour|end[-_]?time)$/, 'endTime'],
  [/^(?:time[-_]?zone|tzid)$/, 'timezone'],
  [/^(?:location|venue|place|address)$/, 'place'],
  [/^(?:organi[sz]er)$/, 'organiser'],
  [/^(?:status)$/, 'status'],
]

/** Names that nothing but an event has, even where no prefix tells. */
const plainNames = new Map<string, Field>([
  ['startdate', 'start'],
  ['start_date', 'start'],
  ['eventdate', 'start'],
  ['event_date', 'start'],
  ['start_time', 'startTime'],
  ['starttime', 'startTime'],
  ['enddate', 'end'],
  ['end_date', 'end'],
  ['end_time', 'endTime'],
  ['endtime', 'endTime'],
])

function tell(event: FeedEvent, field: Field, words: string | undefined): void {
  const told = words?.trim()
  if (!told) return
  // LibCal calls the hour a start, beside a date.
  const isHour =
    (field === 'start' || field === 'end') && /^\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?$/i.test(told)
  const own: Field = isHour ? (field === 'start' ? 'startTime' : 'endTime') : field
  if (event[own] === undefined) event[own] = told.slice(0, 500)
}
