import type { FC } from 'hono/jsx'
import type { Suggestion } from '../../domain/suggestion.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { saySender, sayState } from './suggestion-words.ts'

export const suggestionLists = ['open', 'decided', 'spam'] as const
export type SuggestionList = (typeof suggestionLists)[number]

type Props = {
  at: AtDesk
  /** Null: those of all editions that one may write. */
  own: OwnEdition | null
  list: SuggestionList
  suggestions: Suggestion[]
  counts: Record<SuggestionList, number>
  /** Titles of editions, by their ids. */
  titles: Map<string, string>
  older: string | null
}

/** What was suggested: what waits, what was decided, and what was taken for spam. */
export const SuggestionsPage: FC<Props> = ({ at, own, list, suggestions, counts, titles, older }) => {
  const { showing } = at
  const { say, link } = showing
  const pathOf = (state?: string) =>
    own ? paths.deskSuggestionsIn(own.series.slug, own.edition.slug, state) : paths.deskSuggestions(state)
  return (
    <DeskPage at={at} title={say('suggestions.title')} edition={own ?? undefined}>
      <h1>{say('suggestions.title')}</h1>
      <nav class="lists" aria-label={say('suggestions.title')}>
        {suggestionLists.map(each => (
          <a
            href={link(pathOf(each === 'open' ? undefined : each))}
            aria-current={each === list ? 'page' : undefined}
          >
            {say(`suggestions.${each}`)} <small>{counts[each] || ''}</small>
          </a>
        ))}
      </nav>
      {own && !own.edition.takesSuggestions ? (
        <p class="hint">
          {say('suggestions.off')}{' '}
          <a href={link(paths.deskText(own.series.slug, own.edition.slug))}>{say('desk.text')}</a>
        </p>
      ) : (
        ''
      )}
      {suggestions.length === 0 ? <p class="empty">{say('suggestions.none')}</p> : ''}
      <ol class="readings suggestions">
        {suggestions.map(suggestion => (
          <Row
            suggestion={suggestion}
            title={own ? null : titles.get(suggestion.editionId)}
            showing={showing}
          />
        ))}
      </ol>
      {older ? (
        <p class="onward">
          <a href={link(`${pathOf(list)}&before=${older}`)}>{say('history.older')}</a>
        </p>
      ) : (
        ''
      )}
    </DeskPage>
  )
}

const Row: FC<{ suggestion: Suggestion; title: string | null | undefined; showing: Showing }> = props => {
  const { suggestion, title, showing } = props
  return (
    <li class={suggestion.state}>
      <a href={showing.link(paths.deskSuggestion(suggestion.id))}>
        <bdi>{suggestion.label || suggestion.words.slice(0, 120) || showing.say('suggestion.title')}</bdi>
      </a>
      <p class="hint">
        {sayState(suggestion, showing)} · <bdi>{saySender(suggestion, showing)}</bdi>,{' '}
        <ShortMoment at={suggestion.at} showing={showing} />
        {title ? (
          <>
            {' '}
            · <bdi>{title}</bdi>
          </>
        ) : (
          ''
        )}
      </p>
    </li>
  )
}
