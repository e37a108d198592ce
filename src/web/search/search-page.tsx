import type { FC } from 'hono/jsx'
import { editionIn } from '../../domain/in-language.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { KeptFields } from '../ui/kept-fields.tsx'
import { Page } from '../ui/page.tsx'
import { Paging } from '../ui/paging.tsx'
import { scriptWords } from '../ui/script-words.ts'
import { shortly } from '../ui/shortly.ts'
import type { Showing } from '../ui/showing.ts'
import { ZoneLine } from '../ui/zone-line.tsx'
import type { AskedSearch } from './asked.ts'
import { searchQuery } from './asked.ts'
import type { FoundGroup, FoundPage } from './find.ts'
import { FoundRow } from './found-row.tsx'

type Within = NonNullable<AskedSearch['within']> & { title: string }

type Props = {
  words: string
  /** The edition that is searched alone. */
  within: Within | null
  unknown: string[]
  result: FoundPage
  showing: Showing
  assets: Assets
  menu: { slug: string; title: string }[]
}

export const SearchPage: FC<Props> = ({ words, within, unknown, result, showing, assets, menu }) => {
  const { say, link } = showing
  const pathOf = (page: number) => link(paths.search(searchQuery({ words, within, page })))
  const here = pathOf(result.page)
  const hasTimes = result.groups.some(({ key }) => key === 'coming')
  return (
    <Page
      showing={showing}
      assets={assets}
      title={words ? say('search.title', { words }) : say('search.name')}
      canonical={null}
      here={here}
      skip={say('search.skip')}
      forScripts={scriptWords(showing, { assumedMinutes: 60, startsOn: '' })}
      menu={menu}
    >
      <div class="head slim">
        <h1>{say('search.name')}</h1>
        <search>
          <form class="finding" action={paths.search()} method="get" data-find>
            <label for="q" class="hint">
              {within ? say('search.label.within', { title: within.title }) : say('search.label')}
            </label>
            <div class="ask">
              <input
                id="q"
                name="q"
                type="search"
                value={words}
                maxlength={200}
                autocomplete="off"
                enterkeyhint="search"
                dir="auto"
              />
              <button type="submit">{say('search.do')}</button>
            </div>
            {within ? <input type="hidden" name="in" value={`${within.series}/${within.edition}`} /> : ''}
            <KeptFields showing={showing} />
          </form>
        </search>
        {within ? (
          <p class="hint">
            <a href={link(paths.search(searchQuery({ words })))}>{say('search.everywhere')}</a>
          </p>
        ) : (
          ''
        )}
      </div>
      <div class="found" data-found="results">
        {unknown.map(told => (
          <p class="notice" role="status">
            {say('notice.filter', { told: shortly(told) })}
          </p>
        ))}
        <p class="how-many" role="status">
          {howMany(words, result, showing)}
        </p>
        {words && result.count === 0 ? <NoneFound words={words} within={within} showing={showing} /> : ''}
        {hasTimes ? <ZoneLine showing={showing} here={here} /> : ''}
        {result.groups.map(group => (
          <Group group={group} words={words} within={within} result={result} showing={showing} />
        ))}
        <Paging page={result.page} pages={result.pages} pathOf={pathOf} showing={showing} />
        {words ? '' : <p class="hint how">{say('search.how')}</p>}
      </div>
    </Page>
  )
}

function howMany(words: string, { count, isMore }: FoundPage, { say }: Showing): string {
  if (!words) return ''
  return isMore ? say('search.more', { count }) : say('search.count', { count })
}

const Group: FC<{
  group: FoundGroup
  words: string
  within: Within | null
  result: FoundPage
  showing: Showing
}> = ({ group, words, within, result, showing }) => {
  const { say, link } = showing
  const { key, edition, found, count, isContinued } = group
  const title = edition ? editionIn(edition, showing.language).title : ''
  const name = key === 'coming' ? say('search.coming') : key === 'writings' ? say('search.writings') : title
  return (
    <section class="list hits">
      <h2>
        <bdi>{name}</bdi> <small>{isContinued ? say('search.continued', { count }) : count}</small>
      </h2>
      <ol>
        {found.map(each => (
          <FoundRow found={each} query={result.query} isComing={key === 'coming'} showing={showing} />
        ))}
      </ol>
      {edition && !within && (result.isMore || found.length < count) ? (
        <p class="only">
          <a
            href={link(
              paths.search(searchQuery({ words, within: { series: edition.series, edition: edition.slug } })),
            )}
            rel="nofollow"
          >
            {say('search.only', { title })}
          </a>
        </p>
      ) : (
        ''
      )}
    </section>
  )
}

const NoneFound: FC<{ words: string; within: Within | null; showing: Showing }> = ({
  words,
  within,
  showing,
}) => {
  const { say, link } = showing
  return (
    <div class="none">
      <p>{say('search.none', { words: shortly(words) })}</p>
      <ul>
        <li>{say('search.none.fewer')}</li>
        {/["“„«-]/.test(words) ? <li>{say('search.none.signs')}</li> : ''}
        {within ? (
          <li>
            <a href={link(paths.search(searchQuery({ words })))}>{say('search.everywhere')}</a>
          </li>
        ) : (
          <li>
            <a href={link(paths.home())}>{say('search.none.series')}</a>
          </li>
        )}
      </ul>
    </div>
  )
}
