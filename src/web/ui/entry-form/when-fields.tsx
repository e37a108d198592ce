import type { FC } from 'hono/jsx'
import { instantsOf } from '../../../domain/instants-of.ts'
import type { Showing } from '../showing.ts'
import { Beside, described, type FormView, idOf, LineField, typedIn, Wrong } from './field.tsx'
import { sayInZones, type ZoneWords } from './say-time-in.ts'
import { precisions } from './when-parts.ts'

/** The time of an entry: in words, and in the parts that these are read into. */
export const WhenFields: FC<{ view: FormView }> = ({ view }) => {
  const { say } = view.showing
  const precision = typedIn(view, 'when.precision')
  const words = zoneWords(view.showing)
  return (
    <fieldset class="group when-fields">
      <legend>{say('form.when')}</legend>
      <div class="in-words">
        <LineField view={view} name="when.words" label="form.when.words" hint="form.when.words.hint" />
        <button class="act" type="submit" name={idOf(view, 'act')} value="read" formnovalidate>
          {say('form.when.read')}
        </button>
        <input type="hidden" name={idOf(view, 'when.seen')} value={typedIn(view, 'when.seen')} />
      </div>
      <fieldset class="field radios">
        <legend>{say('form.when.precision')}</legend>
        <Wrong view={view} name="when.precision" />
        {precisions.map(each => (
          <label>
            <input
              type="radio"
              id={idOf(view, each === precisions[0] ? 'when.precision' : `when.precision.${each}`)}
              name={idOf(view, 'when.precision')}
              value={each}
              checked={each === precision || undefined}
            />
            {say(`form.when.${each}`)}
          </label>
        ))}
      </fieldset>
      <div class="parts">
        <LineField view={view} name="when.day" label="form.when.day" type="date" class="of-day" />
        <LineField view={view} name="when.start" label="form.when.start" type="time" class="of-hour" />
        <LineField view={view} name="when.end" label="form.when.end" type="time" class="of-hour" />
        <LineField
          view={view}
          name="when.end-day"
          label="form.when.end-day"
          hint="form.when.end-day.hint"
          type="date"
          class="of-day"
        />
        <LineField
          view={view}
          name="when.zone"
          label="form.when.zone"
          hint="form.when.zone.hint"
          list="zones"
          class="of-hour zone-field"
        />
      </div>
      <div class="field box of-hour">
        <label>
          <input
            type="checkbox"
            {...described({ view, name: 'when.everywhere' })}
            value="on"
            checked={typedIn(view, 'when.everywhere') !== '' || undefined}
          />
          {say('form.when.everywhere')}
        </label>
      </div>
      <p
        class="hint said"
        role="status"
        data-home={view.context.homeZone}
        data-said={words.said}
        data-said-own={words.saidOwn}
      >
        {sayWhen(view)}
      </p>
      <Beside view={view} of="time" />
    </fieldset>
  )
}

/** The time in the programme's own zone and, where that is another one, in the curator's. */
function sayWhen({ state, showing, context }: FormView): string {
  const { time } = state
  if (time?.precision !== 'moment' || time.zone === null) return ''
  const { startsAt, endsAt } = instantsOf(time)
  if (startsAt === null) return ''
  const zones = { home: context.homeZone, own: showing.zone, locale: showing.locale }
  return sayInZones({ startsAt, endsAt }, zones, zoneWords(showing))
}

function zoneWords({ say }: Showing): ZoneWords {
  const gaps = { home: '{home}', zone: '{zone}', own: '{own}', ownZone: '{ownZone}' }
  return { said: say('form.when.said', gaps), saidOwn: say('form.when.said-own', gaps) }
}
