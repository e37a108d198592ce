import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { editableMs, mayEditComment, standingForWriter } from '../../domain/change-comment.ts'
import type { Commented } from '../../storage/commented.ts'
import type { KeptComment } from '../../storage/written-comments.ts'
import { sayClock } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { pathOfCommented } from '../said-below.ts'
import { OneComment } from '../ui/comments.tsx'
import { langOf } from '../ui/lang-of.ts'
import { commentHtmlOf } from '../ui/markdown.ts'
import { Page } from '../ui/page.tsx'
import { ProofFields } from '../ui/proof.tsx'
import type { Showing } from '../ui/showing.ts'
import { languages } from '../words.ts'
import { TextField } from './comment-form.tsx'
import { emptyComment, type TypedComment, type WrongComment } from './typed-comment.ts'

type Props = {
  comment: KeptComment
  commented: Commented
  /** Path of where it stands, or will. */
  place: string
  /** Of `openForm`. */
  opened: string
  typed?: TypedComment
  wrong?: WrongComment
  refused?: string
  looks?: boolean
  showing: Showing
  assets: Assets
}

/** What somebody said, as its writer sees it: where it is, how it is put otherwise, how it is taken back. */
export const OwnPage: FC<Props> = props => {
  const { comment, commented, place, wrong = {}, refused, showing, assets } = props
  const { say, link } = showing
  const isShown = standingForWriter(comment.state) === 'shown'
  const mayEdit = mayEditComment(comment, showing.now)
  const language = comment.language ?? languages[showing.language].tag
  const typed = props.typed ?? { ...emptyComment(language), text: comment.text }
  return (
    <Frame title={say(isShown ? 'comments.shown.title' : 'comments.held.title')} own={comment.id} {...props}>
      <p class="lead" role="status">
        {say(isShown ? 'comments.shown.text' : 'comments.held.text')}{' '}
        <a href={link(place)}>{say('comments.place')}</a>
      </p>
      <OneComment
        comment={{ ...comment, state: 'approved', parentId: null }}
        isOpen={false}
        showing={showing}
      />
      {mayEdit || props.typed ? (
        <form class="comment-form" method="post" action={link(paths.editComment(comment.id))} data-comment>
          <h2>{say('comments.edit')}</h2>
          {isShown ? (
            <p class="hint">
              {say('comments.edit.until', {
                time: sayClock(comment.at + editableMs, showing.zone, showing.locale),
              })}
            </p>
          ) : (
            ''
          )}
          {refused || wrong.text ? (
            <div class="problems" role="alert">
              <p>{refused ?? say('form.problems', { count: 1 })}</p>
            </div>
          ) : (
            ''
          )}
          {props.looks ? (
            <section class="looked" aria-label={say('comments.looked')}>
              <p class="hint">{say('comments.looked')}</p>
              <div class="words" dir="auto" lang={langOf(typed.text, showing, typed.language)}>
                {raw(commentHtmlOf(typed.text))}
              </div>
            </section>
          ) : (
            ''
          )}
          <TextField typed={typed} wrong={wrong} id="say-text" showing={showing} />
          <ProofFields showing={showing} assets={assets} opened={props.opened} />
          <p class="acts">
            <button class="act strong" type="submit">
              {say('comments.save')}
            </button>
            <button class="act" type="submit" name="look" value="yes" formnovalidate>
              {say('comments.look')}
            </button>
          </p>
        </form>
      ) : (
        ''
      )}
      <details class="take-back">
        <summary>{say('comments.take-back')}</summary>
        <form method="post" action={link(paths.commentRemoval(comment.id))}>
          <p>{say('comments.take-back.text')}</p>
          <p class="acts">
            <button class="act" type="submit">
              {say('comments.take-back')}
            </button>
          </p>
        </form>
      </details>
      <p class="whole">
        <a href={link(pathOfCommented(commented))}>
          <bdi lang={langOf(commented.title, showing, commented.language)}>{commented.title}</bdi>
        </a>
      </p>
    </Frame>
  )
}

type Taken = { commented: Commented; id: string; showing: Showing; assets: Assets }

export const TakenBackPage: FC<Taken> = props => {
  const { say, link } = props.showing
  return (
    <Frame title={say('comments.taken-back.title')} gone={props.id} {...props}>
      <p class="lead" role="status">
        {say('comments.taken-back.text')}
      </p>
      <p>
        <a class="act" href={link(paths.comments(pathOfCommented(props.commented)))}>
          <bdi lang={langOf(props.commented.title, props.showing, props.commented.language)}>
            {props.commented.title}
          </bdi>
        </a>
      </p>
    </Frame>
  )
}

/** `own`, `gone`: what script remembers as one's own, and forgets. */
const Frame: FC<Omit<Taken, 'id'> & { title: string; own?: string; gone?: string; children?: unknown }> = ({
  commented,
  title,
  own,
  gone,
  showing,
  assets,
  children,
}) => (
  <Page
    showing={showing}
    assets={assets}
    title={`${title} · ${commented.title}`}
    canonical={null}
    here={showing.link(pathOfCommented(commented))}
    skip={showing.say('writing.skip')}
    archive
    style={assets.comments?.style ?? null}
    script={assets.comments?.script ?? null}
  >
    <div class="narrow comments" data-own={own} data-gone={gone}>
      <h1>{title}</h1>
      {children as never}
    </div>
  </Page>
)
