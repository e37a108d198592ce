import { hostsOf } from './hosts/hosts.ts'
import { isPlaceNamed } from './places/place.ts'
import type { Traits } from './traits.ts'

export function isHostAlike(a: Traits, b: Traits): boolean {
  const hosts = hostsOf(a, b)
  return hosts !== 'others' && hosts !== 'unknown'
}

/** Where one tells no zone, the same clock may well be the same moment. */
export function isOfNoZone(a: Traits, b: Traits): boolean {
  return (a.moment!.isFloating || b.moment!.isFloating) && (hasInCommon(a, b) || isPlaceNamed(a, b))
}

/**
 * Words of the title, a host or a place: without these two are looked at only where an address leads to both. Bits
 * first: nearly all pairs have nothing in common.
 */
export function hasInCommon(a: Traits, b: Traits): boolean {
  if (isHostOrPlaceInCommon(a, b)) return true
  if ((a.title.bits & b.title.bits) === 0) return false
  const [one, other] = [a.title.stems, b.title.stems]
  let [shared, at] = [0, 0]
  for (const stem of one) {
    while (at < other.length && other[at]! < stem) at++
    if (other[at] === stem) shared++
  }
  return isEnough(shared, one, other)
}

export function isHostOrPlaceInCommon(a: Traits, b: Traits): boolean {
  if ((a.hostBits & b.hostBits) !== 0 && a.organisations.some(name => b.organisations.includes(name)))
    return true
  return (a.venueBits & b.venueBits) !== 0 && a.venue.some(word => b.venue.includes(word))
}

export function isEnough(shared: number, one: readonly number[], other: readonly number[]): boolean {
  return shared >= 0.34 * Math.min(one.length, other.length)
}

/** Where both tell their hour a word alone says nothing: the more entries there are, the more have one in common. */
export function isWorthAWord(a: Traits, b: Traits): boolean {
  return !(a.moment && b.moment) || hasInCommon(a, b)
}
