import type { FC } from 'hono/jsx'
import { valueAt } from '../../domain/figure/value-at.ts'
import type { Figure } from '../../domain/figure.ts'
import type { FigureWatch } from '../../domain/figure-watch.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { sayDated } from '../ui/say-dated.ts'
import { Select } from '../ui/select.tsx'
import { stateKey } from './watches.tsx'

type Props = {
  at: AtDesk
  figures: Figure[]
  /** How many things wait, by figure. */
  waiting: Map<string, number>
  watches: Map<string, FigureWatch[]>
  /** To which a new one may belong; '' the whole site. */
  series: { value: string; label: string }[]
  name: string
  refused: string | null
  now: number
}

/** All figures: what each says now, what waits, and how their sources stand. */
export const FiguresPage: FC<Props> = props => {
  const { at, figures, waiting, watches, series, name, refused, now } = props
  const { say, link, locale } = at.showing
  return (
    <DeskPage at={at} title={say('figures.title')}>
      <h1>{say('figures.title')}</h1>
      <p class="lead">{say('figures.lead')}</p>
      {figures.length === 0 ? (
        <p class="empty">{say('figures.none')}</p>
      ) : (
        <ol class="sources">
          {figures.map(figure => {
            const told = valueAt(figure, now)
            const troubled = (watches.get(figure.id) ?? []).filter(
              ({ state, error }) => state === 'paused' || error,
            )
            return (
              <li class={troubled.length ? 'troubled' : undefined}>
                <h2>
                  <a href={link(paths.deskFigure(figure.slug))}>
                    <bdi>{figure.name}</bdi>
                  </a>
                </h2>
                <p>
                  {told
                    ? say('figures.now', {
                        how: told.how.replace('at-', ''),
                        value: told.value.toLocaleString(locale),
                        date: sayDated(told.since, locale),
                      })
                    : say('figures.empty')}
                </p>
                {waiting.get(figure.id) ? (
                  <p class="asks">
                    <a href={link(`${paths.deskFigure(figure.slug)}#waits`)}>
                      {say('figures.waits', { count: waiting.get(figure.id)! })}
                    </a>
                  </p>
                ) : (
                  ''
                )}
                {troubled.map(watch => (
                  <p class="wrong">
                    <bdi dir="ltr">{watch.address}</bdi> {say(stateKey(watch))}
                  </p>
                ))}
              </li>
            )
          })}
        </ol>
      )}
      {series.length ? (
        <section aria-labelledby="new">
          <h2 id="new">{say('figures.new')}</h2>
          {refused ? (
            <p class="wrong" role="alert">
              {refused}
            </p>
          ) : (
            ''
          )}
          <form class="entry-form own-form" method="post" action={paths.deskFigures()}>
            <Field label={say('figures.name')} name="name" value={name} maxlength={300} required />
            <Select label={say('figures.of')} name="series" options={series} />
            <p class="acts">
              <button class="act strong" type="submit">
                {say('figures.make')}
              </button>
            </p>
          </form>
        </section>
      ) : (
        ''
      )}
    </DeskPage>
  )
}
