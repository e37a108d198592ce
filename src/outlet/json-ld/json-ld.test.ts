import { beforeAll, expect, test } from 'vitest'
import { aDay } from '../../../test/a-day.ts'
import { addProgramme, openSite } from '../../../test/site.ts'
import type { Programme } from '../../domain/programme.ts'
import { readProgramme } from '../../storage/programmes.ts'
import { entryJsonLd } from './entry.ts'
import type { EntryNews } from './event.ts'
import { organisationJsonLd, personJsonLd } from './profile.ts'
import { programmeJsonLd } from './programme.ts'

const series = 'https://day.example/s'
const edition = `${series}/e`
const entryAddress = ({ slug }: { slug: string }) => `${edition}/${slug}`
let programme: Programme

beforeAll(async () => {
  const site = await openSite('2021-03-06T09:20:00Z')
  const evil = {
    ...aDay[0]!,
    title: 'A </script><script>alert(1)</script>',
    start: '2021-03-06T03:00:00+01:00[Africa/Lagos]',
    end: '2021-03-06T04:00:00+01:00[Africa/Lagos]',
  }
  const recorded = {
    ...aDay[3]!,
    title: 'Lunch in Auckland',
    start: '2021-03-06T12:00:00+13:00[Pacific/Auckland]',
    end: '2021-03-06T13:00:00+13:00[Pacific/Auckland]',
    links: [{ role: 'recording' as const, url: 'https://www.youtube.com/watch?v=abcdefghijk' }],
  }
  const video = {
    kind: 'video' as const,
    title: 'A film',
    published: '2021-03-01',
    links: [{ role: 'source' as const, url: 'https://video.example/film.mp4' }],
  }
  await addProgramme(site, { series: 's', edition: 'e', date: '2021-03-06', zone: 'Europe/London' }, [
    ...aDay,
    evil,
    recorded,
    video,
  ])
  programme = (await readProgramme(site.store, 's', 'e'))!
  await site.close()
})

const entry = (title: string) => programme.entries.find(each => each.title.startsWith(title))!
const noNews: EntryNews = { movedFrom: null, recordedAt: null, picture: null }
const json = (of: Programme['entries'][number], news: Partial<EntryNews> = {}) =>
  entryJsonLd(programme, of, {
    address: entryAddress(of),
    edition,
    trail: [
      { name: 'S', url: series },
      { name: 'E', url: edition },
      { name: of.title, url: entryAddress(of) },
    ],
    news: { ...noNews, ...news },
  })
const told = (title: string, news: Partial<EntryNews> = {}) =>
  JSON.parse(json(entry(title), news))['@graph'][0]
const ofProgramme = () =>
  programmeJsonLd(programme, {
    series,
    edition,
    entry: entryAddress,
    trail: [
      { name: 'S', url: series },
      { name: 'E', url: edition },
    ],
    picture: 'https://day.example/s/e/picture.png',
    updates: [
      { at: Date.parse('2021-03-06T09:00:00Z'), words: 'New: Maps', url: `${edition}/maps-for-the-harbour` },
    ],
  })

test('an event is told with the organiser’s own clock time, where it is held and by whom', () => {
  expect(told('Maps for the harbour')).toMatchObject({
    '@type': 'Event',
    startDate: '2021-03-06T10:00:00+01:00',
    endDate: '2021-03-06T11:00:00+01:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: [{ '@type': 'VirtualLocation', url: 'https://meet.example/harbour' }],
    organizer: [{ '@type': 'Organization', name: 'Harbour Mappers', url: 'https://harbour.example' }],
    superEvent: { '@type': 'Event', '@id': edition },
  })
  expect(told('Night of the archives')).toMatchObject({
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [
      { '@type': 'Place', name: 'Berlin' },
      { '@type': 'VirtualLocation', url: 'https://archive.example/register' },
    ],
  })
  expect(told('A walk')).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
})

test('what is not told is left out', () => {
  expect(told('The forum')).not.toHaveProperty('startDate')
  expect(told('All-day reading')).toMatchObject({ startDate: '2021-03-06' })
  expect(told('A vigil')).toMatchObject({ startDate: '2021-03-06T18:00:00' })
  expect(told('Budgets')).not.toHaveProperty('endDate')
  expect(told('Maps')).not.toHaveProperty('previousStartDate')
  expect(told('Maps')).not.toHaveProperty('recordedIn')
})

test('an event that was moved tells its start before, in its own zone, and that it was rescheduled', () => {
  const movedFrom = {
    precision: 'moment' as const,
    start: '2021-03-05T10:00:00',
    end: null,
    zone: 'Africa/Lagos',
  }
  expect(told('Maps', { movedFrom })).toMatchObject({
    startDate: '2021-03-06T10:00:00+01:00',
    previousStartDate: '2021-03-05T10:00:00+01:00',
    eventStatus: 'https://schema.org/EventRescheduled',
  })
  // Cancelled outweighs moved, and what says the same start is no move.
  expect(told('A walk', { movedFrom }).eventStatus).toBe('https://schema.org/EventCancelled')
  const same = { ...movedFrom, start: '2021-03-06T10:00:00', end: '2021-03-06T12:00:00' }
  expect(told('Maps', { movedFrom: same })).not.toHaveProperty('previousStartDate')
  const unknown = { ...movedFrom, zone: 'Mars/Olympus' }
  expect(told('Maps', { movedFrom: unknown }).eventStatus).toBe('https://schema.org/EventScheduled')
})

test('a recording is a video with what search engines ask for, as far as it is known', () => {
  const news = { recordedAt: Date.parse('2021-03-07T10:00:00Z'), picture: 'https://day.example/p.png' }
  expect(told('Lunch in Auckland', news).recordedIn).toEqual([
    {
      '@type': 'VideoObject',
      name: 'Lunch in Auckland',
      description: 'Lunch in Auckland',
      uploadDate: '2021-03-07T10:00:00.000Z',
      thumbnailUrl: 'https://day.example/p.png',
      url: 'https://www.youtube.com/watch?v=abcdefghijk',
      embedUrl: 'https://www.youtube.com/embed/abcdefghijk',
    },
  ])
  // Since when it has been there nobody told: nothing is made up.
  expect(told('Lunch in Auckland').recordedIn[0]).not.toHaveProperty('uploadDate')
  expect(told('A film', { picture: 'https://day.example/p.png' })).toMatchObject({
    '@type': 'VideoObject',
    name: 'A film',
    description: 'A film',
    uploadDate: '2021-03-01',
    thumbnailUrl: 'https://day.example/p.png',
    contentUrl: 'https://video.example/film.mp4',
  })
})

test('a work is told as a work', () => {
  expect(told('Open by default')).toMatchObject({
    '@type': 'Article',
    headline: 'Open by default',
    genre: 'Statement',
    datePublished: '2021-03-05',
    url: 'https://www.ohchr.org/statement',
    author: [{ '@type': 'Organization', name: 'A Commission' }],
    publisher: [{ name: 'A Commission' }],
  })
})

test('a link that is shown near the start alone is never told', () => {
  const event = entry('Maps for the harbour')
  const secret = {
    ...event,
    links: event.links.map(link => ({ ...link, visibility: 'near-start' as const })),
  }
  expect(json(event)).toContain('meet.example')
  expect(json(secret)).not.toContain('meet.example')
  // Where it is held online is still told: by the page on which the link will stand.
  expect(JSON.parse(json(secret))['@graph'][0].location).toEqual([
    { '@type': 'VirtualLocation', url: `${edition}/maps-for-the-harbour` },
  ])
})

test('nothing in it can end the element it stands in', () => {
  for (const text of [ofProgramme(), json(entry('A </script>'))]) {
    expect(text).not.toMatch(/<\/?script/i)
    expect(JSON.stringify(JSON.parse(text))).toContain('alert(1)')
  }
})

test('an edition names its series and its events, is a page that is kept up to date, and lies below its series', () => {
  const [day, blog, trail] = JSON.parse(ofProgramme())['@graph']
  expect(day.superEvent).toMatchObject({ '@type': 'EventSeries', '@id': series })
  expect(day.subEvent).toHaveLength(programme.entries.filter(({ kind }) => kind === 'event').length)
  expect(blog).toEqual({
    '@type': 'LiveBlogPosting',
    '@id': `${edition}#live`,
    url: edition,
    headline: programme.edition.title,
    about: { '@id': edition },
    datePublished: '2021-03-06T09:20:00Z',
    dateModified: '2021-03-06T09:00:00Z',
    coverageStartTime: '2021-03-05T10:00:00Z',
    coverageEndTime: '2021-03-07T12:00:00Z',
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        headline: 'New: Maps',
        datePublished: '2021-03-06T09:00:00Z',
        url: `${edition}/maps-for-the-harbour`,
      },
    ],
  })
  expect(trail).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'S', item: series },
      { '@type': 'ListItem', position: 2, name: 'E', item: edition },
    ],
  })
})

test('organisations and people are told with what they took part in', () => {
  const of = {
    name: 'Harbour Mappers',
    address: 'https://day.example/organisations/harbour-mappers',
    site: 'https://harbour.example',
    entries: [entry('Maps'), entry('Open by default')].map(each => ({
      ...each,
      address: entryAddress(each),
    })),
    trail: [],
  }
  expect(JSON.parse(organisationJsonLd(of))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': of.address,
    name: 'Harbour Mappers',
    url: of.address,
    sameAs: 'https://harbour.example',
    event: [
      {
        '@type': 'Event',
        '@id': `${edition}/maps-for-the-harbour`,
        url: `${edition}/maps-for-the-harbour`,
        name: 'Maps for the harbour',
        startDate: '2021-03-06T10:00:00+01:00',
        endDate: '2021-03-06T11:00:00+01:00',
      },
    ],
  })
  expect(JSON.parse(personJsonLd({ ...of, site: null }))).toMatchObject({
    '@type': 'Person',
    performerIn: [{ name: 'Maps for the harbour' }],
  })
})
