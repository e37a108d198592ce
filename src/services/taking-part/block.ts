import { randomUUIDv7 } from 'node:crypto'
import type { Curator } from '../../domain/curator.ts'
import { type BlockKind, comparable, networkDays } from '../../domain/taking-part/block.ts'
import { recordAudit } from '../../storage/audit.ts'
import { deleteBlock, findBlock, insertBlock } from '../../storage/blocks.ts'
import { findQueued, type Scope } from '../../storage/moderation.ts'
import type { Store } from '../../storage/store.ts'

type Who = Pick<Curator, 'id' | 'name'>

/**
 * What is to be blocked: who said something, or whence, as the store knows it; or a host or words, as they are told.
 */
export type Wish =
  | { kind: Exclude<BlockKind, 'domain' | 'word'>; commentId: string }
  | { kind: 'domain' | 'word'; words: string }

/**
 * Blocks somebody or something, for all that one decides on (`seriesId` null, for whom it is the site) or for a series.
 *
 * @returns `refused`: not theirs; `wrong`: nothing that could be blocked
 */
export async function block(
  store: Store,
  who: Who,
  told: { wish: Wish; reason: string; seriesId: string | null; scope: Scope; at: number },
): Promise<'done' | 'refused' | 'wrong'> {
  const { wish, reason, seriesId, scope, at } = told
  if (!isInScope(scope, seriesId)) return 'refused'
  return store.db.transaction().execute(async db => {
    const meant = 'commentId' in wish ? await meantBy(wish) : meantOf(wish)
    if (meant === 'refused' || meant === 'wrong') return meant
    const until = wish.kind === 'network' ? at + networkDays * 86_400_000 : null
    const made = {
      id: randomUUIDv7(),
      kind: wish.kind,
      ...meant,
      reason,
      seriesId,
      madeAt: at,
      madeBy: who.name,
    }
    await insertBlock(db, { ...made, until })
    await recordAudit(db, { at, who, act: 'block-made', subject: meant.said, details: { name: reason } })
    return 'done'

    async function meantBy({ kind, commentId }: Extract<Wish, { commentId: string }>) {
      const [comment] = await findQueued(db, scope, [commentId])
      if (!comment) return 'refused' as const
      const value = {
        visitor: comment.visitorId,
        account: comment.accountId,
        mail: comment.mailKey,
        network: comment.fromKey,
      }[kind]
      return value === null ? ('wrong' as const) : { value, said: comment.name ?? '–' }
    }
  })
}

/** Takes a block back. @returns false where it is not theirs, or is not there */
export async function unblock(
  store: Store,
  who: Who,
  { id, scope, at }: { id: string; scope: Scope; at: number },
): Promise<boolean> {
  return store.db.transaction().execute(async db => {
    const known = await findBlock(db, id)
    if (!known || !isInScope(scope, known.seriesId)) return false
    await deleteBlock(db, id)
    await recordAudit(db, { at, who, act: 'block-removed', subject: known.said })
    return true
  })
}

function isInScope({ seriesIds }: Scope, seriesId: string | null): boolean {
  return seriesIds === null || (seriesId !== null && seriesIds.includes(seriesId))
}

/** Plain words and whole hosts: nothing in them is a pattern, so nothing in them can be slow. */
function meantOf({
  kind,
  words,
}: Extract<Wish, { words: string }>): { value: string; said: string } | 'wrong' {
  const said = words.trim()
  if (said.length < 2 || said.length > 100) return 'wrong'
  if (kind === 'word') {
    const value = comparable(said)
    return value.length < 2 ? 'wrong' : { value, said }
  }
  const host = URL.parse(/^https?:/i.test(said) ? said : `http://${said}`)?.hostname.replace(/^www\./, '')
  return host?.includes('.') && !/^[\d.]+$/.test(host) ? { value: host, said: host } : 'wrong'
}
