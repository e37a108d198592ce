import type { Evidence, Offered, Verdict } from '../../domain/taking-part/verdict.ts'
import type { Db } from '../../storage/tables.ts'
import { readStanding } from '../../storage/trust.ts'
import { useProof } from '../../storage/used-proofs.ts'

/**
 * What becomes of something that somebody brings. To be called within the transaction that writes it: a proof that it
 * uses is used by that alone.
 */
export async function weigh(db: Db, offered: Offered): Promise<Verdict> {
  const { participant, proof } = offered
  if (participant.kind === 'curator')
    return { state: 'approved', evidence: [{ code: 'curator', weight: -10 }] }
  const evidence: Evidence[] = []
  if (proof.work.state === 'done') {
    const isFresh = await useProof(db, proof.work.key, proof.work.until)
    evidence.push(isFresh ? { code: 'work', weight: -1 } : { code: 'wrong-work', weight: 3 })
  } else
    evidence.push(
      proof.work.state === 'wrong' ? { code: 'wrong-work', weight: 3 } : { code: 'no-work', weight: 1 },
    )
  if (proof.isTrapped) evidence.push({ code: 'trap', weight: 6 })
  const { approved, bad } = await readStanding(db, offered)
  if (approved) evidence.push({ code: 'known', weight: -1, value: approved })
  else evidence.push({ code: 'new', weight: 0 })
  if (bad) evidence.push({ code: 'removed-before', weight: 2 * bad, value: bad })
  const sum = evidence.reduce((total, { weight }) => total + weight, 0)
  if (sum >= 6) return { state: 'spam', evidence }
  return { state: approved > bad && sum < 2 ? 'approved' : 'pending', evidence }
}
