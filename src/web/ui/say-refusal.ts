import type { ToldRefusal } from '../../domain/refusal.ts'
import { isKey, type Say } from '../words.ts'

/** Why a wish was refused, in the language of the page: the message `refusal.…` of its key. English where there is none. */
export function sayRefusal(say: Say, { key, values, message }: ToldRefusal): string {
  const told = `refusal.${key}`
  return isKey(told) ? say(told, values) : message
}
