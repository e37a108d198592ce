import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { bearable } from '../../domain/bearable.ts'
import type { Decision } from '../../domain/taking-part/decision.ts'
import { reportReasonOf } from '../../domain/taking-part/report.ts'
import { digestOfWords } from '../../services/taking-part/decide.ts'
import type { Queued } from '../../storage/moderation.ts'
import type { Report } from '../../storage/reports.ts'
import type { Standing } from '../../storage/trust.ts'
import { paths } from '../paths.ts'
import { breakable } from '../ui/breakable.ts'
import { langOf } from '../ui/lang-of.ts'
import { commentHtmlOf } from '../ui/markdown.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { sayEvidence } from './say-evidence.ts'

export type QueueRowProps = { comment: Queued; reports: Report[]; standing: Standing }

/** What a key does with a line; or with all that are chosen, where some are. */
export const queueKeys: Record<Decision, string> = { approve: 'a', spam: 's', bin: 'd', wait: 'w' }

/** What somebody said, who it is, why it waits, and what can become of it. */
export const QueueRow: FC<QueueRowProps & { showing: Showing }> = ({
  comment,
  reports,
  standing,
  showing,
}) => {
  const { say, link } = showing
  const { id, name, url, text, at, state, under, provider, accountId, evidence } = comment
  const who = name ?? say('queue.nameless')
  const offered: Decision[] =
    state === 'pending'
      ? ['approve', 'spam', 'bin']
      : state === 'approved'
        ? [...(reports.length ? (['approve'] as const) : []), 'spam', 'bin', 'wait']
        : ['approve', 'wait', ...(state === 'spam' ? (['bin'] as const) : (['spam'] as const))]
  const isMention = comment.kind === 'mention'
  const kind = isMention
    ? say('queue.mention')
    : (provider ?? (accountId === null ? say('queue.guest') : say('queue.curator')))
  return (
    <li id={`q-${id}`}>
      <input type="hidden" name="seen" value={`${id}:${digestOfWords(comment)}`} />
      <input type="checkbox" name="id" value={id} aria-label={say('queue.choose', { name: who })} />
      <div>
        <p class="what">
          <a href={under ? link(pathOf(under.at)) : '#'} data-key="Enter">
            <bdi>{under?.title ?? say('queue.nowhere')}</bdi>
          </a>
        </p>
        <p class="who">
          <b>
            <bdi>{who}</bdi>
          </b>{' '}
          <span class="hint">
            {(isMention ? [kind] : [kind, say('queue.approved-before', { count: standing.approved })]).join(
              ' · ',
            )}{' '}
            · <ShortMoment at={at} showing={showing} />
          </span>
          {url ? (
            <>
              {' '}
              <bdi class="hint" dir="ltr">
                {isMention ? (
                  <a href={url} rel="nofollow ugc noopener noreferrer">
                    {breakable(url)}
                  </a>
                ) : (
                  breakable(url)
                )}
              </bdi>
            </>
          ) : (
            ''
          )}
        </p>
        <div class="said" dir="auto" lang={langOf(text, showing)}>
          {isMention ? <p>{bearable(text)}</p> : raw(commentHtmlOf(text))}
        </div>
        {reports.map(report => (
          <p class="reported">
            {say(`report.${reportReasonOf(report.reason)}`)}
            {report.text ? (
              <>
                {' '}
                <q dir="auto">{report.text}</q>
              </>
            ) : (
              ''
            )}
          </p>
        ))}
        {evidence.length ? <p class="hint why">{sayEvidence(evidence, say).join(' · ')}</p> : ''}
        <p class="acts">
          {offered.map(decision => (
            <button
              class="act"
              type="submit"
              name="do"
              value={`${decision}:${id}`}
              data-key={queueKeys[decision]}
            >
              {say(`queue.${decision}`)}
            </button>
          ))}
          {state === 'pending' && !isMention ? (
            <button class="quiet" type="submit" name="do" value={`all:${id}`}>
              {say('queue.all-of-one')}
            </button>
          ) : (
            ''
          )}
          {state === 'approved' && !isMention ? (
            <a href={link(paths.answerComment(id))}>{say('queue.answer')}</a>
          ) : (
            ''
          )}
          <a href={link(paths.deskBlocks(id))}>{say('queue.block')}</a>
        </p>
      </div>
    </li>
  )
}

function pathOf(at: NonNullable<Queued['under']>['at']): string {
  if ('kind' in at) return paths.writing(at)
  return at.entry === null
    ? paths.edition(at.series, at.edition)
    : paths.entry(at.series, at.edition, at.entry)
}
