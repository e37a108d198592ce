import type { FC } from 'hono/jsx'
import { phaseOf, type Reckoning, timedOf } from '../../domain/phase.ts'
import { mostAtOnce, type Picture } from './bars.ts'
import type { Showing } from './showing.ts'

type Props = { picture: Picture; reckoning: Reckoning; showing: Showing; sections: boolean }

/** The picture in a sentence: how many of each colour, each leading to its part of the list where the page has one. */
export const Legend: FC<Props> = ({ picture, reckoning, showing, sections }) => {
  const { say } = showing
  const { columns, bars, window } = picture
  const counts = countPhases(picture, reckoning, showing.now)
  return (
    <>
      <span>{say('picture.hours', { count: bars.length, hours: window.hours })}</span>{' '}
      {(columns.length ? [] : (Object.keys(counts) as Colour[])).map(name => {
        const words = say(`picture.${name}`, { count: counts[name] })
        return sections ? (
          <a
            class={`key ${name}`}
            data-count={counts[name]}
            hidden={counts[name] === 0}
            href={`#list-${sectionOf[name]}`}
          >
            {words}
          </a>
        ) : (
          <span class={`key ${name}`} data-count={counts[name]} hidden={counts[name] === 0}>
            {words}
          </span>
        )
      })}{' '}
      {columns.length ? <span>{say('picture.columns', { most: mostAtOnce(columns) })}</span> : ''}{' '}
      {picture.outside ? <span>{say('picture.outside', { count: picture.outside })}</span> : ''}
    </>
  )
}

type Colour = 'on' | 'soon' | 'upcoming' | 'over' | 'rec'

const sectionOf: Record<Colour, string> = {
  on: 'on',
  soon: 'next',
  upcoming: 'later',
  over: 'over',
  rec: 'over',
}

function countPhases({ bars }: Picture, reckoning: Reckoning, now: number): Record<Colour, number> {
  const counts = { on: 0, soon: 0, upcoming: 0, over: 0, rec: 0 }
  for (const { entry, recorded } of bars) {
    const { phase } = phaseOf(timedOf(entry), now, reckoning)
    if (phase === 'over' && recorded) counts.rec++
    else if (phase) counts[phase]++
  }
  return counts
}
