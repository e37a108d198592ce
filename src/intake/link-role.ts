import { LinkifyIt, type Match } from 'linkify-it'
import type { FoundLink, LinkRole } from '../domain/finding.ts'
import { unwrappedAddress } from '../domain/plain-address.ts'
import { type HostRule, hostRules } from './link-hosts.ts'
import { roleOfWords, saysLive, saysRecorded } from './link-words.ts'

export type LinkContext = {
  /** The words right before it, or around it in the same line. */
  words?: string
  /** The link's own words. */
  title?: string
  /** Whether the event was over when this was written: a bare video is its stream before, its recording after. */
  over?: boolean
}

/**
 * The role a link most likely has. Where the address tells it (a meeting, a form), the address decides; else the
 * link's own words, the words around it, and the words of its path. Null for what is no link of an entry:
 * mail and phone addresses, and what meeting providers print below an invitation (dial-in lists, help, settings).
 */
export function linkRole(url: string, context: LinkContext = {}): LinkRole | null {
  const address = parse(url)
  if (!address) return null
  const told = rulesOf(address.host).find(rule => rule.path.test(address.path))?.role
  if (told === 'nothing') return null
  if (told === 'video') return videoRole(context)
  if (told) return told
  return roleOfWords(context.title) ?? roleOfWords(context.words) ?? roleOfPath(address.path) ?? 'source'
}

/** A calendar names a few thousand hosts at most, most of which no rule knows: one pattern tells these. */
const knownHosts = new Map<string, HostRule[]>()
const namedHost = new RegExp(
  hostRules
    .filter(rule => rule.host.source !== '.')
    .map(rule => rule.host.source)
    .join('|'),
)
const rulesOfAnyHost = hostRules.filter(rule => rule.host.source === '.')

function rulesOf(host: string): HostRule[] {
  let rules = knownHosts.get(host)
  if (!rules) {
    rules = namedHost.test(host) ? hostRules.filter(rule => rule.host.test(host)) : rulesOfAnyHost
    if (knownHosts.size >= 5000) knownHosts.clear()
    knownHosts.set(host, rules)
  }
  return rules
}

/** Every link in running text, in order, each address once; addresses stay as they were written, byte for byte. */
export function linksIn(text: string): FoundLink[] {
  const found: FoundLink[] = []
  let before = 0
  for (const match of matches(text)) {
    const bare = match.schema === ''
    if (bare && !/^www\.|\//i.test(match.raw)) continue
    const url = bare ? `https://${match.raw}` : match.raw
    const line = text.slice(Math.max(before, match.index - 160), match.index)
    before = match.lastIndex
    const words = wordsBefore(line)
    const title = titleBefore(line)
    const role = linkRole(url, { words, ...(title ? { title } : {}) })
    if (role && !found.some(link => link.url === url)) found.push({ role, url, ...(title ? { title } : {}) })
  }
  return found
}

/** Looking for addresses without a scheme costs ten times as much, so it is done only where one may stand. */
function matches(text: string) {
  if (bareAddress.test(text)) return anyLinks.match(text) ?? []
  return text.includes('://') ? (plainMatches(text) ?? fullLinks.match(text) ?? []) : []
}

type Found = Pick<Match, 'schema' | 'raw' | 'index' | 'lastIndex'>

/**
 * Addresses that anyone would end at the same letter: of plain signs, with a space before and behind. Null where
 * the text has any other, which takes a closer look.
 */
function plainMatches(text: string): Found[] | null {
  const found: Found[] = []
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    const from = at - (text[at - 1] === 's' ? 5 : 4)
    plainAddress.lastIndex = from
    const raw = from >= 0 ? plainAddress.exec(text)?.[0] : undefined
    if (!raw) return null
    found.push({ schema: 'http:', raw, index: from, lastIndex: from + raw.length })
  }
  return found
}
const plainAddress =
  /(?<=^|\s)https?:\/\/[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]{2,}(?:\/(?:[\w/=&%+]|[.?-](?![.?-]))*(?<=[a-z0-9/]))?(?=\s|$)/iy

/** `www.`, or a host before a slash. Written from their full stops backwards, which are fewer than words are. */
const bareAddress =
  /\.(?:(?<=(?:^|[^\w./@-])www\.)|[a-z]{2,}\/(?<=(?:^|[^\w./@-])(?:[a-z0-9-]+\.)+[a-z]{2,}\/))/i
const fullLinks = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false }).add('//', null)
const anyLinks = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false }).add('//', null)

/** The rest of the sentence or line that leads to the link; a line break right before it does not part them. */
function wordsBefore(line: string): string {
  let end = line.length
  while (end > 0 && /[<([\s]/.test(line[end - 1]!)) end--
  let from = end - 1
  while (from >= 0 && line[from] !== '\n' && !(from + 1 < end && endsSentence(line, from))) from--
  return line.slice(from + 1, end)
}

function endsSentence(line: string, at: number): boolean {
  return '.;!?'.includes(line[at]!) && /\s/.test(line[at + 1]!)
}

/** `[title](address)` as in Markdown, `title<address>` as mail programs write HTML links in plain text. */
function titleBefore(line: string): string | undefined {
  const last = line.trimEnd().at(-1)
  if (last !== '<' && last !== '(') return undefined
  const pattern = last === '<' ? /([^<>\n.;]{2,120}?)\s?<$/ : /\[([^[\]\n]{1,120})\]\($/
  const title = pattern.exec(line)?.[1]?.trim()
  if (!title || /^\S+[./]\S+$/.test(title)) return undefined
  return title.replace(/^["“](.*)["”]$/, '$1').replace(/\s*:$/, '') || undefined
}

function parse(url: string): { host: string; path: string } | null {
  let address: URL
  try {
    address = new URL(url)
  } catch {
    return null
  }
  const schemes = /^(?:https?|zoommtg|msteams|rtmps?|webcal):$/
  if (!schemes.test(address.protocol)) return null
  // The address within tells the role, and the link itself stays as it is.
  const inner = unwrappedAddress(url)
  if (inner !== url) return parse(inner)
  // `msteams:/l/meetup-join/…` opens a program and names no host.
  const host = address.hostname || address.protocol.slice(0, -1)
  return {
    host: host.replace(/^www\./, ''),
    path: address.pathname + address.search + address.hash,
  }
}

function videoRole({ title, words, over }: LinkContext): LinkRole {
  const text = `${title ?? ''} ${words ?? ''}`
  if (saysRecorded(text)) return 'recording'
  if (over !== undefined) return over ? 'recording' : 'livestream'
  return saysLive(text) ? 'livestream' : 'recording'
}

function roleOfPath(path: string): LinkRole | null {
  let words = path
  try {
    if (path.includes('%')) words = decodeURIComponent(path)
  } catch {
    // An address that is wrongly written is taken as it is.
  }
  const [place = '', query = ''] = words.split('?', 2)
  const ending = /\.([a-z0-9]{3,4})$/i.exec(place)?.[1]
  const byEnding = ending && roleOfEnding.get(ending.toLowerCase())
  if (byEnding) return byEnding
  const last = place.endsWith('/')
    ? (place.split('/').filter(Boolean).at(-1) ?? '')
    : place.slice(place.lastIndexOf('/') + 1)
  if (query && /^register\b|&action=register/i.test(query)) return 'registration'
  if (!anyPathSign.test(last)) return null
  return pathSigns.find(([, pattern]) => pattern.test(last))?.[0] ?? null
}

const roleOfEnding = new Map<string, LinkRole>([
  ...'mp4 webm m4v mov mp3 ogg ogv m4a opus'.split(' ').map(ending => [ending, 'recording'] as const),
  ...'ppt pptx pps ppsx odp key'.split(' ').map(ending => [ending, 'slides'] as const),
  ...'m3u m3u8'.split(' ').map(ending => [ending, 'livestream'] as const),
])

const pathSigns: [LinkRole, RegExp][] = [
  [
    'registration',
    lastWord('regist(?:er|ration|rierung|ro)|sign-?up|rsvp|anmeld\\w*|inscri\\w*|tickets|enrol\\w*'),
  ],
  ['slides', lastWord('slides?|slide-?deck|folien')],
  ['programme', lastWord('programme?|programm|programa|agenda|schedule|fahrplan|timetable|concept-?note')],
  ['livestream', /^live$|(?:^|[-_])(?:live-?stream(?:ing)?|webcast)(?:$|[-_.])/i],
  ['recording', lastWord('recordings?|replay|aufzeichnung\\w*')],
]
const anyPathSign = new RegExp(pathSigns.map(([, { source }]) => source).join('|'), 'i')

function lastWord(words: string): RegExp {
  return new RegExp(`(?:^|[\\s_.-])(?:${words})(?:$|[\\s_.-])`, 'i')
}
