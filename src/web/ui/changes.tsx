import type { FC } from 'hono/jsx'
import { langOf } from './lang-of.ts'
import type { Showing } from './showing.ts'
import { fieldName, type ToldField, tellField } from './told-field.ts'
import { wordDiff } from './word-diff.ts'

type Fields = Record<string, unknown>

/** What changed, field by field: what was removed and what was added, each said and marked as such. */
export const Changes: FC<{ before: Fields; after: Fields; showing: Showing }> = ({
  before,
  after,
  showing,
}) => {
  const fields = Object.keys(after).flatMap(field => {
    const name = fieldName(field, showing)
    if (name === null) return []
    const was = tellField(field, before[field], showing)
    const is = tellField(field, after[field], showing)
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ name, was, is }]
  })
  if (fields.length === 0) return null
  return (
    <dl class="changes">
      {fields.map(({ name, was, is }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <Change was={was} is={is} showing={showing} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What something says, field by field; what it does not say is left out. */
export const Values: FC<{ values: Fields; showing: Showing }> = ({ values, showing }) => {
  const told = Object.entries(values).flatMap(([field, value]) => {
    const name = fieldName(field, showing)
    const said = tellField(field, value, showing)
    return name === null || isEmpty(said) ? [] : [{ name, said }]
  })
  return (
    <dl class="changes">
      {told.map(({ name, said }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <Value told={said} showing={showing} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Value: FC<{ told: ToldField; showing: Showing }> = ({ told, showing }) => {
  if (told.form === 'list')
    return (
      <ul>
        {told.members.map(({ text }) => (
          <li>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    )
  const { form, text } = told
  if (form === 'short') return <bdi>{text}</bdi>
  return (
    <p class="long" dir="auto" lang={langOf(text ?? '', showing)}>
      {text}
    </p>
  )
}

const Change: FC<{ was: ToldField; is: ToldField; showing: Showing }> = ({ was, is, showing }) => {
  if (was.form === 'list' || is.form === 'list') {
    return <ListChange was={membersOf(was)} is={membersOf(is)} showing={showing} />
  }
  if (was.form === 'long' && was.text && is.text)
    return <TextChange was={was.text} is={is.text} showing={showing} />
  const isLong = was.form === 'long'
  return (
    <p class={isLong ? 'long' : undefined} dir={isLong ? 'auto' : undefined}>
      {was.text === null ? '' : <Removed text={was.text} showing={showing} />}
      {was.text === null || is.text === null ? '' : arrow(showing)}
      {is.text === null ? '' : <Added text={is.text} showing={showing} />}
    </p>
  )
}

const TextChange: FC<{ was: string; is: string; showing: Showing }> = ({ was, is, showing }) => (
  <p class="long" dir="auto" lang={langOf(is, showing)}>
    {wordDiff(was, is).map(({ kind, text }) => {
      if (kind === 'removed') return <Removed text={text} showing={showing} />
      if (kind === 'added') return <Added text={text} showing={showing} />
      return kind === 'gap' ? <span class="gap"> … </span> : text
    })}
  </p>
)

type Member = { key: string; text: string }

const ListChange: FC<{ was: Member[]; is: Member[]; showing: Showing }> = ({ was, is, showing }) => {
  const before = new Map(was.map(({ key, text }) => [key, text]))
  const after = new Map(is.map(({ key, text }) => [key, text]))
  const removed = was.filter(({ key }) => !after.has(key))
  const told = is.filter(({ key, text }) => before.get(key) !== text)
  if (removed.length + told.length === 0) return <p>{showing.say('change.order')}</p>
  return (
    <ul>
      {removed.map(({ text }) => (
        <li>
          <Removed text={text} showing={showing} />
        </li>
      ))}
      {told.map(({ key, text }) => (
        <li>
          {before.has(key) ? (
            <>
              <Removed text={before.get(key)!} showing={showing} />
              {arrow(showing)}
            </>
          ) : (
            ''
          )}
          <Added text={text} showing={showing} />
        </li>
      ))}
    </ul>
  )
}

/** Browsers do not read the marks of `del` and `ins` aloud: a word says it. */
const Removed: FC<{ text: string; showing: Showing }> = ({ text, showing }) => (
  <del>
    <span class="unseen">{showing.say('change.removed')} </span>
    <bdi>{text}</bdi>
  </del>
)

const Added: FC<{ text: string; showing: Showing }> = ({ text, showing }) => (
  <ins>
    <span class="unseen">{showing.say('change.added')} </span>
    <bdi>{text}</bdi>
  </ins>
)

function arrow({ dir }: Showing): string {
  return dir === 'rtl' ? ' ← ' : ' → '
}

function membersOf(told: ToldField): Member[] {
  if (told.form === 'list') return told.members
  return told.text === null ? [] : [{ key: told.text, text: told.text }]
}

function isEmpty(told: ToldField): boolean {
  return told.form === 'list' ? told.members.length === 0 : !told.text
}
