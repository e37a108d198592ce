import { of } from '../evidence-name.ts'
import type { Facts } from '../facts.ts'
import { areApart } from '../titles/titles.ts'
import { arePeopleHeard } from '../tongues/across.ts'
import type { Traits } from '../traits.ts'

/** What is spoken there, and by whom. */
export function addPeople(said: string[], a: Traits, b: Traits, facts: Facts): void {
  const { titles, hosts, about, leads } = facts
  if (!leads && hosts !== 'shared' && areApart(a.languages, b.languages)) said.push('- languages differ')

  if (a.people.length > 0 && b.people.length > 0) {
    const isHeard = titles.isForeign && arePeopleHeard(a, b)
    // In two scripts no name is like the other.
    if (areApart(a.people, b.people) && !isHeard) {
      if (a.title.script === b.title.script) said.push('- other people')
    } else said.push('+ people', of`+ people, ${about}`)
  }
}
