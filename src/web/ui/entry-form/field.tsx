import type { Child, FC } from 'hono/jsx'
import type { Content } from '../../../domain/content.ts'
import { isDay } from '../../../time/days.ts'
import type { Key } from '../../words.ts'
import type { Showing } from '../showing.ts'
import type { FormContext, FormState } from './form-state.ts'

/** What every piece of a form is given. */
export type FormView = {
  state: FormState
  showing: Showing
  context: FormContext
  /** Before every name, where several forms stand on one page. */
  prefix: string
  /** Whether a picture comes with the form. */
  sendsFiles?: boolean
  /** What stands beside a field of the content: where it was read, who changed it. */
  beside: ((field: keyof Content) => Child) | undefined
}

type Around = {
  view: FormView
  name: string
  label: Key
  hint?: Key | undefined
  /** The field of the content that this field tells, where it is the first that does. */
  of?: keyof Content | undefined
}

/** A label, what helps, what is wrong, the field itself, and where its value came from. */
const Field: FC<Around & { class?: string; children?: Child }> = props => {
  const { view, name, label, hint, of } = props
  const { say } = view.showing
  return (
    <div class={`field ${props.class ?? ''}`}>
      <label for={idOf(view, name)}>{say(label)}</label>
      {hint ? (
        <p class="hint" id={`${idOf(view, name)}-hint`}>
          {say(hint)}
        </p>
      ) : (
        ''
      )}
      <Wrong view={view} name={name} />
      {props.children}
      <Beside view={view} of={of} />
    </div>
  )
}

/** One line. Days and hours have their own keyboards, unless what was typed is none: that has to be seen. */
export const LineField: FC<
  Around & {
    type?: 'text' | 'url' | 'date' | 'time' | 'number'
    list?: string
    class?: string
    complete?: 'one' | 'many'
  }
> = props => {
  const { view, name, list, complete } = props
  const value = typedIn(view, name)
  const type = props.type ?? 'text'
  const isOdd = (type === 'date' && !isDay(value)) || (type === 'time' && !/^\d\d:\d\d(:\d\d)?$/.test(value))
  const isCode = type !== 'text'
  return (
    <Field {...props}>
      <input
        {...described(props)}
        type={type === 'number' || type === 'url' || (value !== '' && isOdd) ? 'text' : type}
        inputmode={type === 'number' ? 'decimal' : type === 'url' ? 'url' : undefined}
        step={type === 'time' && value.length > 5 ? '1' : undefined}
        value={value}
        dir={isCode ? 'ltr' : 'auto'}
        list={list}
        data-complete={complete}
        autocomplete="off"
        spellcheck={isCode || list ? false : undefined}
      />
    </Field>
  )
}

export const LongField: FC<Around & { lines: number; class?: string }> = props => {
  const { view, name, lines } = props
  // A browser takes the first line break in it for none.
  return (
    <Field {...props}>
      <textarea {...described(props)} rows={lines} dir="auto">
        {`\n${typedIn(view, name)}`}
      </textarea>
    </Field>
  )
}

export const SelectField: FC<
  Around & { options: [value: string, words: string][]; class?: string }
> = props => {
  const { view, name, options } = props
  const value = typedIn(view, name)
  return (
    <Field {...props}>
      <select {...described(props)}>
        {options.map(([option, words]) => (
          <option value={option} selected={option === value || undefined}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** What is wrong with a field, by name. */
export const Wrong: FC<{ view: FormView; name: string }> = ({ view, name }) => {
  const problems = view.state.problems.filter(({ field }) => field === name)
  if (problems.length === 0) return null
  return (
    <p class="wrong" id={`${idOf(view, name)}-wrong`}>
      {problems.map(({ key, values }) => view.showing.say(key, values)).join(' ')}
    </p>
  )
}

export const Beside: FC<{ view: FormView; of: keyof Content | undefined }> = ({ view, of }) => {
  const beside = of && view.beside?.(of)
  return beside ? <p class="hint beside">{beside}</p> : null
}

export function idOf({ prefix }: Pick<FormView, 'prefix'>, name: string): string {
  return prefix + name
}

export function typedIn({ state }: Pick<FormView, 'state'>, name: string): string {
  return state.typed.get(name) ?? ''
}

function isWrong({ state }: Pick<FormView, 'state'>, name: string): boolean {
  return state.problems.some(({ field }) => field === name)
}

/** What ties a field to its hint and to what is wrong with it. */
export function described({ view, name, hint }: Pick<Around, 'view' | 'name' | 'hint'>) {
  const id = idOf(view, name)
  const by = [hint && `${id}-hint`, isWrong(view, name) && `${id}-wrong`].filter(Boolean).join(' ')
  return {
    id,
    name: id,
    'aria-describedby': by || undefined,
    'aria-invalid': isWrong(view, name) ? 'true' : undefined,
    autofocus: view.state.focus === name || undefined,
  }
}
