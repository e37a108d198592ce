import type { Child, FC } from 'hono/jsx'
import type { Job } from '../../domain/job.ts'
import { jobRules } from '../../domain/job.ts'
import { isJobKind, type Lateness, whyLate } from '../../domain/late-job.ts'
import type { Recurrence } from '../../domain/recurrence.ts'
import type { RecurringJob } from '../../storage/recurring-jobs.ts'
import { sayDuration, sayWallClock, sayZone } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { SetbackWords } from '../ui/setback.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import type { Subject } from './subjects.ts'

type Props = {
  at: AtDesk
  jobs: Record<'failed' | 'running' | 'waiting', Job[]>
  counts: Record<Job['state'], number>
  recurring: RecurringJob[]
  subjects: Map<string, Subject>
}

export const JobsPage: FC<Props> = ({ at, jobs, counts, recurring, subjects }) => {
  const { showing } = at
  const { say, now } = showing
  const lateness = (job: Job) => whyLate(job, jobs.running, now)
  const late = [...jobs.running, ...jobs.waiting].filter(job => lateness(job) !== null)
  const waiting = jobs.waiting.filter(job => lateness(job) === null)
  const running = jobs.running.filter(job => lateness(job) === null)
  const row = (job: Job) => <Row job={job} why={lateness(job)} subject={subjects.get(job.id)} at={at} />
  return (
    <DeskPage at={at} title={say('desk.jobs')}>
      <h1>{say('desk.jobs')}</h1>
      <p class="lead">{say('jobs.lead')}</p>
      <ZoneLine showing={showing} here={at.here} />
      <Section title={say('jobs.failed')} count={counts.failed}>
        {jobs.failed.map(row)}
      </Section>
      <Section title={say('jobs.late')} count={late.length}>
        {late.map(row)}
      </Section>
      <Section title={say('jobs.running')} count={running.length}>
        {running.map(row)}
      </Section>
      <Section
        title={say('jobs.waiting')}
        count={counts.waiting - late.filter(({ state }) => state === 'waiting').length}
      >
        {waiting.map(row)}
      </Section>
      {counts.failed + counts.running + counts.waiting === 0 ? <p class="empty">{say('jobs.none')}</p> : ''}
      <p class="hint">{say('jobs.done', { count: counts.done })}</p>
      <Section title={say('jobs.recurring')} count={recurring.length}>
        {recurring.map(job => (
          <Recurring job={job} showing={showing} />
        ))}
      </Section>
    </DeskPage>
  )
}

const Section: FC<{ title: string; count: number; children?: Child }> = ({ title, count, children }) =>
  count === 0 ? null : (
    <section class="jobs">
      <h2>
        {title} <small>{count}</small>
      </h2>
      <ul>{children}</ul>
    </section>
  )

const Row: FC<{ job: Job; why: Lateness | null; subject: Subject | undefined; at: AtDesk }> = props => {
  const { job, why, subject, at } = props
  const { say } = at.showing
  return (
    <li>
      <p class="what">
        <b>{isJobKind(job.kind) ? say(`job.kind.${job.kind}`) : <bdi>{job.kind}</bdi>}</b>
        {subject ? <SubjectWords subject={subject} showing={at.showing} /> : ''}
      </p>
      <p class="when">
        <When job={job} isLate={why !== null} showing={at.showing} />
      </p>
      {why ? <p class="wrong">{say(`job.late.${why}`)}</p> : ''}
      {job.setback ? (
        <p class={job.state === 'failed' ? 'wrong' : undefined}>
          <SetbackWords setback={job.setback} showing={at.showing} />
        </p>
      ) : (
        ''
      )}
      <Acts job={job} why={why} at={at} />
    </li>
  )
}

const SubjectWords: FC<{ subject: Subject; showing: Showing }> = ({ subject: { words, path }, showing }) => (
  <>
    {' '}
    {path ? (
      <a href={showing.link(path)}>
        <bdi>{words}</bdi>
      </a>
    ) : (
      <bdi>{words}</bdi>
    )}
  </>
)

const When: FC<{ job: Job; isLate: boolean; showing: Showing }> = ({ job, isLate, showing }) => {
  const { say, now, locale } = showing
  const tries = job.attempts > 0 ? say('job.tries', triesOf(job)) : ''
  const [words, moment] =
    job.state === 'failed'
      ? [say('job.failed'), job.endedAt!]
      : job.state === 'running'
        ? [say('job.since'), job.startedAt!]
        : job.setback
          ? [say('job.next'), job.dueAt]
          : [say('job.due'), job.dueAt]
  return (
    <>
      {words} <ShortMoment at={moment} showing={showing} />
      {isLate && job.state === 'waiting'
        ? ` · ${say('job.late', { duration: sayDuration(now - job.dueAt, locale) })}`
        : ''}
      {tries ? ` · ${tries}` : ''}
    </>
  )
}

function triesOf({ kind, attempts }: Job): { attempts: number; most: number } {
  return { attempts, most: isJobKind(kind) ? Math.max(attempts, jobRules[kind].attempts) : attempts }
}

/** What waits for its own time is let alone here: it is changed where it was asked for. */
const Acts: FC<{ job: Job; why: Lateness | null; at: AtDesk }> = ({ job, why, at }) => {
  const { say } = at.showing
  const mayTry = job.state === 'failed' || (job.state === 'waiting' && job.setback !== null)
  const mayDrop = mayTry || (job.state === 'waiting' && why !== null)
  if (!mayDrop) return null
  return (
    <form class="acts" method="post" action={paths.deskJob(job.id)}>
      {mayTry ? (
        <button class="act" type="submit">
          {say('job.again')}
        </button>
      ) : (
        ''
      )}
      <button class="quiet" type="submit" name="_method" value="delete">
        {say('job.drop')}
      </button>
    </form>
  )
}

const Recurring: FC<{ job: RecurringJob; showing: Showing }> = ({ job, showing }) => {
  const { say } = showing
  return (
    <li>
      <p class="what">
        <b>{isJobKind(job.kind) ? say(`job.kind.${job.kind}`) : <bdi>{job.kind}</bdi>}</b>{' '}
        {sayRule(job, showing)}
      </p>
      <p class="when">
        {say('job.next')} <ShortMoment at={job.nextAt} showing={showing} />
        {job.lastAt === null ? (
          ''
        ) : (
          <>
            {' · '}
            {say('job.last')} <ShortMoment at={job.lastAt} showing={showing} />
          </>
        )}
      </p>
    </li>
  )
}

function sayRule({ rule, zone }: { rule: Recurrence; zone: string }, showing: Showing): string {
  const { say, locale, now } = showing
  if (rule.every === 'minutes') return say('job.every.minutes', { count: rule.count })
  const told = { time: sayWallClock(`2020-01-01T${rule.at}`, locale), place: sayZone(zone, now, locale) }
  if (rule.every === 'day') return say('job.every.day', told)
  // The first of January 2024 was a Monday.
  const monday = Date.UTC(2024, 0, 1)
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return say('job.every.week', { ...told, day: weekday.format(monday + (rule.on - 1) * 86_400_000) })
}
