import type { FC } from 'hono/jsx'
import { sayZone } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { LineField } from '../ui/entry-form/field.tsx'
import type { EntryPageProps } from './entry-page-props.ts'
import { wallOf } from './publish-moment.ts'

/** How the entry stands: its address, whether readers see it and from when, and the buttons that save it. */
export const StandingFields: FC<EntryPageProps> = ({
  at,
  own,
  state,
  context,
  isMinor,
  mayPublish,
  mayWithdraw,
  parent,
}) => {
  const { showing } = at
  const { say } = showing
  const { entry } = own.row
  const view = { state, showing, context, prefix: '', beside: undefined }
  const { homeZone } = own.edition
  const isShown = (parent?.entry ?? entry).state === 'published'
  const isDraft = entry.state === 'draft'
  const planned = entry.publishAt === null ? null : wallOf(entry.publishAt, homeZone)
  return (
    <div class="entry-form standing-fields">
      {parent ? (
        ''
      ) : (
        <details
          class="more"
          open={state.problems.some(({ field }) => /^(?:slug|later)/.test(field)) || undefined}
        >
          <summary>{say('edit.standing')}</summary>
          <LineField view={view} name="slug" label="edit.slug" hint="edit.slug.hint" />
          {mayPublish && isDraft ? (
            <fieldset class="group">
              <legend>{say('edit.later')}</legend>
              <p class="hint">
                {say('edit.later.hint', { zone: sayZone(homeZone, showing.now, showing.locale) })}
              </p>
              <div class="parts">
                <LineField view={laterView(planned)} name="later.day" label="form.when.day" type="date" />
                <LineField
                  view={laterView(planned)}
                  name="later.clock"
                  label="edit.later.clock"
                  type="time"
                />
              </div>
              <button class="act" type="submit" name="do" value="schedule">
                {say('edit.do.schedule')}
              </button>{' '}
              {planned ? (
                <button class="quiet" type="submit" name="do" value="unschedule">
                  {say('edit.do.unschedule')}
                </button>
              ) : (
                ''
              )}
            </fieldset>
          ) : (
            ''
          )}
        </details>
      )}
      {isShown && own.edition.state !== 'draft' ? (
        <div class="field box">
          <label>
            <input type="checkbox" name="minor" value="on" checked={isMinor || undefined} />
            {say('edit.minor')}
          </label>
        </div>
      ) : (
        ''
      )}
      <p class="acts save">
        {isDraft && mayPublish && !parent ? (
          <>
            <button class="act strong" type="submit" name="do" value="publish">
              {say('edit.do.publish')}
            </button>
            <button class="act" type="submit" name="do" value="save">
              {say('edit.do.keep')}
            </button>
          </>
        ) : (
          <button class="act strong" type="submit" name="do" value="save">
            {say(isDraft && !parent ? 'edit.do.keep' : 'edit.do.save')}
          </button>
        )}
        {entry.state === 'withdrawn' ? (
          <>
            {mayPublish ? (
              <button class="act" type="submit" name="do" value="publish">
                {say('edit.do.publish-again')}
              </button>
            ) : (
              ''
            )}
            {parent ? (
              ''
            ) : (
              <button class="act" type="submit" name="do" value="draft">
                {say('edit.do.bring-back')}
              </button>
            )}
          </>
        ) : mayWithdraw ? (
          <button class="quiet" type="submit" name="do" value="withdraw">
            {say('edit.do.withdraw')}
          </button>
        ) : (
          ''
        )}
        <a href={showing.link(paths.deskEdition(own.series.slug, own.edition.slug))}>{say('edit.leave')}</a>
      </p>
    </div>
  )

  /** What was typed, else the moment that is planned. */
  function laterView(wall: string | null) {
    if (wall === null || state.typed.has('later.day')) return view
    const typed = new Map([
      ...state.typed,
      ['later.day', wall.slice(0, 10)],
      ['later.clock', wall.slice(11, 16)],
    ])
    return { ...view, state: { ...state, typed } }
  }
}
