import { allCities, type City } from '../../../time/cities.ts'
import { citiesCalled } from '../../../time/cities-called.ts'
import { fold } from '../../../time/fold.ts'
import { foldName } from '../../fold-name.ts'
import { inLatin } from '../tongues/latin-letters.ts'
import { places } from '../tongues/meanings.ts'
import { romanised } from '../tongues/romanise.ts'
import { soundsOf } from '../tongues/sound.ts'

/** Cities of a folded name as titles of many tongues call them, case endings and all: “Белграду”, “Genf”. */
export function citiesInTongues(name: string): readonly City[] {
  const tongues = byTongue()
  const known = tongues.get(name)
  if (known || latin.test(name)) return known ?? none
  for (let cut = 1; cut <= 3 && name.length - cut >= 4; cut++) {
    const bent = tongues.get(name.slice(0, -cut))
    if (bent) return bent
  }
  return none
}

/** Cities of a folded name in another script, letter by letter: “Βόλος”. */
export function citiesSpelt(name: string, isHere: (city: City) => boolean): readonly City[] {
  if (latin.test(name)) return none
  const letters = romanised(name)
  const spelt = citiesCalled(latin.test(letters) ? letters : inLatin(name))
  return name.length >= 5 || spelt.some(isHere) ? spelt : none
}

/** Cities whose names sound like a folded one in another script, where they are looked for: they may be others. */
export function citiesSounding(name: string, isHere: (city: City) => boolean): readonly City[] {
  if (latin.test(name)) return none
  return soundOf(name).flatMap(sound => (bySound().get(sound) ?? none).filter(isHere))
}

const latin = /^[a-z0-9 ]*$/
const none: readonly City[] = []

let tongues: Map<string, readonly City[]> | undefined

function byTongue(): Map<string, readonly City[]> {
  if (tongues) return tongues
  tongues = new Map()
  for (const line of places.trim().split('\n')) {
    const [name, said] = line.split(': ') as [string, string]
    const cities = citiesCalled(fold(name))
    if (cities.length > 0) for (const each of said.split(' ')) tongues.set(foldName(each), cities)
  }
  return tongues
}

let sounds: Map<string, City[]> | undefined

function bySound(): Map<string, City[]> {
  if (sounds) return sounds
  sounds = new Map()
  for (const [name, cities] of allCities())
    for (const sound of soundOf(name)) sounds.set(sound, [...(sounds.get(sound) ?? []), ...cities])
  return sounds
}

function soundOf(name: string): string[] {
  const { words, runs } = soundsOf([name.replaceAll(' ', '')])
  return [...words.keys(), ...runs.flatMap(({ letters, sound }) => [sound, ` ${letters}`])].filter(
    each => each.length >= 3,
  )
}
