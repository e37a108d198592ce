import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { ownPath, paths } from '../paths.ts'
import type { Settings } from '../show.ts'

/** A form of another site is refused by its Origin, or by what the browser says of where it comes from. */
export function refuseOtherSites({ baseUrl }: Settings): MiddlewareHandler {
  return csrf({ origin: (origin, c) => origin === baseUrl || origin === new URL(c.req.url).origin })
}

/** What a reader chooses is a few words; a body that is longer is refused before it is read into memory. */
export const refuseLongForms: MiddlewareHandler = bodyLimit({ maxSize: 16_384 })

/** Cookies hold only what a reader chose, for a year. */
export function cookieOptions({ baseUrl }: Settings) {
  return {
    path: '/',
    maxAge: 365 * 86_400,
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
  } as const
}

/** Where a form leads back to, without what the address asked for and the form has now changed. */
export function backOf(told: unknown, changed: string): string {
  const path = ownPath(typeof told === 'string' ? told : undefined) ?? paths.home()
  const url = new URL(path, 'http://here.invalid')
  url.searchParams.delete(changed)
  return ownPath(url.pathname + url.search) ?? paths.home()
}
