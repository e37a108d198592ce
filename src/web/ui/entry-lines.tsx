import type { FC } from 'hono/jsx'
import { organisationRoles } from '../../domain/entry.ts'
import type { EntryLine, LineEdition } from '../../domain/entry-line.ts'
import { entryLineIn } from '../../domain/in-language.ts'
import { isDay } from '../../time/days.ts'
import { sayDay } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { isolated, statusKey } from './entry-words.ts'
import { langOf } from './lang-of.ts'
import { languageSaid } from './read-to.ts'
import type { Showing } from './showing.ts'

type Props = {
  lines: EntryLine[]
  /** By their ids. */
  editions: ReadonlyMap<string, LineEdition>
  showing: Showing
  /** The lines are of several years. */
  years?: boolean
}

/** Entries across editions: when, what, and as what the one takes part whose page it is. */
export const EntryLines: FC<Props> = ({ lines, editions, showing, years }) => {
  const { link, locale } = showing
  return (
    <ol class="lines">
      {lines.map(told => {
        const line = entryLineIn(told, showing.language)
        const edition = editions.get(line.editionId)!
        const day = (line.time.start ?? line.published)?.slice(0, 10) ?? null
        return (
          <li>
            <p class="day">
              {day && isDay(day) ? (
                <time datetime={day}>{sayDay(day, years ? 'short-yearly' : 'short', locale)}</time>
              ) : (
                ''
              )}
            </p>
            <div>
              <a href={link(lineAddress(line, edition))}>
                <bdi lang={langOf(line.title, showing, languageSaid(line, 'title'))}>{line.title}</bdi>
              </a>
              <p class="by">{aboutLine(line, showing).join(' · ')}</p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Where a line leads. */
export function lineAddress({ slug, of }: EntryLine, { series, slug: edition }: LineEdition): string {
  return of ? paths.session(series, edition, of.slug, slug) : paths.entry(series, edition, slug)
}

function aboutLine(line: EntryLine, { say }: Showing): string[] {
  const status = statusKey(line)
  const roles = line.as.flatMap(({ role, affiliation }) => [
    ...(role === null ? [] : [sayRole(role)]),
    ...(affiliation === null ? [] : [isolated(affiliation)]),
  ])
  return [
    line.of ? say('search.session', { title: isolated(line.of.title) }) : say(`kind.${line.kind}`),
    ...(status ? [say(status)] : []),
    ...new Set(roles),
    ...(line.recording === 'available' ? [say('link.recording')] : []),
  ]

  /** Organisations have roles that are ours; people those that somebody wrote. */
  function sayRole(role: string): string {
    const own = organisationRoles.find(each => each === role)
    return own ? say(`organisation.${own}`) : isolated(say('fact.role', { role }))
  }
}
