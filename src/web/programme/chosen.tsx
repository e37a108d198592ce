import type { FC } from 'hono/jsx'
import type { Programme } from '../../domain/programme.ts'
import { choiceGroups, emptyFilter, type ProgrammeFilter } from '../../domain/programme-filter.ts'
import { filterQuery, withChoice } from '../filter-query.ts'
import type { FoundIn } from '../find-in.ts'
import { paths, type View, withKept } from '../paths.ts'
import { nameOfChoice } from '../ui/name-of-choice.ts'
import { shortly } from '../ui/shortly.ts'
import type { Showing } from '../ui/showing.ts'

type Props = { found: FoundIn; programme: Programme; view: View | null; showing: Showing }

/** What is chosen, each to be removed by itself; how much is left; and where nothing is, what would help. */
export const Chosen: FC<Props> = ({ found, programme, view, showing }) => {
  const { say, link } = showing
  if (!found.isFiltering) return null
  const { series, edition } = programme
  const pathOf = (filter: ProgrammeFilter) =>
    link(withKept(paths.edition(series.slug, edition.slug, view ?? undefined), filterQuery(filter)))
  const chosen = chosenIn(found, showing)
  const { words } = found.filter
  return (
    <>
      <ul>
        {chosen.map(({ name, without }) => (
          <li>
            <a href={pathOf(without)} rel="nofollow" aria-label={say('filter.remove', { name })}>
              <bdi>{name}</bdi> <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {chosen.length > 1 ? (
          <li class="all">
            <a href={pathOf(emptyFilter())}>{say('filter.all')}</a>
          </li>
        ) : (
          ''
        )}
        <li class="all">
          <a
            href={link(paths.subscribe(paths.edition(series.slug, edition.slug), filterQuery(found.filter)))}
            rel="nofollow"
          >
            {say('filter.subscribe')}
          </a>
        </li>
      </ul>
      <p class="how-many" role="status">
        {say('filter.count', { count: found.entries.length, all: programme.entries.length })}
      </p>
      {found.entries.length === 0 ? (
        <div class="none">
          <p>{say('filter.none')}</p>
          <ul>
            {chosen
              .slice(0, mostOffered)
              .map(({ name, without }) => ({ name, without, count: found.countWith(without) }))
              .filter(({ count }) => count > 0)
              .map(({ name, without, count }) => (
                <li>
                  <a href={pathOf(without)} rel="nofollow">
                    {say('filter.none.drop', { count, name })}
                  </a>
                </li>
              ))}
            {words ? (
              <li>
                <a href={link(paths.search(new URLSearchParams({ q: words }).toString()))} rel="nofollow">
                  {say('filter.none.search', { words: shortly(words) })}
                </a>
              </li>
            ) : (
              ''
            )}
            <li>
              <a href={pathOf(emptyFilter())}>{say('filter.all')}</a>
            </li>
          </ul>
        </div>
      ) : (
        ''
      )}
    </>
  )
}

/** Each is counted over the whole programme, and an address may choose a hundred. */
const mostOffered = 5

function chosenIn(
  { filter, choices }: FoundIn,
  showing: Showing,
): { name: string; without: ProgrammeFilter }[] {
  const { say } = showing
  const told = choiceGroups.flatMap(group =>
    filter.choices[group].map(value => ({
      name: say('filter.named', {
        group: say(`filter.${group}`),
        name: nameOfChoice(group, choices[group].get(value) ?? value, showing),
      }),
      without: withChoice(filter, group, value),
    })),
  )
  return [
    ...(filter.words
      ? [
          {
            name: say('filter.words', { words: shortly(filter.words) }),
            without: withChoice(filter, 'words', ''),
          },
        ]
      : []),
    ...told,
    ...filter.only.map(condition => ({
      name: say(`filter.only.${condition}`),
      without: withChoice(filter, 'only', condition),
    })),
  ]
}
