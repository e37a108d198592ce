import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTimes } from './find-times.ts'
import { readTime } from './read-time.ts'

const zones = {
  'Europe/Berlin': 'Berlin time',
  'America/New_York': 'Eastern Time',
  'America/Los_Angeles': 'Pacific Time',
  'Asia/Tokyo': 'JST',
  'Asia/Manila': 'Manila time',
  'Australia/Perth': 'AWST',
  'Africa/Nairobi': 'EAT',
  UTC: 'UTC',
}
const months = {
  en: 'January February March April May June July August September October November December',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
}

/** A wall time that comes exactly once in its zone. */
const moment = fc
  .record({
    zone: fc.constantFrom(...(Object.keys(zones) as (keyof typeof zones)[])),
    day: fc.integer({ min: 2000, max: 9000 }),
    minutes: fc.integer({ min: 0, max: 1439 }),
  })
  .map(({ zone, day, minutes }) => {
    const wall = Temporal.PlainDate.from('2005-01-01').add({ days: day }).toPlainDateTime().add({ minutes })
    return { zone, wall, at: wall.toZonedDateTime(zone) }
  })
  .filter(({ zone, wall }) => {
    const [earlier, later] = (['earlier', 'later'] as const).map(disambiguation =>
      wall.toZonedDateTime(zone, { disambiguation }),
    )
    return earlier?.epochMilliseconds === later?.epochMilliseconds
  })

const two = (figure: number) => String(figure).padStart(2, '0')
const monthName = (language: keyof typeof months, month: number) =>
  months[language].split(' ')[month - 1] ?? ''
const twelve = (hour: number) => `${hour % 12 || 12}`
const half = (hour: number) => (hour < 12 ? 'am' : 'pm')

type Wall = Temporal.PlainDateTime
const formats: Record<string, (wall: Wall, zone: string) => string> = {
  British: (w, z) => `${w.day} ${monthName('en', w.month)} ${w.year}, ${two(w.hour)}:${two(w.minute)} ${z}`,
  American: (w, z) =>
    `${monthName('en', w.month)} ${w.day}, ${w.year} at ${twelve(w.hour)}:${two(w.minute)} ${half(w.hour)} ${z}`,
  'hour first': (w, z) =>
    `${twelve(w.hour)}.${two(w.minute)} ${half(w.hour)} (${z}) on ${w.day} ${monthName('en', w.month).slice(0, 3)} ${w.year}`,
  'ISO day': (w, z) => `${w.toPlainDate()} ${two(w.hour)}:${two(w.minute)} ${z}`,
  French: (w, z) => `le ${w.day} ${monthName('fr', w.month)} ${w.year} à ${w.hour}h${two(w.minute)} (${z})`,
  Spanish: (w, z) =>
    `${w.day} de ${monthName('es', w.month)} de ${w.year} a las ${w.hour}:${two(w.minute)} (${z})`,
  German: (w, z) =>
    `${w.day}. ${monthName('de', w.month)} ${w.year} um ${w.hour}.${two(w.minute)} Uhr (${z})`,
  Russian: (w, z) =>
    `${w.day} ${monthName('ru', w.month)} ${w.year} г. в ${two(w.hour)}:${two(w.minute)} (${z})`,
  Indonesian: (w, z) =>
    `${w.day} ${monthName('id', w.month)} ${w.year} pukul ${two(w.hour)}.${two(w.minute)} ${z}`,
  Chinese: (w, z) => `${w.year}年${w.month}月${w.day}日${two(w.hour)}:${two(w.minute)} (${z})`,
  'with offset': w => `${w.day} ${monthName('en', w.month)} ${w.year} ${two(w.hour)}:${two(w.minute)}`,
}

test.each(Object.keys(formats).filter(name => name !== 'with offset'))(
  'an instant said in the %s way reads back without a doubt',
  name => {
    fc.assert(
      fc.property(moment, ({ zone, wall, at }) => {
        const phrase = formats[name]?.(wall, zones[zone]) ?? ''
        const { readings, doubts } = readTime(phrase)
        expect({ phrase, readings, doubts }).toEqual({
          phrase,
          readings: [{ start: at.toString({ smallestUnit: 'second' }), end: null, allDay: false }],
          doubts: [],
        })
      }),
      { numRuns: 60 },
    )
  },
)

test('an instant told with its offset reads back to the same instant', () => {
  fc.assert(
    fc.property(moment, ({ wall, at }) => {
      const { readings } = readTime(`${formats['with offset']?.(wall, '')} UTC${at.offset}`)
      const start = readings[0]?.start ?? ''
      expect(Temporal.Instant.from(start).epochMilliseconds).toBe(at.epochMilliseconds)
    }),
    { numRuns: 100 },
  )
})

test('one moment told for two zones raises no doubt; an hour off in one of them does', () => {
  const pair = fc.record({
    moment,
    other: fc.constantFrom(...(Object.keys(zones) as (keyof typeof zones)[])),
  })
  fc.assert(
    fc.property(pair, ({ moment: { zone, wall, at }, other }) => {
      fc.pre(other !== zone)
      const there = at.withTimeZone(other)
      const say = (hour: number, minute: number, name: string) => `${two(hour)}:${two(minute)} ${name}`
      const day = `${wall.day} ${monthName('en', wall.month)} ${wall.year}`
      const told = say(wall.hour, wall.minute, zones[zone])
      const agreeing = readTime(`${day}, ${told} / ${say(there.hour, there.minute, zones[other])}`)
      expect(agreeing.doubts).toEqual([])
      expect(agreeing.readings[0]?.start).toBe(at.toString({ smallestUnit: 'second' }))
      const off = readTime(`${day}, ${told} / ${say((there.hour + 3) % 24, there.minute, zones[other])}`)
      expect(off.doubts.map(doubt => doubt.code)).toEqual(['zones-disagree'])
      expect(off.readings[0]?.start).toBe(at.toString({ smallestUnit: 'second' }))
    }),
    { numRuns: 100 },
  )
})

test('a day without its year is read within a year of the day of publication', () => {
  const days = fc.record({
    published: fc.integer({ min: 0, max: 9000 }),
    away: fc.integer({ min: -40, max: 150 }),
  })
  fc.assert(
    fc.property(days, ({ published, away }) => {
      const from = Temporal.PlainDate.from('2005-01-01').add({ days: published })
      const day = from.add({ days: away })
      fc.pre(!(day.month === 2 && day.day === 29))
      const { readings } = readTime(`${monthName('en', day.month)} ${day.day}`, { published: String(from) })
      expect(readings[0]?.start).toBe(String(day))
    }),
    { numRuns: 200 },
  )
})

test('a weekday that is wrong is always doubted, one that is right never', () => {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  const days = fc.record({ day: fc.integer({ min: 0, max: 9000 }), shift: fc.integer({ min: 0, max: 6 }) })
  fc.assert(
    fc.property(days, ({ day: after, shift }) => {
      const day = Temporal.PlainDate.from('2005-01-01').add({ days: after })
      const name = names[(day.dayOfWeek - 1 + shift) % 7]
      const { doubts } = readTime(`${name}, ${day.day} ${monthName('en', day.month)} ${day.year}`)
      expect(doubts.map(doubt => doubt.code)).toEqual(shift === 0 ? [] : ['weekday-disagrees'])
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['Europe/Berlin', '2021-03-28T02:30', '2021-10-31T02:30'],
  ['America/New_York', '2021-03-14T02:30', '2021-11-07T01:30'],
  ['Australia/Lord_Howe', '2021-10-03T02:15', '2021-04-04T01:45'],
  ['Pacific/Chatham', '2021-09-26T03:15', '2021-04-04T03:15'],
])(
  'on the clock-change nights of %s a skipped and a repeated hour are doubted',
  (zone, skipped, repeated) => {
    const say = (wall: string) => readTime(wall.replace('T', ' '), { zone })
    const gap = say(skipped)
    expect(gap.doubts.map(doubt => doubt.code)).toEqual(['time-skipped'])
    expect(gap.readings).toHaveLength(1)
    const fold = say(repeated)
    expect(fold.doubts.map(doubt => doubt.code)).toEqual(['time-repeated'])
    expect(fold.readings.map(reading => reading.start.slice(0, 16))).toEqual([repeated, repeated])
    expect(
      new Set(fold.readings.map(reading => Temporal.Instant.from(reading.start).epochMilliseconds)).size,
    ).toBe(2)
  },
)

test('no text at all makes the reader throw or tell a time without digits or words of time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      expect(() => readTime(text, { published: '2020-12-18' })).not.toThrow()
    }),
    { numRuns: 300 },
  )
  const word = fc.constantFrom(
    '18',
    '14:00',
    'Dec',
    'UTC',
    '-',
    '/',
    'and',
    'to',
    'Friday',
    '2020',
    '(',
    ')',
    'pm',
    '3',
    '03-05-2021',
    'IST',
    '12',
    '.',
    ',',
    'noon',
    '年',
    '月',
    '18',
    'h',
    'T',
    '+',
    '5:30',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), words => {
      const { readings, doubts } = readTime(words.join(' '), { published: '2020-12-18' })
      for (const reading of readings) expect(reading.start).toMatch(/^\d{4}-\d\d-\d\d(T|$)/)
      if (!readings.length)
        expect(
          doubts.every(doubt =>
            ['date-missing', 'year-assumed', 'zone-missing', 'date-order'].includes(doubt.code),
          ),
        ).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['figures', '1 '],
  ['dashes', '1-'],
  ['hours', '10:00 '],
  ['brackets', '(('],
  ['open brackets of links', ']('],
  ['words', 'time '],
  ['capitals', 'Foo time '],
  ['letters', 'a'],
  ['days', '18 December, '],
  ['zones', '18 Dec 10:00 IST / '],
])(
  '%s a hundred thousand letters long are read in bounded time, and a phrase of a megabyte too',
  (_, piece) => {
    const begun = process.cpuUsage()
    findTimes(piece.repeat(100_000 / piece.length), { published: '2020-12-18' })
    readTime(piece.repeat(1_000_000 / piece.length), { published: '2020-12-18' })
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(10_000)
  },
  30_000,
)
