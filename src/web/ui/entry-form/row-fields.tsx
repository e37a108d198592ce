import type { FC } from 'hono/jsx'
import { organisationRoles } from '../../../domain/entry.ts'
import { type LinkRole, linkRoles } from '../../../domain/finding.ts'
import { isSecretLink } from '../../../domain/secret-link.ts'
import type { Key } from '../../words.ts'
import { Beside, type FormView, idOf, LineField, SelectField } from './field.tsx'
import { type RowList, rowOf, rowsOf } from './typed.ts'

/** A list of an entry: a row for each member, an empty one for the next, and a way to more. `roles`: of links, to choose from. */
export const RowFields: FC<{ view: FormView; list: RowList; roles?: readonly LinkRole[] }> = props => {
  const { view, list, roles = linkRoles } = props
  const { say } = view.showing
  const { typed } = view.state
  const numbers = rowsOf(typed, list)
  const last = numbers.at(-1)
  const isLastEmpty =
    last !== undefined &&
    Object.entries(rowOf(typed, list, last)).every(([field, text]) => text === '' || field === 'role')
  const all = isLastEmpty ? numbers : [...numbers, (last ?? -1) + 1]
  return (
    <fieldset class="group rows" data-list={list}>
      <legend>{say(`form.${list}`)}</legend>
      {list === 'links' ? <p class="hint">{say('form.links.hint')}</p> : ''}
      {all.map((number, at) => (
        <fieldset class="row">
          <legend>{say(titles[list], { number: at + 1 })}</legend>
          <Row view={view} list={list} number={number} roles={roles} />
          {list === 'links' && isSecret(rowOf(typed, list, number)) ? (
            <p class="hint secret">{say('form.links.secret')}</p>
          ) : (
            ''
          )}
          <button
            class="quiet"
            type="submit"
            name={idOf(view, 'act')}
            value={`less:${list}.${number}`}
            formnovalidate
          >
            {say('form.less')} <span class="unseen">{say(titles[list], { number: at + 1 })}</span>
          </button>
        </fieldset>
      ))}
      <button class="act" type="submit" name={idOf(view, 'act')} value={`more:${list}`} formnovalidate>
        {say(`form.more.${list}`)}
      </button>
      <Beside view={view} of={list} />
    </fieldset>
  )
}

function isSecret({ role, url = '', title = '' }: Record<string, string>): boolean {
  return role === 'join' && isSecretLink({ role, url, title })
}

const titles: Record<RowList, Key> = {
  organisations: 'form.organisation',
  people: 'form.person',
  links: 'form.link',
}

const Row: FC<{ view: FormView; list: RowList; number: number; roles: readonly LinkRole[] }> = props => {
  const { view, list, number, roles } = props
  const { say } = view.showing
  const of = (field: string) => `${list}.${number}.${field}`
  if (list === 'links')
    return (
      <>
        <SelectField
          view={view}
          name={of('role')}
          label="form.link.role"
          options={roles.map(role => [role, say(`link.${role}`)])}
        />
        <LineField view={view} name={of('url')} label="form.url" type="url" class="wide" />
        <LineField view={view} name={of('title')} label="form.link.title" />
      </>
    )
  if (list === 'people')
    return (
      <>
        <LineField view={view} name={of('name')} label="form.name" />
        <LineField view={view} name={of('role')} label="form.role.person" />
        <LineField view={view} name={of('affiliation')} label="form.affiliation" list="organisation-names" />
        <LineField view={view} name={of('url')} label="form.url" type="url" />
      </>
    )
  return (
    <>
      <LineField view={view} name={of('name')} label="form.name" list="organisation-names" class="wide" />
      <SelectField
        view={view}
        name={of('role')}
        label="form.role.organisation"
        options={[
          ['', say('form.role.none')],
          ...organisationRoles.map((role): [string, string] => [role, say(`organisation.${role}`)]),
        ]}
      />
      <LineField view={view} name={of('url')} label="form.url" type="url" />
    </>
  )
}
