import type { FC } from 'hono/jsx'
import type { Watched } from '../../domain/day-watch.ts'
import type { DeskItem } from '../../domain/desk.ts'
import { phaseOf, type Reckoning, timedOf } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import type { Look } from '../../domain/recordings/look.ts'
import { paths } from '../paths.ts'
import { hostOf } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { OfferActs } from '../ui/offer-acts.tsx'
import { saySeen } from '../ui/recording-words.ts'
import type { Showing } from '../ui/showing.ts'
import { State, When } from '../ui/when-cell.ts'
import type { Key } from '../words.ts'
import { type DayAct, dayActs } from './day-acts.ts'
import { sayNeeds } from './need-words.ts'
import { Doors } from './on-the-day.tsx'

/** An address that was none, and what was to be done with it. */
export type Mistyped = { id: string; act: DayAct; typed: string }

type Props = {
  watched: Watched
  /** What it needs. */
  item: DeskItem | undefined
  /** What was seen of its stream and its recording. */
  look: Look | undefined
  programme: Programme
  showing: Showing
  reckoning: Reckoning
  here: string
  /** Over: its recording is awaited, and nothing else can be set right. */
  isOver?: boolean
  mayAct: boolean
  mistyped: Mistyped | undefined
}

/** An event with its doors, what is in doubt of it, and what can be done about it with one press. */
export const DayRow: FC<Props> = props => {
  const { watched, item, look, programme, showing, reckoning, here, isOver = false, mayAct } = props
  const { entry, span } = watched
  // Its doors are shown anyhow, and of its recording all that is shown here waits.
  const needs = (item ? sayNeeds(item, showing) : []).filter(
    ({ code }) => code !== 'join-missing' && code !== 'recording-not-told',
  )
  const offer = item?.needs.flatMap(need => ('offer' in need ? [need.offer] : []))[0]
  return (
    <li id={`day-${entry.id}`} data-row>
      <When entry={entry} span={span} showing={showing} day="unless-today" />
      <div class="what">
        <a href={showing.link(paths.editEntry(entry.id, here))}>
          <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
        </a>
        <State
          entry={entry}
          at={phaseOf(timedOf(entry), showing.now, reckoning)}
          span={span}
          showing={showing}
        />
        {isOver ? '' : <Doors entry={entry} showing={showing} />}
        {look && look.sightings.length > 0 ? (
          <p class="hint seen">
            {look.sightings.map(sighting => (
              <>
                <bdi>{hostOf(sighting.url)}</bdi>: {saySeen(sighting, showing)}{' '}
              </>
            ))}
          </p>
        ) : (
          ''
        )}
        {needs.length ? (
          <ul class="needs">
            {needs.map(({ code, words }) => (
              <li class={code}>{words}</li>
            ))}
          </ul>
        ) : (
          ''
        )}
        {offer && mayAct ? (
          <OfferActs offer={offer} into={programme} back={here} showing={showing} pressedBy="a" />
        ) : (
          ''
        )}
        {mayAct ? <Fixes {...props} isOver={isOver} /> : ''}
      </div>
    </li>
  )
}

const running: DayAct[] = ['later', 'earlier', 'cancel', 'withdraw']
const over: DayAct[] = ['recording-expected', 'recording-none', 'withdraw']

const actWords: Record<DayAct, Key> = {
  later: 'day.later',
  earlier: 'day.earlier',
  cancel: 'day.cancel',
  link: 'day.link',
  recording: 'day.recording',
  'recording-none': 'bulk.recording.none',
  'recording-expected': 'bulk.recording.expected',
  withdraw: 'bulk.withdraw',
}

const Fixes: FC<Props> = ({ watched: { entry }, programme, showing, isOver, mistyped }) => {
  const { say } = showing
  const { series, edition } = programme
  const action = paths.deskDay(series.slug, edition.slug)
  const asks = isOver ? 'recording' : 'link'
  const wrong = mistyped?.id === entry.id && mistyped.act === asks ? mistyped : null
  const acts = (isOver ? over : running).filter(
    act => act !== 'recording-expected' || entry.recording !== 'expected',
  )
  return (
    <div class="fixes">
      <details open={wrong !== null}>
        <summary data-key={dayActs[asks]} aria-keyshortcuts={dayActs[asks]}>
          {say(actWords[asks])} <kbd>{dayActs[asks]}</kbd>
        </summary>
        <form method="post" action={action} data-in-place>
          <input type="hidden" name="entry" value={entry.id} />
          <label>
            {say('day.address')}{' '}
            <input
              name="url"
              type="text"
              inputmode="url"
              autocomplete="off"
              value={wrong?.typed}
              aria-invalid={wrong ? 'true' : undefined}
              aria-describedby={wrong ? `wrong-${entry.id}` : undefined}
            />
          </label>
          <button class="act" type="submit" name="act" value={asks}>
            {say(actWords[asks])}
          </button>
          {wrong ? (
            <p class="wrong" role="alert" id={`wrong-${entry.id}`}>
              {wrong.typed.trim()
                ? say('form.wrong.address', { told: wrong.typed.slice(0, 80) })
                : say('form.wrong.address-missing')}
            </p>
          ) : (
            ''
          )}
        </form>
      </details>
      <form class="quick" method="post" action={action} data-in-place>
        <input type="hidden" name="entry" value={entry.id} />
        {acts.map(act => (
          <button
            class="quiet"
            type="submit"
            name="act"
            value={act}
            data-key={dayActs[act]}
            aria-keyshortcuts={dayActs[act]}
          >
            {say(actWords[act])} <kbd>{dayActs[act]}</kbd>
          </button>
        ))}
      </form>
    </div>
  )
}
