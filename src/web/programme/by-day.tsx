import type { FC } from 'hono/jsx'
import { type AgendaDay, type AgendaItem, daysOf, hoursOf } from '../../domain/agenda.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Reckoning } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { sayDay, sayDayOf } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { EntryRow } from '../ui/entry-row.ts'
import { sayHourOf } from '../ui/say-hour-of.ts'
import type { Showing } from '../ui/showing.ts'
import { Continued } from './continued.tsx'
import { Section } from './section.tsx'

type Props = { programme: Programme; showing: Showing; reckoning: Reckoning }

/** Day after day of the reader's own, and hour after hour, each hour named as long as it is on the screen. */
export const ByDay: FC<Props> = ({ programme, showing, reckoning }) => {
  const { series, edition, entries } = programme
  const { days, anytime, notTold } = daysOf(entries, showing.now, reckoning)
  const row = (entry: Entry, level: 3 | 4) => (
    <EntryRow
      entry={entry}
      showing={showing}
      reckoning={reckoning}
      href={showing.link(paths.entry(series.slug, edition.slug, entry.slug))}
      level={level}
      day="never"
    />
  )
  const told = new Set<Entry>()
  const rowOf = (item: AgendaItem, day: string, level: 3 | 4) => {
    if (item.continued && told.has(item.entry)) return <Continued item={item} day={day} showing={showing} />
    told.add(item.entry)
    return row(item.entry, level)
  }
  return (
    <>
      <ToNow days={days} showing={showing} />
      <section class="list agenda" aria-label={showing.say('view.days')}>
        <ol data-agenda>
          {days.map(each => (
            <li class="day" id={`on-${each.day}`} data-day={each.day}>
              <h2>{sayDayOf(each.day, edition.startsOn.slice(0, 4), showing.locale)}</h2>
              <ol>
                {hoursOf(each, showing.zone).map(({ hour, items }) => (
                  <>
                    {hour === null ? '' : <Hour day={each.day} hour={hour} showing={showing} />}
                    {items.map(item => rowOf(item, each.day, hour === null ? 3 : 4))}
                  </>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </section>
      <Section name="anytime" count={anytime.length} showing={showing}>
        {anytime.map(entry => row(entry, 3))}
      </Section>
      <Section name="notTold" count={notTold.length} showing={showing}>
        {notTold.map(entry => row(entry, 3))}
      </Section>
    </>
  )
}

const Hour: FC<{ day: string; hour: number; showing: Showing }> = ({ day, hour, showing: { locale } }) => (
  <li class="hour" data-hour={`${day} ${hour}`}>
    <h3>
      {sayHourOf(day, hour, locale)} <span>{sayDay(day, 'short', locale)}</span>
    </h3>
  </li>
)

/** A long day begins long before what is on. */
const ToNow: FC<{ days: AgendaDay[]; showing: Showing }> = ({ days, showing: { say, now } }) => {
  const current = days
    .flatMap(({ items }) => items)
    .find(
      ({ entry, span, phase }) => entry.time.precision === 'moment' && phase.phase !== null && span.end > now,
    )
  if (!current) return null
  return (
    <p class="to-now">
      <a href={`#${current.entry.slug}`}>{say('days.now')}</a>
    </p>
  )
}
