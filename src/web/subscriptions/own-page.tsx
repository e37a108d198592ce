import type { Child, FC } from 'hono/jsx'
import { endingPath } from '../../domain/address.ts'
import { type Subscriber, wants } from '../../domain/notice/subscription.ts'
import { sayHour } from '../../time/say-time.ts'
import { allZones } from '../../time/zones.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'
import { languages } from '../words.ts'
import type { Named } from './named.ts'

type Props = { token: string; subscriber: Subscriber; told: Named[]; showing: Showing; assets: Assets }

/** What somebody is told, and how; all of it is changed and ended here. */
export const OwnPage: FC<Props> = props => {
  const { token, subscriber, told, showing, assets } = props
  const { say } = showing
  const { channel, address, state } = subscriber
  const asked = told.filter(({ confirmedAt }) => confirmedAt === null)
  const confirmed = told.filter(({ confirmedAt }) => confirmedAt !== null)
  const isolated = `\u2068${address}\u2069`
  return (
    <Frame showing={showing} assets={assets} title={say('tell.own')} token={token}>
      <p>{channel === 'mail' ? say('tell.own.mail', { address: isolated }) : say('tell.own.push')}</p>
      {state === 'bounced' ? <p class="wrong">{say('tell.bounced')}</p> : ''}
      {asked.length > 0 || state !== 'confirmed' ? (
        <form method="post" action={paths.subscriptions(token, 'confirmed')}>
          {asked.length ? <p class="lead">{say('tell.confirm.lead', { address: isolated })}</p> : ''}
          <ul>
            {asked.map(each => (
              <li>
                <What each={each} showing={showing} />
              </li>
            ))}
          </ul>
          <button type="submit" class="act strong">
            {say(state === 'bounced' ? 'tell.bounced.again' : 'tell.confirm')}
          </button>
        </form>
      ) : (
        ''
      )}
      {confirmed.length ? (
        <form class="telling" method="post" action={paths.subscriptions(token)}>
          <ul>
            {confirmed.map(each => (
              <li>
                <What each={each} showing={showing} />{' '}
                <button class="quiet" type="submit" formaction={endingPath(token, each.id)}>
                  {say('tell.end')}
                </button>
                {each.what === 'entry' || each.what === 'plan' ? <Wants each={each} showing={showing} /> : ''}
              </li>
            ))}
          </ul>
          <How
            subscriber={subscriber}
            showing={showing}
            hasDigest={told.some(({ what }) => what === 'digest')}
          />
          <button type="submit" class="act">
            {say('awake.keep')}
          </button>
        </form>
      ) : (
        ''
      )}
      <p>
        <a href={paths.subscriptions(token, 'export.json')}>{say('tell.export')}</a>
      </p>
      <form method="post" action={paths.subscriptions(token, 'removed')}>
        <button type="submit" class="act">
          {say('tell.remove')}
        </button>
      </form>
    </Frame>
  )
}

const What: FC<{ each: Named; showing: Showing }> = ({ each: { what, title, path }, showing }) => {
  const { say, link } = showing
  const name = what === 'plan' ? say('plan.name') : title
  const said = <bdi lang={name ? langOf(name, showing) : undefined}>{name ?? say('tell.gone')}</bdi>
  return (
    <>
      <b>{path ? <a href={link(path)}>{said}</a> : said}</b>
      {what === 'entry' || what === 'plan' ? '' : <> · {say(`tell.${what}`)}</>}
    </>
  )
}

const Wants: FC<{ each: Named; showing: Showing }> = ({ each, showing: { say } }) => (
  <div>
    {wants.map(want => (
      <label>
        <input type="checkbox" name={`want-${each.id}`} value={want} checked={each.wants.includes(want)} />{' '}
        {say(`tell.${want}`)}
      </label>
    ))}
  </div>
)

const How: FC<{ subscriber: Subscriber; showing: Showing; hasDigest: boolean }> = props => {
  const { subscriber, showing, hasDigest } = props
  const { say, locale } = showing
  const { zone, waking, digestHour, language } = subscriber
  const hours = (first: number, last: number, chosen: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => (
      <option value={String(first + index)} selected={first + index === chosen}>
        {first + index === 24 ? '24' : sayHour((first + index) * 3_600_000, 'UTC', locale)}
      </option>
    ))
  const zones = allZones()
  return (
    <fieldset>
      <legend>{say('tell.how')}</legend>
      <p>
        <label for="zone">{say('zone.title')}</label>{' '}
        <select id="zone" name="zone" dir="ltr">
          {[...(zones.includes(zone) ? [] : [zone]), ...zones].map(each => (
            <option value={each} selected={each === zone}>
              {each.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="language">{say('languages')}</label>{' '}
        <select id="language" name="language">
          {Object.entries(languages).map(([name, each]) => (
            <option value={name} selected={name === language} lang={each.tag}>
              {each.name}
            </option>
          ))}
        </select>
      </p>
      {hasDigest ? (
        <p>
          <label for="hour">{say('tell.hour')}</label>{' '}
          <select id="hour" name="hour">
            {hours(0, 23, digestHour)}
          </select>
        </p>
      ) : (
        ''
      )}
      <p>
        <label for="awake-from">{say('awake.title')}</label>{' '}
        <select id="awake-from" name="awakeFrom" aria-label={say('awake.from')}>
          {hours(0, 23, waking.from)}
        </select>{' '}
        <label for="awake-to">{say('awake.to')}</label>{' '}
        <select id="awake-to" name="awakeTo">
          {hours(1, 24, waking.to)}
        </select>
      </p>
      <p class="hint">{say('tell.quiet')}</p>
    </fieldset>
  )
}

/** Whether one thing is to be ended; shown to people and to machines alike, which change nothing by looking. */
export const EndPage: FC<{ token: string; each: Named; showing: Showing; assets: Assets }> = props => {
  const { token, each, showing, assets } = props
  const { say, link } = showing
  return (
    <Frame showing={showing} assets={assets} title={say('tell.end.lead')} token={token}>
      <p>
        <What each={each} showing={showing} />
      </p>
      <form method="post" action={link(endingPath(token, each.id))}>
        <button type="submit" class="act strong">
          {say('tell.end')}
        </button>
      </form>
      <p>
        <a href={link(paths.subscriptions(token))}>{say('notice.settings')}</a>
      </p>
    </Frame>
  )
}

/** That it is done. */
export const DonePage: FC<{
  token: string
  words: string
  left: boolean
  showing: Showing
  assets: Assets
}> = props => {
  const { token, words, left, showing, assets } = props
  const { say, link } = showing
  return (
    <Frame showing={showing} assets={assets} title={words} token={token}>
      {left ? (
        <p>
          <a href={link(paths.subscriptions(token))}>{say('notice.settings')}</a>
        </p>
      ) : (
        ''
      )}
    </Frame>
  )
}

const Frame: FC<{
  showing: Showing
  assets: Assets
  title: string
  token: string
  children?: Child
}> = props => (
  <Page
    showing={props.showing}
    assets={props.assets}
    title={props.title}
    canonical={null}
    robots="noindex, nofollow"
    here={props.showing.link(paths.subscriptions(props.token))}
    skip={props.showing.say('writing.skip')}
    style={props.assets.you}
  >
    <div class="narrow you">
      <h1>{props.title}</h1>
      {props.children}
    </div>
  </Page>
)
