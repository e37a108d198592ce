import { Hono } from 'hono'
import {
  acceptInvitation,
  joinByInvitation,
  openInvitation,
} from '../../services/people/accept-invitation.ts'
import { authHeaders, curatorOf } from '../middleware/curator.ts'
import { fieldsOf, leadOn, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { type Wrong, wrongIn } from '../ui/new-account.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { InvitationOverPage, InvitationPage } from './invitation-page.tsx'

/** Where somebody who was invited comes in. */
export function invitationRoom(parts: Parts): Hono<Env> {
  const { config, store, assets, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const room = new Hono<Env>()

  room.get(paths.invitation(':token'), c => show(c))

  room.post(paths.invitation(':token'), refuseOtherSites(config), refuseLongForms, async c => {
    const told = { token: c.req.param('token')!, at: now() }
    const open = await openInvitation(store, told)
    if (!open) return over(c)
    if (open.account) {
      const curator = await curatorOf(c)
      if (curator?.id !== open.account.id) return show(c)
      return (await joinByInvitation(store, curator, told)) ? c.redirect(paths.desk(), 303) : over(c)
    }
    const { name = '', password = '', with: means } = await fieldsOf(c)
    const byPasskey = means === 'passkey'
    const filled = { name: name.trim().slice(0, 100), email: open.invitation.email, password }
    const wrong = wrongIn(filled, showing(c).say, { password: !byPasskey })
    if (Object.keys(wrong).length > 0) return show(c, { name: filled.name, wrong })
    const entered = await acceptInvitation(
      site,
      { token: told.token, name: filled.name, password: byPasskey ? null : password },
      { headers: authHeaders(c), at: told.at },
    )
    if (!entered) return over(c)
    return leadOn(c, byPasskey ? paths.secondFactor() : paths.desk(), entered.cookies)
  })
  return room

  async function show(c: Visit, told: { name?: string; wrong?: Wrong } = {}): Promise<Response> {
    const token = c.req.param('token')!
    const open = await openInvitation(store, { token, at: now() })
    if (!open) return over(c)
    const curator = await curatorOf(c)
    const page = (
      <InvitationPage
        showing={showing(c)}
        assets={assets}
        token={token}
        invitation={open.invitation}
        hasAccount={open.account !== null}
        isSignedIn={open.account !== null && curator?.id === open.account.id}
        {...told}
      />
    )
    return sendOnce(c, parts, page, told.wrong ? 422 : 200)
  }

  function over(c: Visit): Promise<Response> {
    return sendOnce(c, parts, <InvitationOverPage showing={showing(c)} assets={assets} />, 404)
  }

  function showing(c: Visit) {
    return showingOf(readerOf(c, parts), 'UTC')
  }
}
