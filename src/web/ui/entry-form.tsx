import type { Child, FC } from 'hono/jsx'
import type { Content } from '../../domain/content.ts'
import { kinds } from '../../domain/finding.ts'
import type { Key } from '../words.ts'
import { DoubtFields } from './entry-form/doubt-fields.tsx'
import {
  Beside,
  described,
  Field,
  type FormView,
  idOf,
  LineField,
  LongField,
  SelectField,
  typedIn,
} from './entry-form/field.tsx'
import type { FormContext, FormState } from './entry-form/form-state.ts'
import { attendances, recordings, statuses } from './entry-form/read.ts'
import { RowFields } from './entry-form/row-fields.tsx'
import { WhenFields } from './entry-form/when-fields.tsx'
import { MarkdownField } from './markdown-field.tsx'
import type { Showing } from './showing.ts'

type Props = {
  state: FormState
  context: FormContext
  showing: Showing
  /** Before every name, where several forms stand on one page. */
  prefix?: string
  /** Only what is looked at before everything else; the rest is one press away. */
  compact?: boolean
  /** Doubts stand elsewhere on the page. */
  withoutDoubts?: boolean
  /** What stands beside a field: where it was read, who changed it. */
  beside?: (field: keyof Content) => Child
}

/**
 * The fields of an entry, for the inside of a form: those of its kind, the rest behind “More”. The form itself, its
 * buttons and its `<FormLists>` are the page's own. Its submit buttons named `act` (`more:…`, `less:…`, `read`) change
 * what is typed and store nothing: see `changeRows` and `readForm`.
 */
export const EntryForm: FC<Props> = props => {
  const { prefix = '', compact = false, withoutDoubts = false, beside, ...given } = props
  const view: FormView = { ...given, prefix, beside }
  const isEvent = typedIn(view, 'kind') === 'event'
  const [all, more] = split(isEvent, compact)
  const first = withoutDoubts ? all.filter(part => part !== 'doubts') : all
  return (
    <div class="entry-form">
      {/* Whoever presses Enter in a field means none of the buttons that change rows. */}
      <button type="submit" hidden />
      <Problems view={view} />
      <div class="pair">
        <LineField view={view} name="title" label="form.title" of="title" class="wide" />
        <SelectField
          view={view}
          name="kind"
          label="form.kind"
          of="kind"
          options={kinds.map(kind => [kind, view.showing.say(`kind.${kind}`)])}
        />
      </div>
      {first.map(part => parts[part](view))}
      <details class="more" open={isOpen(view, more, compact) || undefined}>
        <summary>
          {view.showing.say('form.more')}{' '}
          <small>{more.map(part => view.showing.say(labels[part])).join(' · ')}</small>
        </summary>
        {more.map(part => parts[part](view))}
      </details>
    </div>
  )
}

/** What keeps a form from being stored, each with the way to its field. */
const Problems: FC<{ view: FormView }> = ({ view }) => {
  const { problems, typed } = view.state
  const { say } = view.showing
  if (problems.length === 0) return null
  return (
    <div class="problems" role="alert">
      <p>{say('form.problems', { count: problems.length })}</p>
      <ul>
        {problems.slice(0, 20).map(({ field, key, values }) => (
          <li>
            <a href={`#${idOf(view, field)}`}>{say(key, values)}</a>{' '}
            {field.startsWith('title') ? '' : <bdi>{(typed.get(field) ?? '').slice(0, 60)}</bdi>}
          </li>
        ))}
      </ul>
    </div>
  )
}

type Part =
  | 'when'
  | 'doubts'
  | 'published'
  | 'where'
  | 'organisations'
  | 'links'
  | 'people'
  | 'texts'
  | 'status'
  | 'recording'
  | 'until'
  | 'languages'
  | 'tags'
  | 'picture'

/** Which parts are seen first; a statement has no zone, an event no day on which it came out. */
function split(isEvent: boolean, compact: boolean): [Part[], Part[]] {
  const ofKind: Part[] = isEvent ? ['when', 'doubts'] : ['published', 'doubts']
  const early: Part[] = isEvent ? ['where', 'organisations', 'links'] : ['organisations', 'links']
  const others: Part[] = ['people', 'status', 'recording', 'until', 'languages', 'tags', 'picture']
  const last: Part[] = isEvent ? [...others, 'published'] : ['when', 'where', ...others]
  return compact ? [ofKind, [...early, 'texts', ...last]] : [[...ofKind, ...early, 'texts'], last]
}

const labels: Record<Part, Key> = {
  when: 'form.when',
  doubts: 'form.doubts',
  published: 'form.published',
  where: 'form.where',
  organisations: 'form.organisations',
  links: 'form.links',
  people: 'form.people',
  texts: 'form.note',
  status: 'form.status',
  recording: 'form.recording',
  until: 'form.until',
  languages: 'form.languages',
  tags: 'form.tags',
  picture: 'form.picture',
}

const parts: Record<Part, (view: FormView) => Child> = {
  when: view => <WhenFields view={view} />,
  doubts: view => <DoubtFields view={view} />,
  published: view => (
    <LineField view={view} name="published" label="form.published" type="date" of="published" class="brief" />
  ),
  where: view => (
    <fieldset class="group">
      <legend>{view.showing.say('form.where')}</legend>
      <SelectField
        view={view}
        name="attendance"
        label="form.attendance"
        of="attendance"
        class="brief"
        options={[
          ['', view.showing.say('form.not-told')],
          ...attendances.map((each): [string, string] => [each, view.showing.say(`where.${each}`)]),
        ]}
      />
      <div class="pair">
        <LineField view={view} name="place.name" label="form.place.name" class="wide" />
        <LineField view={view} name="place.country" label="form.place.country" list="countries" of="place" />
      </div>
      <LongField view={view} name="place.address" label="form.place.address" lines={2} class="low" />
      <div class="pair">
        <LineField
          view={view}
          name="place.lat"
          label="form.place.lat"
          type="number"
          hint="form.place.degrees"
        />
        <LineField view={view} name="place.lon" label="form.place.lon" type="number" />
      </div>
    </fieldset>
  ),
  organisations: view => <RowFields view={view} list="organisations" />,
  people: view => <RowFields view={view} list="people" />,
  links: view => <RowFields view={view} list="links" />,
  texts: view => (
    <>
      <TextField view={view} name="note" label="form.note" />
      <TextField view={view} name="summary" label="form.summary" hint="form.summary.hint" />
    </>
  ),
  status: view => (
    <div class="pair">
      <SelectField
        view={view}
        name="status"
        label="form.status"
        of="status"
        options={statuses.map(status => [
          status,
          view.showing.say(status === 'scheduled' ? 'form.status.scheduled' : `status.${status}`),
        ])}
      />
      <LineField
        view={view}
        name="reason"
        label="form.reason"
        hint="form.reason.hint"
        of="statusReason"
        class="wide"
      />
    </div>
  ),
  recording: view => (
    <SelectField
      view={view}
      name="recording"
      label="form.recording"
      of="recording"
      class="brief"
      options={recordings.map(state => [state, view.showing.say(`form.recording.${state}`)])}
    />
  ),
  until: view => (
    <fieldset class="group">
      <legend>{view.showing.say('form.until')}</legend>
      <div class="parts">
        <LineField view={view} name="until.day" label="form.until.day" type="date" of="registrationUntil" />
        <LineField view={view} name="until.clock" label="form.until.clock" type="time" />
        <LineField view={view} name="until.zone" label="form.until.zone" list="zones" />
      </div>
    </fieldset>
  ),
  languages: view => (
    <fieldset class="group">
      <legend>{view.showing.say('form.languages')}</legend>
      <LineField
        view={view}
        name="languages"
        label="form.languages"
        hint="form.languages.hint"
        list="languages"
        complete="many"
        of="languages"
      />
      <LineField
        view={view}
        name="interpretation"
        label="form.interpretation"
        list="languages"
        complete="many"
        of="interpretation"
      />
      <LineField
        view={view}
        name="captions"
        label="form.captions"
        list="languages"
        complete="many"
        of="captions"
      />
      <LineField
        view={view}
        name="sign"
        label="form.sign"
        list="sign-languages"
        complete="many"
        of="signLanguages"
      />
    </fieldset>
  ),
  tags: view => (
    <LineField
      view={view}
      name="tags"
      label="form.tags"
      hint="form.tags.hint"
      list="tags"
      complete="many"
      of="tags"
    />
  ),
  picture: view => (
    <fieldset class="group picture-fields">
      <legend>{view.showing.say('form.picture')}</legend>
      <LineField view={view} name="image" label="form.image" hint="form.image.hint" type="url" of="image" />
      {typedIn(view, 'image').startsWith('/') ? (
        ''
      ) : (
        <label class="check">
          <input
            type="checkbox"
            name={idOf(view, 'image-keep')}
            value="on"
            checked={typedIn(view, 'image-keep') === 'on'}
          />{' '}
          {view.showing.say('form.image.keep')}
        </label>
      )}
      <Field view={view} name="image-file" label="form.image.file">
        <input
          {...described({ view, name: 'image-file' })}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
        />
      </Field>
      <LineField view={view} name="alt" label="form.alt" hint="form.alt.hint" of="imageAlt" />
    </fieldset>
  ),
}

/** A text in Markdown. */
const TextField: FC<{ view: FormView; name: 'note' | 'summary'; label: Key; hint?: Key }> = props => {
  const { view, name, label, hint } = props
  const { say } = view.showing
  const wrong = view.state.problems.filter(({ field }) => field === name)
  return (
    <>
      <MarkdownField
        showing={view.showing}
        name={idOf(view, name)}
        label={say(label)}
        value={typedIn(view, name)}
        rows={5}
        {...(hint && { hint: say(hint) })}
        {...(wrong[0] && { wrong: say(wrong[0].key, wrong[0].values) })}
      />
      <Beside view={view} of={name} />
    </>
  )
}

/** Fields of a part, by how their names begin. */
const beginnings: Partial<Record<Part, RegExp>> = {
  when: /^when\.(?!precision|seen)/,
  where: /^(?:attendance|place\.)/,
  texts: /^(?:note|summary)$/,
  status: /^(?:status|reason)$/,
  until: /^until\./,
  languages: /^(?:languages|interpretation|captions|sign)$/,
  picture: /^(?:image|image-keep|image-file|alt)$/,
}

/** Whether something behind “More” is wrong, or told: a compact form shows that elsewhere. */
function isOpen(view: FormView, more: Part[], compact: boolean): boolean {
  const { typed, problems, focus } = view.state
  const isUsual = (name: string, value: string) =>
    value === '' ||
    (name === 'status' && value === 'scheduled') ||
    (name === 'recording' && value === 'unknown')
  return more.some(part => {
    const isOf = (name: string) => (beginnings[part] ?? new RegExp(`^${part}(?:\\.|$)`)).test(name)
    if (problems.some(({ field }) => isOf(field)) || (focus && isOf(focus))) return true
    if (compact) return /^(?:more|less):/.test(typed.get('act') ?? '')
    return [...typed].some(([name, value]) => isOf(name) && !/\.role$/.test(name) && !isUsual(name, value))
  })
}
