import { findAccount } from '../../storage/accounts.ts'
import { recordAudit } from '../../storage/audit.ts'
import type { Auth } from './auth.ts'
import { endFormer } from './enter.ts'
import { recordFailure } from './record-failure.ts'
import { type AuthSite, ask, type Outcome, withAuth } from './with-auth.ts'

/**
 * What a browser needs to ask for a passkey: of whoever is signed in, one of theirs. Who unlocks the device has to be
 * seen by it, as a passkey stands for both factors.
 */
export async function askForPasskey(site: AuthSite, headers: Headers): Promise<Outcome<object>> {
  return withAuth(site, async (_, auth) => {
    const outcome = await ask<object>(
      auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true }),
    )
    return 'refused' in outcome
      ? outcome
      : { ...outcome, answer: { ...outcome.answer, userVerification: 'required' } }
  })
}

/** As a browser gives it; better-auth looks whether it is. */
type Shown = NonNullable<Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]>['body']['response']

/** Signs in who shows a passkey. */
export async function signInByPasskey(
  site: AuthSite,
  response: unknown,
  { headers, at }: { headers: Headers; at: number },
): Promise<Outcome<unknown>> {
  return withAuth(site, async (db, auth) => {
    const outcome = await ask(
      auth.api.verifyPasskeyAuthentication({
        body: { response: response as Shown },
        headers,
        returnHeaders: true,
      }),
    )
    if ('refused' in outcome) {
      await recordFailure(db, { email: '', at, how: 'passkey' })
      return outcome
    }
    await endFormer(db, auth, headers)
    const account = (await findAccount(db, outcome.answer.user.id))!
    await recordAudit(db, { at, who: account, act: 'sign-in', details: { means: 'passkey' } })
    return outcome
  })
}
