import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { readWaking, tellWaking } from '../../domain/waking.ts'
import { canonicalZone } from '../../time/zones.ts'
import { cookieName } from '../middleware/cookie-name.ts'
import { backOf, cookieOptions, fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { ownPath, paths } from '../paths.ts'
import { type Env, type Parts, readerOf } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { placesFor } from './places-for.ts'
import { ZonePage } from './zone-page.tsx'

/**
 * A reader finds their zone by city, country or offset, says when they are awake, and puts a second place beside
 * their own. The first two are remembered by cookies; a second place is in the address, which can be shared.
 */
export function zoneRoom(parts: Parts): Hono<Env> {
  const { config } = parts
  const room = new Hono<Env>()

  room.get(paths.chooseZone(), async c => {
    const reader = readerOf(c, parts)
    const showing = showingOf(reader, 'UTC')
    const back = ownPath(c.req.query('back')) ?? paths.home()
    const asked = new URL(back, 'http://here.invalid').searchParams.get('beside')
    const beside = asked ? canonicalZone(asked.replace(' ', '+')) : null
    const sought = (c.req.query('q') ?? '').trim().slice(0, 100)
    const found = sought ? await placesFor(sought, showing.locale, showing.now) : []
    return sendOnce(
      c,
      parts,
      <ZonePage
        showing={showing}
        assets={parts.assets}
        back={back}
        sought={sought}
        found={found}
        of={c.req.query('for') === 'beside' ? 'beside' : 'own'}
        beside={beside}
      />,
    )
  })

  room.post(paths.chooseZone(), refuseOtherSites(config), refuseLongForms, async c => {
    const { zone, beside, awakeFrom, awakeTo, back } = await fieldsOf(c)
    if (beside !== undefined) return c.redirect(withBeside(back, beside, readerOf(c, parts).zone), 303)
    if (awakeFrom !== undefined) {
      const waking = readWaking(`${awakeFrom}-${awakeTo}`)
      if (waking) setCookie(c, cookieName(config, 'awake'), tellWaking(waking), cookieOptions(config))
      return c.redirect(backOf(back, 'awake'), 303)
    }
    const chosen = zone === undefined ? null : canonicalZone(zone)
    if (chosen) setCookie(c, cookieName(config, 'zone'), chosen, cookieOptions(config))
    else if (zone === '')
      setCookie(c, cookieName(config, 'zone'), '', { ...cookieOptions(config), maxAge: 0 })
    return c.redirect(backOf(back, 'zone'), 303)
  })
  return room
}

/** With the second place goes the reader's own, where they chose one: whoever is given the address sees both. */
function withBeside(back: string | undefined, told: string, own: string | null): string {
  const url = new URL(backOf(back, 'beside'), 'http://here.invalid')
  const beside = canonicalZone(told)
  if (beside) {
    if (own && !url.searchParams.has('zone')) url.searchParams.set('zone', own)
    url.searchParams.set('beside', beside)
  }
  return url.pathname + url.search
}
