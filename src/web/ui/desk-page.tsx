import type { Child, FC } from 'hono/jsx'
import { type Curator, hasRole, isModerator, isOwner, isWriter, mayInvite } from '../../domain/curator.ts'
import type { Edition, Series } from '../../domain/programme.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import type { Key } from '../words.ts'
import { DoneNotice } from './done-notice.tsx'
import { Page } from './page.tsx'
import type { Showing } from './showing.ts'

/** The edition one is in. */
export type DeskEdition = {
  series: Pick<Series, 'slug' | 'title'>
  edition: Pick<Edition, 'slug' | 'title' | 'state'>
}
type EditionPart = 'tasks' | 'day' | 'story' | 'text' | 'sources' | 'recordings' | 'history'

type Props = {
  at: AtDesk
  title: string
  edition?: DeskEdition
  /** Which of the edition's pages this is, if one of them. */
  part?: EditionPart
  /** Words and settings for the scripts of the page. */
  forScripts?: Record<string, unknown>
  /** Address of a style that only few pages have. */
  style?: string | null
  children?: Child
}

/** The document around every page of the desk: where one is, who one is, and what was just done. */
export const DeskPage: FC<Props> = ({ at, title, edition, part, forScripts, style = null, children }) => {
  const { showing, assets, curator, here } = at
  return (
    <Page
      showing={showing}
      assets={assets}
      title={[title, edition?.edition.title, 'Daylong']
        .filter((words, i, all) => words && all.indexOf(words) === i)
        .join(' · ')}
      canonical={null}
      here={here}
      forScripts={forScripts}
      style={style}
      desk
      skip={showing.say('desk.skip')}
      bar={
        <>
          <nav class="rooms" aria-label={showing.say('desk.nav')}>
            <Rooms curator={curator} showing={showing} here={here} />
          </nav>
          <Account curator={curator} showing={showing} />
          {edition ? <EditionBar edition={edition} part={part} showing={showing} /> : ''}
        </>
      }
    >
      <div role="status" data-renewed="done">
        <DoneNotice done={at.done} here={here} edition={edition} showing={showing} />
      </div>
      <div class="desk">{children}</div>
    </Page>
  )
}

const Rooms: FC<{ curator: Curator; showing: Showing; here: string }> = ({ curator, showing, here }) => {
  const { say, link } = showing
  const rooms: [string, Key][] = [
    ...(isWriter(curator)
      ? ([
          [paths.desk(), 'desk.title'],
          [paths.deskOrganisations(), 'desk.organisations'],
          [paths.deskFigures(), 'figures.title'],
        ] as [string, Key][])
      : []),
    ...(isWriter(curator) || isModerator(curator)
      ? ([[paths.deskSuggestions(), 'suggestions.title']] as [string, Key][])
      : []),
    ...(isModerator(curator) ? ([[paths.deskComments(), 'queue.title']] as [string, Key][]) : []),
    ...(hasRole(curator, 'editor', null)
      ? ([
          [paths.deskWritings(), 'writings.title'],
          [paths.deskExports(), 'exports.title'],
        ] as [string, Key][])
      : []),
    ...(mayInvite(curator) ? ([[paths.deskPeople(), 'desk.people']] as [string, Key][]) : []),
    ...(isOwner(curator)
      ? ([
          [paths.deskJobs(), 'desk.jobs'],
          [paths.deskOutbox(), 'desk.outbox'],
          [paths.deskAudit(), 'desk.audit'],
          [paths.deskPrivacy(), 'privacy.name'],
        ] as [string, Key][])
      : []),
  ]
  return (
    <>
      {rooms.map(([path, key]) => (
        <a href={link(path)} aria-current={here.split('?')[0] === path ? 'page' : undefined}>
          {say(key)}
        </a>
      ))}
    </>
  )
}

const Account: FC<{ curator: Curator; showing: Showing }> = ({ curator, showing }) => (
  <form class="account" method="post" action={paths.signOut()}>
    <a href={showing.link(paths.account())} title={showing.say('desk.account')}>
      <bdi>{curator.name}</bdi>
    </a>
    <button class="quiet" type="submit">
      {showing.say('desk.sign-out')}
    </button>
  </form>
)

const EditionBar: FC<{ edition: DeskEdition; part: EditionPart | undefined; showing: Showing }> = ({
  edition: { series, edition },
  part,
  showing,
}) => {
  const { say, link } = showing
  const parts: [EditionPart, string][] = [
    ['tasks', paths.deskEdition(series.slug, edition.slug)],
    ['day', paths.deskDay(series.slug, edition.slug)],
    ['story', paths.deskStory(series.slug, edition.slug)],
    ['text', paths.deskText(series.slug, edition.slug)],
    ['sources', paths.deskSources(series.slug, edition.slug)],
    ['recordings', paths.deskRecordings(series.slug, edition.slug)],
    ['history', paths.deskHistory(series.slug, edition.slug)],
  ]
  return (
    <div class="in-edition">
      <p>
        <a href={link(paths.deskEdition(series.slug, edition.slug))}>
          <bdi>{edition.title}</bdi>
        </a>{' '}
        <small>{say(`edition.state.${edition.state}`)}</small>
      </p>
      <nav aria-label={say('desk.in-edition')}>
        {parts.map(([name, path]) => (
          <a href={link(path)} aria-current={part === name ? 'page' : undefined}>
            {say(`desk.${name}`)}
          </a>
        ))}
        <a href={link(paths.edition(series.slug, edition.slug))}>{say('desk.readers')}</a>
      </nav>
    </div>
  )
}
