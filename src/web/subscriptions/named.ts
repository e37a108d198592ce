import type { Subscription } from '../../domain/notice/subscription.ts'
import { findCommented } from '../../storage/commented.ts'
import { findEditions } from '../../storage/editions.ts'
import { findSeriesByIds } from '../../storage/series.ts'
import { readStarred } from '../../storage/starred.ts'
import type { Store } from '../../storage/store.ts'
import { readWritings } from '../../storage/writings.ts'
import { findComment } from '../../storage/written-comments.ts'
import { paths } from '../paths.ts'

/** What a subscription is of, as it is called and where it is; title null for a plan, or what is gone. */
export type Named = Subscription & { title: string | null; path: string | null }

export async function nameSubscriptions(store: Store, subscriptions: Subscription[]): Promise<Named[]> {
  const targets = (...whats: Subscription['what'][]) =>
    subscriptions.filter(({ what }) => whats.includes(what)).map(({ target }) => target)
  const editions = new Map(
    (await findEditions(store.db, targets('digest', 'comments'))).map(each => [each.id, each]),
  )
  const series = await findSeriesByIds(store.db, [
    ...targets('series'),
    ...[...editions.values()].map(({ seriesId }) => seriesId),
  ])
  const entries = await readStarred(store, targets('entry', 'comments'))
  const answered = new Map<string, Pick<Named, 'title' | 'path'>>()
  for (const target of targets('answers')) {
    const comment = await findComment(store.db, target)
    const commented =
      comment && comment.state !== 'removed' ? await findCommented(store.db, comment.on) : null
    if (commented) answered.set(target, { title: commented.title, path: paths.comment(target) })
  }
  const writings = await readWritings(store.db, targets('comments'))
  return subscriptions.map(each => {
    const { what, target } = each
    if (what === 'answers') return { ...each, title: null, path: null, ...answered.get(target) }
    const writing = writings.get(target)
    if (writing?.state === 'published') return { ...each, title: writing.title, path: paths.writing(writing) }
    if (what === 'plan') return { ...each, title: null, path: paths.plan() }
    const edition = editions.get(target)
    const slug = edition && series.get(edition.seriesId)?.slug
    if (edition && slug) return { ...each, title: edition.title, path: paths.edition(slug, edition.slug) }
    const ofSeries = series.get(target)
    if (ofSeries) return { ...each, title: ofSeries.title, path: paths.series(ofSeries.slug) }
    const found = entries.get(target)
    if (!found || 'state' in found) return { ...each, title: found?.title ?? null, path: null }
    const { entry, parent } = found
    const where = [found.series.slug, found.edition.slug] as const
    const path = parent ? paths.session(...where, parent.slug, entry.slug) : paths.entry(...where, entry.slug)
    return { ...each, title: entry.title, path }
  })
}
