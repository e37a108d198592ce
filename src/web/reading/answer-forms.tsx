import type { FC } from 'hono/jsx'
import { isOpen } from '../../domain/suggestion.ts'
import { paths } from '../paths.ts'
import { languageNames } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'
import type { OwnSuggestion } from './own-suggestion.ts'

/** What would be said, in the sender's language, for each way to answer; a refused one as it was typed. */
export type Drafted = {
  tell: string
  decline: string
  ask: string
  /** Whether it was told that it is in. */
  isTold: boolean
  /** Which of them came back. */
  open: Act | null
}
type Act = 'tell' | 'decline' | 'ask'

type Props = { own: OwnSuggestion; drafted: Drafted; showing: Showing }

/** The ways to answer; each is one form, with words that can be changed before they go out. */
export const AnswerForms: FC<Props> = ({ own, drafted, showing }) => {
  const { say } = showing
  const { suggestion, mayPublish, mayModerate } = own
  const { state } = suggestion
  if (!mayPublish && !mayModerate) return <p class="hint">{say('suggestion.only-editors')}</p>
  const isDone = state === 'accepted'
  const acts: Act[] =
    !mayPublish || state === 'spam' || state === 'withdrawn' || state === 'expired'
      ? []
      : isDone
        ? drafted.isTold
          ? ['ask']
          : ['tell', 'ask']
        : state === 'declined'
          ? ['ask']
          : ['tell', 'ask', 'decline']
  return (
    <section class="answers" aria-labelledby="answers">
      <h2 id="answers">{say('suggestion.answer')}</h2>
      {suggestion.sender.mail || acts.length === 0 ? '' : <p class="hint">{say('suggestion.no-mail')}</p>}
      {acts.map(act => (
        <details open={(isDone && act === 'tell') || drafted.open === act || undefined}>
          <summary>{say(`suggestion.${act}`)}</summary>
          <AnswerForm act={act} own={own} words={drafted[act]} isStrong={isDone} showing={showing} />
        </details>
      ))}
      <form method="post" action={paths.deskSuggestion(suggestion.id, 'spam')}>
        <p class="acts">
          {state === 'spam' || state === 'withdrawn' ? (
            ''
          ) : (
            <button class="quiet" type="submit">
              {say('suggestion.spam')}
            </button>
          )}
          {isOpen(suggestion) || state === 'withdrawn' || (!mayPublish && state !== 'spam') ? (
            ''
          ) : (
            <button class="quiet" type="submit" formaction={paths.deskSuggestion(suggestion.id, 'openings')}>
              {say('suggestion.bring-back')}
            </button>
          )}
        </p>
      </form>
    </section>
  )
}

const AnswerForm: FC<{
  act: Act
  own: OwnSuggestion
  words: string
  isStrong: boolean
  showing: Showing
}> = ({ act, own, words, isStrong, showing }) => {
  const { say, locale } = showing
  const { id, language, sender } = own.suggestion
  const name = `answer-${act}`
  return (
    <form class="answer" method="post" action={paths.deskSuggestion(id, 'answers')}>
      <input type="hidden" name="act" value={act} />
      <label for={name}>
        {say('suggestion.answer.words', { language: languageNames([language], locale) })}
      </label>
      <textarea id={name} name="words" rows={7} lang={language} dir="auto" maxlength={5000}>
        {`\n${words}`}
      </textarea>
      {sender.mail ? (
        <p>
          <label>
            <input type="checkbox" name="mail" value="yes" checked />{' '}
            {say('suggestion.answer.mail', { mail: `\u2068${sender.mail}\u2069` })}
          </label>
        </p>
      ) : (
        ''
      )}
      {act === 'ask' ? (
        ''
      ) : (
        <p>
          <label>
            <input type="checkbox" name="keep" value="yes" /> {say('suggestion.answer.keep')}
          </label>
        </p>
      )}
      <p class="acts">
        <button class={isStrong && act === 'tell' ? 'act strong' : 'act'} type="submit">
          {say(`suggestion.${act}.do`)}
        </button>
      </p>
    </form>
  )
}
