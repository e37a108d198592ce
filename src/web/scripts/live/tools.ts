import type { PageState } from '../state.ts'

/** What the first script of a page does that this one needs too. */
export type Tools = {
  state: PageState
  clock: { now: () => number }
  /** Whether the page shows another moment than now. */
  isElsewhen: () => boolean
  /** Puts the reader's zone and stars into a part that is not in the page yet. */
  dress: (part: ParentNode) => void
  /** Puts rows where they belong now. */
  settle: () => void
  /** Puts stars where there are none yet. */
  star: (part: ParentNode) => void
  tick: () => void
  /** What there would be with each choice of the form. */
  count: (form: HTMLFormElement, page: ParentNode) => void
  dayOf: (at: number, zone: string) => string
  sayDayOf: (day: string, year: string, locale: string) => string
}
