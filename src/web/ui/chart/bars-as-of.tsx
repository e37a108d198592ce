import type { Child, FC } from 'hono/jsx'

/** One bar: what it is of, how it is said, and how long it is. */
export type Bar = { name: Child; said: string; value: number; isMain: boolean }

/** Numbers of one day beside each other, the highest first; the bars are a second way to the numbers. */
export const BarsAsOf: FC<{ bars: Bar[] }> = ({ bars }) => {
  const most = Math.max(...bars.map(({ value }) => value), 0)
  return (
    <ol class="as-of">
      {bars
        .toSorted((a, b) => b.value - a.value)
        .map(({ name, said, value, isMain }) => (
          <li class={isMain ? 'main' : undefined}>
            <span>{name}</span> <b>{said}</b>
            <svg width="100%" height="8" aria-hidden="true" focusable="false">
              <rect
                class="bar"
                width={`${most > 0 ? Math.max(0, Math.round((value / most) * 1000) / 10) : 0}%`}
                height="8"
              />
            </svg>
          </li>
        ))}
    </ol>
  )
}
