import type { Hono } from 'hono'
import {
  beginCodes,
  confirmCodes,
  type NewCodes,
  removeCodes,
  renewRecoveryCodes,
} from '../../services/sign-in/codes.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { authHeaders, signedIn } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { createTries } from '../middleware/tries.ts'
import { ownPath, paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import type { AccountWrongs } from './account-page.tsx'
import { NewCodesPage, RecoveryCodesPage } from './codes-pages.tsx'
import { isFresh } from './is-fresh.ts'
import { mayChangeFactors, ownAccount } from './own-account.ts'

/** Codes of an authenticator app: turned on, confirmed, turned off, and the recovery codes beside them. */
export function codesOf(
  room: Hono<Env>,
  parts: Parts,
  show: (c: Visit, wrong: AccountWrongs) => Promise<Response>,
): void {
  const { config, store, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const tries = createTries(parts, 'code')
  const form = [refuseOtherSites(config), refuseLongForms, signedIn(parts)] as const

  room.post(paths.accountCodes(), ...form, async c => {
    const { password = '', back } = await fieldsOf(c)
    const barred = await bar(c)
    if (barred) return barred
    const begun = await beginCodes(site, { password, headers: authHeaders(c), at: now() })
    if ('refused' in begun) return show(c, { codes: await wordsFor(c, begun.refused) })
    return showNew(c, begun, { back })
  })

  room.post(paths.accountCodesConfirmed(), ...form, async c => {
    const { code = '', uri = '', recovery = '', back } = await fieldsOf(c)
    const { curator } = await ownAccount(c, parts)
    const barred = await bar(c)
    if (barred) return barred
    const outcome = await confirmCodes(site, curator, { code, headers: authHeaders(c), at: now() })
    if ('refused' in outcome)
      return showNew(c, { uri, recovery: recovery.split(' ') }, { back, isWrong: true })
    const answer = goDone(c, config, ownPath(back) ?? paths.account(), { act: 'codes-added' })
    for (const cookie of outcome.cookies) answer.headers.append('set-cookie', cookie)
    return answer
  })

  room.post(paths.accountCodesRemoved(), ...form, async c => {
    const { password = '' } = await fieldsOf(c)
    const { curator } = await ownAccount(c, parts)
    const barred = await bar(c)
    if (barred) return barred
    const outcome = await removeCodes(site, curator, { password, headers: authHeaders(c), at: now() })
    if ('refused' in outcome) return show(c, { codes: await wordsFor(c, outcome.refused) })
    const answer = goDone(c, config, paths.account(), { act: 'codes-removed' })
    for (const cookie of outcome.cookies) answer.headers.append('set-cookie', cookie)
    return answer
  })

  room.post(paths.accountRecovery(), ...form, async c => {
    const { password = '' } = await fieldsOf(c)
    const { curator } = await ownAccount(c, parts)
    const barred = await bar(c)
    if (barred) return barred
    const renewed = await renewRecoveryCodes(site, curator, { password, headers: authHeaders(c), at: now() })
    if ('refused' in renewed) return show(c, { codes: await wordsFor(c, renewed.refused) })
    const at = await atDesk(c, parts, 'UTC', paths.account())
    return sendOnce(c, parts, <RecoveryCodesPage at={at} recovery={renewed.recovery} />)
  })

  /** Whoever may not change factors now is led to what they have to show first, and who tries too often waits. */
  async function bar(c: Visit): Promise<Response | null> {
    const account = await ownAccount(c, parts)
    if (!isFresh(account, now())) return c.redirect(paths.signInAgain(paths.account()), 303)
    if (!mayChangeFactors(account)) return c.redirect(paths.secondFactor(paths.account()), 303)
    const wait = await tries.take(c, account.curator.email)
    if (wait === null) return null
    const { say } = (await atDesk(c, parts)).showing
    return show(c, { codes: say('sign-in.wait', { minutes: Math.ceil(wait / 60) }) })
  }

  async function wordsFor(c: Visit, refused: string): Promise<string> {
    const { say } = (await atDesk(c, parts)).showing
    return say(refused === 'INVALID_PASSWORD' ? 'password.wrong' : 'account.codes.refused')
  }

  async function showNew(
    c: Visit,
    codes: NewCodes,
    { back, isWrong }: { back: string | undefined; isWrong?: boolean },
  ): Promise<Response> {
    const at = await atDesk(c, parts, 'UTC', paths.account())
    const to = ownPath(back) ?? paths.account()
    const page = <NewCodesPage at={at} codes={codes} back={to} isWrong={isWrong ?? false} />
    return sendOnce(c, parts, page, isWrong ? 422 : 200)
  }
}
