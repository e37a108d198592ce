import type { FC } from 'hono/jsx'
import type { Programme } from '../../domain/programme.ts'
import type { Done } from '../middleware/done.ts'
import { paths } from '../paths.ts'
import { DoneNotice } from './done-notice.tsx'
import type { Showing } from './showing.ts'

type Props = {
  /** With drafts and withdrawn entries. */
  whole: Programme
  showing: Showing
  /** This page with drafts, or without them where they are shown. */
  toggle: string
  showsDrafts: boolean
  done: Done | null
  here: string
}

/** Stands above a page of readers where the one who looks may write: what readers do not see of it. */
export const EditorBar: FC<Props> = ({ whole, showing, toggle, showsDrafts, done, here }) => {
  const { say } = showing
  const { series, edition, entries } = whole
  const drafts = entries.filter(({ state }) => state === 'draft').length
  return (
    <>
      <div role="status">
        <DoneNotice done={done} here={here} edition={whole} showing={showing} />
      </div>
      <aside class="notice as-editor" aria-label={say('editor.bar')}>
        <span>
          {edition.state === 'draft' ? <strong>{say('editor.draft-edition')}</strong> : say('editor.sees')}
          {drafts ? ` ${say('editor.drafts', { count: drafts })}` : ''}
        </span>
        <a href={paths.deskEdition(series.slug, edition.slug)}>{say('editor.desk')}</a>
        {drafts ? (
          <a href={toggle}>{say(showsDrafts ? 'editor.without-drafts' : 'editor.with-drafts')}</a>
        ) : (
          ''
        )}
      </aside>
    </>
  )
}
