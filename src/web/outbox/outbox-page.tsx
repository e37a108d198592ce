import type { FC } from 'hono/jsx'
import { type Mail, standingOf } from '../../domain/mail.ts'
import type { ToldSetback } from '../../domain/setback.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { SetbackWords } from '../ui/setback.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { MailText } from './mail-text.tsx'

type Props = {
  at: AtDesk
  mails: Mail[]
  /** The last of this page, where there are older ones. */
  last: string | null
  isFirst: boolean
  hasServer: boolean
  /** Notices to readers that are due and not told yet, and what keeps them. */
  notices: { count: number; setback: ToldSetback | null }
}

export const OutboxPage: FC<Props> = ({ at, mails, last, isFirst, hasServer, notices }) => {
  const { showing } = at
  const { say, link } = showing
  return (
    <DeskPage at={at} title={say('desk.outbox')}>
      <h1>{say('desk.outbox')}</h1>
      <p class="lead">{say(hasServer ? 'outbox.lead' : 'outbox.lead.kept')}</p>
      {notices.count ? (
        <p class={notices.setback ? 'wrong' : 'hint'}>
          {say('outbox.notices', { count: notices.count })}{' '}
          {notices.setback ? <SetbackWords setback={notices.setback} showing={showing} /> : ''}
        </p>
      ) : (
        ''
      )}
      <ZoneLine showing={showing} here={at.here} />
      {mails.length === 0 ? <p class="empty">{say('outbox.none')}</p> : ''}
      <ol class="outbox">
        {mails.map((mail, index) => (
          <Row
            mail={mail}
            isOpen={isFirst && index === 0 && standingOf(mail) === 'kept'}
            hasServer={hasServer}
            showing={showing}
          />
        ))}
      </ol>
      {isFirst && last === null ? (
        ''
      ) : (
        <nav class="acts" aria-label={say('outbox.pages')}>
          {isFirst ? '' : <a href={link(paths.deskOutbox())}>{say('outbox.newest')}</a>}
          {last === null ? '' : <a href={link(paths.deskOutbox(last))}>{say('outbox.older')}</a>}
        </nav>
      )}
    </DeskPage>
  )
}

const Row: FC<{ mail: Mail; isOpen: boolean; hasServer: boolean; showing: Showing }> = props => {
  const { mail, isOpen, hasServer, showing } = props
  const { say } = showing
  const standing = standingOf(mail)
  const isSettled = mail.state !== 'waiting'
  // What waits for its first attempt is sent in a moment as it is.
  const mayAgain = hasServer && mail.text !== null && (isSettled || standing === 'failed' || isTried(mail))
  const again = (
    <form class="acts" method="post" action={paths.deskMail(mail.id)}>
      <button class={standing === 'sent' ? 'quiet' : 'act'} type="submit">
        {say(standing === 'waiting' ? 'mail.now' : standing === 'kept' ? 'mail.send' : 'mail.again')}
      </button>
    </form>
  )
  return (
    <li id={mail.id} class={standing}>
      <details open={isOpen || undefined}>
        <summary>
          <span class="what">
            <b>
              <bdi>{mail.subject}</bdi>
            </b>{' '}
            <bdi class="to">{mail.to}</bdi>
          </span>
          <span class="when">
            <b>{say(`mail.${standing}`)}</b>{' '}
            <ShortMoment at={mail.settledAt ?? mail.createdAt} showing={showing} />
          </span>
        </summary>
        {mail.text === null ? <p class="hint">{say('mail.forgotten')}</p> : <MailText text={mail.text} />}
        {mayAgain && isSettled ? again : ''}
      </details>
      <Trouble mail={mail} showing={showing} />
      {mayAgain && !isSettled ? again : ''}
    </li>
  )
}

function isTried({ job }: Mail): boolean {
  return job?.state === 'waiting' && job.setback !== null
}

/** What kept it from being sent, how often that was tried, and when it is tried next. */
const Trouble: FC<{ mail: Mail; showing: Showing }> = ({ mail: { job }, showing }) => {
  const { say } = showing
  if (!job?.setback) return null
  return (
    <p class={job.state === 'failed' ? 'wrong' : 'hint'}>
      <SetbackWords setback={job.setback} showing={showing} /> {say('mail.tries', { attempts: job.attempts })}
      {job.state === 'waiting' ? (
        <>
          {' '}
          {say('job.next')} <ShortMoment at={job.dueAt} showing={showing} />
        </>
      ) : (
        ''
      )}
    </p>
  )
}
