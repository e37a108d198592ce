import type { FC } from 'hono/jsx'
import { type Content, contentOfEntry } from '../../domain/content.ts'
import type { Entry } from '../../domain/entry.ts'
import { only } from '../../domain/entry-fields.ts'
import { joinContents, type SingleField } from '../../domain/join.ts'
import type { SaidApart } from '../../storage/apart.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import { Changes } from '../ui/changes.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import type { Showing } from '../ui/showing.ts'
import { fieldName, tellField } from '../ui/told-field.ts'
import { sayEventTime } from '../ui/told-time.ts'
import { sayApart } from './say-apart.ts'

type Props = {
  at: AtDesk
  own: OwnEntry
  other: Entry
  mayMerge: boolean
  /** Whether neither is withdrawn. */
  isOpen: boolean
  /** Who has said that they are two, and when. */
  apart: SaidApart | null
  /** Why it was not done. */
  wrong: string | null
}

/** Two entries that are one event: what both say together, whose word counts where they differ, and what becomes of the other. */
export const MergePage: FC<Props> = ({ at, own, other, mayMerge, isOpen, apart, wrong }) => {
  const { showing } = at
  const { say, link } = showing
  const kept = own.row.entry
  const [mine, its] = [contentOfEntry(kept), contentOfEntry(other)]
  const { content, changed, differs } = joinContents(mine, its)
  const gains = changed.filter(field => field !== 'doubts')
  return (
    <DeskPage at={at} title={say('merge.title')} edition={own}>
      <h1>{say('merge.title')}</h1>
      {wrong ? (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      ) : (
        ''
      )}
      <dl class="two">
        <div>
          <dt>{say('merge.kept')}</dt>
          <Line entry={kept} showing={showing} />
        </div>
        <div>
          <dt>{say('merge.gone')}</dt>
          <Line entry={other} showing={showing} />
          <dd>
            <a href={link(paths.deskMerge(other.id, kept.id))}>{say('merge.swap')}</a>
          </dd>
        </div>
      </dl>
      {apart ? <p class="notice">{sayApart(apart, showing)}</p> : ''}
      {isOpen ? (
        <form class="merge entry-form" method="post" action={paths.deskMerge(kept.id)}>
          <input type="hidden" name="other" value={other.id} />
          {differs.map(field => (
            <Differing field={field} mine={mine} its={its} showing={showing} />
          ))}
          {gains.length ? (
            <section>
              <h2>{say('merge.gains')}</h2>
              <Changes before={only(mine, gains)} after={only(content, gains)} showing={showing} />
            </section>
          ) : (
            ''
          )}
          <p class="hint">{say(other.sessions.length ? 'merge.hint-sessions' : 'merge.hint')}</p>
          <p class="acts">
            {mayMerge ? (
              <button class="act strong" type="submit" name="do" value="merge">
                {say('merge.do')}
              </button>
            ) : (
              <span class="hint">{say('refusal.only-drafts')}</span>
            )}
            <button class="act" type="submit" name="do" value={apart ? 'together' : 'apart'}>
              {say(apart ? 'merge.together' : 'merge.apart')}
            </button>
          </p>
        </form>
      ) : (
        ''
      )}
    </DeskPage>
  )
}

const Line: FC<{ entry: Entry; showing: Showing }> = ({ entry, showing }) => (
  <dd>
    <a href={showing.link(paths.deskEntry(entry.id))}>
      <bdi>{entry.title}</bdi>
    </a>{' '}
    <span class="hint">
      {entry.kind === 'event' ? sayEventTime(entry.time, showing) : showing.say(`kind.${entry.kind}`)} ·{' '}
      {showing.say(`told.state.${entry.state}`)}
    </span>
  </dd>
)

/** Fields whose texts can stand one behind the other. */
const texts: readonly SingleField[] = ['summary', 'note']

const Differing: FC<{ field: SingleField; mine: Content; its: Content; showing: Showing }> = ({
  field,
  mine,
  its,
  showing,
}) => {
  const { say } = showing
  const name = fieldName(field, showing)
  if (name === null) return null
  const answers: [string, string | null][] = [
    ['kept', textOf(field, mine[field], showing)],
    ['other', textOf(field, its[field], showing)],
    ...(texts.includes(field) ? ([['both', say('merge.both')]] as [string, string][]) : []),
  ]
  return (
    <fieldset class="field radios">
      <legend>{say('merge.whose', { field: name })}</legend>
      {answers.map(([value, words], index) => (
        <label>
          <input type="radio" name={`of.${field}`} value={value} checked={index === 0 || undefined} />
          <bdi>{words}</bdi>
        </label>
      ))}
    </fieldset>
  )
}

function textOf(field: SingleField, value: unknown, showing: Showing): string | null {
  const told = tellField(field, value, showing)
  const words = told.form === 'list' ? told.members.map(({ text }) => text).join(', ') : told.text
  return words && words.length > 400 ? `${words.slice(0, 400)}…` : words
}
