/**
 * What keeps work from being done for now, in words for the owner; a fault is anything else that is thrown.
 *
 * @param code names the message `setback.…` of the catalogue
 * @param values put into the message
 * @param more again: whether trying again may help; notBefore: epoch milliseconds before which it cannot
 */
export class Setback extends Error {
  readonly told: ToldSetback
  readonly again: boolean
  readonly notBefore: number | null

  constructor(
    code: SetbackCode,
    values: ToldSetback['values'] = {},
    more: { again?: boolean; notBefore?: number; cause?: unknown } = {},
  ) {
    super(`${code} ${JSON.stringify(values)}`, { cause: more.cause })
    this.name = 'Setback'
    this.told = { code, values }
    this.again = more.again ?? true
    this.notBefore = more.notBefore ?? null
  }
}

/**
 * - `fault` an error of ours; `too-long` took longer than an attempt may; `worker-lost` whoever ran it is gone
 * - `mail-unreachable` no server answers; `mail-slow` it stopped answering; `mail-unsafe` it offers no encryption, or
 *   not with a certificate to trust; `mail-login` user or password are wrong; `mail-refused` it does not take the mail
 * - `push-refused` a push service does not take a message; `returns-unreachable` the mailbox of what comes back cannot
 *   be read; `mailbox-unreachable` nor that of suggestions; `mail-nowhere` no edition takes suggestions;
 *   `spam-service` the service that judges texts gives no answer that says anything
 */
export type SetbackCode =
  | 'fault'
  | 'too-long'
  | 'worker-lost'
  | 'mail-unreachable'
  | 'mail-slow'
  | 'mail-unsafe'
  | 'mail-login'
  | 'mail-refused'
  | 'push-refused'
  | 'returns-unreachable'
  | 'mailbox-unreachable'
  | 'mail-nowhere'
  | 'spam-service'

/** As it is stored. */
export type ToldSetback = { code: SetbackCode; values: Record<string, string | number> }
