import type { FC } from 'hono/jsx'
import type { Programme } from '../../domain/programme.ts'
import { type RecordingPolicy, recordingPolicies } from '../../domain/recordings/offer.ts'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'

type Props = {
  programme: Programme
  policies: { edition: RecordingPolicy | null; series: RecordingPolicy | null }
  showing: Showing
}

/** Whether a recording that is surely found is attached by itself, here or in every edition of the series. */
export const PolicyForm: FC<Props> = ({ programme: { series, edition }, policies, showing: { say } }) => {
  const chosen = policies.edition ?? policies.series ?? 'propose'
  const isOfSeries = policies.edition === null && policies.series !== null
  return (
    <details class="recording-policy">
      <summary>{say(`recordings.policy.is-${chosen}`)}</summary>
      <form method="post" action={paths.deskRecordingPolicy(series.slug, edition.slug)}>
        <fieldset>
          <legend>{say('recordings.policy')}</legend>
          {recordingPolicies.map(policy => (
            <label class="choice">
              <input type="radio" name="policy" value={policy} checked={policy === chosen} />{' '}
              {say(`recordings.policy.${policy}`)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{say('recordings.policy.of')}</legend>
          {(['edition', 'series'] as const).map(of => (
            <label class="choice">
              <input type="radio" name="of" value={of} checked={(of === 'series') === isOfSeries} />{' '}
              <bdi>{of === 'edition' ? edition.title : series.title}</bdi>
              {of === 'series' ? ` (${say('recordings.policy.all')})` : ''}
            </label>
          ))}
        </fieldset>
        <button class="act" type="submit">
          {say('recordings.policy.save')}
        </button>
      </form>
    </details>
  )
}
