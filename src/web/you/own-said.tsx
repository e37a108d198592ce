import type { FC } from 'hono/jsx'
import { plainOf } from '../ui/markdown.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { mostShown, type Said } from './own-data.ts'

/** What somebody said and suggested here, with what became of it. */
export const OwnSaid: FC<{ said: Said; showing: Showing }> = ({ said, showing }) => {
  const { say } = showing
  const lists = [
    {
      title: say('you.said'),
      lines: said.comments.map(each => ({ ...each, words: plainOf(each.text, 140) })),
    },
    {
      title: say('you.suggested'),
      lines: said.suggestions.map(each => ({ ...each, words: each.label })),
    },
  ]
  return (
    <>
      {lists.map(({ title, lines }) => (
        <section>
          <h2>{title}</h2>
          {lines.length ? (
            <ul class="own-said">
              {lines.map(each => (
                <li>
                  <p dir="auto">{each.words}</p>
                  <small>
                    <bdi>{each.title}</bdi> · <ShortMoment at={each.at} showing={showing} /> ·{' '}
                    {say(`you.state.${each.state as 'new'}`)}
                  </small>
                </li>
              ))}
            </ul>
          ) : (
            <p class="hint">{say('you.said.none')}</p>
          )}
          {lines.length === mostShown ? <p class="hint">{say('you.said.more', { count: mostShown })}</p> : ''}
        </section>
      ))}
    </>
  )
}
