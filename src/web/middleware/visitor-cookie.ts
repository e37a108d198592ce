import { deleteCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { longestSignInDays } from '../../services/visitors/know-visitor.ts'
import { headerOf, type Settings, type Visit } from '../show.ts'
import { cookieOptions } from './forms.ts'

const name = 'daylong-visitor'

/** What the cookie of a visitor holds; null where there is none, or none of ours. */
export function visitorToken(c: Visit, { baseUrl }: Settings): string | null {
  const cookie = headerOf(c, 'cookie')
  if (!cookie?.includes(name)) return null
  const full = nameAt(baseUrl)
  const told = parse(cookie, full)[full]
  return told !== undefined && /^[\w-]{43}$/.test(told) ? told : null
}

/** To be set only by what somebody did: signing in. On https no other host, and no plain http, can set it. */
export function carryVisitor(c: Visit, config: Settings, token: string): void {
  setCookie(c, nameAt(config.baseUrl), token, {
    ...cookieOptions(config),
    maxAge: longestSignInDays * 86_400,
  })
}

export function dropVisitor(c: Visit, config: Settings): void {
  const { path, secure } = cookieOptions(config)
  deleteCookie(c, nameAt(config.baseUrl), { path, secure })
}

function nameAt(baseUrl: string): string {
  return baseUrl.startsWith('https:') ? `__Host-${name}` : name
}
