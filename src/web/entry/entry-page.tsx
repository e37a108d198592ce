import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { clashesOf } from '../../domain/clash.ts'
import type { Entry } from '../../domain/entry.ts'
import type { KeptText } from '../../domain/links/kept-text.ts'
import { phaseOf, spanOf, timedOf } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import type { RecordingFacts } from '../../domain/recordings/look.ts'
import { inPublic, withoutDoors } from '../../domain/secret-link.ts'
import { citedEntry } from '../../outlet/citation/cited.ts'
import { metaTagsOf } from '../../outlet/citation/meta-tags.ts'
import { entryJsonLd } from '../../outlet/json-ld/entry.ts'
import type { EntryNews } from '../../outlet/json-ld/event.ts'
import { dayOf } from '../../time/days.ts'
import { sayDay, sayDays } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import type { AsEditor } from '../middleware/as-editor.ts'
import { paths } from '../paths.ts'
import { type SaidBelow, saidToMachines } from '../said-below.ts'
import { siteOf } from '../site-name.ts'
import { actionsOf } from '../ui/actions.ts'
import { AddToCalendar } from '../ui/add-to-calendar.tsx'
import { breakable } from '../ui/breakable.ts'
import { Comments } from '../ui/comments.tsx'
import { Credit, type Credited } from '../ui/credit.tsx'
import { EditLine } from '../ui/edit-line.ts'
import { EditorBar } from '../ui/editor-bar.tsx'
import { LinkGap, MainAction, OtherLinks, shownLinks } from '../ui/entry-links.ts'
import { EntryRow } from '../ui/entry-row.ts'
import { doubtsOf, hostOf } from '../ui/entry-words.ts'
import { KeptTextSection } from '../ui/kept-text.tsx'
import { langOf } from '../ui/lang-of.ts'
import type { Code } from '../ui/on-phone.tsx'
import { Page } from '../ui/page.tsx'
import { entryPicture, entryVersion } from '../ui/page-picture/describe.ts'
import { languageSaid, otherLanguage, readTo } from '../ui/read-to.ts'
import { SaidIn } from '../ui/said-in.tsx'
import { liveWords, scriptWords } from '../ui/script-words.ts'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { timedData } from '../ui/timed-data.ts'
import { htmlTold, plainTold } from '../ui/told-text.ts'
import { State, When } from '../ui/when-cell.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import { Clashes, Neighbours } from './around.tsx'
import { Facts } from './facts.tsx'
import { PlayHere, playableIn } from './play-here.tsx'

type Props = {
  programme: Programme
  entry: Entry
  menu: { slug: string; title: string }[]
  said: SaidBelow
  showing: Showing
  assets: Assets
  baseUrl: string
  code: Code
  news: Omit<EntryNews, 'picture'>
  /** What is known of its recordings. */
  recorded: RecordingFacts[]
  /** What it says itself, where readers may see that. */
  text?: KeptText | null
  /** Who suggested it and wished to be told of. */
  credited?: Credited[]
  /** Whether its organisers may come in. */
  asksOrganisers?: boolean
  /** Shown to somebody who may write it. */
  editor?: AsEditor
}

export const EntryPage: FC<Props> = ({ menu, said, assets, baseUrl, code, editor, text, ...props }) => {
  const { programme, showing } = readTo(props.programme, props.showing)
  const entry = programme.entries.find(({ id }) => id === props.entry.id)!
  const { series, edition } = programme
  const { say, zone, locale, now, link } = showing
  const reckoning = reckoningOf(edition, showing)
  const at = phaseOf(timedOf(entry), now, reckoning)
  const span = spanOf(timedOf(entry), reckoning)
  const shown = shownLinks(entry, at, showing, reckoning)
  const actions = actionsOf(entry, shown, at)
  const playable = playableIn(shown, props.recorded)
  const addressOf = (each: Entry) => link(paths.entry(series.slug, edition.slug, each.slug))
  const path = paths.entry(series.slug, edition.slug, entry.slug)
  const source = entry.kind === 'event' ? undefined : entry.links.find(({ role }) => role === 'source')
  const editionAddress = baseUrl + paths.edition(series.slug, edition.slug)
  const site = siteOf(baseUrl)
  const drawn = entryPicture(props.programme, props.entry, props.showing, null, site)
  const picture =
    entry.image && entry.imageAlt
      ? { url: new URL(entry.image, baseUrl).href, alt: entry.imageAlt, isDrawn: false }
      : {
          url: baseUrl + paths.pagePicture(path, showing.language, entryVersion(drawn)),
          alt: [entry.title, ...drawn.lines].filter(Boolean).join(' · '),
          isDrawn: true,
        }
  const jsonLd = entryJsonLd(programme, entry, {
    address: baseUrl + path,
    edition: editionAddress,
    trail: [
      { name: series.title, url: baseUrl + paths.series(series.slug) },
      { name: edition.title, url: editionAddress },
      { name: entry.title, url: baseUrl + path },
    ],
    news: { ...props.news, picture: picture.url },
    said: saidToMachines(said, baseUrl),
  })
  return (
    <Page
      showing={showing}
      assets={assets}
      title={`${entry.title} · ${edition.title}`}
      description={plainTold(inPublic(entry.summary ?? entry.note ?? edition.title, entry), 200, showing)}
      canonical={baseUrl + path}
      here={link(path)}
      accent={series.accent}
      jsonLd={jsonLd}
      share={{ type: shareTypes[entry.kind] ?? 'website', picture }}
      cited={metaTagsOf(citedEntry(programme, entry, baseUrl + path))}
      forScripts={scriptWords(showing, edition, liveWords(programme, showing, assets, entry.slug))}
      desk={editor !== undefined}
      menu={menu}
      comments={said}
      code={code}
      script={playable ? assets.player : null}
    >
      {editor ? <EditorBar {...editor} /> : ''}
      <article class={`one entry ${at.phase ?? ''}`} data-t={timedData(entry)}>
        <p class="crumbs">
          <a href={link(paths.edition(series.slug, edition.slug))}>
            <bdi lang={langOf(edition.title, showing, languageSaid(edition, 'title'))}>{edition.title}</bdi>
          </a>
          {' · '}
          {say(`kind.${entry.kind}`)}
        </p>
        <h1>
          <bdi lang={langOf(entry.title, showing, languageSaid(entry, 'title'))}>
            {breakable(entry.title)}
          </bdi>
          {source ? <span class="host"> ({hostOf(source.url)})</span> : ''}
          <SaidIn words={otherLanguage(entry, { ...showing, headIn: null })} />
        </h1>
        {span ? <p class="date day-of">{sayDay(dayOf(span.start, zone), 'full', locale)}</p> : ''}
        {showing.isEditor ? <EditLine entry={entry} showing={showing} /> : ''}
        <When entry={entry} span={span} showing={showing} day="never" />
        <State entry={entry} at={at} span={span} showing={showing} />
        {doubtsOf(entry, showing).map(doubt => (
          <p class="doubt">{doubt}</p>
        ))}
        <form class="stars" method="post" action={paths.planEntries()}>
          {(['like', 'must'] as const).map(wish => (
            <button type="submit" name={wish} value={path.slice(1)}>
              {say(`star.${wish}`)}
            </button>
          ))}
        </form>
        <div class="actions">
          <MainAction actions={actions} entry={entry} showing={showing} />
          <OtherLinks actions={actions} showing={showing} />
          <LinkGap entry={entry} showing={showing} />
        </div>
        {playable ? <PlayHere {...playable} title={entry.title} showing={showing} /> : ''}
        <AddToCalendar
          entry={entry}
          at={at}
          path={path}
          programme={paths.edition(series.slug, edition.slug)}
          showing={showing}
          baseUrl={baseUrl}
        />
        {entry.note ? (
          <div class="note" dir="auto" lang={langOf(entry.note, showing, languageSaid(entry, 'note'))}>
            {raw(htmlTold(withoutDoors(entry.note, entry), showing))}
          </div>
        ) : (
          ''
        )}
        {text && entry.textShown ? (
          <KeptTextSection text={text} shown={entry.textShown} showing={showing} />
        ) : (
          ''
        )}
        {entry.summary ? (
          <div class="told" dir="auto" lang={langOf(entry.summary, showing, languageSaid(entry, 'summary'))}>
            {raw(htmlTold(withoutDoors(entry.summary, entry), showing))}
          </div>
        ) : (
          ''
        )}
        <Picture entry={entry} />
        <Facts
          entry={entry}
          recorded={props.recorded.find(({ url }) => shown.some(({ link }) => link.url === url)) ?? null}
          showing={showing}
        />
        <Credit credited={props.credited ?? []} showing={showing} />
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
                isPart
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
        </a>{' '}
        · <a href={link(paths.notices(path))}>{say('tell.name')}</a> ·{' '}
        <a href={link(paths.cite(path))}>{say('cite.this')}</a> ·{' '}
        <a href={link(paths.passOn(path))}>{say('pass-on.this')}</a>
        {props.asksOrganisers ? (
          <>
            {' '}
            · <a href={link(paths.organisers(path))}>{say('organiser.ask')}</a>
          </>
        ) : (
          ''
        )}
      </p>
      <Comments said={said} showing={showing} />
    </Page>
  )
}

const shareTypes: Partial<Record<Entry['kind'], 'article' | 'video.other'>> = {
  video: 'video.other',
  article: 'article',
  statement: 'article',
}

/** Only pictures that are kept here: nobody else learns who reads. */
const Picture: FC<{ entry: Entry }> = ({ entry: { image, imageAlt } }) =>
  image?.startsWith('/') ? (
    <figure class="poster">
      <img src={image} alt={imageAlt ?? ''} loading="lazy" />
    </figure>
  ) : null
