import type { FC } from 'hono/jsx'
import type { Series } from '../../domain/programme.ts'
import { type Closing, longestClosing } from '../../domain/taking-part/closing.ts'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'

/** When what readers say below a series closes: `site` days after an end where it has no rule of its own (0: never). */
export const SeriesClosing: FC<{
  series: Pick<Series, 'slug'>
  closing: { rule: Closing | null; site: number }
  showing: Showing
}> = ({ series, closing: { rule, site }, showing: { say } }) => {
  const days = typeof rule === 'number' ? rule : site || 60
  const chosen = rule === null ? 'site' : typeof rule === 'number' ? 'days' : rule
  const option = (value: string, words: string) => (
    <label>
      <input type="radio" name="rule" value={value} checked={chosen === value} /> {words}
    </label>
  )
  return (
    <form class="entry-form own-form" id="closing" method="post" action={paths.deskCommentsClosing()}>
      <input type="hidden" name="series" value={series.slug} />
      <fieldset class="field">
        <legend>{say('closing.title')}</legend>
        <div class="options">
          {option('site', say(site > 0 ? 'closing.as-site' : 'closing.as-site-open', { days: site }))}
          {option('never', say('closing.never'))}
          {option('days', say('closing.days'))}
          <label class="closing-days">
            {say('closing.how-many')}{' '}
            <input
              type="number"
              name="days"
              min="1"
              max={String(longestClosing)}
              value={String(days)}
              inputmode="numeric"
            />
          </label>
          {option('closed', say('closing.closed'))}
        </div>
        <p class="hint">{say('closing.hint')}</p>
      </fieldset>
      <p class="acts">
        <button class="act" type="submit">
          {say('queue.closing.save')}
        </button>
      </p>
    </form>
  )
}
