/** Parameters of a property, by name, in order; nothing where a value is null. */
export type Params = Record<string, string | readonly string[] | null | undefined>

/**
 * One content line (RFC 5545, section 3.1) with its line break, folded at 75 octets and never within a letter.
 *
 * @param value as it is written: a text is escaped before (`textOf`), an address made sound (`addressIn`)
 */
export function contentLine(name: string, value: string, params?: Params): string {
  return `${folded(`${name}${params ? paramsIn(params) : ''}:${value}`)}\r\n`
}

/**
 * A TEXT value (RFC 5545, section 3.3.11). Control characters have no place in it and are left out, every kind of line
 * break is written as one, half a pair of a letter becomes the sign for what cannot be read.
 */
export function textOf(text: string): string {
  if (!unsafe.test(text)) return text
  return soundOf(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

function soundOf(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g, '')
}

/** An address as a value: nothing in it can end its line. */
export function addressIn(url: string): string {
  return url.toWellFormed().replace(/[\0-\x20\x7f-\xa0"<>\u2028\u2029]/g, encodeURIComponent)
}

const unsafe = /[\0-\x08\n-\x1f\x7f-\x9f\\;,\u2028\u2029\ud800-\udfff\ufeff]/

function paramsIn(params: Params): string {
  let all = ''
  for (const name in params) {
    const told = params[name]
    if (typeof told === 'string') all += `;${name}=${paramOf(told)}`
    else if (told?.length) all += `;${name}=${told.map(paramOf).join(',')}`
  }
  return all
}

/** In quotation marks where it has to be; what may not stand between those is written as RFC 6868 says. */
function paramOf(value: string): string {
  if (/^[\w./+-]*$/.test(value)) return value
  const sound = soundOf(value).replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n')
  return `"${sound}"`
}

const longest = 75

function folded(line: string): string {
  // No letter takes more than three octets for each of its units.
  if (line.length <= longest / 3 || Buffer.byteLength(line) <= longest) return line
  let all = ''
  let from = 0
  let octets = 0
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at)!
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (octets + size > longest) {
      all += `${line.slice(from, at)}\r\n `
      from = at
      octets = 1
    }
    octets += size
    at += code < 0x10000 ? 1 : 2
  }
  return all + line.slice(from)
}
