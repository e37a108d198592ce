import type { Finding, FoundLink, FoundOrganisation, Kind, Provenance } from '../../domain/finding.ts'
import { foldName } from '../../domain/fold-name.ts'
import type { IntakeOptions } from '../intake.ts'
import { linkRole, linksIn } from '../link-role.ts'
import { languageTags } from '../page/language-tags.ts'
import { publishedText } from '../page/read-work.ts'
import { summaryText, titleText } from '../page/words-of.ts'
import { isAccount, isSubject, peopleIn } from '../person-name.ts'
import { plainText } from '../plain-text.ts'
import { looksLikeName } from '../post/parties/parties.ts'
import { kindWord } from '../post/words/kind-words.ts'
import { partStatus } from '../title-status.ts'
import type { Feed, FeedItem } from './item.ts'
import { dayBefore, dayOf, isConfirmed, toldInTitle, whenDated, whenOf, whereOf } from './item-time.ts'

/** One item as a finding; null where it tells neither a title nor a text nor an address. */
export function findingOf(item: FeedItem, options: IntakeOptions & { feed: Feed }): Finding | null {
  const base = item.url ?? options.feed.base
  const text = plainText(item.content ?? item.summary, base)
  const title = titleText(item.title) ?? titleOfText(text) ?? item.url
  if (!title) return null
  const kind = kindOf(item, title)
  const finding: Finding = { kind, title }
  const tell = <K extends keyof Finding>(field: K, value: Finding[K] | undefined) => {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) finding[field] = value
  }
  tell('url', item.url)
  tell('published', item.published && (publishedText(item.published) ?? dayOf(item.published)))
  const summary = withoutImprint(summaryText(item.summary ?? item.content, base), item, options.feed)
  if (summary !== title) tell('summary', summary)
  const { people, houses } = authorsOf(item, options.feed)
  tell('people', people)
  tell('organisations', organisationsOf(item, houses))
  tell('languages', item.language ? languageTags([item.language]) : undefined)
  tell(
    'tags',
    item.tags
      .flatMap(tag => titleText(tag) ?? [])
      .filter(isSubject)
      .slice(0, 30),
  )
  tell('image', item.image)
  tell('uid', item.id)
  if (kind === 'article')
    Object.assign(finding, toldInTitle(finding, text, options), whenDated(finding, item, options.feed))
  if (item.event) Object.assign(finding, whenOf(item.event, finding, options), whereOf(item.event))
  // Some calendars say the event came out when it begins, and write its day before its title.
  if (finding.start && finding.start.slice(0, 16) === finding.published?.slice(0, 16))
    delete finding.published
  if (finding.start) finding.title = finding.title.replace(dayBefore, '')
  if (finding.kind === 'event') {
    const parted = partStatus(finding.title, item.event !== undefined && isConfirmed(item.event))
    finding.title = parted.title
    tell('status', finding.status ?? parted.status)
  }
  tell('links', linksOf(item, finding.kind, text))
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
  const line = text
    ?.split('\n', 1)[0]
    ?.replace(/ ?<(?:https?:\/\/|mailto:)[^<>\s]*>/g, '')
    .trim()
  if (!line) return undefined
  if (line.length <= 120) return line
  return `${line.slice(0, line.lastIndexOf(' ', 118))} …`
}

/** WordPress writes below each item from which post and which blog it is, in the language of the blog. */
function withoutImprint(
  summary: string | undefined,
  { title, url }: FeedItem,
  feed: Feed,
): string | undefined {
  const cut = summary?.lastIndexOf('\n') ?? -1
  const last = summary?.slice(cut + 1) ?? ''
  const [own, blog] = [titleText(title), titleText(feed.title)]
  if (!own || !blog || !last.includes(own) || !last.slice(last.indexOf(own) + own.length).includes(blog))
    return summary
  const rest = last
    .replace(own, '')
    .replace(blog, '')
    .replace(/<https?:[^>]*>/g, '')
  if (rest.trim().length > 60 || (url && !last.includes('<http'))) return summary
  return summary!.slice(0, Math.max(0, cut)).trim() || undefined
}

type Author = FeedItem['authors'][number]

/** Whoever wrote it; of what only bears the name of the house, the house. */
function authorsOf({ authors }: FeedItem, feed: Feed): { people: Author[]; houses: Author[] } {
  const keepers = new Set([feed.title ?? '', ...feed.keepers].map(foldName))
  const named = authors.filter(({ name }) => !isAccount(name)).slice(0, 20)
  const told = named.flatMap(({ name, url }) =>
    peopleIn(titleText(name) ?? '').map((one, _, all) => ({
      name: one,
      ...(url && all.length === 1 && { url }),
    })),
  )
  const { people = [], houses = [] } = Object.groupBy(told, ({ name }) =>
    namesHouse.test(name) || (keepers.has(foldName(name)) && !looksLikeName(name)) ? 'houses' : 'people',
  )
  return { people: people.slice(0, 40), houses }
}

const namesHouse =
  /\b(?:radio|tv|university|institute?|press|magazine|newspaper|foundation|association|network|ministry|library|museum|verein|stiftung|redaktion|r[ée]daction|redacci[óo]n|editorial team|staff|team|collecti(?:ve|f)|colectivo|kollektiv|podcast|coalition|alliance|forum|united nations)\b/i

function organisationsOf({ publisher, event }: FeedItem, houses: Author[]): FoundOrganisation[] {
  const told = [event?.organiser, publisher].flatMap(name => {
    const words = titleText(name?.replace(/^mailto:/i, ''))
    return words && !/^\S+@\S+$/.test(words) ? [{ name: words }] : []
  })
  return [...told, ...houses].filter(
    ({ name }, index, all) => all.findIndex(one => foldName(one.name) === foldName(name)) === index,
  )
}

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
