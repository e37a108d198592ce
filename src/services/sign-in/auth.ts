import { randomUUIDv7 } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { expireCookie, setSessionCookie } from 'better-auth/cookies'
import { generateRandomString } from 'better-auth/crypto'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { longestPassword, shortestPassword } from '../../domain/password.ts'
import { authDatabase } from '../../storage/auth-database.ts'
import { authTables, passkeyTables, secondFactorTables } from '../../storage/auth-tables.ts'
import type { Db } from '../../storage/tables.ts'
import { addressHeader, type Means, signInCookie, staysFresh } from './means.ts'

export type Auth = ReturnType<typeof makeAuth>

/** How long a device stays signed in after it was last seen, and how exactly that is known; in seconds. */
const staysFor = 30 * 86_400
const seenTo = 3600
/** How long a code may be awaited. */
const challengeSeconds = 600

/**
 * better-auth over a store or a transaction: passwords, sign-ins and their cookies, what is handed out once, passkeys,
 * codes. None of its own addresses is open: the rooms of the web ask it, each through a service.
 *
 * This file alone loads it: it is large, and readers never need it.
 */
export function makeAuth(db: Db, { baseUrl, secret }: { baseUrl: string; secret: string }) {
  const site = new URL(baseUrl)
  const isSecure = site.protocol === 'https:'
  // No other host of the domain can set a cookie that begins so, which better-auth’s own `__Secure-` does not see to.
  const host = isSecure ? '__Host-' : ''
  return betterAuth({
    appName: 'Daylong',
    baseURL: baseUrl,
    secret,
    database: authDatabase(db),
    ...authTables,
    session: { ...authTables.session, expiresIn: staysFor, updateAge: seenTo, freshAge: staysFresh / 1000 },
    emailAndPassword: {
      enabled: false,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    verification: { ...authTables.verification, storeIdentifier: 'hashed' },
    databaseHooks: {
      session: {
        create: {
          before: async (session, ctx) => ({
            data: {
              ipAddress: ctx?.headers?.get(addressHeader) ?? '',
              ...meansOfPath(ctx?.path, session as { means?: Means; isStrong?: boolean }),
            },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: `${host}daylong`,
      cookies: { session_token: { name: host + signInCookie } },
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUIDv7() },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // What strangers make up and call a passkey is no fault of ours, and must not fill the log.
      log: (_level, message, ...rest) => {
        if (!message.startsWith('Failed to verify')) console.error(message, ...rest)
      },
    },
    plugins: [
      twoFactor({
        issuer: `Daylong (${site.host})`,
        allowPasswordless: true,
        twoFactorCookieMaxAge: challengeSeconds,
        schema: secondFactorTables,
      }),
      passkey({
        rpName: 'Daylong',
        schema: passkeyTables,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        registration: {
          afterVerification: ({ verification }) => mustBeVerified(verification.registrationInfo),
        },
        authentication: {
          afterVerification: ({ verification }) => mustBeVerified(verification.authenticationInfo),
        },
      }),
      entrance(),
    ],
  })
}

/** A passkey is two factors, the device and who unlocks it, only where the device saw who it was. */
async function mustBeVerified(info: { userVerified: boolean } | undefined): Promise<undefined> {
  if (!info?.userVerified) throw new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED' })
}

/** By what a sign-in was opened: `enter` says so itself, of the others their path tells. */
function meansOfPath(
  path: string | undefined,
  told: { means?: Means; isStrong?: boolean },
): { means: Means; isStrong: boolean } {
  if (path?.startsWith('/passkey/')) return { means: 'passkey', isStrong: true }
  if (path?.startsWith('/two-factor/verify-backup-code')) return { means: 'recovery-code', isStrong: true }
  if (path?.startsWith('/two-factor/verify')) return { means: 'code', isStrong: true }
  const means = told.means ?? 'password'
  return {
    means,
    isStrong: path === '/two-factor/disable' ? means === 'passkey' : (told.isStrong ?? false),
  }
}

type Entering = { accountId: string; means: Means; isStrong: boolean; at: number }

/**
 * The one way in for whoever has shown a first factor, whichever it was: where the account has codes, one is asked for
 * by a challenge; else the device is signed in, under a new token. better-auth's own check covers passwords alone.
 */
function entrance() {
  return {
    id: 'entrance',
    endpoints: {
      enter: createAuthEndpoint.serverOnly(
        {
          method: 'POST',
          requireHeaders: true,
          metadata: { $Infer: { body: {} as Entering } },
        },
        async ctx => {
          const { accountId, means, isStrong, at } = ctx.body as Entering
          const { context } = ctx
          const user = await context.internalAdapter.findUserById(accountId)
          if (!user) throw new APIError('UNAUTHORIZED', { code: 'ACCOUNT_UNKNOWN' })
          const cookie = context.createAuthCookie('two_factor', { maxAge: challengeSeconds })
          if ((user as { twoFactorEnabled?: boolean }).twoFactorEnabled && !isStrong) {
            const identifier = `2fa-${generateRandomString(20)}`
            const expiresAt = new Date(at + challengeSeconds * 1000)
            await context.internalAdapter.createVerificationValue({ identifier, value: user.id, expiresAt })
            await context.internalAdapter.createVerificationValue({
              identifier: `2fa-attempts-${identifier}`,
              value: '0',
              expiresAt,
            })
            await ctx.setSignedCookie(cookie.name, identifier, context.secret, cookie.attributes)
            return ctx.json({ isChallenged: true })
          }
          const session = await context.internalAdapter.createSession(user.id, false, { means, isStrong })
          await setSessionCookie(ctx, { session, user })
          expireCookie(ctx, cookie)
          return ctx.json({ isChallenged: false })
        },
      ),
      /** Whose second factor is awaited on this device. */
      challenged: createAuthEndpoint.serverOnly(
        { method: 'POST', requireHeaders: true, metadata: { $Infer: { body: {} as { at: number } } } },
        async ctx => {
          const { context } = ctx
          const cookie = context.createAuthCookie('two_factor')
          const identifier = await ctx.getSignedCookie(cookie.name, context.secret)
          const found = identifier ? await context.internalAdapter.findVerificationValue(identifier) : null
          if (!found || found.expiresAt.getTime() <= (ctx.body as { at: number }).at) return null
          const user = await context.internalAdapter.findUserById(found.value)
          return user ? { id: user.id, name: user.name, email: user.email } : null
        },
      ),
    },
  }
}
