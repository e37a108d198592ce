import { Hono } from 'hono'
import { claimSite } from '../../services/sign-in/claim-site.ts'
import { isClaimOpen } from '../../services/sign-in/offer-claim.ts'
import { authHeaders } from '../middleware/curator.ts'
import { fieldsOf, leadOn, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { wrongIn } from '../ui/new-account.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { ClaimOverPage, ClaimPage } from './claim-page.tsx'

/** Where the host, who alone has the link, makes the site theirs. */
export function claimRoom(parts: Parts): Hono<Env> {
  const { config, store, assets, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const room = new Hono<Env>()

  room.get(paths.claim(':token'), async c => {
    const token = c.req.param('token')!
    if (!(await isClaimOpen(store, token))) return over(c)
    return sendOnce(c, parts, <ClaimPage showing={showing(c)} assets={assets} token={token} />)
  })

  room.post(paths.claim(':token'), refuseOtherSites(config), refuseLongForms, async c => {
    const token = c.req.param('token')!
    if (!(await isClaimOpen(store, token))) return over(c)
    const { name = '', email = '', password = '', with: means } = await fieldsOf(c)
    const filled = { name: name.trim().slice(0, 100), email: email.trim(), password }
    const byPasskey = means === 'passkey'
    const wrong = wrongIn(filled, showing(c).say, { password: !byPasskey })
    if (Object.keys(wrong).length > 0) {
      const page = (
        <ClaimPage showing={showing(c)} assets={assets} token={token} filled={filled} wrong={wrong} />
      )
      return sendOnce(c, parts, page, 422)
    }
    const claim = { ...filled, token, password: byPasskey ? null : password }
    const entered = await claimSite(site, claim, { headers: authHeaders(c), at: now() })
    if (!entered) return over(c)
    const next = byPasskey ? paths.secondFactor() : paths.desk()
    return leadOn(c, entered.isChallenged ? paths.signInCode(next) : next, entered.cookies)
  })
  return room

  function over(c: Visit): Promise<Response> {
    return sendOnce(c, parts, <ClaimOverPage showing={showing(c)} assets={assets} />, 404)
  }

  function showing(c: Visit) {
    return showingOf(readerOf(c, parts), 'UTC')
  }
}
