import type { Entry } from '../../domain/entry.ts'
import type { Subscribable, Want } from '../../domain/notice/subscription.ts'
import { phaseOf, timedOf } from '../../domain/phase.ts'
import { isKnownToReaders } from '../../domain/published.ts'
import { readSeries } from '../../storage/series.ts'
import { ownPlan } from '../middleware/own-plan.ts'
import { paths } from '../paths.ts'
import type { Parts, Visit } from '../show.ts'
import type { Key } from '../words.ts'

/** One thing that can be told. `usual`: most want it. */
export type Choice = {
  name: string
  label: Key
  what: Subscribable
  target: string
  want: Want | null
  usual: boolean
}

/** What can be told at a place, and what that is. `title` is null for the reader's own plan. */
export type Offer = { title: string | null; page: string; path: string; zone: string; choices: Choice[] }

/** Null where nothing is to be seen. */
export async function offerAt(
  parts: Parts,
  of: { series: string; edition?: string | undefined; entry?: string | undefined },
): Promise<Offer | null> {
  const { store, programmes, now } = parts
  if (of.edition === undefined) {
    const series = await readSeries(store, of.series)
    if (!series || !isKnownToReaders(series)) return null
    const page = paths.series(series.slug)
    const zone = series.editions[0]?.homeZone ?? 'UTC'
    return { title: series.title, page, path: paths.notices(page), zone, choices: [opens(series.id)] }
  }
  const programme = await programmes(of.series, of.edition)
  if (!programme || programme.edition.state === 'draft') return null
  const { series, edition } = programme
  const zone = edition.homeZone
  if (of.entry === undefined) {
    const page = paths.edition(series.slug, edition.slug)
    const digest = choice('digest', 'tell.digest', 'digest', edition.id, null, true)
    const choices = [digest, opens(series.id, false), comments(edition.id)]
    return { title: edition.title, page, path: paths.notices(page), zone, choices }
  }
  const entry = programme.entries.find(({ slug }) => slug === of.entry)
  if (!entry) return null
  const page = paths.entry(series.slug, edition.slug, entry.slug)
  const { phase } = phaseOf(timedOf(entry), now(), { zone, assumedMinutes: edition.assumedMinutes })
  const isAhead = phase !== 'over' && phase !== 'on'
  const choices = [
    ...(isAhead && entry.kind === 'event' ? [ofEntries('entry', entry.id, 'starts')] : []),
    ...(phase === 'over' ? [] : [ofEntries('entry', entry.id, 'changes')]),
    ...(isToCome(entry) ? [ofEntries('entry', entry.id, 'recording')] : []),
    comments(entry.id),
  ]
  return { title: entry.title, page, path: paths.notices(page), zone, choices }
}

/** Whether a recording may still come: not of what is there to be read. */
function isToCome({ kind, recording }: Pick<Entry, 'kind' | 'recording'>): boolean {
  const isWatched = kind === 'event' || kind === 'video' || kind === 'campaign'
  return isWatched && recording !== 'available' && recording !== 'none'
}

/** Null where the reader has no plan yet. */
export async function offerOfPlan(c: Visit, parts: Parts): Promise<Offer | null> {
  const own = await ownPlan(c, parts)
  if (!own) return null
  const choices = (['starts', 'changes', 'recording'] as const).map(want =>
    ofEntries('plan', own.plan.id, want),
  )
  return {
    title: null,
    page: paths.plan(),
    path: paths.notices(paths.plan()),
    zone: own.plan.zone ?? 'UTC',
    choices,
  }
}

function choice(
  name: string,
  label: Key,
  what: Subscribable,
  target: string,
  want: Want | null,
  usual: boolean,
): Choice {
  return { name, label, what, target, want, usual }
}

function ofEntries(what: 'entry' | 'plan', target: string, want: Want): Choice {
  return choice(want, `tell.${want}`, what, target, want, true)
}

function opens(seriesId: string, usual = true): Choice {
  return choice('series', 'tell.series', 'series', seriesId, null, usual)
}

function comments(target: string): Choice {
  return choice('comments', 'tell.comments', 'comments', target, null, false)
}
