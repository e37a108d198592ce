import type { Edition } from '../../domain/programme.ts'
import type { FormContext } from '../ui/entry-form/form-state.ts'
import type { Showing } from '../ui/showing.ts'

/** What a form has to know of the edition that its entry is of, and of whoever fills it in. */
export function formContextOf(
  edition: Pick<Edition, 'homeZone' | 'startsOn' | 'endsOn' | 'assumedMinutes'>,
  { locale, say, now }: Showing,
): FormContext {
  const { homeZone, startsOn, endsOn, assumedMinutes } = edition
  return { homeZone, startsOn, endsOn, assumedMinutes, locale, say, now }
}
