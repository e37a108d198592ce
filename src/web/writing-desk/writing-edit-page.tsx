import type { FC } from 'hono/jsx'
import type { Commenting } from '../../domain/comment.ts'
import { longestLine, longestText } from '../../domain/edition-faults.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Writing, WritingFields, WritingKind } from '../../domain/writing.ts'
import type { WritingConflict } from '../../services/edit-writing.ts'
import { sayMoment, sayZone } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { Changes } from '../ui/changes.tsx'
import { CommentingForm } from '../ui/commenting-form.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { languagesNamed } from '../ui/entry-form/names-typed.ts'
import { isolated } from '../ui/entry-words.ts'
import { Field } from '../ui/field.tsx'
import { KeepTyping } from '../ui/keep-typing.tsx'
import { MarkdownField } from '../ui/markdown-field.tsx'
import { ProblemCount } from '../ui/problem-count.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import { Select } from '../ui/select.tsx'
import type { Showing } from '../ui/showing.ts'
import type { Typed } from './writing-form.ts'

type Props = {
  at: AtDesk
  kind: WritingKind
  /** Null: a new one. */
  writing: Writing | null
  typed: Typed
  base: number
  /** Pages that it may lie below. */
  above: { id: string; title: string }[]
  /** What readers may say below it; null for a new one. */
  commenting: Commenting | null
  wrong?: Partial<Record<keyof WritingFields, Refusal>>
  conflict?: WritingConflict & { mine: WritingFields }
}

/** By which name a browser keeps what is typed here. */
export function typingName(id: string | null, kind: WritingKind): string {
  return id === null ? `new ${kind}` : `writing ${id}`
}

/** A post or a page, to be written. */
export const WritingEditPage: FC<Props> = ({
  at,
  kind,
  writing,
  typed,
  base,
  above,
  commenting,
  wrong = {},
  conflict,
}) => {
  const { showing, curator } = at
  const { say, link } = showing
  const title = say(writing ? `writings.edit.${kind}` : `writings.new.${kind}`)
  const line = (field: keyof WritingFields, more: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field
      label={say(`writings.field.${field}` as 'writings.field.title')}
      name={field}
      value={typed[field] ?? ''}
      wrong={wrong[field] && sayRefusal(say, wrong[field])}
      maxlength={longestLine}
      {...more}
    />
  )
  return (
    <DeskPage at={at} title={title}>
      <p class="crumbs">
        <a href={link(paths.deskWritings())}>{say('writings.title')}</a>
      </p>
      <h1>{title}</h1>
      {writing ? (
        <p class="lead">
          {say(`writing.is.${writing.state}`)}{' '}
          <a href={link(paths.writing(writing))}>{say('writings.look')}</a>
        </p>
      ) : (
        ''
      )}
      <form
        class="entry-form own-form"
        method="post"
        action={writing ? paths.deskWriting(writing.id) : paths.deskNewWriting(kind)}
        novalidate
      >
        <KeepTyping
          showing={showing}
          name={typingName(writing?.id ?? null, kind)}
          who={curator.id}
          {...(writing && { revision: base })}
        />
        <input type="hidden" name="revision" value={base} />
        <ProblemCount wrong={wrong} showing={showing} />
        {conflict ? (
          <div class="problems" role="alert">
            <p>{say('conflict.notice', { who: isolated(conflict.by), count: conflict.fields.length })}</p>
            <p>{say('conflict.theirs', { who: isolated(conflict.by) })}</p>
            <Changes
              before={chosen(conflict.mine, conflict)}
              after={chosen(conflict.theirs, conflict)}
              showing={showing}
            />
          </div>
        ) : (
          ''
        )}
        {line('title', { required: true })}
        <MarkdownField
          showing={showing}
          name="text"
          label={say('writings.field.text')}
          value={typed.text ?? ''}
          wrong={wrong.text && sayRefusal(say, wrong.text)}
          most={longestText}
          rows={18}
        />
        {line('excerpt', { hint: say('writings.excerpt.hint') })}
        <fieldset class="group">
          <legend>{say('edition-form.words')}</legend>
          {line('categories', { hint: say('edition-form.commas') })}
          {line('tags', { hint: say('edition-form.commas') })}
          {line('authors', { hint: say('edition-form.commas') })}
          <Select
            label={say('writings.field.language')}
            name="language"
            value={typed.language ?? ''}
            options={languagesFor(typed.language ?? '', say('writings.language.none'), showing.locale)}
          />
        </fieldset>
        {kind === 'page' ? (
          <fieldset class="group">
            <legend>{say('writings.place')}</legend>
            <Select
              label={say('writings.field.parentId')}
              name="parentId"
              value={typed.parentId ?? ''}
              options={[
                { value: '', label: say('writings.top') },
                ...above.map(page => ({ value: page.id, label: page.title })),
              ]}
            />
            {line('position', { type: 'number' })}
            <p class="field">
              <label class="box">
                <input type="checkbox" name="inMenu" value="yes" checked={typed.inMenu === 'yes'} />{' '}
                {say('writings.in-menu')}
              </label>
            </p>
          </fieldset>
        ) : (
          ''
        )}
        <fieldset class="group">
          <legend>{say('edition-form.readers')}</legend>
          <div class="states">
            {(['draft', 'published', 'withdrawn'] as const)
              .filter(state => state !== 'withdrawn' || (writing && writing.state !== 'draft'))
              .map(state => (
                <label class="box">
                  <input type="radio" name="state" value={state} checked={typed.state === state} />
                  <span>{say(`writings.state.${state}`)}</span>
                </label>
              ))}
          </div>
          {writing?.state === 'draft' && writing.publishAt !== null ? (
            <p class="field">
              <label class="box">
                <input type="checkbox" name="publishAt" value="yes" checked={typed.publishAt === 'yes'} />{' '}
                {say('writings.by-itself', {
                  moment: momentOf(writing.publishAt, showing),
                })}
              </label>
            </p>
          ) : (
            ''
          )}
          {line('day', { type: 'date' })}
          {line('slug', {
            hint: say('writings.slug.hint', {
              address: `\u2066${paths.writing({ kind, day: typed.day ?? '', slug: typed.slug || '…' })}\u2069`,
            }),
          })}
        </fieldset>
        <p class="acts">
          <button class="act strong" type="submit">
            {say(conflict ? 'edition-form.save-mine' : 'edition-form.save')}
          </button>
        </p>
      </form>
      {writing && commenting ? (
        <CommentingForm
          action={paths.deskWritingCommenting(writing.id)}
          commenting={commenting}
          showing={showing}
        />
      ) : (
        ''
      )}
    </DeskPage>
  )
}

function languagesFor(own: string, none: string, locale: string) {
  const known = languagesNamed(locale).map(([value, label]) => ({ value, label }))
  const isKnown = own === '' || known.some(({ value }) => value === own)
  return [{ value: '', label: none }, ...(isKnown ? [] : [{ value: own, label: own }]), ...known]
}

function momentOf(at: number, { zone, locale }: Showing): string {
  return `${sayMoment(at, zone, locale)} (${sayZone(zone, at, locale)})`
}

function chosen(fields: WritingFields, { fields: names }: WritingConflict): Record<string, unknown> {
  return Object.fromEntries(names.map(name => [name, fields[name]]))
}
