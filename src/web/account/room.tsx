import { Hono } from 'hono'
import { changePassword } from '../../services/sign-in/change-password.ts'
import { endSignIns } from '../../services/sign-in/end-sign-ins.ts'
import { renameAccount } from '../../services/sign-in/rename-account.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { signedIn } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { owesSecondFactor } from '../middleware/second-factor.ts'
import { createTries } from '../middleware/tries.ts'
import { ownPath, paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { wrongPassword } from '../ui/new-account.ts'
import { sendOnce } from '../ui/send.tsx'
import { AccountPage, type AccountWrongs } from './account-page.tsx'
import { codesOf } from './codes.tsx'
import { isFresh } from './is-fresh.ts'
import { mayChangeFactors, ownAccount } from './own-account.ts'
import { passkeysOf } from './passkeys.ts'
import { SecondFactorPage } from './second-factor-page.tsx'

/** One’s own account: what it is called, how one signs in, and where one is signed in. */
export function accountRoom(parts: Parts): Hono<Env> {
  const { config, store, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const tries = createTries(parts, 'own password')
  const room = new Hono<Env>()
  const form = [refuseOtherSites(config), refuseLongForms, signedIn(parts)] as const

  room.get(paths.account(), signedIn(parts), c => show(c))

  room.post(paths.accountName(), ...form, async c => {
    const name = ((await fieldsOf(c)).name ?? '').trim().slice(0, 100)
    const at = await atDesk(c, parts, 'UTC', paths.account())
    if (!name) return show(c, { name: at.showing.say('fault.field.name') })
    await renameAccount(store, at.curator, { name, at: now() })
    return goDone(c, config, paths.account(), { act: 'renamed' })
  })

  room.post(paths.accountPassword(), ...form, async c => {
    const { current = '', next = '' } = await fieldsOf(c)
    const account = await ownAccount(c, parts)
    const { curator, signIn } = account
    // The first password asks for none: a device left open must not be enough to set it.
    if (!account.hasPassword && !isFresh(account, now()))
      return c.redirect(paths.signInAgain(paths.account()), 303)
    if (!account.hasPassword && !mayChangeFactors(account))
      return c.redirect(paths.secondFactor(paths.account()), 303)
    const { say } = (await atDesk(c, parts)).showing
    const fault = wrongPassword({ ...curator, password: next }, say)
    if (fault) return show(c, { next: fault })
    const wait = await tries.take(c, curator.email)
    if (wait !== null) return show(c, { current: say('sign-in.wait', { minutes: Math.ceil(wait / 60) }) })
    const change = { current, next, signIn: signIn.id, at: now() }
    if (!(await changePassword(site, curator, change))) return show(c, { current: say('password.wrong') })
    await tries.forget(c, curator.email)
    return goDone(c, config, paths.account(), { act: 'password-changed' })
  })

  room.post(paths.accountSignIns(), ...form, async c => {
    const { id } = await fieldsOf(c)
    const account = await ownAccount(c, parts)
    // Whoever finds a device open must not be able to put its owner out of all others.
    if (!isFresh(account, now())) return c.redirect(paths.signInAgain(paths.account()), 303)
    const { curator, signIn } = account
    const which = id ? { id } : { except: signIn.id }
    const count = await endSignIns(store, curator, { of: curator, which, at: now() })
    return goDone(c, config, paths.account(), { act: 'sign-ins-ended', count })
  })

  room.get(paths.secondFactor(), signedIn(parts), async c => {
    const back = ownPath(c.req.query('back')) ?? paths.desk()
    const account = await ownAccount(c, parts)
    const page = (
      <SecondFactorPage
        at={await atDesk(c, parts)}
        account={account}
        back={back}
        mayWait={!owesSecondFactor(account, config)}
      />
    )
    return sendOnce(c, parts, page)
  })

  codesOf(room, parts, show)
  passkeysOf(room, parts)
  return room

  async function show(c: Visit, wrong: AccountWrongs = {}): Promise<Response> {
    const at = await atDesk(c, parts, 'UTC', paths.account())
    const page = <AccountPage at={at} account={await ownAccount(c, parts)} wrong={wrong} />
    return sendOnce(c, parts, page, Object.keys(wrong).length ? 422 : 200)
  }
}
