import type { Finding } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { withSeriesAsWished } from '../repeated.ts'
import { partStatus } from '../title-status.ts'
import { eventOf, type Named } from './event-meta.ts'
import type { ExportItem, ExportSite } from './item.ts'
import { fromExport, plainFinding } from './plain-finding.ts'
import { withDates } from './repeated-event.ts'
import { translationGroupOf } from './tongue.ts'

/** An event of a calendar plugin; null for what is none. */
export function eventIn(
  item: ExportItem,
  site: ExportSite,
  named: Named,
  options: IntakeOptions,
): Finding | null {
  const event = eventOf(item, named, options)
  if (!event) return null
  const { languages, ...plain } = plainFinding(item, site)
  // In which languages it is told is not in which it is held.
  const isTranslated = translationGroupOf(item) !== null
  const finding: Finding = { ...plain, ...(languages && !isTranslated && { languages }), ...event }
  const { title, status: inTitle } = partStatus(finding.title)
  const status = finding.status ?? inTitle
  const whole = { ...finding, title, ...(status && { status }) }
  return { ...whole, from: fromExport(item, site, whole) }
}

/** The same with its dates inside, where it comes again: one entry, as it was one post. */
export function wholeEventIn(
  item: ExportItem,
  site: ExportSite,
  named: Named,
  options: IntakeOptions,
): Finding | null {
  const event = eventIn(item, site, named, options)
  if (!event) return null
  // By its UID its dates are known as those of one event.
  const known = { ...event, uid: event.uid ?? 'itself' }
  const dates = withDates(known, item.meta, {}, '')
  for (const line of withSeriesAsWished(dates, { repeated: 'one' })) {
    if (!('finding' in line)) continue
    const { uid, ...whole } = line.finding
    return event.uid ? line.finding : whole
  }
  return event
}
