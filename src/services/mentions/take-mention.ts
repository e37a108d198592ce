import { findCommented } from '../../storage/commented.ts'
import { queueJob } from '../../storage/jobs.ts'
import { askToLook, countDueMentions, findMention, mentionKey } from '../../storage/mentions.ts'
import { countPace } from '../../storage/paces.ts'
import type { Store } from '../../storage/store.ts'
import { takePace } from '../taking-part/take-pace.ts'
import { findTarget } from './find-target.ts'

/** Why a webmention is not taken; `seconds`: until it may be told again. */
export type MentionRefusal = { refused: 'source' | 'target' | 'closed' | 'same' } | { seconds: number }

const longest = 2000
/** A site may have many pages that link here, and a busy one tells of them for many others. */
const perHost = { most: 100, ms: 600_000 }
const mostWaiting = 2000

/**
 * Takes note that a page elsewhere is said to link to one of ours, to be looked at by a job. Nothing is asked of anybody
 * while somebody waits.
 *
 * @returns null where it is taken
 */
export async function takeMention(
  store: Store,
  told: { source: string; target: string; fromKey: string | null },
  { baseUrl, at }: { baseUrl: string; at: number },
): Promise<MentionRefusal | null> {
  const seconds = await takePace(
    store,
    { what: 'mention', participant: { kind: 'guest' }, mailKey: null, fromKey: told.fromKey },
    at,
  )
  if (seconds !== null) return { seconds }
  const [source, target] = [pageAddress(told.source), pageAddress(told.target)]
  if (!source || source.origin === URL.parse(baseUrl)?.origin) return { refused: 'source' }
  if (!target) return { refused: 'target' }
  if (source.href === target.href) return { refused: 'same' }
  const on = await findTarget(store, target.href, baseUrl)
  const commented = on && (await findCommented(store.db, on))
  if (!commented) return { refused: 'target' }
  const known = await findMention(store.db, mentionKey(source.href, target.href))
  // What links here already is looked at again, also where nothing more is taken.
  if (commented.commenting !== 'open' && !known?.commentId) return { refused: 'closed' }
  const { count, until } = await countPace(store.db, { key: `mention of ${source.host}`, at, ms: perHost.ms })
  if (count > perHost.most) return { seconds: Math.ceil((until - at) / 1000) }
  if ((await countDueMentions(store.db)) >= mostWaiting) return { seconds: 600 }
  await store.db.transaction().execute(async db => {
    await askToLook(
      db,
      { source: source.href, target: target.href, on: commented.on, fromKey: told.fromKey },
      at,
    )
    await queueJob(db, { kind: 'read-mentions', key: 'mentions', data: null, dueAt: at })
  })
  return null
}

function pageAddress(told: string): URL | null {
  const url = told.length > longest ? null : URL.parse(told)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url
}
