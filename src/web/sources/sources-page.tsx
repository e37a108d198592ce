import type { FC } from 'hono/jsx'
import type { WatchedSource } from '../../domain/source.ts'
import type { Looked } from '../../services/look-at-address.ts'
import type { AskedEntry } from '../../services/settle-told.ts'
import type { ReadingListing } from '../../storage/readings.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import type { Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { Health } from './health.tsx'
import { LookedAt, sayKind } from './looked.tsx'
import { ReadActs } from './read-acts.tsx'

type Props = {
  at: AtDesk
  own: OwnEdition
  sources: WatchedSource[]
  /** What waits for an answer, by source. */
  asked: Map<string, AskedEntry[]>
  /** What is not settled in this edition, of sources and else. */
  readings: ReadingListing[]
  mayPublish: boolean
  /** What was typed to be added, what it tells, and why it was refused. */
  adding: { typed: string; looked: Looked | null; refused: string | null }
}

/** All that is read again and again for an edition, how it stands, and where one is added. */
export const SourcesPage: FC<Props> = ({ at, own, sources, asked, readings, mayPublish, adding }) => {
  const { showing } = at
  const { say, link } = showing
  const { series, edition } = own
  const here = paths.deskSources(series.slug, edition.slug)
  return (
    <DeskPage at={at} title={say('sources.title')} edition={own} part="sources">
      <h1>{say('sources.title')}</h1>
      <p class="lead">{say('sources.lead')}</p>
      <form class="add-source" method="post" action={here}>
        <label for="address">{say('sources.address')}</label>
        {adding.refused ? (
          <p class="wrong" role="alert">
            {adding.refused}
          </p>
        ) : (
          ''
        )}
        <div class="address-line">
          <input
            id="address"
            name="address"
            type="text"
            inputmode="url"
            dir="ltr"
            maxlength={2000}
            autocomplete="off"
            spellcheck={false}
            required
            value={adding.typed}
            aria-describedby="address-hint"
            autofocus={adding.typed !== '' && adding.looked === null ? true : undefined}
          />
          <button class={adding.looked ? 'act' : 'act strong'} type="submit">
            {say('sources.look')}
          </button>
        </div>
        <p class="hint" id="address-hint">
          {say('sources.address.hint')}{' '}
          <a href={link(paths.deskImports(series.slug, edition.slug))}>{say('sources.import')}</a>
        </p>
      </form>
      {adding.looked ? (
        <LookedAt looked={adding.looked} own={own} mayPublish={mayPublish} showing={showing} />
      ) : (
        ''
      )}
      {sources.length === 0 && !adding.looked ? <p class="empty">{say('sources.none')}</p> : ''}
      {sources.length ? (
        <ol class="sources" data-renewed="sources" data-moves>
          {sources.map(source => (
            <Source
              source={source}
              count={asked.get(source.id)?.length ?? 0}
              fresh={readings.filter(({ sourceId }) => sourceId === source.id)}
              own={own}
              mayPublish={mayPublish}
              here={here}
              showing={showing}
            />
          ))}
        </ol>
      ) : (
        ''
      )}
      <ZoneLine showing={showing} here={at.here} />
    </DeskPage>
  )
}

const Source: FC<{
  source: WatchedSource
  count: number
  /** What it tells newly, and nobody has settled. */
  fresh: ReadingListing[]
  own: OwnEdition
  mayPublish: boolean
  here: string
  showing: Showing
}> = ({ source, count, fresh, own, mayPublish, here, showing }) => {
  const { say, link } = showing
  const { series, edition } = own
  return (
    <li class={source.state === 'paused' || source.error ? 'troubled' : undefined} id={`source-${source.id}`}>
      <h2>
        <a href={link(paths.deskSource(series.slug, edition.slug, source.id))}>
          <bdi>{source.title ?? source.address}</bdi>
        </a>
      </h2>
      <p class="hint">
        {sayKind(source.kind, showing)} · <bdi dir="ltr">{shortAddress(source.address)}</bdi> ·{' '}
        {say(`source.policy.${source.policy}`)}
      </p>
      {fresh.map(({ id, left }) => (
        <p class="asks">
          <a href={link(paths.deskReading(id))}>{say('source.new', { count: left })}</a>
        </p>
      ))}
      {count ? (
        <p class="asks">
          <a href={link(`${paths.deskSource(series.slug, edition.slug, source.id)}#asked`)}>
            {say('source.asks', { count })}
          </a>
        </p>
      ) : (
        ''
      )}
      <Health source={source} showing={showing} />
      {mayPublish ? <ReadActs source={source} own={own} back={here} showing={showing} /> : ''}
    </li>
  )
}

/** Without what all have in common. */
function shortAddress(address: string): string {
  const bare = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  return bare.length > 90 ? `${bare.slice(0, 90)}…` : bare
}
