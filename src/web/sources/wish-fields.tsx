import type { FC } from 'hono/jsx'
import { fieldsToKeep, mostDaysAround, type SourceWish, sourcePolicies } from '../../domain/source.ts'
import { Field } from '../ui/field.tsx'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'

/** What becomes of what a source tells. */
export const WishFields: FC<{ wish: SourceWish; showing: Showing }> = ({ wish, showing }) => {
  const { say } = showing
  return (
    <>
      <fieldset class="choices">
        <legend>{say('source.policy')}</legend>
        {sourcePolicies.map(policy => (
          <label>
            <input type="radio" name="policy" value={policy} checked={policy === wish.policy || undefined} />
            <span>
              {say(`source.policy.${policy}`)} <small>{say(`source.policy.${policy}.how`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="choices row">
        <legend>{say('source.new-as')}</legend>
        {(['draft', 'published'] as const).map(state => (
          <label>
            <input type="radio" name="new-as" value={state} checked={state === wish.newAs || undefined} />
            <span>{say(`source.new-as.${state}`)}</span>
          </label>
        ))}
      </fieldset>
      <details open={wish.ours.length > 0 || wish.repeated === 'one' || undefined}>
        <summary>{say('source.more')}</summary>
        <fieldset class="choices row">
          <legend>{say('source.ours')}</legend>
          {fieldsToKeep.map(field => (
            <label>
              <input
                type="checkbox"
                name="ours"
                value={field}
                checked={wish.ours.includes(field) || undefined}
              />
              <span>{fieldName(field, showing)}</span>
            </label>
          ))}
          <p class="hint">{say('source.ours.hint')}</p>
        </fieldset>
        <fieldset class="choices row">
          <legend>{say('import.repeated')}</legend>
          {(['each', 'one'] as const).map(way => (
            <label>
              <input type="radio" name="repeated" value={way} checked={way === wish.repeated || undefined} />
              <span>{say(`import.repeated.${way}`)}</span>
            </label>
          ))}
          <p class="hint">{say('import.repeated.kept')}</p>
        </fieldset>
        <Field
          label={say('source.days')}
          name="days"
          type="number"
          min="0"
          max={String(mostDaysAround)}
          value={String(wish.daysAround)}
          hint={say('source.days.hint')}
        />
      </details>
    </>
  )
}
