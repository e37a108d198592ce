import type { Child, FC } from 'hono/jsx'
import type { Content } from '../../domain/content.ts'
import { kinds } from '../../domain/finding.ts'
import type { Key } from '../words.ts'
import { type FormView, LineField, SelectField, typedIn } from './entry-form/field.tsx'
import type { FormPart } from './entry-form/form-part.ts'
import { formParts } from './entry-form/form-parts.tsx'
import type { FormContext, FormState } from './entry-form/form-state.ts'
import { isOpen } from './entry-form/is-open.ts'
import { ProblemList } from './entry-form/problem-list.tsx'
import type { Showing } from './showing.ts'

type Props = {
  state: FormState
  context: FormContext
  showing: Showing
  /** Before every name, where several forms stand on one page. */
  prefix?: string
  /** Only what is looked at before everything else; the rest is one press away. */
  compact?: boolean
  /** Whether the form around it sends files: a picture comes with it. Otherwise script sends it by itself. */
  sendsFiles?: boolean
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
  const { prefix = '', compact = false, withoutDoubts = false, sendsFiles = false, beside, ...given } = props
  const view: FormView = { ...given, prefix, beside, sendsFiles }
  const isEvent = typedIn(view, 'kind') === 'event'
  const [all, more] = split(isEvent, compact)
  const first = withoutDoubts ? all.filter(part => part !== 'doubts') : all
  return (
    <entry-form class="entry-form" data-prefix={prefix}>
      {/* Whoever presses Enter in a field means none of the buttons that change rows. */}
      <button type="submit" hidden />
      <ProblemList view={view} />
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
      {first.map(part => formParts[part](view))}
      <details class="more" open={isOpen(view, more, compact) || undefined}>
        <summary>
          {view.showing.say('form.more')}{' '}
          <small>{more.map(part => view.showing.say(labels[part])).join(' · ')}</small>
        </summary>
        {more.map(part => formParts[part](view))}
      </details>
    </entry-form>
  )
}

/** Which parts are seen first; a statement has no zone, an event no day on which it came out. */
function split(isEvent: boolean, compact: boolean): [FormPart[], FormPart[]] {
  const ofKind: FormPart[] = isEvent ? ['when', 'doubts'] : ['published', 'doubts']
  const early: FormPart[] = isEvent ? ['where', 'organisations', 'links'] : ['organisations', 'links']
  const others: FormPart[] = ['people', 'status', 'recording', 'until', 'languages', 'tags', 'picture']
  const last: FormPart[] = isEvent ? [...others, 'published'] : ['when', 'where', ...others]
  return compact ? [ofKind, [...early, 'texts', ...last]] : [[...ofKind, ...early, 'texts'], last]
}

const labels: Record<FormPart, Key> = {
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
  languages: 'form.languages.all',
  tags: 'form.tags',
  picture: 'form.picture',
}
