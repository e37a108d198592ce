import { of } from '../evidence-name.ts'
import type { Facts } from '../facts.ts'
import { areApart } from '../titles/titles.ts'
import { areOfTwoTongues } from '../tongues/two-tongues.ts'
import type { Traits } from '../traits.ts'
import { areOtherRooms, areOtherTowns } from './place.ts'
import { areCountriesApart, whereabouts, zonesOfPlace, zonesTold } from './towns.ts'
import { areTitledApart } from './towns-in-titles.ts'

/** What their places say, and the zones of these. */
export function addPlaces(said: string[], a: Traits, b: Traits, facts: Facts): void {
  const { titles, hosts, place, towns, when, about, where, leads, isHost, isPlace, isNamed } = facts
  if (isPlace) said.push('+ place', of`+ place ${place}`, of`+ place, ${when}`, of`+ place, ${about}`)
  if (isPlace && !leads) said.push(of`0 place, host ${hosts}`)
  if (place !== 'shared' && areOtherTowns(a, b)) said.push('- other towns')
  if (towns) said.push(of`- towns ${towns} apart`)
  if (areTitledApart(a, b)) said.push('- titles name towns apart')
  if (areCountriesApart(whereabouts(a), whereabouts(b))) said.push('- other countries')
  if (place === 'maybe') said.push('- perhaps another place')
  if (place === 'others') {
    said.push('- other place', of`- other place, ${where}`)
    if (!leads && !isHost) said.push('- other place, no host in common')
  }
  if (place !== 'others' && areOtherRooms(a, b)) {
    if (areOfTwoTongues(a, b)) said.push('- rooms called otherwise')
    else said.push('- rooms differ', of`- rooms differ, ${where}`)
  }
  if (place !== 'others' && a.numbers.some(each => b.numbers.includes(each))) said.push('+ house')
  if (isNamed) said.push('+ place named', of`+ place named, ${about}`)
  // At one place there is one zone: the other is a slip.
  if (a.venue.length && b.venue.length && place !== 'shared' && areApart(zonesOfPlace(a), zonesOfPlace(b)))
    said.push('- other zones')
  if (areApart(zonesTold(a), zonesTold(b))) {
    // Who hold one meeting together tell it each in their own zone, and where to join it.
    if (!leads && (hosts === 'others' || hosts === 'unknown')) {
      said.push('- other zones, nothing in common')
      if (titles.isForeign) said.push('- other zones, other tongue')
      if (a.venue.length > 0 || b.venue.length > 0) said.push('- other zones, place told')
    }
    if (when === 'clock') said.push('- other zones, one clock')
  }
}
