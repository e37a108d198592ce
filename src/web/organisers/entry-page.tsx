import type { FC } from 'hono/jsx'
import type { Content } from '../../domain/content.ts'
import { type Organiser, organiserRoles } from '../../domain/organiser.ts'
import { phaseOf, timedOf } from '../../domain/phase.ts'
import type { Series } from '../../domain/programme.ts'
import { mayBecome, recordingOf } from '../../domain/recording.ts'
import type { OfOrganiser } from '../../services/organisers/own-entries.ts'
import { allZones, labelOfZone } from '../../time/zones.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Changes } from '../ui/changes.tsx'
import { DoubtFields } from '../ui/entry-form/doubt-fields.tsx'
import { LineField } from '../ui/entry-form/field.tsx'
import type { FormContext, FormState } from '../ui/entry-form/form-state.ts'
import { ProblemList } from '../ui/entry-form/problem-list.tsx'
import { stateOf } from '../ui/entry-form/read-recording.ts'
import { RowFields } from '../ui/entry-form/row-fields.tsx'
import { WhenFields } from '../ui/entry-form/when-fields.tsx'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  organiser: Organiser
  own: OfOrganiser
  series: Pick<Series, 'slug' | 'accent'>
  context: FormContext
  state: FormState
  /** The revision at which the form was opened. */
  base: number
  recording?: FormState
  conflict?: { fields: (keyof Content)[]; theirs: Content; mine: Content }
  /** Something that they told of it waits for a curator. */
  isWaiting: boolean
  showing: Showing
  assets: Assets
}

/** One entry, as far as its organisers may change it: time, links, recording. */
export const EntryPage: FC<Props> = props => {
  const { organiser, own, series, context, state, base, conflict, isWaiting, showing, assets } = props
  const { say, link, locale, now } = showing
  const { entry } = own.row
  const here = link(paths.organiserEntry(entry.id))
  const view = { state, showing, context, prefix: '', beside: undefined }
  return (
    <Page
      {...{ showing, assets, here }}
      title={entry.title}
      canonical={null}
      accent={series.accent ?? null}
      skip={say('writing.skip')}
      desk
    >
      <div class="desk">
        <p class="crumbs">
          <a href={link(paths.organiserOwn())}>
            <bdi>{organiser.organisation.name}</bdi>
          </a>
        </p>
        <h1>
          <bdi>{entry.title}</bdi>
        </h1>
        {isWaiting ? <p class="notice">{say('organiser.waits')}</p> : ''}
        <form class="edit" method="post" action={paths.organiserEntry(entry.id)} novalidate>
          <input type="hidden" name="revision" value={base} />
          {conflict ? <Theirs {...conflict} showing={showing} /> : ''}
          <entry-form class="entry-form" data-prefix="">
            {/* Whoever presses Enter in a field means none of the buttons that change rows. */}
            <button type="submit" hidden />
            <ProblemList view={view} />
            {entry.kind === 'event' ? <WhenFields view={view} /> : ''}
            <DoubtFields view={view} />
            <RowFields view={view} list="links" roles={organiserRoles} />
          </entry-form>
          <p class="acts save">
            <button class="act strong" type="submit">
              {say('edition-form.save')}
            </button>
          </p>
        </form>
        {entry.kind === 'event' ? <Recording {...props} /> : ''}
        <datalist id="zones">
          {allZones().map(zone => (
            <option value={zone}>{labelOfZone(zone, locale, now)}</option>
          ))}
        </datalist>
      </div>
    </Page>
  )
}

/** What somebody else wrote meanwhile; what was typed stands below it, and counts when it is saved again. */
const Theirs: FC<NonNullable<Props['conflict']> & { showing: Showing }> = props => {
  const { fields, theirs, mine, showing } = props
  const { say } = showing
  const only = (content: Content) => Object.fromEntries(fields.map(field => [field, content[field]]))
  return (
    <section class="conflict" role="alert">
      <p>{say('conflict.notice', { who: say('conflict.somebody'), count: fields.length })}</p>
      <Changes before={only(mine)} after={only(theirs)} showing={showing} />
    </section>
  )
}

const Recording: FC<Props> = ({ own, context, recording, showing }) => {
  const { say, now } = showing
  const { entry } = own.row
  const { homeZone: zone, assumedMinutes } = own.edition
  const phase = phaseOf(timedOf(entry), now, { zone, assumedMinutes })
  const current = recordingOf(entry)
  const state = recording ?? stateOf(new Map(), [])
  const view = { state, showing, context, prefix: 'recording-', beside: undefined }
  const action = paths.organiserRecording(entry.id)
  const others = (['expected', 'none', 'removed', 'unknown'] as const).filter(
    each => each !== current && mayBecome(current, each, phase),
  )
  return (
    <section class="entry-acts" id="recording">
      <h2>{say('form.recording')}</h2>
      <p class="hint">{say(`form.recording.${current}`)}</p>
      <ProblemList view={view} />
      {mayBecome(current, 'available', phase) ? (
        <form class="entry-form" method="post" action={action} novalidate>
          <LineField view={view} name="url" label="edit.recording.url" type="url" />
          <LineField view={view} name="title" label="form.link.title" />
          <button class="act" type="submit" name="state" value="available">
            {say('edit.recording.attach')}
          </button>
        </form>
      ) : (
        <p class="hint">{say('form.wrong.recording-early')}</p>
      )}
      <form class="entry-form states" method="post" action={action}>
        {others.map(each => (
          <button class="act" type="submit" name="state" value={each}>
            {say(`edit.recording.${each}`)}
          </button>
        ))}
      </form>
    </section>
  )
}
