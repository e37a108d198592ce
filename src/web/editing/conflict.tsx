import type { FC } from 'hono/jsx'
import { type Content, keyOf } from '../../domain/content.ts'
import { mergeContent } from '../../domain/merge.ts'
import { sayMoment } from '../../time/say-time.ts'
import { isOfTime } from '../ui/entry-form/settle-when.ts'
import type { Typed } from '../ui/entry-form/typed.ts'
import type { Showing } from '../ui/showing.ts'
import { fieldName, tellField } from '../ui/told-field.ts'

/** Two people wrote the same fields since the form was opened: what each says of them. */
export type Conflict = {
  fields: (keyof Content)[]
  theirs: Content
  mine: Content
  by: string
  at: number
}

/**
 * What a form shows where both wrote: what the other one changed alone is taken over; where both did, it is mine that
 * stands in the form until I choose.
 */
export function bothWritten(opened: Content, theirs: Content, mine: Content): Content {
  return mergeContent(opened, mine, theirs).content
}

/** The choices of a conflict: what is taken from the other one stands in the place of what the form says. */
export function withTheirs(
  told: Content,
  theirs: Content,
  picked: (field: keyof Content) => boolean,
): Content {
  const content: Record<string, unknown> = { ...told }
  for (const field of Object.keys(theirs) as (keyof Content)[]) {
    if (!picked(field)) continue
    content[field] = field in keyOf ? membersOf(told, theirs, field as keyof typeof keyOf) : theirs[field]
    if (field === 'time')
      content.doubts = [
        ...theirs.doubts.filter(isOfTime),
        ...(content.doubts as Content['doubts']).filter(doubt => !isOfTime(doubt)),
      ]
  }
  return content as Content
}

/** Of a list, the members that both have are as the other one has them. */
function membersOf(told: Content, theirs: Content, field: keyof typeof keyOf): unknown[] {
  const key = keyOf[field] as (member: unknown) => string
  const other = new Map((theirs[field] as unknown[]).map(member => [key(member), member]))
  return (told[field] as unknown[]).map(member => other.get(key(member)) ?? member)
}

export function pickField(field: string): string {
  return `pick.${field}`
}

/** The fields about which a form has asked whose words shall stand. */
export function fieldsAsked(typed: Typed, content: Content): (keyof Content)[] {
  return (Object.keys(content) as (keyof Content)[]).filter(field => typed.has(pickField(field)))
}

/** Field by field what each has written, and which of them shall stand. */
export const ConflictFields: FC<{ conflict: Conflict; typed: Typed; showing: Showing }> = ({
  conflict,
  typed,
  showing,
}) => {
  const { say, locale, zone } = showing
  const { fields, theirs, mine, by, at } = conflict
  const isTheirs = (field: string) => typed.get(pickField(field)) === 'theirs'
  return (
    <section class="entry-form conflict" role="alert">
      <h2>{say('conflict.title', { who: by })}</h2>
      <p>{say('conflict.text', { who: by, when: sayMoment(at, zone, locale) })}</p>
      {fields.map(field => (
        <fieldset class="group radios">
          <legend>{fieldName(field, showing) ?? field}</legend>
          <label>
            <input
              type="radio"
              name={pickField(field)}
              value="mine"
              checked={!isTheirs(field) || undefined}
            />
            <span>
              <b>{say('conflict.mine')}</b> <Told field={field} content={mine} showing={showing} />
            </span>
          </label>
          <label>
            <input
              type="radio"
              name={pickField(field)}
              value="theirs"
              checked={isTheirs(field) || undefined}
            />
            <span>
              <b>
                <bdi>{by}</bdi>
              </b>{' '}
              <Told field={field} content={theirs} showing={showing} />
            </span>
          </label>
        </fieldset>
      ))}
      <p class="hint">{say('conflict.then')}</p>
    </section>
  )
}

const Told: FC<{ field: keyof Content; content: Content; showing: Showing }> = ({
  field,
  content,
  showing,
}) => {
  const told = tellField(field, content[field], showing)
  const words = told.form === 'list' ? told.members.map(({ text }) => text).join(' · ') : told.text
  return (
    <span class={told.form === 'long' ? 'told long' : 'told'} dir="auto">
      {words || showing.say('conflict.nothing')}
    </span>
  )
}
