import { staysFresh } from '../../services/sign-in/means.ts'
import type { Visitor } from '../show.ts'

/** Whether somebody signed in so lately that they may change how they do: a device left open may not. */
export function isFresh({ signIn }: Visitor, at: number): boolean {
  return at - signIn.since < staysFresh
}
