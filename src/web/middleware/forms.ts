import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { ownPath, paths } from '../paths.ts'
import type { Settings } from '../show.ts'
import { cookieName } from './cookie-name.ts'

/** A form of another site is refused by its Origin, or by what the browser says of where it comes from. */
export function refuseOtherSites({ baseUrl }: Settings): MiddlewareHandler {
  return csrf({ origin: (origin, c) => origin === baseUrl || origin === new URL(c.req.url).origin })
}

/** What a reader chooses is a few words; a body that is longer is refused before it is read into memory. */
export const refuseLongForms: MiddlewareHandler = bodyLimit({ maxSize: 16_384 })

/** The words of a form; what is no text is left out, and of several of one name the last counts. */
export async function fieldsOf(c: Context): Promise<Record<string, string>> {
  const fields = Object.entries(await c.req.parseBody())
  return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === 'string'))
}

/** Leads on after a form was done, with cookies that were made by it. */
export function leadOn(c: Context, to: string, cookies: string[] = []): Response {
  const answer = c.redirect(to, 303)
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie)
  return answer
}

/** The same for what curators write: the longest text there is, and what stands around it in a form. */
export const refuseLongTexts: MiddlewareHandler = bodyLimit({ maxSize: 1_000_000 })

/**
 * To be called with the answer that follows a saved form: the browser drops what it kept of the typing there.
 *
 * @param name as the form's `KeepTyping` has it
 */
export function tellSaved(c: Context, config: Settings, name: string): void {
  const own = cookieName(config, 'saved')
  // What no page of the desk has taken note of yet stays beside it.
  const before = getCookie(c, own)?.split('\n') ?? []
  const names = [...before, name].slice(-20).join('\n')
  setCookie(c, own, names, {
    path: '/',
    maxAge: 86_400,
    sameSite: 'Lax',
    secure: cookieOptions(config).secure,
  })
}

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
