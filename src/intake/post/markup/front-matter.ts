import { isMap, isScalar, parseDocument } from 'yaml'
import { emptyHead, type PostHead } from './block.ts'

/**
 * What stands before the text: an address line, YAML between `---`, TOML between `+++` (its plain `key = value`
 * lines), Org keywords or `Key: value` lines as Pelican and mail write them. The rest is the text.
 */
export function splitFrontMatter(text: string): { head: PostHead; body: string } {
  const head = emptyHead()
  const body = skipAddress(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), head)
  const fenced = /^\s*(---|\+\+\+)[ \t]*\n([\s\S]*?)\n\1[ \t]*(?:\n|$)/.exec(body)
  if (fenced && /^[\w"'-]+\s*[:=]/m.test(fenced[2]!)) {
    fill(head, fenced[1] === '---' ? yamlOf(fenced[2]!) : linesOf(fenced[2]!, /^([\w-]+)\s*=\s*(.*)$/))
    return { head, body: body.slice(fenced[0].length) }
  }
  if (/^\s*(?:# .*\n\s*)*#\+\w+:/.test(body)) {
    fill(head, linesOf(body.slice(0, 4000), /^#\+(\w+):\s*(.*)$/))
    return { head, body }
  }
  const keyed =
    /^\s*(?:[A-Z][A-Za-z-]{2,20}:[ \t]*\S.*\n){2,}(?=\n|$)|^(?:PUBLISHED|DATE|FORM): .*\n(?:(?:[A-Z]+): .*\n)*\n?/.exec(
      body,
    )
  if (keyed && /^\s*(?:title|date|author|slug|category|tags|published|subject)\s*:/im.test(keyed[0])) {
    fill(head, linesOf(keyed[0], /^([A-Za-z-]+):\s*(.*)$/))
    return { head, body: body.slice(keyed[0].length) }
  }
  return { head, body }
}

type Fields = Map<string, { value: unknown; remark?: string }>

/** A first line that is nothing but an address (and where it was taken from) tells where the post stands. */
function skipAddress(text: string, head: PostHead): string {
  const first = /^\s*(https?:\/\/[^\s<>"]+)(?:[ \t]+\([^)\n]*\))?[ \t]*\n/.exec(text)
  if (!first) return text
  head.url = first[1]!
  return text.slice(first[0].length)
}

function yamlOf(source: string): Fields {
  const fields: Fields = new Map()
  const document = parseDocument(source.slice(0, 50_000), {
    logLevel: 'silent',
    strict: false,
    uniqueKeys: false,
  })
  if (document.errors.length > 0 || !isMap(document.contents)) return linesOf(source, /^([\w-]+):\s*(.*)$/)
  for (const pair of document.contents.items) {
    if (!isScalar(pair.key)) continue
    const node = pair.value
    let value: unknown
    try {
      value =
        node && typeof node === 'object' && 'toJS' in node
          ? (node.toJS as (d: unknown) => unknown)(document)
          : null
    } catch {
      continue
    }
    const remark = isScalar(node) && node.comment ? node.comment.trim() : undefined
    fields.set(String(pair.key.value).toLowerCase(), remark ? { value, remark } : { value })
  }
  return fields
}

function linesOf(source: string, pattern: RegExp): Fields {
  const fields: Fields = new Map()
  for (const line of source.split('\n')) {
    const match = pattern.exec(line)
    if (match)
      fields.set(match[1]!.toLowerCase(), { value: match[2]!.trim().replace(/^(["'])(.*)\1$/, '$2') })
  }
  return fields
}

function fill(head: PostHead, fields: Fields): void {
  const told = (...keys: string[]) => keys.map(key => textOf(fields.get(key)?.value)).find(Boolean)
  const list = (...keys: string[]) => keys.flatMap(key => listOf(fields.get(key)?.value))
  const moment = (...keys: string[]) => keys.map(key => momentOf(fields.get(key))).find(Boolean)
  head.title = told('title', 'subject') ?? head.title
  head.url = told('url', 'canonical', 'canonical_url', 'original_url') ?? head.url
  if (head.url && !/^https?:/.test(head.url)) delete head.url
  head.published =
    /^\d{4}-\d{2}(?:-\d{2})?/.exec(told('date', 'published', 'pubdate', 'created') ?? '')?.[0] ??
    head.published
  head.language = told('language', 'lang')?.slice(0, 2).toLowerCase() ?? head.language
  head.summary = told('description', 'teaser', 'summary', 'excerpt', 'subtitle')
  head.timeZone = told('timezone', 'time_zone', 'tz')
  head.place = told('location', 'place', 'venue', 'where')
  head.start = moment(
    'datestart',
    'date_start',
    'start',
    'start_date',
    'startdate',
    'event_date',
    'eventdate',
    'event_start',
  )
  head.end = moment('dateend', 'date_end', 'end', 'end_date', 'enddate', 'event_end')
  for (const name of list('author', 'authors', 'by')) head.authors.push({ name })
  head.categories.push(...list('categories', 'category'))
  head.tags.push(...list('tags', 'keywords', 'filetags'))
  for (const key of Object.keys(head) as (keyof PostHead)[]) if (head[key] === undefined) delete head[key]
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listOf)
  if (value && typeof value === 'object' && 'name' in value) return listOf(value.name)
  const text = textOf(value)
  if (!text) return []
  const inner = /^\[(.*)\]$/.exec(text)
  if (!inner) return [text]
  return inner[1]!
    .split(',')
    .map(part => part.trim().replace(/^["']|["']$/g, ''))
    .filter(Boolean)
}

/** `2021-01-21T16:00:00 # UTC` → `2021-01-21T16:00:00 UTC`: the remark is where the zone is told. */
function momentOf(field: { value: unknown; remark?: string } | undefined): string | undefined {
  const value = textOf(field?.value)
  if (!value || !/\d{4}-\d{2}-\d{2}/.test(value)) return undefined
  const zone = /\b(?:UTC|GMT|[A-Z]{3,4}|[A-Z][a-z]+\/[A-Z]\w+)(?:[+-]\d{1,2}(?::\d{2})?)?\b/.exec(
    field?.remark ?? '',
  )?.[0]
  return zone ? `${value} ${zone}` : value
}
