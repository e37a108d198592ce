import type { Entry } from '../../domain/entry.ts'
import type { Programme } from '../../domain/programme.ts'
import { inPublic } from '../../domain/secret-link.ts'
import { type EntryNews, eventOf, named, personOf, publicLinks, summaryOf } from './event.ts'
import { type SaidToMachines, saidOf } from './said.ts'
import { cleanThing, jsonLdOf, type Thing } from './thing.ts'
import { type Trail, trailOf } from './trail.ts'
import { videoOf } from './video.ts'

/** One entry for machines (schema.org): an event with its sessions, or a work. */
export function entryJsonLd(
  { edition }: Programme,
  entry: Entry,
  told: { address: string; edition: string; trail: Trail; news: EntryNews; said?: SaidToMachines },
): string {
  const whole = { '@id': told.edition, name: edition.title, url: told.edition }
  const days = { startDate: edition.startsOn, endDate: edition.endsOn }
  const thing =
    entry.kind === 'event'
      ? { ...eventOf(entry, told.address, told.news), superEvent: { '@type': 'Event', ...whole, ...days } }
      : {
          ...workOf(entry, told.address, told.news),
          // An event is no work, and has no comments in the words of schema.org.
          ...(told.said && saidOf(told.said)),
          subjectOf: { '@type': 'WebPage', ...whole },
        }
  return jsonLdOf(thing, trailOf(told.trail))
}

function workOf(entry: Entry, address: string, { picture }: EntryNews): Thing {
  const type = works[entry.kind as keyof typeof works]
  const description = summaryOf(entry)
  const url = publicLinks(entry, 'source')[0] ?? address
  const video =
    entry.kind === 'video'
      ? videoOf({ name: inPublic(entry.title, entry), url, description, uploaded: entry.published, picture })
      : {}
  return cleanThing({
    '@type': type,
    ...video,
    '@id': address,
    identifier: entry.id,
    [type === 'Article' ? 'headline' : 'name']: inPublic(entry.title, entry),
    genre: entry.kind === 'statement' ? 'Statement' : null,
    description: video.description ?? description,
    image: picture,
    datePublished: entry.published,
    url,
    author: entry.people.length ? entry.people.map(personOf) : named(entry.organisations),
    publisher: named(entry.organisations),
    inLanguage: entry.languages,
    keywords: entry.tags.map(({ name }) => name).join(', '),
  })
}

const works = {
  statement: 'Article',
  video: 'VideoObject',
  article: 'Article',
  campaign: 'CreativeWork',
  toolkit: 'LearningResource',
}
