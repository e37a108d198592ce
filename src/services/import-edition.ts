import type { Finding, ProgrammeHead } from '../domain/finding.ts'
import type { Edition } from '../domain/programme.ts'
import { Refusal } from '../domain/refusal.ts'
import { type EditionRow, findEdition } from '../storage/editions.ts'
import type { Change } from '../storage/revisions.ts'
import { findSeries } from '../storage/series.ts'
import type { Db } from '../storage/tables.ts'
import { isDay } from '../time/days.ts'
import { canonicalZone } from '../time/zones.ts'
import { changeEdition } from './change-edition.ts'
import type { ReadLines } from './import-lines.ts'
import type { ImportOptions, ImportSummary } from './import-summary.ts'
import { makeEdition, makeSeries } from './make-edition.ts'

export type EditionPlan = Pick<Edition, 'startsOn' | 'endsOn' | 'homeZone'>

/**
 * Day and home zone of a new edition: as told, else from the file's own head, else from its findings where these
 * leave no doubt.
 *
 * @throws Refusal that says what to add
 */
export async function planEdition(options: ImportOptions, read: ReadLines): Promise<EditionPlan> {
  const { date, zone, edition, file } = options
  const homeZone =
    zone === undefined ? (zoneOfHead(read.head) ?? zoneOfFindings(await read.all())) : canonicalZone(zone)
  if (homeZone === null) {
    throw zone === undefined
      ? new Refusal(
          'edition-zone-unknown',
          { file, edition },
          `${file} does not tell in which zone the edition “${edition}” is at home. Add it: --zone Europe/Paris`,
        )
      : new Refusal(
          'zone-unknown',
          { zone },
          `“${zone}” is no time zone. Give its IANA name: --zone Europe/Paris`,
        )
  }
  const days =
    date === undefined ? (dayOfHead(read.head, edition) ?? daysOfFindings(await read.all())) : daysOf(date)
  if (days === null) {
    throw date === undefined
      ? new Refusal(
          'edition-date-unknown',
          { file, edition },
          `${file} does not tell the day of the edition “${edition}”. Add it: --date 2020-12-18`,
        )
      : new Refusal('date-wrong', { date }, `“${date}” is no date. Write it like this: --date 2020-12-18`)
  }
  return { ...days, homeZone }
}

/** Makes the edition, and its series where that is missing too. If another import was quicker, its edition is taken. */
export async function createEdition(
  db: Db,
  plan: EditionPlan,
  options: ImportOptions,
  summary: ImportSummary,
): Promise<EditionRow> {
  const { at, by = 'host' } = options
  let series = await findSeries(db, options.series)
  if (!series) {
    const made = await makeSeries(db, { slug: options.series, title: spoken(options.series) }, at)
    if (made) summary.created.push('series')
    series = made ?? (await findSeries(db, options.series))!
  }
  const told = {
    seriesId: series.id,
    slug: options.edition,
    title: `${series.title} ${spoken(options.edition)}`,
    ...plan,
  }
  const made = await makeEdition(db, told, { by, at })
  if (!made) return (await findEdition(db, options.series, options.edition))!
  summary.created.push('edition')
  return made
}

function zoneOfHead(head: ProgrammeHead | null): string | null {
  return head?.timeZone === undefined ? null : canonicalZone(head.timeZone)
}

/** The one zone that all findings with a zone are in. An offset is no zone to be at home in. */
function zoneOfFindings(findings: Finding[]): string | null {
  const zones = new Set<string>()
  for (const { start } of findings) {
    const zone = start === undefined ? undefined : /\[([^\]]+)\]$/.exec(start)?.[1]
    if (zone !== undefined) zones.add(zone)
    if (zones.size > 1) return null
  }
  const [only] = zones
  return only === undefined || /^[+-]/.test(only) ? null : canonicalZone(only)
}

type Days = Pick<Edition, 'startsOn' | 'endsOn'>

/** A round-up post comes out on its day. An edition called `2020` is not of a day in 2021. */
function dayOfHead(head: ProgrammeHead | null, edition: string): Days | null {
  const days = daysOf(head?.published?.slice(0, 10) ?? '')
  return days && (!/^\d{4}$/.test(edition) || days.startsOn.startsWith(edition)) ? days : null
}

/** A conference lasts a fortnight at most and leaves no day out; anything else does not tell its days. */
function daysOfFindings(findings: Finding[]): Days | null {
  const days = new Set<string>()
  for (const { kind, start, end } of findings) {
    if (kind !== 'event' || start === undefined) continue
    days.add(start.slice(0, 10))
    if (end?.length === 10) days.add(end)
  }
  const told = [...days].sort()
  const startsOn = told[0]
  const endsOn = told.at(-1)
  if (startsOn === undefined || endsOn === undefined) return null
  const length = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1
  return length <= 14 && length === told.length ? { startsOn, endsOn } : null
}

function daysOf(date: string): Days | null {
  const [startsOn = '', endsOn = startsOn] = date.split('/')
  return isDay(startsOn) && isDay(endsOn) && startsOn <= endsOn ? { startsOn, endsOn } : null
}

/** `international-migrants-day` as a title. */
function spoken(slug: string): string {
  return slug
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/** Shows a draft to the public. An edition that is live or archived stays as it is. */
export async function publishEdition(
  db: Db,
  edition: EditionRow,
  { by, at }: { by: string; at: number },
): Promise<Change[]> {
  if (edition.state !== 'draft') return []
  const change = await changeEdition(db, edition, { state: 'live' }, { by, at, name: 'publish' })
  return change ? [change] : []
}
