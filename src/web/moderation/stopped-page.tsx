import type { FC } from 'hono/jsx'
import type { ChartLine } from '../../domain/chart/chart.ts'
import { plotOf } from '../../domain/chart/plot.ts'
import type { StoppedWeek } from '../../domain/taking-part/stopped.ts'
import { sayDay } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { LineChart } from '../ui/chart/line-chart.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'

const columns = ['came', 'approved', 'held', 'spam', 'restored', 'passed'] as const

type Props = {
  at: AtDesk
  weeks: StoppedWeek[]
  /** After how many days comments close; null: not theirs to say. */
  closing: number | null
}

/** What came in by week, what was stopped, and where that was wrong. */
export const StoppedPage: FC<Props> = ({ at, weeks, closing }) => {
  const { showing } = at
  const { say, link, locale } = showing
  const number = new Intl.NumberFormat(locale)
  const line = (key: 'came' | 'spam', isMain: boolean): ChartLine => ({
    key,
    name: say(`stopped.${key}`),
    isMain,
    parts: [
      {
        name: '',
        points: weeks.map(week => ({ day: week.day, value: week[key], isSecondary: false })),
        isBeside: false,
        drawn: 'step',
      },
    ],
  })
  // Weeks before anything ever came in tell nothing.
  const first = weeks.findIndex(({ came }) => came > 0)
  const told = weeks.slice(first < 0 ? -1 : first)
  const plot = plotOf({ lines: [line('came', true), line('spam', false)], levels: [] }, { height: 180 })
  return (
    <DeskPage at={at} title={say('stopped.title')} style={at.assets.figures}>
      <p class="crumbs">
        <a href={link(paths.deskComments())}>{say('queue.title')}</a>
      </p>
      <h1>{say('stopped.title')}</h1>
      <p class="hint">{say('stopped.hint')}</p>
      {plot ? <LineChart plot={plot} showing={showing} /> : ''}
      <section class="table stopped" tabindex={0} aria-label={say('stopped.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('stopped.week')}</th>
              {columns.map(column => (
                <th scope="col">{say(`stopped.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.toReversed().map(week => (
              <tr>
                <th scope="row">{sayDay(week.day, 'short', locale)}</th>
                {columns.map(column => (
                  <td>{number.format(week[column])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {closing === null ? (
        ''
      ) : (
        <form class="closing" method="post" action={paths.deskCommentsClosing()}>
          <Field
            label={say('queue.closing')}
            name="days"
            type="number"
            min="0"
            max="3650"
            value={String(closing)}
          />
          <button class="act" type="submit">
            {say('queue.closing.save')}
          </button>
        </form>
      )}
    </DeskPage>
  )
}
