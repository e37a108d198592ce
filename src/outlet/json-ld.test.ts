import { beforeAll, expect, test } from 'vitest'
import { aDay } from '../../test/a-day.ts'
import { addProgramme, openSite } from '../../test/site.ts'
import type { Programme } from '../domain/programme.ts'
import { readProgramme } from '../storage/programmes.ts'
import { entryJsonLd, programmeJsonLd } from './json-ld.ts'

const addresses = {
  series: 'https://day.example/s',
  edition: 'https://day.example/s/e',
  entry: ({ slug }: { slug: string }) => `https://day.example/s/e/${slug}`,
}
let programme: Programme

beforeAll(async () => {
  const site = await openSite('2021-03-06T09:20:00Z')
  const evil = {
    ...aDay[0]!,
    title: 'A </script><script>alert(1)</script>',
    start: '2021-03-06T03:00:00+01:00[Africa/Lagos]',
    end: '2021-03-06T04:00:00+01:00[Africa/Lagos]',
  }
  await addProgramme(site, { series: 's', edition: 'e', date: '2021-03-06', zone: 'Europe/London' }, [
    ...aDay,
    evil,
  ])
  programme = (await readProgramme(site.store, 's', 'e'))!
  await site.close()
})

const entry = (title: string) => programme.entries.find(each => each.title.startsWith(title))!
const told = (title: string) => JSON.parse(entryJsonLd(programme, entry(title), addresses))

test('an event is told with the organiser’s own clock time, where it is held and by whom', () => {
  expect(told('Maps for the harbour')).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Event',
    startDate: '2021-03-06T10:00:00+01:00',
    endDate: '2021-03-06T11:00:00+01:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: [{ '@type': 'VirtualLocation', url: 'https://meet.example/harbour' }],
    organizer: [{ '@type': 'Organization', name: 'Harbour Mappers', url: 'https://harbour.example' }],
    superEvent: { '@type': 'Event', '@id': addresses.edition },
  })
  expect(told('Night of the archives')).toMatchObject({
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [{ '@type': 'Place', name: 'Berlin' }, { '@type': 'VirtualLocation' }],
  })
  expect(told('A walk')).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
})

test('what is not told is left out', () => {
  expect(told('The forum')).not.toHaveProperty('startDate')
  expect(told('All-day reading')).toMatchObject({ startDate: '2021-03-06' })
  expect(told('A vigil')).toMatchObject({ startDate: '2021-03-06T18:00:00' })
  expect(told('Budgets')).not.toHaveProperty('endDate')
})

test('a work is told as a work', () => {
  expect(told('Open by default')).toMatchObject({
    '@type': 'CreativeWork',
    datePublished: '2021-03-05',
    url: 'https://www.ohchr.org/statement',
    publisher: [{ name: 'A Commission' }],
  })
})

test('a link that is shown near the start alone is never told', () => {
  const event = entry('Maps for the harbour')
  const secret = {
    ...event,
    links: event.links.map(link => ({ ...link, visibility: 'near-start' as const })),
  }
  expect(entryJsonLd(programme, event, addresses)).toContain('meet.example')
  expect(entryJsonLd(programme, secret, addresses)).not.toContain('meet.example')
})

test('nothing in it can end the element it stands in', () => {
  for (const json of [
    programmeJsonLd(programme, addresses),
    entryJsonLd(programme, entry('A </script>'), addresses),
  ]) {
    expect(json).not.toMatch(/<\/?script/i)
    expect(JSON.stringify(JSON.parse(json))).toContain('alert(1)')
  }
})

test('an edition names its series and its events', () => {
  const json = JSON.parse(programmeJsonLd(programme, addresses))
  expect(json.superEvent).toMatchObject({ '@type': 'EventSeries', '@id': addresses.series })
  expect(json.subEvent).toHaveLength(programme.entries.filter(({ kind }) => kind === 'event').length)
})
