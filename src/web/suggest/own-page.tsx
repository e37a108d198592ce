import type { FC } from 'hono/jsx'
import type { Content } from '../../domain/content.ts'
import { correctedLinks } from '../../domain/correct-finding.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Reading } from '../../domain/reading.ts'
import {
  isOpen,
  isUncredited,
  type Suggestion,
  type SuggestionStep,
  suggestionLimits,
} from '../../domain/suggestion.ts'
import type { EditionRow } from '../../storage/editions.ts'
import { allZones, labelOfZone } from '../../time/zones.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { creditName } from '../ui/credit.tsx'
import { hostOf, isolated } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { sayWhen } from '../ui/say-when.ts'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { Given } from './suggest-page.tsx'
import type { Typed } from './typed.ts'

/** One thing that was read, as its sender sees it. */
export type ShownFinding = {
  reading: Reading
  number: number
  /** Null: nothing was found, and they may say what it is. */
  finding: Finding | null
  content: Content
  /** Whether it can still be corrected. */
  isOpen: boolean
  /** What is in the programme already and is probably the same. */
  duplicate: Entry | null
  filled: Typed
}

type Props = {
  token: string
  suggestion: Suggestion
  edition: EditionRow
  series: string
  steps: SuggestionStep[]
  findings: ShownFinding[]
  unread: Reading[]
  /** What came of it, as readers see it. */
  entries: Entry[]
  refused: { wrong: string; typed: Typed; at: string | null } | null
  showing: Showing
  assets: Assets
}

/** The sender's own page: what becomes of it, what was read, and what they can do. */
export const OwnPage: FC<Props> = props => {
  const { token, suggestion, edition, series, steps, findings, unread, entries, refused } = props
  const { showing, assets } = props
  const { say, link } = showing
  const isMine = isOpen(suggestion)
  const isOver = suggestion.state === 'withdrawn' || suggestion.state === 'expired'
  const said = steps.filter(({ words }) => words)
  return (
    <Page
      showing={showing}
      assets={assets}
      title={`${say('suggest.own')} · ${edition.title}`}
      canonical={null}
      robots="noindex, nofollow"
      here={link(paths.suggestion(token))}
      skip={say('writing.skip')}
      style={assets.suggest}
    >
      <div class="narrow suggest">
        <p class="crumbs">
          <a href={link(paths.edition(series, edition.slug))}>
            <bdi lang={langOf(edition.title, showing)}>{edition.title}</bdi>
          </a>
        </p>
        <h1>{say('suggest.own')}</h1>
        <p class="lead" role="status">
          {say(`suggest.state.${stateOf(suggestion, findings)}`)}
        </p>
        {entries.length ? (
          <ul class="stands">
            {entries.map(entry => (
              <li>
                <a href={link(paths.entry(series, edition.slug, entry.slug))}>
                  <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        ) : (
          ''
        )}
        {isMine ? (
          <p class="hint">{say(suggestion.sender.mail ? 'suggest.keep.mailed' : 'suggest.keep')}</p>
        ) : (
          ''
        )}
        {refused && refused.at === null ? <Wrong words={refused.wrong} /> : ''}
        {unread.length ? <p role="status">{say('suggest.reading', { count: unread.length })}</p> : ''}
        {findings.map(found => (
          <Found
            found={found}
            token={token}
            series={series}
            edition={edition}
            mayCorrect={isMine && found.isOpen}
            refused={refused?.at === `${found.reading.id}-${found.number}` ? refused : null}
            showing={showing}
          />
        ))}
        {suggestion.words || said.length ? (
          <section aria-labelledby="said">
            <h2 id="said">{say('suggest.said')}</h2>
            {suggestion.words ? (
              <Said isOwn at={suggestion.at} words={suggestion.words} showing={showing} />
            ) : (
              ''
            )}
            {said.map(({ who, at, words }) => (
              <Said isOwn={who === 'sender'} at={at} words={words!} showing={showing} />
            ))}
          </section>
        ) : (
          ''
        )}
        {isOver || suggestion.state === 'spam' ? (
          ''
        ) : (
          <form
            class="more"
            method="post"
            action={link(paths.suggestion(token, 'additions'))}
            enctype="multipart/form-data"
          >
            <h2>{say('suggest.more')}</h2>
            <div class="field">
              <label for="words">{say('suggest.more.words')}</label>
              <textarea id="words" name="words" rows={3} dir="auto" maxlength={suggestionLimits.words}>
                {`\n${refused?.at === null ? (refused.typed.words ?? '') : ''}`}
              </textarea>
            </div>
            <details open={refused?.at === null || undefined}>
              <summary>{say('suggest.more.given')}</summary>
              <Given typed={refused?.at === null ? refused.typed : {}} showing={showing} />
            </details>
            <p class="acts">
              <button type="submit" class="act">
                {say('suggest.more.send')}
              </button>
            </p>
          </form>
        )}
        {suggestion.sender.name !== null && !isOver && suggestion.state !== 'spam' && !isUncredited(steps) ? (
          <form method="post" action={link(paths.suggestion(token, 'credit'))}>
            <p>
              {suggestion.isCredited
                ? say('suggest.credit.on', { name: isolated(creditName(suggestion.sender)) })
                : say('suggest.credit.off')}
            </p>
            <p class="acts">
              <button type="submit" class="quiet" name="credit" value={suggestion.isCredited ? 'no' : 'yes'}>
                {say(suggestion.isCredited ? 'suggest.credit.undo' : 'suggest.credit.do')}
              </button>
            </p>
          </form>
        ) : (
          ''
        )}
        {isMine ? (
          <form method="post" action={link(paths.suggestion(token, 'withdrawal'))}>
            <p class="acts">
              <button type="submit" class="quiet">
                {say('suggest.withdraw')}
              </button>
            </p>
          </form>
        ) : (
          ''
        )}
        {isMine && findings.some(found => found.isOpen) ? (
          <datalist id="zones">
            {allZones().map(zone => (
              <option value={zone}>{labelOfZone(zone, showing.locale, showing.now)}</option>
            ))}
          </datalist>
        ) : (
          ''
        )}
      </div>
    </Page>
  )
}

/** Spam is told nothing of it; that a draft is the same is the curators' to know. */
function stateOf({ state }: Suggestion, findings: ShownFinding[]) {
  if (state === 'spam') return 'new'
  if (state !== 'duplicate') return state
  return findings.some(({ duplicate }) => duplicate) ? 'duplicate' : 'new'
}

const Wrong: FC<{ words: string }> = ({ words }) => (
  <p class="wrong" role="alert">
    {words}
  </p>
)

const Said: FC<{ isOwn: boolean; at: number; words: string; showing: Showing }> = props => {
  const { isOwn, at, words, showing } = props
  return (
    <figure class="said">
      <figcaption>
        {showing.say(isOwn ? 'suggest.by-you' : 'suggest.by-curator')},{' '}
        <ShortMoment at={at} showing={showing} />
      </figcaption>
      <blockquote dir="auto">{words}</blockquote>
    </figure>
  )
}

const Found: FC<{
  found: ShownFinding
  token: string
  series: string
  edition: EditionRow
  mayCorrect: boolean
  refused: Props['refused']
  showing: Showing
}> = ({ found, token, series, edition, mayCorrect, refused, showing }) => {
  const { say, link } = showing
  const { reading, number, finding, content, duplicate, filled } = found
  const when = sayWhen(content.time, edition.homeZone, showing)
  const input = reading.form === 'text' ? null : reading.input
  const prefix = `f${reading.id.slice(-12)}-${number}-`
  const values = refused?.typed ?? filled
  return (
    <section class="read-out" aria-label={content.title || input || say('suggest.own')}>
      {finding ? (
        <>
          <p class="kind">{say(`kind.${content.kind}`)}</p>
          <h2>
            <bdi lang={langOf(content.title, showing)}>{content.title}</bdi>
          </h2>
          {when ? (
            <p>
              {when.home}
              {when.own ? (
                <>
                  <br />
                  <small>{when.own}</small>
                </>
              ) : (
                ''
              )}
            </p>
          ) : content.kind === 'event' ? (
            <p>{say('time.not-told')}</p>
          ) : (
            ''
          )}
          {content.links.length ? (
            <p class="hint">
              {content.links.slice(0, 6).map(({ url, role }, index) => (
                <>
                  {index ? ' · ' : ''}
                  {say(`link.${role}`)}:{' '}
                  <a href={url} rel="nofollow noopener noreferrer">
                    <bdi dir="ltr">{hostOf(url)}</bdi>
                  </a>
                </>
              ))}
            </p>
          ) : (
            ''
          )}
        </>
      ) : (
        <p>
          {input ? (
            <>
              <bdi dir="ltr">{input.slice(0, 120)}</bdi>:{' '}
            </>
          ) : (
            ''
          )}
          {say('suggest.unread')}
        </p>
      )}
      {duplicate ? (
        <p class="ask">
          {say('suggest.there')}{' '}
          <a href={link(paths.entry(series, edition.slug, duplicate.slug))}>
            <bdi lang={langOf(duplicate.title, showing)}>{duplicate.title}</bdi>
          </a>
          . {say('suggest.there.wrong')}
        </p>
      ) : (
        ''
      )}
      {mayCorrect ? (
        <details open={refused !== null || undefined}>
          <summary>{say(finding ? 'suggest.correct' : 'suggest.by-hand')}</summary>
          {refused ? <Wrong words={refused.wrong} /> : ''}
          <form class="correct" method="post" action={link(paths.suggestion(token, 'corrections'))}>
            <input type="hidden" name="reading" value={reading.id} />
            <input type="hidden" name="number" value={number} />
            {fields.map(({ name, type, label }) => (
              <p class={`of-${name}`}>
                <label for={prefix + name}>{say(label)}</label>
                <input
                  id={prefix + name}
                  name={name}
                  type={type}
                  value={values[name] ?? ''}
                  dir={name === 'title' ? 'auto' : 'ltr'}
                  list={name === 'zone' ? 'zones' : undefined}
                  maxlength={name === 'title' ? 500 : 2000}
                />
              </p>
            ))}
            <p class="acts">
              <button type="submit" class="act">
                {say('suggest.correct.do')}
              </button>
            </p>
          </form>
        </details>
      ) : (
        ''
      )}
    </section>
  )
}

const fields = [
  { name: 'title', type: 'text', label: 'form.title' },
  { name: 'date', type: 'date', label: 'suggest.field.date' },
  { name: 'from', type: 'time', label: 'suggest.field.from' },
  { name: 'to', type: 'time', label: 'suggest.field.to' },
  { name: 'zone', type: 'text', label: 'form.when.zone' },
  ...correctedLinks.map(role => ({ name: role, type: 'text', label: `link.${role}` as const })),
] as const
