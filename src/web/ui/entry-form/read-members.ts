import { type Content, clean, keyOf } from '../../../domain/content.ts'
import { organisationRoles } from '../../../domain/entry.ts'
import { linkRoles } from '../../../domain/finding.ts'
import { rowTyped } from './fill.ts'
import type { Problem } from './form-state.ts'
import { longestAddress, longestLine, tooLong } from './lengths.ts'
import { type RowList, rowOf, rowsOf, type Typed } from './typed.ts'
import { webAddress } from './web-address.ts'

type Row = Record<string, string>
type Member<L extends RowList> = Content[L][number]
type Wrong = (field: string, key: Problem['key'], values?: Problem['values']) => null

/**
 * The members of a list, row by row; empty rows are none. A row that says what one of them said is that one, to the
 * letter.
 */
export function readMembers<L extends RowList>(
  typed: Typed,
  list: L,
  before: Content[L],
): { members: Content[L]; problems: Problem[] } {
  const problems: Problem[] = []
  const known = (before as Member<L>[]).map(member => ({ member, row: said(list, member) }))
  const members: Member<L>[] = []
  const keys = new Set<string>()
  for (const number of rowsOf(typed, list)) {
    const row = rowOf(typed, list, number)
    if (
      Object.entries(row).every(
        ([field, text]) => text.trim() === '' || (list === 'links' && field === 'role'),
      )
    )
      continue
    const wrong: Wrong = (field, key, values) => {
      problems.push({ field: `${list}.${number}.${field}`, key, ...(values && { values }) })
      return null
    }
    const same = known.find(each => JSON.stringify(each.row) === JSON.stringify(row))?.member
    const member = same ?? (readers[list](row, wrong) as Member<L> | null)
    if (member === null) continue
    const key = (keyOf[list] as (member: Member<L>) => string)(member)
    const named = list === 'links' ? 'url' : 'name'
    if (keys.has(key)) {
      wrong(named, 'form.wrong.twice', { told: row[named]! })
      continue
    }
    const other = list === 'links' ? null : urlKept(list, member, known, key)
    if (other !== null) wrong('url', 'form.wrong.url-kept', { told: other })
    keys.add(key)
    members.push(member)
  }
  return { members: members as Content[L], problems }
}

/** The address of an organisation or a person is theirs: it is not changed with one entry. */
function urlKept<L extends RowList>(
  list: L,
  member: Member<L>,
  known: { member: Member<L> }[],
  key: string,
): string | null {
  const own = known.find(each => (keyOf[list] as (member: Member<L>) => string)(each.member) === key)
  const before = own && 'url' in own.member ? own.member.url : null
  return before !== null && before !== member.url ? before : null
}

function said<L extends RowList>(list: L, member: Member<L>): Row {
  return rowTyped(list, member as Record<string, string | null>)
}

const readers: { [L in RowList]: (row: Row, wrong: Wrong) => Member<L> | null } = {
  organisations(row, wrong) {
    const name = nameIn(row, wrong)
    const url = addressIn(row, wrong)
    const role = organisationRoles.find(known => known === row.role) ?? null
    return name === null || url === undefined ? null : { name, url, role }
  },
  people(row, wrong) {
    const name = nameIn(row, wrong)
    const url = addressIn(row, wrong)
    const [role, affiliation] = [lineIn(row, 'role', wrong), lineIn(row, 'affiliation', wrong)]
    return name === null || url === undefined ? null : { name, url, role, affiliation }
  },
  links(row, wrong) {
    const role = linkRoles.find(known => known === row.role) ?? wrong('role', 'form.wrong.link-role')
    const title = lineIn(row, 'title', wrong)
    const url = addressIn(row, wrong)
    if (url === null) return wrong('url', 'form.wrong.address-missing')
    return role === null || url === undefined ? null : { role, url, title }
  },
}

function nameIn(row: Row, wrong: Wrong): string | null {
  return lineIn(row, 'name', wrong) ?? wrong('name', 'form.wrong.name')
}

function lineIn(row: Row, field: string, wrong: Wrong): string | null {
  const text = clean(row[field] ?? '')
  if (text.length > longestLine) return wrong(field, ...tooLong(longestLine))
  return text || null
}

/** Undefined where it is none. */
function addressIn(row: Row, wrong: Wrong): string | null | undefined {
  const text = clean(row.url ?? '')
  if (text === '') return null
  if (text.length > longestAddress) return void wrong('url', ...tooLong(longestAddress))
  return webAddress(text) ?? void wrong('url', 'form.wrong.address', { told: text.slice(0, 80) })
}
