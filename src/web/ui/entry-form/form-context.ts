import type { Edition } from '../../../domain/programme.ts'
import type { Showing } from '../showing.ts'
import type { FormContext } from './form-state.ts'

/** What a form has to know of the edition that its entry is of, and of whoever fills it in. */
export function formContextOf(
  edition: Pick<Edition, 'homeZone' | 'startsOn' | 'endsOn' | 'assumedMinutes'>,
  { locale, say, now }: Showing,
): FormContext {
  const { homeZone, startsOn, endsOn, assumedMinutes } = edition
  return { homeZone, startsOn, endsOn, assumedMinutes, locale, say, now }
}
