import type { FC } from 'hono/jsx'
import { contradictionsOf } from '../../domain/figure/contradictions.ts'
import { byTime } from '../../domain/figure/members.ts'
import { valueAt } from '../../domain/figure/value-at.ts'
import type { Figure } from '../../domain/figure.ts'
import type { FigureOffer, FigureWatch } from '../../domain/figure-watch.ts'
import type { FigureRevision } from '../../storage/record-figure.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { isolated } from '../ui/entry-words.ts'
import { sayDated } from '../ui/say-dated.ts'
import type { Showing } from '../ui/showing.ts'
import { EditForm } from './edit-form.tsx'
import type { Typed } from './figure-form.ts'
import { History } from './history.tsx'
import { PointForm } from './point-form.tsx'
import { lineName, sayPoint, sayWho, sayWhys, sourceName } from './say.ts'
import { Watches } from './watches.tsx'

type Props = {
  at: AtDesk
  figure: Figure
  offers: FigureOffer[]
  watches: FigureWatch[]
  revisions: FigureRevision[]
  others: { id: string; name: string }[]
  series: { value: string; label: string }[]
  mayWrite: boolean
  now: number
  typed: Typed
  point: Typed
  refused: string | null
}

/** One figure: what it says now, what waits, what contradicts, its points, its sources, and what it is. */
export const FigurePage: FC<Props> = props => {
  const { at, figure, offers, watches, revisions, mayWrite, now, point, refused, typed, others, series } =
    props
  const { showing } = at
  const { say, link, locale } = showing
  const told = valueAt(figure, now)
  const contradictions = contradictionsOf(figure)
  return (
    <DeskPage at={at} title={figure.name}>
      <p class="crumbs">
        <a href={link(paths.deskFigures())}>{say('figures.title')}</a>
      </p>
      <h1>
        <bdi>{figure.name}</bdi>
      </h1>
      {refused ? (
        <p class="wrong" role="alert">
          {refused}
        </p>
      ) : (
        ''
      )}
      <p class="figure-now">
        {told ? (
          <>
            <strong>{told.value.toLocaleString(locale)}</strong> <bdi>{figure.unit}</bdi> ·{' '}
            {say('figures.now', {
              how: told.how.replace('at-', ''),
              value: told.value.toLocaleString(locale),
              date: sayDated(told.since, locale),
            })}{' '}
            · <bdi>{told.source?.name ?? lineName(figure, told.line)}</bdi>
          </>
        ) : (
          say('figures.empty')
        )}
      </p>
      {offers.length ? (
        <section aria-labelledby="waits">
          <h2 id="waits">{say('figures.waits', { count: offers.length })}</h2>
          <ol class="offers">
            {offers.map(offer => (
              <Offer offer={offer} figure={figure} mayWrite={mayWrite} showing={showing} />
            ))}
          </ol>
          <p class="hint">{say('figures.offers.hint')}</p>
        </section>
      ) : (
        ''
      )}
      {contradictions.length ? (
        <section aria-labelledby="contradictions">
          <h2 id="contradictions">{say('figures.contradictions')}</h2>
          <ul class="plain-list">
            {contradictions.slice(0, 50).map(each => {
              const [first, last] = [each.points[0]!, each.points.at(-1)!]
              return (
                <li>
                  {say(`figures.contradiction.${each.code}`, {
                    line: isolated(lineName(figure, each.line)),
                    date: sayDated(first.date, locale),
                    other: isolated(
                      'other' in each ? lineName(figure, each.other.line) : sayDated(last.date, locale),
                    ),
                    values: each.points
                      .map(
                        point =>
                          `${sayPoint(point, showing)} (${isolated(sourceName(figure, point.source) || '–')})`,
                      )
                      .join(' / '),
                    value: 'other' in each ? each.other.value.toLocaleString(locale) : '',
                    who: isolated(first.who ? sayWho(first.who, showing) : ''),
                  })}
                </li>
              )
            })}
          </ul>
        </section>
      ) : (
        ''
      )}
      <section aria-labelledby="points">
        <h2 id="points">{say('figures.points')}</h2>
        <Points figure={figure} mayWrite={mayWrite} showing={showing} />
        {mayWrite ? (
          <>
            <p class="acts">
              <a class="act" href={link(paths.deskFigureTable(figure.slug))}>
                {say('figures.table')}
              </a>{' '}
              <a class="act" href={link(paths.deskFigureWatches(figure.slug))}>
                {say('figures.watch')}
              </a>
            </p>
            <details open={Object.keys(point).length > 1 ? true : undefined}>
              <summary>{say('figures.add')}</summary>
              <PointForm
                figure={figure}
                typed={point}
                action={paths.deskFigurePoints(figure.slug)}
                showing={showing}
              />
            </details>
          </>
        ) : (
          ''
        )}
      </section>
      {watches.length ? (
        <section aria-labelledby="watches">
          <h2 id="watches">{say('figures.watches')}</h2>
          <Watches figure={figure} watches={watches} mayWrite={mayWrite} showing={showing} />
        </section>
      ) : (
        ''
      )}
      {mayWrite ? <EditForm {...{ figure, showing, typed, others, series }} /> : ''}
      <History figure={figure} revisions={revisions} mayWrite={mayWrite} showing={showing} />
    </DeskPage>
  )
}

const Offer: FC<{ offer: FigureOffer; figure: Figure; mayWrite: boolean; showing: Showing }> = ({
  offer,
  figure,
  mayWrite,
  showing,
}) => {
  const { say, locale } = showing
  const { was, told } = offer.offered
  const words = (point: typeof was | typeof told) =>
    point ? `${sayPoint(point, showing)}, ${sayDated(point.date, locale)}` : '–'
  return (
    <li>
      <p class="old-new">
        {was ? (
          <>
            <del>{words(was)}</del> →{' '}
          </>
        ) : (
          ''
        )}
        {told ? <ins>{words(told)}</ins> : '–'}
      </p>
      <p class="hint">
        <bdi>{sourceName(figure, offer.sourceId)}</bdi> · <bdi>{lineName(figure, offer.line)}</bdi>
      </p>
      {sayWhys(offer.offered, showing).map(why => (
        <p>{why}</p>
      ))}
      {mayWrite ? (
        <form method="post" action={paths.deskFigureOffer(figure.slug, offer.id)}>
          <button class="act strong" type="submit" name="do" value="take">
            {say('figures.offers.take')}
          </button>
          <button class="act" type="submit" name="do" value="refuse">
            {say('figures.offers.refuse')}
          </button>
        </form>
      ) : (
        ''
      )}
    </li>
  )
}

/** By line, the latest first. */
const Points: FC<{ figure: Figure; mayWrite: boolean; showing: Showing }> = ({
  figure,
  mayWrite,
  showing,
}) => {
  const { say, link, locale } = showing
  if (figure.points.length === 0) return <p class="empty">{say('figures.empty')}</p>
  return (
    <>
      {figure.lines.map(line => {
        const points = figure.points
          .filter(point => point.line === line.key)
          .toSorted(byTime)
          .reverse()
        return points.length === 0 ? (
          ''
        ) : (
          <details open={line === figure.lines[0] ? true : undefined}>
            <summary>
              <bdi>{line.name}</bdi> <small>{points.length.toLocaleString(locale)}</small>
            </summary>
            {line.text ? <p class="hint">{line.text}</p> : ''}
            <section class="table points-table" tabindex={0} aria-label={line.name}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say('figures.date')}</th>
                    <th scope="col">{say(line.counts === 'totals' ? 'figures.value' : 'figures.who')}</th>
                    <th scope="col">{say('figures.source')}</th>
                    <th scope="col">{say('figures.note')}</th>
                    {mayWrite ? (
                      <th scope="col">
                        <span class="unseen">{say('figures.correct')}</span>
                      </th>
                    ) : (
                      ''
                    )}
                  </tr>
                </thead>
                <tbody>
                  {points.map(point => (
                    <tr id={`point-${point.id}`}>
                      <th scope="row">{sayDated(point.date, locale)}</th>
                      <td class={line.counts === 'totals' ? 'number' : undefined}>
                        {sayPoint(point, showing)}
                      </td>
                      <td>
                        <bdi>{sourceName(figure, point.source)}</bdi>
                      </td>
                      <td>
                        <bdi>
                          {[
                            line.counts === 'totals' && point.who ? sayWho(point.who, showing) : null,
                            point.note,
                          ]
                            .filter(Boolean)
                            .join('; ')}
                        </bdi>
                      </td>
                      {mayWrite ? (
                        <td>
                          <a href={link(paths.deskFigurePoint(figure.slug, point.id))}>
                            {say('figures.correct')}
                          </a>
                        </td>
                      ) : (
                        ''
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        )
      })}
    </>
  )
}
