import { areApart } from '../titles/titles.ts'
import { areOfTwoTongues } from '../tongues/two-tongues.ts'
import { siteOf, type Traits } from '../traits.ts'

/** What the addresses of two say: what leads to both, and what leads to another of its kind on one site. */
export type Addresses = {
  /** What leads to both; `front` is the door of a whole site. */
  same: 'film' | 'stream' | 'form' | 'registration' | 'page' | 'front' | null
  said: string[]
}

export function addressesOf(a: Traits, b: Traits): Addresses {
  const film = one(a.films, b.films) ?? one(a.films, b.streams) ?? one(a.streams, b.films)
  const stream = one(a.streams, b.streams)
  const registration = one(a.registrations, b.registrations)
  const page = one(a.pages, b.pages)
  const any = registration ?? page ?? one(a.addresses, b.addresses)
  const said: string[] = []
  if (!film && a.films.length && b.films.length) said.push('- other films')
  if (!film && a.kind !== b.kind && haveOtherFilm(a, b)) said.push('- other film than its stream')
  if (!film && !stream && a.streams.length && b.streams.length) {
    said.push('- other streams')
    if (haveOne(a.sitesOf.streams, b.sitesOf.streams)) said.push('- other streams of one site')
  }
  if (areApart(a.meetings, b.meetings)) said.push('- other meetings')
  if (!registration && areApart(a.registrations, b.registrations)) said.push('- other registrations')
  if (!registration && haveOne(a.sitesOf.registrations, b.sitesOf.registrations))
    said.push('- other registrations of one site')
  const isSlug = !page && !registration && one(a.slugs, b.slugs) !== undefined
  if (isSlug) said.push('+ one name of both pages')
  if (!page && !isSlug && haveOne(a.sitesOf.pages, b.sitesOf.pages)) {
    const isTranslated = one(a.pages.map(withoutLanguage), b.pages.map(withoutLanguage)) !== undefined
    const isPrint = a.pages.some(isPdf) !== b.pages.some(isPdf)
    if (isTranslated && !a.pages.some(page => ofMany.test(page))) said.push('+ page in another language')
    else if (a.pages.some(one => b.pages.some(other => areOfTwoLanguages(one, other, areOfTwoTongues(a, b)))))
      said.push('+ other language of one site')
    else if (isPrint) said.push('- other forms on one site')
    else {
      said.push('- other pages of one site')
      if (a.kind !== 'event' && b.kind !== 'event') said.push('- other pages of one site, others')
    }
  }
  if (film) return { same: 'film', said }
  if (stream && roomOfMany.test(stream)) said.push('- page of many')
  if (stream) return { same: a.deep.has(stream) ? 'stream' : 'front', said }
  if (!any) return { same: null, said }
  if (!a.deep.has(any)) return { same: 'front', said }
  // The page of the one is the door to the other.
  if (isDoor(a, b) || isDoor(b, a)) return { same: 'form', said }
  if (ofOne.test(any) || numbered.test(any)) said.push('+ page of one')
  else if (ofMany.test(any)) said.push('- page of many')
  return { same: registration ? 'registration' : 'page', said }
}

/** Where one registers, or sees and hears it. */
function isDoor({ pages }: Traits, { registrations, streams, films }: Traits): boolean {
  return pages.some(page => registrations.includes(page) || streams.includes(page) || films.includes(page))
}

/** Of the recording of one and the stream of the other. */
function haveOtherFilm(a: Traits, b: Traits): boolean {
  return (
    haveOne(a.films.map(siteOf), b.streams.map(siteOf)) || haveOne(a.streams.map(siteOf), b.films.map(siteOf))
  )
}

/** An event, a post, a film of a site that numbers them. */
const ofOne =
  /^(?:eventbrite|facebook-event|linkedin-event|meetup|peatix|sympla|instagram|tweet|un-web-tv|luma|youtube|vimeo):|\.pdf$/i

/** An address that ends with a number nobody makes up: `/events/3c7a7b52-9a6b-4a8f-a1de-0b1b5f5a8c1d`, `/node/48113`. */
const numbered = /[/=-](?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|\d{5,})$/i

/** Platforms where one address is that of a whole conference. */
const roomOfMany =
  /(?:^|\.)(?:whova|hopin|airmeet|swapcard|brella|remo|gather|spatial|interactio|socio|vfairs|eventmobi|expoplatform|zoomevents|events\.zoom|bizzabo|pheedloop|attendify|workadventu|gatherly|wonder)\.(?:com|to|io|co|town|chat|me|us|re)\b|^hopin:/

/** What the last part of its address calls a programme, a list. */
const ofMany =
  /[/-](?:programmes?|programs?|programm|programa|programma|agenda|schedule|calend[aeé]r\w*|kalender|events?|eventos|evenements|veranstaltungen|termine|activities|actividades|activites|sessions?|side-events|news|whats-?on|resources|[\w-]*(?:resources|events|programme|round-?up|roundup|overview|agenda))(?:\/20\d\d)?(?:[?#].*)?$/i

/** `/en/declaration/…` and `/sv/declaration/…`: each tells its language; of two tongues, one of them may be unsaid. */
function areOfTwoLanguages(one: string, other: string, areTwo: boolean): boolean {
  const [its, others] = [languageIn(one), languageIn(other)]
  return its !== others && (areTwo || (its !== undefined && others !== undefined))
}

function languageIn(key: string): string | undefined {
  return /\/([a-z]{2})(?:-[a-z]{2})?(?=\/|$)/i.exec(key)?.[1]?.toLowerCase()
}

function one(its: readonly string[], others: readonly string[]): string | undefined {
  return its.find(each => others.includes(each))
}

function isPdf(page: string): boolean {
  return /\.pdf$/i.test(page)
}

function haveOne(its: readonly string[], others: readonly string[]): boolean {
  return its.length > 0 && others.length > 0 && one(its, others) !== undefined
}

/** The address of a page without the language it is in: `/en/news/1` and `/es/news/1`, `?lang=en`. */
export function withoutLanguage(key: string): string {
  return key
    .replace(/\/(?:[a-z]{2}|[a-z]{2}-[a-z]{2})(?=\/|$)/gi, '')
    .replace(/[?&](?:lang|language|hl|locale|l)=[\w-]+/gi, '')
    .replace(/^[a-z]{2}\./i, '')
    .replace(
      /[-_.](?:en|fr|es|ar|ru|zh|de|pt|it|nl|id|eng|fre|fra|spa|ara|rus|chi|deu|ger|por|ita)(?=\.\w+$|$)/i,
      '',
    )
}
