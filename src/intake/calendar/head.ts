import type { ProgrammeHead } from '../../domain/finding.ts'
import { canonicalZone } from '../../time/zones.ts'
import type { RawComponent } from './content-lines.ts'
import { type Properties, readProperties, textOf } from './property.ts'
import { zoneOfName } from './zone-names.ts'

/** The properties of the calendar itself. */
export function propertiesOf(calendar: RawComponent): Properties {
  return readProperties(calendar, headProperties, () => {})
}

const headProperties = new Set(
  'X-WR-CALNAME NAME X-WR-CALDESC DESCRIPTION URL X-WR-TIMEZONE X-ORIGINAL-URL METHOD CATEGORIES TZ DAYLIGHT'.split(
    ' ',
  ),
)

/** What the calendars of a file say of themselves, the first that says it; null where none says anything. */
export function headOf(calendars: RawComponent[]): ProgrammeHead | null {
  const head: ProgrammeHead = {}
  for (const calendar of calendars) {
    const told = propertiesOf(calendar)
    const text = (name: string) => textOf(told.get(name)?.[0])
    const title = text('NAME') ?? text('X-WR-CALNAME')
    const about = text('DESCRIPTION') ?? text('X-WR-CALDESC')
    const url = text('URL') ?? text('X-ORIGINAL-URL')
    const zone = zoneToldIn(calendar)
    if (title) head.title ??= title
    if (about && about !== title) head.text ??= about
    if (url && /^https?:/i.test(url)) head.url ??= url
    if (zone) head.timeZone ??= zone
  }
  head.timeZone ??= soleZone(calendars)
  if (head.timeZone === undefined) delete head.timeZone
  return Object.keys(head).length ? head : null
}

/** The zone a calendar names as its own (X-WR-TIMEZONE). */
export function zoneToldIn(calendar: RawComponent): string | undefined {
  const told = propertiesOf(calendar).get('X-WR-TIMEZONE')?.[0]?.value
  const zone = told ? (zoneOfName(told)?.zone ?? canonicalZone(told)) : null
  return zone && /^[A-Z]/i.test(zone) ? zone : undefined
}

/** A calendar that defines one zone and no other is kept there. */
export function soleZone(calendars: RawComponent[]): string | undefined {
  const names = new Set<string>()
  for (const part of calendars.flatMap(calendar => calendar.parts)) {
    if (part.name !== 'VTIMEZONE') continue
    names.add(
      readProperties(part, new Set(['TZID']), () => {})
        .get('TZID')?.[0]
        ?.value.trim() ?? '',
    )
  }
  const [only] = names
  const named = names.size === 1 && only ? zoneOfName(only) : null
  return named?.by === 'name' && /^[A-Z]/i.test(named.zone) ? named.zone : undefined
}
