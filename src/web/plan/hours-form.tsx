import type { FC } from 'hono/jsx'
import { clockOf, type DailyPause, mostPauses } from '../../domain/plan/daily-pause.ts'
import { sayHour } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'

type Props = {
  showing: Showing
  pauses: DailyPause[]
  isOwn: boolean
}

/** When the reader can watch; in words, and where it is their own plan, to be changed. */
export const HoursForm: FC<Props> = ({ showing, pauses, isOwn }) => {
  const { say, waking, locale } = showing
  const hour = (at: number) => (at === 24 ? '24' : sayHour(at * 3_600_000, 'UTC', locale))
  const words = [
    say('plan.awake', { from: hour(waking.from), to: hour(waking.to) }),
    ...pauses.map(({ from, to }) => say('plan.pause', { from: clockOf(from), to: clockOf(to) })),
  ].join(' · ')
  if (!isOwn) return <p class="hours">{words}</p>
  const choices = (first: number, last: number, chosen: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => (
      <option value={String(first + index)} selected={first + index === chosen}>
        {hour(first + index)}
      </option>
    ))
  const rows = [...pauses, ...Array.from({ length: mostPauses }, () => null)].slice(
    0,
    Math.min(mostPauses, pauses.length + 2),
  )
  return (
    <details class="hours">
      <summary>
        <span>{words}</span> <span class="change">{say('zone.change')}</span>
      </summary>
      <form class="awake" method="post" action={paths.planHours()}>
        <p>
          <label for="awake-from">{say('awake.title')}</label>{' '}
          <select id="awake-from" name="awakeFrom" aria-label={say('awake.from')}>
            {choices(0, 23, waking.from)}
          </select>{' '}
          <label for="awake-to">{say('awake.to')}</label>{' '}
          <select id="awake-to" name="awakeTo">
            {choices(1, 24, waking.to)}
          </select>
        </p>
        <fieldset>
          <legend>{say('plan.pauses')}</legend>
          {rows.map((pause, index) => (
            <p>
              <label for={`pause-${index}`}>{say('awake.from')}</label>{' '}
              <input
                id={`pause-${index}`}
                type="time"
                name="pauseFrom"
                value={pause ? clockOf(pause.from) : ''}
              />{' '}
              <label for={`pause-to-${index}`}>{say('awake.to')}</label>{' '}
              <input
                id={`pause-to-${index}`}
                type="time"
                name="pauseTo"
                value={pause ? clockOf(pause.to) : ''}
              />
            </p>
          ))}
        </fieldset>
        <button type="submit" class="act">
          {say('awake.keep')}
        </button>
      </form>
    </details>
  )
}
