import type { Child, FC } from 'hono/jsx'
import { recordingsToSay } from '../../domain/bulk.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Showing } from '../ui/showing.ts'

type Props = {
  entries: Entry[]
  showing: Showing
  mayPublish: boolean
  /** What was typed into a form that was refused. */
  fields: Record<string, string>
  isOpen: boolean
}

/** What can be done to the chosen entries at once: the usual at hand, the rest a step away. */
export const BulkForm: FC<Props> = ({ entries, showing, mayPublish, fields, isOpen }) => {
  const { say } = showing
  return (
    <fieldset class="bulk">
      <legend class="unseen">{say('bulk.title')}</legend>
      <div class="usual">
        <label class="all">
          <input type="checkbox" name="all" value="1" checked={Boolean(fields.all)} /> {say('bulk.all')}
        </label>
        <output class="chosen" data-words={say('bulk.chosen', { count: '{count}' })} />
        {mayPublish ? (
          <>
            <Act name="publish" isStrong showing={showing} />
            <Act name="draft" showing={showing} />
          </>
        ) : (
          ''
        )}
      </div>
      <details open={isOpen}>
        <summary>{say('bulk.more')}</summary>
        <div class="more-acts">
          {mayPublish ? (
            <p>
              <Act name="withdraw" showing={showing} /> <Act name="bring-back" showing={showing} />
            </p>
          ) : (
            ''
          )}
          <Line id="bulk-reason" words={say('bulk.reason')} acts={<Act name="cancel" showing={showing} />}>
            <input id="bulk-reason" name="reason" value={fields.reason ?? ''} maxlength={1000} dir="auto" />
          </Line>
          <Line
            id="bulk-tag"
            words={say('bulk.tag-name')}
            acts={
              <>
                <Act name="tag" showing={showing} /> <Act name="untag" showing={showing} />
              </>
            }
          >
            <input
              id="bulk-tag"
              name="tag"
              value={fields.tag ?? ''}
              list="bulk-tags"
              maxlength={200}
              dir="auto"
            />
          </Line>
          <Line
            id="bulk-organisation"
            words={say('bulk.organisation-name')}
            acts={<Act name="organisation" showing={showing} />}
          >
            <input
              id="bulk-organisation"
              name="organisation"
              value={fields.organisation ?? ''}
              list="bulk-organisations"
              maxlength={300}
              dir="auto"
            />
          </Line>
          <Line
            id="bulk-recording"
            words={say('bulk.recording-state')}
            acts={<Act name="recording" showing={showing} />}
          >
            <select id="bulk-recording" name="recording">
              <option value="">{say('bulk.choose')}</option>
              {recordingsToSay.map(state => (
                <option value={state} selected={fields.recording === state}>
                  {say(`bulk.recording.${state}`)}
                </option>
              ))}
            </select>
          </Line>
          <Line id="bulk-whole" words={say('bulk.whole')} acts={<Act name="gather" showing={showing} />}>
            <input id="bulk-whole" name="whole" value={fields.whole ?? ''} maxlength={500} dir="auto" />
          </Line>
          <Line id="bulk-after" words={say('bulk.after')} acts={<Act name="move" showing={showing} />}>
            <select id="bulk-after" name="after">
              <option value="first">{say('bulk.first')}</option>
              {entries
                .filter(({ state }) => state !== 'withdrawn')
                .map(({ id, title }) => (
                  <option value={id} selected={fields.after === id} dir="auto">
                    {title.length > 70 ? `${title.slice(0, 70)}…` : title}
                  </option>
                ))}
            </select>
          </Line>
        </div>
      </details>
      <datalist id="bulk-tags">{namesOf(entries, 'tags')}</datalist>
      <datalist id="bulk-organisations">{namesOf(entries, 'organisations')}</datalist>
    </fieldset>
  )
}

type ActName =
  | 'publish'
  | 'draft'
  | 'withdraw'
  | 'bring-back'
  | 'cancel'
  | 'tag'
  | 'untag'
  | 'organisation'
  | 'recording'
  | 'gather'
  | 'move'

const Act: FC<{ name: ActName; isStrong?: boolean; showing: Showing }> = ({ name, isStrong, showing }) => (
  <button class={isStrong ? 'act strong' : 'act'} type="submit" name="act" value={name}>
    {showing.say(`bulk.${name}`)}
  </button>
)

const Line: FC<{ id: string; words: string; acts: Child; children?: Child }> = ({
  id,
  words,
  acts,
  children,
}) => (
  <div class="line">
    <label for={id}>{words}</label>
    {children}
    <span>{acts}</span>
  </div>
)

/** Names that entries of this edition carry already. */
function namesOf(entries: Entry[], list: 'tags' | 'organisations') {
  const names = new Set(entries.flatMap(entry => entry[list].map(({ name }) => name)))
  return [...names].sort().map(name => <option value={name} />)
}
