import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { ImportSummary } from '../../services/import-summary.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ProblemWords } from '../ui/problem-words.tsx'
import { problemOf } from '../ui/say-problem.ts'
import { later } from '../ui/send-slowly.tsx'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'

/** While a file becomes an edition: what was done so far is added as it happens. */
export const StartedPage: FC<{ at: AtDesk; file: string }> = ({ at, file }) => {
  const { say } = at.showing
  return (
    <DeskPage at={at} title={say('started.title')}>
      <h1>{say('started.title')}</h1>
      <p class="lead">
        <bdi>{file}</bdi>
      </p>
      <div aria-live="polite">{raw(later)}</div>
    </DeskPage>
  )
}

export const ReadSoFar: FC<{ count: number; showing: Showing }> = ({ count, showing }) => (
  <p class="hint">{showing.say('started.so-far', { count })}</p>
)

export const StartFailed: FC<{ says: string }> = ({ says }) => (
  <p class="wrong" role="alert">
    {says}
  </p>
)

/** More of one kind is told as a number. */
const mostShown = 50

/** What an import came to, in words, and the way on. */
export const StartSummary: FC<{ summary: ImportSummary; showing: Showing }> = ({ summary, showing }) => {
  const { say, link } = showing
  const { series, edition, refused, notes, kept } = summary
  return (
    <>
      <h2>{say('started.done')}</h2>
      <p>
        {say('started.counts', {
          new: summary.new,
          changed: summary.changed,
          unchanged: summary.unchanged,
          refused: refused.length,
        })}
      </p>
      <Several
        title={say('started.refused')}
        showing={showing}
        items={refused.map(told => (
          <>
            {told.title ? (
              <>
                <bdi>{told.title}</bdi>
                {': '}
              </>
            ) : (
              ''
            )}
            <ProblemWords told={problemOf(told)} showing={showing} />
          </>
        ))}
      />
      <Several
        title={say('started.kept')}
        showing={showing}
        items={kept.map(({ title, field, file }) => (
          <>
            <bdi>{title}</bdi>: {fieldName(field, showing) ?? field} (<bdi>{cut(file)}</bdi>)
          </>
        ))}
      />
      <Several
        title={say('started.notes')}
        showing={showing}
        items={notes.map(told => (
          <>
            <ProblemWords told={problemOf(told)} showing={showing} />
          </>
        ))}
      />
      <p class="acts">
        <a class="act strong" href={link(paths.deskEdition(series, edition))}>
          {say('started.go')}
        </a>
      </p>
    </>
  )
}

const Several: FC<{ title: string; items: Child[]; showing: Showing }> = ({ title, items, showing }) => {
  if (items.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul class="plain">
        {items.slice(0, mostShown).map(item => (
          <li>{item}</li>
        ))}
      </ul>
      {items.length > mostShown ? (
        <p class="hint">{showing.say('clash.more', { count: items.length - mostShown })}</p>
      ) : (
        ''
      )}
    </section>
  )
}

function cut(words: string): string {
  return words.length > 80 ? `${words.slice(0, 80)}…` : words
}
