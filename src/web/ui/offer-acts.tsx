import type { FC } from 'hono/jsx'
import type { Offer } from '../../domain/recordings/offer.ts'
import { paths } from '../paths.ts'
import type { Showing } from './showing.ts'

type Props = {
  offer: Offer
  into: { series: { slug: string }; edition: { slug: string } }
  /** Where it leads back to. */
  back: string
  showing: Showing
  /** A key that says the first. */
  pressedBy?: string
}

/** What can be said of something that was found out about a recording, each with one press. */
export const OfferActs: FC<Props> = ({
  offer,
  into: { series, edition },
  back,
  showing: { say },
  pressedBy,
}) => {
  const of = offer.kind === 'removed' ? 'removed' : 'attach'
  return (
    <form class="quick" method="post" action={paths.deskRecordingOffer(series.slug, edition.slug, offer.id)}>
      <input type="hidden" name="back" value={back} />
      <button
        class="act"
        type="submit"
        name="do"
        value="take"
        data-key={pressedBy}
        aria-keyshortcuts={pressedBy}
      >
        {say(`offer.${of}`)} {pressedBy ? <kbd>{pressedBy}</kbd> : ''}
      </button>
      <button class="act" type="submit" name="do" value="refuse">
        {say(`offer.not-${of}`)}
      </button>
    </form>
  )
}
