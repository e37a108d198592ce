import type { FC } from 'hono/jsx'
import { phaseOf, timedOf } from '../../domain/phase.ts'
import { mayBecome, recordingOf } from '../../domain/recording.ts'
import { paths } from '../paths.ts'
import { DoubtFields } from '../ui/entry-form/doubt-fields.tsx'
import { LineField } from '../ui/entry-form/field.tsx'
import { stateOf } from '../ui/entry-form/read-recording.ts'
import type { EntryPageProps } from './entry-page-props.ts'
import { statusActs } from './read-acts.ts'

/** What may become of an event, and of its recording, each with one press. */
export const ActForms: FC<EntryPageProps> = props => {
  const { at, own } = props
  const { say } = at.showing
  return (
    <section class="entry-acts" id="acts">
      <h2>{say('edit.acts')}</h2>
      <StatusForms {...props} />
      <RecordingForm {...props} />
      <p class="hint">{say('edit.acts.hint', { title: own.row.entry.title })}</p>
    </section>
  )
}

const StatusForms: FC<EntryPageProps> = ({ at, own, context, acts, back }) => {
  const { showing } = at
  const { say } = showing
  const { entry } = own.row
  const isMoved = entry.status === 'postponed' || entry.status === 'rescheduled'
  const offered = statusActs.filter(
    // What was postponed once may get its new time later.
    status => status !== entry.status || status === 'postponed' || acts?.name === status,
  )
  return (
    <>
      {offered.map(status => {
        const told = acts?.name === status ? acts : null
        const view = {
          state: told?.state ?? stateOf(new Map(), []),
          showing,
          context,
          prefix: `${status}-`,
          beside: undefined,
        }
        return (
          <details class="act-form" open={told !== null || undefined}>
            <summary>
              {say(isMoved && status === 'postponed' ? 'edit.act.rescheduled' : `edit.act.${status}`)}
            </summary>
            <form class="entry-form" method="post" action={paths.deskEntryStatus(entry.id)} novalidate>
              <input type="hidden" name="status" value={status} />
              <input type="hidden" name="back" value={back} />
              {status === 'scheduled' ? (
                ''
              ) : (
                <LineField view={view} name="reason" label="form.reason" hint="form.reason.hint" />
              )}
              {status === 'postponed' ? (
                <>
                  <LineField view={view} name="when" label="edit.new-time" hint="edit.new-time.hint" />
                  <DoubtFields view={view} />
                </>
              ) : (
                ''
              )}
              {status === 'movedOnline' ? (
                <LineField view={view} name="url" label="edit.new-link" type="url" />
              ) : (
                ''
              )}
              <button class="act" type="submit">
                {say(`edit.act.${status}.do`)}
              </button>
            </form>
          </details>
        )
      })}
    </>
  )
}

const RecordingForm: FC<EntryPageProps> = ({ at, own, context, acts, back }) => {
  const { showing } = at
  const { say, now } = showing
  const { entry } = own.row
  const { homeZone: zone, assumedMinutes } = own.edition
  const phase = phaseOf(timedOf(entry), now, { zone, assumedMinutes })
  const current = recordingOf(entry)
  const others = (['expected', 'none', 'removed', 'unknown'] as const).filter(
    state => state !== current && mayBecome(current, state, phase),
  )
  const told = acts?.name === 'recording' ? acts : null
  const view = {
    state: told?.state ?? stateOf(new Map(), []),
    showing,
    context,
    prefix: 'recording-',
    beside: undefined,
  }
  return (
    <details class="act-form" id="recording" open={told !== null || undefined}>
      <summary>
        {say('form.recording')} <small>{say(`form.recording.${current}`)}</small>
      </summary>
      {mayBecome(current, 'available', phase) ? (
        <form class="entry-form" method="post" action={paths.deskEntryRecording(entry.id)} novalidate>
          <input type="hidden" name="_method" value="PUT" />
          <input type="hidden" name="back" value={back} />
          <LineField view={view} name="url" label="edit.recording.url" type="url" />
          <LineField view={view} name="title" label="form.link.title" />
          <button class="act" type="submit" name="state" value="available">
            {say('edit.recording.attach')}
          </button>
        </form>
      ) : (
        <p class="hint">{say('form.wrong.recording-early')}</p>
      )}
      <form class="entry-form states" method="post" action={paths.deskEntryRecording(entry.id)}>
        <input type="hidden" name="_method" value="PUT" />
        <input type="hidden" name="back" value={back} />
        {others.map(state => (
          <button class="act" type="submit" name="state" value={state}>
            {say(`edit.recording.${state}`)}
          </button>
        ))}
      </form>
    </details>
  )
}
