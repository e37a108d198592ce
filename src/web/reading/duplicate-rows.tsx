import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import { Changes } from '../ui/changes.tsx'
import { isolated } from '../ui/entry-words.ts'
import { sayWhen } from '../ui/say-when.ts'
import type { Showing } from '../ui/showing.ts'
import { fieldName } from '../ui/told-field.ts'
import type { Found, FoundDuplicate } from './found.ts'
import type { OwnReading } from './own-reading.ts'

type Props = { own: OwnReading; found: Found; showing: Showing }

/** Entries that look like the same, why, and what they would gain. */
export const DuplicateRows: FC<Props> = ({ own, found: { duplicates, finding }, showing }) => {
  const { say, link } = showing
  const { reading, edition, mayPublish } = own
  if (duplicates.length === 0 || !finding) return null
  const isLikely = duplicates.some(({ strength }) => strength !== 'possible')
  return (
    <section class={isLikely ? 'same likely' : 'same'} aria-label={say('card.same')}>
      <p class="ask">{say(isLikely ? 'card.same' : 'card.same-perhaps')}</p>
      <ul>
        {duplicates.map(({ entry, reasons, now, joined, sessions }) => (
          <li>
            <a href={link(paths.deskEntry(entry.id))}>
              <bdi>{entry.title}</bdi>
            </a>{' '}
            <span class="hint">
              {[
                sayWhen(entry.time, edition.homeZone, showing)?.home,
                reasons.map(reason => say(`same.${reason}`)).join(', '),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Gains now={now} joined={joined} sessions={sessions} showing={showing} />
            {mayPublish || entry.state === 'draft' ? (
              <button
                class="act"
                type="submit"
                name="into"
                value={entry.id}
                formaction={paths.deskReadingMerges(reading.id)}
              >
                {say('card.merge')}
              </button>
            ) : (
              ''
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the entry would say that it does not say now. */
const Gains: FC<Pick<FoundDuplicate, 'now' | 'joined' | 'sessions'> & { showing: Showing }> = ({
  now,
  joined,
  sessions,
  showing,
}) => {
  const { say, locale } = showing
  const names = Object.keys(joined).flatMap(field => fieldName(field, showing) ?? [])
  const listed = (words: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
  if (names.length + sessions.length === 0) return <span class="hint">{say('card.adds-nothing')}</span>
  return (
    <>
      {sessions.length ? (
        <span class="hint">
          {say('card.adds-sessions', { count: sessions.length, titles: listed(sessions.map(isolated)) })}
        </span>
      ) : (
        ''
      )}
      {names.length ? (
        <details>
          <summary>{say('card.adds', { fields: listed(names) })}</summary>
          <Changes before={now} after={joined} showing={showing} />
        </details>
      ) : (
        ''
      )}
    </>
  )
}
