import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEdition, content } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import type { Entry } from '../domain/entry.ts'
import { kinds } from '../domain/finding.ts'
import { recordingOf } from '../domain/recording.ts'
import { figuresOf } from '../domain/years.ts'
import { addEntries } from '../services/add-entries.ts'
import { countYears } from './count-years.ts'
import { readProgramme } from './programmes.ts'

const anyEntry = fc
  .record({
    kind: fc.constantFrom(...kinds, 'event' as const, 'event' as const),
    attendance: fc.constantFrom('online' as const, 'offline' as const, 'mixed' as const, undefined),
    status: fc.constantFrom('scheduled' as const, 'cancelled' as const, 'postponed' as const),
    recording: fc.constantFrom('unknown' as const, 'none' as const, 'available' as const, undefined),
    hasLink: fc.boolean(),
    end: fc.constantFrom(undefined, '2020-12-18T15:30:00Z', '2020-12-25T15:30:00Z'),
    isTimed: fc.boolean(),
    languages: fc.subarray(['en', 'fr', 'ar', 'zh-Hans']),
    organisations: fc.subarray([
      { name: 'IOM' },
      { name: 'ILO', role: 'partner' },
      { name: 'UNHCR', role: 'host' },
    ]),
    state: fc.constantFrom('published' as const, 'published' as const, 'draft' as const),
  })
  .map(({ hasLink, isTimed, end, state, ...told }) => ({
    state,
    content: content({
      ...told,
      start: isTimed ? '2020-12-18T14:00:00Z' : '2020-12-18',
      ...(isTimed && end && { end }),
      ...(hasLink && { links: [{ role: 'recording', url: 'https://video.example/1' }] }),
    }),
  }))

describe.each(stores)('what was in each year, in $name', ({ empty }) => {
  test('is what one counts who reads everything that readers see', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const act = { by: 'Anna', at: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 6 }), async entries => {
        await addEntries(store, edition.id, entries, act)
        const programme = (await readProgramme(store, 'migrants-day', '2020'))!
        const counts = await countYears(store.db, edition.seriesId)
        expect(figuresOf([edition], counts, '2021-01-01')).toEqual([counted(edition.id, programme.entries)])
      }),
      { numRuns: 12 },
    )
  })

  test('leaves out editions that are drafts', async () => {
    const store = await empty()
    const edition = await anEdition(store, { state: 'draft' })
    await addEntries(store, edition.id, [{ state: 'published', content: content() }], { by: 'Anna', at: 0 })
    expect(await countYears(store.db, edition.seriesId)).toEqual([])
  })
})

/** One after the other. */
function counted(editionId: string, entries: Entry[]) {
  const number = (is: (entry: Entry) => boolean) => entries.filter(is).length
  const events = entries.filter(
    ({ kind, status }) => kind === 'event' && status !== 'cancelled' && status !== 'postponed',
  )
  const recorded = events.filter(entry => recordingOf(entry) === 'available').length
  const timed = events.filter(({ time, startsAt }) => time.precision === 'moment' && startsAt !== null)
  const hours = timed.map(({ startsAt, endsAt }) => (endsAt === null ? 1 : (endsAt - startsAt!) / 3_600_000))
  const languages = new Map<string, number>()
  for (const language of entries.flatMap(entry => entry.languages))
    languages.set(language, (languages.get(language) ?? 0) + 1)
  const isAt = (attendance: Entry['attendance']) =>
    number(entry => entry.kind === 'event' && entry.attendance === attendance)
  return {
    editionId,
    entries: entries.length,
    kinds: {
      online: isAt('online'),
      mixed: isAt('mixed'),
      offline: isAt('offline'),
      untold: isAt(null),
      ...Object.fromEntries(
        kinds.flatMap(kind => (kind === 'event' ? [] : [[kind, number(entry => entry.kind === kind)]])),
      ),
    },
    hours: hours.reduce((sum, each) => sum + Math.min(24, each), 0),
    languages,
    organisers: new Set(
      entries.flatMap(({ organisations }) =>
        organisations.flatMap(({ id, role }) => (role === null || role === 'host' ? id : [])),
      ),
    ).size,
    events: events.length,
    recorded,
    share: events.length === 0 ? null : recorded / events.length,
  }
}
