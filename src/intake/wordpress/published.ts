import { publishedText } from '../page/read-work.ts'
import type { ExportItem } from './item.ts'
import { offsetOf } from './site-offset.ts'

/**
 * When an item came out, with the offset that the site's clock had then: `2020-12-18T09:00:00+01:00`. WordPress gives
 * the site's time and the same in UTC; drafts have none of them.
 */
export function publishedOf({
  date,
  dateGmt,
  pubDate,
}: Pick<ExportItem, 'date' | 'dateGmt' | 'pubDate'>): string | undefined {
  const local = momentOf(date)
  const utc = momentOf(dateGmt)
  if (local === null) return utc === null ? pubDate && publishedText(pubDate) : `${textOf(utc)}Z`
  if (utc === null) return textOf(local)
  const minutes = Math.round((local - utc) / 60_000)
  return Math.abs(minutes) > 14 * 60 ? textOf(local) : `${textOf(local)}${offsetOf(minutes)}`
}

/** When a scheduled item is to come out, in epoch milliseconds; null for all others, and where only members may read it. */
export function dueOf(item: Pick<ExportItem, 'date' | 'dateGmt' | 'status' | 'isProtected'>): number | null {
  if (item.status !== 'future' || item.isProtected) return null
  // Without its moment in UTC it would be hours off.
  return momentOf(item.dateGmt)
}

function momentOf(told: string | undefined): number | null {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(told ?? '')
  if (!match || match[1]!.startsWith('0000')) return null
  const moment = Date.parse(`${match[1]}T${match[2]}Z`)
  return Number.isNaN(moment) ? null : moment
}

function textOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19)
}
