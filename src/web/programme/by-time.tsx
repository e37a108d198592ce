import type { FC } from 'hono/jsx'
import { type AgendaDay, type AgendaItem, agendaOf } from '../../domain/agenda.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Reckoning } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { sayDayOf } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { EntryRow } from '../ui/entry-row.ts'
import type { Showing } from '../ui/showing.ts'
import { Continued } from './continued.tsx'
import { Section } from './section.tsx'

type Props = { programme: Programme; showing: Showing; reckoning: Reckoning }

/** On now, next, later, over; then what has no time by its nature, and what nobody told the time of. */
export const ByTime: FC<Props> = ({ programme, showing, reckoning }) => {
  const agenda = agendaOf(programme.entries, showing.now, reckoning)
  const row = (entry: Entry, level: 3 | 4, day: 'unless-today' | 'never') => (
    <EntryRow
      entry={entry}
      showing={showing}
      reckoning={reckoning}
      href={showing.link(paths.entry(programme.series.slug, programme.edition.slug, entry.slug))}
      level={level}
      day={day}
    />
  )
  // What goes on over several days stands under its first, and is pointed at from the others.
  const told = new Set<Entry>()
  const rowOfDay = (item: AgendaItem, day: string) => {
    if (item.continued && told.has(item.entry)) return <Continued item={item} day={day} showing={showing} />
    told.add(item.entry)
    return row(item.entry, 4, 'never')
  }
  return (
    <>
      <Section name="on" count={agenda.on.length} showing={showing}>
        {agenda.on.map(({ entry }) => row(entry, 3, 'unless-today'))}
      </Section>
      <Section name="next" count={agenda.next.length} showing={showing}>
        {agenda.next.map(({ entry }) => row(entry, 3, 'unless-today'))}
      </Section>
      {(['later', 'over'] as const).map(name => (
        <Section name={name} count={entriesIn(agenda[name])} showing={showing}>
          {agenda[name].map(({ day, items }) => (
            <>
              <li class="day" data-day={day}>
                <h3>{sayDayOf(day, programme.edition.startsOn.slice(0, 4), showing.locale)}</h3>
              </li>
              {items.map(item => rowOfDay(item, day))}
            </>
          ))}
        </Section>
      ))}
      <Section name="anytime" count={agenda.anytime.length} showing={showing}>
        {agenda.anytime.map(entry => row(entry, 3, 'never'))}
      </Section>
      <Section name="notTold" count={agenda.notTold.length} showing={showing}>
        {agenda.notTold.map(entry => row(entry, 3, 'never'))}
      </Section>
    </>
  )
}

function entriesIn(days: AgendaDay[]): number {
  return new Set(days.flatMap(({ items }) => items.map(({ entry }) => entry.id))).size
}
