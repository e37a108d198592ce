import type { FC } from 'hono/jsx'
import { type Decision, isDecision, queueViews } from '../../domain/taking-part/decision.ts'
import type { ModerationAct } from '../../storage/moderation.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskKeys } from '../ui/desk-keys.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { ZoneLine } from '../ui/zone-line.tsx'
import { type QueueQuery, queueQuery } from './queue-query.ts'
import { QueueRow, type QueueRowProps, queueKeys } from './queue-row.tsx'

type Props = {
  at: AtDesk
  asked: QueueQuery
  rows: QueueRowProps[]
  hasMore: boolean
  counts: Record<(typeof queueViews)[number], number>
  series: { id: string; title: string }[]
  /** They are told by mail that something waits. */
  wantsMails: boolean
  /** What can be taken back. */
  last: ModerationAct | null
}

/** What can become of several at once. */
const inBulk: Record<QueueQuery['view'], Decision[]> = {
  waiting: ['approve', 'spam', 'bin'],
  reported: ['approve', 'spam', 'bin', 'wait'],
  spam: ['approve', 'bin', 'wait'],
  bin: ['approve', 'spam', 'wait'],
  approved: ['spam', 'bin', 'wait'],
}

/** What others said and somebody has to decide on; the same page for what was decided. */
export const QueuePage: FC<Props> = ({ at, asked, rows, hasMore, counts, series, last, wantsMails }) => {
  const { showing } = at
  const { say, link } = showing
  const to = (change: Partial<QueueQuery>) =>
    link(paths.deskComments(queueQuery({ ...asked, page: 1, ...change })))
  return (
    <DeskPage at={at} title={say('queue.title')}>
      <h1>{say('queue.title')}</h1>
      {last && isDecision(last.act) ? (
        <form class="notice done" method="post" action={paths.deskCommentsBack()}>
          <p role="status">{say(`queue.done.${last.act}`, { count: last.before.length })}</p>
          <input type="hidden" name="act" value={last.id} />
          <input type="hidden" name="query" value={queueQuery(asked)} />
          <button class="quiet" type="submit" data-take-back>
            {say('desk.undo')}
          </button>
        </form>
      ) : (
        ''
      )}
      <nav class="queue-views" aria-label={say('queue.title')}>
        {queueViews.map(view => (
          <a href={to({ view })} aria-current={view === asked.view ? 'page' : undefined}>
            {say(`queue.view.${view}`)} <small>{counts[view] || ''}</small>
          </a>
        ))}
        <a href={link(paths.deskBlocks())}>{say('blocks.title')}</a>
        <a href={link(paths.deskCommentsStopped())}>{say('stopped.title')}</a>
      </nav>
      <p class="queue-order">
        <a href={to({ isNewestFirst: !asked.isNewestFirst })}>
          {say(asked.isNewestFirst ? 'queue.oldest' : 'queue.newest')}
        </a>
        {series.length > 1
          ? series.map(({ id, title }) => (
              <>
                {' '}
                <a
                  href={to({ series: asked.series === id ? null : id })}
                  aria-current={asked.series === id ? 'true' : undefined}
                >
                  <bdi>{title}</bdi>
                </a>
              </>
            ))
          : ''}
      </p>
      {rows.length === 0 ? (
        <p class="empty">{say('queue.none')}</p>
      ) : (
        <>
          {/* Its dialog is a form of its own: within the other it would end that. */}
          <DeskKeys showing={showing} of="comments" />
          <form class="queue-form" method="post" action={paths.deskComments(queueQuery(asked))}>
            {/* Enter in a box presses the first button there is: one that decides nothing. */}
            <button type="submit" name="do" value="" hidden />
            <ol class="queue" data-keys>
              {rows.map(row => (
                <QueueRow {...row} showing={showing} />
              ))}
            </ol>
            {rows.length > 1 ? (
              <p class="acts chosen">
                <span>{say('queue.chosen')}</span>{' '}
                {inBulk[asked.view].map(decision => (
                  <button class="act" type="submit" name="do" value={decision} data-key={queueKeys[decision]}>
                    {say(`queue.${decision}`)}
                  </button>
                ))}
              </p>
            ) : (
              ''
            )}
          </form>
        </>
      )}
      <nav class="acts" aria-label={say('audit.pages')}>
        {asked.page > 1 ? <a href={to({ page: asked.page - 1 })}>{say('queue.before')}</a> : ''}
        {hasMore ? <a href={to({ page: asked.page + 1 })}>{say('queue.after')}</a> : ''}
      </nav>
      <form class="queue-mails" id="mails" method="post" action={paths.deskCommentsMails()}>
        <p>{say(wantsMails ? 'queue.mails.on' : 'queue.mails.off')}</p>
        <button class="quiet" type="submit" name="wants" value={wantsMails ? 'no' : 'yes'}>
          {say(wantsMails ? 'queue.mail.stop' : 'queue.mails.ask')}
        </button>
      </form>
      <ZoneLine showing={showing} here={at.here} />
    </DeskPage>
  )
}
