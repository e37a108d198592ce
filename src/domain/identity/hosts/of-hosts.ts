import { of } from '../evidence-name.ts'
import type { Facts } from '../facts.ts'
import { bodiesOf } from '../tongues/across.ts'
import { areOfTwoTongues } from '../tongues/two-tongues.ts'
import type { Traits } from '../traits.ts'
import { isOneWord } from '../words/one-word.ts'
import { hostName } from './host-name.ts'
import { areBranches } from './hosts.ts'

/** What those who hold them say. */
export function addHosts(said: string[], a: Traits, b: Traits, facts: Facts): void {
  const { titles, hosts, when, about, where, kind, leads, isHost, isOneText, across } = facts
  if (isHost) said.push('+ host', of`+ host, ${when}`, of`+ host, ${about}`, of`+ host ${hosts}`)
  if (isHostOfPlace(a, b) || isHostOfPlace(b, a))
    said.push('+ host is the place', of`+ host is the place, ${about}`)
  if (hosts === 'both') said.push('+ host shared')
  if (!leads && titles.levels.includes('much')) said.push(of`0 host ${hosts}, title much, ${about}`)
  if (hosts === 'others' || hosts === 'unknown') {
    const bodies = across ? across.bodies : bodiesOf(a, b)
    if (bodies === 'two' || bodies === 'abroad') said.push('- two bodies', of`- two bodies, ${where}`)
    if (bodies === 'abroad') said.push('- bodies of two countries')
  }
  if (hosts === 'akin') said.push('0 host akin', of`+ host akin, ${about}`)
  if (hosts === 'others' && !isOneText) {
    said.push('- other hosts', of`- other hosts, ${where}`, of`- other hosts, ${where}, ${kind}`)
    if (!leads) said.push(of`- other hosts, ${about}`)
    if (areBranches(a, b)) said.push('- branches')
    if (!leads && areOfTwoTongues(a, b)) said.push('- other hosts, other tongue')
  }
}

/** One is held in the house of who holds the other. */
function isHostOfPlace({ venue }: Traits, { organisations }: Traits): boolean {
  return venue.length > 1 && organisations.some(name => isNameOf(name, venue))
}

function isNameOf(name: string, venue: readonly string[]): boolean {
  const { telling } = hostName(name)
  return telling.length > 1 && telling.every(word => venue.some(each => isOneWord(word, each)))
}
