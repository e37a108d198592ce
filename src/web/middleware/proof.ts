import type { Proof } from '../../domain/taking-part/verdict.ts'
import { fromKeyOf, networkOf, secretOfTakingPart } from '../../services/taking-part/keys.ts'
import type { Parts, Visit } from '../show.ts'
import { peerOf } from './pace.ts'

/** The fields of `ProofFields`. */
export const proofFields = { trap: 'second_address', opened: 'opened', work: 'work' } as const

/** What a form tells of whether a person filled it. Nothing here refuses: it is weighed. */
export async function readProof(
  { store, now }: Pick<Parts, 'store' | 'now'>,
  form: Record<string, string>,
): Promise<Proof> {
  const { checkWork, readMoment } = await import('../../services/taking-part/challenge.ts')
  const at = now()
  const opened = await readMoment(store.db, form[proofFields.opened] ?? '')
  return {
    work: await checkWork(store.db, form[proofFields.work] ?? '', at),
    isTrapped: Boolean(form[proofFields.trap]?.trim()),
    seconds: opened === null || opened > at ? null : (at - opened) / 1000,
  }
}

/** For `ProofFields` of a page that is made for one: the moment at which the form was made, signed. */
export async function openForm({ store, now }: Pick<Parts, 'store' | 'now'>): Promise<string> {
  const { signMoment } = await import('../../services/taking-part/challenge.ts')
  return signMoment(store.db, now())
}

/** Of the network a request came from; null where it cannot be known. */
export async function fromKeyOfVisit(c: Visit, { store }: Pick<Parts, 'store'>): Promise<string | null> {
  return fromKeyOf(await secretOfTakingPart(store.db), peerOf(c))
}

/** What a service outside is told of where a request came from; undefined where the host has none. */
export function serviceFromOf(c: Visit, { config }: Pick<Parts, 'config'>): string | null | undefined {
  return config.spamService ? networkOf(peerOf(c)) : undefined
}
