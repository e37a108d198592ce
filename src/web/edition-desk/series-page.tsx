import type { FC } from 'hono/jsx'
import { contrastOf } from '../../domain/contrast.ts'
import { longestText } from '../../domain/edition-faults.ts'
import type { SeriesWithEditions } from '../../domain/programme.ts'
import type { SeriesFields } from '../../domain/series-fields.ts'
import type { Closing } from '../../domain/taking-part/closing.ts'
import { sayDays } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { KeepTyping } from '../ui/keep-typing.tsx'
import { MarkdownField } from '../ui/markdown-field.tsx'
import { ProblemCount } from '../ui/problem-count.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import type { Showing } from '../ui/showing.ts'
import type { Wrong } from './edition-form.ts'
import { labelOf, linesOf } from './line.tsx'
import { SeriesClosing } from './series-closing.tsx'
import { TextLanguage } from './text-language.tsx'
import { addressShown } from './text-page.tsx'
import { ConflictNotice, Theirs } from './theirs.tsx'
import type { FormFields } from './typed.ts'

type Props = {
  at: AtDesk
  series: SeriesWithEditions
  typed: FormFields
  /** What the series said when the form was opened. */
  opened: SeriesFields
  wrong?: Wrong<SeriesFields>
  conflict?: { fields: (keyof SeriesFields)[]; mine: SeriesFields; theirs: SeriesFields }
  mayEdit: boolean
  /** When its comments close, and those of the rest of the site. */
  closing: { rule: Closing | null; site: number }
}

/** By which name a browser keeps what is typed here. */
export function typingNameOfSeries(id: string): string {
  return `series ${id}`
}

/** A series as its curators see it: its editions, and what it says of itself. */
export const DeskSeriesPage: FC<Props> = ({
  at,
  series,
  typed,
  opened,
  wrong = {},
  conflict,
  mayEdit,
  closing,
}) => {
  const { showing, curator } = at
  const { say, link, locale } = showing
  const somebody = say('conflict.somebody')
  const beside = (field: keyof SeriesFields) =>
    conflict?.fields.includes(field) ? (
      <Theirs
        field={field}
        mine={conflict.mine[field]}
        theirs={conflict.theirs[field]}
        who={somebody}
        showing={showing}
      />
    ) : (
      ''
    )
  const lineOf = linesOf({ typed, wrong, showing })
  const line = (field: keyof SeriesFields, more: Parameters<typeof lineOf>[1] = {}) =>
    lineOf(field, { ...more, children: beside(field) })
  const wrongIn = (field: keyof SeriesFields) => wrong[field] && sayRefusal(say, wrong[field])
  return (
    <DeskPage at={at} title={series.title}>
      <h1>
        <bdi>{series.title}</bdi>
      </h1>
      <p>
        <a href={link(paths.series(series.slug))}>{say('desk.readers')}</a>
        {series.editions[0] ? (
          <>
            {' · '}
            <a href={link(paths.deskLanguages(series.slug, series.editions[0].slug, undefined, true))}>
              {say('translate.title')}
            </a>
          </>
        ) : (
          ''
        )}
      </p>
      <ul class="own-editions">
        {series.editions.map(edition => (
          <li>
            <a href={link(paths.deskEdition(series.slug, edition.slug))}>
              <bdi>{edition.title}</bdi>
            </a>{' '}
            <span class="hint">
              {say(`edition.state.${edition.state}`)} · {sayDays(edition.startsOn, edition.endsOn, locale)}
            </span>{' '}
            {mayEdit ? (
              <a
                href={link(paths.deskNext(series.slug, edition.slug))}
                aria-label={say('next.open-of', { title: edition.title })}
              >
                {say('next.open')}
              </a>
            ) : (
              ''
            )}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <p class="acts">
          <a class="act" href={link(`${paths.deskNew()}?series=${encodeURIComponent(series.slug)}`)}>
            {say('desk.new')}
          </a>
        </p>
      ) : (
        ''
      )}
      {mayEdit ? (
        <section aria-labelledby="itself">
          <h2 id="itself">{say('series-form.title')}</h2>
          <p class="hint">{say('series-form.lead')}</p>
          <form class="entry-form own-form" method="post" action={paths.deskSeries(series.slug)} novalidate>
            <KeepTyping showing={showing} name={typingNameOfSeries(series.id)} who={curator.id} />
            <input type="hidden" name="opened" value={JSON.stringify(opened)} data-keep="no" />
            <ProblemCount wrong={wrong} showing={showing} />
            {conflict ? (
              <ConflictNotice who={somebody} count={conflict.fields.length} showing={showing} />
            ) : (
              ''
            )}
            {line('title', { required: true })}
            {beside('text')}
            <MarkdownField
              showing={showing}
              name="text"
              label={labelOf('text', showing)}
              value={typed.text ?? ''}
              wrong={wrongIn('text')}
              most={longestText}
            />
            {beside('language')}
            <TextLanguage value={typed.language ?? ''} showing={showing} />
            <Observed typed={typed} showing={showing} wrong={wrongIn('observed')} />
            {beside('observed')}
            {line('founded', { hint: say('series-form.founded.hint'), maxlength: 10 })}
            <Colour typed={typed} showing={showing} wrong={wrongIn('accent')} />
            {beside('accent')}
            {line('slug', {
              hint: say('series-form.slug.hint', {
                address: addressShown(paths.series(typed.slug || series.slug)),
              }),
              maxlength: 200,
            })}
            <p class="acts">
              <button class="act strong" type="submit">
                {say(conflict ? 'edition-form.save-mine' : 'edition-form.save')}
              </button>
            </p>
          </form>
          <SeriesClosing series={series} closing={closing} showing={showing} />
        </section>
      ) : (
        ''
      )}
    </DeskPage>
  )
}

const Observed: FC<{ typed: FormFields; showing: Showing; wrong?: string }> = ({ typed, showing, wrong }) => {
  const { say, locale } = showing
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC', calendar: 'gregory' })
  const months = Array.from({ length: 12 }, (_, month) => [
    String(month + 1).padStart(2, '0'),
    name.format(Date.UTC(2020, month, 1)),
  ])
  return (
    <fieldset class="field">
      <legend>{labelOf('observed', showing)}</legend>
      {wrong ? <p class="wrong">{wrong}</p> : ''}
      <div class="pair">
        <div>
          <label for="observed.day">{say('series-form.day')}</label>
          <input
            id="observed.day"
            name="observed.day"
            inputmode="numeric"
            maxlength={2}
            value={typed['observed.day'] ?? ''}
          />
        </div>
        <div>
          <label for="observed.month">{say('series-form.month')}</label>
          <select id="observed.month" name="observed.month">
            <option value="">{say('series-form.no-month')}</option>
            {months.map(([value, words]) => (
              <option value={value} selected={typed['observed.month'] === value}>
                {words}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p class="hint">{say('series-form.observed.hint')}</p>
    </fieldset>
  )
}

/** The papers of the pages, light and dark. */
const papers = ['#fdfcf8', '#131419'] as const
const readable = 4.5

const Colour: FC<{ typed: FormFields; showing: Showing; wrong?: string }> = ({ typed, showing, wrong }) => {
  const { say, locale } = showing
  const told = typed.accent ?? ''
  const isColour = /^#[0-9a-f]{6}$/i.test(told)
  const [light = 0, dark = 0] = isColour ? papers.map(paper => contrastOf(told, paper)) : []
  const said = (ratio: number) => ratio.toLocaleString(locale, { maximumFractionDigits: 1 })
  return (
    <div class="field">
      <label for="accent">{labelOf('accent', showing)}</label>
      {wrong ? (
        <p class="wrong" id="accent-wrong">
          {wrong}
        </p>
      ) : (
        ''
      )}
      <input
        id="accent"
        name="accent"
        value={told}
        placeholder="#14606a"
        maxlength={7}
        dir="ltr"
        spellcheck={false}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby="accent-hint"
      />
      <p class="hint" id="accent-hint">
        {isColour ? (
          <>
            <svg class="swatch" width="40" height="14" aria-hidden="true">
              <rect width="40" height="14" fill={told} />
            </svg>{' '}
            {say(light >= readable ? 'series-form.accent.light' : 'series-form.accent.light-weak', {
              ratio: said(light),
            })}{' '}
            {say(dark >= readable ? 'series-form.accent.dark' : 'series-form.accent.dark-weak', {
              ratio: said(dark),
            })}
          </>
        ) : (
          say('series-form.accent.hint')
        )}
      </p>
    </div>
  )
}
