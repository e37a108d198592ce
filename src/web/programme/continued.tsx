import type { FC } from 'hono/jsx'
import type { AgendaItem } from '../../domain/agenda.ts'
import { sayClock } from '../../time/say-time.ts'
import type { Showing } from '../ui/showing.ts'
import { fill } from '../ui/when.ts'

/** What began on an earlier day and goes on: a line that leads to it. */
export const Continued: FC<{ item: AgendaItem; day: string; showing: Showing }> = ({
  item,
  day,
  showing,
}) => {
  const { say, zone, locale } = showing
  const words = say('entry.continues', { title: '{title}', time: '{time}' })
  return (
    <li class="still" data-of={item.entry.slug} data-on={day}>
      <a href={`#${item.entry.slug}`}>
        {fill(words, { title: item.entry.title, time: sayClock(item.span.end, zone, locale) })}
      </a>
    </li>
  )
}
