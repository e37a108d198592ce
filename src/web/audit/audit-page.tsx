import type { FC } from 'hono/jsx'
import { isRole } from '../../domain/curator.ts'
import { type AuditLine, host } from '../../storage/audit.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { sayRole } from '../ui/role-words.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import { ZoneLine } from '../ui/zone-line.tsx'
import { isKey, type Say } from '../words.ts'

type Props = { at: AtDesk; lines: AuditLine[]; next: string | null; isFirst: boolean }

export const AuditPage: FC<Props> = ({ at, lines, next, isFirst }) => {
  const { say, link } = at.showing
  return (
    <DeskPage at={at} title={say('desk.audit')}>
      <h1>{say('desk.audit')}</h1>
      <p class="hint">{say('audit.hint')}</p>
      <ZoneLine showing={at.showing} here={at.here} />
      <ol class="kept">
        {lines.map(line => (
          <li>
            <p>
              <b>
                <bdi>{whoOf(say, line)}</bdi>
              </b>{' '}
              {actOf(say, line)}
              {line.subject && line.subject !== line.who.name ? (
                <>
                  {' '}
                  <bdi>{line.subject}</bdi>
                </>
              ) : (
                ''
              )}
              {detailsOf(say, line)}
            </p>
            <p>
              <ShortMoment at={line.at} showing={at.showing} />
            </p>
          </li>
        ))}
      </ol>
      <nav class="acts" aria-label={say('audit.pages')}>
        {isFirst ? '' : <a href={link(paths.deskAudit())}>{say('audit.latest')}</a>}
        {next ? <a href={link(paths.deskAudit(next))}>{say('audit.older')}</a> : ''}
      </nav>
    </DeskPage>
  )
}

function whoOf(say: Say, { who }: AuditLine): string {
  return who.id === null && who.name === host.name ? say('audit.host') : who.name || say('audit.nobody')
}

/** Other rooms record acts as well; one that has no words yet is named as it is stored. */
function actOf(say: Say, { act }: AuditLine): string {
  const key = `audit.act.${act}`
  return isKey(key) ? say(key) : act
}

function detailsOf(say: Say, { details }: AuditLine): string {
  const { role, series, former, means, how, ended, name } = details ?? {}
  const told = [
    typeof role === 'string' &&
      isRole(role) &&
      sayRole(say, role, typeof series === 'string' ? series : null),
    role === null &&
      typeof former === 'string' &&
      isRole(former) &&
      sayRole(say, former, typeof series === 'string' ? series : null),
    wordsOfMeans(say, means ?? how),
    typeof ended === 'number' && ended > 0 && say('audit.ended', { count: ended }),
    typeof name === 'string' && name,
  ].filter(Boolean)
  return told.length ? ` (${told.join(' · ')})` : ''
}

function wordsOfMeans(say: Say, means: unknown): string | null {
  const key = `means.${means}`
  return isKey(key) ? say(key) : null
}
