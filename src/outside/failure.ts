import type { FailureCode } from '../domain/problem.ts'

/** `says`: a plain sentence on what happened and what a curator can do; `retryAfter`: seconds. */
export type Failure = { ok: false; code: FailureCode; says: string; status?: number; retryAfter?: number }

/** Carries a failure through streams inside this room; `fetch` turns it back into a value. */
export class Failed extends Error {
  override name = 'Failed'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.says)
    this.failure = failure
  }
}

export function failure(
  code: FailureCode,
  says: string,
  more: { status?: number; retryAfter?: number } = {},
): Failure {
  return { ok: false, code, says, ...more }
}
