import { acrossOf, arePeopleHeard, bodiesOf } from './across.ts'
import { addressesOf } from './addresses.ts'
import { isDayTold } from './day-told.ts'
import { hostName } from './host-name.ts'
import { areBranches, hostsOf } from './hosts.ts'
import { common } from './idle-words.ts'
import { namesAcross } from './names-across.ts'
import { isOneWord } from './one-word.ts'
import { partsOf } from './part-of.ts'
import { arePartsApart } from './parts.ts'
import { areInTownsApart, areOtherRooms, areOtherTowns, isPlaceNamed, placeOf } from './place.ts'
import { areApart, areNumbered, areNumberedInLabel, titleFaults, titlesOf, toldOf } from './titles.ts'
import { areCountriesApart, whereabouts, zonesOfPlace, zonesTold } from './towns.ts'
import { areTitledApart } from './towns-in-titles.ts'
import type { Traits } from './traits.ts'
import { areOfTwoTongues } from './two-tongues.ts'
import { areAsInSeries, areInTurn, isWithinDays, roughly, whenOf } from './when.ts'

/**
 * What speaks for (`+`) or against (`-`) two being one, each by the name under which `weights.ts` weighs it; `0` says
 * what is known at all, `!` that they are two whatever else is told. Much counts only with something else: the same stream at the same hour, another host where no
 * address leads to both. Empty where nothing speaks for it.
 */
export function evidenceOf(a: Traits, b: Traits): string[] {
  const titles = titlesOf(a, b)
  const hosts = hostsOf(a, b)
  const place = placeOf(a, b)
  const { same, said } = addressesOf(a, b)
  const when = whenOf(a, b)
  const isUid = a.known.uids.some(uid => b.known.uids.includes(uid))
  const told = titles.levels.includes('within') ? null : toldOf(a, b)
  const isHost = hosts === 'shared' || hosts === 'both' || hosts === 'named'
  const isPlace = place === 'shared' || place === 'partly'
  const leads = same !== null && same !== 'front'
  const across = titles.isForeign ? acrossOf(a, b, isHost) : null
  const isAcross =
    across !== null &&
    (across.sounds > 0 || across.kept > 0 || across.meant === 'much' || across.meant === 'some')
  const isSummary = a.summary.length > 40 && a.summary === b.summary
  const isNamed = place === 'unknown' && isPlaceNamed(a, b)
  const isPeople = a.people.some(each => b.people.includes(each))
  // A host alone says nothing where both titles can be compared.
  const isHostEnough = isHost && (when === 'same' || !titles.faults.includes('unlike in one tongue'))
  const isAtOnce = titles.isForeign && when === 'same' && a.kind === 'event' && b.kind === 'event'
  const names = namesAcross(a, b)
  const isNamedAcross = names > 1 && (when === 'same' || when === 'dayonly')
  const speaks =
    isNamedAcross ||
    isAtOnce ||
    leads ||
    isUid ||
    isPeople ||
    told ||
    isNamed ||
    isHostEnough ||
    isPlace ||
    isAcross ||
    isSummary
  if (!speaks && titles.levels.length === 0 && !said.some(each => each.startsWith('+'))) return []

  const isOneText = (isSummary && a.kind !== 'event') || said.includes('+ page in another language')
  const where = leads || isOneText ? 'address' : 'no address'
  const kind = a.kind !== b.kind ? 'kinds' : a.kind === 'event' ? 'events' : 'others'
  said.push(of`0 ${kind} ${when}`)
  if (kind === 'kinds' && !isRecorded(a, b)) said.push('- two kinds')
  if (kind === 'kinds' && (isDayTold(a, b) || isDayTold(b, a))) said.push('+ day told')
  if (when === 'years') said.push('! years')
  const about = roughly[when]

  const isRough = about !== when
  for (const level of titles.levels) {
    said.push(of`+ title ${level}`, of`+ ${when}, title ${level}`)
    if (isRough) said.push(of`+ ${about}, title ${level}`)
    said.push(of`+ host ${hosts}, title ${level}`)
  }
  for (const fault of [...titles.faults, ...titleFaults(a, b, titles.isForeign)]) {
    said.push(of`- title ${fault}`, of`- ${where}, title ${fault}`)
    if (!isOneText && (hosts === 'others' || hosts === 'unknown'))
      said.push(of`- host ${hosts}, title ${fault}`)
    else if (isHost && leads) said.push(of`- host and address, title ${fault}`)
  }
  if (areToldOtherwise(a, b)) said.push('- told otherwise', of`- told otherwise, ${where}`)
  if (kind === 'others' && !isSummary && isJoint(a) !== isJoint(b)) said.push('- joint of one')
  if (names > 0) said.push('+ names across', of`+ names across, ${about}`)
  if (names > 1) said.push('+ more names across', of`+ more names across, ${about}`)
  if (told) said.push('+ title told', of`+ title told ${told}`, of`+ ${about}, title told ${told}`)
  if (areApart(a.title.numbers, b.title.numbers)) said.push('- numbers differ')
  if (!isUid && areNumbered(a, b)) said.push('! title has another number')
  if (!isUid && areNumberedInLabel(a, b)) said.push('! title is numbered otherwise')
  if (!isUid && titles.isForeign && arePartsApart(a.title, b.title)) said.push('! part of another number')
  if (haveNumber(a, b)) said.push('+ number', of`+ number, ${about}`)
  if ((a.isMoved || b.isMoved) && when !== 'same' && titles.levels.length > 0)
    said.push('+ moved', of`+ moved, ${where}`)
  if (isSummary) said.push(of`+ summary, ${kind}`)

  if (isHost) said.push('+ host', of`+ host, ${when}`, of`+ host, ${about}`, of`+ host ${hosts}`)
  if (isHostOfPlace(a, b) || isHostOfPlace(b, a))
    said.push('+ host is the place', of`+ host is the place, ${about}`)
  if (hosts === 'both') said.push('+ host shared')
  if (!leads && titles.levels.includes('much')) said.push(of`0 host ${hosts}, title much, ${about}`)
  if (hosts === 'others' || hosts === 'unknown') {
    const bodies = across ? across.bodies : bodiesOf(a, b)
    if (bodies === 'two' || bodies === 'abroad') said.push('- two bodies', of`- two bodies, ${where}`)
    if (bodies === 'abroad') said.push('- bodies of two countries')
  }
  if (hosts === 'akin') said.push('0 host akin', of`+ host akin, ${about}`)
  if (hosts === 'others' && !isOneText) {
    said.push('- other hosts', of`- other hosts, ${where}`, of`- other hosts, ${where}, ${kind}`)
    if (!leads) said.push(of`- other hosts, ${about}`)
    if (areBranches(a, b)) said.push('- branches')
    if (!leads && areOfTwoTongues(a, b)) said.push('- other hosts, other tongue')
  }
  if (isPlace) said.push('+ place', of`+ place ${place}`, of`+ place, ${when}`, of`+ place, ${about}`)
  if (isPlace && !leads) said.push(of`0 place, host ${hosts}`)
  if (place !== 'shared' && areOtherTowns(a, b)) said.push('- other towns')
  const apart = areInTownsApart(a, b)
  if (apart) said.push(of`- towns ${apart} apart`)
  if (areTitledApart(a, b)) said.push('- titles name towns apart')
  if (areCountriesApart(whereabouts(a), whereabouts(b))) said.push('- other countries')
  if (place === 'maybe') said.push('- perhaps another place')
  if (place === 'others') {
    said.push('- other place', of`- other place, ${where}`)
    if (!leads && !isHost) said.push('- other place, no host in common')
  }
  if (place !== 'others' && areOtherRooms(a, b)) {
    if (areOfTwoTongues(a, b)) said.push('- rooms called otherwise')
    else said.push('- rooms differ', of`- rooms differ, ${where}`)
  }
  if (place !== 'others' && a.numbers.some(each => b.numbers.includes(each))) said.push('+ house')
  if (isNamed) said.push('+ place named', of`+ place named, ${about}`)
  // At one place there is one zone: the other is a slip.
  if (a.venue.length && b.venue.length && place !== 'shared' && areApart(zonesOfPlace(a), zonesOfPlace(b)))
    said.push('- other zones')
  if (areApart(zonesTold(a), zonesTold(b))) {
    // Who hold one meeting together tell it each in their own zone, and where to join it.
    if (!leads && (hosts === 'others' || hosts === 'unknown')) {
      said.push('- other zones, nothing in common')
      if (titles.isForeign) said.push('- other zones, other tongue')
      if (a.venue.length > 0 || b.venue.length > 0) said.push('- other zones, place told')
    }
    if (when === 'clock') said.push('- other zones, one clock')
  }
  said.push(...partsOf(a, b))
  const series = areAsInSeries(a, b)
  if (series) said.push(of`- as in a series of ${series}`)
  if (areInTurn(a, b)) said.push('- one after the other')
  if (isWithinDays(a, b))
    said.push(titles.levels.includes('same') ? '- within the days' : '! within the days')
  if (!leads && hosts !== 'shared' && areApart(a.languages, b.languages)) said.push('- languages differ')

  if (a.people.length > 0 && b.people.length > 0) {
    const isHeard = titles.isForeign && arePeopleHeard(a, b)
    // In two scripts no name is like the other.
    if (areApart(a.people, b.people) && !isHeard) {
      if (a.title.script === b.title.script) said.push('- other people')
    } else said.push('+ people', of`+ people, ${about}`)
  }
  if (isUid) said.push(of`+ uid, ${when}`)
  if (leads || (same && titles.levels.length > 0)) said.push(of`+ same ${same}`)
  if (leads)
    said.push(
      of`+ same ${same}, ${when}`,
      of`+ same ${same}, ${about}`,
      of`+ address, ${when}`,
      of`+ address, ${about}`,
    )
  if (same === 'page' && titles.faults.includes('unlike')) said.push('- same page, title unlike')
  const [level] = titles.levels.slice(-1)
  if (leads && level) said.push(of`+ same ${same}, title ${level}`)
  if (isAtOnce) said.push('+ at one moment, in another tongue')
  if (titles.isForeign) {
    if (leads) said.push(of`+ same ${same}, in another tongue`, '+ address, in another tongue')
    else said.push('- no address, in another tongue')
    if (hosts === 'shared' || hosts === 'both') said.push('+ host, in another tongue')
    if (isPlace) said.push('+ place, in another tongue')
  }
  if (across) {
    if (across.meant === 'apart') said.push('- meant apart')
    else if (across.meant === 'otherwise') said.push('- meant otherwise', of`- meant otherwise, ${where}`)
    else if (across.meant)
      said.push(
        '+ meant',
        of`+ meant ${across.meant}`,
        of`+ meant, ${about}`,
        of`+ meant ${across.meant}, ${about}`,
      )
    if (across.told) said.push('+ told, in another tongue')
    if (across.sounds > 0) said.push('+ sounds', of`+ sounds, ${about}`)
    if (across.sounds > 1) said.push('+ sounds twice', of`+ sounds twice, ${about}`)
    if (
      across.sounds === 0 &&
      a.title.script !== b.title.script &&
      a.organisations.length &&
      b.organisations.length
    ) {
      if (across.bodies === 'one') said.push('+ bodies')
      else said.push('- no sound alike', ...(across.areNamed ? ['- no name alike'] : []))
    }
    if (across.isNumbered) said.push('+ one number, in another tongue')
    if (across.kept > 0) said.push('+ kept', of`+ kept, ${about}`)
    if (across.kept > 1) said.push('+ kept twice', of`+ kept twice, ${about}`)
    if (hosts === 'shared' && across.bodies === 'one') said.push('0 host by body')
    if (across.days === 'others') said.push('- other days named')
    if (across.days === 'same') said.push('0 one day named')
    if (across.sounds > 0 && (across.meant === 'much' || across.meant === 'some'))
      said.push('+ sounds and is meant')
  }
  return when === 'unknown' ? [...new Set(said)] : said
}

/** What is told of both, at some length in one tongue, has nothing in common. */
function areToldOtherwise(a: Traits, b: Traits): boolean {
  if (a.summaryWords.size < 6 || b.summaryWords.size < 6 || areOfTwoTongues(a, b)) return false
  const [few, many] = a.summaryWords.size < b.summaryWords.size ? [a, b] : [b, a]
  for (const word of few.summaryWords)
    if (word.length > 4 && !common.has(word) && [...many.summaryWords].some(other => isOneWord(word, other)))
      return false
  return true
}

/** One is held in the house of who holds the other. */
function isHostOfPlace({ venue }: Traits, { organisations }: Traits): boolean {
  return venue.length > 1 && organisations.some(name => isNameOf(name, venue))
}

function isNameOf(name: string, venue: readonly string[]): boolean {
  const { telling } = hostName(name)
  return telling.length > 1 && telling.every(word => venue.some(each => isOneWord(word, each)))
}

/** “Joint statement”: by several together; each of them may make one of its own. */
function isJoint({ title, slugs }: Traits): boolean {
  return (
    joint.test(title.folded) ||
    (title.script !== 'latin' && joint.test(title.title.toLowerCase())) ||
    slugs.some(slug => joint.test(slug))
  )
}

const joint =
  /\b(?:joint|jointly|conjoint[es]?|commune|conjunt[ao]s?|gemeinsame\w*|gezamenlijk\w*|congiunt[ao]|gemensam\w*|felles|faelles|sovmestn\w*|spilne|spilna|wspoln\w*|ortak|bersama|comun[ae]?)\b|совместн|спільн|مشترك|المشترك|共同|联合|聯合|합동|공동/

/** “Press release 330/22”, “Workshop 197”: a number that is neither a year nor one of a few. */
function haveNumber(a: Traits, b: Traits): boolean {
  return a.title.numbers.some(
    each => each.length > 1 && !/^(?:19|20)\d\d$/.test(each) && b.title.numbers.includes(each),
  )
}

/** The film of an event is told beside it, or as it. */
function isRecorded(a: Traits, b: Traits): boolean {
  return (a.kind === 'event' && b.kind === 'video') || (a.kind === 'video' && b.kind === 'event')
}

/**
 * The name that a template makes, made once for each of its words: there are thousands of pairs to be judged, and few
 * names.
 */
function of(parts: TemplateStringsArray, first: string, second = ''): string {
  let names = made.get(parts)
  if (!names) made.set(parts, (names = new Map()))
  let seconds = names.get(first)
  if (!seconds) names.set(first, (seconds = new Map()))
  let name = seconds.get(second)
  if (name === undefined) {
    name = `${parts[0]}${first}${parts[1]}${second}${parts[2] ?? ''}`
    seconds.set(second, name)
  }
  return name
}

const made = new Map<TemplateStringsArray, Map<string, Map<string, string>>>()
