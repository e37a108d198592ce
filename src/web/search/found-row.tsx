import type { FC } from 'hono/jsx'
import { excerptOf, type Marked, markFound } from '../../domain/excerpt.ts'
import { editionIn, entriesIn } from '../../domain/in-language.ts'
import type { SearchQuery } from '../../domain/search-query.ts'
import { withoutDoors } from '../../domain/secret-link.ts'
import { sayBriefly, sayDay } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { isolated, whereOf } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { plainOf } from '../ui/markdown.ts'
import { languageSaid } from '../ui/read-to.ts'
import type { Showing } from '../ui/showing.ts'
import { isoOf } from '../ui/when.ts'
import type { Found } from './find.ts'

type Props = { found: Found; query: SearchQuery; isComing: boolean; showing: Showing }

/** One thing that was found: what it is called, where its words stand, and whose it is. */
export const FoundRow: FC<Props> = ({ found, query, isComing, showing }) => {
  const told = toldOf(found, showing)
  return (
    <li class="line hit">
      <p class="day">
        <When found={found} isComing={isComing} showing={showing} />
      </p>
      <div>
        <h3>
          <a href={showing.link(told.href)}>
            <bdi lang={langOf(told.title, showing, told.language)}>
              <Marks parts={markFound(told.title, query)} />
            </bdi>
          </a>
        </h3>
        {told.text ? (
          <p class="words" dir="auto" lang={langOf(told.text, showing, told.language)}>
            <Marks parts={excerptOf(told.text, query)} />
          </p>
        ) : (
          ''
        )}
        <p class="by">
          <Marks parts={markFound(told.by.filter(Boolean).join(' · '), query)} />
        </p>
      </div>
    </li>
  )
}

const Marks: FC<{ parts: Marked[] }> = ({ parts }) => (
  <>{parts.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text))}</>
)

type Told = { title: string; href: string; text: string; by: (string | null)[]; language: string | null }

function toldOf(found: Found, showing: Showing): Told {
  const { say } = showing
  if (found.kind === 'writing') {
    const { writing } = found
    return {
      title: writing.title,
      href: paths.writing(writing),
      text: beginningOf(writing.text),
      by: [
        say(`search.kind.${writing.kind}`),
        isolated(writing.authors.map(({ name }) => name).join(', ') || null),
      ],
      language: null,
    }
  }
  const edition = editionIn(found.edition, showing.language)
  if (found.kind === 'edition') {
    const { text } = editionIn({ ...found.edition, text: found.text }, showing.language)
    return {
      title: edition.title,
      href: paths.edition(edition.series, edition.slug),
      text: text ? beginningOf(text) : '',
      by: [say('search.kind.edition')],
      language: languageSaid(edition, 'title'),
    }
  }
  const [entry = found.entry] = entriesIn([found.entry], showing.language)
  const texts = [entry.summary, entry.note].filter(text => text !== null)
  const { of } = found
  return {
    title: entry.title,
    href: of
      ? paths.session(edition.series, edition.slug, of.slug, entry.slug)
      : paths.entry(edition.series, edition.slug, entry.slug),
    text: beginningOf(withoutDoors(texts.join('\n\n'), entry)),
    by: [
      of ? say('search.session', { title: isolated(of.title) }) : say(`kind.${entry.kind}`),
      entry.organisations.map(({ name }) => isolated(name)).join(', ') ||
        entry.people.map(({ name }) => isolated(name)).join(', '),
      whereOf(entry, showing),
      ...entry.tags.map(({ name }) => isolated(name)),
      isolated(edition.title),
    ],
    language: languageSaid(entry, 'title'),
  }
}

/** So much of a text is looked through for what was found in it. */
const longest = 20_000

function beginningOf(text: string): string {
  return plainOf(text.slice(0, longest), longest, { isPassing: true })
}

const When: FC<Omit<Props, 'query'>> = ({ found, isComing, showing: { zone, locale } }) => {
  if (found.kind !== 'entry') {
    const day = found.kind === 'writing' ? found.writing.day : found.edition.startsOn
    return <time datetime={day}>{sayDay(day, 'short-yearly', locale)}</time>
  }
  const { time, startsAt, published } = found.entry
  if (isComing && time.precision === 'moment' && startsAt !== null)
    return (
      <time class="brief" datetime={isoOf(startsAt)}>
        {sayBriefly(startsAt, zone, locale)}
      </time>
    )
  const day = time.start?.slice(0, 10) ?? published ?? null
  return day === null ? '' : <time datetime={day}>{sayDay(day, 'short-yearly', locale)}</time>
}
