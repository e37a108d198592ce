import { areApart } from '../titles/titles.ts'
import { meaningOf } from '../tongues/meaning.ts'
import { areOfTwoTongues } from '../tongues/two-tongues.ts'
import type { Traits } from '../traits.ts'
import { isOneWord } from '../words/one-word.ts'
import { toldWords } from '../words/told-words.ts'
import { areTownsApart, whereabouts } from './towns.ts'
import { roomWords } from './venue.ts'

/** `maybe`: only a word or two of both are the same; `unknown`: one of them tells no place, or in another script. */
export type Place = 'shared' | 'partly' | 'maybe' | 'others' | 'unknown'

/** @param apart whether both are in towns that are known, far from each other, as `townsApart` says */
export function placeOf(a: Traits, b: Traits, apart: TownsApart): Place {
  if (a.venue.length === 0 || b.venue.length === 0) return 'unknown'
  if (apart === 'told') return 'others'
  if (isOneDoor(a, b)) return 'shared'
  const place = placeByWords(a, b)
  // What is named there is a town or a house of it.
  if (place === 'others' && isPlaceNamed(a, b)) return 'maybe'
  if (place === 'others' && (isTownAlone(a, b) || isTownAlone(b, a))) return 'unknown'
  if (place === 'shared' || place === 'partly') return place
  if (!areOfTwoTongues(a, b)) return place
  const [its, others] = [meantBy(a), meantBy(b)]
  const shared = [...its].filter(each => others.has(each)).length
  if (shared >= 2 && shared >= 0.6 * Math.min(its.size, others.size)) return 'shared'
  if (shared > 0) return shared >= 0.5 * Math.min(its.size, others.size) ? 'partly' : 'maybe'
  // A house has another name in each tongue; whether the towns are two is said apart.
  return 'unknown'
}

/** “Kathmandu”, “Dasharath Stadium”: a town, and a house of no town that is told. */
function isTownAlone(a: Traits, b: Traits): boolean {
  const { words } = whereabouts(a)
  if (b.town.length > 0 || whereabouts(b).cities.length > 0 || !b.venue.some(word => ofMany.has(word)))
    return false
  return a.venue.every(word => words.has(word))
}

/** “Gneisenaustraße 36”, “Gneisenaustr. 36, Kreuzberg”. */
function isOneDoor(a: Traits, b: Traits): boolean {
  return a.doors.some(({ number, words }) =>
    b.doors.some(
      other => other.number === number && words.some(word => other.words.some(each => isOneWord(word, each))),
    ),
  )
}

function meantBy({ venue }: Traits): ReadonlySet<number> {
  return meaningOf({ all: venue, folded: venue.join(' ') }).themes
}

function placeByWords(a: Traits, b: Traits): Place {
  if (a.venue.length === 0 || b.venue.length === 0 || a.writing !== b.writing) return 'unknown'
  if (isShortIn(a, b) || isShortIn(b, a)) return 'shared'
  if (isShortFor(a.house, b.house) || isShortFor(b.house, a.house)) return 'shared'
  if (isHouseTold(a, b) && isHouseTold(b, a) && !areApart(a.town, b.town)) return 'shared'
  if ((isHouseIn(a, b) || isHouseIn(b, a)) && !areOtherTowns(a, b)) return 'shared'
  if (isHouseOfOneName(a, b)) return 'partly'
  if (areHousesOfOneTown(a, b)) return 'others'
  const isOfMany = (words: readonly string[]) => words.every(word => ofMany.has(word) || roomWords.has(word))
  const [short, long] = a.venue.length <= b.venue.length ? [a.venue, b.venue] : [b.venue, a.venue]
  let [shared, all] = [0, 0]
  for (const word of short) {
    const weight = ofMany.has(word) ? 0.2 : 1
    all += weight
    if (long.some(other => isOneWord(word, other) || isWithin(word, other))) shared += weight
  }
  if (shared >= 0.8 * all) return 'shared'
  if (shared >= 0.45 * all && shared >= 1.2) return 'partly'
  // “Community room” may be anywhere.
  if (shared < 0.9 && (isOfMany(a.venue) || isOfMany(b.venue))) return 'unknown'
  return shared >= 0.9 ? 'maybe' : 'others'
}

/** “坪林老街”, “坪林老街茶馆”. */
function isWithin(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 4 && unspaced.test(short) && long.includes(short)
}

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]+$/u

/** Whether the one names the other's place in its title or in what is told of it, by a word that few places have. */
export function isPlaceNamed(a: Traits, b: Traits): boolean {
  return isNamedBy(a, b) || isNamedBy(b, a)
}

function isNamedBy({ venue }: Traits, by: Traits): boolean {
  if (venue.length === 0) return false
  const { text } = toldWords(by)
  return venue.some(word => word.length >= 4 && !ofMany.has(word) && text.includes(` ${word} `))
}

/** “Marienplatz, München”, “Lohengrinstr. 11, München”: one town, and nothing in common before it. */
function areHousesOfOneTown(a: Traits, b: Traits): boolean {
  if (a.town.length === 0 || b.town.length === 0 || !a.town.some(word => b.town.includes(word))) return false
  const isHeld = (word: string, others: readonly string[]) => others.some(other => isOneWord(word, other))
  const beside = ({ house, town }: Traits) => house.filter(word => !town.includes(word))
  const isIn = (its: readonly string[], others: readonly string[]) =>
    its.length === 0 ||
    its.some(word => !ofMany.has(word) && isHeld(word, others)) ||
    (its.every(word => ofMany.has(word)) && its.every(word => isHeld(word, others)))
  return !isIn(beside(a), b.venue) && !isIn(beside(b), a.venue)
}

function isHouseTold({ house: its }: Traits, { house }: Traits): boolean {
  return its.some(word => !ofMany.has(word)) && its.every(word => house.some(other => isOneWord(word, other)))
}

/** “Safaricom House, Waiyaki Way”, “HQ1 car park, Safaricom House”. */
function isHouseIn({ house }: Traits, { venue }: Traits): boolean {
  if (house.length < 2 || !house.some(word => !ofMany.has(word))) return false
  return house.every(word => venue.some(other => isOneWord(word, other)))
}

/** “Auditorium HCTM, Cheras”, “HCTM, Bandar Tun Razak”: one word that few houses have, and no town. */
function isHouseOfOneName(a: Traits, b: Traits): boolean {
  const names = (traits: Traits) =>
    traits.house.filter(
      word =>
        word.length >= 4 && !ofMany.has(word) && !roomWords.has(word) && !whereabouts(traits).words.has(word),
    )
  const [its, others] = [names(a), names(b)]
  if (its.length !== 1 && others.length !== 1) return false
  return its.some(word => others.some(other => isOneWord(word, other)))
}

/** “GKJ”, “Gedung Kesenian Jakarta”. */
function isShortFor([short, ...more]: readonly string[], house: readonly string[]): boolean {
  if (short === undefined || more.length > 0 || house.length < 2 || short.length < 2) return false
  return house.map(([letter]) => letter).join('') === short
}

/** “Camp Kigali (KCEV)”, “Kigali Conference and Exhibition Village”. */
function isShortIn({ initials }: Traits, { venue }: Traits): boolean {
  return initials.some(short => venue.includes(short))
}

/** Both are in towns that are known, far from each other: `told` by themselves, or `named` in the name of a house. */
export type TownsApart = 'told' | 'named' | null

export function townsApart(a: Traits, b: Traits): TownsApart {
  const [its, others] = [whereabouts(a), whereabouts(b)]
  if (!areTownsApart(its, others)) return null
  return its.isTold && others.isTold ? 'told' : 'named'
}

/** Both tell a town, and neither stands in the other's place. */
export function areOtherTowns(a: Traits, b: Traits): boolean {
  // A town has another name in each tongue.
  if (a.writing !== b.writing || areOfTwoTongues(a, b)) return false
  if (whereabouts(a).cities.length > 0 && whereabouts(b).cities.length > 0) return false
  return a.town.length > 0 && b.town.length > 0 && areWithout(a.town, b.venue) && areWithout(b.town, a.venue)
}

/** Both tell a room, and neither stands in the other's place. */
export function areOtherRooms(a: Traits, b: Traits): boolean {
  if (a.rooms.length > 0 && b.rooms.length > 0) return areWithout(a.rooms, b.rooms)
  const [its, others] = [a, b].map(({ rooms, roomNames }) => [...rooms, ...roomNames]) as [string[], string[]]
  if (its.length === 0 || others.length === 0) return false
  return areWithout(its, [...others, ...b.venue]) && areWithout(others, [...its, ...a.venue])
}

function areWithout(words: readonly string[], others: readonly string[]): boolean {
  return !words.some(word => others.some(other => isOneWord(word, other)))
}

/** Words that the names of many places have. */
const ofMany = new Set(
  `embassy ambassade embajada embaixada ambasciata botschaft ambassaden consulate residence residencia university universitat universite universidad universiteit universitet museum museu museo musee muzey muzei muzej library biblioteca
  bibliotheque biblioteka stadtbibliothek bibliothek park parque parc plaza place platz square school college hotel cinema theatre
  theater teatro church press club house casa haus dom central main science national international headquarters city town campus
  institute auditorium stadium market treffpunkt parvis rathaus mairie ayuntamiento regional public branch community cultural culture
  piazza praca plein torg glorieta ulica ulitsa ploshchad boulevard quai corso largo viale calle avenida rua carrer jalan kultur centro zentrum tsentr beach playa praia plage strand spiaggia pantai lake river garden jardin forest camp state memorial gallery galerie galeria palace palais palacio`.split(
    /\s+/,
  ),
)
