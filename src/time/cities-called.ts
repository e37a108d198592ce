import ar from '../../locales/cities/ar.json' with { type: 'json' }
import de from '../../locales/cities/de.json' with { type: 'json' }
import en from '../../locales/cities/en.json' with { type: 'json' }
import es from '../../locales/cities/es.json' with { type: 'json' }
import fil from '../../locales/cities/fil.json' with { type: 'json' }
import fr from '../../locales/cities/fr.json' with { type: 'json' }
import id from '../../locales/cities/id.json' with { type: 'json' }
import ru from '../../locales/cities/ru.json' with { type: 'json' }
import zh from '../../locales/cities/zh.json' with { type: 'json' }
import { type City, citiesNamed } from './cities.ts'
import { otherCityNames } from './country-names.ts'
import { fold } from './fold.ts'

/** Cities of a folded name, in English, their own or another of the languages of the pages. */
export function citiesCalled(name: string): readonly City[] {
  const [own, others] = [citiesNamed(name), names().get(name)]
  return others === undefined || others === own ? own : own.length === 0 ? others : [...others, ...own]
}

let made: Map<string, readonly City[]> | undefined

function names(): Map<string, readonly City[]> {
  if (made) return made
  made = new Map()
  for (const file of [en, de, fr, es, id, fil, ru, zh, ar])
    for (const [city, name] of Object.entries(file)) {
      const cities = citiesNamed(fold(city))
      if (cities.length > 0) made.set(fold(name), cities)
    }
  for (const [name, [city, country]] of otherCityNames) {
    const cities = citiesNamed(city).filter(each => each.country === country)
    if (cities.length > 0) made.set(name, cities)
  }
  return made
}
