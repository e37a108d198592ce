import { epochOfWall, offsetAt } from '../../../time/days.ts'
import { sayInZones } from '../../ui/entry-form/say-time-in.ts'

/** Says the time that is being typed in the programme's zone and in one's own, as long as both can be told. */
export function sayTime(form: Element): void {
  const place = form.querySelector<HTMLElement>('.when-fields .said')
  if (!place) return
  const said = timeIn(form, place.dataset)
  if (place.textContent !== said) place.textContent = said
}

/** The same when the page is opened; what only the site can read stays as the site has said it. */
export function sayTimeOnce(form: Element): void {
  const place = form.querySelector<HTMLElement>('.when-fields .said')
  const said = place && timeIn(form, place.dataset)
  if (place && said) place.textContent = said
}

function timeIn(form: Element, { home = 'UTC', said = '', saidOwn = '' }: DOMStringMap): string {
  const of = (part: string) =>
    form.querySelector<HTMLInputElement>(`.when-fields [name$="when.${part}"]:not([type="radio"])`)
  const isMoment = form.querySelector('.when-fields [value="moment"]:checked') !== null
  const told = of('zone')?.value.trim() ?? ''
  if (!isMoment || of('everywhere')?.checked || !isZone(told)) return ''
  const day = of('day')?.value ?? ''
  const startsAt = momentAt(day, of('start')?.value ?? '', told)
  if (startsAt === null) return ''
  const endsAt = momentAt(of('end-day')?.value || day, of('end')?.value ?? '', told)
  const { locale = 'en', chosen, zone } = document.documentElement.dataset
  const own = (chosen === undefined ? null : zone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return sayInZones({ startsAt, endsAt }, { home, own, locale }, { said, saidOwn })
}

/** Cities and abbreviations only the site can read. */
function isZone(words: string): boolean {
  if (!/^(?:UTC|[+-]\d\d:\d\d|\w+\/[\w/+-]+)$/.test(words)) return false
  try {
    offsetAt(0, words)
    return true
  } catch {
    return false
  }
}

function momentAt(day: string, clock: string, zone: string): number | null {
  const wall = Date.parse(`${day}T${clock}Z`)
  return day === '' || clock === '' || Number.isNaN(wall) ? null : epochOfWall(wall, zone)
}
