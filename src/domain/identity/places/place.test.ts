import { describe, expect, test } from 'vitest'
import { type Told, type Traits, traitsOf } from '../traits.ts'
import { areOtherTowns, placeOf, townsApart } from './place.ts'
import { areCountriesApart, whereabouts } from './towns.ts'

const at = (name: string, zone: string | null = null, title = 'Picnic'): Traits =>
  traitsOf({
    kind: 'event',
    title,
    time: { precision: 'moment', start: '2024-06-20T19:00:00', end: null, zone },
    published: null,
    startsAt: 0,
    endsAt: null,
    links: [],
    organisations: [],
    place: { name },
  } as unknown as Told)

const placed = (one: string, other: string) => placeOf(at(one), at(other), townsApart(at(one), at(other)))

describe('two places', () => {
  test.each([
    ['Brazzaville, Congo', 'Windhoek, Namibia'],
    ['Indus Hospital, Korangi Campus, Karachi', 'Indus Hospital, Jubilee Town, Lahore'],
    ['1010 Wien', 'Genève'],
    ['Πάρκο Αλεξάνδρας, Βόλος', 'Pedion Areos, Athens'],
    ['فریئر ہال، کراچی', 'Press Club, Lahore'],
  ])('“%s” and “%s” are in towns apart', (one, other) => {
    expect(townsApart(at(one), at(other))).toBe('told')
    expect(placed(one, other)).toBe('others')
  })

  test.each([
    ['Votiv Kino, Wien', 'Votivkino, Vienna'],
    ['Palais des Nations, Genf', 'Palais des Nations, Ginebra'],
    ['रवीन्द्र भवन, भोपाल', 'Ravindra Bhavan, Bhopal'],
    ['יד ביד, ירושלים', 'Hand in Hand School, Jerusalem'],
    ['Natsagdorj Library, Seoul Street', 'Natsagdorj Library, Ulaanbaatar'],
    ['Clocktower lawn, Dunedin campus', 'Clocktower, Dunedin'],
  ])('“%s” and “%s” are not in other towns', (one, other) => {
    expect(townsApart(at(one), at(other))).toBeNull()
    expect(areOtherTowns(at(one), at(other))).toBe(false)
  })

  test('a namesake elsewhere is passed over where a country or the zone tells it', () => {
    expect(townsApart(at('Córdoba, España'), at('Córdoba', 'America/Argentina/Cordoba'))).toBe('told')
    expect(townsApart(at('Córdoba'), at('Córdoba', 'America/Argentina/Cordoba'))).toBeNull()
  })

  test('countries are told by their names and by their towns', () => {
    const [here, there] = ['Lusaka', 'Maison des jeunes, Sénégal'].map(name => whereabouts(at(name)))
    expect(here!.countries).toEqual(['ZM'])
    expect(there!.countries).toEqual(['SN'])
    expect(areCountriesApart(here!, there!)).toBe(true)
  })

  test.each([
    ['Mariahilfer Straße', 'Mariahilferstrasse, Vienna'],
    ['Willi-Boos-Sportanlage, Gneisenaustraße 36, Berlin', 'Gneisenaustr. 36, Kreuzberg'],
    ['Centro de Memoria, Paz y Reconciliación, Bogotá', 'CMPR, Bogotá'],
    ['坪林老街茶馆', '坪林老街'],
  ])('“%s” and “%s” are one', (one, other) => {
    expect(placed(one, other)).toBe('shared')
  })

  test('of a town alone and a house nothing is known', () => {
    expect(placed('Kathmandu', 'Dasharath Stadium')).toBe('unknown')
    expect(placed('Kathmandu', 'Stadium, Biratnagar')).toBe('others')
  })
})
