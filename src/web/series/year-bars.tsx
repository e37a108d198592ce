import type { FC } from 'hono/jsx'
import type { YearRow, YearSlot } from './year-rows.ts'

/** In pixels: the height of a bar at its most, above it a number, below it a year. */
const [most, above, below] = [44, 16, 18]
/** So many numbers have room above their bars, and so many years below. */
const [mostNumbers, mostYears] = [12, 6]

/** Bars of one thing over the years. What they show is said beside them, and stands in the table. */
export const YearBars: FC<{ row: YearRow; slots: YearSlot[]; dir: 'ltr' | 'rtl' }> = ({
  row,
  slots,
  dir,
}) => {
  const { values } = row
  const highest = Math.max(...values.map(value => value ?? 0))
  const width = 100 / slots.length
  const ground = above + most
  // Time runs as the reader's script does.
  const startOf = (index: number) => (dir === 'rtl' ? slots.length - 1 - index : index) * width
  const hasNumber = (index: number) =>
    slots.length <= mostNumbers || index === values.indexOf(highest) || index === lastOf(values)
  const everyYear = Math.ceil(slots.length / mostYears)
  return (
    <svg class="bars" width="100%" height={ground + below} aria-hidden="true">
      {values.map((value, index) => {
        if (!value) return ''
        const height = Math.max(2, (value / highest) * most)
        const middle = percent(startOf(index) + width / 2)
        return (
          <>
            <rect
              class={slots[index]!.isComing ? 'coming' : undefined}
              x={percent(startOf(index) + width * 0.16)}
              y={round(ground - height)}
              width={percent(width * 0.68)}
              height={round(height)}
            />
            {hasNumber(index) ? (
              <text x={middle} y={round(ground - height - 4)}>
                {row.say(value)}
              </text>
            ) : (
              ''
            )}
          </>
        )
      })}
      <line x1="0" x2="100%" y1={ground + 0.5} y2={ground + 0.5} />
      {slots.map(({ year }, index) =>
        (slots.length - 1 - index) % everyYear === 0 ? (
          <text class="of-year" x={percent(startOf(index) + width / 2)} y={ground + 14}>
            {year}
          </text>
        ) : (
          ''
        ),
      )}
    </svg>
  )
}

function lastOf(values: (number | null)[]): number {
  return values.findLastIndex(value => value)
}

function percent(value: number): string {
  return `${round(value)}%`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
