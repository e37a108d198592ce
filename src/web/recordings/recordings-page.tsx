import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import { phaseOf, type Reckoning, spanOf, takesPlace, timedOf } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { recordingOf } from '../../domain/recording.ts'
import type { Look } from '../../domain/recordings/look.ts'
import { isOpenOffer, type Offer, type RecordingPolicy } from '../../domain/recordings/offer.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { reckoningOf } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import type { Key } from '../words.ts'
import { PolicyForm } from './policy-form.tsx'
import { RecordingRow } from './recording-row.tsx'

type Props = {
  at: AtDesk
  programme: Programme
  looks: Map<string, Look>
  offers: Offer[]
  policies: { edition: RecordingPolicy | null; series: RecordingPolicy | null }
  mayPublish: boolean
  refused: string | null
}

/** Each event of an edition that is on or over, with what is known of its recording, and what is to be decided first. */
export const RecordingsPage: FC<Props> = props => {
  const { at, programme, looks, policies, mayPublish, refused } = props
  const { showing } = at
  const { say } = showing
  const offers = Map.groupBy(props.offers, ({ entryId }) => entryId)
  const reckoning = reckoningOf(programme.edition, showing)
  const events = programme.entries
    .filter(entry => isPastStart(entry, showing.now, reckoning))
    .sort((a, b) => startOf(b, reckoning) - startOf(a, reckoning))
  const parts = Map.groupBy(events, entry =>
    partOf(entry, offers.get(entry.id) ?? [], showing.now, reckoning),
  )
  return (
    <DeskPage at={at} title={say('desk.recordings')} edition={programme} part="recordings">
      <h1>{say('desk.recordings')}</h1>
      <p class="lead">{say('recordings.lead')}</p>
      {refused ? (
        <p class="wrong" role="alert">
          {refused}
        </p>
      ) : (
        ''
      )}
      {mayPublish ? <PolicyForm programme={programme} policies={policies} showing={showing} /> : ''}
      {events.length === 0 ? <p class="empty">{say('recordings.none')}</p> : ''}
      {order.map(part => {
        const own = parts.get(part) ?? []
        return own.length ? (
          <section class="of-recordings" aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>
              {say(`recordings.${part}` as Key)} <small>{own.length}</small>
            </h2>
            <ol class="recordings">
              {own.map(entry => (
                <RecordingRow
                  entry={entry}
                  look={looks.get(entry.id) ?? null}
                  offers={offers.get(entry.id) ?? []}
                  programme={programme}
                  mayPublish={mayPublish}
                  showing={showing}
                />
              ))}
            </ol>
          </section>
        ) : (
          ''
        )
      })}
      <ZoneLine showing={showing} here={at.here} />
    </DeskPage>
  )
}

const order = ['offered', 'on', 'open', 'there', 'without'] as const
type Part = (typeof order)[number]

function isPastStart(entry: Entry, now: number, reckoning: Reckoning): boolean {
  if (entry.kind !== 'event' || entry.state !== 'published' || !takesPlace(entry)) return false
  const { phase } = phaseOf(timedOf(entry), now, reckoning)
  return phase === 'on' || phase === 'over'
}

function startOf(entry: Entry, reckoning: Reckoning): number {
  return spanOf(timedOf(entry), reckoning)?.start ?? 0
}

function partOf(entry: Entry, offers: Offer[], now: number, reckoning: Reckoning): Part {
  if (offers.some(offer => isOpenOffer(offer, entry))) return 'offered'
  if (phaseOf(timedOf(entry), now, reckoning).phase === 'on') return 'on'
  const state = recordingOf(entry)
  if (state === 'available') return 'there'
  return state === 'none' || state === 'removed' ? 'without' : 'open'
}
