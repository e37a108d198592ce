import { getCookie, setCookie } from 'hono/cookie'
import type { Settings, Visit } from '../show.ts'
import type { PasteInto } from '../ui/paste-field.tsx'
import { cookieName } from './cookie-name.ts'
import { cookieOptions } from './forms.ts'

const nameAt = (config: Settings) => cookieName(config, 'daylong-edition')

/** The edition that something was pasted into: most likely the next goes there as well. */
export function rememberEdition(
  c: Visit,
  config: Settings,
  { series, edition }: Omit<PasteInto, 'title'>,
): void {
  setCookie(c, nameAt(config), `${series}/${edition}`, cookieOptions(config))
}

/** The one that was pasted into last comes first; the others keep their order. */
export function lastEditionFirst(c: Visit, config: Settings, editions: PasteInto[]): PasteInto[] {
  const last = getCookie(c, nameAt(config))
  const isLast = ({ series, edition }: PasteInto) => `${series}/${edition}` === last
  return editions.toSorted((a, b) => Number(isLast(b)) - Number(isLast(a)))
}
