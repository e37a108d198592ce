import type { Hono } from 'hono'
import { addPasskey, offerPasskey } from '../../services/sign-in/add-passkey.ts'
import { removePasskey } from '../../services/sign-in/remove-passkey.ts'
import { authHeaders, refuse, signedIn } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { passkeyIn } from '../middleware/passkey.ts'
import { ownPath, paths } from '../paths.ts'
import { type Env, headerOf, type Parts } from '../show.ts'
import { deviceOf } from '../ui/device.ts'
import { isFresh } from './is-fresh.ts'
import { mayChangeFactors, ownAccount } from './own-account.ts'

/** Adds and removes passkeys of one’s own account. */
export function passkeysOf(room: Hono<Env>, parts: Parts): void {
  const { config, store, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const form = [refuseOtherSites(config), refuseLongForms, signedIn(parts)] as const

  room.post(paths.accountPasskeyOptions(), ...form, async c => {
    const account = await ownAccount(c, parts)
    if (!isFresh(account, now())) return c.redirect(paths.signInAgain(paths.account()), 303)
    if (!mayChangeFactors(account)) return c.json({}, 403)
    const offer = await offerPasskey(site, authHeaders(c))
    if ('refused' in offer) return c.json({}, 422)
    const answer = c.json(offer.answer as object, 200, { 'cache-control': 'no-store' })
    for (const cookie of offer.cookies) answer.headers.append('set-cookie', cookie)
    return answer
  })

  room.post(paths.accountPasskey(), ...form, async c => {
    const { passkey, ...told } = await fieldsOf(c)
    const back = ownPath(told.back) ?? paths.account()
    const account = await ownAccount(c, parts)
    if (!isFresh(account, now())) return c.redirect(paths.signInAgain(paths.account()), 303)
    if (!mayChangeFactors(account)) return refuse(c, parts)
    const outcome = await addPasskey(site, account.curator, {
      response: passkeyIn(passkey),
      device: deviceOf(headerOf(c, 'user-agent') ?? null) ?? 'Passkey',
      signIn: account.signIn.id,
      headers: authHeaders(c),
      at: now(),
    })
    const act = 'answer' in outcome ? 'passkey-added' : 'passkey-not-added'
    return goDone(c, config, act === 'passkey-added' ? back : paths.account(), { act })
  })

  room.post(paths.accountPasskeyRemoved(), ...form, async c => {
    const { id = '' } = await fieldsOf(c)
    const account = await ownAccount(c, parts)
    if (!isFresh(account, now())) return c.redirect(paths.signInAgain(paths.account()), 303)
    if (!mayChangeFactors(account)) return c.redirect(paths.secondFactor(paths.account()), 303)
    if (!(await removePasskey(store, account.curator, { id, at: now() })))
      return c.redirect(paths.account(), 303)
    return goDone(c, config, paths.account(), { act: 'passkey-removed' })
  })
}
