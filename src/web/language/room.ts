import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { cookieName } from '../middleware/cookie-name.ts'
import { backOf, cookieOptions, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { languageOf } from '../words.ts'

/** Remembers the language a reader chose. */
export function languageRoom({ config }: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.post(paths.chooseLanguage(), refuseOtherSites(config), refuseLongForms, async c => {
    const { lang, back } = await c.req.parseBody()
    const language = typeof lang === 'string' ? languageOf(lang.slice(0, 40)) : null
    if (language) setCookie(c, cookieName(config, 'lang'), language, cookieOptions(config))
    return c.redirect(backOf(back, 'lang'), 303)
  })
  return room
}
