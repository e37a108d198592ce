import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay } from '../../time/say-time.ts'
import type { PageState } from './state.ts'

const renewMs = 60_000

/** A screen in a hall: its clock goes, and it is asked for anew each minute, as long as the site answers. */
export function kiosk({ zone, locale }: PageState, now: () => number): void {
  if (!('kiosk' in document.documentElement.dataset)) return
  const [clock, day] = ['.clock b', '.clock span'].map(name => document.querySelector(name))
  const tell = () => {
    if (clock) clock.textContent = sayClock(now(), zone, locale)
    if (day) day.textContent = sayDay(dayOf(now(), zone), 'long', locale)
  }
  tell()
  setInterval(tell, 1000)
  setInterval(async () => {
    const answer = await fetch(location.href, { method: 'HEAD' }).catch(() => null)
    if (answer?.ok) location.reload()
  }, renewMs)
}
