import { isMailAddress } from '../../domain/mail.ts'
import { longestPassword, passwordFault, shortestPassword } from '../../domain/password.ts'
import type { Say } from '../words.ts'

/** Somebody who gives themselves an account, as they typed it. */
export type NewAccount = { name: string; email: string; password: string }
export type Wrong = Partial<Record<keyof NewAccount, string>>

/** What of it will not do, in words; nothing where all will. @param password false: none is asked for */
export function wrongIn(account: NewAccount, say: Say, { password = true } = {}): Wrong {
  const wrong: Wrong = {}
  if (!account.name.trim()) wrong.name = say('fault.field.name')
  if (!isMailAddress(account.email.trim())) wrong.email = say('fault.field.email')
  const fault = password ? wrongPassword(account, say) : null
  if (fault) wrong.password = fault
  return wrong
}

/** Why a password will not do, in words; null: it will. */
export function wrongPassword(account: NewAccount, say: Say): string | null {
  const fault = passwordFault(account.password, account)
  return fault && say(`fault.password.${fault}`, { shortest: shortestPassword, longest: longestPassword })
}
