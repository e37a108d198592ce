import { dayOf } from '../../../time/days.ts'
import { sayClock, sayMoment, sayZone } from '../../../time/say-time.ts'

/** Messages in which `{…}` are places to fill, as the server and the form's script both say them. */
export type ZoneWords = { said: string; saidOwn: string }

/**
 * A moment, with its end where one is told, in the programme's own zone and, where clocks there differ, in the
 * curator's. Epoch milliseconds.
 */
export function sayInZones(
  { startsAt, endsAt }: { startsAt: number; endsAt: number | null },
  { home, own, locale }: { home: string; own: string; locale: string },
  words: ZoneWords,
): string {
  const [there, here] = [spanIn(home), spanIn(own)]
  const values: Record<string, string> = {
    home: there,
    zone: sayZone(home, startsAt, locale),
    own: here,
    ownZone: sayZone(own, startsAt, locale),
  }
  const message = there === here ? words.said : words.saidOwn
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

  function spanIn(zone: string): string {
    const start = sayMoment(startsAt, zone, locale)
    if (endsAt === null || endsAt <= startsAt) return start
    const isSameDay = dayOf(startsAt, zone) === dayOf(endsAt, zone)
    return `${start} – ${isSameDay ? sayClock(endsAt, zone, locale) : sayMoment(endsAt, zone, locale)}`
  }
}
