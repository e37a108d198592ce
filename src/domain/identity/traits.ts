import { canonicalZone } from '../../time/zones.ts'
import { isDeep } from '../address-key.ts'
import type { Content } from '../content.ts'
import type { Instants } from '../event-time.ts'
import { foldName } from '../fold-name.ts'
import { leadsTo } from './addresses/leads-to.ts'
import { type Venue, venueOf } from './places/venue.ts'
import { bitsOf, type TitleWords, titleWords } from './titles/title-words.ts'

/** What is compared of an entry or of a finding on its way to become one. */
export type Told = Pick<Content, 'kind' | 'title' | 'time' | 'published'> &
  Instants & {
    links: { role: string; url: string }[]
    organisations: { name: string; url?: string | null }[]
    place?: Content['place']
    languages?: string[]
    people?: { name: string }[]
    doubts?: { code: string }[]
    summary?: string | null
    status?: Content['status']
    /** The source's own identifier. */
    uid?: string | undefined
  }

/** The sources that tell of an entry, and their own identifiers of it. */
export type KnownBy = { sources: readonly string[]; uids: readonly string[] }

/** What something can be known by, made once and compared often. */
export type Traits = Venue & {
  kind: Told['kind']
  title: TitleWords
  /** By what its sources know it. */
  known: KnownBy
  place: Told['place']
  moment: { startsAt: number; endsAt: number | null; wall: string; isFloating: boolean } | null
  /** First and last day, where a day is told. */
  days: [string, string] | null
  organisations: string[]
  people: string[]
  languages: string[]
  summary: string
  summaryWords: ReadonlySet<string>
  /** It says of itself that it was put off. */
  isMoved: boolean
  links: Told['links']
  hostBits: number
  venueBits: number
  zones: string[]
  pages: string[]
  registrations: string[]
  streams: string[]
  /** Those of them that are rooms to come into: two at one time are two meetings. */
  meetings: string[]
  films: string[]
  addresses: string[]
  /** What their pages call it, where that is long enough to be of it alone: `/why-we-teach-quechua`, `/news/1740012`. */
  slugs: string[]
  sitesOf: Record<'pages' | 'registrations' | 'streams', string[]>
  /** The ones of all addresses that lead to one thing. */
  deep: Set<string>
  /** Names in the host names of its sites, without hyphens. */
  sites: string[]
}

/** @param known by what its sources know it, where it is an entry already */
export function traitsOf(told: Told, known?: KnownBy): Traits {
  const { kind, time, published } = told
  const organisations = told.organisations.slice(0, most.hosts).map(({ name }) => foldName(name))
  const by = {
    pages: [] as string[],
    registrations: [] as string[],
    streams: [] as string[],
    films: [] as string[],
  }
  const meetings: string[] = []
  const deep = new Set<string>()
  const sites: string[] = []
  const links = told.links.slice(0, most.links)
  for (const { role, url } of links) {
    const key = leadsTo(url)
    if (role === 'recording' || (kind === 'video' && filmed.test(key))) by.films.push(key)
    else if (role === 'join' || role === 'livestream') by.streams.push(key)
    else if (role === 'registration') by.registrations.push(key)
    else if (role === 'source' || role === 'programme') by.pages.push(key)
    if (isDeep(url)) deep.add(key)
    if (role === 'join' && isDeep(url)) meetings.push(key)
    if (role === 'source') sites.push(...namesOfSite(key))
  }
  for (const { url } of told.organisations) if (url) sites.push(...namesOfSite(leadsTo(url)))
  const start = time.start?.slice(0, 10) ?? published?.slice(0, 10)
  const summary = told.summary ? foldName(told.summary.slice(0, 400)) : ''
  const title = titleWords(told.title, organisations)
  const where = venueOf(told.place)
  return {
    kind,
    title,
    place: told.place,
    known: known ?? { sources: [], uids: told.uid ? [told.uid] : [] },
    moment:
      time.precision === 'moment' && told.startsAt !== null
        ? {
            startsAt: told.startsAt,
            endsAt: told.endsAt,
            wall: time.start!.slice(0, 16),
            isFloating:
              time.zone === null || told.doubts?.some(({ code }) => code === 'zone-missing') === true,
          }
        : null,
    days: start ? [start, time.end?.slice(0, 10) ?? start] : null,
    organisations,
    people: (told.people ?? []).slice(0, most.people).map(({ name }) => foldName(name)),
    languages: told.languages ?? [],
    summary,
    summaryWords: new Set(summary === '' ? [] : summary.split(' ', 200)),
    isMoved: told.status === 'postponed' || moved.test(title.folded) || moved.test(summary),
    links,
    hostBits: bitsOf(organisations),
    venueBits: bitsOf(where.venue),
    ...where,
    zones:
      time.zone !== null && time.precision === 'moment' && !/^(?:UTC|Etc|[+-])/.test(time.zone)
        ? [canonicalZone(time.zone) ?? time.zone]
        : [],
    ...by,
    meetings,
    addresses: Object.values(by).flat(),
    slugs: by.pages.flatMap(slugsOf),
    sitesOf: {
      pages: sitesOf(by.pages),
      registrations: sitesOf(by.registrations),
      streams: sitesOf(by.streams),
    },
    deep,
    sites,
  }
}

/** Each of the one is compared with each of the other: what names hundreds would keep everybody waiting. */
const most = { hosts: 12, people: 60, links: 60 }

const moved =
  /\b(?:(?:new|updated|changed?|corrected) (?:date|time|hour|starting time|start time)|rescheduled|postponed|moved (?:to|from) (?=\d|another|a (?:new|later)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|verschoben|verlegt|neuer termin|reportee?|nouvelle date|aplazad[oa]|pospuest[oa]|nueva fecha|reprogramad[oa]|adiad[oa]|nova data|remarcad[oa]|rinviat[oa]|spostat[oa]|nuova data|verplaatst|verzet naar|flyttad|ertelendi|perenes|perenos|ditunda|dipindah)|تأجيل|延期|改期|연기/

/** The page of a film is the film. */
const filmed = /^(?:youtube|vimeo|facebook-video|un-web-tv):/

/** `acme-labs.example`: what its owners may be called. */
function namesOfSite(key: string): string[] {
  return siteOf(key)
    .replaceAll('-', '')
    .split('.')
    .slice(0, -1)
    .filter(part => part.length >= 3)
}

/** The long names in an address wherever it is, and the long numbers of its site. */
function slugsOf(key: string): string[] {
  const slugs: string[] = []
  for (const [slug] of key.matchAll(/(?<=\/)[\w-]{6,}(?=\/|\.html?$|$)/g))
    if (/^\d{6,}$/.test(slug)) slugs.push(`${siteOf(key)} ${slug}`)
    else if (slug.length >= 16 && /[a-z].*-.*-/.test(slug)) slugs.push(slug)
  return slugs
}

/** A machine that has no name may hold anybody's pages. */
function sitesOf(keys: readonly string[]): string[] {
  return keys.map(siteOf).filter(site => !/^(?:localhost|[\d.]+)$/.test(site))
}

/** The host of an address, or the name of the service whose numbers it bears. */
export function siteOf(key: string): string {
  return key.slice(0, key.search(/[/?:#]|$/))
}
