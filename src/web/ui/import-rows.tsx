import type { FC } from 'hono/jsx'
import type { KeptImport } from '../../domain/import.ts'
import { paths } from '../paths.ts'
import { ShortMoment } from './short-moment.tsx'
import type { Showing } from './showing.ts'

type Props = {
  imports: KeptImport[]
  own: { series: { slug: string }; edition: { slug: string } }
  /** They are of one source, whose name need not be said. */
  isOfOne?: boolean
  showing: Showing
}

/** Imports, the newest first: what came of each, in one line. */
export const ImportRows: FC<Props> = ({ imports, own: { series, edition }, isOfOne, showing }) => (
  <ol class="imports">
    {imports.map(one => (
      <li class={one.state}>
        <a href={showing.link(paths.deskImport(series.slug, edition.slug, one.id))}>
          {isOfOne ? <ShortMoment at={one.at} showing={showing} /> : <bdi>{one.name}</bdi>}
        </a>
        <p class="hint">
          {isOfOne ? (
            ''
          ) : (
            <>
              <ShortMoment at={one.at} showing={showing} /> ·{' '}
            </>
          )}
          {sayOutcome(one, showing)}
        </p>
      </li>
    ))}
  </ol>
)

/** `12 new, 1 changed`: what came of an import. */
export function sayOutcome({ state, report, done }: KeptImport, { say, locale }: Showing): string {
  if (state === 'running') return say('import.running', { count: done })
  if (state === 'held' || state === 'waiting' || state === 'failed') return say(`import.state.${state}`)
  const { new: added = 0, changed = 0, proposed, missing = [], counts } = report ?? {}
  const asked = (proposed?.new ?? 0) + (proposed?.changes ?? 0)
  const parts = [
    added ? say('import.count.new', { count: added }) : '',
    changed ? say('import.count.changed', { count: changed }) : '',
    asked ? say('import.count.asked', { count: asked }) : '',
    missing.length ? say('import.count.missing', { count: missing.length }) : '',
    counts?.refused ? say('import.count.refused', { count: counts.refused }) : '',
  ].filter(words => words !== '')
  if (parts.length === 0) return say('import.state.nothing-new')
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts)
}
