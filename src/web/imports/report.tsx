import type { Child, FC } from 'hono/jsx'
import type { KeptImport, Told } from '../../domain/import.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { sayOutcome } from '../ui/import-rows.tsx'
import { ProblemWords } from '../ui/problem-words.tsx'
import { problemOf } from '../ui/say-problem.ts'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'

type Props = { kept: KeptImport; own: OwnEdition; showing: Showing }

/** What came of an import: how many of each, and all that was refused, with place and reason. */
export const Report: FC<Props> = ({ kept, own, showing }) => {
  const { say, link } = showing
  const { series, edition } = own
  const { report, problem } = kept
  const [only] = report?.counts.refused === 1 ? report.refused : []
  const isToldAbove = problem !== null && only?.reason === problem.says && !only.title
  const entry = (slug: string) => link(paths.entry(series.slug, edition.slug, slug))
  return (
    <div class="report">
      {problem ? (
        <p class="wrong">
          <ProblemWords told={problem} showing={showing} />
        </p>
      ) : (
        ''
      )}
      <p class="lead">{sayOutcome(kept, showing)}</p>
      {report ? (
        <>
          <dl class="counts">
            <Count label={say('import.new')} count={report.new} />
            <Count label={say('import.changed')} count={report.changed} />
            <Count label={say('import.unchanged')} count={report.unchanged} />
            <Count label={say('import.asked')} count={report.proposed.new + report.proposed.changes} />
            <Count label={say('import.refused')} count={report.counts.refused} />
          </dl>
          {report.revision !== null && report.new + report.changed > 0 ? (
            <p>
              <a href={link(paths.deskRevision(series.slug, edition.slug, report.revision))}>
                {say('history.what-changed')}
              </a>
            </p>
          ) : (
            ''
          )}
          <Section
            title={say('import.refused')}
            hint={problem ? '' : say('import.refused.hint')}
            count={isToldAbove ? 0 : report.counts.refused}
          >
            {report.refused.map(one => (
              <Line told={one} showing={showing} />
            ))}
          </Section>
          <Section title={say('import.kept')} hint={say('import.kept.hint')} count={report.counts.kept}>
            {report.kept.map(({ title, field, yours, file }) => (
              <li>
                <b>
                  <bdi>{title}</bdi>
                </b>{' '}
                {fieldName(field, showing) ?? field}: <ins>{cut(yours)}</ins> <del>{cut(file)}</del>
              </li>
            ))}
          </Section>
          <Section
            title={say('import.missing')}
            hint={say('import.missing.hint')}
            count={report.counts.missing}
          >
            {report.missing.map(({ entry: slug, title }) => (
              <li>
                <a href={entry(slug)}>
                  <bdi>{title}</bdi>
                </a>
              </li>
            ))}
          </Section>
          <Section title={say('import.notes')} count={report.counts.notes}>
            {report.notes.map(one => (
              <Line told={one} showing={showing} />
            ))}
          </Section>
        </>
      ) : (
        ''
      )}
    </div>
  )
}

const Count: FC<{ label: string; count: number }> = ({ label, count }) => (
  <div>
    <dt>{label}</dt>
    <dd>{count}</dd>
  </div>
)

const Section: FC<{ title: string; hint?: string; count: number; children?: Child }> = ({
  title,
  hint,
  count,
  children,
}) =>
  count === 0 ? null : (
    <section>
      <h2>
        {title} <small>{count}</small>
      </h2>
      {hint ? <p class="hint">{hint}</p> : ''}
      <ul class="lines">{children}</ul>
    </section>
  )

const Line: FC<{ told: Told; showing: Showing }> = ({ told, showing }) => (
  <li>
    {told.title ? (
      <b>
        <bdi>{told.title}</bdi>{' '}
      </b>
    ) : (
      ''
    )}
    <ProblemWords told={problemOf(told)} showing={showing} />
  </li>
)

function cut(words: string): string {
  return words.length > 200 ? `${words.slice(0, 200)}…` : words
}
