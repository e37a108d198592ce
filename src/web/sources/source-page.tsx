import type { FC } from 'hono/jsx'
import type { KeptImport } from '../../domain/import.ts'
import type { AskedEntry } from '../../services/settle-told.ts'
import type { ReadingListing } from '../../storage/readings.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { isolated } from '../ui/entry-words.ts'
import { Field } from '../ui/field.tsx'
import { ImportRows } from '../ui/import-rows.tsx'
import { ZoneLine } from '../ui/zone-line.tsx'
import { AskedList } from './asked-list.tsx'
import { Health } from './health.tsx'
import { sayKind } from './looked.tsx'
import type { OwnSource } from './own-source.ts'
import { ReadActs } from './read-acts.tsx'
import { WishFields } from './wish-fields.tsx'

type Props = {
  at: AtDesk
  own: OwnSource
  asked: AskedEntry[]
  /** What it tells newly, and nobody has settled. */
  readings: ReadingListing[]
  imports: KeptImport[]
  refused: string | null
}

/** One source: how it stands, what it asks, what becomes of what it tells, and what it has told. */
export const SourcePage: FC<Props> = ({ at, own, asked, readings, imports, refused }) => {
  const { showing } = at
  const { say, link } = showing
  const { series, edition, source, watched, mayPublish } = own
  const here = paths.deskSource(series.slug, edition.slug, source.id)
  const name = watched?.title ?? source.name
  return (
    <DeskPage at={at} title={name} edition={own} part="sources">
      <p class="crumbs">
        <a href={link(paths.deskSources(series.slug, edition.slug))}>{say('sources.title')}</a>
      </p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {refused ? (
        <p class="wrong" role="alert">
          {refused}
        </p>
      ) : (
        ''
      )}
      {watched ? (
        <div class="one-source" data-renewed="health" data-moves>
          <p class="hint">
            {sayKind(watched.kind, showing)} ·{' '}
            <a href={watched.address} rel="noopener noreferrer" dir="ltr">
              {watched.address}
            </a>
          </p>
          {watched.foundAt && watched.foundAt !== watched.address ? (
            <p class="hint">{say('source.leads-to', { address: isolated(watched.foundAt) })}</p>
          ) : (
            ''
          )}
          <Health source={watched} showing={showing} />
          {mayPublish ? <ReadActs source={watched} own={own} back={here} showing={showing} /> : ''}
        </div>
      ) : (
        <p class="hint">{say('source.not-watched')}</p>
      )}
      {readings.map(({ id, left }) => (
        <p class="asks">
          <a href={link(paths.deskReading(id))}>{say('source.new', { count: left })}</a>
        </p>
      ))}
      {asked.length ? <AskedList asked={asked} own={own} here={here} showing={showing} /> : ''}
      {watched && mayPublish ? (
        <section aria-labelledby="wish">
          <h2 id="wish">{say('source.wish')}</h2>
          <form class="wish" method="post" action={here}>
            <Field label={say('source.name')} name="title" value={name} maxlength={200} />
            <Field label={say('sources.address')} name="address" value={watched.address} maxlength={2000} />
            <WishFields wish={watched} showing={showing} />
            <p class="acts">
              <button class="act" type="submit">
                {say('source.save')}
              </button>
            </p>
          </form>
        </section>
      ) : (
        ''
      )}
      {imports.length ? (
        <section aria-labelledby="told">
          <h2 id="told">{say('source.told')}</h2>
          <ImportRows imports={imports} own={own} isOfOne showing={showing} />
        </section>
      ) : (
        ''
      )}
      {watched && mayPublish ? (
        <form class="drop" method="post" action={here}>
          <input type="hidden" name="_method" value="delete" />
          <button class="quiet" type="submit">
            {say('source.drop')}
          </button>
          <p class="hint">{say('source.drop.hint')}</p>
        </form>
      ) : (
        ''
      )}
      <ZoneLine showing={showing} here={at.here} />
    </DeskPage>
  )
}
