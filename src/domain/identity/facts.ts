import { addressesOf } from './addresses/addresses.ts'
import { hostsOf } from './hosts/hosts.ts'
import { namesAcross } from './hosts/names-across.ts'
import { roughly, whenOf } from './hours/when.ts'
import { isPlaceNamed, placeOf, townsApart } from './places/place.ts'
import { titlesOf, toldOf } from './titles/titles.ts'
import { acrossOf } from './tongues/across.ts'
import type { Traits } from './traits.ts'
import { inBoth } from './words/in-both.ts'

/** What is known of two, from which each kind of evidence is told. */
export type Facts = ReturnType<typeof factsOf>

export function factsOf(a: Traits, b: Traits, usual?: ReadonlySet<string>) {
  const titles = titlesOf(a, b)
  const hosts = hostsOf(a, b)
  const towns = townsApart(a, b)
  const place = placeOf(a, b, towns)
  const { same, said } = addressesOf(a, b)
  const when = whenOf(a, b)
  const isUid = a.known.uids.some(uid => b.known.uids.includes(uid))
  const told = titles.levels.includes('within') ? null : toldOf(a, b)
  const isHost = hosts === 'shared' || hosts === 'both' || hosts === 'named'
  const isPlace = place === 'shared' || place === 'partly'
  const leads = same === 'front' ? null : same
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
  const both = inBoth(a, b, usual)
  const isBeside = both.words > 0 && (when === 'same' || when === 'near' || when === 'dayonly')
  const isOneText = (isSummary && a.kind !== 'event') || said.includes('+ page in another language')
  const where = leads || isOneText ? 'address' : 'no address'
  const kind = a.kind !== b.kind ? 'kinds' : a.kind === 'event' ? 'events' : 'others'
  return {
    titles,
    hosts,
    place,
    towns,
    same,
    said,
    when,
    about: roughly[when],
    leads,
    isUid,
    told,
    isHost,
    isPlace,
    across,
    isAcross,
    isSummary,
    isNamed,
    isPeople,
    isHostEnough,
    isAtOnce,
    names,
    isNamedAcross,
    both,
    isBeside,
    isOneText,
    where,
    kind,
  }
}
