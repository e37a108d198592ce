import type { Finding, FoundLink, Provenance } from '../../../domain/finding.ts'
import { canonicalZone } from '../../../time/zones.ts'
import { zoneOfName } from '../../calendar/zone-names.ts'
import type { IntakeOptions } from '../../intake.ts'
import { linkRole, linksIn } from '../../link-role.ts'
import { addValue, type Item, newItem } from '../../page/item.ts'
import { readMoment } from '../../page/moment.ts'
import { resolveAddress } from '../../page/page.ts'
import { addOnce, readEvent } from '../../page/read-event.ts'
import { titleText } from '../../page/words-of.ts'
import { personName } from '../../person-name.ts'
import { plainText } from '../../plain-text.ts'
import { zoneWords } from '../../wordpress/site-offset.ts'
import { zonedInstant } from '../../zoned-time.ts'
import type { ToldEvent, ToldParty, ToldPlace } from './told-event.ts'

const source: Provenance = 'calendar'

/** An event of a service as a finding: told in the words of schema.org and read as such. Null without a title. */
export function findingOfTold(told: ToldEvent, options: IntakeOptions): Finding | null {
  if (!titleText(told.title)) return null
  const { url: base } = options
  const zone = options.zone
  const finding = readEvent([itemOf(told, base)], {
    ...(base && { base }),
    clues: { ...(zone && { zone }), seen: [], links: [] },
  })
  if (!finding) return null
  const links = linksOf(told, finding, base)
  const people = (told.people ?? []).map(({ name, url, affiliation }) => ({
    name: personName(name),
    role: 'speaker',
    ...(url && { url }),
    ...(affiliation && { affiliation }),
  }))
  const tags = [...new Set((told.tags ?? []).flatMap(tag => titleText(tag)?.replace(/^#/, '') ?? []))]
  const more: Partial<Finding> = {
    ...(told.allDay && finding.start && { allDay: true }),
    ...(links.length > 0 && { links }),
    ...(people.length > 0 && { people: [...(finding.people ?? []), ...people].slice(0, 100) }),
    ...(tags.length > 0 && { tags: tags.slice(0, 30) }),
    ...(told.uid && { uid: told.uid.slice(0, 500) }),
    ...(told.isOneOfSeveral && told.uid && finding.start && { recurrenceId: finding.start }),
  }
  const from = Object.fromEntries(Object.keys(more).map(field => [field, source]))
  return { ...finding, ...more, from: { ...finding.from, ...from } }
}

function itemOf(told: ToldEvent, base: string | undefined): Item {
  const item = newItem(['Event'], source)
  const tell = (name: string, value: string | undefined) =>
    value && addValue(item, name, value.slice(0, 50_000))
  tell('name', told.title)
  tell('description', told.about)
  tell('url', resolveAddress(told.url, base))
  tell('image', resolveAddress(told.image, base))
  tell('inLanguage', told.language)
  tell('startDate', momentOf(told.start, told))
  tell('endDate', momentOf(told.end, told))
  if (told.minutes) tell('duration', `PT${Math.round(told.minutes)}M`)
  tell('eventStatus', told.status)
  tell('eventAttendanceMode', told.attendance)
  if (told.attendance !== 'online') addPlace(item, told.place)
  if (told.join) {
    const room = newItem(['VirtualLocation'], source)
    addValue(room, 'url', told.join)
    addValue(item, 'location', room)
  }
  tell('registrationUrl', told.registration)
  for (const party of told.organisers ?? []) addOrganiser(item, party, base)
  return item
}

function addPlace(item: Item, told: ToldPlace | undefined): void {
  if (!told) return
  const place = newItem(['Place'], source)
  const tell = (to: Item, name: string, value: string | undefined) => value && addValue(to, name, value)
  tell(place, 'name', told.name)
  tell(place, 'latitude', told.lat)
  tell(place, 'longitude', told.lon)
  const { address, street, city, region, postcode, country } = told
  if (address ?? street ?? city ?? region ?? postcode ?? country) {
    const inner = newItem(['PostalAddress'], source)
    tell(inner, 'streetAddress', address ?? street)
    if (!address) {
      tell(inner, 'addressRegion', region)
      tell(inner, 'postalCode', postcode)
    }
    // A whole address names its town already.
    if (city && !address?.includes(city)) tell(inner, 'addressLocality', city)
    tell(inner, 'addressCountry', /^[a-z]{2}$/.test(country ?? '') ? country!.toUpperCase() : country)
    addValue(place, 'address', inner)
  }
  if (place.props.size > 0) addValue(item, 'location', place)
}

function addOrganiser(item: Item, { name, url, isPerson }: ToldParty, base: string | undefined): void {
  const party = newItem([isPerson ? 'Person' : 'Organization'], source)
  addValue(party, 'name', name)
  const page = resolveAddress(url, base)
  if (page) addValue(party, 'url', page)
  addValue(item, 'organizer', party)
}

/** An exact moment as the clocks of the event's zone show it; a wall time with its zone behind it. */
function momentOf(words: string | undefined, { zone: named, allDay }: ToldEvent): string | undefined {
  const told = words ? readMoment(words) : null
  if (!told?.day) return words
  if (allDay || !told.clock) return told.day
  const zone = named ? zoneNamed(named) : undefined
  const wall = `${told.day}T${told.clock}`
  if (!zone) return `${wall}${told.offset ?? ''}`
  if (told.offset) return zonedInstant(Date.parse(`${wall}${told.offset}`), zone)
  return /^[+-]/.test(zone) ? `${wall}${zone}` : `${wall}[${zone}]`
}

/** As IANA or Windows name it, or an offset. */
function zoneNamed(words: string): string | undefined {
  return canonicalZone(words) ?? zoneOfName(zoneWords(words))?.zone
}

/** What belongs to it by itself, and what its text says to join or to register by. */
function linksOf(told: ToldEvent, finding: Finding, base: string | undefined): FoundLink[] {
  const links = [...(finding.links ?? [])]
  const stream = resolveAddress(told.stream, base)
  if (stream) addOnce(links, { role: 'livestream', url: stream })
  for (const { url: written, title: words } of told.others ?? []) {
    const [url, title] = [resolveAddress(written, base), titleText(words)]
    const role = url && url !== finding.url ? linkRole(url, title ? { title } : {}) : null
    if (url && role) addOnce(links, { role, url, ...(title && { title }) })
  }
  for (const link of linksIn(plainText(told.about) ?? ''))
    if (link.role !== 'source' && link.url !== finding.url) addOnce(links, link)
  return links
}
