import type { FC } from 'hono/jsx'
import type { WatchedSource } from '../../domain/source.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { sayTrouble } from '../ui/told-by-source.ts'

/** How a source stands: whether it is read, what keeps it from being read, and when it is read next. */
export const Health: FC<{ source: WatchedSource; showing: Showing }> = ({ source, showing }) => {
  const { say, language } = showing
  const { state, error, lastReadAt, changedAt, nextAt, failingSince } = source
  const trouble = error ? sayTrouble(source, showing) : null
  return (
    <div class="health">
      <p class={state === 'paused' ? 'paused' : error ? 'wrong' : undefined}>{say(stateKey(source))}</p>
      {trouble && error ? (
        <p class="wrong" lang={trouble === error.says && language !== 'en' ? 'en' : undefined}>
          {trouble}
        </p>
      ) : (
        ''
      )}
      <dl class="times">
        {failingSince !== null ? (
          <Time label={say('source.failing-since')} at={failingSince} showing={showing} />
        ) : (
          ''
        )}
        <Time label={say('source.last-read')} at={lastReadAt} none={say('source.never')} showing={showing} />
        <Time
          label={say('source.last-change')}
          at={changedAt}
          none={say('source.no-change')}
          showing={showing}
        />
        {state === 'watching' ? <Time label={say('source.next')} at={nextAt} showing={showing} /> : ''}
      </dl>
    </div>
  )
}

const Time: FC<{ label: string; at: number | null; none?: string; showing: Showing }> = ({
  label,
  at,
  none = '',
  showing,
}) => (
  <div>
    <dt>{label}</dt>
    <dd>{at === null ? none : <ShortMoment at={at} showing={showing} />}</dd>
  </div>
)

function stateKey({ state, pausedBecause, error, lastReadAt }: WatchedSource) {
  if (state === 'paused') return `source.paused.${pausedBecause ?? 'curator'}` as const
  if (error) return 'source.failing' as const
  return lastReadAt === null ? ('source.first' as const) : ('source.watching' as const)
}
