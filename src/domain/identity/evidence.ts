import { addressesOf } from './addresses.ts'
import { hostsOf } from './hosts.ts'
import { placeOf } from './place.ts'
import { areOfTwoTongues, isTitleTold, titlesOf } from './titles.ts'
import type { Traits } from './traits.ts'
import { areInTurn, whenOf } from './when.ts'

/**
 * What speaks for (`+`) or against (`-`) two being one, each by the name under which `weights.ts` weighs it; `0` says
 * what is known at all. Much counts only with something else: the same stream at the same hour, another host where no
 * address leads to both. Empty where nothing speaks for it.
 */
export function evidenceOf(a: Traits, b: Traits): string[] {
  const titles = titlesOf(a, b)
  const hosts = hostsOf(a, b)
  const place = placeOf(a, b)
  const { same, said } = addressesOf(a, b)
  const isUid = a.known.uids.some(uid => b.known.uids.includes(uid))
  const isTold = isTitleTold(a, b)
  const isHost = hosts === 'shared' || hosts === 'named'
  const isPlace = place === 'shared' || place === 'partly'
  const leads = same !== null && same !== 'front'
  const speaks = leads || isUid || isTold || isHost || isPlace || titles.levels.length > 0
  if (!speaks && !said.some(each => each.startsWith('+'))) return []

  const when = whenOf(a, b)
  const where = leads ? 'address' : 'no address'
  const kind = a.kind !== b.kind ? 'kinds' : a.kind === 'event' ? 'events' : 'others'
  said.push(`0 ${kind} ${when}`)
  if (kind === 'kinds') said.push(`0 kinds ${[a.kind, b.kind].sort().join(' ')}`)

  for (const level of titles.levels)
    said.push(`+ title ${level}`, `+ ${when}, title ${level}`, `+ host ${hosts}, title ${level}`)
  for (const fault of titles.faults) said.push(`- title ${fault}`, `- ${where}, title ${fault}`)
  if (isTold) said.push('+ title told', `+ ${when}, title told`)
  if (areApart(a.title.numbers, b.title.numbers)) said.push('- numbers differ')
  if (a.summary.length > 20 && a.summary === b.summary) said.push('+ summary')

  if (isHost) said.push('+ host', `+ host, ${when}`, `+ host ${hosts}`)
  if (hosts === 'others') {
    said.push('- other hosts', `- other hosts, ${where}`, `- other hosts, ${where}, ${kind}`)
    if (!leads && areOfTwoTongues(a.title, b.title)) said.push('- other hosts, other tongue')
  }
  if (isPlace) said.push('+ place', `+ place ${place}`, `+ place, ${when}`)
  if (place === 'maybe') said.push('- perhaps another place')
  if (place === 'others') said.push('- other place', `- other place, ${where}`)
  if (place !== 'others' && areApart(a.rooms, b.rooms))
    said.push('- rooms differ', `- rooms differ, ${where}`)
  if (a.venue.length && b.venue.length && areApart(a.zones, b.zones)) said.push('- other zones')
  if (areInTurn(a, b)) said.push('- one after the other')
  if (!leads && hosts !== 'shared' && areApart(a.languages, b.languages)) said.push('- languages differ')

  if (isUid) said.push(`+ uid, ${when}`)
  if (leads || (same && titles.levels.length > 0)) said.push(`+ same ${same}`)
  if (leads) said.push(`+ same ${same}, ${when}`, `+ address, ${when}`)
  const [level] = titles.levels.slice(-1)
  if (leads && level) said.push(`+ same ${same}, title ${level}`)
  if (titles.isForeign) {
    if (leads) said.push(`+ same ${same}, in another tongue`, '+ address, in another tongue')
    else said.push('- no address, in another tongue')
    if (hosts === 'shared') said.push('+ host, in another tongue')
    if (isPlace) said.push('+ place, in another tongue')
  }
  return said
}

/** Both tell, and nothing in common. */
function areApart(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some(each => other.includes(each))
}
