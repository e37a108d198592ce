import ICAL from 'ical.js'
import iconv from 'iconv-lite'
import { type RawComponent, unfolded } from './content-lines.ts'

/** `value` as it is written: texts still escaped, lists still joined. */
export type Property = { name: string; params: Record<string, string>; value: string; at: number }

export type Properties = Map<string, Property[]>

/**
 * The properties of a component that are asked for. Content lines are taken apart by ical.js; times by ourselves,
 * since programs write zone names with bare colons and commas into them. What cannot be read goes to `broken`.
 */
export function readProperties(
  component: RawComponent,
  wanted: ReadonlySet<string>,
  broken: (property: string, at: number) => void,
): Properties {
  const found: Properties = new Map()
  for (let index = 0; index < component.lines.length; index++) {
    const name = component.names[index]!
    if (!wanted.has(name)) continue
    const line = unfolded(component.lines[index]!)
    const at = component.numbers[index]!
    const property = times.has(name) ? readTimeLine(name, line, at) : readLine(name, line, at)
    if (!property) {
      broken(name, at)
      continue
    }
    const others = found.get(name)
    if (others) others.push(property)
    else found.set(name, [property])
  }
  return found
}

/** A text value with its escapes and, for vCalendar 1.0, its quoted-printable letters resolved. */
export function textOf(property: Property | undefined): string | undefined {
  if (!property) return undefined
  const { encoding } = property.params
  const quoted = encoding !== undefined && /^QUOTED-PRINTABLE$/i.test(encoding)
  const raw = quoted ? fromQuotedPrintable(property.value, property.params.charset) : property.value
  return unescaped(raw).trim() || undefined
}

/** The values of a list of texts: `A,B\, C` → `A`, `B, C`; in vCalendar 1.0 semicolons part them. */
export function listOf(property: Property): string[] {
  if (!/[\\;]/.test(property.value)) return property.value.split(',').flatMap(part => part.trim() || [])
  return (property.value.match(/(?:[^\\,;]|\\.|(?<=&#?\w{1,8});)+/gs) ?? []).flatMap(
    part => unescaped(part).trim() || [],
  )
}

const times = new Set(['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE', 'RDATE'])

const noParams: Property['params'] = {}

function readLine(name: string, line: string, at: number): Property | null {
  const colon = line.indexOf(':')
  const semicolon = line.indexOf(';')
  if (colon !== -1 && (semicolon === -1 || semicolon > colon)) {
    return { name, params: noParams, value: line.slice(colon + 1), at }
  }
  // One parameter and nothing to unescape: nearly every organiser.
  const plain = /^[A-Z-]+;([A-Z-]+)=([^";:,^\\]+):(.*)$/s.exec(line)
  if (plain) return { name, params: { [plain[1]!.toLowerCase()]: plain[2]! }, value: plain[3]!, at }
  try {
    const [, params, , value] = ICAL.parse.property(line, raw) as unknown as [string, object, string, unknown]
    return { name, params: flat(params), value: typeof value === 'string' ? value : '', at }
  } catch {
    // A parameter without its value, a quote that is never closed: the value is still told after the last colon.
    const last = /^[^:;]*;[^:]*:(.*)$/s.exec(line)?.[1]
    return last === undefined ? null : { name, params: {}, value: last, at }
  }
}

/** Everything after the last colon that is followed by nothing but a time. */
function readTimeLine(name: string, line: string, at: number): Property | null {
  const plain = /^[A-Z-]+(?:;TZID=([\w/+-]+))?:(\d{8}T\d{6}Z?)$/.exec(line)
  if (plain) return { name, params: plain[1] ? { tzid: plain[1] } : noParams, value: plain[2]!, at }
  const told = /^([^;:]*)(;.*?)?:[:\s]*([^:"]*(?:\d:\d\d[^:"]*)*)"?$/s.exec(line)
  if (!told) return readLine(name, line, at)
  const params: Record<string, string> = {}
  for (const part of (told[2] ?? '').matchAll(/;\s*([\w-]+)\s*=\s*("[^"]*"?|(?:[^;]|;(?![\w-]+=))*)/g)) {
    params[part[1]!.toLowerCase()] = part[2]!.replace(/^"|"$/g, '')
  }
  return { name, params, value: told[3]!.trim(), at }
}

/** ical.js splits lines into names, parameters and values; every value is left as it is written. */
const raw = { ...ICAL.design.icalendar, value: {}, property: {} } as unknown as typeof ICAL.design.icalendar

/** Line ends first, which are all that most texts have. Many programs escape what needs it nowhere: \" and \:. */
function unescaped(value: string): string {
  const lined = value.includes('\\\\') ? value : value.replaceAll('\\n', '\n')
  if (!lined.includes('\\')) return lined
  return lined.replace(/\\([\\;,nN"':])/g, (_, sign) => (sign === 'n' || sign === 'N' ? '\n' : sign))
}

function flat(params: object): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(params))
    result[name] = Array.isArray(value) ? value.join(',') : String(value)
  return result
}

function fromQuotedPrintable(value: string, charset = 'utf-8'): string {
  const bytes: number[] = []
  for (const byte of Buffer.from(value.replace(/=[ \t]*\n/g, ''))) bytes.push(byte)
  const out: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === 0x3d ? String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) : ''
    if (/^[0-9A-F]{2}$/i.test(hex)) {
      out.push(Number.parseInt(hex, 16))
      at += 2
    } else {
      out.push(bytes[at]!)
    }
  }
  return iconv.decode(Buffer.from(out), iconv.encodingExists(charset) ? charset : 'utf-8')
}
