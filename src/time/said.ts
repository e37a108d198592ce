import type { Clock, DayWords, ZoneWords } from './part.ts'

/** A day as somebody said it; `relative` counts from the day of publication, `which` belongs to a bare weekday. */
export type SaidDay = Partial<DayWords> & {
  relative?: number
  which?: 'this' | 'next' | 'last' | null
  /** The next such weekday behind the day told before: "Friday 18 December 7pm, Sunday 3pm". */
  following?: true
  /** The same day as another calendar tells it. */
  twin?: SaidDay
}

export type SaidDate = { days: SaidDay[]; link: 'one' | 'range' | 'list'; from: number; to: number }

export type SaidClock = {
  start: Clock
  end: Clock | null
  zones: ZoneWords[]
  /** Its zone stands before it. */
  isLed?: boolean
  /** Words in a zone's place that name none we know. */
  strange?: string
  /** "local time", "local time everywhere". */
  local?: 'local' | 'floating'
  /** Told where the end is in another zone than the start ("8am ET - 5pm PT"). */
  endZone?: ZoneWords
  /** Days from the day told ("next day"). */
  shift: number
  from: number
  to: number
}

/** Hours that are the same moment, said for several zones. */
export type SaidMoment = { clocks: SaidClock[]; from: number; to: number }

export type Said = {
  dates: SaidDate[]
  moments: SaidMoment[]
  /** The first two dates are the first and the last day. */
  spans: boolean
  /** Days after each of the days on which the same hours come once more. */
  again: number[]
  allDay: boolean
  minutes: number | null
  /** The hours are those of each of the days. */
  daily: boolean
  /** Of days on which it is open only the last one is told. */
  onlyLast: boolean
  /** Weekdays left out of a range of days: "daily except Mondays". */
  except: number[]
  languages: string[]
}
