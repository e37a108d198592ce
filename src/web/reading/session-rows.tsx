import type { FC } from 'hono/jsx'
import { contentOfFinding } from '../../domain/content.ts'
import type { Finding } from '../../domain/finding.ts'
import { sayWhen } from '../ui/say-when.ts'
import type { Showing } from '../ui/showing.ts'

/** The sessions of a finding, which come with it. */
export const SessionRows: FC<{ finding: Finding; homeZone: string; showing: Showing }> = ({
  finding,
  homeZone,
  showing,
}) => {
  const { sessions = [] } = finding
  const { say } = showing
  if (sessions.length === 0) return null
  return (
    <details class="sessions" open={sessions.length <= 6 || undefined}>
      <summary>{say('card.sessions', { count: sessions.length })}</summary>
      <ol>
        {sessions.map(session => {
          const when = sayWhen(contentOfFinding(session, homeZone).time, homeZone, showing)
          return (
            <li>
              <span class="when">{when?.home ?? say('time.not-told')}</span> <bdi>{session.title}</bdi>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
