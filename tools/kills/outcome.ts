import { DatabaseSync } from 'node:sqlite'
import { tableNames } from '../table-names.ts'

const uuid = /[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g
/** Moments at which something was stored: no event, post or comment that is read here is of today. */
const today = Date.now() - 86_400_000

/**
 * All that a store holds, in a form that is the same for two stores that came to the same in different ways: ids that
 * were drawn by lot are replaced by what they stand for, moments of storing by a mark, and rows are in one order.
 *
 * @param leftOut tables that tell how it came to that
 */
export function outcomeOf(file: string, leftOut: string[] = []): Map<string, string[]> {
  const db = new DatabaseSync(file, { readOnly: true })
  const names = tableNames(db).filter(name => !leftOut.includes(name))
  const tables = names.map(name => ({ name, rows: db.prepare(`SELECT * FROM "${name}"`).all() }))
  db.close()

  let labels = new Map<string, string>()
  // An entry is known by its edition, that by its series: three steps tell all of them apart.
  for (let step = 0; step < 4; step++) {
    const next = new Map<string, string>()
    for (const { name, rows } of tables)
      for (const row of rows)
        if (typeof row.id === 'string') next.set(row.id, `${name} ${told({ ...row, id: '' }, labels)}`)
    labels = new Map([...next].map(([id, label]) => [id, step < 3 ? shortOf(label) : label.slice(0, 200)]))
  }
  return new Map(tables.map(({ name, rows }) => [name, rows.map(row => told(row, labels)).sort()]))
}

/** The first row that differs, from a little before where it does; null where both are the same. */
export function differenceOf(a: Map<string, string[]>, b: Map<string, string[]>): string | null {
  for (const [name, rows] of a) {
    const others = b.get(name) ?? []
    for (let index = 0; index < Math.max(rows.length, others.length); index++) {
      const [own = '', other = ''] = [rows[index], others[index]]
      if (own === other) continue
      let at = 0
      while (own[at] === other[at]) at++
      const from = (row: string) => row.slice(Math.max(0, at - 60), at + 120) || 'nothing'
      return `${name}, of ${rows.length} and ${others.length} rows: ${from(own)} – ${from(other)}`
    }
  }
  return null
}

function told(row: Record<string, unknown>, labels: Map<string, string>): string {
  const cells = Object.entries(row).map(([column, value]) => {
    if (typeof value === 'number' && value > today) return `${column} ⏱`
    if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
    if (typeof value !== 'string') return value
    return value
      .replace(uuid, id => labels.get(id) ?? '·')
      .replace(/\b\d{13}\b/g, moment => (Number(moment) > today ? '⏱' : moment))
  })
  return JSON.stringify(cells)
}

function shortOf(label: string): string {
  let sum = 7
  for (let at = 0; at < label.length; at++) sum = (Math.imul(sum, 31) + label.charCodeAt(at)) | 0
  return `${label.slice(0, label.indexOf(' '))}#${sum >>> 0}`
}
