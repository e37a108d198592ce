import type { FC } from 'hono/jsx'
import type { Programme } from '../../domain/programme.ts'
import { choiceGroups } from '../../domain/programme-filter.ts'
import { longestQuery } from '../../domain/search-query.ts'
import { filterNames } from '../filter-query.ts'
import type { FoundIn } from '../find-in.ts'
import { paths, type View } from '../paths.ts'
import { KeptFields } from '../ui/kept-fields.tsx'
import type { Showing } from '../ui/showing.ts'
import { Chosen } from './chosen.tsx'
import { Facets } from './facets.ts'

type Props = {
  found: FoundIn
  programme: Programme
  /** Where it is not the one that is shown to whoever chose none. */
  view: View | null
  showing: Showing
}

/** One field for words, and behind a word everything that a programme can be filtered by. Without script a plain form. */
export const Finder: FC<Props> = ({ found, programme, view, showing }) => {
  const { series, edition } = programme
  const { filter } = found
  const { say } = showing
  const path = paths.edition(series.slug, edition.slug)
  const active = choiceGroups.reduce((sum, group) => sum + filter.choices[group].length, filter.only.length)
  return (
    <>
      <search class="finder">
        <form action={path} method="get" data-find>
          {view ? <input type="hidden" name="view" value={view} /> : ''}
          <KeptFields showing={showing} />
          <div class="ask">
            <label class="unseen" for="find">
              {say('filter.find')}
            </label>
            <input
              id="find"
              name={filterNames.words}
              type="search"
              value={filter.words}
              placeholder={say('filter.find')}
              maxlength={longestQuery}
              autocomplete="off"
              enterkeyhint="search"
              dir="auto"
            />
            <button type="submit">{say('filter.do')}</button>
          </div>
          <details class="filters">
            <summary>
              {say('filter.open')}{' '}
              <small data-active>{active ? say('filter.active', { count: active }) : ''}</small>
            </summary>
            {Facets({ found, programme, showing })}
            <p class="apply">
              <button type="submit">{say('filter.apply')}</button>
            </p>
          </details>
        </form>
      </search>
      <div class="chosen" data-found="chosen">
        <Chosen found={found} programme={programme} view={view} showing={showing} />
      </div>
    </>
  )
}
