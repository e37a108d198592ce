import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'
import { zoneOfWindows } from './windows-zones.ts'

const published = '2026-12-01'

/** Names, verses, versions, scores, prices, rooms, numbers of telephones and streets, by language. */
const harmless: Record<string, [sentence: string, start: string][]> = {
  en: [
    ['John 3:16, a reading, 18 December 2026', '2026-12-18'],
    ['Reading Romans 8:28 together, 18 December 2026, 7 pm CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
    [
      '1 Corinthians 13:4 in our time, 18 December 2026, 19:00 CET',
      '2026-12-18T19:00:00+01:00[Europe/Berlin]',
    ],
    ['What changes from version 2.10 v 3.11, 18 December 2026', '2026-12-18'],
    ['Upgrading to v4.10.12 at work, 18 December 2026, 10:00 UTC', '2026-12-18T10:00:00+00:00[UTC]'],
    ['City beat United 3:1, party on 18 December 2026, 20:00 UTC', '2026-12-18T20:00:00+00:00[UTC]'],
    ['Room 4.12, Building 7, 18 December 2026, 14:00 UTC', '2026-12-18T14:00:00+00:00[UTC]'],
    ['Tickets from 12.50, 18 December 2026, 19:30 UTC', '2026-12-18T19:30:00+00:00[UTC]'],
    ['Call 020 7946 0018, 18 December 2026, 19:30 UTC', '2026-12-18T19:30:00+00:00[UTC]'],
    ['Half a Million Voices, 18 December 2026, 19:30 UTC', '2026-12-18T19:30:00+00:00[UTC]'],
    ['Gen. Mex Morales and Capt. Bol speak, 18 December 2026, 19:30 UTC', '2026-12-18T19:30:00+00:00[UTC]'],
    ['Talk by Ven. Bodhi, 18 December 2026, 7 pm UTC', '2026-12-18T19:00:00+00:00[UTC]'],
    ['Before the Deadline: a film, 18 December 2026, 19:30 UTC', '2026-12-18T19:30:00+00:00[UTC]'],
  ],
  'behind the hour': [
    ['18 December 2026, 19:00 UTC: Quarter to Three, jazz', '2026-12-18T19:00:00+00:00[UTC]'],
    ['18 December 2026, 19:00 UTC – Half Seven, a play', '2026-12-18T19:00:00+00:00[UTC]'],
    ['18 December 2026, 19:00 UTC, reading of John 3:16', '2026-12-18T19:00:00+00:00[UTC]'],
    ['18 December 2026, 19:00 UTC, version 2.10 v 3.11', '2026-12-18T19:00:00+00:00[UTC]'],
    ['18. Dezember 2026, 19:00 Uhr MEZ, Halb Elf, Lesung', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
    ['18 december 2026, 19:00 CET, Halv åtta hos mig', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
    ['The First Sunday of January: a novel, 18 December 2026, 19:00 UTC', '2026-12-18T19:00:00+00:00[UTC]'],
  ],
  de: [
    [
      'Lesung aus Matthäus 5,3 mit Musik, 18. Dezember 2026, 19:00 Uhr MEZ',
      '2026-12-18T19:00:00+01:00[Europe/Berlin]',
    ],
    [
      'Viertel Zwei: ein Rundgang, 18. Dezember 2026, 15:00 Uhr MEZ',
      '2026-12-18T15:00:00+01:00[Europe/Berlin]',
    ],
    ['Halb Elf, Lesung, 18. Dezember 2026, 19:00 Uhr MEZ', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
    [
      'Ziffer 2.10 um Mitternacht erzählt, am 18. Dezember 2026, 19:00 Uhr MEZ',
      '2026-12-18T19:00:00+01:00[Europe/Berlin]',
    ],
    [
      'Raum 3.10, Alle Straße 9, 18. Dezember 2026, 19:00 Uhr MEZ',
      '2026-12-18T19:00:00+01:00[Europe/Berlin]',
    ],
    [
      'Eintritt 8.50 um der Kunst willen, 18. Dezember 2026, 19:00 Uhr MEZ',
      '2026-12-18T19:00:00+01:00[Europe/Berlin]',
    ],
  ],
  fr: [
    ['Jean 3:16 expliqué, 18 décembre 2026, 19h00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
    [
      'Salle 2.10, 12 rue des Sept Heures, le 18 décembre 2026 à 19h, heure de Paris',
      '2026-12-18T19:00:00+01:00[Europe/Paris]',
    ],
    [
      "Le quart d'heure de Cinq Filles, 18 décembre 2026, 19h, heure de Paris",
      '2026-12-18T19:00:00+01:00[Europe/Paris]',
    ],
  ],
  es: [
    [
      'Juan 3:16 y la migración, 18 de diciembre de 2026, 19:00 CET',
      '2026-12-18T19:00:00+01:00[Europe/Berlin]',
    ],
    [
      'Las Trece Rosas y media docena de cartas, 18 de diciembre de 2026, 19:00 CET',
      '2026-12-18T19:00:00+01:00[Europe/Berlin]',
    ],
    [
      'Sala 2.10, Calle Col. Roma 5, 18 de diciembre de 2026, 19:00 CET',
      '2026-12-18T19:00:00+01:00[Europe/Berlin]',
    ],
  ],
  pt: [['João 3:16, leitura, 18 de dezembro de 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]']],
  it: [
    ['Capitolo 2.10 alle porte, 18 dicembre 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
    ['Giovanni 3:16, 18 dicembre 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
  ],
  nl: [
    ['Zaal 2.10 om de hoek, 18 december 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
    ['Half Twee, een voorstelling, 18 december 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
  ],
  pl: [
    ['Rozdział 2.10 o autorach, 18 grudnia 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
    [
      'Debata o dwudziestej rocznicy porozumień, 18 grudnia 2026, godz. 18:00 CET',
      '2026-12-18T18:00:00+01:00[Europe/Berlin]',
    ],
    ['Wykład o trzynastej poprawce, 18 grudnia 2026', '2026-12-18'],
  ],
  cs: [
    ['Verze 2.10 v praxi, 18. prosince 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
    ['Film o půl osmé generaci, 18. prosince 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
  ],
  ru: [
    ['Глава 2.10 о миграции, 18 декабря 2026, 19:00 МСК', '2026-12-18T19:00:00+03:00[Europe/Moscow]'],
    ['Иоанна 3:16, чтение, 18 декабря 2026, 19:00 МСК', '2026-12-18T19:00:00+03:00[Europe/Moscow]'],
  ],
  uk: [['Розділ 2.10 о 3 частинах, 18 грудня 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]']],
  sv: [
    ['Halv åtta hos mig, tv-kväll 18 december 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]'],
  ],
  da: [['Halv Fem, koncert, 18. december 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]']],
  fi: [['Versio 2.10 kello 3.0, 18.12.2026 klo 19.00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]']],
  hu: [['Fél hat ember, film, 2026. december 18., 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]']],
  tr: [['Yedi buçuk hikâye, 18 Aralık 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]']],
  el: [['Ιωάννης 3:16, 18 Δεκεμβρίου 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]']],
  he: [['שבע שאלות, 18 בדצמבר 2026, 19:00 CET', '2026-12-18T19:00:00+01:00[Europe/Berlin]']],
  ja: [
    ['マタイ28:19 を学ぶ会 2026年12月18日 19:00 JST', '2026-12-18T19:00:00+09:00[Asia/Tokyo]'],
    ['ヨハネ3:16 の集い 2026年12月18日 19:00 JST', '2026-12-18T19:00:00+09:00[Asia/Tokyo]'],
    ['リリースR4.10.12の説明会 2026年12月18日 19:00 JST', '2026-12-18T19:00:00+09:00[Asia/Tokyo]'],
  ],
  zh: [['约翰福音3:16 读书会 2026年12月18日 19:00 北京时间', '2026-12-18T19:00:00+08:00[Asia/Shanghai]']],
  ko: [['요한복음 3:16 나눔, 2026년 12월 18일 19:00 KST', '2026-12-18T19:00:00+09:00[Asia/Seoul]']],
  id: [['Yohanes 3:16, 18 Desember 2026, 19:00 WIB', '2026-12-18T19:00:00+07:00[Asia/Jakarta]']],
  ar: [
    [
      'سورة البقرة 2:30، 18 ديسمبر 2026، الساعة 19:00 بتوقيت القاهرة',
      '2026-12-18T19:00:00+02:00[Africa/Cairo]',
    ],
  ],
  am: [['ቀን 8 ሰዎች፣ 18 December 2026, 19:00 EAT', '2026-12-18T19:00:00+03:00[Africa/Nairobi]']],
  th: [['2 ทุ่มเท, 18 ธันวาคม 2026 19:00 ICT', '2026-12-18T19:00:00+07:00[Asia/Bangkok]']],
}

test.each(Object.values(harmless).flat())(
  '%s: nothing but the plain day and hour is read',
  (sentence, start) => {
    const { readings, sessions } = readTime(sentence, { published })
    expect({ readings, sessions }).toEqual({
      readings: [{ start, end: null, allDay: false }],
      sessions: undefined,
    })
  },
)

test.each([
  ['Um halb acht Konzert, 18. Dezember 2026', '2026-12-18T19:30:00'],
  ['Wykład o dwudziestej pierwszej, 18 grudnia 2026', '2026-12-18T21:00:00'],
  ['Spotkanie o dwudziestej w klubie, 18 grudnia 2026', '2026-12-18T20:00:00'],
  ['Gottesdienst in St. Johannes 9:30, 18. Dezember 2026', '2026-12-18T09:30:00'],
  ['2026年12月18日（金）25:30', '2026-12-19T01:30:00'],
  ['10.12. klo 17.30', '2026-12-10T17:30:00'],
])('%s: the rare form is read where nothing plain stands beside it', (sentence, start) => {
  expect(readTime(sentence, { published }).readings[0]?.start).toBe(start)
})

test.each([
  ['18 December 2026, 5 pm COL', '2026-12-18T17:00:00-05:00[America/Bogota]', []],
  ['18 December 2026, 5 pm Col / 4 pm Mex', '2026-12-18T17:00:00-05:00[America/Bogota]', []],
  ['18 December 2026, 5 pm CHI', '2026-12-18T17:00:00-03:00[America/Santiago]', ['zone-ambiguous']],
  ['7pm: Col. Smith, 18 December 2026', '2026-12-18T19:00:00', ['zone-missing']],
  ['18 December 2026, 5 pm, esp. for students', '2026-12-18T17:00:00', ['zone-missing']],
])('%s: letters are a country only beside an hour, in capitals or among others', (sentence, start, codes) => {
  const { readings, doubts } = readTime(sentence, { published })
  expect([readings[0]?.start, doubts.map(doubt => doubt.code)]).toEqual([start, codes])
})

test('a zone that is told for all is not put aside for a word', () => {
  const { readings } = readTime('18 December 2026, 5 pm, esp. for students', {
    published,
    zone: 'Europe/Vienna',
  })
  expect(readings.map(({ start }) => start)).toEqual(['2026-12-18T17:00:00+01:00[Europe/Vienna]'])
})

test('a belt of time in a country that does not have it is doubted', () => {
  const { doubts } = readTime('18 December 2026, 10:00 Eastern (Brazil)', { published })
  expect(doubts.map(({ code }) => code)).toEqual(['zones-disagree'])
})

test.each([
  ['Deadline extended! Workshop 18 Dec 2026 9:00 CET, dinner 19 Dec 2026 18:00 CET', '2026-12-18'],
  ['RSVP now! Workshop 18 Dec 2026 9:00 CET, dinner 19 Dec 2026 18:00 CET', '2026-12-18'],
  ['Deadline for abstracts: 4 Dec 2026, 12:00 CET; workshop 11 Dec 2026, 9:00 CET', '2026-12-11'],
  ['RSVP by Friday, 4 Dec 2026, 12:00 CET; workshop 11 Dec 2026, 9:00 CET', '2026-12-11'],
])('%s: a word for a deadline belongs to the day it stands before', (sentence, day) => {
  expect(readTime(sentence, { published }).readings[0]?.start.slice(0, 10)).toBe(day)
})

test.each([
  ['Meskerem 1, 2026', '2026-08-01', ['2026-09-11', '2033-09-11']],
  ['Tir 13 2026', '2026-06-01', ['2026-07-04', '2026-01-21', '2034-01-21']],
])('%s: the year of the month or one of ours, the nearest first, doubted', (sentence, date, days) => {
  const [doubt, ...others] = readTime(sentence, { published: date }).doubts
  expect([doubt?.code, doubt?.choices?.map(({ start }) => start), others]).toEqual([
    'date-calendar',
    days,
    [],
  ])
})

test('a year of the month’s own calendar that is near is not doubted', () => {
  const { readings, doubts } = readTime('Meskerem 1, 2019', { published: '2026-08-01' })
  expect([readings[0]?.start, doubts]).toEqual(['2026-09-11', []])
})

test.each([
  ['at Constructor 10:30, 18 December 2026', '2026-12-18T10:30:00'],
  ['18 December 2026, toString __proto__ 10:30', '2026-12-18T10:30:00'],
  ['valueOf hasOwnProperty constructor 18 December 2026 for constructor hours', '2026-12-18'],
])('%s: names that every object has are words like any other', (sentence, start) => {
  expect(readTime(sentence, { published }).readings[0]?.start).toBe(start)
})

test.each(['construct or 5年12月18日', 'constructor 18日'])('%s: no era', sentence => {
  expect(readTime(sentence).readings).toEqual([])
})

test.each(['constructor', 'toString', '__proto__'])('%s is no zone of Windows', name => {
  expect(zoneOfWindows(name)).toBe(null)
})
