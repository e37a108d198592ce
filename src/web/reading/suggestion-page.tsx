import type { FC } from 'hono/jsx'
import { isOpen, type SuggestionStep } from '../../domain/suggestion.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { Credit } from '../ui/credit.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { FormLists } from '../ui/entry-form/form-lists.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'
import type { Showing } from '../ui/showing.ts'
import { AnswerForms, type Drafted } from './answer-forms.tsx'
import { MailTrustLine, type TrustShown } from './mail-trust.tsx'
import type { OwnSuggestion } from './own-suggestion.ts'
import { ReadingSection, type SectionProps } from './reading-section.tsx'
import { saySender, sayState, sayStep } from './suggestion-words.ts'

type Props = {
  at: AtDesk
  own: OwnSuggestion
  steps: SuggestionStep[]
  sections: SectionProps[]
  names: { organisations: string[]; tags: string[] }
  drafted: Drafted
  /** What is proven of the mail it came by. */
  trust: TrustShown | null
  refused: string | null
}

/** One suggestion: who it is from, in their own words; what was read; the answer; and all that was done. */
export const SuggestionPage: FC<Props> = ({ at, own, steps, sections, names, drafted, trust, refused }) => {
  const { showing } = at
  const { say, link } = showing
  const { series, edition, suggestion } = own
  const { state, sender, words, verdict, door } = suggestion
  const isDecidable = state !== 'spam' && state !== 'withdrawn'
  return (
    <DeskPage at={at} title={say('suggestion.title')} edition={{ series, edition }}>
      <p class="crumbs">
        <a
          href={link(
            own.mayWrite ? paths.deskSuggestionsIn(series.slug, edition.slug) : paths.deskSuggestions(),
          )}
        >
          {say('suggestions.title')}
        </a>
      </p>
      <h1 class="quiet-title">{say('suggestion.title')}</h1>
      <header class="sender">
        <p>
          <b>
            <bdi>{saySender(suggestion, showing)}</bdi>
          </b>{' '}
          <small class={`mark ${state}`}>{sayState(suggestion, showing)}</small>
        </p>
        <p class="hint">
          {sender.mail ? (
            <>
              <bdi dir="ltr">{sender.mail}</bdi> ·{' '}
            </>
          ) : (
            ''
          )}
          {say(`suggestion.door.${door}`)}, <ShortMoment at={suggestion.at} showing={showing} /> ·{' '}
          {say(`suggestion.verdict.${verdict}`)}
        </p>
        {suggestion.isCredited ? (
          <form method="post" action={paths.deskSuggestion(suggestion.id, 'credit')}>
            <p class="hint">
              {say('suggestion.credited')}{' '}
              <Credit credited={[{ ...sender, name: sender.name! }]} showing={showing} />
            </p>
            {own.mayPublish || own.mayModerate ? (
              <button type="submit" class="quiet">
                {say('suggestion.uncredit')}
              </button>
            ) : (
              ''
            )}
          </form>
        ) : (
          ''
        )}
        {trust ? <MailTrustLine shown={trust} showing={showing} /> : ''}
        {words ? (
          <blockquote class="own-words" dir="auto">
            {words}
          </blockquote>
        ) : (
          ''
        )}
      </header>
      {refused ? (
        <p class="wrong" role="alert">
          {refused}
        </p>
      ) : (
        ''
      )}
      {isDecidable ? sections.map(section => <ReadingSection {...section} />) : ''}
      <AnswerForms own={own} drafted={drafted} showing={showing} />
      <section class="steps" aria-labelledby="steps">
        <h2 id="steps">{say('suggestion.steps')}</h2>
        <ol>
          {steps.map(step => (
            <Step step={step} showing={showing} />
          ))}
        </ol>
      </section>
      {isOpen(suggestion) ? (
        <FormLists showing={showing} organisations={names.organisations} tags={names.tags} />
      ) : (
        ''
      )}
    </DeskPage>
  )
}

const Step: FC<{ step: SuggestionStep; showing: Showing }> = ({ step, showing }) => {
  const { say } = showing
  return (
    <li>
      {sayStep(step, showing)}{' '}
      <small>
        <ShortMoment at={step.at} showing={showing} />
        {step.detail?.mail ? <> · {say('suggestion.by-mail')}</> : ''}
      </small>
      {Object.entries(step.detail?.corrected ?? {}).map(([, [before, after]]) => (
        <p class="hint">
          {before ? (
            <>
              <del>
                <bdi>{before}</bdi>
              </del>{' '}
            </>
          ) : (
            ''
          )}
          {after ? (
            <ins>
              <bdi>{after}</bdi>
            </ins>
          ) : (
            ''
          )}
        </p>
      ))}
      {step.words ? <blockquote dir="auto">{step.words}</blockquote> : ''}
    </li>
  )
}
