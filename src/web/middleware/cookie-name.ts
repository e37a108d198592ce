import type { Settings } from '../show.ts'

/**
 * What a cookie is called. Where the site is on https its name begins as browsers guard it: no other host of the domain,
 * and no plain http, can set one that begins with `__Host-`.
 */
export function cookieName({ baseUrl }: Pick<Settings, 'baseUrl'>, name: string): string {
  return baseUrl.startsWith('https:') ? `__Host-${name}` : name
}

/** Where a cookie goes that only some paths need: what is guarded by its name has to go everywhere. */
export function cookiePath({ baseUrl }: Pick<Settings, 'baseUrl'>, path: string): string {
  return baseUrl.startsWith('https:') ? '/' : path
}
