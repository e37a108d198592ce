import type { FC } from 'hono/jsx'
import type { WatchedSource } from '../../domain/source.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'

type Props = { source: WatchedSource; own: OwnEdition; back: string; showing: Showing }

/** Read it now, pause it, go on. */
export const ReadActs: FC<Props> = ({ source, own: { series, edition }, back, showing: { say } }) => {
  const of = [series.slug, edition.slug, source.id] as const
  const isPaused = source.state === 'paused'
  const isDoubted = source.error?.code.startsWith('tells-') ?? false
  return (
    <div class="acts">
      {isPaused ? (
        ''
      ) : (
        <form method="post" action={paths.deskSourceReadings(...of)}>
          <input type="hidden" name="back" value={back} />
          <button class="act" type="submit">
            {say('source.read-now')}
          </button>{' '}
          {isDoubted ? (
            <button class="act" type="submit" name="do" value="believe">
              {say('source.believe')}
            </button>
          ) : (
            ''
          )}
        </form>
      )}
      <form method="post" action={paths.deskSourcePause(...of)}>
        <input type="hidden" name="back" value={back} />
        {isPaused ? <input type="hidden" name="_method" value="delete" /> : ''}
        <button class={isPaused ? 'act' : 'quiet'} type="submit">
          {say(isPaused ? 'source.resume' : 'source.pause')}
        </button>
      </form>
    </div>
  )
}
