import type { Attendance, FoundLink, FoundPlace } from '../../domain/finding.ts'
import type { PlaceWords } from '../../time/places.ts'
import { linkRole } from '../link-role.ts'
import { type Item, itemsOf, textOf, valuesOf } from './item.ts'
import { resolveAddress } from './page.ts'
import { titleText } from './words-of.ts'

/** `words`: the place as its zone is looked up, its town before the name of the house. */
export type Where = { place?: FoundPlace; words?: PlaceWords; attendance?: Attendance; links: FoundLink[] }

/** `location`: a Place, a VirtualLocation, words, an address of a meeting; any number of them. */
export function readWhere(item: Item, base: string | undefined): Where {
  const links: FoundLink[] = []
  let place: FoundPlace | undefined
  let words: PlaceWords | undefined
  let isVirtual = false
  for (const value of valuesOf(item, 'location').slice(0, 20)) {
    if (typeof value === 'string') {
      if (isAddress(value)) isVirtual = addJoin(links, value, base) || isVirtual
      else if (saysOnline(value)) isVirtual = true
      else if (!place) {
        place = placeOfWords(value)
        if (place) words = { name: titleText(value)! }
      }
      continue
    }
    const url = textOf(value, 'url') ?? (value.types.includes('VirtualLocation') ? value.id : undefined)
    const name = textOf(value, 'name')
    const isMeeting = url !== undefined && meetingRole(url) !== null
    if (
      value.types.includes('VirtualLocation') ||
      isMeeting ||
      (name && saysOnline(name) && !itemsOf(value, 'address').length)
    ) {
      isVirtual = true
      if (url) addJoin(links, url, base)
      else if (name && isAddress(name)) addJoin(links, name, base)
    } else if (!place) {
      place = readPlace(value)
      if (place) words = zoneWords(value, place)
    }
  }
  const attendance =
    attendanceTold(textOf(item, 'eventAttendanceMode')) ??
    (isVirtual ? (place ? 'mixed' : 'online') : place ? 'offline' : undefined)
  return { ...(place && { place }), ...(words && { words }), ...(attendance && { attendance }), links }
}

function attendanceTold(mode: string | undefined): Attendance | undefined {
  if (!mode) return undefined
  if (/mixed|hybrid/i.test(mode)) return 'mixed'
  return /online/i.test(mode) ? 'online' : /offline/i.test(mode) ? 'offline' : undefined
}

/** A link to the room itself; the door is where it is said to be held. */
function addJoin(links: FoundLink[], address: string, base: string | undefined): boolean {
  const url = resolveAddress(address, base)
  if (!url) return false
  const role = linkRole(url)
  if (!links.some(link => link.url === url))
    links.push({
      role:
        !role || role === 'source' || role === 'programme'
          ? 'join'
          : role === 'recording'
            ? 'livestream'
            : role,
      url,
    })
  return true
}

function meetingRole(address: string): string | null {
  const role = URL.canParse(address) ? linkRole(address) : null
  return role === 'join' || role === 'livestream' ? role : null
}

function readPlace(item: Item): FoundPlace | undefined {
  const told = titleText(textOf(item, 'name'))
  const name = told && !isPlaceless(told) ? told : undefined
  const [inner] = itemsOf(item, 'address')
  const words = inner ? undefined : textOf(item, 'address')
  const part = (...names: string[]) =>
    inner ? titleText(textOf(inner, ...names)) : titleText(textOf(item, ...names))
  const country = part('addressCountry')
  const street = part('streetAddress')
  const address =
    titleText(words) ??
    [street, part('addressLocality'), part('addressRegion'), part('postalCode')]
      .filter((text, at, all) => text && all.indexOf(text) === at)
      .join(', ')
  const [geo] = itemsOf(item, 'geo')
  const lat = degrees(textOf(geo ?? item, 'latitude'), 90)
  const lon = degrees(textOf(geo ?? item, 'longitude'), 180)
  const isKnown = lat !== undefined && lon !== undefined && (lat !== 0 || lon !== 0)
  const place: FoundPlace = {
    ...(name && { name }),
    ...(address && address !== name && { address }),
    ...(country && { country }),
    ...(isKnown && { lat, lon }),
  }
  if (!name && !address && !country) {
    const [inside] = itemsOf(item, 'containedInPlace', 'location')
    return inside ? readPlace(inside) : isKnown ? place : undefined
  }
  return place
}

function zoneWords(item: Item, place: FoundPlace): PlaceWords {
  const [inner] = itemsOf(item, 'address')
  const town = titleText(textOf(inner ?? item, 'addressLocality'))
  const region = titleText(textOf(inner ?? item, 'addressRegion'))
  const name = town ? [town, region].filter(Boolean).join(', ') : (place.address ?? place.name)
  const { lat, lon, country } = place
  return {
    ...(name && { name }),
    ...(!town && place.name && { address: place.name }),
    ...(country && { country }),
    ...(lat !== undefined && { lat, lon: lon! }),
  }
}

function placeOfWords(words: string): FoundPlace | undefined {
  const text = titleText(words)
  if (!text || text.length > 300 || isPlaceless(text)) return undefined
  const [name, ...rest] = text.split(/\s*[,;]\s*/)
  return rest.length > 1 ? { name: name!, address: rest.join(', ') } : { name: text }
}

export function saysOnline(words: string): boolean {
  return /^\W*(?:(?:this is an?\s)?(?:online|virtual|virtuell|virtuel(?:le)?|en l[íi]nea|en ligne|à distance|em linha|remote|webinar|web|internet|zoom|teams|ms teams|microsoft teams|webex|youtube|google meet|jitsi|livestream|live stream|онлайн|線上|线上|عبر الإنترنت|daring)(?:\s(?:event|meeting|webinar|only|via .*|veranstaltung|evento))?)\W*$/iu.test(
    words,
  )
}

/** What stands where a place would, and tells none: "Register to see address", "Location TBA". */
export function isPlaceless(words: string): boolean {
  return placeless.test(words.trim())
}

const placeless =
  /^(?:(?:register|rsvp|sign up|log in) to (?:see|view|get) .{0,30}|(?:the |exact )?(?:address|location|venue|place)(?: details)? (?:is |will be )?(?:tb[acd]|to be (?:announced|confirmed|decided)|shared|sent|provided|disclosed|announced|confirmed).{0,60}|tb[acd]|to be (?:announced|confirmed|decided)|(?:wird )?noch bekannt ?gegeben|lieu à (?:confirmer|préciser)|à (?:confirmer|préciser|définir)|(?:lugar )?por (?:confirmar|definir)|a (?:confirmar|definir)|da (?:definire|confermare)|n\.?n\.?b\.?|уточняется|см\.? ниже|待定|未定|追って(?:お知らせ|連絡).*|추후 공지)$/iu

function isAddress(words: string): boolean {
  return /^https?:\/\/\S+$/i.test(words.trim())
}

function degrees(text: string | undefined, most: number): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'))
  return Math.abs(value) <= most ? value : undefined
}
