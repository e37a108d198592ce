import type { FC } from 'hono/jsx'
import { sayClock, sayHour } from '../../time/say-time.ts'
import { labelOfZone } from '../../time/zones.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'
import type { FoundPlace } from './places-for.ts'

const mostFound = 40

type Props = {
  showing: Showing
  assets: Assets
  back: string
  sought: string
  found: FoundPlace[]
  /** Whose zone is looked for: the reader's own, or that of a second place. */
  of: 'own' | 'beside'
  /** The second place of the page that one comes back to. */
  beside: string | null
}

export const ZonePage: FC<Props> = props => {
  const { showing, assets, back, sought, found, of } = props
  const { say } = showing
  const isOwn = of === 'own'
  const title = say(isOwn ? 'zone.title' : 'zone.beside.title')
  return (
    <Page
      showing={showing}
      assets={assets}
      title={title}
      canonical={null}
      here={paths.zone(back, isOwn ? undefined : 'beside')}
    >
      <div class="narrow">
        <p class="crumbs">
          <a href={back}>{say('zone.back')}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{isOwn ? ownLead(showing) : besideLead(props)}</p>
        <search>
          <form class="search" method="get" action={paths.chooseZone()}>
            <label for="q">{say('zone.search')}</label>
            <input id="q" name="q" type="search" value={sought} autocomplete="off" autofocus />
            <input type="hidden" name="back" value={back} />
            {isOwn ? '' : <input type="hidden" name="for" value="beside" />}
            <button type="submit">{say('zone.find')}</button>
          </form>
        </search>
        {sought && found.length === 0 ? <p role="status">{say('zone.nothing', { sought })}</p> : ''}
        {found.length ? <Choices {...props} /> : ''}
        <Forget {...props} />
        {isOwn ? <WakingHours showing={showing} back={back} /> : ''}
      </div>
    </Page>
  )
}

function ownLead({ say, zoneChosen, zone, locale, now }: Showing): string {
  return zoneChosen ? say('zone.now', { zone: labelOfZone(zone, locale, now) }) : say('zone.none')
}

function besideLead({ beside, showing: { say, locale, now } }: Props): string {
  return beside ? say('zone.beside.now', { zone: labelOfZone(beside, locale, now) }) : say('zone.beside.lead')
}

const Choices: FC<Props> = ({ showing: { locale, now }, back, found, of }) => (
  <form class="choices" method="post" action={paths.chooseZone()}>
    <input type="hidden" name="back" value={back} />
    <ul>
      {found.slice(0, mostFound).map(({ zone, place }) => (
        <li>
          <button type="submit" name={of === 'own' ? 'zone' : 'beside'} value={zone}>
            <span>
              {place ? (
                <>
                  <bdi>{place}</bdi> ·{' '}
                </>
              ) : (
                ''
              )}
              <bdi>{labelOfZone(zone, locale, now)}</bdi>
            </span>{' '}
            <time>{sayClock(now, zone, locale)}</time>
          </button>
        </li>
      ))}
    </ul>
  </form>
)

const Forget: FC<Props> = ({ showing, back, of, beside }) => {
  const { say, zoneChosen } = showing
  if (of === 'own' ? !zoneChosen : beside === null) return null
  return (
    <form method="post" action={paths.chooseZone()}>
      <input type="hidden" name="back" value={back} />
      <p>
        <button class="quiet" type="submit" name={of === 'own' ? 'zone' : 'beside'} value="">
          {say(of === 'own' ? 'zone.forget' : 'zone.beside.forget')}
        </button>
      </p>
    </form>
  )
}

const WakingHours: FC<{ showing: Showing; back: string }> = ({ showing, back }) => {
  const { say, waking, locale } = showing
  const hours = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const hour = from + index
      // An hour of a scale has its own words, and 24 is the end of the day.
      const words = hour === 24 ? '24' : sayHour(hour * 3_600_000, 'UTC', locale)
      return { hour, words }
    })
  const field = (name: 'awakeFrom' | 'awakeTo', chosen: number, from: number, to: number) => (
    <select name={name} id={name}>
      {hours(from, to).map(({ hour, words }) => (
        <option value={String(hour)} selected={hour === chosen}>
          {words}
        </option>
      ))}
    </select>
  )
  return (
    <form class="awake" method="post" action={paths.chooseZone()} aria-labelledby="awake">
      <h2 id="awake">{say('awake.title')}</h2>
      <p>{say('awake.lead')}</p>
      <input type="hidden" name="back" value={back} />
      <p>
        <label for="awakeFrom">{say('awake.from')}</label> {field('awakeFrom', waking.from, 0, 23)}{' '}
        <label for="awakeTo">{say('awake.to')}</label> {field('awakeTo', waking.to, 1, 24)}{' '}
        <button class="act" type="submit">
          {say('awake.keep')}
        </button>
      </p>
    </form>
  )
}
