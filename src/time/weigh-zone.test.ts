import { describe, expect, test } from 'vitest'
import { type ToldZone, weighZone } from './weigh-zone.ts'

function weighed(told: Partial<ToldZone>): [zone: string | null, ...codes: string[]] {
  const { zone, doubts } = weighZone({ wall: '2021-02-10T15:00', ...told })
  return [zone, ...doubts.map(doubt => doubt.code)]
}

describe('letters and place together', () => {
  test('letters that fit the place at that time of the year leave no doubt', () => {
    expect(weighed({ abbreviation: 'CET', place: { name: 'Ljubljana' } })).toEqual(['Europe/Ljubljana'])
    expect(weighed({ abbreviation: 'EST', place: { name: 'Kingston', country: 'Jamaica' } })).toEqual([
      'America/Jamaica',
    ])
  })

  test('letters with several meanings are settled by the place', () => {
    expect(weighed({ abbreviation: 'IST', place: { country: 'Israel' } })).toEqual(['Asia/Jerusalem'])
    expect(weighed({ abbreviation: 'CST', place: { name: 'Kaohsiung', country: 'Taiwan' } })).toEqual([
      'Asia/Taipei',
    ])
    expect(weighed({ abbreviation: 'BST', place: { country: 'Bangladesh' } })).toEqual(['Asia/Dhaka'])
  })

  test('letters choose among the zones of a country', () => {
    expect(weighed({ abbreviation: 'PST', place: { country: 'United States' } })).toEqual([
      'America/Los_Angeles',
    ])
    expect(weighed({ abbreviation: 'AWST', place: { country: 'Australia' } })).toEqual(['Australia/Perth'])
  })

  test('letters made up from the name of the place are taken for its local time', () => {
    expect(weighed({ abbreviation: 'PST', place: { country: 'Paraguay' } })).toEqual(['America/Asuncion'])
    expect(weighed({ abbreviation: 'LST', place: { name: 'Luanda' } })).toEqual(['Africa/Luanda'])
  })

  test('summer letters in winter are local time, with a doubt', () => {
    expect(weighed({ abbreviation: 'CEST', place: { name: 'Graz' } })).toEqual([
      'Europe/Vienna',
      'zone-season',
    ])
    expect(weighed({ wall: '2021-07-10T15:00', abbreviation: 'EST', place: { name: 'Boston' } })).toEqual([
      'America/New_York',
      'zone-season',
    ])
  })

  test('a neighbour’s letters are local time, with a doubt', () => {
    expect(weighed({ abbreviation: 'CAT', place: { name: 'Nairobi' } })).toEqual([
      'Africa/Nairobi',
      'zones-disagree',
    ])
    expect(weighed({ abbreviation: 'COT', place: { name: 'Fortaleza', country: 'Brazil' } })).toEqual([
      'America/Fortaleza',
      'zones-disagree',
    ])
  })

  test('letters nobody knows are local time, with a doubt', () => {
    expect(weighed({ abbreviation: 'QQT', place: { name: 'Nairobi' } })).toEqual([
      'Africa/Nairobi',
      'zone-ambiguous',
    ])
  })

  test('a town and letters outvote coordinates in another country', () => {
    const place = { name: 'Enugu', country: 'Nigeria', lat: 41.88, lon: -87.63 }
    expect(weighed({ abbreviation: 'WAT', place })).toEqual(['Africa/Lagos'])
    expect(weighed({ place })).toEqual(['Africa/Lagos', 'zones-disagree'])
  })
})

describe('offsets and full names', () => {
  test('an offset is confirmed by the place, and doubted where it is another', () => {
    expect(weighed({ abbreviation: 'UTC+5:30', place: { name: 'Pune' } })).toEqual(['Asia/Kolkata'])
    expect(weighed({ abbreviation: 'UTC', place: { name: 'Kampala' } })).toEqual(['UTC', 'zones-disagree'])
    expect(weighed({ abbreviation: 'GMT', place: { name: 'Accra' } })).toEqual(['Africa/Accra'])
    expect(weighed({ wall: '2021-07-10T15:00', abbreviation: 'GMT', place: { name: 'Leeds' } })).toEqual([
      'Europe/London',
      'zone-season',
    ])
  })

  test.each([
    ['+0200', '+02:00'],
    ['GMT-3', '-03:00'],
    ['(UTC+05:45) Kathmandu', '+05:45'],
    ['UTC+5.5', '+05:30'],
    ['Z', 'UTC'],
    ['asia/manila', 'Asia/Manila'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Manila time', 'Asia/Manila'],
    ['Japan Standard Time (JST)', 'Asia/Tokyo'],
    ['Eastern Time (US & Canada)', 'America/New_York'],
  ])('%s is read as %s', (abbreviation, zone) => {
    expect(weighed({ abbreviation })).toEqual([zone])
  })
})

describe('one of them alone', () => {
  test('letters alone', () => {
    expect(weighed({ abbreviation: 'CET' })).toEqual(['Europe/Berlin'])
    expect(weighed({ wall: '2021-06-26T15:00', abbreviation: 'CET' })).toEqual([
      'Europe/Berlin',
      'zone-season',
    ])
    expect(weighed({ wall: '2021-06-26T15:00', abbreviation: 'PT' })).toEqual(['America/Los_Angeles'])
    expect(weighed({ abbreviation: 'IST' })).toEqual(['Asia/Kolkata', 'zone-ambiguous'])
    expect(weighed({ abbreviation: 'IST', contextZone: 'Asia/Jerusalem' })).toEqual(['Asia/Jerusalem'])
    expect(weighed({ abbreviation: 'QQT' })).toEqual([null, 'zone-missing'])
  })

  test('a place alone', () => {
    expect(weighed({ place: { name: 'Suva' } })).toEqual(['Pacific/Fiji'])
    expect(weighed({ place: { country: 'Brazil' } })).toEqual(['America/Sao_Paulo', 'zone-ambiguous'])
    expect(weighed({ place: { country: 'Brazil', lat: -3.1, lon: -60 } })).toEqual(['America/Manaus'])
  })

  test('neither: the zone of the context, or none', () => {
    expect(weighed({ contextZone: 'asia/tokyo' })).toEqual(['Asia/Tokyo'])
    expect(weighed({ place: { name: 'Zoom' } })).toEqual([null, 'zone-missing'])
    expect(weighed({ abbreviation: '  ' })).toEqual([null, 'zone-missing'])
  })
})
