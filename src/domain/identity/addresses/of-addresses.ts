import { of } from '../evidence-name.ts'
import type { Facts } from '../facts.ts'

/** What leads to both. */
export function addAddresses(said: string[], facts: Facts): void {
  const { titles, same, when, about, leads, isUid } = facts
  if (isUid) said.push(of`+ uid, ${when}`)
  const shown = titles.levels.length > 0 ? same : leads
  if (shown) said.push(of`+ same ${shown}`)
  if (leads)
    said.push(
      of`+ same ${leads}, ${when}`,
      of`+ same ${leads}, ${about}`,
      of`+ address, ${when}`,
      of`+ address, ${about}`,
    )
  if (same === 'page' && titles.faults.includes('unlike')) said.push('- same page, title unlike')
  const [level] = titles.levels.slice(-1)
  if (leads && level) said.push(of`+ same ${leads}, title ${level}`)
}
