import { describe, expect, test } from 'vitest'
import { zoneOfPlace, zonesOfCountry, zonesOfPlaceName } from './places.ts'

describe('a place in words', () => {
  test.each([
    ['Manila', 'Asia/Manila'],
    ['Manila time', 'Asia/Manila'],
    ['Genève', 'Europe/Zurich'],
    ['Hong Kong SAR', 'Asia/Hong_Kong'],
    ['Western Australia', 'Australia/Perth'],
    ['Kerala', 'Asia/Kolkata'],
    ['Xalapa, Veracruz', 'America/Mexico_City'],
    ['Seattle, WA', 'America/Los_Angeles'],
    ['Perth, WA', 'Australia/Perth'],
    ['Kawasaki City, Kanagawa pref', 'Asia/Tokyo'],
    ['Washington, D.C.', 'America/New_York'],
    ['Palais des Nations, 1211 Geneva 10', 'Europe/Zurich'],
    ['Москва', 'Europe/Moscow'],
    ['東京', 'Asia/Tokyo'],
    ['Deutschland', 'Europe/Berlin'],
    ['United Republic of Tanzania', 'Africa/Dar_es_Salaam'],
    ['Portuguese', 'Europe/Lisbon'],
    ['Phillipines', 'Asia/Manila'],
    ['Scotland', 'Europe/London'],
  ])('%s is in %s', (words, zone) => {
    expect(zonesOfPlaceName(words)[0]).toBe(zone)
  })

  test.each([
    '',
    'Online',
    'Zoom',
    'reading',
    'Central',
    'EST',
    'most',
    'Na rede',
    'Facebook and Twitter',
    '5',
  ])('“%s” is no place', words => {
    expect(zonesOfPlaceName(words)).toEqual([])
  })

  test('a big city wins over its namesakes, and a country or state calls for the smaller one', () => {
    expect(zonesOfPlaceName('London')).toEqual(['Europe/London'])
    expect(zonesOfPlaceName('London, Ontario')).toEqual(['America/Toronto'])
    expect(zonesOfPlaceName('London', 'Canada')).toEqual(['America/Toronto'])
    expect(zonesOfPlaceName('Melbourne, Florida')).toEqual(['America/New_York'])
  })

  test('a name of two places gives both', () => {
    expect(zonesOfPlaceName('Georgia')).toEqual(['Asia/Tbilisi', 'America/New_York'])
    expect(zonesOfPlaceName('WA')).toEqual(['America/Los_Angeles', 'Australia/Perth'])
  })

  test('a city is not looked for outside its country', () => {
    expect(zonesOfPlaceName('Manila', 'Germany')).toEqual([])
  })

  test('a hostile name is answered at once', () => {
    const began = process.cpuUsage()
    expect(zonesOfPlaceName('a, '.repeat(100_000))).toEqual([])
    expect(zonesOfPlaceName('republic of '.repeat(100_000))).toEqual([])
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(500)
  })
})

describe('the zone of a place', () => {
  test('coordinates go before names', () => {
    expect(zoneOfPlace({ name: 'Concepción', country: 'Uruguay', lat: -34.6, lon: -58.38 })).toEqual({
      zone: 'America/Argentina/Buenos_Aires',
      by: 'coordinates',
    })
  })

  test('coordinates that are none, or in the sea off Africa, tell nothing', () => {
    expect(zoneOfPlace({ lat: 0, lon: 0 })).toBeNull()
    expect(zoneOfPlace({ lat: 1000, lon: 3 })).toBeNull()
    expect(zoneOfPlace({ lat: Number.NaN, lon: 3, country: 'Japan' })).toEqual({
      zone: 'Asia/Tokyo',
      by: 'country',
    })
  })

  test('a country goes in for a city that is not known', () => {
    expect(zoneOfPlace({ name: 'Simta Rural Municipality-6', country: 'Nepal' })).toEqual({
      zone: 'Asia/Kathmandu',
      by: 'country',
    })
    expect(zoneOfPlace({ name: 'Winnipeg', country: 'Canada' })).toEqual({
      zone: 'America/Winnipeg',
      by: 'city',
    })
    expect(zoneOfPlace({ name: 'Online' })).toBeNull()
  })

  test.each([
    ['Congo, Democratic Republic of the', 'Africa/Kinshasa'],
    ['Korea, Republic of', 'Asia/Seoul'],
    ['Iran (Islamic Republic of)', 'Asia/Tehran'],
    ['Viet-Nam', 'Asia/Ho_Chi_Minh'],
    ['Côte d’Ivoire', 'Africa/Abidjan'],
    ['Kyrgystan', 'Asia/Bishkek'],
    ['Suisse', 'Europe/Zurich'],
    ['中国', 'Asia/Shanghai'],
    ['ZAF', 'Africa/Johannesburg'],
  ])('a field for countries may hold “%s”', (words, zone) => {
    expect(zonesOfCountry(words)[0]).toBe(zone)
  })

  test.each(['Global', 'Africa', 'Online', 'Worldwide', 'constructor'])('“%s” is no country', words => {
    expect(zonesOfCountry(words)).toEqual([])
  })

  test('a country with several zones names that of most of its people first', () => {
    expect(zonesOfCountry('USA')[0]).toBe('America/New_York')
    expect(zonesOfCountry('Brasil')[0]).toBe('America/Sao_Paulo')
    expect(zonesOfCountry('AUS')).toContain('Australia/Adelaide')
    expect(zonesOfCountry('Nowhere')).toEqual([])
  })
})

test('coordinates that lost a sign are found in the country that is told', () => {
  const harare = { name: 'Bindura', country: 'Zimbabwe', lat: 17.3, lon: 31.3 }
  expect(zoneOfPlace(harare)).toEqual({ zone: zoneOfPlace({ country: 'Zimbabwe' })!.zone, by: 'coordinates' })
  expect(zoneOfPlace({ country: 'Zimbabwe', lat: 59.9, lon: 10.7 })?.zone).toBe('Europe/Oslo')
})
