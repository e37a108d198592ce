import { mayPublish } from '../../domain/curator.ts'
import type { WatchedSource } from '../../domain/source.ts'
import type { CuratorAct } from '../../services/change-entry.ts'
import { findSourceName, findWatched } from '../../storage/sources.ts'
import { onMissing } from '../middleware/errors.tsx'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import type { Parts, Visit } from '../show.ts'

/** A source of an edition that the one who asks may write. `watched` null: it is not read again by itself. */
export type OwnSource = OwnEdition & {
  source: { id: string; name: string; readAt: number }
  watched: WatchedSource | null
  mayPublish: boolean
}

/** The source of an address of the desk, or the answer to whoever may not write its edition. */
export async function ownSource(
  c: Visit,
  parts: Parts,
  asked: { series: string; edition: string; id: string },
): Promise<OwnSource | Response> {
  const own = await ownEdition(c, parts, asked)
  if (own instanceof Response) return own
  const { db } = parts.store
  const source = await findSourceName(db, asked.id)
  if (!source || source.editionId !== own.edition.id) return onMissing(c, parts)
  const watched = await findWatched(db, source.id)
  return { ...own, source, watched, mayPublish: mayPublish(own.curator, own.series.id) }
}

/** What the one who asks does now. */
export function actOf({ curator, series }: Pick<OwnEdition, 'curator' | 'series'>, parts: Parts): CuratorAct {
  return { by: curator.name, at: parts.now(), onlyDrafts: !mayPublish(curator, series.id) }
}
