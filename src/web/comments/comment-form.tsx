import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { commentLimits } from '../../domain/comment-faults.ts'
import type { Participant } from '../../domain/participant.ts'
import type { WayName } from '../../domain/provider.ts'
import { sayDay } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { langOf } from '../ui/lang-of.ts'
import { commentHtmlOf } from '../ui/markdown.ts'
import { ProofFields } from '../ui/proof.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import type { Showing } from '../ui/showing.ts'
import { TakingPartAs } from '../ui/taking-part-as.tsx'
import { languages } from '../words.ts'
import type { TypedComment, WrongComment } from './typed-comment.ts'

export type FormProps = {
  /** Where it is sent. */
  action: string
  /** Which thing it is said below, where the address does not tell. */
  on?: { name: string; id: string } | undefined
  /** The last day on which something can be said here; null: no time ends it. */
  until: string | null
  typed: TypedComment
  wrong?: WrongComment
  /** Why nothing was written, where that is no matter of a field. */
  refused?: string | null
  participant: Participant
  ways: WayName[]
  /** Where signing in leads back to. */
  back: string
  /** Whether mails can be sent to whoever asks to be told. */
  canTell: boolean
  /** What was typed is shown as it will look. */
  looks?: boolean
  /** Of `openForm`. */
  opened: string
  showing: Showing
  assets: Assets
}

/** Says something, or looks at it first. */
export const CommentForm: FC<FormProps> = props => {
  const { action, on, typed, wrong = {}, refused, participant, showing, assets, until } = props
  const { say, link, locale } = showing
  const count = Object.keys(wrong).length
  const id = (name: string) => `say-${name}-${typed.form.slice(-6)}`
  return (
    <form class="comment-form" method="post" action={link(action)} data-comment>
      <input type="hidden" name="form" value={typed.form} />
      {on ? <input type="hidden" name={on.name} value={on.id} /> : ''}
      {until === null ? (
        ''
      ) : (
        <p class="hint">{say('comments.until', { day: sayDay(until, 'full', locale) })}</p>
      )}
      {refused || count ? (
        <div class="problems" role="alert">
          <p>{refused ?? say('form.problems', { count })}</p>
        </div>
      ) : (
        ''
      )}
      {props.looks && !wrong.text ? (
        <section class="looked" aria-label={say('comments.looked')} tabindex={-1}>
          <p class="hint">{say('comments.looked')}</p>
          <div class="words" dir="auto" lang={langOf(typed.text, showing, typed.language)}>
            {raw(commentHtmlOf(typed.text))}
          </div>
        </section>
      ) : (
        ''
      )}
      <TextField typed={typed} wrong={wrong} id={id('text')} showing={showing} />
      <TakingPartAs showing={showing} ways={props.ways} back={props.back} who={participant}>
        <div class="who">
          {(['name', 'mail', 'url'] as const).map(name => (
            <div class="field">
              <label for={id(name)}>{say(`comments.${name}`)}</label>
              {wrong[name] ? (
                <p class="wrong" id={`${id(name)}-wrong`}>
                  {sayRefusal(say, wrong[name])}
                </p>
              ) : (
                ''
              )}
              <input
                id={id(name)}
                name={name}
                type={name === 'mail' ? 'email' : 'text'}
                inputmode={name === 'url' ? 'url' : undefined}
                autocomplete={name === 'mail' ? 'email' : name}
                dir={name === 'name' ? 'auto' : 'ltr'}
                required={name !== 'url'}
                maxlength={name === 'name' ? undefined : commentLimits[name]}
                value={typed[name]}
                aria-invalid={wrong[name] ? 'true' : undefined}
                aria-describedby={
                  [wrong[name] && `${id(name)}-wrong`, name === 'mail' && id('mail-hint')]
                    .filter(Boolean)
                    .join(' ') || undefined
                }
              />
              {name === 'mail' ? (
                <p class="hint" id={id('mail-hint')}>
                  {say('comments.mail.hint')}
                </p>
              ) : (
                ''
              )}
            </div>
          ))}
        </div>
      </TakingPartAs>
      {props.canTell ? (
        <div class="boxes">
          {(['answers', 'all'] as const).map(name => (
            <label class="box">
              <input type="checkbox" name={name} value="yes" checked={typed[name]} />{' '}
              {say(`comments.tell.${name}`)}
            </label>
          ))}
        </div>
      ) : (
        ''
      )}
      <ProofFields showing={showing} assets={assets} opened={props.opened} />
      <p class="acts">
        <button class="act strong" type="submit">
          {say('comments.send')}
        </button>
        <button class="act" type="submit" name="look" value="yes" formnovalidate>
          {say('comments.look')}
        </button>
      </p>
      <p class="hint">{say('comments.rules')}</p>
    </form>
  )
}

/** The words themselves, and their language: that of the page, unless it is told otherwise. */
export const TextField: FC<{
  typed: Pick<TypedComment, 'text' | 'language'>
  wrong: WrongComment
  id: string
  showing: Showing
}> = ({ typed, wrong, id, showing: { say } }) => (
  <div class="field">
    <label for={id}>{say('comments.text')}</label>
    {wrong.text ? (
      <p class="wrong" id={`${id}-wrong`}>
        {sayRefusal(say, wrong.text)}
      </p>
    ) : (
      ''
    )}
    <textarea
      id={id}
      name="text"
      rows={6}
      dir="auto"
      required
      aria-invalid={wrong.text ? 'true' : undefined}
      aria-describedby={[wrong.text && `${id}-wrong`, `${id}-hint`].filter(Boolean).join(' ')}
    >
      {/* A line break right after the tag would be taken for none. */ `\n${typed.text}`}
    </textarea>
    <div class="beside">
      <p class="hint" id={`${id}-hint`}>
        {say('comments.text.hint', { most: commentLimits.text })}
      </p>
      <label class="language">
        {say('comments.language')}{' '}
        <select name="language">
          {[...new Set([typed.language, ...Object.values(languages).map(({ tag }) => tag)])].map(tag => {
            const own = Object.values(languages).find(each => each.tag === tag)
            return (
              <option value={tag} lang={tag} selected={tag === typed.language}>
                {own?.name ?? tag}
              </option>
            )
          })}
        </select>
      </label>
    </div>
  </div>
)
