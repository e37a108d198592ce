import type { FC } from 'hono/jsx'
import type { Figure } from '../../domain/figure.ts'
import { sayDated } from '../ui/say-dated.ts'
import type { Showing } from '../ui/showing.ts'

/** How it is counted, in one way or several, and who says so. */
export const Sources: FC<{ figure: Figure; showing: Showing }> = ({ figure, showing: { say, locale } }) => {
  const { lines, sources } = figure
  return (
    <>
      {lines.some(({ name, text }) => name || text) ? (
        <>
          <h2>{say('figure.definitions')}</h2>
          <ul class="from">
            {lines.map(({ name, text, until, beside }) => (
              <li>
                <b>
                  <bdi>{name}</bdi>
                </b>
                <p dir="auto">
                  {text} {until ? say('figure.until', { day: sayDated(until, locale) }) : ''}{' '}
                  {beside ? say('figure.beside') : ''}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : (
        ''
      )}
      {sources.length ? (
        <>
          <h2>{say('sources.title')}</h2>
          <ul class="from">
            {sources.map(({ name, address, rank }) => (
              <li>
                {address && /^https?:/.test(address) ? (
                  <a href={address} rel="noopener">
                    <bdi>{name}</bdi>
                  </a>
                ) : (
                  <bdi>{name}</bdi>
                )}
                {rank === 'secondary' ? ` · ${say('figure.secondary')}` : ''}
              </li>
            ))}
          </ul>
        </>
      ) : (
        ''
      )}
    </>
  )
}
