import type { EventStatus, Finding, FoundLink, Kind, Provenance } from '../../domain/finding.ts'
import { readRowTime } from '../csv/row-time.ts'
import type { IntakeOptions } from '../intake.ts'
import { linkRole, linksIn } from '../link-role.ts'
import { languageTags } from '../page/language-tags.ts'
import { publishedText } from '../page/read-work.ts'
import { summaryText, titleText } from '../page/words-of.ts'
import { plainText } from '../plain-text.ts'
import { kindWord } from '../post/kind-words.ts'
import type { FeedEvent, FeedItem } from './item.ts'

/** One item as a finding; null where it tells neither a title nor a text nor an address. */
export function findingOf(item: FeedItem, options: IntakeOptions): Finding | null {
  const text = plainText(item.content ?? item.summary)
  const title = titleText(item.title) ?? titleOfText(text) ?? item.url
  if (!title) return null
  const kind = kindOf(item, title)
  const finding: Finding = { kind, title }
  const tell = <K extends keyof Finding>(field: K, value: Finding[K] | undefined) => {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) finding[field] = value
  }
  tell('url', item.url)
  tell('published', item.published && publishedText(item.published))
  const summary = summaryText(item.summary ?? item.content)
  if (summary !== title) tell('summary', summary)
  tell(
    'people',
    item.authors.slice(0, 20).map(({ name, url }) => ({ name: titleText(name)!, ...(url && { url }) })),
  )
  tell('organisations', organisationsOf(item))
  tell('languages', item.language ? languageTags([item.language]) : undefined)
  tell('tags', item.tags.flatMap(tag => titleText(tag) ?? []).slice(0, 30))
  tell('image', item.image)
  tell('uid', item.id)
  if (item.event) Object.assign(finding, whenOf(item.event, finding, options), whereOf(item.event))
  tell('links', linksOf(item, kind, text))
  const fields = Object.keys(finding).filter(field => field !== 'kind' && field !== 'doubts')
  finding.from = Object.fromEntries(fields.map(field => [field, 'feed' satisfies Provenance]))
  return finding
}

function kindOf({ event, media, url }: FeedItem, title: string): Kind {
  if (event) return 'event'
  if (media.some(({ type, url }) => isFilm(type, url)) || (url && isPlayer(url))) return 'video'
  const word = kindWord(title)
  return word && word.kind !== 'event' ? word.kind : 'article'
}

/** Something to watch or to listen to. */
function isFilm(type: string | undefined, url: string): boolean {
  if (type) return /^(?:video|audio)(?:\/|$)|shockwave|mpegurl/i.test(type)
  return /\.(?:mp4|m4v|webm|mov|mp3|m4a|ogg|opus)(?:$|\?)/i.test(url)
}

function isPlayer(url: string): boolean {
  const role = linkRole(url)
  return role === 'recording' || role === 'livestream'
}

/** Short posts have no title: their first words are one. */
function titleOfText(text: string | undefined): string | undefined {
  const line = text?.split('\n', 1)[0]?.trim()
  if (!line) return undefined
  if (line.length <= 120) return line
  return `${line.slice(0, line.lastIndexOf(' ', 118))} …`
}

function organisationsOf({ publisher, event }: FeedItem): { name: string }[] {
  return [event?.organiser, publisher].flatMap(name => {
    const words = titleText(name?.replace(/^mailto:/i, ''))
    return words && !/^\S+@\S+$/.test(words) ? [{ name: words }] : []
  })
}

function whenOf(event: FeedEvent, finding: Finding, options: IntakeOptions): Partial<Finding> {
  const published = finding.published ?? options.published ?? options.readOn
  const { start, startTime, end, endTime, timezone, place } = event
  const { sessions: _, ...when } = readRowTime(
    {
      ...(start && { [startTime ? 'date' : 'start']: publishedText(start) ?? start }),
      ...(startTime && { time: startTime }),
      ...(end && { [endTime ? 'endDate' : 'end']: publishedText(end) ?? end }),
      ...(endTime && { endTime }),
      ...(timezone && { timezone }),
    },
    {
      ...(place && { place: { name: place } }),
      ...(options.zone && { zone: options.zone }),
      ...(published && { published: published.slice(0, 10) }),
      order: null,
    },
  )
  return when
}

function whereOf({ place, status }: FeedEvent): Partial<Finding> {
  const name = titleText(place)
  const state = statuses.find(([pattern]) => pattern.test(status ?? ''))?.[1]
  return {
    ...(name && !/^https?:/.test(name) && { place: { name } }),
    ...(name && /^(?:online|virtual|webinar|zoom)\b/i.test(name) && { attendance: 'online' as const }),
    ...(state && { status: state }),
  }
}

const statuses: [RegExp, EventStatus][] = [
  [/cancel/i, 'cancelled'],
  [/postpon/i, 'postponed'],
  [/resched/i, 'rescheduled'],
  [/online/i, 'movedOnline'],
]

/** Media are what is to be watched; of an event also what its text says to join or register by. */
function linksOf({ media, event, url }: FeedItem, kind: Kind, text: string | undefined): FoundLink[] {
  const links: FoundLink[] = []
  const add = (link: FoundLink) => {
    if (!links.some(one => one.url === link.url && one.role === link.role)) links.push(link)
  }
  for (const stream of event?.streams ?? []) add({ role: 'livestream', url: stream })
  const films = media.filter(({ type, url: file }) => /^https?:/.test(file) && isFilm(type, file))
  // One film comes in many sizes; its page, where it is one to watch it at, is better than any.
  if (kind === 'video' && url && (films.length === 0 || isPlayer(url))) add({ role: 'recording', url })
  else if (films[0]) add({ role: kind === 'event' ? 'livestream' : 'recording', url: films[0].url })
  if (kind === 'event') for (const link of linksIn(text ?? '')) if (link.role !== 'source') add(link)
  return links.slice(0, 20)
}
