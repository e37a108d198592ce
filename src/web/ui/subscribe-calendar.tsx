import type { FC } from 'hono/jsx'
import { calendarQuery } from '../calendar-query.ts'
import { paths } from '../paths.ts'
import { linksToSubscribe } from './calendar-links.ts'
import type { Showing } from './showing.ts'

/** How a programme comes into one's own calendar and stays true there, and how soon each kind of program hears of a change. */
export const SubscribeCalendar: FC<{
  title: string
  /** Of the series or edition. */
  path: string
  /** As they stand in addresses. */
  filter: string
  kept: string
  showing: Showing
  baseUrl: string
}> = ({ title, path, filter, kept, showing: { say }, baseUrl }) => {
  const addressOf = (hidesCancelled: boolean) =>
    baseUrl + encodeURI(paths.calendar(path, calendarQuery({ filter, kept, hidesCancelled })))
  const address = addressOf(false)
  const links = linksToSubscribe(address, title)
  return (
    <>
      <h2>{say('calendar.name')}</h2>
      <p>{say('calendar.what')}</p>
      <dl class="facts">
        <div>
          <dt>
            <a href={links.webcal}>{say('calendar.here')}</a>
          </dt>
          <dd>{say('calendar.here.often')}</dd>
        </div>
        <div>
          <dt>
            <a href={links.google} rel="noopener">
              Google
            </a>
          </dt>
          <dd>{say('calendar.google.often')}</dd>
        </div>
        <div>
          <dt>
            <a href={links.outlook} rel="noopener">
              Outlook
            </a>
            {' · '}
            <a href={links.office} rel="noopener">
              Microsoft 365
            </a>
          </dt>
          <dd>{say('calendar.outlook.often')}</dd>
        </div>
        <div>
          <dt>{say('calendar.other')}</dt>
          <dd>
            {say('calendar.other.how')}{' '}
            <a href={address} dir="ltr" class="address">
              {address}
            </a>
          </dd>
        </div>
      </dl>
      <p>
        {say('calendar.late')} <a href={addressOf(true)}>{say('calendar.hide')}</a>
      </p>
    </>
  )
}
