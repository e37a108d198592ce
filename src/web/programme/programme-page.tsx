import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { gatherUpdates, type UpdateGroup } from '../../domain/gather-updates.ts'
import type { Programme } from '../../domain/programme.ts'
import { type ProgrammePart, pageOfProgramme } from '../../domain/programme-page.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import type { ToldUpdate } from '../../domain/update.ts'
import { type LiveUpdate, programmeJsonLd } from '../../outlet/json-ld/programme.ts'
import { sayClock, sayDays } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import type { Around } from '../blog.ts'
import { filterQuery } from '../filter-query.ts'
import type { FoundIn } from '../find-in.ts'
import type { AsEditor } from '../middleware/as-editor.ts'
import { paths, type View, withKept } from '../paths.ts'
import { siteOf } from '../site-name.ts'
import { pictureOf } from '../ui/bars.ts'
import { breakable } from '../ui/breakable.ts'
import { ClockChanges } from '../ui/clock-changes.tsx'
import { Comments } from '../ui/comments.tsx'
import { EditorBar } from '../ui/editor-bar.tsx'
import { langOf } from '../ui/lang-of.ts'
import { leadOf } from '../ui/markdown.ts'
import type { Code } from '../ui/on-phone.tsx'
import { Page } from '../ui/page.tsx'
import { editionVersion } from '../ui/page-picture/describe.ts'
import { Patch } from '../ui/patch.tsx'
import { FiftyHours } from '../ui/picture.tsx'
import { headLanguage, languageSaid, readTo } from '../ui/read-to.ts'
import { SaidIn } from '../ui/said-in.tsx'
import { liveWords, scriptWords } from '../ui/script-words.ts'
import { shortly } from '../ui/shortly.ts'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { htmlTold, plainTold } from '../ui/told-text.ts'
import { headingOf } from '../ui/update-words.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { Finder } from './finder.tsx'
import { Foot } from './foot.tsx'
import { ListPiece } from './list-piece.tsx'
import { ownViewOf } from './own-view.ts'
import { Replay } from './replay.tsx'
import { Updated } from './updates.tsx'

/** `same`: entries that have not changed since; null: all is shown. `since`: that revision. */
export type PatchSince = { same: ReadonlySet<string> | null; since: number }

type Props = {
  programme: Programme
  /** What of it is shown. */
  found: FoundIn
  /** What readers were told of, newest first. */
  updates: ToldUpdate[]
  /** Only what has changed since a revision is shown. */
  patch?: PatchSince
  showing: Showing
  assets: Assets
  view: View
  baseUrl: string
  around: Around
  code: Code
  /** Shown to somebody who may write it. */
  editor?: AsEditor
}

export const ProgrammePage: FC<Props> = ({
  found,
  updates,
  patch,
  assets,
  view,
  baseUrl,
  around,
  code,
  editor,
  ...props
}) => {
  const asked = withNotices(props.showing, found)
  const { programme, showing } = readTo(props.programme, { ...asked, same: patch?.same ?? undefined })
  const left = found.isFiltering
    ? readTo({ ...props.programme, entries: found.entries }, props.showing).programme
    : programme
  const { series, edition } = programme
  const { say, locale, link } = showing
  const path = paths.edition(series.slug, edition.slug)
  const own = ownViewOf(programme)
  const filterOf = (part?: Partial<ProgrammePart>) => filterQuery(found.filter, part)
  const pathOf = (each: View, part?: Partial<ProgrammePart>) =>
    withKept(paths.edition(series.slug, edition.slug, each === own ? undefined : each), filterOf(part))
  const here = pathOf(view)
  const reckoning = reckoningOf(edition, showing)
  const order = view === 'told' ? 'story' : view === 'days' ? 'days' : 'now'
  const paged = pageOfProgramme(left.entries, found.part, { order, now: showing.now, reckoning })
  const part = { ...left, entries: paged.entries }
  const isFirst = paged.page === 1 && paged.day === null
  const groups = gatherUpdates(updates)
  const picture = pictureOf(edition, left.entries, reckoning)
  const when = sayDays(edition.startsOn, edition.endsOn, locale)
  const drawn = (
    <div data-found="picture">
      {picture.bars.length ? (
        <FiftyHours
          picture={picture}
          edition={edition}
          reckoning={reckoning}
          showing={showing}
          addressOf={entry =>
            paged.pages > 1 || paged.day !== null
              ? link(paths.entry(series.slug, edition.slug, entry.slug))
              : `#${entry.slug}`
          }
          sections={view === 'time'}
        />
      ) : (
        ''
      )}
    </div>
  )
  const updated = <Updated groups={groups} series={series} edition={edition} showing={showing} />
  const finder =
    programme.entries.length >= fewEntries || found.isFiltering ? (
      <Finder found={found} programme={programme} view={view === own ? null : view} showing={showing} />
    ) : (
      ''
    )
  const list = (
    <ListPiece
      part={part}
      paged={paged}
      view={view}
      pathOf={asked => pathOf(view, asked)}
      showing={showing}
      reckoning={reckoning}
    />
  )
  if (patch)
    return (
      <Patch
        title={edition.title}
        revision={edition.revision}
        told={
          gatherUpdates(updates.filter(({ number }) => number > patch.since)).flatMap(({ items }) => items)
            .length
        }
        showing={showing}
      >
        {showing.same ? '' : <Head programme={programme} showing={showing} view={view} when={when} />}
        {drawn}
        {updated}
        {finder}
        {list}
      </Patch>
    )
  const entryAddress = ({ slug }: { slug: string }) => baseUrl + paths.entry(series.slug, edition.slug, slug)
  const site = siteOf(baseUrl)
  const picturePath = baseUrl + paths.pagePicture(path, showing.language, editionVersion(programme, site))
  const jsonLd = programmeJsonLd(programme, {
    series: baseUrl + paths.series(series.slug),
    edition: baseUrl + path,
    entry: entryAddress,
    trail: [
      { name: series.title, url: baseUrl + paths.series(series.slug) },
      { name: edition.title, url: baseUrl + path },
    ],
    picture: picturePath,
    updates: liveUpdates(groups, showing, entryAddress),
  })
  return (
    <Page
      showing={showing}
      assets={assets}
      title={edition.title}
      description={
        edition.text
          ? plainTold(withoutPasscodes(edition.text), 200, showing)
          : say('edition.description', { title: edition.title, when })
      }
      canonical={baseUrl + path}
      robots={found.isFiltering ? 'noindex, nofollow' : isFirst ? undefined : 'noindex'}
      here={link(here)}
      feed={paths.feed(path, 'atom', filterOf())}
      subscribe={paths.subscribe(path, filterOf())}
      accent={series.accent}
      jsonLd={jsonLd}
      share={{
        type: 'website',
        picture: { url: picturePath, alt: `${edition.title}, ${when}`, isDrawn: true },
      }}
      forScripts={scriptWords(showing, edition, liveWords(programme, showing, assets))}
      isProgramme
      desk={editor !== undefined}
      menu={around.menu}
      code={code}
      comments={around.said}
      heading={
        <>
          {editor ? <EditorBar {...editor} /> : ''}
          <Head programme={programme} showing={showing} view={view} when={when} />
        </>
      }
    >
      {drawn}
      {picture.bars.length ? <Replay picture={picture} showing={showing} path={here} /> : ''}
      <div class="tools">
        <ZoneLine showing={showing} here={link(here)} />
        <nav aria-label={say('views')} class="views">
          {(['time', 'days', 'told'] as const).map(each => (
            <a href={link(pathOf(each))} aria-current={each === view ? 'page' : undefined}>
              {say(`view.${each}`)}
            </a>
          ))}
          {groups.length ? (
            <a href={link(paths.changes(series.slug, edition.slug))}>{say('view.changes')}</a>
          ) : (
            ''
          )}
        </nav>
        <noscript>
          {edition.state === 'live' ? (
            <a href={link(here)}>
              {say('live.refresh', { time: sayClock(showing.now, showing.zone, locale) })}
            </a>
          ) : (
            ''
          )}
          <a href={link(paths.planChoice(series.slug, edition.slug))}>
            ☆ {say('plan.choose', { title: edition.title })}
          </a>
        </noscript>
      </div>
      <ClockChanges programme={programme} showing={showing} />
      {updated}
      {programme.entries.length === 0 ? <p class="empty">{say('edition.empty')}</p> : ''}
      {finder}
      {list}
      <Foot
        programme={programme}
        toldAt={groups[0]?.at ?? edition.publishedAt ?? edition.updatedAt}
        showing={showing}
        reckoning={reckoning}
        authors={around.authors}
      />
      <Comments said={around.said} showing={showing} />
    </Page>
  )
}

/** What readers were told of, as a line each; what is not shown any more has no line. */
function liveUpdates(
  groups: UpdateGroup[],
  { say }: Showing,
  addressOf: (entry: { slug: string }) => string,
): LiveUpdate[] {
  const told = groups.slice(0, 5).flatMap(({ items }) => items.slice(0, 5))
  return told.flatMap(each =>
    each.entry
      ? [
          {
            at: each.at,
            words: `${say(headingOf(each))}: ${withoutPasscodes(each.entry.title)}`,
            url: addressOf({ slug: each.entry.parentSlug ?? each.entry.slug }),
          },
        ]
      : [],
  )
}

/** With fewer there is nothing to look for. */
const fewEntries = 6

/** What was asked for and cannot be is named, and the rest is used. */
function withNotices(showing: Showing, { unknown }: FoundIn): Showing {
  if (unknown.length === 0) return showing
  const told = unknown
    .slice(0, 5)
    .map(word => ({ key: 'notice.filter' as const, values: { told: shortly(word) } }))
  return { ...showing, notices: [...showing.notices, ...told] }
}

const Head: FC<{ programme: Programme; showing: Showing; view: View; when: string }> = ({
  programme,
  showing,
  view,
  when,
}) => {
  const { series, edition } = programme
  const { say, link } = showing
  const { lead, more } = leadOf(edition.text ?? '')
  const isCut = view !== 'told' && (more || lead.length > longLead)
  return (
    <div class="head">
      <p class="crumbs">
        <a href={link(paths.series(series.slug))}>
          <bdi lang={langOf(series.title, showing, languageSaid(series, 'title'))}>{series.title}</bdi>
        </a>
      </p>
      <h1>
        <bdi lang={langOf(edition.title, showing, languageSaid(edition, 'title'))}>
          {breakable(edition.title)}
        </bdi>
      </h1>
      <p class="date">
        {when}
        {edition.hashtags.map(tag => (
          <>
            {' '}
            · <bdi>#{tag.replace(/^#/, '')}</bdi>
          </>
        ))}
        <SaidIn words={headLanguage(showing, showing)} after="· " />
      </p>
      {edition.text ? (
        <div
          class={isCut ? 'told lead-in' : 'told'}
          dir="auto"
          lang={langOf(edition.text, showing, languageSaid(edition, 'text'))}
        >
          {raw(htmlTold(view === 'told' ? edition.text : lead, showing))}
        </div>
      ) : (
        ''
      )}
      {isCut ? (
        <p class={more ? 'more' : 'more slim'}>
          <a href={link(paths.edition(series.slug, edition.slug, 'told'))}>{say('edition.more')}</a>
        </p>
      ) : (
        ''
      )}
    </div>
  )
}

/** On a small screen a longer text is cut after three lines: the first screen must show what is on. */
const longLead = 130
