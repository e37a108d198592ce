import type { FC } from 'hono/jsx'
import { mayPublish } from '../../domain/curator.ts'
import { isOfEdition } from '../../domain/edition-fields.ts'
import { isOfOrganisations } from '../../domain/told-act.ts'
import type { EntryName, RevisionOfEdition } from '../../storage/history.ts'
import type { RevisionRow } from '../../storage/revisions.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { langOf } from '../ui/lang-of.ts'
import type { Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { Older, OneChange, Revision, UndoButton } from './one-change.tsx'
import { sayAct, sayActs } from './say-act.ts'

type Names = Map<string, EntryName>

type Props = {
  at: AtDesk
  own: OwnEdition
  revisions: RevisionOfEdition[]
  names: Names
  /** How many entries are withdrawn. */
  withdrawn: number
  older: string | null
}

/** Everything that was done to an edition and in it, newest first. */
export const EditionHistoryPage: FC<Props> = ({ at, own, revisions, names, withdrawn, older }) => {
  const { showing, here } = at
  const { say, link } = showing
  const { curator, series, edition } = own
  const mayUndo = mayPublish(curator, series.id)
  return (
    <DeskPage at={at} title={say('desk.history')} edition={{ series, edition }} part="history">
      <h1>{say('desk.history')}</h1>
      <p class="lead">{say('history.edition.lead')}</p>
      {withdrawn > 0 ? (
        <p>
          <a href={link(paths.deskWithdrawn(series.slug, edition.slug))}>
            {say('history.withdrawn', { count: withdrawn })}
          </a>
        </p>
      ) : (
        ''
      )}
      <ZoneLine showing={showing} here={here} />
      {revisions.length === 0 ? <p class="empty">{say('history.empty')}</p> : ''}
      <ol class="history" reversed>
        {revisions.map(revision => {
          const { number, count, changes } = revision
          const whole = paths.deskRevision(series.slug, edition.slug, number)
          const first = changes[0]!
          const acts = (
            <>
              {changes.some(isOfEdition) && first.before !== null ? (
                <a href={link(paths.deskVersion(series.slug, edition.slug, number))}>{say('history.see')}</a>
              ) : (
                ''
              )}{' '}
              {mayUndo && isUndoable(changes) ? (
                <UndoButton
                  action={paths.deskUndo(series.slug, edition.slug)}
                  number={number}
                  back={here}
                  label={count > 1 ? say('history.undo-all', { count }) : say('desk.undo')}
                />
              ) : (
                <PartLink changes={changes} showing={showing} />
              )}
            </>
          )
          return (
            <Revision
              number={number}
              at={revision.at}
              showing={showing}
              says={
                count === 1 ? (
                  <OneSays change={first} names={names} showing={showing} />
                ) : (
                  sayActs(changes, count, revision.by, showing)
                )
              }
              acts={acts}
            >
              {count === 1 ? (
                <OneChange change={first} showing={showing} />
              ) : (
                <Several changes={changes} count={count} names={names} showing={showing} whole={whole} />
              )}
            </Revision>
          )
        })}
      </ol>
      <Older path={older} showing={showing} />
    </DeskPage>
  )
}

/** The beginning of an edition is not undone, nor what others than people did, nor what was done in other editions too. */
export function isUndoable(changes: RevisionRow[]): boolean {
  if (changes.some(isOfOrganisations)) return false
  return changes.some(change =>
    change.entryId === null ? isOfEdition(change) && change.before !== null : true,
  )
}

/** Two organisations that became one are parted in all editions at once, where they are told of. */
export const PartLink: FC<{ changes: RevisionRow[]; showing: Showing }> = ({ changes, showing }) => {
  const merged = changes.find(({ entryId, act }) => entryId === null && act === 'merge-organisations')
  const { id } = (merged?.after ?? {}) as { id?: string }
  return id === undefined ? null : (
    <a href={showing.link(paths.deskOrganisation(id))}>{showing.say('history.part')}</a>
  )
}

/** What was done to one entry, under its name. */
export const OneSays: FC<{ change: RevisionRow; names: Names; showing: Showing }> = ({
  change,
  names,
  showing,
}) => {
  const name = change.entryId === null ? null : names.get(change.entryId)
  return (
    <>
      {name && change.entryId ? (
        <>
          <a href={showing.link(paths.deskEntryHistory(change.entryId))}>
            <bdi lang={langOf(name.title, showing)}>{name.title}</bdi>
          </a>
          {': '}
        </>
      ) : (
        ''
      )}
      {sayAct(change, showing)}
    </>
  )
}

const Several: FC<{
  changes: RevisionRow[]
  count: number
  names: Names
  showing: Showing
  whole: string
}> = ({ changes, count, names, showing, whole }) => {
  const more = count - changes.length
  return (
    <details>
      <summary>{showing.say('history.which')}</summary>
      <ul class="which">
        {changes.map(change => (
          <li>
            <OneSays change={change} names={names} showing={showing} />
          </li>
        ))}
      </ul>
      <p>
        <a href={showing.link(whole)}>{showing.say('history.whole', { more })}</a>
      </p>
    </details>
  )
}
