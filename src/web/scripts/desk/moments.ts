import { sayMoment, sayOffset, sayZone } from '../../../time/say-time.ts'
import { clockNow } from '../clock.ts'
import { citiesNamed } from './cities.ts'

/** Says when something was done in the zone of this machine, where its owner has chosen no other. */
export function sayMoments(): void {
  const { locale, chosen } = document.documentElement.dataset
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!locale || !zone || chosen !== undefined) return
  const moments = document.querySelectorAll('.desk time.moment[datetime]')
  if (moments.length === 0) return
  for (const moment of moments)
    moment.textContent = sayMoment(Date.parse(moment.getAttribute('datetime')!), zone, locale)
  const offset = sayOffset(clockNow(), zone)
  const name = () => {
    for (const place of document.querySelectorAll('.desk [data-zone-name]'))
      place.textContent = sayZone(zone, clockNow(), locale)
  }
  name()
  void citiesNamed().then(name)
  for (const place of document.querySelectorAll('.desk [data-zone-offset]'))
    place.textContent = offset === sayZone(zone, clockNow(), locale) ? '' : offset
}
