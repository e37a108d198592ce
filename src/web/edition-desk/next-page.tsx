import type { FC } from 'hono/jsx'
import type { Days, NextRule } from '../../domain/next-days.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { type Keepable, keepable } from '../../services/open-next-edition.ts'
import type { TakingPart } from '../../storage/awaited.ts'
import { sayDays } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ProblemCount } from '../ui/problem-count.tsx'
import { linesOf } from './line.tsx'

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
  const line = linesOf({ typed, wrong, showing })
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
        <ProblemCount wrong={wrong} showing={showing} />
        {line('title')}
        {line('slug', { maxlength: 200 })}
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
            {line('startsOn', { type: 'date' })}
            {line('endsOn', { type: 'date' })}
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
