import type { FC } from 'hono/jsx'
import type { FieldDoubt } from '../../../domain/finding.ts'
import { readToldTime } from '../../../domain/told-time.ts'
import type { Choice } from '../../../time/doubt.ts'
import { sayDay, sayWallClock, sayZone } from '../../../time/say-time.ts'
import { sayDoubt } from '../entry-words.ts'
import type { Showing } from '../showing.ts'
import { type FormView, idOf, typedIn, Wrong } from './field.tsx'
import { isProvenance } from './provenances.ts'
import { answerField, answerOfChoice } from './settle-when.ts'

/** Each doubt with what may be meant, and with what one says who does not know. */
export const DoubtFields: FC<{ view: FormView }> = ({ view }) => {
  const { doubts } = view.state
  const { say } = view.showing
  if (doubts.length === 0) return null
  return (
    <fieldset class="group doubts">
      <legend>{say('form.doubts')}</legend>
      {doubts.map(({ doubt }) => (
        <DoubtField view={view} doubt={doubt} />
      ))}
    </fieldset>
  )
}

const DoubtField: FC<{ view: FormView; doubt: FieldDoubt }> = ({ view, doubt }) => {
  const { showing, state } = view
  const { say } = showing
  const name = answerField(doubt)
  const isWrong = state.problems.some(({ field }) => field === name)
  const answers: [string, string][] = [
    ...(doubt.choices ?? []).map((choice, at): [string, string] => [
      answerOfChoice(choice),
      `${sayChoice(choice, showing)}${at === 0 ? ` – ${say('form.doubt.taken')}` : ''}`,
    ]),
    ...(doubt.choices?.length ? [] : ([['stands', say('form.doubt.stands')]] as [string, string][])),
    ['keep', say('form.doubt.keep')],
  ]
  return (
    <fieldset
      class="field radios"
      aria-describedby={isWrong ? `${idOf(view, name)}-wrong` : undefined}
      aria-invalid={isWrong ? 'true' : undefined}
    >
      <legend>
        {sayDoubt(doubt, { time: state.time }, showing)}
        {doubt.said ? (
          <>
            {' '}
            <q>
              <bdi>{doubt.said}</bdi>
            </q>
          </>
        ) : (
          ''
        )}
      </legend>
      <Wrong view={view} name={name} />
      {answers.map(([value, words], at) => (
        <label>
          <input
            type="radio"
            id={at === 0 ? idOf(view, name) : undefined}
            name={idOf(view, name)}
            value={value}
            checked={typedIn(view, name) === value || undefined}
          />
          <bdi>{words}</bdi>
        </label>
      ))}
    </fieldset>
  )
}

/** `Friday 18 December 2020, 15:00–16:00 in Kolkata`, and who tells it so. */
function sayChoice({ start, end, allDay, from }: Choice, { say, locale }: Showing): string {
  const told = readToldTime(start)
  if (!told) return start
  const day = sayDay(told.wall.slice(0, 10), 'full', locale)
  const last = end === undefined ? null : readToldTime(end)
  const source = from && isProvenance(from) ? ` (${say(`provenance.${from}`)})` : ''
  if (told.isDay) {
    const until = last ? ` – ${sayDay(last.wall.slice(0, 10), 'full', locale)}` : ''
    return `${day}${until}${allDay ? ` · ${say('time.all-day')}` : ''}${source}`
  }
  const isSameDay = last?.wall.slice(0, 10) === told.wall.slice(0, 10)
  const until =
    last && !last.isDay
      ? `–${isSameDay ? '' : `${sayDay(last.wall.slice(0, 10), 'short', locale)} `}${sayWallClock(last.wall, locale)}`
      : ''
  const clock = `${day}, ${sayWallClock(told.wall, locale)}${until}`
  return `${told.zone === null ? clock : placed(clock, told)}${source}`

  function placed(time: string, { zone, offset, wall }: NonNullable<typeof told>): string {
    const at = Date.parse(`${wall}${offset === 'UTC' ? 'Z' : (offset ?? 'Z')}`)
    const place = sayZone(zone!, at, locale)
    return say(place.startsWith('UTC') ? 'own.offset' : 'own', { time, place })
  }
}
