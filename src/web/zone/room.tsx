import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { canonicalZone } from '../../time/zones.ts'
import { backOf, cookieOptions, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { ZonePage } from './zone-page.tsx'

/** A reader finds their zone by city, country or offset; only a choice is remembered. */
export function zoneRoom(parts: Parts): Hono<Env> {
  const { config } = parts
  const room = new Hono<Env>()

  room.get(paths.chooseZone(), c => {
    const showing = showingOf(readerOf(c, parts), 'UTC')
    const back = backOf(c.req.query('back'), 'zone')
    const sought = (c.req.query('q') ?? '').trim().slice(0, 100)
    return sendOnce(
      c,
      parts,
      <ZonePage showing={showing} assets={parts.assets} back={back} sought={sought} />,
    )
  })

  room.post(paths.chooseZone(), refuseOtherSites(config), refuseLongForms, async c => {
    const { zone, back } = await c.req.parseBody()
    const chosen = typeof zone === 'string' ? canonicalZone(zone) : null
    if (chosen) setCookie(c, 'zone', chosen, cookieOptions(config))
    else if (zone === '') setCookie(c, 'zone', '', { ...cookieOptions(config), maxAge: 0 })
    return c.redirect(backOf(back, 'zone'), 303)
  })
  return room
}
