import type { FC } from 'hono/jsx'
import type { EntryLine, LineEdition } from '../../domain/entry-line.ts'
import type { SeriesWithEditions } from '../../domain/programme.ts'
import { listOnDay } from '../../storage/on-day.ts'
import type { Db } from '../../storage/tables.ts'
import { sayDay } from '../../time/say-time.ts'
import { EntryLines } from '../ui/entry-lines.tsx'
import type { Showing } from '../ui/showing.ts'

const most = 12

/** What was on a day in earlier years. `day`: `12-18` */
export type Recalled = { day: string; isToday: boolean; lines: EntryLine[]; editions: LineEdition[] }

/** What was on this day in earlier years; where there was nothing, on the day of the newest edition before that one. */
export async function recall(db: Db, series: SeriesWithEditions, today: string): Promise<Recalled | null> {
  const newest = series.editions.find(({ state }) => state !== 'draft')
  if (!newest) return null
  const days = [
    { day: today.slice(5), before: today.slice(0, 4) },
    { day: series.observed?.slice(2) ?? newest.startsOn.slice(5), before: newest.startsOn.slice(0, 4) },
  ]
  for (const [index, { day, before }] of days.entries()) {
    const found = await listOnDay(db, series.id, { day, before, limit: most })
    if (found.lines.length) return { day, isToday: index === 0 || day === days[0]!.day, ...found }
  }
  return null
}

export const OnDay: FC<{ recalled: Recalled; showing: Showing }> = ({ recalled, showing }) => {
  const { day, isToday, lines, editions } = recalled
  const { say, locale } = showing
  return (
    <section class="side-by-side" aria-labelledby="on-this-day">
      <h2 id="on-this-day">
        {isToday ? say('years.today') : say('years.on-day', { day: sayDay(`2020-${day}`, 'yearly', locale) })}
      </h2>
      <EntryLines
        lines={lines}
        editions={new Map(editions.map(each => [each.id, each]))}
        showing={showing}
        years
      />
    </section>
  )
}
