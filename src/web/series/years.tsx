import type { FC } from 'hono/jsx'
import { editionIn } from '../../domain/in-language.ts'
import type { EditionListing, SeriesWithEditions } from '../../domain/programme.ts'
import { type EditionCount, figuresOf } from '../../domain/years.ts'
import { dayOf } from '../../time/days.ts'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'
import { YearBars } from './year-bars.tsx'
import { rowsOf, slotsOf, type YearRow, type YearSlot } from './year-rows.ts'

type Props = { series: SeriesWithEditions; counts: EditionCount[]; showing: Showing }

/** What was in each edition, beside each other: a small chart for each thing counted, and the same as a table. */
export const Years: FC<Props> = ({ series, counts, showing }) => {
  const { say, now, zone } = showing
  const editions = series.editions.filter(({ state }) => state !== 'draft')
  const today = dayOf(now, zone)
  const slots = slotsOf(editions, figuresOf(editions, counts, today), showing, today)
  const rows = rowsOf(slots, showing)
  if (editions.length < 2 || rows.length === 0) return null
  return (
    <section class="side-by-side" aria-labelledby="years">
      <h2 id="years">{say('years.title')}</h2>
      <div class="charts">
        {rows.map(row => (
          <figure>
            <figcaption>{row.says ?? row.name}</figcaption>
            <YearBars row={row} slots={slots} dir={showing.dir} />
          </figure>
        ))}
      </div>
      <details class="figures">
        <summary>{say('years.table')}</summary>
        <Figures {...{ series, editions, slots, rows, showing }} />
        <p class="hint">{say('years.hint')}</p>
      </details>
      {counts.some(({ what }) => what === 'organisers') ? (
        <p class="more">
          <a href={showing.link(paths.organisationsIn(series.slug))}>{say('desk.organisations')}</a>
        </p>
      ) : (
        ''
      )}
    </section>
  )
}

const Figures: FC<{
  series: SeriesWithEditions
  editions: EditionListing[]
  slots: YearSlot[]
  rows: YearRow[]
  showing: Showing
}> = ({ series, editions, slots, rows, showing }) => {
  const { say, link, locale } = showing
  const byId = new Map(editions.map(edition => [edition.id, editionIn(edition, showing.language)]))
  const number = new Intl.NumberFormat(locale)
  return (
    <section class="wide" tabindex={0} aria-label={say('years.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('blog.year')}</th>
            <th scope="col">{say('organisations.entries')}</th>
            {rows.map(({ name }) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map(({ label, figures }, index) => {
            const edition = figures && byId.get(figures.editionId)
            if (!edition) return ''
            return (
              <tr>
                <th scope="row">
                  <a href={link(paths.edition(series.slug, edition.slug))} title={edition.title}>
                    {label}
                  </a>
                </th>
                <td>{number.format(figures.entries)}</td>
                {rows.map(row => {
                  const value = row.values[index]
                  return <td>{value === null || value === undefined ? '–' : row.say(value)}</td>
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
