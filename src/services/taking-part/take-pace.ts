import type { Offered } from '../../domain/taking-part/verdict.ts'
import { countPace } from '../../storage/paces.ts'
import type { Store } from '../../storage/store.ts'

/** A network may be a school; one who writes is one. */
const perNetwork = { most: 30, ms: 600_000 }
const perPerson = { most: 10, ms: 600_000 }

type Who = Pick<Offered, 'what' | 'participant' | 'mailKey' | 'fromKey'>

/**
 * Counts something that somebody sends, for all processes of the site. To be called before it is written, and outside
 * of that transaction: what is refused counts as well.
 *
 * @returns seconds to wait; null: go on
 */
export async function takePace(store: Store, who: Who, at: number): Promise<number | null> {
  const { what, participant, mailKey, fromKey } = who
  const person = participant.kind === 'guest' ? mailKey : `${participant.kind} ${participant.id}`
  const asked = [
    ...(fromKey === null ? [] : [{ key: `${what} from ${fromKey}`, ...perNetwork }]),
    ...(person === null ? [] : [{ key: `${what} by ${person}`, ...perPerson }]),
  ]
  let wait = 0
  for (const { key, most, ms } of asked) {
    const { count, until } = await countPace(store.db, { key, at, ms })
    if (count > most) wait = Math.max(wait, Math.ceil((until - at) / 1000))
  }
  return wait > 0 ? wait : null
}
