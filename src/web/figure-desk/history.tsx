import type { FC } from 'hono/jsx'
import type { Figure } from '../../domain/figure.ts'
import type { FigureRevision } from '../../storage/record-figure.ts'
import { paths } from '../paths.ts'
import { sayDated } from '../ui/say-dated.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { isKey } from '../words.ts'
import { sayPoint } from './say.ts'

type Props = { figure: Figure; revisions: FigureRevision[]; mayWrite: boolean; showing: Showing }

const mostShown = 8

/** What was changed, by whom, and what was said before. */
export const History: FC<Props> = ({ figure, revisions, mayWrite, showing }) => {
  const { say, locale } = showing
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say('desk.history')}</h2>
      <ol class="offers">
        {revisions.map(({ number, at, by, act, before, after }) => {
          const key = `figures.did.${act}`
          const points = Object.entries({ ...before?.points, ...after?.points })
          return (
            <li>
              <p>
                <ShortMoment at={at} showing={showing} /> ·{' '}
                <bdi>{by === 'source' ? say('import.by-source') : by}</bdi> ·{' '}
                {isKey(key) ? say(key, { count: points.length } as never) : act}
              </p>
              {points.slice(0, act === 'create' ? 0 : mostShown).map(([id]) => {
                const [was, is] = [before?.points?.[id], after?.points?.[id]]
                return (
                  <p class="hint">
                    {was ? <del>{`${sayPoint(was, showing)}, ${sayDated(was.date, locale)}`}</del> : ''}
                    {was && is ? ' → ' : ''}
                    {is ? <ins>{`${sayPoint(is, showing)}, ${sayDated(is.date, locale)}`}</ins> : ''}
                  </p>
                )
              })}
              {points.length > mostShown && act !== 'create' ? <p class="hint">…</p> : ''}
              {mayWrite && act !== 'create' ? (
                <form method="post" action={paths.deskFigureUndo(figure.slug)}>
                  <input type="hidden" name="revision" value={number} />
                  <button class="quiet" type="submit">
                    {say('desk.undo')}
                  </button>
                </form>
              ) : (
                ''
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
