import type { FC } from 'hono/jsx'
import { longestLine } from '../../domain/edition-faults.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { KeepTyping } from '../ui/keep-typing.tsx'
import { ProblemCount } from '../ui/problem-count.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import { linesOf } from './line.tsx'
import type { FormFields } from './typed.ts'

/** The value of the choice that no series has for an address. */
export const newSeries = '*'

/** By which name a browser keeps what is typed here. */
export const typingNameOfNew = 'new edition'

/** In bytes: more is imported on the command line. */
export const mostStartBytes = 10_000_000

type Props = {
  at: AtDesk
  /** Those in which the one who asks may open editions. */
  all: { slug: string; title: string }[]
  mayOpenSeries: boolean
  typed: FormFields
  wrong?: Partial<Record<string, Refusal>>
}

/** A new edition, of a series that is there or of a new one, empty or started from a file. */
export const NewPage: FC<Props> = ({ at, all, mayOpenSeries, typed, wrong = {} }) => {
  const { showing, curator } = at
  const { say } = showing
  const isNew = typed.series === newSeries || all.length === 0
  const line = linesOf({ typed, wrong, showing })
  const wrongIn = (field: string) => wrong[field] && sayRefusal(say, wrong[field])
  return (
    <DeskPage at={at} title={say('new.title')}>
      <h1>{say('new.title')}</h1>
      <p class="lead">{say('new.lead')}</p>
      {all.length === 0 && !mayOpenSeries ? (
        <p class="empty">{say('new.none')}</p>
      ) : (
        <form
          class="entry-form own-form"
          method="post"
          action={paths.deskNew()}
          enctype="multipart/form-data"
          novalidate
        >
          <KeepTyping showing={showing} name={typingNameOfNew} who={curator.id} />
          <ProblemCount wrong={wrong} showing={showing} />
          <fieldset class="group which-series">
            <legend>{say('new.series')}</legend>
            {all.length ? (
              <div class="states">
                {all.map(({ slug, title }) => (
                  <label class="box">
                    <input
                      type="radio"
                      name="series"
                      value={slug}
                      checked={!isNew && typed.series === slug}
                    />
                    <bdi>{title}</bdi>
                  </label>
                ))}
                {mayOpenSeries ? (
                  <label class="box">
                    <input type="radio" name="series" value={newSeries} checked={isNew} />
                    <span>{say('new.series.new')}</span>
                  </label>
                ) : (
                  ''
                )}
              </div>
            ) : (
              <input type="hidden" name="series" value={newSeries} />
            )}
            {mayOpenSeries ? (
              <div class="of-new">
                <Field
                  label={say('new.series.title')}
                  name="series.title"
                  value={typed['series.title']}
                  wrong={wrongIn('series.title')}
                  hint={say('new.series.title.hint')}
                  maxlength={longestLine}
                />
                <label class="box">
                  <input
                    type="checkbox"
                    name="series.yearly"
                    value="yes"
                    checked={typed['series.yearly'] === 'yes'}
                  />
                  <span>{say('new.series.yearly')}</span>
                </label>
              </div>
            ) : (
              ''
            )}
          </fieldset>
          <fieldset class="group">
            <legend>{say('edition-form.when')}</legend>
            <div class="pair">
              {line('startsOn', { type: 'date', hint: say('new.day.hint') })}
              {line('endsOn', { type: 'date', hint: say('new.last-day.hint') })}
            </div>
            <div data-own-zone>{line('homeZone', { hint: say('new.zone.hint'), maxlength: 100 })}</div>
          </fieldset>
          <details class="more" open={Boolean(wrong.title || wrong.slug) || undefined}>
            <summary>{say('new.names')}</summary>
            {line('title', { hint: say('new.title.hint') })}
            {line('slug', { hint: say('new.slug.hint'), maxlength: 200 })}
          </details>
          <details class="more" open={Boolean(wrong.source || typed.source) || undefined}>
            <summary>{say('new.source')}</summary>
            <p class="hint">{say('new.source.lead', { megabytes: mostStartBytes / 1e6 })}</p>
            {wrong.source ? <p class="wrong">{wrongIn('source')}</p> : ''}
            <div class="field">
              <label for="file">{say('new.file')}</label>
              <input id="file" type="file" name="file" />
            </div>
            <div class="field">
              <label for="source">{say('new.text')}</label>
              <textarea id="source" name="source" rows={8} dir="auto">
                {typed.source ?? ''}
              </textarea>
            </div>
          </details>
          <p class="acts">
            <button class="act strong" type="submit">
              {say('new.do')}
            </button>
          </p>
        </form>
      )}
    </DeskPage>
  )
}
