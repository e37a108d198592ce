import { comparable, standsIn } from '../../domain/taking-part/block.ts'
import { judge } from '../../domain/taking-part/judge.ts'
import { hostsOf } from '../../domain/taking-part/links-of.ts'
import { lookAtText } from '../../domain/taking-part/look-at-text.ts'
import { spamOdds } from '../../domain/taking-part/spam-odds.ts'
import type { Evidence, Offered, Verdict } from '../../domain/taking-part/verdict.ts'
import { partsOf, plainWords, viewOf, views, wordsOf } from '../../domain/taking-part/words-of.ts'
import { findBlocks } from '../../storage/blocks.ts'
import { listGrants } from '../../storage/grants.ts'
import { noteText } from '../../storage/seen-texts.ts'
import { allTexts, readCounts } from '../../storage/spam-tokens.ts'
import type { Db } from '../../storage/tables.ts'
import { readStanding } from '../../storage/trust.ts'
import { useProof } from '../../storage/used-proofs.ts'
import { keyed, secretOfTakingPart } from './keys.ts'
import { tokenOf } from './learn.ts'

/**
 * What becomes of something that somebody brings. To be called within the transaction that writes it: a proof that it
 * uses is used by that alone. It may write a proof and a digest, and no other row that two would wait for.
 */
export async function weigh(db: Db, offered: Offered): Promise<Verdict> {
  if (await isAtHome(db, offered)) return { state: 'approved', evidence: [{ code: 'curator', weight: -10 }] }
  const secret = await secretOfTakingPart(db)
  const { approved, bad } = await readStanding(db, offered)
  const evidence = [
    ...(await blockedBy(db, offered)),
    ...(await provenBy(db, offered)),
    ...(approved ? [{ code: 'known' as const, weight: approved > 4 ? -1 : -0.5, value: approved }] : []),
    ...(approved ? [] : [{ code: 'new' as const, weight: 0 }]),
    ...(bad ? [{ code: 'removed-before' as const, weight: Math.min(6, 2 * bad), value: bad }] : []),
    ...lookAtText(offered),
    ...(await seenBefore(db, secret, offered)),
    ...(await writtenLike(db, secret, offered)),
  ]
  return judge(evidence, { isTrusted: approved > bad })
}

/** A curator is one in the series they have a role in; elsewhere they take part as anybody who is known by their account. */
async function isAtHome(db: Db, { participant, seriesId }: Offered): Promise<boolean> {
  if (participant.kind !== 'curator') return false
  const grants = await listGrants(db, participant.id)
  return grants.some(own => own.seriesId === null || own.seriesId === seriesId)
}

async function blockedBy(db: Db, offered: Offered): Promise<Evidence[]> {
  const { participant, mailKey, fromKey, text, name, url, seriesId, at } = offered
  const blocks = await findBlocks(db, {
    named: [
      { kind: 'visitor', values: participant.kind === 'visitor' ? [participant.id] : [] },
      { kind: 'account', values: participant.kind === 'curator' ? [participant.id] : [] },
      { kind: 'mail', values: mailKey === null ? [] : [mailKey] },
      { kind: 'network', values: fromKey === null ? [] : [fromKey] },
      { kind: 'domain', values: [...new Set(hostsOf(text, url).flatMap(partsOf))] },
    ],
    seriesId,
    at,
  })
  const plain = comparable(`${name ?? ''} ${text}`)
  return blocks
    .filter(({ kind, value }) => kind !== 'word' || standsIn(value, plain))
    .map(({ said }) => ({ code: 'blocked', weight: 10, value: said }))
}

async function provenBy(db: Db, { proof }: Offered): Promise<Evidence[]> {
  const evidence: Evidence[] = []
  const { work } = proof
  if (work.state === 'absent') evidence.push({ code: 'no-work', weight: 1 })
  else if (work.state === 'done' && (await useProof(db, work.key, work.until)))
    evidence.push({ code: 'work', weight: -1 })
  else evidence.push({ code: 'wrong-work', weight: 3 })
  // Programs that fill forms in for people may fill this one, too: alone it only holds.
  if (proof.isTrapped) evidence.push({ code: 'trap', weight: 5 })
  if (proof.seconds !== null && proof.seconds < 4)
    evidence.push({ code: 'fast', weight: proof.seconds < 1.5 ? 3 : 2, value: proof.seconds })
  return evidence
}

/** Short ones are said by many. */
async function seenBefore(db: Db, secret: Buffer, { text, at }: Offered): Promise<Evidence[]> {
  const words = plainWords(text).join(' ')
  if (words.length < 40) return []
  return (await noteText(db, keyed(secret, 'text', words), at)) ? [{ code: 'repeated', weight: 2 }] : []
}

/** From here on it waits, chosen with `npm run accuracy -- --spam --tune`. */
const unsureFrom = 0.35

/** After so many lessons, words that nobody ever used here say something: another language, or signs in place of words. */
const manyLessons = 300

async function writtenLike(db: Db, secret: Buffer, offered: Offered): Promise<Evidence[]> {
  const told = wordsOf(offered).map(word => ({ word, token: tokenOf(secret, word) }))
  const counts = await readCounts(
    db,
    told.map(({ token }) => token),
  )
  const lessons = counts.get(allTexts)
  if (!lessons) return []
  const evidence: Evidence[] = []
  for (const host of hostsOf(offered.text, offered.url)) {
    const known = counts.get(tokenOf(secret, `host ${host}`))
    if (known && known.spam >= 2 && known.real === 0 && evidence.length < 3)
      evidence.push({ code: 'link-known-bad', weight: 2, value: host })
  }
  const words = told.map(({ word, token }) => ({ word, count: counts.get(token) }))
  const single = words.filter(({ word }) => !word.includes(' '))
  const isFamiliar =
    lessons.spam + lessons.real < manyLessons ||
    single.length < 5 ||
    single.filter(({ count }) => count).length / single.length >= 0.55
  if (!isFamiliar) evidence.push({ code: 'unfamiliar', weight: 4 })
  // Each view has one voice: where all were counted together, the many words would drown the few shapes.
  const heard = views.map(view =>
    spamOdds(
      words.flatMap(({ word, count }) => (count && viewOf(word) === view ? [count] : [])),
      lessons,
    ),
  )
  if (heard.includes(null)) return evidence
  const odds = heard.reduce<number>((sum, each) => sum + each!, 0) / views.length
  const value = Math.round(odds * 100)
  if (odds >= 0.9) evidence.push({ code: 'like-spam', weight: odds >= 0.99 ? 6 : 5, value })
  else if (odds >= unsureFrom) evidence.push({ code: 'unsure', weight: 4, value })
  else if (odds < 0.1 && isFamiliar) evidence.push({ code: 'like-real', weight: -2, value })
  return evidence
}
