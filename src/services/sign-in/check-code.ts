import { recordAudit } from '../../storage/audit.ts'
import { signInCookie } from './means.ts'
import { recordFailure } from './record-failure.ts'
import { type AuthSite, ask, openAuth, withAuth } from './with-auth.ts'

/** `wrong`: try again; `over`: the first factor has to be shown again; `locked`: too many were wrong. */
export type CodeChecked = { cookies: string[] } | { refused: 'wrong' | 'over' | 'locked' }

/** Whose second factor is awaited on this device; null where nobody’s is. */
export async function challengedAccount(
  site: AuthSite,
  { headers, at }: { headers: Headers; at: number },
): Promise<{ id: string; name: string; email: string } | null> {
  return (await openAuth(site)).api.challenged({ body: { at }, headers })
}

/**
 * Signs in who has shown a first factor and now types the code of their app, or a recovery code, which is used up by it.
 */
export async function checkCode(
  site: AuthSite,
  code: string,
  { headers, at }: { headers: Headers; at: number },
): Promise<CodeChecked> {
  const told = code.replace(/\s/g, '')
  const own = withoutSignIn(headers)
  return withAuth(site, async (db, auth) => {
    const account = await auth.api.challenged({ body: { at }, headers: own })
    if (!account) return { refused: 'over' }
    const isRecovery = !/^\d{6}$/.test(told)
    const asked = { body: { code: told }, headers: own, returnHeaders: true as const }
    const outcome = await ask<unknown>(
      isRecovery ? auth.api.verifyBackupCode(asked) : auth.api.verifyTOTP(asked),
    )
    if ('refused' in outcome) {
      await recordFailure(db, { email: account.email, at, how: 'code' })
      return { refused: reasons[outcome.refused] ?? 'wrong' }
    }
    const means = isRecovery ? 'recovery-code' : 'code'
    await recordAudit(db, { at, who: account, act: 'sign-in', details: { means } })
    return { cookies: outcome.cookies }
  })
}

const reasons: Record<string, 'over' | 'locked'> = {
  INVALID_TWO_FACTOR_COOKIE: 'over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'over',
  ACCOUNT_TEMPORARILY_LOCKED: 'locked',
}

/** better-auth takes a code of somebody who is signed in for something else than a sign-in. */
function withoutSignIn(headers: Headers): Headers {
  const own = new Headers(headers)
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/)
  own.set('cookie', cookies.filter(each => !each.includes(`${signInCookie}=`)).join('; '))
  return own
}
