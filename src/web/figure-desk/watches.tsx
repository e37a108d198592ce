import type { FC } from 'hono/jsx'
import type { Figure } from '../../domain/figure.ts'
import type { FigureWatch } from '../../domain/figure-watch.ts'
import { paths } from '../paths.ts'
import { hostOf } from '../ui/entry-words.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import type { Key } from '../words.ts'
import { lineName, sayUnread } from './say.ts'

type Props = { figure: Figure; watches: FigureWatch[]; mayWrite: boolean; showing: Showing }

/** What is read again and again for a figure, how each stands, and what is done with it by one press. */
export const Watches: FC<Props> = ({ figure, watches, mayWrite, showing }) => {
  const { say } = showing
  return (
    <ol class="sources">
      {watches.map(watch => {
        const { state, error, lastReadAt, changedAt, nextAt } = watch
        return (
          <li class={state === 'paused' || error ? 'troubled' : undefined}>
            <h3>
              <a href={watch.address} rel="noopener noreferrer" dir="ltr">
                {watch.address}
              </a>
            </h3>
            <p class="hint">
              <bdi>{lineName(figure, watch.line)}</bdi> · <bdi dir="ltr">{placeOf(watch)}</bdi>
            </p>
            <div class="health">
              <p class={state === 'paused' ? 'paused' : undefined}>{say(stateKey(watch))}</p>
              {error ? <p class="wrong">{sayUnread(error, showing, hostOf(watch.address))}</p> : ''}
              <dl class="times">
                <Time
                  label={say('source.last-read')}
                  at={lastReadAt}
                  none={say('source.never')}
                  showing={showing}
                />
                <Time
                  label={say('source.last-change')}
                  at={changedAt}
                  none={say('source.no-change')}
                  showing={showing}
                />
                {state === 'watching' ? (
                  <Time label={say('source.next')} at={nextAt} none="" showing={showing} />
                ) : (
                  ''
                )}
              </dl>
            </div>
            {mayWrite ? (
              <form class="acts" method="post" action={paths.deskFigureWatch(figure.slug, watch.id)}>
                {state === 'watching' ? (
                  <>
                    <button class="act" type="submit" name="do" value="read">
                      {say('source.read-now')}
                    </button>{' '}
                    <button class="quiet" type="submit" name="do" value="pause">
                      {say('source.pause')}
                    </button>{' '}
                  </>
                ) : (
                  <>
                    <button class="act" type="submit" name="do" value="resume">
                      {say('source.resume')}
                    </button>{' '}
                  </>
                )}
                <button class="quiet" type="submit" name="do" value="drop">
                  {say('source.drop')}
                </button>
              </form>
            ) : (
              ''
            )}
          </li>
        )
      })}
    </ol>
  )
}

const Time: FC<{ label: string; at: number | null; none: string; showing: Showing }> = ({
  label,
  at,
  none,
  showing,
}) => (
  <div>
    <dt>{label}</dt>
    <dd>{at === null ? none : <ShortMoment at={at} showing={showing} />}</dd>
  </div>
)

export function stateKey({ state, pausedBecause, error }: FigureWatch): Key {
  if (state === 'watching') return error ? 'source.failing' : 'source.watching'
  return pausedBecause === 'curator' ? 'source.paused.curator' : 'need.source-paused'
}

function placeOf({ place }: FigureWatch): string {
  if (place.as === 'json') return place.date ? `${place.value} / ${place.date}` : place.value
  if (place.as === 'table') return `${place.row} × ${place.column}`
  return Object.values(place.columns).join(', ') || 'CSV'
}
