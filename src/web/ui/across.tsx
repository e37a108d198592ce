import type { FC } from 'hono/jsx'
import { byEdition, type EntryLine, type LineEdition } from '../../domain/entry-line.ts'
import { editionIn } from '../../domain/in-language.ts'
import { sayDays } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { EntryLines } from './entry-lines.tsx'
import { langOf } from './lang-of.ts'
import { languageSaid } from './read-to.ts'
import type { Showing } from './showing.ts'

type Props = {
  lines: EntryLine[]
  editions: LineEdition[]
  /** By the ids of editions: the how manieth year each is in which the one takes part whose page it is. */
  years?: ReadonlyMap<string, number>
  showing: Showing
}

/** Entries of several editions, below the edition they are of. */
export const Across: FC<Props> = ({ lines, editions, years, showing }) => {
  const { say, locale, link } = showing
  const byId = new Map(editions.map(edition => [edition.id, edition]))
  return (
    <>
      {byEdition(lines).map(({ editionId, lines: own }) => {
        const edition = editionIn(byId.get(editionId)!, showing.language)
        const year = years?.get(editionId) ?? 1
        return (
          <section>
            <h2>
              <a href={link(paths.edition(edition.series, edition.slug))}>
                <bdi lang={langOf(edition.title, showing, languageSaid(edition, 'title'))}>
                  {edition.title}
                </bdi>
              </a>
            </h2>
            <p class="date">
              {sayDays(edition.startsOn, edition.endsOn, locale)}
              {year > 1 ? ` · ${say('named.year', { year })}` : ''}
            </p>
            <EntryLines lines={own} editions={byId} showing={showing} />
          </section>
        )
      })}
    </>
  )
}
