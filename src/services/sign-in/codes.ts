import { type Actor, recordAudit } from '../../storage/audit.ts'
import { endSignIns } from '../../storage/sign-ins.ts'
import { type AuthSite, ask, type Outcome, withAuth } from './with-auth.ts'

/** What an authenticator app is given, and the codes that help where it is lost. Both are shown once. */
export type NewCodes = { uri: string; recovery: string[] }

type Told = { headers: Headers; at: number }
/** Where an account has a password, it is asked for again: who finds a device open must not lock its owner out. */
type WithPassword = Told & { password: string }

/** Makes the secret of an authenticator app; it counts once a code of it was shown. */
export async function beginCodes(
  site: AuthSite,
  { password, headers }: WithPassword,
): Promise<NewCodes | { refused: string }> {
  return withAuth(site, async (_, auth) => {
    const outcome = await ask(
      auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers, returnHeaders: true }),
    )
    if ('refused' in outcome) return outcome
    const { totpURI = '', backupCodes = [] } = outcome.answer as { totpURI?: string; backupCodes?: string[] }
    return { uri: totpURI, recovery: backupCodes }
  })
}

/** From here on signing in takes a code. Where the account was signed in without one, it is so no more. */
export async function confirmCodes(
  site: AuthSite,
  who: Actor & { id: string },
  { code, headers, at }: Told & { code: string },
): Promise<Outcome<unknown>> {
  return withAuth(site, async (db, auth) => {
    const told = code.replace(/\s/g, '')
    const outcome = await ask<unknown>(
      auth.api.verifyTOTP({ body: { code: told }, headers, returnHeaders: true }),
    )
    if ('refused' in outcome) return outcome
    const now = await auth.api.getSession({
      headers: carrying(outcome.cookies),
      query: { disableRefresh: true },
    })
    const ended = await endSignIns(db, who.id, { except: now?.session.id ?? '' })
    await recordAudit(db, { at, who, act: 'codes-added', details: { ended } })
    return outcome
  })
}

/** From here on a password or a link is enough again. */
export async function removeCodes(
  site: AuthSite,
  who: Actor & { id: string },
  { password, headers, at }: WithPassword,
): Promise<Outcome<unknown>> {
  return withAuth(site, async (db, auth) => {
    const outcome = await ask<unknown>(
      auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
    )
    if ('answer' in outcome) await recordAudit(db, { at, who, act: 'codes-removed' })
    return outcome
  })
}

/** New recovery codes; those from before open nothing any more. */
export async function renewRecoveryCodes(
  site: AuthSite,
  who: Actor & { id: string },
  { password, headers, at }: WithPassword,
): Promise<{ recovery: string[] } | { refused: string }> {
  return withAuth(site, async (db, auth) => {
    const outcome = await ask(
      auth.api.generateBackupCodes({ body: { password }, headers, returnHeaders: true }),
    )
    if ('refused' in outcome) return outcome
    await recordAudit(db, { at, who, act: 'recovery-codes-renewed' })
    return { recovery: outcome.answer.backupCodes }
  })
}

function carrying(cookies: string[]): Headers {
  return new Headers({ cookie: cookies.map(each => each.split(';', 1)[0]).join('; ') })
}
