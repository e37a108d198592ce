import { type Actor, recordAudit } from '../../storage/audit.ts'
import { namePasskey } from '../../storage/passkeys.ts'
import { strengthenSignIn } from '../../storage/sign-ins.ts'
import { type AuthSite, ask, type Outcome, withAuth } from './with-auth.ts'

/** What a browser needs to make a passkey for whoever is signed in. */
export async function offerPasskey(site: AuthSite, headers: Headers): Promise<Outcome<unknown>> {
  return withAuth(site, async (_, auth) =>
    ask<unknown>(auth.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true })),
  )
}

/**
 * Adds the passkey that a browser made. Whoever made it has just shown that they have it, which is as good as having
 * signed in with it.
 *
 * @param device what it is called where its maker does not say who they are
 */
export async function addPasskey(
  site: AuthSite,
  who: Actor & { id: string },
  told: { response: unknown; device: string; signIn: string; headers: Headers; at: number },
): Promise<Outcome<unknown>> {
  const { response, device, signIn, headers, at } = told
  return withAuth(site, async (db, auth) => {
    const outcome = await ask(
      auth.api.verifyPasskeyRegistration({ body: { response }, headers, returnHeaders: true }),
    )
    if ('refused' in outcome) return outcome
    const { id, aaguid } = outcome.answer as { id: string; aaguid?: string }
    const { getAuthenticatorName } = await import('@better-auth/passkey')
    const name = getAuthenticatorName(aaguid) ?? device
    await namePasskey(db, id, name)
    await strengthenSignIn(db, signIn)
    await recordAudit(db, { at, who, act: 'passkey-added', details: { name } })
    return outcome
  })
}
