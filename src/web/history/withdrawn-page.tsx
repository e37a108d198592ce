import type { FC } from 'hono/jsx'
import { mayPublish } from '../../domain/curator.ts'
import type { WithdrawnEntry } from '../../storage/history.ts'
import { sayMoment } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { langOf } from '../ui/lang-of.ts'
import { isoOf } from '../ui/when.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { sayWho } from './say-act.ts'

type Props = { at: AtDesk; own: OwnEdition; entries: WithdrawnEntry[] }

/** What was taken out of an edition, each to be brought back. */
export const WithdrawnPage: FC<Props> = ({ at, own, entries }) => {
  const { showing, here } = at
  const { say, link, zone, locale } = showing
  const { curator, series, edition } = own
  const mayBringBack = mayPublish(curator, series.id)
  return (
    <DeskPage at={at} title={say('withdrawn.title')} edition={{ series, edition }} part="history">
      <p class="crumbs">
        <a href={link(paths.deskHistory(series.slug, edition.slug))}>{say('history.all')}</a>
      </p>
      <h1>{say('withdrawn.title')}</h1>
      <p class="lead">{say(entries.length ? 'withdrawn.lead' : 'withdrawn.none')}</p>
      <ZoneLine showing={showing} here={here} />
      <ul class="history">
        {entries.map(({ id, title, at: when, by }) => (
          <li class="revision">
            <p class="did">
              <a href={link(paths.deskEntryHistory(id))}>
                <bdi lang={langOf(title, showing)}>{title}</bdi>
              </a>
            </p>
            <div class="at">
              {when === null || by === null ? (
                ''
              ) : (
                <>
                  {say('withdrawn.by', { who: sayWho(by, showing) })}{' '}
                  <time class="moment" datetime={isoOf(when)}>
                    {sayMoment(when, zone, locale)}
                  </time>
                </>
              )}{' '}
              {mayBringBack ? (
                <form method="post" action={paths.deskEntryBack(id)} class="inline">
                  <input type="hidden" name="back" value={here} />
                  <button class="quiet" type="submit" aria-label={say('history.bring-back-one', { title })}>
                    {say('history.bring-back')}
                  </button>
                </form>
              ) : (
                ''
              )}
            </div>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
