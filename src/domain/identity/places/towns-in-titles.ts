import type { City } from '../../../time/cities.ts'
import { citiesCalled } from '../../../time/cities-called.ts'
import { fold } from '../../../time/fold.ts'
import type { Traits } from '../traits.ts'
import { idle } from '../words/idle-words.ts'
import { citiesInTongues } from './sounding-cities.ts'
import { areTownsApart, type Towns } from './towns.ts'

/** Whether the titles name towns that are far apart: “Cycling day Hamburg”, “Cycling day Munich”. */
export function areTitledApart(a: Traits, b: Traits): boolean {
  return areTownsApart(inTitle(a), inTitle(b))
}

function inTitle(traits: Traits): Towns {
  let own = made.get(traits)
  if (!own) made.set(traits, (own = { cities: find(traits), isHeard: false }))
  return own
}

const made = new WeakMap<Traits, Towns>()

function find({ title, zones }: Traits): City[] {
  const found: City[] = []
  const { all } = title
  for (let at = 0; at < all.length; at++)
    for (let count = Math.min(3, all.length - at); count > 0; count--) {
      const said = all.slice(at, at + count).join(' ')
      if (count === 1 && (said.length < 4 || idle.has(said))) continue
      const cities = [...citiesCalled(fold(said)), ...citiesInTongues(said)].filter(
        ({ people, zone }) => people >= (zones.includes(zone) ? 50_000 : 500_000),
      )
      if (cities.length === 0) continue
      found.push(...cities)
      at += count - 1
      break
    }
  return found
}
