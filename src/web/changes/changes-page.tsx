import type { FC } from 'hono/jsx'
import type { Programme } from '../../domain/programme.ts'
import { sayClock, sayDayOf } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { feedQuery } from '../feed-query.ts'
import { paths } from '../paths.ts'
import type { AskedRevisions } from '../revision-query.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { languageSaid, readTo } from '../ui/read-to.ts'
import { liveWords, scriptWords } from '../ui/script-words.ts'
import type { Showing } from '../ui/showing.ts'
import { UpdateItem } from '../ui/update-item.tsx'
import { isoOf } from '../ui/when.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { type LogDay, type LogLine, logOf } from './log.ts'
import type { Log } from './read-log.ts'

type Props = {
  programme: Programme
  log: Log
  asked: AskedRevisions
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
}

/** Everything that readers were told of an edition, the newest first; each at an address that stays. */
export const ChangesPage: FC<Props> = ({ log, asked, menu, assets, baseUrl, ...props }) => {
  const { programme, showing } = readTo(props.programme, props.showing)
  const { series, edition } = programme
  const { say, link, zone } = showing
  const of = (query?: Parameters<typeof paths.changes>[2]) => paths.changes(series.slug, edition.slug, query)
  const isWhole = asked.since === null && asked.before === null
  const here = of({ since: asked.since ?? undefined, before: asked.before ?? undefined })
  const title = `${say('view.changes')} · ${edition.title}`
  const live = liveWords(programme, showing, assets)
  const days = logOf(log.updates, zone)
  return (
    <Page
      showing={showing}
      assets={assets}
      title={title}
      description={say('changes.description', { title: edition.title })}
      canonical={baseUrl + of()}
      robots={isWhole ? undefined : 'noindex'}
      here={link(here)}
      feed={paths.feed(paths.edition(series.slug, edition.slug), 'atom', feedQuery({ of: 'changes' }))}
      subscribe={paths.subscribe(paths.edition(series.slug, edition.slug))}
      accent={series.accent}
      forScripts={scriptWords(
        showing,
        edition,
        live && { ...live, entry: null, on: live.on && asked.before === null },
      )}
      menu={menu}
      archive
      skip={say('desk.skip')}
    >
      <div class="head">
        <p class="crumbs">
          <a href={link(paths.edition(series.slug, edition.slug))}>
            <bdi lang={langOf(edition.title, showing, languageSaid(edition, 'title'))}>{edition.title}</bdi>
          </a>
        </p>
        <h1>{say('view.changes')}</h1>
        {asked.since !== null ? (
          <p class="visit" data-count={log.count}>
            <b>{say('changes.since', { count: log.count })}</b> <a href={link(of())}>{say('updates.all')}</a>
          </p>
        ) : (
          ''
        )}
      </div>
      <div class="tools">
        <ZoneLine showing={showing} here={link(here)} />
      </div>
      <div class="updated news whole log" data-log>
        {days.length === 0 && asked.since === null ? <p class="empty">{say('updates.none')}</p> : ''}
        {days.map(day => (
          <Day day={day} programme={programme} showing={showing} />
        ))}
        {log.older !== null ? (
          <nav class="paging" aria-label={say('paging')}>
            <a href={link(of({ since: asked.since ?? undefined, before: log.older }))} rel="next nofollow">
              {say('changes.older')}
            </a>
          </nav>
        ) : (
          ''
        )}
      </div>
    </Page>
  )
}

type Place = { programme: Programme; showing: Showing }

const Day: FC<Place & { day: LogDay }> = ({ day: { day, lines }, ...place }) => {
  const { showing, programme } = place
  return (
    <section data-day={day}>
      <h2>{sayDayOf(day, programme.edition.startsOn.slice(0, 4), showing.locale)}</h2>
      <ol>
        {lines.map(line => (
          <Line line={line} {...place} />
        ))}
      </ol>
    </section>
  )
}

const Line: FC<Place & { line: LogLine }> = ({ line: { number, at, parts }, programme, showing }) => {
  const { series, edition } = programme
  const { say, link, zone, locale } = showing
  return (
    <li id={`c-${number}`} data-at={at}>
      <a class="at" href={link(paths.changes(series.slug, edition.slug, { of: number }))}>
        <time datetime={isoOf(at)}>{sayClock(at, zone, locale)}</time>
      </a>
      <div>
        {parts.map(({ heading, items }) => (
          <>
            <b>{say(heading)}</b>
            <ul>
              {items.slice(0, mostItems).map(told => (
                <UpdateItem told={told} series={series} edition={edition} showing={showing} />
              ))}
            </ul>
            {items.length > mostItems ? (
              <details>
                <summary>{say('clash.more', { count: items.length - mostItems })}</summary>
                <ul>
                  {items.slice(mostItems).map(told => (
                    <UpdateItem told={told} series={series} edition={edition} showing={showing} />
                  ))}
                </ul>
              </details>
            ) : (
              ''
            )}
          </>
        ))}
      </div>
    </li>
  )
}

const mostItems = 8
