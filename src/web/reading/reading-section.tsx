import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import { fillForm } from '../ui/entry-form/fill.ts'
import type { FormContext, FormState } from '../ui/entry-form/form-state.ts'
import { hostOf, isolated } from '../ui/entry-words.ts'
import { ProblemWords } from '../ui/problem-words.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { type Again, AgainCard } from './again-card.tsx'
import { Card } from './card.tsx'
import { FindingList } from './finding-list.tsx'
import type { Found } from './found.ts'
import type { OwnReading } from './own-reading.ts'

export type SectionProps = {
  own: OwnReading
  found: Found[]
  /** The finding that is looked at; null: all of them. */
  number: number | null
  /** What was typed into its form, where it comes back. */
  state: FormState | null
  /** What the source of an entry says, where that was read again. */
  again: Again | null
  /** Why what was wished was not done. */
  refused: string | null
  /** The revision that has just been made, to be taken back. */
  undo: number | null
  context: FormContext
  showing: Showing
}

/** One reading with all that was found: a page’s content, and what script puts below the field. */
export const ReadingSection: FC<SectionProps> = props => {
  const { own, found, number, state, again, refused, context, showing } = props
  const { reading } = own
  const { say } = showing
  const one = number === null ? (found.length === 1 ? found[0]! : null) : (found[number] ?? null)
  return (
    <section
      class="reading"
      id={`reading-${reading.id}`}
      data-reading={reading.id}
      data-state={reading.state}
    >
      <Source own={own} showing={showing} />
      {reading.state === 'waiting' ? (
        <Waiting own={own} showing={showing} />
      ) : (
        <>
          <Problems own={own} showing={showing} />
          {refused ? (
            <p class="wrong" role="alert">
              {refused}
            </p>
          ) : (
            ''
          )}
          {again ? <AgainCard own={own} again={again} showing={showing} /> : ''}
          {one && found.length > 1 && !again ? (
            <p class="crumbs">
              <a href={showing.link(paths.deskReading(reading.id))} data-in-place>
                {say('card.all', { count: found.length })}
              </a>
            </p>
          ) : (
            ''
          )}
          {again ? (
            ''
          ) : one ? (
            <Card
              own={own}
              found={one}
              state={state ?? fillForm(one.content, context)}
              undo={props.undo}
              context={context}
              showing={showing}
            />
          ) : (
            <FindingList own={own} found={found} showing={showing} homeZone={context.homeZone} />
          )}
        </>
      )}
    </section>
  )
}

/** What was given, who gave it, and when. */
const Source: FC<{ own: OwnReading; showing: Showing }> = ({ own, showing }) => {
  const { reading, series, edition, mayPublish } = own
  const { form, input, url, by, at, head, sourceId } = reading
  const { say } = showing
  return (
    <header class="source">
      <p>
        {form === 'address' ? (
          <a href={url ?? input} rel="noopener noreferrer" dir="ltr">
            {shortAddress(url ?? input)}
          </a>
        ) : (
          <bdi>{form === 'file' ? input : say('card.text', { words: firstWords(input) })}</bdi>
        )}
      </p>
      <p class="hint">
        {head?.title && form !== 'text' ? (
          <>
            <bdi>{head.title}</bdi> ·{' '}
          </>
        ) : (
          ''
        )}
        <bdi>{by || say('suggestion.nobody')}</bdi>, <ShortMoment at={at} showing={showing} />
        {sourceId ? (
          <>
            {' '}
            ·{' '}
            <a href={showing.link(paths.deskSource(series.slug, edition.slug, sourceId))}>
              {say('import.source')}
            </a>
          </>
        ) : form === 'address' && mayPublish && reading.findings.length > 0 ? (
          <>
            {' '}
            ·{' '}
            <a href={showing.link(paths.deskSources(series.slug, edition.slug, input))}>
              {say('card.watch')}
            </a>
          </>
        ) : (
          ''
        )}
      </p>
    </header>
  )
}

const Waiting: FC<{ own: OwnReading; showing: Showing }> = ({ own: { reading }, showing: { say } }) => (
  <form class="waiting" method="post" action={paths.deskReadingDrops(reading.id)}>
    <p role="status">
      {say(reading.form === 'address' ? 'card.waiting' : 'card.waiting-file', {
        site: hostOf(reading.input) || reading.input.slice(0, 60),
      })}
    </p>
    <input type="hidden" name="number" value="0" />
    <button class="quiet" type="submit">
      {say('card.stop')}
    </button>
  </form>
)

function siteOf(address: string): string {
  return URL.parse(address)?.host ?? address.slice(0, 60)
}

/** What happened, in plain words; nothing found is no reason to have nothing. */
const Problems: FC<{ own: OwnReading; showing: Showing }> = ({ own: { reading }, showing }) => {
  const { say } = showing
  const { problems, findings } = reading
  const isFailed = findings.length === 0
  if (problems.length === 0) return null
  return (
    <div class={isFailed ? 'problems failed' : 'problems'}>
      {problems.slice(0, 5).map(problem => {
        const site = reading.form === 'address' ? isolated(siteOf(reading.url ?? reading.input)) : ''
        return (
          <p>
            <ProblemWords told={problem} showing={showing} at={{ at: 'reading', site }} />
          </p>
        )
      })}
      {problems.length > 5 ? <p>{say('card.more-problems', { count: problems.length - 5 })}</p> : ''}
      {isFailed && reading.state !== 'closed' ? (
        <form method="post" action={paths.deskReadingAttempts(reading.id)}>
          <p class="acts">
            <button class="act" type="submit">
              {say('card.again')}
            </button>
          </p>
        </form>
      ) : (
        ''
      )}
    </div>
  )
}

function shortAddress(address: string): string {
  const bare = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  return bare.length > 90 ? `${bare.slice(0, 90)}…` : bare
}

function firstWords(text: string): string {
  const words = text
    .slice(0, 1000)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > 80 ? `${words.slice(0, 80)}…` : words
}
