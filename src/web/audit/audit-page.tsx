import type { FC } from 'hono/jsx'
import { isRole } from '../../domain/curator.ts'
import type { AuditLine } from '../../storage/audit.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Moment } from '../ui/moment.tsx'
import { sayRole } from '../ui/role-words.ts'
import { type Key, languages, type Say } from '../words.ts'

type Props = { at: AtDesk; lines: AuditLine[]; next: string | null; isFirst: boolean }

export const AuditPage: FC<Props> = ({ at, lines, next, isFirst }) => {
  const { say, link } = at.showing
  return (
    <DeskPage at={at} title={say('desk.audit')}>
      <h1>{say('desk.audit')}</h1>
      <p class="hint">{say('audit.hint')}</p>
      <div class="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('audit.when')}</th>
              <th scope="col">{say('audit.who')}</th>
              <th scope="col">{say('audit.what')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr>
                <td>
                  <Moment at={line.at} showing={at.showing} />
                </td>
                <td>
                  <bdi>{line.who.name || say('audit.nobody')}</bdi>
                </td>
                <td>
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
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <nav class="acts" aria-label={say('audit.pages')}>
        {isFirst ? '' : <a href={link(paths.deskAudit())}>{say('audit.latest')}</a>}
        {next ? <a href={link(paths.deskAudit(next))}>{say('audit.older')}</a> : ''}
      </nav>
    </DeskPage>
  )
}

/** Other rooms record acts as well; one that has no words yet is named as it is stored. */
function actOf(say: Say, { act }: AuditLine): string {
  return Object.hasOwn(languages.en.words, `audit.act.${act}`) ? say(`audit.act.${act}` as Key) : act
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
  return Object.hasOwn(languages.en.words, key) ? say(key as Key) : null
}
