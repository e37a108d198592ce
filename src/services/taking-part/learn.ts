import { LRUCache } from 'lru-cache'
import { type Said, wordsOf } from '../../domain/taking-part/words-of.ts'
import {
  addCounts,
  deleteLesson,
  findLesson,
  type Lesson,
  takeCounts,
  writeLesson,
} from '../../storage/spam-tokens.ts'
import type { Db } from '../../storage/tables.ts'
import { keyed, secretOfTakingPart } from './keys.ts'

/**
 * Teaches the filter what a curator decided of one text, and nobody else does: what is only held teaches nothing. What
 * was learned of it before is taken back first, so the last decision counts, and counts once.
 *
 * @param told label: null, where the decision was taken back
 */
export async function learn(
  db: Db,
  told: { what: Lesson['what']; id: string; label: Lesson['label'] | null; said: Said; at: number },
): Promise<void> {
  const { what, id, label, said, at } = told
  const former = await findLesson(db, id)
  if (former?.label === label) return
  if (former) {
    await takeCounts(db, former)
    await deleteLesson(db, id)
  }
  if (label === null) return
  const lesson = { what, label, tokens: tokensOf(await secretOfTakingPart(db), said) }
  await addCounts(db, lesson, at)
  await writeLesson(db, id, lesson, at)
}

/** Words as the store has them: nobody reads there what anybody wrote. */
function tokensOf(secret: Buffer, said: Said): string[] {
  return wordsOf(said).map(word => tokenOf(secret, word))
}

export function tokenOf(secret: Buffer, word: string): string {
  let known = tokens.get(secret)
  if (!known) tokens.set(secret, (known = new LRUCache({ max: 20_000 })))
  let token = known.get(word)
  if (token === undefined) known.set(word, (token = keyed(secret, 'word', word).slice(0, 12)))
  return token
}

/** Most words are those of many texts. */
const tokens = new WeakMap<Buffer, LRUCache<string, string>>()
