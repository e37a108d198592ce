import type { Child, FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { RecordingFacts } from '../../domain/recordings/look.ts'
import { isDay } from '../../time/days.ts'
import { sayLength } from '../../time/say-length.ts'
import { sayDay } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { hostOf, languageNames, whereOf } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'
import type { Key } from '../words.ts'

/** Who, where, in which languages. */
export const Facts: FC<{ entry: Entry; recorded: RecordingFacts | null; showing: Showing }> = ({
  entry,
  recorded,
  showing,
}) => {
  const { say, locale, link } = showing
  const signed = entry.signLanguages.length ? languageNames(entry.signLanguages, locale) : null
  const facts: [Key, Child][] = [
    [
      'fact.organisations',
      <Named
        things={entry.organisations.map(({ slug, name, url, role }) => ({
          name,
          url,
          page: slug ? link(paths.organisation(slug)) : null,
          ...(role && { more: say(`organisation.${role}`) }),
        }))}
      />,
    ],
    [
      'fact.people',
      <Named
        things={entry.people.map(({ slug, name, url, role, affiliation }) => ({
          name,
          url,
          page: slug ? link(paths.person(slug)) : null,
          more: [role && say('fact.role', { role }), affiliation].filter(Boolean).join(', '),
        }))}
      />,
    ],
    ['fact.where', whereOf(entry, showing)],
    [
      'fact.address',
      entry.place?.address && entry.place.address !== entry.place.name ? (
        <bdi>{entry.place.address}</bdi>
      ) : null,
    ],
    ['fact.languages', entry.languages.length ? languageNames(entry.languages, locale) : null],
    ['fact.interpretation', entry.interpretation.length ? languageNames(entry.interpretation, locale) : null],
    ['fact.captions', entry.captions.length ? languageNames(entry.captions, locale) : null],
    ['fact.sign', signed],
    ['fact.recording', recorded && sayRecorded(recorded, showing)],
    [
      'fact.registration',
      entry.registrationUntil && isDay(entry.registrationUntil.slice(0, 10))
        ? sayDay(entry.registrationUntil.slice(0, 10), 'full', locale)
        : null,
    ],
    [
      'fact.tags',
      entry.tags.length
        ? entry.tags.map(({ slug, name }) => (
            <a class="tag" href={link(paths.tag(slug))}>
              <bdi>{name}</bdi>
            </a>
          ))
        : null,
    ],
  ]
  const known = facts.filter(
    ([key, value]) =>
      value &&
      !(key === 'fact.organisations' && !entry.organisations.length) &&
      !(key === 'fact.people' && !entry.people.length),
  )
  if (known.length === 0) return null
  return (
    <dl class="facts">
      {known.map(([key, value]) => (
        <div>
          <dt>{say(key, { kind: entry.kind })}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How long it is, in which language, and which captions somebody wrote: as far as its provider tells it. */
function sayRecorded({ seconds, language, captions }: RecordingFacts, { say, locale }: Showing): string {
  return [
    seconds === null ? null : sayLength(seconds / 60, locale),
    language && languageNames([language], locale),
    captions.length ? say('fact.recording.captions', { languages: languageNames(captions, locale) }) : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Each by its own page here, and its site beside it. */
const Named: FC<{ things: { name: string; url: string | null; page: string | null; more?: string }[] }> = ({
  things,
}) => (
  <>
    {things.map(({ name, url, page, more }, index) => (
      <>
        {index ? ' · ' : ''}
        {(page ?? url) ? (
          <a href={page ?? url!} rel={page ? undefined : 'noopener'}>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
        {more ? (
          <>
            {' '}
            (<bdi>{more}</bdi>)
          </>
        ) : (
          ''
        )}
        {page && url ? (
          <>
            {' '}
            <a class="site" href={url} rel="noopener">
              <bdi>{hostOf(url)}</bdi>
            </a>
          </>
        ) : (
          ''
        )}
      </>
    ))}
  </>
)
