import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import { spanOf, timedOf } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { addressesToLookAt, type Look } from '../../domain/recordings/look.ts'
import { isOpenOffer, type Offer } from '../../domain/recordings/offer.ts'
import type { Sighting } from '../../domain/recordings/seen.ts'
import { paths } from '../paths.ts'
import { hostOf } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { OfferActs } from '../ui/offer-acts.tsx'
import { sayLonger, sayReasons, saySeen } from '../ui/recording-words.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import { reckoningOf, type Showing } from '../ui/showing.ts'

type Props = {
  entry: Entry
  look: Look | null
  offers: Offer[]
  programme: Programme
  mayPublish: boolean
  showing: Showing
}

/** One event: what was seen of its recording and since when, what was found, and what can be done. */
export const RecordingRow: FC<Props> = ({ entry, look, offers, programme, mayPublish, showing }) => {
  const { say, link } = showing
  const { series, edition } = programme
  const span = spanOf(timedOf(entry), reckoningOf(edition, showing))
  const here = paths.deskRecordings(series.slug, edition.slug, entry.id)
  const open = offers.filter(offer => isOpenOffer(offer, entry))
  const refused = offers.filter(({ answer }) => answer?.as === 'refused')
  return (
    <li id={`recording-${entry.id}`}>
      <h3>
        <a href={link(paths.editEntry(entry.id, here))}>
          <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
        </a>
      </h3>
      <p class="hint">
        {span ? <ShortMoment at={span.start} showing={showing} /> : ''}
        {entry.recording === 'none' || entry.recording === 'expected' || entry.recording === 'removed'
          ? ` · ${say(`recording.${entry.recording}`)}`
          : ''}
      </p>
      <Evidence entry={entry} look={look} showing={showing} />
      {open.length ? (
        <ul class="offers">
          {open.map(offer => (
            <li>
              <Found offer={offer} showing={showing} />
              {mayPublish ? <OfferActs offer={offer} into={programme} back={here} showing={showing} /> : ''}
            </li>
          ))}
        </ul>
      ) : (
        ''
      )}
      <div class="looks">
        <p class="hint">
          {look ? (
            <>
              {say('recordings.looked')} <ShortMoment at={look.lookedAt} showing={showing} />
              {look.nextAt === null ? (
                ''
              ) : (
                <>
                  {' · '}
                  {say('recordings.next')}{' '}
                  <ShortMoment at={Math.max(look.nextAt, showing.now)} showing={showing} />
                </>
              )}
            </>
          ) : (
            say('recordings.never')
          )}
        </p>
        {mayPublish ? (
          <form method="post" action={paths.deskRecordingLooks(series.slug, edition.slug)}>
            <input type="hidden" name="entry" value={entry.id} />
            <input type="hidden" name="back" value={here} />
            <button class="quiet" type="submit">
              {say('recordings.look')}
            </button>
          </form>
        ) : (
          ''
        )}
      </div>
      {refused.length && mayPublish ? (
        <details class="refused">
          <summary>{say('recordings.refused', { count: refused.length })}</summary>
          <ul class="offers">
            {refused.map(offer => (
              <li>
                <Found offer={offer} showing={showing} />
                <form
                  class="quick"
                  method="post"
                  action={paths.deskRecordingOffer(series.slug, edition.slug, offer.id)}
                >
                  <input type="hidden" name="back" value={here} />
                  <button class="act" type="submit" name="do" value="again">
                    {say('offer.again')}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </details>
      ) : (
        ''
      )}
    </li>
  )
}

const Found: FC<{ offer: Offer; showing: Showing }> = ({ offer, showing }) => (
  <p>
    {offer.kind === 'removed' ? `${showing.say('offer.seems-gone')} ` : ''}
    <a href={offer.url} rel="noopener">
      <bdi>{offer.title ?? hostOf(offer.url)}</bdi>
    </a>{' '}
    <small dir="ltr">{hostOf(offer.url)}</small>
    <br />
    <span class="why">{sayReasons(offer.reasons, showing)}</span>
  </p>
)

/** What is at each address; what nobody can be asked about is said too. */
const Evidence: FC<{ entry: Entry; look: Look | null; showing: Showing }> = ({ entry, look, showing }) => {
  const { say } = showing
  const addresses = addressesToLookAt(entry)
  if (addresses.length === 0) return <p class="hint">{say('recordings.no-address')}</p>
  return (
    <ul class="seen">
      {addresses.map(({ url, role }) => {
        const sighting = look?.sightings.find(each => each.url === url && each.role === role)
        return (
          <li>
            {say(`link.${role}`)},{' '}
            <a href={url} rel="noopener">
              <bdi dir="ltr">{hostOf(url)}</bdi>
            </a>
            {': '}
            {sighting ? (
              <Seen sighting={sighting} showing={showing} />
            ) : (
              say(look ? 'recordings.nobody' : 'seen.nothing')
            )}
          </li>
        )
      })}
    </ul>
  )
}

const Seen: FC<{ sighting: Sighting; showing: Showing }> = ({ sighting, showing }) => {
  const { say } = showing
  const longer = sayLonger(sighting, showing)
  return (
    <>
      {saySeen(sighting, showing)}
      {sighting.since === null ? (
        ''
      ) : (
        <>
          {' '}
          <small>
            {say('seen.since')} <ShortMoment at={sighting.since} showing={showing} />
          </small>
        </>
      )}
      {longer ? <span class="longer"> {longer}</span> : ''}
      {sighting.unseen ? (
        <span class="wrong">
          {' '}
          {say(`unseen.${sighting.unseen.reason}`)}{' '}
          <small>
            {say('seen.since')} <ShortMoment at={sighting.unseen.since} showing={showing} />
          </small>
        </span>
      ) : (
        ''
      )}
    </>
  )
}
