import type { FC } from 'hono/jsx'
import type { KeptImport } from '../../domain/import.ts'
import type { Glance, ReadAs } from '../../services/open-import.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'
import { ZoneLine } from '../ui/zone-line.tsx'
import { Held } from './held.tsx'
import { Report } from './report.tsx'

type Props = {
  at: AtDesk
  own: OwnEdition
  kept: KeptImport
  /** What is in a file that is held: the first of it, and its columns where it is a table. */
  glance: Glance | null
  readAs: ReadAs
  mayPublish: boolean
}

/** One import: looked at, going on, or done with. */
export const ImportPage: FC<Props> = ({ at, own, kept, glance, readAs, mayPublish }) => {
  const { showing } = at
  const { say, link } = showing
  const { series, edition } = own
  const isGoing = kept.state === 'waiting' || kept.state === 'running'
  return (
    <DeskPage at={at} title={kept.name} edition={own} part="sources">
      <p class="crumbs">
        <a href={link(paths.deskImports(series.slug, edition.slug))}>{say('imports.title')}</a>
        {kept.sourceId ? (
          <>
            {' · '}
            <a href={link(paths.deskSource(series.slug, edition.slug, kept.sourceId))}>
              {say('import.source')}
            </a>
          </>
        ) : (
          ''
        )}
      </p>
      <h1>
        <bdi>{kept.name}</bdi>
      </h1>
      <p class="hint">
        {kept.by === 'source' ? (
          say('import.by-source')
        ) : kept.by === 'host' ? (
          say('import.by-host')
        ) : (
          <bdi>{kept.by}</bdi>
        )}
        , <ShortMoment at={kept.at} showing={showing} />
        {kept.size === null ? '' : ` · ${sizeOf(kept.size, showing.locale)}`}
      </p>
      {kept.state === 'held' ? (
        <Held own={own} kept={kept} {...{ glance, readAs, mayPublish }} showing={showing} />
      ) : isGoing ? (
        <div class="going" role="status" data-renewed="going" data-going>
          <p class="lead">
            {kept.state === 'waiting' ? say('import.waits') : say('import.running', { count: kept.done })}
          </p>
          <progress aria-label={say('import.progress')} />
          <p class="hint">{say('import.leave')}</p>
        </div>
      ) : (
        <Report kept={kept} own={own} showing={showing} />
      )}
      <ZoneLine showing={showing} here={at.here} />
    </DeskPage>
  )
}

function sizeOf(bytes: number, locale: string): string {
  const [count, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(count!)
}
