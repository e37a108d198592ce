import { setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { newToken } from '../../services/sign-in/one-time.ts'
import { draftLasts } from '../../services/visitors/site.ts'
import { headerOf, type Settings, type Visit } from '../show.ts'
import { cookieOptions } from './forms.ts'

/** What the cookie of a browser holds from which somebody went to sign in: what comes back must come back there. */
export function wayToken(c: Visit, { baseUrl }: Settings): string | null {
  const cookie = headerOf(c, 'cookie')
  if (!cookie?.includes(name)) return null
  const full = nameAt(baseUrl)
  const told = parse(cookie, full)[full]
  return told !== undefined && /^[\w-]{43}$/.test(told) ? told : null
}

/** The same where there is none yet; it lasts as long as what was typed waits, anew for each way that is begun. */
export function carryWay(c: Visit, config: Settings): string {
  const token = wayToken(c, config) ?? newToken()
  setCookie(c, nameAt(config.baseUrl), token, { ...cookieOptions(config), maxAge: draftLasts / 1000 })
  return token
}

const name = 'daylong-way'

function nameAt(baseUrl: string): string {
  return baseUrl.startsWith('https:') ? `__Host-${name}` : name
}
