import type { Reason } from '../../domain/recordings/match.ts'
import type { Offer } from '../../domain/recordings/offer.ts'
import { type Sighting, shorterBefore } from '../../domain/recordings/seen.ts'
import { sayLength } from '../../time/say-length.ts'
import { sayMoment } from '../../time/say-time.ts'
import type { Key } from '../words.ts'
import { hostOf, isolated } from './entry-words.ts'
import type { Showing } from './showing.ts'

/** What was found out, with its reasons: “Found on youtube.com: “…”. The same title; 40 minutes after the end.” */
export function sayOffer(offer: Offer, showing: Showing): string {
  const { say } = showing
  const site = isolated(hostOf(offer.url))
  const what =
    offer.kind === 'removed'
      ? say('need.recording-gone', { site })
      : say('need.recording-found', { site, title: offer.title ? isolated(offer.title) : 'none' })
  return `${what} ${sayReasons(offer.reasons, showing)}`
}

/** Why that is so, as one sentence. */
export function sayReasons(reasons: readonly Reason[], showing: Showing): string {
  const said = reasons.map(reason => sayReason(reason, showing))
  const list = new Intl.ListFormat(showing.locale, { type: 'unit', style: 'short' }).format(said)
  return list && `${list[0]!.toLocaleUpperCase(showing.locale)}${list.slice(1)}.`
}

function sayReason(reason: Reason, { say, zone, locale }: Showing): string {
  const key: Key = `reason.${reason.code}`
  switch (reason.code) {
    case 'published-after':
    case 'published-before':
      return say(key, { length: sayLength(reason.minutes, locale) })
    case 'long':
      return say(key, { length: sayLength(reason.seconds / 60, locale) })
    case 'on-channel':
      return say(key, { channel: isolated(reason.name) })
    case 'removed':
    case 'private':
      return say(key, { when: sayMoment(reason.since, zone, locale) })
    default:
      return say(key)
  }
}

/** What is at an address, as far as it could be seen. */
export function saySeen({ seen }: Sighting, { say, locale }: Showing): string {
  if (seen === null) return say('seen.nothing')
  if (seen.stream === 'live' || seen.stream === 'upcoming') return say(`seen.${seen.stream}`)
  if (seen.recording === 'available') {
    const length = seen.seconds === null ? 'none' : sayLength(seen.seconds / 60, locale)
    return say('seen.available', { length })
  }
  if (seen.recording) return say(`seen.${seen.recording}`)
  return say(seen.stream === null ? 'seen.there' : `seen.${seen.stream}`)
}

/** That it became longer, and how long it was; null where it did not. */
export function sayLonger(sighting: Sighting, { say, zone, locale }: Showing): string | null {
  const before = shorterBefore(sighting)
  return (
    before &&
    say('seen.longer', {
      length: sayLength(before.seconds / 60, locale),
      when: sayMoment(before.until, zone, locale),
    })
  )
}
