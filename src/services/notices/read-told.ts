import { bearable } from '../../domain/bearable.ts'
import { gatherUpdates } from '../../domain/gather-updates.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import type { Subscriber } from '../../domain/notice/subscription.ts'
import { toldNews } from '../../domain/notice/told-news.ts'
import { spanOf, startOf, takesPlace, timedOf } from '../../domain/phase.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import type { ToldUpdate } from '../../domain/update.ts'
import type { At, Told, Where } from '../../outlet/notice/write-letter.ts'
import { findCommented } from '../../storage/commented.ts'
import { findShownComment } from '../../storage/comments.ts'
import { findEditionById } from '../../storage/editions.ts'
import { readEntries } from '../../storage/entries.ts'
import { findSeriesById } from '../../storage/series.ts'
import type { Db } from '../../storage/tables.ts'
import { readUpdates } from '../../storage/updates.ts'
import { nextMidnight, startOfDay } from '../../time/days.ts'
import { readNetChange } from './make-news.ts'

type Found = At & { editionId: string }

/**
 * What a notice tells, as things stand now; null where there is nothing to tell any more: what was moved does not begin,
 * what was taken back has not changed.
 */
export async function readTold(db: Db, notice: Notice, subscriber: Subscriber): Promise<Told | null> {
  const { kind, subject, data } = notice
  switch (kind) {
    case 'starts': {
      const at = await readAt(db, subject)
      if (!at || !isShown(at) || !takesPlace(at.entry)) return null
      const startsAt = startOf(at.entry, subscriber.zone)
      return startsAt !== null && startsAt === data.startsAt ? { kind, at, startsAt } : null
    }
    case 'news': {
      const at = await readAt(db, subject)
      if (!at) return null
      const change = await readNetChange(db, subject, { from: data.from!, to: data.to! })
      const updates = toldNews(change, at.entry, data.wants ?? [])
      return updates.length > 0 ? { kind, at, updates } : null
    }
    case 'digest':
      return readDigest(db, notice, subscriber)
    case 'opens': {
      const where = await readWhere(db, subject)
      return where && { kind, where }
    }
    case 'comment': {
      const comment = await findShownComment(db, data.comment!)
      const commented = comment && (await findCommented(db, comment.on))
      if (!comment || !commented || commented.commenting === 'hidden') return null
      const text = withoutPasscodes(bearable(comment.text).slice(0, longestText))
      const { title, at } = commented
      const within = 'kind' in at ? [at.slug] : [at.edition, at.series]
      const by = bearable(comment.authorName ?? '') || null
      return { kind, id: comment.id, title, within, isAnswer: data.isAnswer === true, by, text }
    }
  }
}

const longestText = 600
/** What more than that changed is to be read on the page. */
const mostRows = 60

async function readDigest(
  db: Db,
  { subject, data, dueAt }: Notice,
  { zone }: Subscriber,
): Promise<Told | null> {
  const where = await readWhere(db, subject)
  const edition = where && (await findEditionById(db, subject))
  if (!where || !edition) return null
  const day = data.day!
  const [from, until] = [startOfDay(day, zone), nextMidnight(startOfDay(day, zone), zone)]
  const entries = (await readEntries(db, { shownIn: subject }))
    .filter(({ parentId }) => parentId === null)
    .flatMap(({ entry }) => {
      const span = takesPlace(entry)
        ? spanOf(timedOf(entry), { zone, assumedMinutes: edition.assumedMinutes })
        : null
      const isOfDay = span !== null && span.start < until && (span.end > from || span.start >= from)
      return isOfDay ? [{ start: span.start, at: { ...where, entry, parent: null } }] : []
    })
    .sort((a, b) => a.start - b.start)
    .slice(0, mostRows)
    .map(({ at }) => at)
  const updates = (await readUpdates(db, subject, 2000)).filter(({ at }) => at > data.since! && at <= dueAt)
  const byEntry = new Map<string, ToldUpdate[]>()
  for (const told of gatherUpdates(updates).flatMap(({ items }) => items)) {
    if (told.update.kind === 'other' || told.update.kind === 'link') continue
    const of = byEntry.get(told.entryId ?? '') ?? []
    byEntry.set(told.entryId ?? '', [...of, told])
  }
  const news = []
  for (const told of [...byEntry.values()].slice(0, mostRows)) {
    const [first] = told
    const title = first!.entry?.title ?? (first!.update.kind === 'withdrawn' ? first!.update.title : null)
    if (title === null) continue
    const at = first!.entry ? await readAt(db, first!.entryId!) : null
    news.push({ at, title, updates: told.map(({ update }) => update) })
  }
  return entries.length + news.length > 0 ? { kind: 'digest', where, day, entries, news } : null
}

function isShown({ entry }: At): boolean {
  return entry.state === 'published'
}

async function readAt(db: Db, entryId: string): Promise<Found | null> {
  const [row] = await readEntries(db, { ids: [entryId] })
  const where = row && (await readWhere(db, row.editionId))
  if (!row || !where) return null
  const [parent] = row.parentId === null ? [] : await readEntries(db, { ids: [row.parentId] })
  return { ...where, entry: row.entry, parent: parent?.entry ?? null, editionId: row.editionId }
}

/** Null for what readers do not see. */
async function readWhere(db: Db, editionId: string): Promise<Where | null> {
  const edition = await findEditionById(db, editionId)
  const series = edition && edition.state !== 'draft' ? await findSeriesById(db, edition.seriesId) : null
  return edition && series && { series, edition }
}
