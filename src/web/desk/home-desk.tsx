import type { FC } from 'hono/jsx'
import { hasRole, mayPublish } from '../../domain/curator.ts'
import type { DeskItem, OpenReading } from '../../domain/desk.ts'
import type { EditionListing, Programme, SeriesWithEditions } from '../../domain/programme.ts'
import { sayDays } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { PasteField, type PasteInto } from '../ui/paste-field.tsx'
import type { Showing } from '../ui/showing.ts'
import { deskOf, type KnownOfDesk } from './desk-of.ts'
import { TodoRow } from './todo-row.tsx'

type Props = {
  at: AtDesk
  all: SeriesWithEditions[]
  programmes: Map<string, Programme>
  /** What was pasted and is not settled, by edition. */
  readings: Map<string, OpenReading[]>
  /** Pairs of entries that look like one and are two. */
  apart: ReadonlySet<string>
  /** What sources say, by edition. */
  told: Map<string, Pick<KnownOfDesk, 'asked' | 'sources' | 'offers'>>
  /** Where something may be pasted, the likeliest first. */
  into: PasteInto[]
  /** How many links ask for somebody. */
  amiss: number
  /** How many suggestions wait. */
  suggested: number
  /** How many comments wait to be decided on. */
  waiting: number
}

/** Everything one may write: what presses, then each series with its editions. */
export const HomeDesk: FC<Props> = ({
  at,
  all,
  programmes,
  readings,
  apart,
  told,
  into,
  amiss,
  suggested,
  waiting,
}) => {
  const { showing, curator } = at
  const { say, link } = showing
  const mayBegin = hasRole(curator, 'editor', null)
  const desks = new Map(
    [...programmes].map(([id, programme]): [string, Desk] => {
      const own = { ...showing, zone: programme.edition.homeZone }
      const known = { readings: readings.get(id) ?? [], apart, ...told.get(id) }
      return [id, { items: deskOf(programme, known, own), programme, showing: own }]
    }),
  )
  const near = [...desks.values()].flatMap(({ items, showing, programme }) =>
    items.filter(({ isNear }) => isNear).map(item => ({ item, showing, programme })),
  )
  return (
    <DeskPage at={at} title={say('desk.title')}>
      <h1>{say('desk.title')}</h1>
      <PasteField showing={showing} into={into} />
      {all.length === 0 ? <FirstSteps showing={showing} mayBegin={mayBegin} /> : ''}
      {suggested > 0 ? (
        <p class="asked">
          <a href={link(paths.deskSuggestions())}>{say('suggestions.waiting', { count: suggested })}</a>
        </p>
      ) : (
        ''
      )}
      {waiting > 0 ? (
        <p class="asked">
          <a href={link(paths.deskComments())}>{say('queue.wait-for-you', { count: waiting })}</a>
        </p>
      ) : (
        ''
      )}
      {amiss > 0 ? (
        <p class="asked">
          <a href={link(paths.deskLinks())}>{say('links.amiss', { count: amiss })}</a>
        </p>
      ) : (
        ''
      )}
      {near.length ? (
        <section aria-labelledby="near">
          <h2 id="near">{say('desk.near')}</h2>
          <ol class="todo">
            {near.slice(0, 8).map(({ item, showing, programme }) => (
              <TodoRow item={item} programme={programme} showing={showing} here={at.here} isAbroad />
            ))}
          </ol>
        </section>
      ) : (
        ''
      )}
      {byPress(all, showing.now).map(series => (
        <section class="own-series">
          <h2>
            <a
              href={link(
                mayPublish(curator, series.id) ? paths.deskSeries(series.slug) : paths.series(series.slug),
              )}
            >
              <bdi>{series.title}</bdi>
            </a>
          </h2>
          {series.editions.length === 0 ? <p class="hint">{say('desk.no-editions')}</p> : ''}
          <ul>
            {series.editions.map(edition => (
              <EditionLine
                series={series}
                edition={edition}
                desk={desks.get(edition.id) ?? null}
                showing={showing}
              />
            ))}
          </ul>
        </section>
      ))}
      {mayBegin && all.length ? (
        <p class="acts">
          <a class="act" href={link(paths.deskNew())}>
            {say('desk.new')}
          </a>
        </p>
      ) : (
        ''
      )}
    </DeskPage>
  )
}

type Desk = { items: DeskItem[]; programme: Programme; showing: Showing }

/** The series of which an edition is nearest to today comes first. */
function byPress(all: SeriesWithEditions[], now: number): SeriesWithEditions[] {
  const distance = ({ editions }: SeriesWithEditions) =>
    Math.min(...editions.map(({ startsOn }) => Math.abs(Date.parse(startsOn) - now)))
  return all.toSorted((a, b) => distance(a) - distance(b) || a.title.localeCompare(b.title))
}

const EditionLine: FC<{
  series: SeriesWithEditions
  edition: EditionListing
  desk: Desk | null
  showing: Showing
}> = ({ series, edition, desk, showing }) => {
  const { say, link, locale } = showing
  const entries = desk?.programme.entries ?? []
  const drafts = entries.filter(({ state }) => state === 'draft').length
  const count = desk ? entries.filter(({ state }) => state !== 'withdrawn').length : edition.entries
  return (
    <li class="own-edition">
      <a href={link(paths.deskEdition(series.slug, edition.slug))}>
        <bdi>{edition.title}</bdi>
      </a>
      <span class="hint">
        {[
          say(`edition.state.${edition.state}`),
          sayDays(edition.startsOn, edition.endsOn, locale),
          say('series.entries', { count }),
          ...(drafts ? [say('desk.drafts', { count: drafts })] : []),
        ].join(' · ')}
      </span>
      {desk?.items.length ? (
        <strong class="count">{say('desk.to-do', { count: desk.items.length })}</strong>
      ) : (
        ''
      )}
    </li>
  )
}

/** The first minute after the site was claimed: nothing is here, and this is how something comes to be. */
const FirstSteps: FC<{ showing: Showing; mayBegin: boolean }> = ({ showing, mayBegin }) => {
  const { say, link } = showing
  if (!mayBegin) return <p class="lead">{say('desk.nothing-of-yours')}</p>
  return (
    <div class="first-steps">
      <p class="lead">{say('desk.first')}</p>
      <ol>
        <li>
          <h2>{say('desk.first.edition')}</h2>
          <p>{say('desk.first.edition.how')}</p>
          <p>
            <a class="act strong" href={link(paths.deskNew())}>
              {say('desk.first.edition.do')}
            </a>
          </p>
        </li>
        <li>
          <h2>{say('desk.first.paste')}</h2>
          <p>{say('desk.first.paste.how')}</p>
        </li>
        <li>
          <h2>{say('desk.first.publish')}</h2>
          <p>{say('desk.first.publish.how')}</p>
        </li>
      </ol>
    </div>
  )
}
