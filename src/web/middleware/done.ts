import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Settings, Visit } from '../show.ts'
import { isKey, type Key } from '../words.ts'
import { cookieName } from './cookie-name.ts'
import { cookieOptions } from './forms.ts'

/** What a message `done.…` tells. */
type DoneAct = Key extends infer Each ? (Each extends `done.${infer Act}` ? Act : never) : never

/** What was just done, to be told once. `undo`: the revision of the edition that takes it back, where one does. */
export type Done = { act: DoneAct; count: number; undo: number | null }

/**
 * Leads on after an act, and has the page that follows tell of it once. It travels in a cookie and not in the
 * address: nobody can write a link that claims something was done or offers to undo it, and going back tells nothing twice.
 */
export function goDone(
  c: Visit,
  config: Settings,
  to: string,
  { act, count = 1, undo = null }: Pick<Done, 'act'> & Partial<Done>,
): Response {
  setCookie(c, nameAt(config), [act, count, undo ?? ''].join('.'), { ...cookieOptions(config), maxAge: 120 })
  return c.redirect(to, 303)
}

/** What is to be told on this page; it is forgotten with that. */
export function takeDone(c: Visit, config: Settings): Done | null {
  const told = getCookie(c, nameAt(config))
  if (told === undefined) return null
  deleteCookie(c, nameAt(config), { path: '/', secure: cookieOptions(config).secure })
  const [, act = '', count = '', undo = ''] = /^([a-z-]+)\.(\d{1,6})\.(\d{0,9})$/.exec(told) ?? []
  if (!isKey(`done.${act}`)) return null
  return { act: act as DoneAct, count: Number(count), undo: undo ? Number(undo) : null }
}

const nameAt = (config: Settings) => cookieName(config, 'daylong-done')
