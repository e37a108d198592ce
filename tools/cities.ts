import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { plainCity } from '../src/time/say-time.ts'
import { allZones } from '../src/time/zones.ts'

// Writes `locales/cities/`: what the cities of zones are called in each language of the pages, by the Unicode CLDR
// Project. Only what is called otherwise than in tzdb is kept, and no name that tzdb gave up itself (`Rangoon`).
const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'locales/cities')
const source = join(root, 'tools/cities/node_modules/cldr-dates-full')
const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
const languages = readdirSync(join(root, 'locales'))
  .filter(name => name.endsWith('.json'))
  .map(name => name.replace('.json', ''))

mkdirSync(folder, { recursive: true })
for (const language of languages) {
  const file = join(source, 'main', language, 'timeZoneNames.json')
  const { zone } = JSON.parse(readFileSync(file, 'utf8')).main[language].dates.timeZoneNames
  const told = new Map(citiesIn(zone, []))
  const names = allZones().flatMap(name => {
    const city = plainCity(name)
    // Some are told with the places where they may be parted.
    const called = city && told.get(city)?.replace(/\p{Cf}/gu, '')
    return called && called !== city && !isGivenUp(called) ? [[city, called]] : []
  })
  const text = `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`
  writeFileSync(join(folder, `${language}.json`), text)
  console.log(`${language}: ${names.length} names, ${Buffer.byteLength(text)} bytes (CLDR ${version})`)
}

type Node = { [name: string]: Node | string }

/** CLDR names a zone as it was first called (`Asia/Calcutta`), and so do we, by what it is called today. */
function citiesIn(node: Node, way: string[]): [string, string][] {
  const { exemplarCity } = node
  const city = plainCity(way.join('/'))
  if (typeof exemplarCity === 'string') return city ? [[city, exemplarCity]] : []
  return Object.entries(node).flatMap(([name, below]) =>
    typeof below === 'object' ? citiesIn(below, [...way, name]) : [],
  )
}

function isGivenUp(name: string): boolean {
  return plainCity(`/${name}`) !== name
}
