import { of } from '../evidence-name.ts'
import type { Facts } from '../facts.ts'
import type { Traits } from '../traits.ts'

/** What two titles of two tongues say. */
export function addTongues(said: string[], a: Traits, b: Traits, facts: Facts): void {
  const { titles, hosts, about, where, leads, isPlace, across, isAtOnce } = facts
  if (isAtOnce) said.push('0 at one moment, in another tongue')
  if (titles.isForeign) {
    if (leads) said.push(of`+ same ${leads}, in another tongue`, '+ address, in another tongue')
    else said.push('- no address, in another tongue')
    if (hosts === 'shared' || hosts === 'both') said.push('+ host, in another tongue')
    if (isPlace) said.push('+ place, in another tongue')
  }
  if (across) {
    if (across.meant === 'apart') said.push('- meant apart')
    else if (across.meant === 'otherwise') said.push('- meant otherwise', of`- meant otherwise, ${where}`)
    else if (across.meant)
      said.push(
        '+ meant',
        of`+ meant ${across.meant}`,
        of`+ meant, ${about}`,
        of`+ meant ${across.meant}, ${about}`,
      )
    if (across.told) said.push('+ told, in another tongue')
    if (across.sounds > 0) said.push('+ sounds', of`+ sounds, ${about}`)
    if (across.sounds > 1) said.push('+ sounds twice', of`+ sounds twice, ${about}`)
    if (
      across.sounds === 0 &&
      a.title.script !== b.title.script &&
      a.organisations.length &&
      b.organisations.length
    ) {
      if (across.bodies === 'one') said.push('+ bodies')
      else said.push('- no sound alike', ...(across.areNamed ? ['- no name alike'] : []))
    }
    if (across.isNumbered) said.push('+ one number, in another tongue')
    if (across.kept > 0) said.push('+ kept', of`+ kept, ${about}`)
    if (across.kept > 1) said.push('+ kept twice', of`+ kept twice, ${about}`)
    if (hosts === 'shared' && across.bodies === 'one') said.push('0 host by body')
    if (across.days === 'others') said.push('- other days named')
    if (across.days === 'same') said.push('0 one day named')
    if (across.sounds > 0 && (across.meant === 'much' || across.meant === 'some'))
      said.push('+ sounds and is meant')
  }
}
