import type { FC } from 'hono/jsx'
import { contentOfEntry } from '../../domain/content.ts'
import { paths } from '../paths.ts'
import { langOf } from '../ui/lang-of.ts'
import { sayWhen } from '../ui/say-when.ts'
import type { Showing } from '../ui/showing.ts'
import { type Found, isClear } from './found.ts'
import type { OwnReading } from './own-reading.ts'

type Props = { own: OwnReading; found: Found[]; homeZone: string; showing: Showing }

/** Several findings of one page: to be chosen, opened one by one, or taken over all at once where nothing is in doubt. */
export const FindingList: FC<Props> = ({ own, found, homeZone, showing }) => {
  const { say } = showing
  const { reading, mayPublish } = own
  const open = found.filter(({ settled }) => settled === null)
  const clear = open.filter(isClear)
  const state = mayPublish ? 'published' : 'draft'
  return (
    <form class="findings" method="post" action={paths.deskReadingEntries(reading.id)}>
      <button type="submit" name="state" value="draft" hidden />
      <input type="hidden" name="read" value={reading.readAt ?? ''} />
      <p class="lead">{say('card.found', { count: found.length, left: open.length })}</p>
      {clear.length ? (
        <p class="acts">
          <button class="act strong" type="submit" name="all" value={state} data-act="publish">
            {say(mayPublish ? 'card.publish-all' : 'card.draft-all', { count: clear.length })}
          </button>
        </p>
      ) : (
        ''
      )}
      <ol>
        {found.map(one => (
          <Row one={one} own={own} homeZone={homeZone} showing={showing} />
        ))}
      </ol>
      {open.length ? (
        <p class="acts">
          {say('card.chosen')}{' '}
          {mayPublish ? (
            <button class="act" type="submit" name="state" value="published">
              {say('card.publish')}
            </button>
          ) : (
            ''
          )}
          <button class="act" type="submit" name="state" value="draft">
            {say('card.draft')}
          </button>
          <button class="quiet" type="submit" formaction={paths.deskReadingDrops(reading.id)}>
            {say('card.drop')}
          </button>
        </p>
      ) : (
        ''
      )}
    </form>
  )
}

const Row: FC<{ one: Found; own: OwnReading; homeZone: string; showing: Showing }> = ({
  one,
  own: { reading },
  homeZone,
  showing,
}) => {
  const { say, link } = showing
  const { number, duplicates, isFar, settled, entry } = one
  const content = entry ? contentOfEntry(entry) : one.content
  const id = `find-${reading.id.slice(-12)}-${number}`
  const when = sayWhen(content.time, homeZone, showing)
  const likely = duplicates.find(({ strength }) => strength !== 'possible')
  return (
    <li class={settled ? 'settled' : undefined}>
      {settled ? '' : <input type="checkbox" id={id} name="number" value={number} />}
      <div>
        <label for={settled ? undefined : id}>
          <bdi lang={langOf(content.title, showing)}>{entry?.title ?? content.title}</bdi>
        </label>
        <p class="hint">
          {settled ? <>{say(settledKey(one))} </> : ''}
          {[
            content.kind === 'event' ? null : say(`kind.${content.kind}`),
            when?.home ?? (content.kind === 'event' ? say('time.not-told') : null),
            content.organisations.map(({ name }) => name).join(', ') || null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {settled ? (
          entry && (
            <p>
              <a href={link(paths.deskEntry(entry.id))}>{say('settled.edit')}</a>
            </p>
          )
        ) : (
          <p>
            {isFar ? <span class="ask">{say('card.far-away')} · </span> : ''}
            {content.doubts.length ? (
              <span class="ask">{say('card.doubts', { count: content.doubts.length })} · </span>
            ) : (
              ''
            )}
            {likely ? (
              <span class="ask">
                {say('card.same-as', { title: `\u2068${likely.entry.title}\u2069` })} ·{' '}
              </span>
            ) : (
              ''
            )}
            <a href={link(paths.deskReading(reading.id, number))} data-in-place>
              {say('card.open')}
            </a>
          </p>
        )}
      </div>
    </li>
  )
}

function settledKey({ settled, entry }: Found) {
  if (settled?.as === 'merged') return 'settled.merged' as const
  return settled?.as === 'entry' && entry ? (`settled.${entry.state}` as const) : ('settled.dropped' as const)
}
