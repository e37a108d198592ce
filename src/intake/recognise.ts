import type { Problem, ProblemCode } from '../domain/problem.ts'
import { matchColumns } from './csv/columns.ts'
import { lookOfHtml } from './html-look.ts'
import { isApi } from './json/api/read-api.ts'
import { isOwn } from './json/own.ts'
import { charsetOf, readText } from './read-text.ts'
import { adviceOn, signatureOf } from './signature.ts'
import { isActivity } from './social/activity.ts'

/** What can be read. */
export const intakeKinds = [
  'post',
  'calendar',
  'schedule',
  'csv',
  'spreadsheet',
  'json',
  'page',
  'feed',
  'wordpress',
  'mail',
  'pdf',
  'picture',
] as const
export type IntakeKind = (typeof intakeKinds)[number]

/**
 * Which intake reads these bytes: by their content, then by the file's name, then as a plain text. What
 * no intake reads gives a problem that says what it is and what to do.
 */
export function recognise(bytes: Uint8Array, name = ''): { kind: IntakeKind } | { problem: Problem } {
  if (bytes.length === 0) return refuse('empty', 'The file is empty.')
  const signature = signatureOf(bytes)
  if (signature === 'pdf' || signature === 'picture' || signature === 'spreadsheet')
    return { kind: signature }
  if (signature) return refuse('not-text', adviceOn[signature])
  const head = headOf(bytes)
  if (head === '') return refuse('empty', 'The file has nothing but white space in it.')
  const told = byContent(head) ?? byName(name) ?? 'post'
  const found = told === 'html' ? lookOfHtml(textOf(bytes, 600_000)) : told
  return typeof found === 'string' ? { kind: found } : found
}

type Found = IntakeKind | 'html' | { problem: Problem } | null

const headBytes = 64 * 1024

function headOf(bytes: Uint8Array): string {
  return textOf(bytes, headBytes).trimStart()
}

function textOf(bytes: Uint8Array, most: number): string {
  const { charset } = charsetOf(bytes.subarray(0, 1 << 20))
  return readText(bytes.subarray(0, most), { declared: charset }).text
}

function byContent(head: string): Found {
  // An invitation lies within the mail that brings it.
  if (!/^\s*BEGIN[^\S\r\n]*:/i.test(head) && isMail(head)) return 'mail'
  if (
    /^[^\S\r\n]*BEGIN[^\S\r\n]*:[^\S\r\n]*V(?:CALENDAR|EVENT|TODO|JOURNAL|TIMEZONE|FREEBUSY|ALARM)\b/im.test(
      head,
    )
  )
    return 'calendar'
  if (head.startsWith('<')) return ofMarkup(head)
  if (/^[{[]/.test(head)) return ofJson(head)
  return isTable(head) ? 'csv' : null
}

/** The root element tells. */
function ofMarkup(head: string): Found {
  const bare = head.replace(/^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|\s+)+/i, '')
  const root = /^<([A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)/.exec(bare)?.[2]?.toLowerCase()
  if (/<!DOCTYPE\s+html/i.test(head.slice(0, 500)) || root === 'html') return 'html'
  if (root === 'rss' || root === 'feed' || root === 'rdf' || root === 'channel') {
    return /xmlns:wp\s*=|wordpress\.org\/export\//i.test(head) ? 'wordpress' : 'feed'
  }
  if (root === 'schedule' || root === 'conference' || root === 'iconf') return 'schedule'
  if (root && !/^<\?xml/i.test(head) && htmlElements.test(root)) return 'html'
  if (root === 'oembed') return 'page'
  if (!/^<\?xml/i.test(head)) return null
  if (root === 'schema' && /XMLSchema/.test(head)) {
    const says = 'This is an XML Schema, which says what a schedule looks like, and no schedule.'
    return refuse('not-a-schedule', says)
  }
  const says = `This is XML with the root element <${root ?? '?'}>, which Daylong does not know. In XML it reads feeds (RSS, Atom), exports of WordPress, and schedules (frab, pentabarf, pretalx).`
  return refuse('unknown-format', says)
}

const htmlElements =
  /^(?:head|body|div|p|h[1-6]|ul|ol|li|article|section|main|header|table|blockquote|span|a|b|i|strong|em|br|hr|img|figure|figcaption|pre|center|font|iframe|meta|title|link|style|script|nav|aside|dl)$/

function ofJson(head: string): Found {
  const failed =
    head.length < 2000
      ? /^\{\s*"(?:error|errors|message|detail)"\s*:\s*"([^"]{1,200})"/.exec(head)?.[1]
      : null
  if (failed && !/"(?:title|name|start\w*|items|events)"\s*:/.test(head)) {
    const says = `This is not what was asked for: the site answered “${failed}”. Ask it again later, or give another address.`
    return refuse('no-access', says)
  }
  if (/^\[\s*"vcalendar"/i.test(head) || isOwn(head) || isJsCalendar(head)) return 'json'
  if (/"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/i.test(head)) return 'feed'
  if (isApi(head)) return 'json'
  if (/"\$schema"|"schedule"\s*:|"conference"\s*:|"HTTPAPIResult"/.test(head.slice(0, 4000)))
    return 'schedule'
  if (isProgramme(head)) return 'schedule'
  if (isActivity(head)) return 'page'
  if (/"@context"\s*:|"type"\s*:\s*\[\s*"h-\w/.test(head.slice(0, 4000))) return 'page'
  if (/"version"\s*:\s*"?1\.0/.test(head) && /"(?:provider_name|author_name|html)"\s*:/.test(head))
    return 'page'
  const other = isNoEvent(head)
  if (other) {
    const says = `This is JSON of the fediverse that tells of “${other}” and of no event. Give the address or file of the event.`
    return refuse('not-an-event', says)
  }
  const isList = /^\[\s*\{/.test(head) || /^\{[^[{]*\[\s*\{/.test(head) || /^\{[^\n]*\}\s*\n\s*\{/.test(head)
  if (isList) return 'csv'
  if (/^\{\s*"[^"\n]*"\s*:\s*\{/.test(head)) return 'schedule'
  if (!/^(?:\{\s*"|\[\s*(?:["\d[\]]|$))/.test(head)) return null
  return refuse(
    'unknown-format',
    'This is JSON of a shape that Daylong does not know. It reads calendars (JSCalendar, jCal), events of schema.org and of the fediverse, schedules, lists of flat objects, and what “daylong export” writes.',
  )
}

/** Talks with their speakers and rooms, as programmes of conferences are exported (pretalx, Sessionize). */
function isProgramme(head: string): boolean {
  return (
    !/"@(?:context|type)"\s*:/.test(head) &&
    (/^\{\s*"talks"\s*:\s*\[\s*\{/.test(head) ||
      (/"(?:startsAt|beginsAt|submission_type|content_locale|slots?)"\s*:/.test(head) &&
        /"(?:speakers|persons|roomId)"\s*:/.test(head)))
  )
}

/** `@type` is Event in schema.org as well; only there is a context told. */
function isJsCalendar(head: string): boolean {
  const start = head.slice(0, 20_000)
  return (
    /"@type"\s*:\s*"(?:Group|Event|Task)"/.test(start) &&
    !/"@context"\s*:/.test(start) &&
    jsFields.test(start)
  )
}

const jsFields =
  /"(?:start|showWithoutTime|recurrenceRules|recurrenceOverrides|virtualLocations|entries|timeZone)"\s*:/

/** What such a thing is, where it announces nothing by itself. */
function isNoEvent(head: string): string | undefined {
  if (/"rel"\s*:\s*"https?:\/\/nodeinfo\.diaspora\.software\//.test(head)) return 'NodeInfo'
  const types = [...head.slice(0, 20_000).matchAll(/"(?:type|objectType)"\s*:\s*"(\w{2,30})"/g)].map(
    match => match[1]!,
  )
  if (types.some(type => /^(?:Event|Note|Article|Video|Page|h-\w+)$/i.test(type))) return undefined
  return types.find(type =>
    /^(?:Place|VirtualLocation|Person|Group|Organization|Application|Service|Image)$/.test(type),
  )
}

/** Two headers that only mail has, among the first lines. */
function isMail(head: string): boolean {
  const lines = head.split(/\r?\n\r?\n/, 1)[0]!.slice(0, 20_000)
  if (/^From \S+@\S+ /.test(head)) return true
  const names = new Set([...lines.matchAll(/^([A-Za-z-]{2,40}):/gm)].map(match => match[1]!.toLowerCase()))
  const sure = [
    'received',
    'message-id',
    'return-path',
    'mime-version',
    'delivered-to',
    'dkim-signature',
    'x-mailer',
    'content-transfer-encoding',
  ]
  return (
    names.has('from') &&
    sure.filter(name => names.has(name)).length >= 1 &&
    (names.has('date') || names.has('subject') || names.has('to'))
  )
}

/** A row among the first whose cells are mostly names of columns, with as many cells in a row after it. */
function isTable(head: string): boolean {
  const lines = head.split(/\r?\n|\r/, 25).filter(line => line.trim() !== '')
  for (const delimiter of [',', ';', '\t', '|']) {
    for (const [at, line] of lines.slice(0, 15).entries()) {
      const cells = line
        .slice(0, 20_000)
        .split(delimiter)
        .map(cell => cell.trim().replace(/^"(.*)"$/, '$1'))
      if (cells.length < 2 || lines[at + 1] === undefined) continue
      const { of, exact } = matchColumns(cells)
      const isNamed =
        of.size >= 2 &&
        of.size >= Math.min(cells.length, 40) / 4 &&
        exact > 0 &&
        cells.every(cell => cell.length <= 80)
      const tells = of.has('title') || of.has('uid')
      if (isNamed && tells && lines.slice(at + 1).some(next => next.includes(delimiter))) return true
    }
  }
  return false
}

function byName(name: string): IntakeKind | null {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^(?:ics|ical|ifb|icalendar|vcs)$/.test(ending)) return 'calendar'
  if (/^(?:csv|tsv|tab)$/.test(ending)) return 'csv'
  if (/^(?:xml|json)$/.test(ending)) return 'schedule'
  return ending === 'eml' || ending === 'mbox' ? 'mail' : null
}

function refuse(code: ProblemCode, says: string): { problem: Problem } {
  return { problem: { code, says } }
}
