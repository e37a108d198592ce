import type { Intake } from './intake.ts'
import type { IntakeKind } from './recognise.ts'

/** An intake with what it needs, brought in only when there is something for it to read. Those of PDFs, spreadsheets and mails are not of this shape. */
export async function loadIntake(kind: Exclude<IntakeKind, 'pdf' | 'spreadsheet' | 'mail'>): Promise<Intake> {
  if (kind === 'picture') return (await import('./poster/read-poster.ts')).readPoster
  if (kind === 'calendar') return (await import('./calendar/read-calendar.ts')).readCalendar
  if (kind === 'schedule') return (await import('./schedule/read-schedule.ts')).readSchedule
  if (kind === 'csv') return (await import('./csv/read-csv.ts')).readCsv
  if (kind === 'json') return (await import('./json/read-json.ts')).readJson
  if (kind === 'feed') return (await import('./feed/read-feed.ts')).readFeed
  if (kind === 'wordpress') return (await import('./wordpress/read-wordpress.ts')).readWordpress
  if (kind === 'page') return (await import('./page/read-page.ts')).readPage
  return (await import('./post/read-post.ts')).readPost
}
