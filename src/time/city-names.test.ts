import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { loadCityNames } from './load-city-names.ts'
import { cityOf, plainCity, sayZone } from './say-time.ts'
import { allZones } from './zones.ts'

const folder = join(import.meta.dirname, '../../locales/cities')
const languages = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => name.replace('.json', ''))
const namesIn = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))

beforeAll(async () => {
  await Promise.all(languages.map(loadCityNames))
})

test.each([
  ['en', 'Manila', 'Cairo', 'New York', 'Kolkata', 'São Paulo', 'Ho Chi Minh City', 'Kyiv'],
  ['de', 'Manila', 'Kairo', 'New York', 'Kalkutta', 'São Paulo', 'Ho-Chi-Minh-Stadt', 'Kiew'],
  ['es', 'Manila', 'El Cairo', 'Nueva York', 'Calcuta', 'São Paulo', 'Ciudad Ho Chi Minh', 'Kyiv'],
  ['fil', 'Manila', 'Cairo', 'New York', 'Kolkata', 'São Paulo', 'Lungsod ng Ho Chi Minh', 'Kyiv'],
  ['fr', 'Manille', 'Le Caire', 'New York', 'Kolkata', 'São Paulo', 'Hô-Chi-Minh-Ville', 'Kyiv'],
  ['id', 'Manila', 'Kairo', 'New York', 'Kolkata', 'São Paulo', 'Ho Chi Minh', 'Kyiv'],
  ['ru', 'Манила', 'Каир', 'Нью-Йорк', 'Калькутта', 'Сан-Паулу', 'Хошимин', 'Киев'],
  ['ar', 'مانيلا', 'القاهرة', 'نيويورك', 'كالكتا', 'ساو باولو', 'مدينة هو تشي منة', 'كييف'],
  ['zh-CN', '马尼拉', '开罗', '纽约', '加尔各答', '圣保罗', '胡志明市', '基辅'],
])('in %s, cities are called as they are called there', (locale, ...cities) => {
  const zones = ['Asia/Manila', 'Africa/Cairo', 'America/New_York', 'Asia/Kolkata', 'America/Sao_Paulo']
  expect([...zones, 'Asia/Ho_Chi_Minh', 'Europe/Kyiv'].map(zone => cityOf(zone, locale))).toEqual(cities)
  // Browsers call some zones by names that tzdb gave up.
  expect(['Asia/Calcutta', 'Asia/Saigon', 'Europe/Kiev'].map(zone => sayZone(zone, 0, locale))).toEqual(
    [3, 5, 6].map(at => cities[at]),
  )
})

test('a language that has no names for cities calls them as tzdb does', () => {
  expect(cityOf('America/Sao_Paulo', 'ja')).toBe('Sao Paulo')
  expect(cityOf('Asia/Manila', 'zz')).toBe('Manila')
})

test.each(languages)(
  'the names in %s are of zones that there are, and say something else than tzdb',
  language => {
    const known = new Set(allZones().map(plainCity))
    const faults = Object.entries(namesIn(language)).filter(
      ([city, name]) =>
        !known.has(city) || name === city || name.trim() === '' || /\p{Cf}|[<>{}]/u.test(name),
    )
    expect(faults).toEqual([])
  },
)

test('no two zones are named after cities that are written alike', () => {
  expect(new Set(allZones().map(plainCity)).size).toBe(allZones().length)
})
