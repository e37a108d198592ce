import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEventTime } from '../../../../test/arbitrary.ts'
import { content } from '../../../../test/entries.ts'
import { changed, contextIn, event, sent, typedIn } from '../../../../test/typed-form.tsx'
import { type Content, clean, keyOf } from '../../../domain/content.ts'
import { organisationRoles } from '../../../domain/entry.ts'
import { kinds, linkRoles } from '../../../domain/finding.ts'
import type { Language } from '../../words.ts'
import { attendances, readForm, recordings, statuses } from './read.ts'
import { changeRows, typedOfForm } from './typed.ts'

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
