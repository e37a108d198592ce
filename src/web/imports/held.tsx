import type { FC } from 'hono/jsx'
import type { KeptImport } from '../../domain/import.ts'
import type { Glance, ReadAs } from '../../services/open-import.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { langOf } from '../ui/lang-of.ts'
import { ProblemWords } from '../ui/problem-words.tsx'
import type { Showing } from '../ui/showing.ts'
import { findingDoubts, findingWhen } from './finding-when.ts'
import { ofColumn, TableShown } from './table-shown.tsx'

type Props = {
  own: OwnEdition
  kept: KeptImport
  glance: Glance | null
  readAs: ReadAs
  mayPublish: boolean
  showing: Showing
}

/** What would be imported, and how. */
export const Held: FC<Props> = ({ own, kept, glance, readAs, mayPublish, showing }) => {
  const { say, link } = showing
  const { series, edition } = own
  const here = paths.deskImport(series.slug, edition.slug, kept.id)
  const { findings = [], table = null } = glance ?? {}
  return (
    <>
      {table ? <TableShown table={table} here={link(here)} as={readAs.as} showing={showing} /> : ''}
      <section aria-labelledby="first">
        <h2 id="first">{say('import.first')}</h2>
        {findings.length === 0 ? <p class="wrong">{say('import.nothing')}</p> : ''}
        <ul class="first">
          {findings.map(finding => (
            <li>
              <span class="hint">{findingWhen(finding, edition.homeZone, showing)}</span>
              <bdi lang={langOf(finding.title, showing)}>{finding.title || say('desk.untitled')}</bdi>
              {findingDoubts(finding, edition.homeZone, showing).map(words => (
                <span class="doubt">{words}</span>
              ))}
            </li>
          ))}
          {glance?.more ? <li class="hint">{say('import.and-more')}</li> : ''}
        </ul>
        {(glance?.problems ?? []).slice(0, 10).map(problem => (
          <p class="hint">
            <ProblemWords told={problem} showing={showing} />
          </p>
        ))}
      </section>
      {findings.length ? (
        <form class="wish" method="post" action={here}>
          {readAs.as ? <input type="hidden" name="as" value={readAs.as} /> : ''}
          {Object.entries(readAs.columns ?? {}).map(([name, field]) => (
            <input type="hidden" name={ofColumn + name} value={field} />
          ))}
          {findings.some(({ recurrenceId }) => recurrenceId !== undefined) ? (
            <Choice
              name="repeated"
              legend={say('import.repeated')}
              options={[
                ['each', say('import.repeated.each')],
                ['one', say('import.repeated.one')],
              ]}
            />
          ) : (
            ''
          )}
          {mayPublish ? (
            <>
              <Choice
                name="new-as"
                legend={say('source.new-as')}
                options={[
                  ['draft', say('source.new-as.draft')],
                  ['published', say('source.new-as.published')],
                ]}
              />
              <Choice
                name="changes"
                legend={say('import.changes')}
                options={[
                  ['accept', say('import.changes.accept')],
                  ['propose', say('import.changes.propose')],
                ]}
              />
            </>
          ) : (
            <p class="hint">{say('import.as-drafts')}</p>
          )}
          <p class="acts">
            <button class="act strong" type="submit">
              {say('import.begin')}
            </button>
          </p>
        </form>
      ) : (
        ''
      )}
      <form method="post" action={here}>
        <input type="hidden" name="_method" value="delete" />
        <button class="quiet" type="submit">
          {say('import.drop')}
        </button>
      </form>
    </>
  )
}

const Choice: FC<{ name: string; legend: string; options: [string, string][] }> = ({
  name,
  legend,
  options,
}) => (
  <fieldset class="choices row">
    <legend>{legend}</legend>
    {options.map(([value, label], index) => (
      <label>
        <input type="radio" name={name} value={value} checked={index === 0 || undefined} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
)
