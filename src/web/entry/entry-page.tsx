import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { type Clash, clashesOf } from '../../domain/clash.ts'
import type { Entry } from '../../domain/entry.ts'
import { linksAt } from '../../domain/link-window.ts'
import { phaseOf, spanOf, timedOf } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { entryJsonLd } from '../../outlet/json-ld.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayDays } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { actionsOf } from '../ui/actions.ts'
import { EntryRow, MainAction, OtherLinks, State, When } from '../ui/entry-row.tsx'
import { doubtsOf, hostOf, languageNames, whereOf } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { htmlOf, plainOf } from '../ui/markdown.ts'
import { Page } from '../ui/page.tsx'
import { scriptWords } from '../ui/script-words.ts'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { timedData } from '../ui/timed-data.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import type { Key } from '../words.ts'

type Props = { programme: Programme; entry: Entry; showing: Showing; assets: Assets; baseUrl: string }

export const EntryPage: FC<Props> = ({ programme, entry, showing, assets, baseUrl }) => {
  const { series, edition } = programme
  const { say, zone, locale, now, link } = showing
  const reckoning = reckoningOf(edition, showing)
  const at = phaseOf(timedOf(entry), now, reckoning)
  const span = spanOf(timedOf(entry), reckoning)
  const actions = actionsOf(entry, linksAt(entry, now, reckoning), at)
  const addressOf = (each: Entry) => link(paths.entry(series.slug, edition.slug, each.slug))
  const path = paths.entry(series.slug, edition.slug, entry.slug)
  const source = entry.kind === 'event' ? undefined : entry.links.find(({ role }) => role === 'source')
  const addresses = {
    series: baseUrl + paths.series(series.slug),
    edition: baseUrl + paths.edition(series.slug, edition.slug),
    entry: (each: Entry) => baseUrl + paths.entry(series.slug, edition.slug, each.slug),
  }
  return (
    <Page
      showing={showing}
      assets={assets}
      title={`${entry.title} · ${edition.title}`}
      description={plainOf(entry.summary ?? entry.note ?? edition.title, 200)}
      canonical={baseUrl + path}
      here={link(path)}
      accent={series.accent}
      jsonLd={entryJsonLd(programme, entry, addresses)}
      forScripts={scriptWords(showing, edition)}
    >
      <article class={`one entry ${at.phase ?? ''}`} data-t={timedData(entry)}>
        <p class="crumbs">
          <a href={link(paths.edition(series.slug, edition.slug))}>
            <bdi>{edition.title}</bdi>
          </a>
          {' · '}
          {say(`kind.${entry.kind}`)}
        </p>
        <h1>
          <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
          {source ? <span class="host"> ({hostOf(source.url)})</span> : ''}
        </h1>
        {span ? <p class="date day-of">{sayDay(dayOf(span.start, zone), 'full', locale)}</p> : ''}
        <When entry={entry} span={span} showing={showing} day="never" />
        <State entry={entry} at={at} span={span} showing={showing} />
        {doubtsOf(entry, showing).map(doubt => (
          <p class="doubt">{doubt}</p>
        ))}
        <div class="actions">
          <MainAction actions={actions} entry={entry} showing={showing} />
          <OtherLinks links={actions.others} showing={showing} />
          {entry.links.length === 0 ? <p class="gap">{say('gap.link-missing')}</p> : ''}
        </div>
        {entry.note ? (
          <div class="note" dir="auto" lang={langOf(entry.note, showing)}>
            {raw(htmlOf(entry.note))}
          </div>
        ) : (
          ''
        )}
        {entry.summary ? (
          <div class="told" dir="auto" lang={langOf(entry.summary, showing)}>
            {raw(htmlOf(entry.summary))}
          </div>
        ) : (
          ''
        )}
        <Facts entry={entry} showing={showing} />
      </article>
      {span ? <ZoneLine showing={showing} here={link(path)} /> : ''}
      {entry.sessions.length ? (
        <section class="list">
          <h2>{say('entry.programme')}</h2>
          <ol>
            {entry.sessions.map(session => (
              <EntryRow
                entry={session}
                showing={showing}
                reckoning={reckoning}
                href={`#${session.slug}`}
                level={3}
                day="unless-today"
              />
            ))}
          </ol>
        </section>
      ) : (
        ''
      )}
      <Clashes
        clashes={clashesOf(entry, programme.entries, reckoning)}
        showing={showing}
        addressOf={addressOf}
      />
      <Neighbours entry={entry} programme={programme} showing={showing} addressOf={addressOf} />
      <p class="whole">
        <a href={link(paths.edition(series.slug, edition.slug))}>
          {say('entry.whole', {
            title: edition.title,
            when: sayDays(edition.startsOn, edition.endsOn, locale),
          })}
        </a>
      </p>
    </Page>
  )
}

/** Who, where, in which languages. */
const Facts: FC<{ entry: Entry; showing: Showing }> = ({ entry, showing }) => {
  const { say, locale } = showing
  const signed = entry.signLanguages.length ? languageNames(entry.signLanguages, locale) : null
  const facts: [Key, Child][] = [
    ['fact.organisations', <Named things={entry.organisations} />],
    [
      'fact.people',
      <Named
        things={entry.people.map(({ name, url, role, affiliation }) => ({
          name,
          url,
          more: [role, affiliation].filter(Boolean).join(', '),
        }))}
      />,
    ],
    ['fact.where', whereOf(entry, showing)],
    [
      'fact.address',
      entry.place?.address && entry.place.address !== entry.place.name ? (
        <bdi>{entry.place.address}</bdi>
      ) : null,
    ],
    ['fact.languages', entry.languages.length ? languageNames(entry.languages, locale) : null],
    ['fact.interpretation', entry.interpretation.length ? languageNames(entry.interpretation, locale) : null],
    ['fact.captions', entry.captions.length ? languageNames(entry.captions, locale) : null],
    ['fact.sign', signed],
    [
      'fact.registration',
      entry.registrationUntil ? sayDay(entry.registrationUntil.slice(0, 10), 'full', locale) : null,
    ],
    ['fact.tags', entry.tags.length ? entry.tags.map(({ name }) => <bdi class="tag">{name}</bdi>) : null],
  ]
  const known = facts.filter(
    ([key, value]) =>
      value &&
      !(key === 'fact.organisations' && !entry.organisations.length) &&
      !(key === 'fact.people' && !entry.people.length),
  )
  if (known.length === 0) return <></>
  return (
    <dl class="facts">
      {known.map(([key, value]) => (
        <div>
          <dt>{say(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Named: FC<{ things: { name: string; url: string | null; more?: string }[] }> = ({ things }) => (
  <>
    {things.map(({ name, url, more }, index) => (
      <>
        {index ? ' · ' : ''}
        {url ? (
          <a href={url} rel="noopener">
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
        {more ? (
          <>
            {' '}
            (<bdi>{more}</bdi>)
          </>
        ) : (
          ''
        )}
      </>
    ))}
  </>
)

const mostClashes = 8

/** What else is on at the same time. */
const Clashes: FC<{ clashes: Clash[]; showing: Showing; addressOf: (entry: Entry) => string }> = ({
  clashes,
  showing,
  addressOf,
}) => {
  const { say, zone, locale } = showing
  if (clashes.length === 0) return <></>
  const possible = clashes.filter(clash => clash.possible).length
  return (
    <section class="clashes">
      <h2>{say('clash.title', { count: clashes.length })}</h2>
      {possible ? (
        <p class="doubt">
          {say(possible === clashes.length ? 'clash.all-possible' : 'clash.possible', { count: possible })}
        </p>
      ) : (
        ''
      )}
      <ul>
        {clashes.slice(0, mostClashes).map(({ entry }) => (
          <li>
            <time datetime={new Date(entry.startsAt!).toISOString()}>
              {sayClock(entry.startsAt!, zone, locale)}
            </time>{' '}
            <a href={addressOf(entry)}>
              <bdi>{entry.title}</bdi>
            </a>
          </li>
        ))}
      </ul>
      {clashes.length > mostClashes ? (
        <p>{say('clash.more', { count: clashes.length - mostClashes })}</p>
      ) : (
        ''
      )}
    </section>
  )
}

/** What comes before and after it in time. */
const Neighbours: FC<{
  entry: Entry
  programme: Programme
  showing: Showing
  addressOf: (entry: Entry) => string
}> = ({ entry, programme, showing, addressOf }) => {
  const { say } = showing
  const timed = programme.entries
    .filter(({ startsAt }) => startsAt !== null)
    .sort((a, b) => a.startsAt! - b.startsAt!)
  const index = timed.indexOf(entry)
  if (index < 0) return <></>
  const before = timed[index - 1]
  const after = timed[index + 1]
  return (
    <nav class="neighbours" aria-label={say('entry.neighbours')}>
      {before ? (
        <a rel="prev" href={addressOf(before)}>
          <small>{say('entry.before')}</small> <bdi>{before.title}</bdi>
        </a>
      ) : (
        <span />
      )}
      {after ? (
        <a rel="next" href={addressOf(after)}>
          <small>{say('entry.after')}</small> <bdi>{after.title}</bdi>
        </a>
      ) : (
        ''
      )}
    </nav>
  )
}
