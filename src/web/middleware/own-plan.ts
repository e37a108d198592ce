import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { KeptPlan } from '../../domain/plan/kept-plan.ts'
import { hashOf } from '../../services/sign-in/one-time.ts'
import { findPlan } from '../../storage/plans.ts'
import { paths } from '../paths.ts'
import type { Parts, Settings, Visit } from '../show.ts'
import { cookieName, cookiePath } from './cookie-name.ts'
import { cookieOptions } from './forms.ts'

const nameAt = (config: Settings) => cookieName(config, 'plan')

/** For how long a browser keeps the way to a plan. */
export const planDays = 400

/** The token that a reader’s cookie carries; null where they starred nothing yet. */
export function tokenOf(c: Visit, config: Settings): string | null {
  const told = getCookie(c, nameAt(config))
  return told && isToken(told) ? told : null
}

/** Whether a word has the form of a token: nothing else is looked for. */
function isToken(told: string): boolean {
  return /^[\w-]{43}$/.test(told)
}

/** The plan of the one who asks. */
export async function ownPlan(c: Visit, parts: Parts): Promise<{ token: string; plan: KeptPlan } | null> {
  const token = tokenOf(c, parts.config)
  return token === null ? null : openPlan(parts, token)
}

export async function openPlan(
  parts: Parts,
  token: string,
): Promise<{ token: string; plan: KeptPlan } | null> {
  if (!isToken(token)) return null
  const { db } = await parts.plans()
  const plan = await findPlan(db, hashOf(token))
  return plan && { token, plan }
}

/**
 * From now on this plan is the one of the device. No page of readers looks at the cookie: they stay the same for everybody.
 * No script reads it, and no other host can put a plan of its own in its place.
 */
export function carryPlan(c: Visit, config: Settings, token: string): void {
  setCookie(c, nameAt(config), token, {
    ...cookieOptions(config),
    path: cookiePath(config, paths.plan()),
    maxAge: planDays * 86_400,
  })
}

export function dropPlan(c: Visit, config: Settings): void {
  deleteCookie(c, nameAt(config), {
    path: cookiePath(config, paths.plan()),
    secure: cookieOptions(config).secure,
  })
}
