import type { FC } from 'hono/jsx'
import { sayClock } from '../../time/say-time.ts'
import { labelOfZone, searchZones } from '../../time/zones.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

const mostFound = 40

type Props = { showing: Showing; assets: Assets; back: string; sought: string }

export const ZonePage: FC<Props> = ({ showing, assets, back, sought }) => {
  const { say, locale, now, zone, zoneChosen } = showing
  const found = sought ? searchZones(sought, locale, now) : []
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('zone.title')}
      canonical={null}
      here={paths.zone(back)}
    >
      <div class="narrow">
        <p class="crumbs">
          <a href={showing.link(back)}>{say('zone.back')}</a>
        </p>
        <h1>{say('zone.title')}</h1>
        <p class="lead">
          {zoneChosen ? say('zone.now', { zone: labelOfZone(zone, locale, now) }) : say('zone.none')}
        </p>
        <search>
          <form class="search" method="get" action={paths.chooseZone()}>
            <label for="q">{say('zone.search')}</label>
            <input id="q" name="q" type="search" value={sought} autocomplete="off" autofocus />
            <input type="hidden" name="back" value={back} />
            <button type="submit">{say('zone.find')}</button>
          </form>
        </search>
        {sought && found.length === 0 ? <p role="status">{say('zone.nothing', { sought })}</p> : ''}
        {found.length ? (
          <form class="choices" method="post" action={paths.chooseZone()}>
            <input type="hidden" name="back" value={back} />
            <ul>
              {found.slice(0, mostFound).map(each => (
                <li>
                  <button type="submit" name="zone" value={each}>
                    <bdi>{labelOfZone(each, locale, now)}</bdi> <time>{sayClock(now, each, locale)}</time>
                  </button>
                </li>
              ))}
            </ul>
          </form>
        ) : (
          ''
        )}
        {zoneChosen ? (
          <form method="post" action={paths.chooseZone()}>
            <input type="hidden" name="back" value={back} />
            <p>
              <button class="quiet" type="submit" name="zone" value="">
                {say('zone.forget')}
              </button>
            </p>
          </form>
        ) : (
          ''
        )}
      </div>
    </Page>
  )
}
