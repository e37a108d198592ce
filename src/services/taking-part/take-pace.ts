import type { Offered } from '../../domain/taking-part/verdict.ts'
import { countPace } from '../../storage/paces.ts'
import type { Store } from '../../storage/store.ts'

/** So many within so many minutes: of a network, which may be a school, of one address in it, and of one person. */
type Pace = { minutes: number; network: number; address?: number; person?: number }

/** What strangers send, and how much of it is taken. */
const paces = {
  comment: { minutes: 10, network: 30, person: 10 },
  mention: { minutes: 10, network: 30, person: 10 },
  report: { minutes: 10, network: 30 },
  suggestion: { minutes: 60, network: 90, address: 30, person: 30 },
  'suggestion changed': { minutes: 60, network: 180, address: 60 },
  'visitor link': { minutes: 15, network: 18, address: 6 },
  'visitor code': { minutes: 15, network: 60, address: 20 },
  'visitor sign-in': { minutes: 15, network: 90, address: 30 },
  // Anybody may name a server of Mastodon, and it is asked then.
  'visitor server': { minutes: 15, network: 30, address: 10 },
  // Anybody may send that form, and what it holds is kept for a day: nobody drives out what others typed with it.
  'visitor draft': { minutes: 15, network: 120, address: 40 },
  'organiser link': { minutes: 15, network: 18, address: 6 },
  notice: { minutes: 60, network: 60, address: 20 },
  plan: { minutes: 60, network: 90, address: 30 },
} satisfies Record<string, Pace>

export type Sent = keyof typeof paces

/** Keys are keyed hashes (`keys.ts`); null is not counted. */
type Who = { what: Sent; fromKey: string | null; addressKey?: string | null } & Partial<
  Pick<Offered, 'participant' | 'mailKey'>
>

/**
 * Counts something that somebody sends, for all processes of the site. To be called before it is written, and outside
 * of that transaction: what is refused counts as well.
 *
 * @returns seconds to wait; null: go on
 */
export async function takePace(store: Store, who: Who, at: number): Promise<number | null> {
  const { what, participant, fromKey, addressKey = null, mailKey = null } = who
  const { minutes, network, address, person }: Pace = paces[what]
  const personKey =
    participant && participant.kind !== 'guest' ? `${participant.kind} ${participant.id}` : mailKey
  const asked = [
    { by: 'from', key: fromKey, most: network },
    { by: 'at', key: addressKey, most: address },
    { by: 'by', key: personKey, most: person },
  ]
  let wait = 0
  for (const { by, key, most } of asked) {
    if (key === null || most === undefined) continue
    const { count, until } = await countPace(store.db, {
      key: `${what} ${by} ${key}`,
      at,
      ms: minutes * 60_000,
    })
    if (count > most) wait = Math.max(wait, Math.ceil((until - at) / 1000))
  }
  return wait > 0 ? wait : null
}
