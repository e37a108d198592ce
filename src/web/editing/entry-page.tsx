import type { FC } from 'hono/jsx'
import type { EntryRow } from '../../storage/entries.ts'
import { sayMoment, sayZone } from '../../time/say-time.ts'
import type { OwnEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { FormLists } from '../ui/entry-form/form-lists.tsx'
import { EntryForm } from '../ui/entry-form.tsx'
import { KeepTyping } from '../ui/keep-typing.tsx'
import type { Showing } from '../ui/showing.ts'
import { ActForms } from './act-forms.tsx'
import { ConflictFields } from './conflict.tsx'
import type { EntryPageProps } from './entry-page-props.ts'
import { SessionList } from './session-list.tsx'
import { SourceForms } from './source-forms.tsx'
import { StandingFields } from './standing-fields.tsx'

/** One entry with all that it says, to be changed. */
export const EntryPage: FC<EntryPageProps> = props => {
  const { at, own, state, context, base, back, mayEdit, known, beside, conflict } = props
  const { showing } = at
  const { say } = showing
  const { entry } = own.row
  return (
    <DeskPage at={at} title={entry.title} edition={own}>
      <Head own={own} parent={props.parent} showing={showing} />
      {mayEdit ? '' : <p class="notice">{say('edit.only-drafts')}</p>}
      <div class="edit-columns">
        <form
          class="edit"
          method="post"
          action={paths.deskEntry(entry.id)}
          enctype="multipart/form-data"
          novalidate
        >
          <fieldset class="plain" disabled={mayEdit ? undefined : true}>
            <button type="submit" hidden />
            <input type="hidden" name="revision" value={base} />
            <input type="hidden" name="back" value={back} />
            {mayEdit ? (
              <KeepTyping showing={showing} name={`entry ${entry.id}`} who={at.curator.id} revision={base} />
            ) : (
              ''
            )}
            {conflict ? <ConflictFields conflict={conflict} typed={state.typed} showing={showing} /> : ''}
            <EntryForm state={state} context={context} showing={showing} beside={beside} sendsFiles />
            {mayEdit ? <StandingFields {...props} /> : ''}
          </fieldset>
        </form>
        <div class="edit-aside">
          {mayEdit && entry.kind === 'event' ? <ActForms {...props} /> : ''}
          {entry.kind === 'event' && own.row.parentId === null ? <SessionList {...props} /> : ''}
          <SourceForms id={entry.id} mayMerge={mayEdit} showing={showing} />
        </div>
      </div>
      <FormLists showing={showing} organisations={known.organisations} tags={known.tags} />
    </DeskPage>
  )
}

const Head: FC<{ own: OwnEntry; parent: EntryRow | null; showing: Showing }> = ({ own, parent, showing }) => {
  const { say, link, locale } = showing
  const { series, edition, row } = own
  const { entry } = row
  return (
    <header class="edit-head">
      {parent ? (
        <p class="crumbs">
          <a href={link(paths.deskEntry(parent.entry.id))}>
            <bdi>{parent.entry.title}</bdi>
          </a>
        </p>
      ) : (
        ''
      )}
      <h1>
        <bdi>{entry.title}</bdi>
      </h1>
      <p class="standing">
        {parent ? '' : <b>{say(`edit.state.${entry.state}`)}</b>}{' '}
        {row.mergedInto === null ? (
          ''
        ) : (
          <a href={link(paths.deskEntry(row.mergedInto))}>{say('edit.merged-into')}</a>
        )}{' '}
        {entry.publishAt === null ? (
          ''
        ) : (
          <span>
            {say('edit.scheduled', {
              when: sayMoment(entry.publishAt, edition.homeZone, locale),
              zone: sayZone(edition.homeZone, entry.publishAt, locale),
            })}
          </span>
        )}{' '}
        {entry.kind === 'event' ? <a href="#acts">{say('edit.acts')}</a> : ''}{' '}
        {entry.kind === 'event' && !parent ? <a href="#sessions">{say('session.title')}</a> : ''}{' '}
        <a href={link(paths.deskEntryHistory(entry.id))}>{say('edit.history')}</a>{' '}
        {entry.kind === 'event' ? '' : <a href={link(paths.deskEntryText(entry.id))}>{say('text.title')}</a>}{' '}
        <a href={link(paths.deskEntryLanguages(entry.id))}>{say('translate.title')}</a>{' '}
        {(parent?.entry ?? entry).state === 'published' && edition.state !== 'draft' ? (
          <a
            href={link(
              parent
                ? paths.session(series.slug, edition.slug, parent.entry.slug, entry.slug)
                : paths.entry(series.slug, edition.slug, entry.slug),
            )}
          >
            {say('edit.readers')}
          </a>
        ) : (
          ''
        )}
      </p>
    </header>
  )
}
