import type { FC } from 'hono/jsx'
import { mayPublish } from '../../domain/curator.ts'
import type { Suggestion } from '../../domain/suggestion.ts'
import type { RevisionRow } from '../../storage/revisions.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { isolated } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import { ZoneLine } from '../ui/zone-line.tsx'
import { Older, OneChange, Revision, UndoButton } from './one-change.tsx'
import { sayAct } from './say-act.ts'

type Props = {
  at: AtDesk
  own: OwnEntry
  changes: RevisionRow[]
  /** How many changes the revision of each has in all, by its number. */
  counts: Map<number, number>
  sources: string[]
  /** The newest revision of the entry. */
  newest: number | null
  older: string | null
  /** Who suggested it, or a part of it. */
  suggestions: Suggestion[]
}

/** Everything that was ever done to an entry, newest first. */
export const EntryHistoryPage: FC<Props> = ({
  at,
  own,
  changes,
  counts,
  sources,
  newest,
  older,
  suggestions,
}) => {
  const { showing, here } = at
  const { say, link } = showing
  const { curator, series, edition, row } = own
  const { entry } = row
  const mayUndo = mayPublish(curator, series.id) || (entry.state === 'draft' && entry.publishAt === null)
  return (
    <DeskPage at={at} title={say('history.of', { title: entry.title })} edition={{ series, edition }}>
      <p class="crumbs">
        <a href={link(paths.deskEntry(entry.id))}>{say('history.edit')}</a>
      </p>
      <h1>
        <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
      </h1>
      <p class="lead">{say('history.lead', { state: entry.state })}</p>
      {suggestions.map(suggestion => (
        <p class="hint">
          <a href={link(paths.deskSuggestion(suggestion.id))}>
            {say('suggestion.act.open', {
              name: isolated(suggestion.sender.name ?? say('suggestion.nobody')),
            })}
          </a>{' '}
          <ShortMoment at={suggestion.at} showing={showing} />
        </p>
      ))}
      {entry.state === 'withdrawn' && mayPublish(curator, series.id) ? (
        <form method="post" action={paths.deskEntryBack(entry.id)}>
          <input type="hidden" name="back" value={here} />
          <button class="act strong" type="submit">
            {say('history.bring-back')}
          </button>
        </form>
      ) : (
        ''
      )}
      <ZoneLine showing={showing} here={here} />
      <ol class="history" reversed>
        {changes.map(change => {
          const { number } = change
          const count = counts.get(number) ?? 1
          const acts = (
            <>
              {number === newest ? (
                ''
              ) : (
                <a href={link(paths.deskEntryVersion(entry.id, number))}>{say('history.see')}</a>
              )}{' '}
              {count > 1 ? (
                <a href={link(paths.deskRevision(series.slug, edition.slug, number))}>
                  {say('history.one-of', { count })}
                </a>
              ) : mayUndo ? (
                <UndoButton
                  action={paths.deskUndo(series.slug, edition.slug)}
                  number={number}
                  back={here}
                  label={say('desk.undo')}
                />
              ) : (
                ''
              )}
            </>
          )
          return (
            <Revision
              number={number}
              at={change.at}
              showing={showing}
              says={sayAct(change, showing, sources)}
              acts={acts}
            >
              <OneChange change={change} showing={showing} />
            </Revision>
          )
        })}
      </ol>
      <Older path={older} showing={showing} />
    </DeskPage>
  )
}
