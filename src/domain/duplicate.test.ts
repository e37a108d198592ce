import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEntry, entryWith, eventAt, linkTo } from '../../test/arbitrary.ts'
import { duplicatesOf, duplicatesWithin, knowEntries, nearest, type Pair } from './duplicate.ts'
import type { Entry } from './entry.ts'

const by = (...names: string[]) => ({
  organisations: names.map(name => ({ id: name, name, url: null, role: null })),
})
const at = (path: string) => ({ links: [linkTo('source', { url: `https://un.example${path}` })] })
const event = (title: string, start = '2020-12-18T14:00', parts: Partial<Entry> = {}) =>
  eventAt(start, null, 'Europe/Berlin', { id: title, title, ...parts })
const of = (told: Entry, ...entries: Entry[]) => duplicatesOf(knowEntries(entries), told)
/** What one would be asked about. */
const askedOf = (told: Entry, ...entries: Entry[]) =>
  of(told, ...entries).filter(({ strength }) => strength !== 'possible')

describe('a duplicate', () => {
  test('has the same address', () => {
    const one = event('Webinar on remittances', undefined, at('/day'))
    const same = event('Remittances: a webinar', undefined, at('/day/?utm_source=mail'))
    expect(of(same, one)).toEqual([{ id: one.id, reasons: ['address', 'title'], strength: 'sure' }])
    expect(of(event('A choir for the day', undefined, at('/night')), one)).toEqual([])
  })

  test('may be one that was moved to another day and kept its page and name', () => {
    const one = event('Webinar on remittances', '2020-12-18T14:00', at('/day'))
    const moved = event('Webinar on remittances', '2020-12-20T14:00', at('/day'))
    expect(of(moved, one)).toEqual([{ id: one.id, reasons: ['address', 'title'], strength: 'possible' }])
    const said = { ...moved, title: 'Webinar on remittances [NEW DATE]' }
    expect(of(said, one)).toEqual([{ id: one.id, reasons: ['address', 'title'], strength: 'likely' }])
  })

  test('is the same page in another language, though its title has no word in common', () => {
    const one = event('Panel on women in science', '2020-12-18T14:00', at('/panel'))
    for (const path of ['/ar/panel', '/panel?lang=ar'])
      expect(
        askedOf(event('حلقة نقاش عن المرأة في العلوم', '2020-12-18T14:00', at(path)), one),
      ).toMatchObject([{ id: one.id, reasons: ['address'] }])
  })

  test('begins at the same time of another clock, at the same place: its zone was told wrongly', () => {
    const place = { name: 'Phoenix Park, Dublin', address: null, country: null, lat: null, lon: null }
    const one = event('This Friday: a walk in the park', '2020-12-18T18:00', { place })
    const told = eventAt('2020-12-18T18:00', null, 'America/New_York', {
      id: 'b',
      title: 'A walk in the park',
      place,
    })
    expect(askedOf(told, one)).toMatchObject([{ id: one.id }])
  })

  test('is asked about where what the one tells in its title stands elsewhere in the other', () => {
    const one = event('Shark Day film: voices of the strait', '2020-12-18T20:00', {
      ...by('Gozo Ocean Cinema'),
      place: { name: 'Citadel Cinema', address: 'Victoria, Gozo', country: null, lat: null, lon: null },
    })
    const told = event(
      'Club night out: sharks and their director',
      '2020-12-18T20:00',
      by('Calypso Divers Gozo'),
    )
    expect(askedOf(told, one)).toMatchObject([{ id: one.id }])
  })

  test('is asked about whether a word of Arabic or Hebrew has its article or not', () => {
    const one = event('محاضرة عن المكتبة', '2020-12-18T19:00', by('جمعية الكتاب'))
    const told = event('مكتبة المدينة: أمسية مفتوحة', '2020-12-18T19:00', by('نادي القراء'))
    expect(askedOf(told, one)).toMatchObject([{ id: one.id }])
  })

  test('is none for words that many of the programme have', () => {
    const towns = 'Kaolack Veracruz Achham Heilbronn Nairobi Uppsala Windhoek Cuenca Tartu Davao Bergen Salto'
    const day = towns.split(' ').map(town => event(`Open Data Day ${town}`, '2020-12-18T10:00'))
    const told = event('Open Data Day in our library', '2020-12-18T10:00')
    expect(askedOf(told, day[0]!)).toMatchObject([{ id: day[0]!.id }])
    expect(askedOf(told, ...day)).toEqual([])
    expect(askedOf(event('Data at Nairobi', '2020-12-18T10:00'), ...day)).toMatchObject([
      { id: 'Open Data Day Nairobi' },
    ])
  })

  test('is none where a page tells of several', () => {
    const page = [
      event('Opening words', '2020-12-18T09:00', at('/day')),
      event('Film night', '2020-12-18T20:00', at('/day')),
      event('Vigil', '2020-12-18T18:00', at('/day')),
    ]
    expect(askedOf(event('Choir', '2020-12-18T20:00', at('/day')), ...page)).toEqual([])
    expect(duplicatesWithin(knowEntries(page))).toEqual([])
    expect(of(event('Film night!', '2020-12-18T20:00', at('/day')), ...page)).toMatchObject([
      { id: 'Film night', strength: 'sure' },
    ])
  })

  test('is hardly one where only the front door is shared', () => {
    const one = event('Opening words', '2020-12-18T09:00', at('/'))
    expect(of(event('Film night', '2020-12-18T09:00', at('/')), one)).toEqual([])
  })

  test('has the same title and time, by whomever it is told', () => {
    const one = event('Voices of migrants from Almería', undefined, by('IOM'))
    expect(of(event('Voices of Migrants from Almería', undefined, by('IOM', 'ILO')), one)).toEqual([
      { id: one.id, reasons: ['title', 'organisers'], strength: 'sure' },
    ])
    expect(of(event('Voices of Migrants from Almería!', undefined, by('ILO')), one)).toEqual([
      { id: one.id, reasons: ['title'], strength: 'likely' },
    ])
    expect(askedOf(event('Voices of Migrants from Almería', '2020-12-20T14:00', by('IOM')), one)).toEqual([])
  })

  test('is no statement of one name by somebody else', () => {
    const statement = (name: string) =>
      entryWith({
        id: name,
        kind: 'statement',
        title: 'Statement on International Migrants Day',
        published: '2020-12-18',
        ...by(name),
      })
    expect(askedOf(statement('ILO'), statement('IOM'))).toEqual([])
    expect(of({ ...statement('IOM'), id: 'again' }, statement('IOM'))).toEqual([
      { id: 'IOM', reasons: ['title', 'organisers'], strength: 'likely' },
    ])
  })

  test('is not told beside it by one source', () => {
    const [one, other] = [
      event('Voices of migrants', undefined, by('IOM')),
      event('Voices of Migrants: part of the day', undefined, by('IOM')),
    ]
    const told = (...names: string[]) =>
      new Map([one, other].map(({ id }, at) => [id, { sources: [names[at]!], uids: [] }]))
    const strengths = (...names: string[]) =>
      duplicatesWithin(knowEntries([one, other], told(...names))).map(({ strength }) => strength)
    expect(strengths('iom.ics', 'un.ics')).toEqual(['sure'])
    expect(strengths('iom.ics', 'iom.ics')).toEqual(['possible'])
  })

  test('is known by the identifier its organiser gave it, under another title', () => {
    const one = event('Webinar Hari Kesehatan Sedunia')
    const known = knowEntries(
      [one],
      new Map([[one.id, { sources: ['a'], uids: ['event-5521@calendar.example'] }]]),
    )
    const told = {
      ...event('[UPDATE] Kesenjangan Kesehatan', '2020-12-18T14:30'),
      uid: 'event-5521@calendar.example',
    }
    expect(duplicatesOf(known, told)).toMatchObject([
      { id: one.id, strength: expect.stringMatching(/likely|sure/) },
    ])
  })

  test('has the same stream at the same time', () => {
    const stream = { links: [linkTo('livestream', { url: 'https://youtu.be/abcdefghijk' })] }
    const again = { links: [linkTo('livestream', { url: 'https://www.youtube.com/watch?v=abcdefghijk' })] }
    const one = event('Migrants speak', '2020-12-18T14:00', stream)
    expect(of(event('High-level dialogue', '2020-12-18T14:00', again), one)).toEqual([
      { id: one.id, reasons: ['stream'], strength: 'likely' },
    ])
    expect(of(event('High-level dialogue', '2020-12-19T14:00', again), one)).toEqual([])
  })

  test('is the recording of an event', () => {
    const one = event('Migrants speak out', '2020-12-18T14:00', by('IOM'))
    const video = entryWith({ id: 'v', kind: 'video', title: 'Migrants Speak Out', published: '2020-12-22' })
    expect(of(video, one)).toEqual([{ id: one.id, reasons: ['title'], strength: 'likely' }])
  })

  test('has the same organisers at the same time under a similar name', () => {
    const one = event('Webinar: migrant workers and the pandemic', undefined, by('IOM'))
    const told = event('Migrant workers and the pandemic (webinar)', '2020-12-18T14:05', by('IOM', 'ILO'))
    expect(askedOf(told, one)).toMatchObject([{ id: one.id }])
    expect(of(told, one)[0]!.reasons).toContain('organisers')
    expect(askedOf(event('A choir for the day', '2020-12-18T14:05', by('IOM')), one)).toEqual([])
  })

  test('may be a session; the sessions of one event are none of each other', () => {
    const sessions = [
      event('Panel one', '2020-12-18T10:00', at('/p')),
      event('Panel two', '2020-12-18T11:00'),
    ]
    const whole = event('Panel one', '2020-12-18T10:00', { id: 'whole', sessions, ...at('/p') })
    expect(duplicatesWithin(knowEntries([whole]))).toEqual([])
    expect(of(event('Panel two', '2020-12-18T11:00'), whole)).toMatchObject([{ id: 'Panel two' }])
  })

  test('is not made without asking where it begins at another time, or has another title', () => {
    const one = event('Coworking with Steffi LaZerte', '2024-10-01T14:00', {
      ...by('rOpenSci'),
      ...at('/events'),
    })
    const later = event('Coworking with Steffi LaZerte', '2024-11-05T14:00', {
      ...by('rOpenSci'),
      ...at('/events'),
    })
    const beside = event('Book club of Monday', '2024-10-01T14:00', { ...by('rOpenSci'), ...at('/events') })
    for (const told of [later, beside])
      expect(of(told, one).every(({ strength }) => strength !== 'sure')).toBe(true)
  })

  test('is none a year later, however much is the same', () => {
    const one = event('Night march', '2020-03-08T19:30', { ...by('Feminist Night'), ...at('/march') })
    const next = event('Night march', '2021-03-08T19:30', { ...by('Feminist Night'), ...at('/march') })
    expect(askedOf(next, one)).toEqual([])
  })

  test('may be told in another script: names as they sound, and what the title speaks of', () => {
    const at18 = (title: string, name: string, parts: Partial<Entry> = {}) =>
      event(title, '2021-08-30T18:00', { ...by(name), ...parts })
    const square = { name: 'Maitighar Mandala', address: null, country: null, lat: null, lon: null }
    expect(
      askedOf(
        at18('बेपत्ता परिवारहरूको दीप प्रज्वलन', 'बेपत्ता परिवार समाज', {
          place: { ...square, name: 'माइतीघर मण्डला' },
        }),
        at18('Candle lighting by families of the disappeared', 'Families of Missing Persons', {
          place: square,
        }),
      ),
    ).toHaveLength(1)
    expect(
      askedOf(at18('Концерт в библиотеке', 'Библиотека'), at18('Beekeepers of Lagos meet', 'Lagos Hives')),
    ).toEqual([])
  })

  test('is found whichever of the two is asked about', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (a, b) => {
        const [one, other] = [
          { ...a, id: 'a' },
          { ...b, id: 'b' },
        ]
        const pairs = duplicatesWithin(knowEntries([one, other]))
        const back = duplicatesWithin(knowEntries([other, one]))
        expect(pairs.map(({ strength, reasons }) => ({ strength, reasons }))).toEqual(
          back.map(({ strength, reasons }) => ({ strength, reasons })),
        )
        expect(pairs.every(({ id, other: its }) => id !== its)).toBe(true)
      }),
    )
  })

  test('with nothing in common but title and hour is asked about, not made one', () => {
    const one = event('Open stage for songs of the sea', '2020-12-18T20:00')
    const told = event('Songs of the sea: open stage', '2020-12-18T20:00')
    expect(of({ ...told, id: 'b' }, one)).toMatchObject([{ id: one.id, strength: 'likely' }])
    const host = by('Harbour Choir')
    const held = event('Open stage for songs of the sea', '2020-12-18T20:00', host)
    expect(of({ ...told, ...host, id: 'b' }, held)).toMatchObject([{ strength: 'sure' }])
  })

  test('of an entry is the entry itself, told once more', () => {
    fc.assert(
      fc.property(anyEntry, entry => {
        const told = { ...entry, title: 'A title of some length', links: at('/one').links }
        expect(of(told, { ...told, id: 'known' })).toMatchObject([{ id: 'known', strength: 'sure' }])
      }),
    )
  })
})

describe('the nearest', () => {
  const strength = fc.constantFrom('possible', 'likely', 'sure')
  const name = fc.constantFrom('a', 'b', 'c', 'd')
  const pair: fc.Arbitrary<Pair> = fc
    .record({ id: name, other: name, strength, odds: fc.double({ min: -2, max: 6, noNaN: true }) })
    .filter(({ id, other }) => id !== other)
    .map(each => ({ ...each, reasons: [] }))

  test('of all that is asked about stays a question, and nothing becomes one', () => {
    fc.assert(
      fc.property(fc.array(pair), all => {
        const now = nearest(all)
        const asked = all.filter(each => each.strength !== 'possible')
        const most = asked.toSorted((one, other) => other.odds - one.odds)[0]
        if (most) expect(now[all.indexOf(most)]).toEqual(most)
        for (const [at, each] of now.entries())
          expect([all[at]!.strength, 'possible']).toContain(each.strength)
      }),
    )
  })

  test('of a faint pair is asked about once the nearer one is said to be two', () => {
    const pairs: Pair[] = [
      { id: 'a', other: 'b', strength: 'likely', odds: 1.5, reasons: [] },
      { id: 'a', other: 'c', strength: 'likely', odds: 0, reasons: [] },
    ]
    expect(nearest(pairs).map(each => each.strength)).toEqual(['likely', 'possible'])
    expect(nearest(pairs.slice(1)).map(each => each.strength)).toEqual(['likely'])
  })

  test('is silenced by what is asked about alone, in whatever order they come', () => {
    const pair = (id: string, other: string, odds: number): Pair => ({
      id,
      other,
      odds,
      strength: 'likely',
      reasons: [],
    })
    const pairs = [pair('a', 'b', 0.3), pair('b', 'c', 0.5), pair('c', 'd', 2)]
    expect(nearest(pairs).map(each => each.strength)).toEqual(['likely', 'possible', 'likely'])
  })
})

test('hundreds of hosts and people of each of many at one hour keep nobody waiting', () => {
  const many = (kind: string, of: number) => Array.from({ length: 300 }, (_, at) => `${kind} ${at} of ${of}`)
  const entries = Array.from({ length: 40 }, (_, of) => ({
    ...event(`Voices of migrants about rights and work ${of}`, undefined, by(...many('Society', of))),
    people: many('Anna', of).map(name => ({ id: name, name, role: 'speaker', affiliation: null, url: null })),
  }))
  const begun = performance.now()
  duplicatesWithin(knowEntries(entries as Entry[]))
  expect(performance.now() - begun).toBeLessThan(8000)
})
