import type { FC } from 'hono/jsx'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { type DeskEdition, DeskPage } from '../ui/desk-page.tsx'
import { FormLists } from '../ui/entry-form/form-lists.tsx'
import type { FormContext, FormState } from '../ui/entry-form/form-state.ts'
import { EntryForm } from '../ui/entry-form.tsx'
import { KeepTyping } from '../ui/keep-typing.tsx'
import type { NamesToComplete } from './names-to-complete.ts'

type Props = {
  at: AtDesk
  edition: DeskEdition
  state: FormState
  context: FormContext
  known: NamesToComplete
  mayPublish: boolean
  /** The event it becomes a session of. */
  parent: { id: string; title: string } | null
  /** By which the browser keeps what is typed. */
  name: string
}

/** A new entry, or a new session of an event, written by hand. */
export const NewEntryPage: FC<Props> = props => {
  const { at, edition, state, context, known, mayPublish, parent, name } = props
  const { showing } = at
  const { say, link } = showing
  const { series, edition: own } = edition
  const title = say(parent ? 'session.add' : 'edit.new')
  const back = parent ? paths.deskEntry(parent.id) : paths.deskEdition(series.slug, own.slug)
  return (
    <DeskPage at={at} title={title} edition={edition}>
      {parent ? (
        <p class="crumbs">
          <a href={link(back)}>
            <bdi>{parent.title}</bdi>
          </a>
        </p>
      ) : (
        ''
      )}
      <h1>{title}</h1>
      <form
        class="edit"
        method="post"
        action={parent ? paths.deskNewSession(parent.id) : paths.deskNewEntry(series.slug, own.slug)}
        enctype="multipart/form-data"
        novalidate
      >
        <button type="submit" hidden />
        <KeepTyping showing={showing} name={name} who={at.curator.id} />
        <EntryForm state={state} context={context} showing={showing} sendsFiles />
        <p class="acts save">
          {parent ? (
            <button class="act strong" type="submit" name="do" value="save">
              {say('session.add.do')}
            </button>
          ) : (
            <>
              {mayPublish ? (
                <button class="act strong" type="submit" name="do" value="publish">
                  {say('edit.do.publish')}
                </button>
              ) : (
                ''
              )}
              <button class={mayPublish ? 'act' : 'act strong'} type="submit" name="do" value="save">
                {say('edit.do.keep')}
              </button>
            </>
          )}
          <a href={link(back)}>{say('edit.leave')}</a>
        </p>
      </form>
      <FormLists showing={showing} organisations={known.organisations} tags={known.tags} />
    </DeskPage>
  )
}
