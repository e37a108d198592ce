import type { FC } from 'hono/jsx'
import type { ReadingListing } from '../../storage/readings.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { PasteField } from '../ui/paste-field.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'

type Props = {
  at: AtDesk
  own: OwnEdition
  readings: ReadingListing[]
  /** What was pasted and refused, and why. */
  refused: { text: string; wrong: string } | null
}

/** What was pasted into an edition and is not settled. */
export const ReadingsPage: FC<Props> = ({ at, own, readings, refused }) => {
  const { showing } = at
  const { say, link } = showing
  const { series, edition } = own
  return (
    <DeskPage at={at} title={say('readings.title')} edition={own}>
      <h1>{say('readings.title')}</h1>
      <PasteField
        showing={showing}
        into={{ series: series.slug, edition: edition.slug, title: edition.title }}
        text={refused?.text ?? ''}
        wrong={refused?.wrong ?? null}
        autofocus={refused !== null}
      />
      {readings.length === 0 ? <p class="empty">{say('readings.none')}</p> : ''}
      <ol class="readings">
        {readings.map(reading => (
          <li class={reading.state}>
            <a href={link(paths.deskReading(reading.id))}>
              <bdi>{reading.label || say('card.untitled')}</bdi>
            </a>
            <p class="hint">
              {say(`readings.${reading.state}`, { count: reading.left })} · <bdi>{reading.by}</bdi>,{' '}
              <ShortMoment at={reading.at} showing={showing} />
            </p>
          </li>
        ))}
      </ol>
    </DeskPage>
  )
}
