/** A component as it was written: its own lines, where they stand, and the components inside it. */
export type RawComponent = {
  name: string
  /** Line of its BEGIN, from 1. */
  at: number
  /** Still folded behind their names (`unfolded`): all lines of a file wait here, of which few are read by everybody. */
  lines: string[]
  /** For each of `lines` what it is called, in capitals, and its number in the file. */
  names: string[]
  numbers: number[]
  parts: RawComponent[]
  /** False where its END is missing. */
  closed: boolean
}

/**
 * Text → components, by RFC 5545 section 3.1 and tolerant beyond it: any line ends, blank lines, a missing BEGIN or
 * END, several calendars one after another, lines that broke without being folded, soft line ends of vCalendar 1.0.
 * The root holds what lies outside of every component.
 */
export function readComponents(text: string): { root: RawComponent; junk: number[]; cut: boolean } {
  const root = open('', 0)
  const stack = [root]
  const junk: number[] = []
  let components = 0
  eachLine(text, (line, at) => {
    if (components > most) return
    const plain = plainNameOf(line)
    const edge = plain === null || plain === 'BEGIN' || plain === 'END' ? edgeIn(unfolded(line)) : null
    if (edge) {
      const name = (edge[2] ?? '').toUpperCase()
      if (edge[1]!.length === 3) end(stack, name)
      else if (++components <= most) begin(stack, name, at)
    } else if (plain !== null) add(stack.at(-1)!, plain, line, at)
    else keep(stack.at(-1)!, unfolded(line), at, junk)
  })
  return { root, junk, cut: components > most }
}

/** What lies beyond is not read: the file is no calendar that anybody keeps. */
const most = 300_000

function edgeIn(line: string): RegExpExecArray | null {
  return /^(BEGIN|END)[ \t]*:[ \t]*(?:([\w-]+)\s*)?$/i.exec(line)
}

const outermost = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE'])
const deepest = 12

function begin(stack: RawComponent[], name: string, at: number): void {
  if (name === 'VCALENDAR') stack.length = 1
  else if (outermost.has(name)) {
    const unclosed = stack.findIndex(component => outermost.has(component.name))
    if (unclosed > 0) stack.length = unclosed
  }
  const component = open(name, at)
  if (stack.length < deepest) stack.at(-1)!.parts.push(component)
  if (stack.length < deepest * 2) stack.push(component)
}

/** An END without its BEGIN means nothing. */
function end(stack: RawComponent[], name: string): void {
  for (let depth = stack.length - 1; depth > 0; depth--) {
    if (stack[depth]!.name === name) {
      stack[depth]!.closed = true
      stack.length = depth
      return
    }
  }
}

function open(name: string, at: number): RawComponent {
  return { name, at, lines: [], names: [], numbers: [], parts: [], closed: false }
}

function add({ names, lines, numbers }: RawComponent, name: string, line: string, at: number): void {
  names.push(name)
  lines.push(line)
  numbers.push(at)
}

/** A line that is no content line, right after a text, is the rest of that text, broken without being folded. */
function keep(component: RawComponent, line: string, at: number, junk: number[]): void {
  const name = nameOf(line)
  if (name !== null) add(component, name, line, at)
  else if (texts.has(component.names.at(-1) ?? '')) component.lines.push(`${component.lines.pop()}\\n${line}`)
  else if (junk.length < 1000) junk.push(at)
}

const texts = new Set(['DESCRIPTION', 'SUMMARY', 'LOCATION', 'COMMENT', 'X-ALT-DESC'])

/** Null where it is no content line; names in small letters are those that are known. */
function nameOf(line: string): string | null {
  const told = /^(?:[\w-]+\.)?([A-Za-z][A-Za-z0-9_-]*)(?=\s*[:;])/.exec(line)?.[1]
  const name = told?.toUpperCase()
  return name !== undefined && (name === told || knownNames.test(name)) ? name : null
}

/**
 * Capitals and hyphens up to the first sign after them, as nearly every line begins. One text for all of one name, found
 * by a number made of its signs: to look a new text up costs more than all else that is done with a line.
 */
function plainNameOf(line: string): string | null {
  let end = 0
  let number = 0
  let sign = line.charCodeAt(0)
  while ((sign >= 65 && sign <= 90) || (sign === 45 && end > 0)) {
    number = (number * 31 + sign) | 0
    sign = line.charCodeAt(++end)
  }
  if (end === 0 || (sign !== 58 && sign !== 59)) return null
  const known = plainNames.get(number)
  if (known?.length === end && line.startsWith(known)) return known
  const name = line.slice(0, end)
  if (plainNames.size < 1000) plainNames.set(number, name)
  return name
}
const plainNames = new Map<number, string>()

const knownNames =
  /^(?:x-.*|dt(?:start|end|stamp)|due|duration|summary|description|location|geo|url|uid|sequence|status|class|categories|attach|image|conference|organizer|attendee|contact|comment|created|last-modified|rrule|rdate|exdate|exrule|recurrence-id|related-to|method|version|prodid|calscale|name|color|source|tzid|tzname|tzoffset(?:from|to)|transp|priority|resources|trigger|action|repeat)$/i

/** A line as it is meant. One whose name is whole may wait folded until it is asked for. */
export function unfolded(written: string): string {
  if (!written.includes('\n')) return written
  // What follows a soft line end is said as it stands, a space as well.
  const line = isQuotedPrintable(written) ? written.replace(/=\r?\n/g, '') : written
  const plain = line.replaceAll('\r\n ', '')
  if (!plain.includes('\n')) return plain
  // A line end that no space follows is of quoted-printable text.
  return line.replace(/(?:\r?\n)+([ \t\ufeff])?/g, (_, sign) => (sign === ' ' || sign === '\t' ? '' : '\n'))
}

/** Gives logical lines, still folded, with the number of the first of their lines. */
function eachLine(text: string, give: (line: string, at: number) => void): void {
  const plain = /\r(?!\n)/.test(text) ? text.replace(/\r\n?/g, '\n') : text
  let begin = 0
  let end = 0
  // Asked of the last piece alone: the whole line may be long.
  let isSoft = false
  let isQuoted: boolean | null = null
  let at = 0
  let number = 0
  for (let from = 0; from <= plain.length; ) {
    const newline = plain.indexOf('\n', from)
    const next = newline === -1 ? plain.length : newline
    const to = next > from && plain.charCodeAt(next - 1) === 0x0d ? next - 1 : next
    number++
    if (to > from) {
      const first = plain.charCodeAt(from)
      const goesOn =
        at > 0 &&
        (first === 0x20 ||
          first === 0x09 ||
          (isSoft && (isQuoted ??= quotedPrintable.test(unfolded(plain.slice(begin, end))))))
      if (!goesOn) {
        if (at > 0) give(plain.slice(begin, end), at)
        begin = first === 0xfeff ? from + 1 : from
        at = number
        isQuoted = null
      }
      end = to
      isSoft = plain.charCodeAt(to - 1) === 0x3d
    }
    from = next + 1
  }
  if (at > 0) give(plain.slice(begin, end), at)
}

/** Asked of the beginning alone: what was folded there is not yet one line. */
function isQuotedPrintable(line: string): boolean {
  return line.includes('=') && quotedPrintable.test(line.slice(0, 300).replace(/\r?\n[ \t]/g, ''))
}

const quotedPrintable = /;ENCODING=QUOTED-PRINTABLE[;:]/i
