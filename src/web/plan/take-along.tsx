import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import { type Code, OnPhone } from '../ui/on-phone.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  showing: Showing
  /** The private address of the plan. */
  code: Code
  /** Where calendars read it; null where none can. */
  calendar: string | null
  /** What is starred, as an address that anybody may have. */
  share: string
}

/** Ways of a plan to another device, into a calendar and to other people; and its end. */
export const TakeAlong: FC<Props> = ({ showing, code, calendar, share }) => {
  const { say } = showing
  return (
    <section class="list along" aria-labelledby="along">
      <h2 id="along">{say('plan.along')}</h2>
      <div>
        <h3>{say('plan.device')}</h3>
        <p>{say('plan.device.text')}</p>
        <OnPhone code={code} showing={showing} />
      </div>
      {calendar ? (
        <div>
          <h3>{say('plan.calendar')}</h3>
          <p>{say('plan.calendar.text')}</p>
          <p>
            <a class="act" href={calendar.replace(/^https?:/, 'webcal:')}>
              {say('plan.calendar.act')}
            </a>
          </p>
          <p>
            <a class="address" href={calendar}>
              <bdi>{calendar}</bdi>
            </a>
          </p>
        </div>
      ) : (
        ''
      )}
      <div>
        <h3>{say('tell.name')}</h3>
        <p>
          <a class="act" href={showing.link(paths.notices(paths.plan()))}>
            {say('tell.name')}
          </a>
        </p>
      </div>
      <div>
        <h3>{say('plan.share')}</h3>
        <p>{say('plan.share.text')}</p>
        <p>
          <a class="address" href={share}>
            <bdi>{share.length > longest ? `${share.slice(0, longest)}…` : share}</bdi>
          </a>
        </p>
      </div>
      <details>
        <summary>{say('plan.forget')}</summary>
        <p>{say('plan.forget.text')}</p>
        <form method="post" action={paths.planForgotten()}>
          <button type="submit" class="act">
            {say('plan.forget')}
          </button>
        </form>
      </details>
    </section>
  )
}

/** What is shown of an address that is there to be followed or copied. */
const longest = 120
