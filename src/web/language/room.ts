import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { backOf, cookieOptions, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { isLanguage } from '../words.ts'

/** Remembers the language a reader chose. */
export function languageRoom({ config }: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.post(paths.chooseLanguage(), refuseOtherSites(config), refuseLongForms, async c => {
    const { lang, back } = await c.req.parseBody()
    if (typeof lang === 'string' && isLanguage(lang)) setCookie(c, 'lang', lang, cookieOptions(config))
    return c.redirect(backOf(back, 'lang'), 303)
  })
  return room
}
