import type { Attendance, Kind } from './finding.ts'

/** What is counted in one edition, as far as readers see it. Sessions count for languages and organisers alone. */
export type EditionCount = { editionId: string } & (
  | {
      what: 'entries'
      kind: Kind
      attendance: Attendance | null
      count: number
      /** Of events: those that were neither cancelled nor postponed, how many of them have a recording, … */
      held: number
      recorded: number
      /** … and how long they are together, in minutes. */
      minutes: number
    }
  /** Entries in which just these are spoken (BCP 47). */
  | { what: 'languages'; languages: string[]; count: number }
  /** Different organisations that hold something. */
  | { what: 'organisers'; count: number }
)

/** Kinds of entries as the years are told by them: events by where they are. `untold`: nobody said where. */
export const yearKinds = [
  'online',
  'mixed',
  'offline',
  'untold',
  'statement',
  'video',
  'article',
  'campaign',
  'toolkit',
] as const
type YearKind = (typeof yearKinds)[number]

/** An edition in figures. */
export type EditionFigures = {
  editionId: string
  /** All of them; events with sessions count once. */
  entries: number
  kinds: Record<YearKind, number>
  hours: number
  /** Languages spoken, by how many entries. */
  languages: Map<string, number>
  organisers: number
  /** Events that were held, or are to be. */
  events: number
  recorded: number
  /** Of the events how many have a recording (0 to 1); null before the edition is over, and where there were none. */
  share: number | null
}

/**
 * The figures of editions, in their order. Counts of other editions do not count.
 *
 * @param today ISO date: what is not over cannot have been recorded yet
 */
export function figuresOf(
  editions: { id: string; endsOn: string }[],
  counts: EditionCount[],
  today: string,
): EditionFigures[] {
  const byEdition = Map.groupBy(counts, ({ editionId }) => editionId)
  return editions.map(({ id, endsOn }) => {
    const own = byEdition.get(id) ?? []
    const entries = own.filter(count => count.what === 'entries')
    const kinds = Object.fromEntries(yearKinds.map(kind => [kind, 0])) as Record<YearKind, number>
    const languages = new Map<string, number>()
    for (const { kind, attendance, count } of entries) kinds[yearKindOf(kind, attendance)] += count
    for (const each of own)
      if (each.what === 'languages')
        for (const language of new Set(each.languages))
          languages.set(language, (languages.get(language) ?? 0) + each.count)
    const events = sum(entries, 'held')
    const recorded = sum(entries, 'recorded')
    return {
      editionId: id,
      entries: sum(entries, 'count'),
      kinds,
      hours: sum(entries, 'minutes') / 60,
      languages,
      organisers: own.reduce((most, each) => (each.what === 'organisers' ? most + each.count : most), 0),
      events,
      recorded,
      share: events === 0 || endsOn >= today ? null : recorded / events,
    }
  })
}

function yearKindOf(kind: Kind, attendance: Attendance | null): YearKind {
  return kind === 'event' ? (attendance ?? 'untold') : kind
}

function sum<Field extends string>(all: Record<Field, number>[], field: Field): number {
  return all.reduce((total, each) => total + each[field], 0)
}
