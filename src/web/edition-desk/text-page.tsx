import type { Child, FC } from 'hono/jsx'
import type { Commenting } from '../../domain/comment.ts'
import { longestLine, longestText } from '../../domain/edition-faults.ts'
import type { EditionFields } from '../../domain/edition-fields.ts'
import { marksIn } from '../../domain/mark-dates.ts'
import type { EditionConflict } from '../../services/edit-edition.ts'
import { sayZone } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { CommentingForm } from '../ui/commenting-form.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { isolated } from '../ui/entry-words.ts'
import { Field } from '../ui/field.tsx'
import { KeepTyping } from '../ui/keep-typing.tsx'
import { LinksField } from '../ui/links-field.tsx'
import { MarkdownField } from '../ui/markdown-field.tsx'
import { ProblemCount } from '../ui/problem-count.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import type { Showing } from '../ui/showing.ts'
import type { Wrong } from './edition-form.ts'
import { labelOf, linesOf } from './line.tsx'
import { TextLanguage } from './text-language.tsx'
import { ConflictNotice, Theirs } from './theirs.tsx'
import type { FormFields } from './typed.ts'

type Props = {
  at: AtDesk
  own: OwnEdition
  typed: FormFields
  /** The revision at which the form was opened. */
  base: number
  wrong?: Wrong<EditionFields>
  conflict?: EditionConflict & { mine: EditionFields }
  /** What readers may say of it. */
  commenting: Commenting
  /** Whether the one who asks may save it. */
  mayEdit: boolean
}

/** By which name a browser keeps what is typed here. */
export function typingName(editionId: string): string {
  return `edition ${editionId}`
}

/** What the edition says of itself: its text, its days, who made it, and whether readers see it. */
export const TextPage: FC<Props> = ({ at, own, typed, base, wrong = {}, conflict, commenting, mayEdit }) => {
  const { showing, curator } = at
  const { say, link } = showing
  const { series, edition } = own
  const marks = marksIn(typed.text ?? '')
  const beside = (field: keyof EditionFields) =>
    conflict?.fields.includes(field) ? (
      <Theirs
        field={field}
        mine={conflict.mine[field]}
        theirs={conflict.theirs[field]}
        who={isolated(conflict.by)}
        showing={showing}
      />
    ) : (
      ''
    )
  const lineOf = linesOf({ typed, wrong, showing })
  const line = (field: keyof EditionFields, more: Parameters<typeof lineOf>[1] = {}) =>
    lineOf(field, { ...more, children: beside(field) })
  return (
    <DeskPage at={at} title={say('desk.text')} edition={{ series, edition }} part="text">
      <h1>{say('edition-form.title')}</h1>
      <p class="lead">
        {say('edition-form.lead')}{' '}
        <a href={link(paths.deskSeries(series.slug))}>{say('edition-form.series')}</a>{' '}
        <a href={link(paths.deskLanguages(series.slug, edition.slug))}>{say('translate.title')}</a>
      </p>
      {mayEdit ? '' : <p class="hint">{say('refusal.only-editors')}</p>}
      {marks.length > 0 ? (
        <p class="notice" role="note">
          {say('edition-form.marks', { count: marks.length, first: isolated(marks[0]!) })}
        </p>
      ) : (
        ''
      )}
      <form
        class="entry-form own-form"
        method="post"
        action={paths.deskText(series.slug, edition.slug)}
        enctype="multipart/form-data"
        novalidate
      >
        <KeepTyping showing={showing} name={typingName(edition.id)} who={curator.id} revision={base} />
        <input type="hidden" name="revision" value={base} />
        <ProblemCount wrong={wrong} showing={showing} />
        {conflict ? (
          <ConflictNotice who={isolated(conflict.by)} count={conflict.fields.length} showing={showing} />
        ) : (
          ''
        )}
        {line('title', { required: true })}
        {beside('text')}
        <MarkdownField
          showing={showing}
          name="text"
          label={labelOf('text', showing)}
          hint={say('edition-form.text.hint')}
          value={typed.text ?? ''}
          wrong={wrong.text && sayRefusal(say, wrong.text)}
          most={longestText}
          rows={16}
        />
        {beside('language')}
        <TextLanguage value={typed.language ?? ''} showing={showing} />
        <fieldset class="group">
          <legend>{say('edition-form.when')}</legend>
          <div class="pair">
            {line('startsOn', { type: 'date', required: true })}
            {line('endsOn', { type: 'date' })}
          </div>
          {line('homeZone', { hint: say('edition-form.zone.hint', { zone: zoneName(typed, showing) }) })}
          {line('assumedMinutes', {
            type: 'number',
            min: '1',
            max: '1440',
            hint: say('edition-form.minutes.hint'),
          })}
        </fieldset>
        <fieldset class="group">
          <legend>{say('edition-form.words')}</legend>
          {line('hashtags', { hint: say('edition-form.hashtags.hint') })}
          {line('tags', { hint: say('edition-form.commas') })}
          {line('categories', { hint: say('edition-form.commas') })}
        </fieldset>
        <AuthorFields
          typed={typed}
          showing={showing}
          wrong={wrong.author && sayRefusal(say, wrong.author)}
          besides={line('coAuthors', { hint: say('author.besides.hint') })}
        >
          {beside('author')}
        </AuthorFields>
        {beside('credit')}
        <MarkdownField
          showing={showing}
          name="credit"
          label={labelOf('credit', showing)}
          hint={say('edition-form.credit.hint')}
          value={typed.credit ?? ''}
          wrong={wrong.credit && sayRefusal(say, wrong.credit)}
          most={longestText}
          rows={3}
        />
        <fieldset class="group">
          <legend>{say('edition-form.readers')}</legend>
          {beside('state')}
          <States typed={typed} showing={showing} />
          {line('publishAt', {
            type: 'datetime-local',
            hint: say('edition-form.publish-at.hint', { zone: zoneName(typed, showing) }),
          })}
          <p class="field">
            <input type="hidden" name="takesSuggestions" value="no" />
            <label>
              <input
                type="checkbox"
                name="takesSuggestions"
                value="yes"
                checked={typed.takesSuggestions === 'yes'}
              />{' '}
              {say('text.takes-suggestions')}
            </label>
          </p>
          {line('slug', {
            hint: say('edition-form.slug.hint', {
              address: addressShown(paths.edition(series.slug, typed.slug || edition.slug)),
            }),
          })}
        </fieldset>
        {mayEdit ? (
          <p class="acts">
            <button class="act strong" type="submit">
              {say(conflict ? 'edition-form.save-mine' : 'edition-form.save')}
            </button>
          </p>
        ) : (
          ''
        )}
      </form>
      {mayEdit ? (
        <CommentingForm
          action={paths.deskCommenting(series.slug, edition.slug)}
          commenting={commenting}
          showing={showing}
        />
      ) : (
        ''
      )}
    </DeskPage>
  )
}

const AuthorFields: FC<{
  typed: FormFields
  showing: Showing
  wrong?: string
  /** Who wrote it with them. */
  besides: Child
  children?: Child
}> = ({ typed, showing, wrong, besides, children }) => {
  const { say } = showing
  const picture = typed['author.picture']
  return (
    <fieldset class="group">
      <legend>{labelOf('author', showing)}</legend>
      {children}
      <Field
        label={say('author.name')}
        name="author.name"
        value={typed['author.name'] ?? ''}
        wrong={wrong}
        maxlength={longestLine}
      />
      <MarkdownField
        showing={showing}
        name="author.bio"
        label={say('author.bio')}
        value={typed['author.bio'] ?? ''}
        most={longestText}
        rows={3}
      />
      <div class="field">
        <label for="author-file">{say('author.picture')}</label>
        {picture ? (
          <p class="author-picture">
            <img src={picture} alt="" width="96" height="96" />
            <label class="box">
              <input type="checkbox" name="author.no-picture" value="yes" /> {say('author.no-picture')}
            </label>
          </p>
        ) : (
          ''
        )}
        <input type="hidden" name="author.picture" value={picture ?? ''} />
        <input id="author-file" type="file" name="author.file" accept="image/*" />
      </div>
      <LinksField name="author.links" value={typed['author.links'] ?? ''} showing={showing} />
      {besides}
    </fieldset>
  )
}

const States: FC<{ typed: FormFields; showing: Showing }> = ({ typed, showing: { say } }) => (
  <div class="states">
    {(['draft', 'live', 'archived'] as const).map(state => (
      <label class="box">
        <input type="radio" name="state" value={state} checked={typed.state === state} />
        <span>
          {say(`edition.state.${state}`)} <small>{say(`about.${state}`)}</small>
        </span>
      </label>
    ))}
  </div>
)

/** An address reads from left to right in every script. */
export function addressShown(path: string): string {
  return `\u2066${path}\u2069`
}

function zoneName(typed: FormFields, { now, locale }: Showing): string {
  try {
    return isolated(sayZone(typed.homeZone || 'UTC', now, locale))
  } catch {
    return isolated(typed.homeZone ?? '')
  }
}
