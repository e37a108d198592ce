import type { FC } from 'hono/jsx'
import type { Organiser } from '../../domain/organiser.ts'
import { spanOf, timedOf } from '../../domain/phase.ts'
import { organiserHours } from '../../services/organisers/come-in.ts'
import type { OfOrganiser } from '../../services/organisers/own-entries.ts'
import type { Assets } from '../assets.ts'
import type { Done } from '../middleware/done.ts'
import { paths } from '../paths.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { DoorPage } from '../ui/door-page.tsx'
import { isolated } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import type { Showing } from '../ui/showing.ts'
import { sayEventTime } from '../ui/told-time.ts'

type Props = {
  organiser: Organiser
  entries: OfOrganiser[]
  done: Done | null
  showing: Showing
  assets: Assets
}

/** What an organisation takes part in, and what its people may change of it. */
export const ListPage: FC<Props> = ({ organiser, entries, done, showing, assets }) => {
  const { say, link } = showing
  const { mail, organisation } = organiser
  const here = link(paths.organiserOwn())
  return (
    <DoorPage {...{ showing, assets, here }} title={organisation.name}>
      <DoneNotice done={done} here={here} edition={undefined} showing={showing} />
      <p>{say('organiser.own', { mail: isolated(mail), hours: organiserHours })}</p>
      {entries.length === 0 ? <p>{say('organisation.no-entries')}</p> : ''}
      <ul class="own-editions">
        {entries.map(({ row: { entry }, edition }) => (
          <li>
            <a href={link(paths.organiserEntry(entry.id))}>
              <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
            </a>
            <span class="hint">
              {spanOf(timedOf(entry), { zone: edition.homeZone, assumedMinutes: edition.assumedMinutes })
                ? `${sayEventTime(entry.time, { ...showing, zone: edition.homeZone })} · `
                : ''}
              <bdi>{edition.title}</bdi>
            </span>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.organiserOut()}>
        <button class="quiet" type="submit">
          {say('you.out')}
        </button>
      </form>
    </DoorPage>
  )
}
