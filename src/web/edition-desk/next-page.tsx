import type { FC } from 'hono/jsx'
import { longestLine } from '../../domain/edition-faults.ts'
import type { Days, NextRule } from '../../domain/next-days.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { type Keepable, keepable } from '../../services/open-next-edition.ts'
import type { TakingPart } from '../../storage/awaited.ts'
import { sayDays } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import { labelOf } from './text-page.tsx'

type Props = {
  at: AtDesk
  own: OwnEdition
  choices: { rule: NextRule; days: Days }[]
  typed: { title: string; slug: string; rule: NextRule | 'other'; startsOn: string; endsOn: string }
  keeps: readonly Keepable[]
  awaits: ReadonlySet<string>
  taking: TakingPart[]
  wrong?: Partial<Record<string, Refusal>>
}

/** What the next edition takes over from this one. */
export const NextPage: FC<Props> = props => {
  const { at, own, choices, typed, keeps, awaits, taking, wrong = {} } = props
  const { showing } = at
  const { say, link, locale } = showing
  const { series, edition } = own
  const count = Object.keys(wrong).length
  const wrongIn = (field: string) => wrong[field] && sayRefusal(say, wrong[field])
  return (
    <DeskPage at={at} title={say('next.title', { title: edition.title })} edition={{ series, edition }}>
      <p class="crumbs">
        <a href={link(paths.deskSeries(series.slug))}>
          <bdi>{series.title}</bdi>
        </a>
      </p>
      <h1>{say('next.title', { title: edition.title })}</h1>
      <p class="lead">{say('next.lead')}</p>
      <form
        class="entry-form own-form"
        method="post"
        action={paths.deskNext(series.slug, edition.slug)}
        novalidate
      >
        {count > 0 ? (
          <div class="problems" role="alert">
            <p>{say('form.problems', { count })}</p>
          </div>
        ) : (
          ''
        )}
        <Field
          label={labelOf('title', showing)}
          name="title"
          value={typed.title}
          wrong={wrongIn('title')}
          maxlength={longestLine}
        />
        <Field
          label={labelOf('slug', showing)}
          name="slug"
          value={typed.slug}
          wrong={wrongIn('slug')}
          maxlength={200}
        />
        <fieldset class="group">
          <legend>{say('next.when')}</legend>
          <div class="states">
            {choices.map(({ rule, days }) => (
              <label class="box">
                <input type="radio" name="rule" value={rule} checked={typed.rule === rule} />
                <span>{say(`next.rule.${rule}`, { days: sayDays(days.startsOn, days.endsOn, locale) })}</span>
              </label>
            ))}
            <label class="box">
              <input type="radio" name="rule" value="other" checked={typed.rule === 'other'} />
              <span>{say('next.rule.other')}</span>
            </label>
          </div>
          <div class="pair of-other">
            <Field
              label={labelOf('startsOn', showing)}
              name="startsOn"
              type="date"
              value={typed.startsOn}
              wrong={wrongIn('startsOn')}
            />
            <Field
              label={labelOf('endsOn', showing)}
              name="endsOn"
              type="date"
              value={typed.endsOn}
              wrong={wrongIn('endsOn')}
            />
          </div>
        </fieldset>
        <fieldset class="group">
          <legend>{say('next.keeps')}</legend>
          <div class="states">
            {keepable.map(each => (
              <label class="box">
                <input type="checkbox" name="keep" value={each} checked={keeps.includes(each)} />
                <span>{say(`next.keep.${each}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {taking.length ? (
          <fieldset class="group">
            <legend>{say('next.awaits')}</legend>
            <p class="hint">{say('next.awaits.lead')}</p>
            <div class="states many">
              {taking.map(({ id, name, entries }) => (
                <label class="box">
                  <input type="checkbox" name="await" value={id} checked={awaits.has(id)} />
                  <span>
                    <bdi>{name}</bdi> <small>{say('next.entries', { count: entries })}</small>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ) : (
          ''
        )}
        <p class="acts">
          <button class="act strong" type="submit">
            {say('next.do')}
          </button>
        </p>
      </form>
    </DeskPage>
  )
}
