import { addressOf, commentPath } from '../../domain/address.ts'
import type { Entry } from '../../domain/entry.ts'
import type { EventTime } from '../../domain/event-time.ts'
import type { LinkRole } from '../../domain/finding.ts'
import { instantsOf } from '../../domain/instants-of.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Edition, Series } from '../../domain/programme.ts'
import { isSecretLink, withoutPasscodes } from '../../domain/secret-link.ts'
import type { Update } from '../../domain/update.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayDays, sayZone } from '../../time/say-time.ts'
import { openLinks } from '../calendar/description.ts'
import type { Key } from '../calendar/words.ts'
import type { Letter, Row } from './letter.ts'

/** The words of a language, as the pages have them. */
export type NoticeWords = {
  say: (key: Key, values?: Record<string, string | number>) => string
  language: string
  locale: string
  dir: 'ltr' | 'rtl'
  /** Why an address could not be read, and what can be done. @param site its name */
  sayProblem: (problem: Pick<Problem<string>, 'code' | 'says'>, site: string) => string
}

/** Whom it is told, and how: addresses are absolute. */
export type For = {
  words: NoticeWords
  zone: string
  baseUrl: string
  /** Where it is ended, and where all is changed. */
  end: string
  settings: string
}

export type Where = {
  series: Pick<Series, 'slug' | 'title'>
  edition: Pick<Edition, 'slug' | 'title' | 'startsOn' | 'endsOn'>
}
export type At = Where & { entry: Entry; parent: Pick<Entry, 'slug' | 'title' | 'links'> | null }

/** What is told, with all that it takes to say it. */
export type Told =
  /** `startsAt`: for whom it is told, where the time floats. */
  | { kind: 'starts'; at: At; startsAt: number }
  | { kind: 'news'; at: At; updates: Update[] }
  | {
      kind: 'digest'
      where: Where
      day: string
      entries: At[]
      news: { at: At | null; title: string; updates: Update[] }[]
    }
  | { kind: 'opens'; where: Where }
  | {
      kind: 'comment'
      id: string
      /** What it stands below, and by which names that is known among the site's lists of mails. */
      title: string
      within: string[]
      isAnswer: boolean
      by: string | null
      text: string
    }

export function writeLetter(told: Told, to: For): Letter {
  const { words, baseUrl } = to
  const { say } = words
  const host = new URL(baseUrl).host
  const frame = frameOf(told, to, host)
  if (told.kind === 'comment') {
    const { title, by, text } = told
    const rows = [{ text, ...(by && { note: by }) }]
    const subject = told.isAnswer ? say('notice.answer', { title }) : say('notice.comment', { title })
    return frame(subject, [{ heading: null, rows }], baseUrl + commentPath(told.id))
  }
  const where = 'where' in told ? told.where : told.at
  const editionUrl = baseUrl + addressOf(where.series.slug, where.edition.slug)

  switch (told.kind) {
    case 'starts': {
      const { entry } = told.at
      const time = sayClock(told.startsAt, to.zone, words.locale)
      const rows = [{ text: sayTime(entry.time, to) }, ...ofEvent(told.at)]
      return frame(
        say('notice.starts', { time, title: entry.title }),
        [{ heading: null, rows }],
        urlOf(told.at, to),
        doorsTo(told.at, ['join', 'livestream'], to),
      )
    }
    case 'news': {
      const { entry } = told.at
      const [first] = told.updates
      const rows = [...told.updates.map(update => rowOf(update, to)), ...ofEvent(told.at)]
      const subject = `${headingOf(first!, to)}: ${entry.title}`
      // What was taken out has no page of its own any more.
      const isGone = entry.state !== 'published'
      const isRecorded = told.updates.some(
        update => update.kind === 'recording' && update.state === 'available',
      )
      const doors = isRecorded && !isGone ? doorsTo(told.at, ['recording'], to) : []
      return frame(subject, [{ heading: null, rows }], isGone ? editionUrl : urlOf(told.at, to), doors)
    }
    case 'digest': {
      const day = sayDay(told.day, 'long', words.locale)
      const today = told.entries.map(at => ({
        text: at.entry.title,
        note: sayTime(at.entry.time, to),
        url: urlOf(at, to),
      }))
      const news = told.news.map(({ at, title, updates }) => ({
        text: title,
        note: updates.map(update => sayUpdate(update, to)).join(' · '),
        ...(at && { url: urlOf(at, to) }),
      }))
      const parts = [
        ...(today.length ? [{ heading: say('series.today'), rows: today }] : []),
        ...(news.length ? [{ heading: say('notice.digest.news'), rows: news }] : []),
      ]
      return frame(`${where.edition.title}: ${day}`, parts, editionUrl)
    }
    case 'opens': {
      const when = sayDays(where.edition.startsOn, where.edition.endsOn, words.locale)
      const rows = [{ text: `${where.series.title}, ${when}` }]
      return frame(say('notice.opens', { title: where.edition.title }), [{ heading: null, rows }], editionUrl)
    }
  }
}

function frameOf(told: Told, to: For, host: string) {
  const { words } = to
  const { say } = words
  const [names, name] =
    told.kind === 'comment'
      ? [told.within, told.title]
      : (({ series, edition }: Where) => [[edition.slug, series.slug], series.title] as const)(
          'where' in told ? told.where : told.at,
        )
  return (title: string, parts: Letter['parts'], url: string, doors: Letter['doors'] = []): Letter => ({
    language: words.language,
    dir: words.dir,
    subject: withoutPasscodes(title.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()),
    title: withoutPasscodes(title),
    // Mails are passed on, and messages are seen on locked screens.
    parts: parts.map(({ heading, rows }) => ({ heading, rows: rows.map(withoutCodes) })),
    doors,
    action: { label: say('notice.open'), url },
    foot: {
      why: say('notice.why', { host }),
      links: [
        { label: say('notice.end'), url: to.end },
        { label: say('notice.settings'), url: to.settings },
      ],
    },
    end: to.end,
    list: { id: listId(told.kind, names, host), name },
  })
}

function withoutCodes({ text, note, url }: Row): Row {
  return {
    text: withoutPasscodes(text),
    ...(note !== undefined && { note: withoutPasscodes(note) }),
    ...(url !== undefined && { url }),
  }
}

/**
 * The doors of an event, or of the one that a session is part of: what opens by itself with its passcode is on the page
 * alone, near the start, and never in a mail, which is passed on.
 */
function doorsTo({ entry, parent }: At, roles: LinkRole[], { words: { say } }: For): Letter['doors'] {
  const open = (of: Pick<Entry, 'links'>) =>
    openLinks(of, ...roles).filter(
      link => /^https?:/i.test(link.url) && !isSecretLink({ ...link, role: 'join' }),
    )
  const own = open(entry)
  const links = own.length === 0 && parent ? open(parent) : own
  return roles.flatMap(role =>
    links
      .filter(link => link.role === role)
      .slice(0, mostDoors)
      .map(({ url, title }) => ({
        label: say(`link.${role}`),
        url,
        ...(title && { note: withoutPasscodes(title) }),
      })),
  )
}

/** Of one role. */
const mostDoors = 3

function ofEvent({ parent }: At): { text: string }[] {
  return parent ? [{ text: parent.title }] : []
}

function urlOf({ series, edition, entry, parent }: At, { baseUrl }: For): string {
  const path = addressOf(series.slug, edition.slug, parent?.slug ?? entry.slug)
  return baseUrl + path + (parent ? `#${entry.slug}` : '')
}

function headingOf(update: Update, { words: { say } }: For): string {
  if (update.kind === 'status') return say(`told.status.${update.status}`)
  if (update.kind === 'recording') return say(`told.recording.${update.state}`)
  if (update.kind === 'link') return say('told.other')
  return say(`told.${update.kind}`)
}

function rowOf(update: Update, to: For): { text: string; note?: string } {
  const text = headingOf(update, to)
  const note = detailOf(update, to)
  return note ? { text, note } : { text }
}

function sayUpdate(update: Update, to: For): string {
  const detail = detailOf(update, to)
  const heading = headingOf(update, to)
  return detail ? `${heading}: ${detail}` : heading
}

function detailOf(update: Update, to: For): string | null {
  if (update.kind === 'status') return update.reason
  if (update.kind !== 'time') return null
  return to.words.say('told.time.from-to', { from: sayTime(update.from, to), to: sayTime(update.to, to) })
}

/** In the reader's own zone, where it has one. */
function sayTime(time: EventTime, { words: { say, locale }, zone }: For): string {
  const { precision, start, end } = time
  if (precision === 'not-told' || start === null) return say('time.not-told')
  if (precision !== 'moment') return sayDays(start.slice(0, 10), (end ?? start).slice(0, 10), locale)
  const floating = time.zone === null
  const { startsAt, endsAt } = instantsOf(floating ? { ...time, zone } : time)
  const clock = sayClock(startsAt!, zone, locale)
  const until = endsAt === null ? '' : ` ${say('until', { time: sayClock(endsAt, zone, locale) })}`
  return say('told.moment', {
    day: sayDay(dayOf(startsAt!, zone), 'full', locale),
    clock: clock + until,
    zone: floating ? say('own.floating') : sayZone(zone, startsAt!, locale),
  })
}

/** RFC 2919: letters of host names alone. */
function listId(kind: string, names: readonly string[], host: string): string {
  const plain = (slug: string) => slug.replace(/[^a-z0-9-]+/gi, '-').replace(/^-+|-+$/g, '') || 'x'
  return `${kind}.${names.map(plain).join('.')}.${host.replace(/[^a-z0-9.-]/gi, '-')}`
}
