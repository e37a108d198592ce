import type { EventTime } from './event-time.ts'
import { instantsOf } from './instants-of.ts'
import type { ToldUpdate, Update } from './update.ts'

/** What is told with one heading: the same happened to one entry or to several, about the same time. */
export type UpdateGroup = {
  /** The newest of them. */
  at: number
  kind: Update['kind']
  /** Newest first. Of each entry one. */
  items: ToldUpdate[]
}

/** What happened within a day to one entry is told once. */
const dayMs = 24 * 3_600_000

/** Updates of a kind that lie no further apart stand together. */
const togetherMs = 3_600_000

/**
 * Updates as readers want them: of each entry the last word of a kind within a day, nothing that is not true any more,
 * and what happened to many at once said once.
 *
 * @param updates newest first
 */
export function gatherUpdates(updates: readonly ToldUpdate[]): UpdateGroup[] {
  const groups: UpdateGroup[] = []
  for (const told of stillTold(updates)) {
    const last = groups.at(-1)
    const isTogether =
      last !== undefined &&
      sameHeading(last.items[0]!.update, told.update) &&
      (last.items.at(-1)!.number === told.number || last.items.at(-1)!.at - told.at <= togetherMs) &&
      !last.items.some(({ entryId }) => entryId === told.entryId)
    if (isTogether) last.items.push(told)
    else groups.push({ at: told.at, kind: told.update.kind, items: [told] })
  }
  return groups
}

function stillTold(updates: readonly ToldUpdate[]): ToldUpdate[] {
  /** What is told already of an entry, by what it is about. */
  const newer = new Map<string, ToldUpdate[]>()
  const told: ToldUpdate[] = []
  for (const each of updates) {
    if (!isTrue(each)) continue
    const of = newer.get(each.entryId ?? '') ?? []
    newer.set(each.entryId ?? '', of)
    const again = of.find(other => other.at - each.at <= dayMs && isSameMatter(other.update, each.update))
    if (again) {
      // A time that was changed twice was changed from what it was first.
      const { update } = again
      if (update.kind === 'time' && each.update.kind === 'time') {
        const merged = { ...again, update: { ...update, from: each.update.from } }
        of[of.indexOf(again)] = merged
        told[told.indexOf(again)] = merged
      }
      continue
    }
    of.push(each)
    told.push(each)
  }
  return told
    .filter(({ update }) => update.kind !== 'time' || !isSameTime(update.from, update.to))
    .filter(
      ({ entryId, update, at }, _, all) =>
        // That it was changed says nothing beside what was changed, nor beside that it is new.
        update.kind !== 'other' ||
        !all.some(
          other =>
            other.entryId === entryId && other.update.kind !== 'other' && Math.abs(other.at - at) <= dayMs,
        ),
    )
}

/** What was withdrawn is told of while it is; all else while it is shown. */
function isTrue({ update, entry }: ToldUpdate): boolean {
  return (update.kind === 'withdrawn') === (entry === null)
}

/** Whether the later one of them says what the earlier one said, or what has become of it. */
function isSameMatter(a: Update, b: Update): boolean {
  if (a.kind === 'link' && b.kind === 'link') return a.role === b.role
  return a.kind === b.kind
}

/** Whether both are said by the same words. */
function sameHeading(a: Update, b: Update): boolean {
  if (a.kind === 'recording' && b.kind === 'recording') return a.state === b.state
  if (a.kind === 'status' && b.kind === 'status') return a.status === b.status
  return isSameMatter(a, b)
}

/** Whether readers see the same of both: a zone of another name tells them nothing. */
export function isSameTime(a: EventTime, b: EventTime): boolean {
  if (a.precision !== b.precision || (a.zone === null) !== (b.zone === null)) return false
  try {
    const [one, other] = [instantsOf(a), instantsOf(b)]
    return one.startsAt === other.startsAt && one.endsAt === other.endsAt
  } catch {
    return false
  }
}
