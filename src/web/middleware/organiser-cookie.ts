import { deleteCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { organiserHours } from '../../services/organisers/come-in.ts'
import { headerOf, type Settings, type Visit } from '../show.ts'
import { cookieName } from './cookie-name.ts'
import { cookieOptions } from './forms.ts'

export const organiserCookie = 'daylong-organiser'

/** What the device of an organiser holds; null where it holds nothing of ours. */
export function organiserDevice(c: Visit, config: Settings): string | null {
  const cookie = headerOf(c, 'cookie')
  if (!cookie?.includes(organiserCookie)) return null
  const name = cookieName(config, organiserCookie)
  const told = parse(cookie, name)[name]
  return told !== undefined && /^[\w-]{43}$/.test(told) ? told : null
}

/** Set by pressing the button behind the link of a mail, and by nothing else. */
export function carryOrganiser(c: Visit, config: Settings, device: string): void {
  const options = { ...cookieOptions(config), maxAge: organiserHours * 3600 }
  setCookie(c, cookieName(config, organiserCookie), device, options)
}

export function dropOrganiser(c: Visit, config: Settings): void {
  const { path, secure } = cookieOptions(config)
  deleteCookie(c, cookieName(config, organiserCookie), { path, secure })
}
