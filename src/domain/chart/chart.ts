/** A value of a figure on a day, as a chart shows it. */
export type ChartPoint = {
  /** ISO date: the day from which it holds, or of which it is told. */
  day: string
  value: number
  /** Told by somebody who had it from another. */
  isSecondary: boolean
}

/** Points that were counted in one way, oldest first. */
export type ChartPart = {
  name: string
  points: ChartPoint[]
  /** Shown beside the others, and no number is taken from it. */
  isBeside: boolean
  /** `step`: it stays until it changes, as counts do; `line`: between two points nothing is known but the way. */
  drawn: 'step' | 'line'
}

/** One figure in a chart. */
export type ChartLine = {
  key: string
  /** As it is written at its end. */
  name: string
  /** The one that the chart is of; the others are there to compare it with. */
  isMain: boolean
  /** What was counted in one way is a part, and is never joined to another. */
  parts: ChartPart[]
}

/** A height that the main figure is measured by. */
export type ChartLevel = { kind: 'goal' | 'baseline'; value: number; name: string }

export type Chart = { lines: ChartLine[]; levels: ChartLevel[] }

/** The newest point that gives the number; undefined where there is none. */
export function lastOf({ parts }: ChartLine): ChartPoint | undefined {
  return pointsOf(parts.filter(({ isBeside }) => !isBeside)).reduce<ChartPoint | undefined>(
    (last, point) => (last === undefined || point.day >= last.day ? point : last),
    undefined,
  )
}

export function pointsOf(parts: ChartPart[]): ChartPoint[] {
  return parts.flatMap(({ points }) => points)
}
