import type { FC } from 'hono/jsx'
import type { Proposal } from '../../domain/proposal.ts'
import type { AskedEntry } from '../../services/settle-told.ts'
import { paths } from '../paths.ts'
import { Changes } from '../ui/changes.tsx'
import { isolated } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import type { Showing } from '../ui/showing.ts'
import { SourceAnswer } from '../ui/source-answer.tsx'
import { sayProposals } from '../ui/told-by-source.ts'
import { fieldName } from '../ui/told-field.ts'
import type { OwnSource } from './own-source.ts'

type Props = { asked: AskedEntry[]; own: OwnSource; here: string; showing: Showing }

/** What a source says otherwise, entry by entry and field by field, each answered with one press. */
export const AskedList: FC<Props> = ({ asked, own, here, showing }) => {
  const { say } = showing
  const { series, edition, source, mayPublish } = own
  const changed = asked.filter(({ proposals }) => proposals.length > 0)
  const answers = paths.deskSourceAnswers(series.slug, edition.slug, source.id)
  return (
    <section class="asked" id="asked" aria-labelledby="asked-title">
      <h2 id="asked-title">{say('source.asked')}</h2>
      {changed.length > 1 && mayPublish ? (
        <form class="acts" method="post" action={answers}>
          <button class="act strong" type="submit" name="do" value="take-all">
            {say('source.take-all', { count: changed.length })}
          </button>
          <button class="quiet" type="submit" name="do" value="keep-all">
            {say('source.keep-all')}
          </button>
        </form>
      ) : (
        ''
      )}
      <ol>
        {asked.map(one => (
          <li id={`asked-${one.entryId}`}>
            <One one={one} own={own} here={here} showing={showing} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const One: FC<{ one: AskedEntry; own: OwnSource; here: string; showing: Showing }> = ({
  one,
  own,
  here,
  showing,
}) => {
  const { say, link } = showing
  const { series, edition, source, mayPublish } = own
  const { entry } = one.row
  const into = { series: series.slug, edition: edition.slug, source: source.id }
  const mayAnswer = mayPublish || entry.state === 'draft'
  return (
    <>
      <h3>
        <a href={link(paths.editEntry(entry.id, here))}>
          <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
        </a>
      </h3>
      {one.missingAt === null ? (
        ''
      ) : (
        <>
          <p class="ask">{say('need.source-missing', { source: isolated(one.sourceName) })}</p>
          {mayAnswer ? (
            <SourceAnswer into={into} entry={entry.id} asks="missing" back={here} showing={showing} />
          ) : (
            ''
          )}
        </>
      )}
      {one.proposals.length ? (
        <form
          class="proposals"
          method="post"
          action={paths.deskSourceAnswers(into.series, into.edition, into.source)}
        >
          <p>{sayProposals(one.sourceName, one.proposals, showing)}</p>
          <input type="hidden" name="entry" value={entry.id} />
          <input type="hidden" name="chosen" value="" />
          <ul>
            {one.proposals.map(proposal => (
              <Row proposal={proposal} of={one} showing={showing} />
            ))}
          </ul>
          {mayAnswer ? (
            <p class="acts">
              <button class="act" type="submit" name="do" value="take">
                {say('source.answer.take')}
              </button>
              <button class="quiet" type="submit" name="do" value="keep">
                {say('source.answer.keep')}
              </button>
            </p>
          ) : (
            ''
          )}
        </form>
      ) : (
        ''
      )}
    </>
  )
}

const Row: FC<{ proposal: Proposal; of: AskedEntry; showing: Showing }> = ({ proposal, of, showing }) => {
  const { field, now, told, by } = proposal
  const name = fieldName(field, showing)
  if (name === null) return null
  const id = `take-${of.entryId.slice(-12)}-${field}`
  return (
    <li>
      {of.proposals.length > 1 ? (
        <input type="checkbox" id={id} name="field" value={field} checked />
      ) : (
        <input type="hidden" name="field" value={field} />
      )}
      <div>
        <label
          for={of.proposals.length > 1 ? id : undefined}
          class={of.proposals.length > 1 ? undefined : 'unseen'}
        >
          {name}
        </label>
        {by === 'both' ? <p class="ask">{showing.say('again.both')}</p> : ''}
        <Changes before={{ [field]: now }} after={{ [field]: told }} showing={showing} />
      </div>
    </li>
  )
}
