import type { FC } from 'hono/jsx'
import type { BlogTrouble } from '../../domain/blog-post.ts'
import { countNeeds, type DeskItem, type NeedCode } from '../../domain/desk.ts'
import type { Programme } from '../../domain/programme.ts'
import { sayMoment } from '../../time/say-time.ts'
import { isComparing } from '../compared.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskKeys } from '../ui/desk-keys.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { PasteField } from '../ui/paste-field.tsx'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { OnTheDay } from './on-the-day.tsx'
import { TodoRow } from './todo-row.tsx'

type Props = {
  at: AtDesk
  programme: Programme
  items: DeskItem[]
  /** Only what asks for this is shown. */
  need: NeedCode | null
  /** How many organisations are expected and have not announced anything yet. */
  awaited: number
  mayPublish: boolean
  /** Why the post of a blog that is kept like it is not as it should be. */
  blogTrouble: BlogTrouble | null
  /** How many links ask for somebody. */
  amiss: number
  /** How many suggestions wait. */
  suggested: number
}

/** What needs attention now, as a list that empties. */
export const EditionDesk: FC<Props> = ({
  at,
  programme,
  items,
  need,
  awaited,
  mayPublish,
  blogTrouble,
  amiss,
  suggested,
}) => {
  const { showing, here } = at
  const { say, link } = showing
  const { series, edition, entries } = programme
  const path = paths.deskEdition(series.slug, edition.slug)
  const shown = need ? items.filter(({ needs }) => needs.some(({ code }) => code === need)) : items
  const counts = countNeeds(items)
  return (
    <DeskPage at={at} title={say('desk.tasks')} edition={programme} part="tasks">
      <div data-renewed="day" data-moves>
        <OnTheDay
          programme={programme}
          showing={showing}
          reckoning={reckoningOf(edition, showing)}
          here={here}
        />
      </div>
      <PasteField
        showing={showing}
        into={{ series: series.slug, edition: edition.slug, title: edition.title }}
      />
      <p class="by-hand">
        <a href={link(paths.deskNewEntry(series.slug, edition.slug))}>{say('desk.by-hand')}</a>{' '}
        <a href={link(paths.deskImports(series.slug, edition.slug))}>{say('desk.import')}</a>{' '}
        <a href={link(paths.deskPost(series.slug, edition.slug))}>{say('post.title')}</a>{' '}
        <a href={link(paths.deskLinks(series.slug, edition.slug))}>{say('links.title')}</a>{' '}
        <a href={link(paths.deskSuggestionsIn(series.slug, edition.slug))}>{say('suggestions.title')}</a>
      </p>
      <section class="to-do" data-renewed="to-do" data-moves aria-labelledby="to-do">
        <h1 id="to-do">
          {say('desk.tasks')} <small>{items.length || ''}</small>
        </h1>
        {blogTrouble && mayPublish ? (
          <p class="asked">
            <a href={link(paths.deskPost(series.slug, edition.slug))}>{say('blog.title')}</a>{' '}
            {say(`blog.why.${blogTrouble}`)}
          </p>
        ) : (
          ''
        )}
        {suggested > 0 ? (
          <p class="asked">
            <a href={link(paths.deskSuggestionsIn(series.slug, edition.slug))}>
              {say('suggestions.waiting', { count: suggested })}
            </a>
          </p>
        ) : (
          ''
        )}
        {amiss > 0 ? (
          <p class="asked">
            <a href={link(paths.deskLinks(series.slug, edition.slug))}>
              {say('links.amiss', { count: amiss })}
            </a>
          </p>
        ) : (
          ''
        )}
        <Standing programme={programme} showing={showing} mayPublish={mayPublish} />
        {isComparing(programme) ? <p class="hint">{say('desk.comparing')}</p> : ''}
        {items.length === 0 ? (
          <p class="empty">{say(entries.length ? 'desk.all-done' : 'desk.empty-edition')}</p>
        ) : (
          ''
        )}
        {counts.length > 1 || need ? (
          <nav class="needs-of" aria-label={say('desk.only')}>
            <a href={link(path)} aria-current={need === null ? 'true' : undefined}>
              {say('desk.everything')} <small>{items.length}</small>
            </a>
            {counts.map(({ code, count }) => (
              <a href={link(`${path}?need=${code}`)} aria-current={need === code ? 'true' : undefined}>
                {say(`needs.${code}`)} <small>{count}</small>
              </a>
            ))}
          </nav>
        ) : (
          ''
        )}
        {need && shown.length === 0 && items.length ? <p class="hint">{say('desk.none-of-these')}</p> : ''}
        <ol class="todo" data-keys>
          {shown.map(item => (
            <TodoRow item={item} programme={programme} showing={showing} here={here} acts={{ mayPublish }} />
          ))}
        </ol>
      </section>
      {awaited > 0 ? (
        <p>
          <a href={link(paths.deskAwaited(series.slug, edition.slug))}>
            {say('awaited.count', { count: awaited })}
          </a>
        </p>
      ) : (
        ''
      )}
      <div class="desk-foot">
        <ZoneLine showing={showing} here={here} />
        <DeskKeys showing={showing} of="tasks" />
      </div>
    </DeskPage>
  )
}

/** Of a draft: that readers do not see the edition, until when, or how to change that. */
const Standing: FC<{ programme: Programme; showing: Showing; mayPublish: boolean }> = ({
  programme: { series, edition },
  showing,
  mayPublish,
}) => {
  const { say, link, zone, locale } = showing
  if (edition.state !== 'draft') return null
  return (
    <div class="standing">
      {edition.publishAt === null
        ? say('desk.edition-draft')
        : say('desk.edition-scheduled', { time: sayMoment(edition.publishAt, zone, locale) })}{' '}
      {mayPublish ? (
        <>
          <a href={link(`${paths.deskText(series.slug, edition.slug)}#state`)}>
            {say('desk.edition-publish')}
          </a>{' '}
          <form method="post" action={paths.deskLive(series.slug, edition.slug)}>
            <button class="act" type="submit" name="state" value="live">
              {say('desk.edition-live')}
            </button>
          </form>
        </>
      ) : (
        ''
      )}
    </div>
  )
}
