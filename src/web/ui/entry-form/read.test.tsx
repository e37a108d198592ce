import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEventTime } from '../../../../test/arbitrary.ts'
import { content } from '../../../../test/entries.ts'
import { untouchedForm } from '../../../../test/form.ts'
import { type Content, clean, keyOf } from '../../../domain/content.ts'
import { organisationRoles } from '../../../domain/entry.ts'
import { notTold } from '../../../domain/event-time.ts'
import { kinds, linkRoles } from '../../../domain/finding.ts'
import { type Language, loadWords, wordsOf } from '../../words.ts'
import { EntryForm } from '../entry-form.tsx'
import { showingOf } from '../showing.ts'
import { fillForm } from './fill.ts'
import type { FormContext } from './form-state.ts'
import { attendances, readForm, recordings, statuses } from './read.ts'
import { changeRows, type Typed, typedOfForm } from './typed.ts'

await loadWords('ar')
const now = Date.parse('2020-12-18T12:00Z')

function contextIn(language: Language = 'en'): FormContext {
  const locale = language === 'ar' ? 'ar' : 'en-GB'
  return {
    homeZone: 'Europe/Berlin',
    startsOn: '2020-12-18',
    endsOn: '2020-12-18',
    assumedMinutes: 60,
    locale,
    say: wordsOf(language, locale),
    now,
  }
}

/** What a browser sends of the form that is filled with a content. */
function sent(told: Content, context = contextIn(), prefix = ''): [string, string][] {
  const language = context.locale === 'ar' ? 'ar' : 'en'
  const reader = {
    language,
    locale: context.locale,
    zone: null,
    beside: null,
    waking: null,
    at: now,
    moved: false,
    kept: '',
    notices: [],
  }
  const showing = showingOf(reader as Parameters<typeof showingOf>[0], context.homeZone)
  const form = (
    <form>
      <EntryForm state={fillForm(told, context)} context={context} showing={showing} prefix={prefix} />
    </form>
  )
  return untouchedForm(String(form))
}

function typedIn(told: Content, changes: Record<string, string> = {}, context = contextIn()): Typed {
  return new Map([...typedOfForm(sent(told, context))!, ...Object.entries(changes)])
}

/** A form filled with a content, in which somebody changes these fields. */
function changed(told: Content, changes: Record<string, string>) {
  const { content, state } = readForm(typedIn(told, changes), told, contextIn())
  return { content, problems: state.problems.map(({ field, key }) => [field, key]), state }
}

const event = content({
  kind: 'event',
  title: 'Maps',
  start: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
  end: '2020-12-18T16:00:00+01:00[Europe/Berlin]',
})

describe('a form that nobody touched', () => {
  test('says to the letter what the entry said, whatever that is, in every language of the pages', () => {
    fc.assert(
      fc.property(
        anyContent(fc.string({ unit: 'binary', maxLength: 30 })),
        fc.constantFrom('en', 'ar'),
        (told, language) => {
          const context = contextIn(language as Language)
          const read = readForm(typedOfForm(sent(told, context))!, told, context)
          expect(read.content).toEqual(told)
          expect(read.state.problems.filter(({ key }) => key !== 'form.wrong.title')).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('says it by its fields alone, where these can hold it', () => {
    fc.assert(
      fc.property(anyContent(anyWords), fc.constantFrom('en', 'ar'), (told, language) => {
        const context = contextIn(language as Language)
        const { content: read, state } = readForm(typedOfForm(sent(told, context))!, blank(told), context)
        expect(state.problems).toEqual([])
        expect(read).toEqual({ ...told, doubts: [] })
      }),
      { numRuns: 60 },
    )
  })

  test('is read the same among others on its page', () => {
    const form = [...sent(event, contextIn(), '3-'), ['4-title', 'Another']] as [string, string][]
    expect(readForm(typedOfForm(form, '3-')!, event, contextIn()).content).toEqual(event)
  })
})

/** The least that may stand where a form is filled in: its time is told nowhere else. */
function blank(told: Content): Content {
  return { ...content({ kind: 'article', title: '–' }), recording: told.recording }
}

const anyWords = fc
  .array(fc.constantFrom('Rights', 'of', 'migrants', 'الهجرة', '移民', 'José', '<b>', '"', '&amp;', '€'), {
    minLength: 1,
    maxLength: 4,
  })
  .map(words => words.join(' '))

function anyContent(text: fc.Arbitrary<string>): fc.Arbitrary<Content> {
  const word = text.map(clean)
  const name = word.filter(told => told !== '')
  const line = fc.option(name)
  const url = fc.option(
    fc.constantFrom('https://example.org/a?b=c&d', 'http://مثال.إختبار/', 'https://x.org/#"'),
  )
  const tags = fc.uniqueArray(fc.constantFrom('en', 'ar', 'zh-Hant', 'pt', 'fil', 'ckb'), { maxLength: 3 })
  const once = <T,>(key: (member: T) => string, member: fc.Arbitrary<T>) =>
    fc.uniqueArray(member, { selector: key, maxLength: 3 })
  return fc.record({
    kind: fc.constantFrom(...kinds),
    title: name,
    summary: line,
    note: fc.option(fc.array(name, { minLength: 1, maxLength: 3 }).map(lines => clean(lines.join('\n\n')))),
    time: anyEventTime.map(time => (time.precision === 'moment' ? endsLater(time) : { ...time, zone: null })),
    status: fc.constantFrom(...statuses),
    statusReason: line,
    attendance: fc.option(fc.constantFrom(...attendances)),
    place: fc.option(
      fc
        .record({
          name: line,
          address: line,
          country: fc.option(fc.constantFrom('PH', 'CI', 'PS', 'GB')),
          at: fc.option(
            fc.tuple(
              fc.double({ min: -90, max: 90, noNaN: true }),
              fc.double({ min: -180, max: 180, noNaN: true }),
            ),
          ),
        })
        .map(({ at, ...told }) => ({ ...told, lat: at ? at[0] + 0 : null, lon: at ? at[1] + 0 : null }))
        .filter(place => Object.values(place).some(part => part !== null)),
    ),
    organisations: once<Content['organisations'][number]>(
      keyOf.organisations,
      fc.record({ name, url, role: fc.option(fc.constantFrom(...organisationRoles)) }),
    ),
    people: once<Content['people'][number]>(
      keyOf.people,
      fc.record({ name, url, role: line, affiliation: line }),
    ),
    links: once<Content['links'][number]>(
      keyOf.links,
      fc.record({
        role: fc.constantFrom(...linkRoles),
        url: url.map(told => told ?? 'https://example.org/'),
        title: line,
      }),
    ),
    recording: fc.constantFrom(...recordings),
    registrationUntil: fc.option(
      fc.constantFrom('2020-12-17', '2020-12-17T23:59:00', '2020-12-17T23:59:00+01:00[Europe/Berlin]'),
    ),
    languages: tags,
    interpretation: tags,
    captions: tags,
    signLanguages: fc.subarray(['ils', 'ase', 'bfi']),
    tags: once(keyOf.tags, name),
    image: url,
    imageAlt: line,
    doubts: fc.constant([]),
    published: fc.option(fc.constantFrom('2020-12-10', '2021-01-02')),
    language: fc.option(fc.constantFrom('en', 'ar', 'zh-Hant', 'fil')),
    // They have a page of their own.
    translations: fc.constant(null),
  })
}

/** An hour that comes twice or never cannot be told by a form alone, nor can an end that is none. */
function endsLater(time: Content['time']): Content['time'] {
  const quiet = `2020-12-1${Number(time.start!.slice(8, 10)) % 10}`
  return { ...time, start: `${quiet}${time.start!.slice(10)}`, end: time.end && '2020-12-20T01:30:00' }
}

describe('a time', () => {
  test('is read from words that leave nothing open, and stored at once', () => {
    const read = changed(event, { 'when.words': 'Fri 18 Dec, 5–6:30 pm Manila' })
    expect([read.content, read.problems]).toEqual([
      {
        ...event,
        time: {
          precision: 'moment',
          start: '2020-12-18T17:00:00',
          end: '2020-12-18T18:30:00',
          zone: 'Asia/Manila',
        },
      },
      [],
    ])
  })

  test('that words leave open comes back with what may be meant, and is stored with the answer', () => {
    const asked = changed(event, { 'when.words': '18 December, 5 pm IST' })
    expect(asked.problems).toEqual([['doubt.start.zone-ambiguous', 'form.wrong.answer']])
    expect(asked.state.typed.get('when.zone')).toBe('Asia/Kolkata')
    const [{ doubt } = { doubt: null }] = asked.state.doubts
    expect(doubt?.choices?.map(({ start }) => start)).toEqual([
      '2020-12-18T17:00:00+05:30[Asia/Kolkata]',
      '2020-12-18T17:00:00+02:00[Asia/Jerusalem]',
    ])
    const answer = (value: string) => {
      const typed = new Map([...asked.state.typed, ['doubt.start.zone-ambiguous', value]])
      const { content: told, state } = readForm(typed, event, contextIn())
      return [told.time.zone, told.doubts.map(({ code }) => code), state.problems]
    }
    expect(answer('2020-12-18T17:00:00+02:00[Asia/Jerusalem]||')).toEqual(['Asia/Jerusalem', [], []])
    expect(answer('2020-12-18T17:00:00+05:30[Asia/Kolkata]||')).toEqual(['Asia/Kolkata', [], []])
    expect(answer('keep')).toEqual(['Asia/Kolkata', ['zone-ambiguous'], []])
  })

  test('without a zone is not taken in any', () => {
    const read = changed(event, { 'when.words': '18 December 2020, 5 pm' })
    expect(read.problems).toEqual([['when.zone', 'form.wrong.zone-missing']])
    expect([read.state.typed.get('when.start'), read.state.typed.get('when.zone')]).toEqual(['17:00', ''])
  })

  test('without a zone is told that of its place, and is not taken in it', () => {
    const read = changed(event, { 'when.zone': '', 'place.name': 'City Hall, Manila' })
    expect([read.state.problems, read.content.time]).toEqual([
      [{ field: 'when.zone', key: 'form.wrong.zone-near', values: { zone: 'Asia/Manila' } }],
      event.time,
    ])
  })

  test('of a weekday alone is the one of the edition; of an hour alone it is asked for', () => {
    expect(changed(event, { 'when.words': 'Friday 5 pm CET' }).problems).toEqual([])
    expect(changed(event, { 'when.words': '5 pm CET' }).problems).toEqual([
      ['doubt.start.date-missing', 'form.wrong.answer'],
    ])
  })

  test('that words and parts tell otherwise is read from neither until one gives way', () => {
    const both = { 'when.words': '18 December 2020, 5 pm CET', 'when.start': '15:30' }
    const read = changed(event, both)
    expect(read.problems).toEqual([['when.words', 'form.wrong.words-and-parts']])
    expect(read.state.typed.get('when.start')).toBe('15:30')
    const forced = readForm(typedIn(event, both), event, contextIn(), { force: true })
    expect([forced.content.time.start, forced.state.problems]).toEqual(['2020-12-18T17:00:00', []])
  })

  test('of words that tell several is said to be the first of them, once', () => {
    const read = changed(event, { 'when.words': '18 Dec 2020, 15:00 and 17:00 CET' })
    expect(read.problems).toEqual([['when.words', 'form.wrong.several']])
    const again = readForm(read.state.typed, event, contextIn())
    expect([again.content.time.start, again.state.problems]).toEqual(['2020-12-18T15:00:00', []])
  })

  test('of words that tell none stays as it is, with the words', () => {
    const read = changed(event, { 'when.words': 'whenever you like' })
    expect([read.content.time, read.problems, read.state.typed.get('when.words')]).toEqual([
      event.time,
      [['when.words', 'form.wrong.words']],
      'whenever you like',
    ])
  })

  test.each([
    ['Manila', 'Asia/Manila'],
    ['UTC+8', '+08:00'],
    ['CET', 'Europe/Berlin'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['kenya', 'Africa/Nairobi'],
    ['UTC', 'UTC'],
  ])('has the zone of “%s”', (words, zone) => {
    const read = changed(event, { 'when.zone': words })
    expect([read.content.time.zone, read.problems]).toEqual([zone, []])
  })

  test.each([
    [{ 'when.zone': 'Nowhere at all' }, 'when.zone', 'form.wrong.zone'],
    [{ 'when.zone': '' }, 'when.zone', 'form.wrong.zone-missing'],
    [{ 'when.zone': 'Brazil' }, 'doubt.start.zone-ambiguous', 'form.wrong.answer'],
    [{ 'when.day': '2020-02-30' }, 'when.day', 'form.wrong.day'],
    [{ 'when.day': '' }, 'when.day', 'form.wrong.day-missing'],
    [{ 'when.start': '' }, 'when.start', 'form.wrong.hour-missing'],
    [{ 'when.start': '25:00' }, 'when.start', 'form.wrong.hour'],
    [{ 'when.end': '14:00' }, 'when.end', 'form.wrong.end'],
    [{ 'when.end': '15:00' }, 'when.end', 'form.wrong.end'],
    [{ 'when.end-day': '2020-12-17' }, 'when.end-day', 'form.wrong.end-day'],
    [{ 'when.day': '2021-03-28', 'when.start': '02:30', 'when.end': '' }, 'when.start', 'form.wrong.skipped'],
    [
      { 'when.day': '2021-10-31', 'when.start': '02:30', 'when.end': '' },
      'doubt.start.time-repeated',
      'form.wrong.answer',
    ],
    [
      { 'when.day': '2021-10-31', 'when.start': '01:30', 'when.end': '02:30' },
      'doubt.end.time-repeated',
      'form.wrong.answer',
    ],
    [{ 'when.precision': 'soon' }, 'when.precision', 'form.wrong.precision'],
  ] as [Record<string, string>, string, string][])('is refused in words: %j', (changes, field, key) => {
    const read = changed(event, changes)
    expect(read.problems).toEqual([[field, key]])
    for (const [name, value] of Object.entries(changes)) expect(read.state.typed.get(name)).toBe(value)
  })

  test('that goes on past midnight has the day on which it ends', () => {
    const read = changed(event, { 'when.end': '01:00', 'when.end-day': '2020-12-19' })
    expect([read.content.time.end, read.problems]).toEqual(['2020-12-19T01:00:00', []])
  })

  test('that comes twice is the one that is chosen', () => {
    const night = { 'when.day': '2021-10-31', 'when.start': '02:30', 'when.end': '' }
    const second = { ...night, 'doubt.start.time-repeated': '2021-10-31T02:30:00+01:00[Europe/Berlin]||' }
    expect(changed(event, second).content.time).toEqual({
      precision: 'moment',
      start: '2021-10-31T02:30:00',
      end: null,
      zone: '+01:00',
    })
    const end = {
      ...night,
      'when.start': '01:30',
      'when.end': '02:30',
      'doubt.end.time-repeated': '2021-10-31T01:30:00+02:00[+02:00]|2021-10-31T03:30:00+02:00[+02:00]|',
    }
    const read = changed(event, end)
    expect([read.content.time, read.problems]).toEqual([
      { precision: 'moment', start: '2021-10-31T01:30:00', end: '2021-10-31T03:30:00', zone: '+02:00' },
      [],
    ])
  })

  test('is told less of without losing what else was typed', () => {
    expect(changed(event, { 'when.precision': 'not-told' }).content.time.precision).toBe('not-told')
    expect(changed(event, { 'when.precision': 'date-only' }).content.time).toEqual({
      precision: 'date-only',
      start: '2020-12-18',
      end: null,
      zone: null,
    })
    expect(changed(event, { 'when.everywhere': 'on' }).content.time.zone).toBe(null)
    const open = { ...event, time: notTold }
    expect(changed(open, { 'when.day': '2020-12-18' }).problems).toEqual([
      ['when.precision', 'form.wrong.not-told'],
    ])
  })
})

describe('a doubt that a source has left', () => {
  const doubted: Content = {
    ...event,
    doubts: [
      {
        code: 'zone-ambiguous',
        field: 'start',
        says: '“CT” may be several.',
        choices: [
          {
            start: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
            end: '2020-12-18T16:00:00+01:00[Europe/Berlin]',
          },
          {
            start: '2020-12-18T15:00:00-06:00[America/Chicago]',
            end: '2020-12-18T16:00:00-06:00[America/Chicago]',
          },
        ],
      },
      { code: 'weekday-disagrees', field: 'start', says: 'Friday was a Thursday.' },
    ],
  }
  const codes = (changes: Record<string, string>) =>
    changed(doubted, changes).content.doubts.map(({ code }) => code)

  test('stays as long as nobody settles it', () => {
    expect(changed(doubted, { title: 'Other' }).content).toEqual({ ...doubted, title: 'Other' })
    expect(codes({ 'doubt.start.zone-ambiguous': 'keep' })).toEqual(['zone-ambiguous', 'weekday-disagrees'])
  })

  test('is settled by a choice, by saying that it is right, or by changing what it is about', () => {
    const choice = '2020-12-18T15:00:00-06:00[America/Chicago]|2020-12-18T16:00:00-06:00[America/Chicago]|'
    const read = changed(doubted, { 'doubt.start.zone-ambiguous': choice })
    expect([read.content.time.zone, read.content.doubts.map(({ code }) => code), read.problems]).toEqual([
      'America/Chicago',
      ['weekday-disagrees'],
      [],
    ])
    expect(codes({ 'doubt.start.weekday-disagrees': 'stands' })).toEqual(['zone-ambiguous'])
    expect(codes({ 'when.zone': 'Nairobi' })).toEqual(['weekday-disagrees'])
    expect(codes({ 'when.day': '2020-12-19' })).toEqual(['zone-ambiguous'])
  })

  test('is asked about again where the time was changed as well', () => {
    const choice = '2020-12-18T15:00:00-06:00[America/Chicago]|2020-12-18T16:00:00-06:00[America/Chicago]|'
    const changes = { 'doubt.start.zone-ambiguous': choice, 'when.start': '14:00' }
    const read = changed(doubted, changes)
    expect(read.problems).toEqual([['doubt.start.zone-ambiguous', 'form.wrong.choice']])
    expect(read.state.doubts[0]?.doubt.choices?.[1]?.start).toBe('2020-12-18T14:00:00-06:00[America/Chicago]')
  })
})

describe('the lists of an entry', () => {
  const told: Content = {
    ...event,
    people: [
      { name: 'Ana\nMaría', url: null, role: 'speaker', affiliation: null },
      { name: 'Ben', url: null, role: null, affiliation: null },
    ],
    organisations: [{ name: 'Maps for All', url: 'https://maps.example/', role: null }],
  }

  test('grow, shrink and keep members that nobody touched to the letter', () => {
    const typed = changeRows(changeRows(typedIn(told), 'more:people')!, 'less:people.1')!
    const more = new Map([...typed, ['people.3.name', 'Chidi'], ['people.3.role', 'host']])
    const { content: read, state } = readForm(more, told, contextIn())
    expect(state.problems).toEqual([])
    expect(read.people).toEqual([
      told.people[0],
      { name: 'Chidi', url: null, role: 'host', affiliation: null },
    ])
    expect(read.organisations).toEqual(told.organisations)
    expect(changeRows(typed, 'less:title')).toBe(null)
  })

  test.each([
    [{ 'people.5.role': 'speaker' }, 'people.5.name', 'form.wrong.name'],
    [{ 'organisations.5.name': 'maps for ALL' }, 'organisations.5.name', 'form.wrong.twice'],
    [{ 'organisations.0.url': 'https://other.example/' }, 'organisations.0.url', 'form.wrong.url-kept'],
    [{ 'links.5.url': 'javascript:alert(1)' }, 'links.5.url', 'form.wrong.address'],
    [{ 'links.5.url': 'mailto:a@example.org' }, 'links.5.url', 'form.wrong.address'],
    [{ 'links.5.url': 'https://' }, 'links.5.url', 'form.wrong.address'],
    [{ 'links.5.title': 'Zoom' }, 'links.5.url', 'form.wrong.address-missing'],
    [{ image: 'data:image/png;base64,AA' }, 'image', 'form.wrong.address'],
    [{ languages: 'English, Gibberish' }, 'languages', 'form.wrong.language'],
    [{ 'place.lat': '91', 'place.lon': '0' }, 'place.lat', 'form.wrong.degrees'],
    [{ 'place.lat': '12' }, 'place.lon', 'form.wrong.coordinates'],
    [{ title: ' \u0000 ' }, 'title', 'form.wrong.title'],
    [{ title: 'x'.repeat(1001) }, 'title', 'form.wrong.long'],
    [{ 'until.day': '', 'until.clock': '12:00' }, 'until.day', 'form.wrong.day-missing'],
    [{ kind: 'party' }, 'kind', 'form.wrong.choose'],
  ] as [Record<string, string>, string, string][])(
    'and the rest are refused in words: %j',
    (changes, field, key) => {
      const filled = { ...(field.startsWith('links.5') && { 'links.5.role': 'join' }), ...changes }
      expect(changed(told, filled).problems).toEqual([[field, key]])
    },
  )

  test('take names of languages in any language of the pages, and subjects with commas of their own', () => {
    const tagged = { ...told, tags: ['Peace, justice and institutions', 'Health'] }
    const read = changed(tagged, {
      languages: 'Arabic، français; zh-Hant, English',
      sign: 'International Sign',
      tags: 'Peace, justice and institutions, Health, health, Rights',
      'links.0.role': 'source',
      'links.0.url': 'example.org/a',
      'place.country': 'Côte d’Ivoire',
    })
    expect(read.problems).toEqual([])
    expect(read.content).toEqual({
      ...tagged,
      languages: ['ar', 'fr', 'zh-Hant', 'en'],
      signLanguages: ['ils'],
      tags: ['Peace, justice and institutions', 'Health', 'Rights'],
      links: [{ role: 'source', url: 'https://example.org/a', title: null }],
      place: { name: null, address: null, country: 'CI', lat: null, lon: null },
    })
  })

  test('tell of no recording before the end', () => {
    expect(
      changed(
        { ...event, time: { ...event.time, start: '2020-12-18T14:00:00', end: null } },
        { recording: 'available' },
      ).problems,
    ).toEqual([['recording', 'form.wrong.recording-early']])
    expect(changed(event, { recording: 'removed' }).problems).toEqual([
      ['recording', 'form.wrong.recording-removed'],
    ])
    expect(changed(event, { recording: 'expected' }).problems).toEqual([])
  })

  test('are no more than anybody types', () => {
    const rows = Array.from({ length: 7000 }, (_, at): [string, string] => [`people.${at}.name`, 'x'])
    expect(typedOfForm(rows)).toBe(null)
  })
})
