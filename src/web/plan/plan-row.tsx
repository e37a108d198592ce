import type { FC } from 'hono/jsx'
import { phaseOf, type Reckoning, timedOf } from '../../domain/phase.ts'
import type { Choice } from '../../domain/plan/decision.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { actionsOf } from '../ui/actions.ts'
import { MainAction, shownLinks } from '../ui/entry-links.ts'
import { doubtsOf } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { languageSaid } from '../ui/read-to.ts'
import { reckoningOf } from '../ui/showing.ts'
import { timedData } from '../ui/timed-data.ts'
import { State, When } from '../ui/when-cell.ts'
import type { Key } from '../words.ts'
import { mayBeOtherwise, type PlanPart, type PlanRow } from './shown-plan.ts'
import { sayThen, sayWhy } from './why.ts'

type Props = {
  row: PlanRow
  part: PlanPart
  rows: ReadonlyMap<string, PlanRow>
  /** Whether it can be changed here: it is the plan of the one who looks. */
  isOwn: boolean
}

/** One thing that is starred: when it is, what becomes of it and why, and what else could. */
export const PlanLine: FC<Props> = ({ row, part, rows, isOwn }) => {
  const { entry, decision, parent } = row
  const { showing, edition } = part
  const { say, now, link } = showing
  const reckoning = reckoningOf(edition, showing)
  const at = phaseOf(timedOf(entry), now, reckoning)
  const actions = actionsOf(entry, shownLinks(entry, at, showing, reckoning), at)
  const titleOf = (id: string) => rows.get(id)?.entry.title ?? ''
  const why = sayWhy(decision, titleOf, showing)
  const then = row.otherwise && sayThen(row.otherwise, titleOf, showing)
  const choice = choiceKeys[decision.choice]
  return (
    <li class={`entry ${at.phase ?? ''}`} id={rowId(entry.id)} data-t={timedData(entry)}>
      <When entry={entry} span={decision.span} showing={showing} day="never" />
      <div class="what">
        <h4>
          <a href={link(row.path)}>
            <bdi lang={langOf(entry.title, showing, languageSaid(entry, 'title'))}>{entry.title}</bdi>
          </a>
        </h4>
        {parent ? (
          <p class="by">
            <bdi lang={langOf(parent.title, showing, languageSaid(parent, 'title'))}>{parent.title}</bdi>
          </p>
        ) : (
          ''
        )}
        <State entry={entry} at={at} span={decision.span} showing={showing} />
        <p class={`choice ${decision.choice}`}>
          {choice ? (
            <>
              <b>{say(choice)}</b>{' '}
            </>
          ) : (
            ''
          )}
          {why}
        </p>
        <Changed row={row} showing={showing} reckoning={reckoning} />
        {doubtsOf(entry, showing).map(doubt => (
          <p class="doubt">{doubt}</p>
        ))}
        {isOwn ? <Acts row={row} say={say} then={then} /> : ''}
      </div>
      <MainAction actions={actions} entry={entry} showing={showing} />
    </li>
  )
}

/** Where a row stands on the page. */
export function rowId(entryId: string): string {
  return `e-${entryId}`
}

export const choiceKeys: Record<Choice, Key | null> = {
  live: 'plan.choice.live',
  later: 'plan.choice.later',
  missed: 'plan.choice.missed',
  open: 'plan.choice.open',
  untimed: null,
  off: null,
}

/** What is otherwise than when it was starred. */
const Changed: FC<{ row: PlanRow; showing: PlanPart['showing']; reckoning: Reckoning }> = ({
  row: { movedFrom, was },
  showing: { say, zone, locale },
}) => (
  <>
    {movedFrom === null ? (
      ''
    ) : (
      <p class="doubt moved">
        {say('plan.moved', {
          time: `${sayDay(dayOf(movedFrom, zone), 'short', locale)} ${sayClock(movedFrom, zone, locale)}`,
        })}
      </p>
    )}
    {was.map(title => (
      <p class="by">{say('plan.became', { title })}</p>
    ))}
  </>
)

type ActsProps = {
  row: PlanRow
  say: PlanPart['showing']['say']
  /** What becomes of the others the other way. */
  then: string | null
}

const Acts: FC<ActsProps> = ({ row: { ids, decision }, say, then }) => {
  const { wish, pin, choice } = decision
  return (
    <form class="acts" method="post" action={paths.planEntries()}>
      {ids.map(id => (
        <input type="hidden" name="entry" value={id} />
      ))}
      <button
        type="submit"
        name="wish"
        value={wish === 'must' ? 'like' : 'must'}
        aria-pressed={String(wish === 'must')}
      >
        {say('star.must')}
      </button>
      {mayBeOtherwise(decision) ? (
        <button
          type="submit"
          formaction={paths.planPins()}
          name="pin"
          value={choice === 'live' ? 'later' : 'live'}
        >
          {say(choice === 'live' ? 'plan.pin.later' : 'plan.pin.live')}
          {then ? <small>{then}</small> : ''}
        </button>
      ) : (
        ''
      )}
      {pin !== null ? (
        <button type="submit" formaction={paths.planPins()} name="pin" value="">
          {say('plan.unpin')}
        </button>
      ) : (
        ''
      )}
      <button type="submit" name="wish" value="none">
        {say('plan.remove')}
      </button>
    </form>
  )
}
