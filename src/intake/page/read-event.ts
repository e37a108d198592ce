import type { FieldDoubt, Finding, FoundLink, Provenance } from '../../domain/finding.ts'
import type { PlaceWords } from '../../time/places.ts'
import { linkRole } from '../link-role.ts'
import { partStatus, statusInWords } from '../title-status.ts'
import { settleTime, type ToldTime } from './event-time.ts'
import { type Item, itemsOf, type Thing, textOf, toldIn, valuesOf } from './item.ts'
import { languageTags } from './language-tags.ts'
import { resolveAddress } from './page.ts'
import { partiesOfEvent } from './parties.ts'
import { readWhere } from './place.ts'
import { videoLink } from './read-work.ts'
import { inScheduleZone, scheduledTime } from './schedule.ts'
import { timeFields } from './seen-time.ts'
import { summaryText, titleText } from './words-of.ts'
import type { TimeClues } from './zone-of-moment.ts'

/** What a reader of things needs to know of the page around them. */
export type ThingContext = { base?: string; clues: TimeClues; depth?: number }

/** An event as one or several sources of a page tell it. Null for one that tells neither a name nor a time. */
export function readEvent(thing: Thing, context: ThingContext): Finding | null {
  const { base } = context
  const from: Record<string, Provenance> = {}
  const finding: Finding = { kind: 'event', title: '' }
  const take = <K extends keyof Finding>(
    field: K,
    value: Finding[K] | undefined,
    source: Provenance | undefined,
  ) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return
    finding[field] = value
    if (source) from[field] = source
  }
  const first = thing[0]!
  const name = toldIn(thing, 'name', 'headline', 'alternateName')
  take('title', titleText(name?.text) ?? nameOfWhole(first) ?? '', name?.item.source)
  const url = addressOf(thing, base)
  take('url', url?.text, url?.source)
  const description = toldIn(thing, 'description', 'abstract', 'disambiguatingDescription')
  take('summary', summaryText(description?.text), description?.item.source)
  const image = toldIn(thing, 'image', 'photo', 'thumbnailUrl')
  take('image', imageOf(image?.item, image?.text, base), image?.item.source)

  const links: FoundLink[] = []
  const place = readPlaces(thing, base, links, take)
  readTimes(thing, cluesWith(context.clues, place, finding.attendance === 'online'), finding, from)
  readStatus(thing, finding, from)
  addOfferLinks(thing, base, links)
  if (url) {
    const role = linkRole(url.text)
    if (role === 'registration' || role === 'livestream' || role === 'join')
      addOnce(links, { role, url: url.text })
  }
  addRecordings(thing, base, links)
  take('links', links, first.source)

  const { organisations, people } = partiesOfEvent(thing, base)
  take('organisations', organisations, first.source)
  take('people', people, first.source)
  take('languages', languageTags(thing.flatMap(item => valuesOf(item, 'inLanguage'))), first.source)
  take('captions', languageTags(thing.flatMap(item => valuesOf(item, 'subtitleLanguage'))), first.source)
  take('tags', keywords(thing), first.source)
  const identifier = toldIn(thing, 'identifier', '@id')
  if (identifier && identifier.text.length < 200) take('uid', identifier.text, identifier.item.source)
  if (links.some(link => link.role === 'recording')) take('recording', 'available', first.source)
  readSessions(thing, context, finding, from)
  if (finding.title === '' && !finding.start) return null
  if (finding.title === '') finding.title = teams(first) ?? finding.place?.name ?? titleText(url?.text) ?? ''
  from.title ??= first.source
  finding.from = from
  return finding.title === '' ? null : finding
}

/** A match goes by who plays. */
function teams(item: Item): string | undefined {
  const names = valuesOf(item, 'homeTeam', 'awayTeam', 'competitor').flatMap(
    value => titleText(typeof value === 'string' ? value : textOf(value, 'name')) ?? [],
  )
  return names.length > 1 ? [...new Set(names)].slice(0, 2).join(' – ') : undefined
}

/** What it is a part of names what has no name. */
function nameOfWhole(item: Item): string | undefined {
  const [whole] = itemsOf(item, 'superEvent')
  return whole && titleText(textOf(whole, 'name'))
}

/** Its own address; `@id` only where that is one, and no anchor on the page. */
function addressOf(thing: Thing, base: string | undefined): { text: string; source: Provenance } | undefined {
  for (const item of thing) {
    const told = valuesOf(item, 'url', 'mainEntityOfPage', 'sameAs').find(value => typeof value === 'string')
    const id = item.id && /^https?:/.test(item.id) && !item.id.includes('#') ? item.id : undefined
    const url = resolveAddress(typeof told === 'string' ? told : undefined, base) ?? id
    if (url) return { text: url, source: item.source }
  }
  return undefined
}

function imageOf(
  item: Item | undefined,
  text: string | undefined,
  base: string | undefined,
): string | undefined {
  const [inner] = item ? itemsOf(item, 'image', 'photo') : []
  return resolveAddress((inner && textOf(inner, 'url', 'contentUrl')) ?? text, base)
}

type Take = <K extends keyof Finding>(
  field: K,
  value: Finding[K] | undefined,
  source: Provenance | undefined,
) => void

function readPlaces(
  thing: Thing,
  base: string | undefined,
  links: FoundLink[],
  take: Take,
): PlaceWords | undefined {
  let words: PlaceWords | undefined
  let attendance: Finding['attendance']
  for (const item of thing) {
    const where = readWhere(item, base)
    if (where.place && !words) {
      take('place', where.place, item.source)
      words = where.words
    }
    if (where.attendance && !attendance) {
      attendance = where.attendance
      take('attendance', attendance, item.source)
    }
    for (const link of where.links) addOnce(links, link)
  }
  return attendance === 'online' ? undefined : words
}

/** What the data tells of the place counts before what the text does; what is online has none. */
function cluesWith(clues: TimeClues, place: PlaceWords | undefined, isOnline: boolean): TimeClues {
  const { place: seen, ...others } = clues
  const taken = place ?? (isOnline ? undefined : seen)
  return { ...others, ...(taken && { place: taken }) }
}

function readTimes(thing: Thing, clues: TimeClues, finding: Finding, from: Record<string, Provenance>): void {
  const told: ToldTime[] = thing.flatMap(item => {
    const inZone = (moment: string | undefined) => moment && inScheduleZone(item, moment)
    const start = inZone(textOf(item, 'startDate', 'startTime', 'dateStart')) ?? scheduledTime(item)?.start
    const end = inZone(textOf(item, 'endDate', 'endTime')) ?? scheduledTime(item)?.end
    const duration = textOf(item, 'duration')
    return start ? [{ source: item.source, start, ...(end && { end }), ...(duration && { duration }) }] : []
  })
  const time = settleTime(told, clues)
  if (time.from.start) from.start = time.from.start
  if (time.from.end && time.end) from.end = time.from.end
  if (!time.start && !time.time) time.doubts.push(dateMissing(thing))
  Object.assign(finding, timeFields(time))
}

function dateMissing(thing: Thing): FieldDoubt {
  const told = toldIn(thing, 'startDate')?.text
  const says = told
    ? `“${told.slice(0, 60)}” is no date that can be read.`
    : 'The page tells no date for this event.'
  return { code: 'date-missing', field: 'start', says }
}

function readStatus(thing: Thing, finding: Finding, from: Record<string, Provenance>): void {
  const told = toldIn(thing, 'eventStatus')
  const isConfirmed = /(?:scheduled|confirmed)$/i.test(told?.text.trim() ?? '')
  const status = statusInWords(told?.text) ?? (isConfirmed ? ('scheduled' as const) : undefined)
  const { title, status: inTitle } = partStatus(finding.title, status === 'scheduled')
  finding.title = title
  // Sites forget the field and write it into the title; a title that says so is the newer word.
  const taken = inTitle && (!status || status === 'scheduled') ? inTitle : status
  if (!taken) return
  finding.status = taken
  from.status = taken === status ? told!.item.source : 'text'
}

function addOfferLinks(thing: Thing, base: string | undefined, links: FoundLink[]): void {
  for (const item of thing) {
    for (const value of valuesOf(item, 'offers', 'potentialAction').slice(0, 30)) {
      const told = typeof value === 'string' ? value : textOf(value, 'url', 'target')
      const url = resolveAddress(told, base)
      if (url) addOnce(links, { role: offerRole(url), url })
    }
    for (const name of ['registrationUrl', 'ticketUrl']) {
      const url = resolveAddress(textOf(item, name), base)
      if (url) addOnce(links, { role: 'registration', url })
    }
  }
}

/** Where tickets are is where one registers, even if the address by itself says nothing. */
function offerRole(url: string): 'registration' | 'join' | 'livestream' {
  const role = linkRole(url)
  return role === 'join' || role === 'livestream' ? role : 'registration'
}

function addRecordings(thing: Thing, base: string | undefined, links: FoundLink[]): void {
  for (const item of thing) {
    for (const video of itemsOf(item, 'recordedIn', 'workFeatured', 'video', 'subjectOf').slice(0, 20)) {
      const link = video.types.includes('VideoObject') ? videoLink([video], base) : undefined
      if (link) addOnce(links, link)
    }
  }
}

function keywords(thing: Thing): string[] {
  const told = thing.flatMap(item => valuesOf(item, 'keywords')).filter(value => typeof value === 'string')
  return [...new Set(told.flatMap(text => text.split(/[,;]/)).flatMap(word => titleText(word) ?? []))].slice(
    0,
    30,
  )
}

function readSessions(
  thing: Thing,
  context: ThingContext,
  finding: Finding,
  from: Record<string, Provenance>,
): void {
  const depth = context.depth ?? 0
  if (depth > 1 || finding.title === '') return
  const clues = { ...context.clues, seen: [], links: [] }
  const sessions = thing
    .flatMap(item => itemsOf(item, 'subEvent', 'subEvents'))
    .slice(0, 500)
    .flatMap(inner => {
      const session = readEvent([inner], { ...context, clues, depth: depth + 1 })
      return session?.start ? [session] : []
    })
  if (!sessions.length) return
  finding.sessions = sessions
  from.sessions = thing[0]!.source
}

export function addOnce(links: FoundLink[], link: FoundLink): void {
  if (links.length < 60 && !links.some(one => one.url === link.url)) links.push(link)
}
