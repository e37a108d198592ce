import type { Entry } from '../../domain/entry.ts'
import type { LinkRole } from '../../domain/finding.ts'
import type { ShownLink } from '../../domain/link-window.ts'
import type { PhaseAt } from '../../domain/phase.ts'
import type { Key } from '../words.ts'

/** The one thing to do with an entry at a moment, and the other links in their order. */
export type Actions = { main: { link: ShownLink; label: Key; strong: boolean } | null; others: ShownLink[] }

export function actionsOf(entry: Pick<Entry, 'kind'>, shown: ShownLink[], { phase }: PhaseAt): Actions {
  const wanted = entry.kind === 'event' ? byPhase[phase ?? 'unknown'] : ofKind
  for (const role of wanted) {
    const link = shown.find(each => each.link.role === role && each.mark === null)
    if (link) {
      const label = entry.kind === 'event' || role !== 'source' ? labels[role] : kindLabels[entry.kind]
      return {
        main: { link, label, strong: role !== 'source' && role !== 'programme' },
        others: shown.filter(each => each !== link),
      }
    }
  }
  return { main: null, others: shown }
}

const byPhase: Record<'upcoming' | 'soon' | 'on' | 'over' | 'unknown', LinkRole[]> = {
  upcoming: ['registration', 'join', 'livestream', 'source', 'programme'],
  soon: ['join', 'livestream', 'registration', 'source', 'programme'],
  on: ['join', 'livestream', 'source', 'programme'],
  over: ['recording', 'source', 'programme'],
  unknown: ['registration', 'recording', 'join', 'livestream', 'source', 'programme'],
}
const ofKind: LinkRole[] = ['source', 'recording', 'livestream', 'archive']

const labels: Record<LinkRole, Key> = {
  source: 'act.source',
  programme: 'act.programme',
  registration: 'act.registration',
  join: 'act.join',
  livestream: 'act.livestream',
  recording: 'act.recording',
  slides: 'act.slides',
  archive: 'act.archive',
}
const kindLabels: Record<Exclude<Entry['kind'], 'event'>, Key> = {
  statement: 'act.read',
  article: 'act.read',
  video: 'act.watch',
  campaign: 'act.take-part',
  toolkit: 'act.open',
}
