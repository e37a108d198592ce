import type { Attendance, FoundLink, LinkRole } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'
import type { Field } from './column-names.ts'
import type { Columns } from './columns.ts'
import type { Row } from './table.ts'

/**
 * The address of the thing itself and its links by role. The column's name tells the role, save where it leaves
 * it open (a page may be a form, an online address may be a meeting, a form or a stream).
 */
export function linksOfRow(
  row: Row,
  columns: Columns,
  options: { base: string | undefined; attendance: Attendance | null },
): { url?: string; links: FoundLink[] } {
  let url: string | undefined
  const links = new Map<string, FoundLink>()
  for (const [field, roleOf] of roles) {
    for (const column of columns.of.get(field) ?? []) {
      for (const address of addressesIn(row.cells[column] ?? '', options.base)) {
        const role = roleOf(address, options.attendance)
        if (field === 'url' || role === 'page') url ??= address
        if (!role || role === 'page' || (role === 'source' && address === url) || links.has(address)) continue
        const title = field === 'source' ? titleOf(columns.names[column] ?? '') : ''
        links.set(address, { role, url: address, ...(title && { title }) })
      }
    }
  }
  return { ...(url && { url }), links: [...links.values()] }
}

/** Addresses in a cell, made whole against `base`; one that stays relative is left out. */
export function addressesIn(cell: string, base: string | undefined): string[] {
  if (!/[./]/.test(cell)) return []
  if (/^https?:\/\/[^\s|;,<>"']+$/.test(cell) && cell.length <= 4000) return URL.canParse(cell) ? [cell] : []
  const found: string[] = []
  for (const word of cell.trim().split(/[\s|]+|;(?=\s|https?:)|,(?=\s*https?:)/)) {
    const address = wholeAddress(word.replace(/^[<("']+|(?<![>"',;])[>"',;]+$/g, ''), base)
    if (address && !found.includes(address)) found.push(address)
    if (found.length >= 20) break
  }
  return found
}

function wholeAddress(word: string, base: string | undefined): string | null {
  if (word.length > 4000) return null
  if (/^https?:\/\/[^/\s]/i.test(word)) return URL.canParse(word) ? word : null
  if (
    /^www\.[\w-]+\.\w/i.test(word) ||
    /^[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|int|edu|gov|info|io|eu|[a-z]{2})(?:\/\S*)?$/i.test(word)
  ) {
    return URL.canParse(`https://${word}`) ? `https://${word}` : null
  }
  if (!base || !/^[/.]/.test(word) || !URL.canParse(word, base)) return null
  return new URL(word, base).href
}

/** `page`: the address of the thing itself, unless it has another. */
type RoleOf = (address: string, attendance: Attendance | null) => LinkRole | 'page' | null

const roles: [Field, RoleOf][] = [
  ['url', address => linkRole(address)],
  ['join', onlineRole],
  ['place', onlineRole],
  ['registration', () => 'registration'],
  ['livestream', () => 'livestream'],
  ['recording', () => 'recording'],
  ['slides', () => 'slides'],
  ['programme', () => 'programme'],
  ['source', address => (linkRole(address) === null ? null : 'source')],
]

/** Where people take part: what it is beyond a page, its address tells; nobody joins an event on the spot by a page. */
function onlineRole(address: string, attendance: Attendance | null): LinkRole | 'page' | null {
  const role = linkRole(address, { over: false })
  if (role !== 'source') return role
  return attendance === 'offline' ? 'page' : 'join'
}

/** `event_report_url` → "Report". */
function titleOf(column: string): string {
  const words = column
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .replace(/\b(?:event|urls?|links?|source|address)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words ? words.charAt(0).toUpperCase() + words.slice(1).toLowerCase() : ''
}
