import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { bearable } from '../../domain/bearable.ts'
import { type Comment, type Thread, threadsOf } from '../../domain/comment.ts'
import { sayMoment } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import type { SaidBelow } from '../said-below.ts'
import { linkedStyles } from '../show.ts'
import { Face } from './face.tsx'
import { langOf } from './lang-of.ts'
import { commentHtmlOf } from './markdown.ts'
import type { Showing } from './showing.ts'
import { isoOf } from './when.ts'

/** What was said below something, as it answers each other, which sites told that they link here, and the way to say more. */
export const Comments: FC<{ said: SaidBelow; showing: Showing }> = ({ said, showing }) => {
  const { comments, commenting, count } = said
  const { say, link } = showing
  const isOpen = commenting === 'open'
  if (comments.length === 0)
    return isOpen ? (
      <p class="whole" id="comments">
        <a href={link(paths.newComment(said.on))}>{say('comments.say')}</a>
      </p>
    ) : null
  const words = comments.filter(({ kind }) => kind === 'comment')
  const mentions = comments.filter(({ kind }) => kind === 'mention')
  return (
    <section
      class="comments"
      id="comments"
      aria-labelledby="comments-title"
      data-edit={isOpen ? say('comments.edit') : undefined}
    >
      <h2 id="comments-title">{say('comments.count', { count: count || mentions.length })}</h2>
      {words.length ? <Threads threads={threadsOf(words)} isOpen={isOpen} showing={showing} /> : ''}
      {mentions.length ? (
        <>
          <h3>{say('comments.mentions')}</h3>
          <ul class="mentions">
            {mentions.map(({ authorName, authorUrl, text }) => (
              <li>
                <Who name={authorName} url={authorUrl} showing={showing} />
                {text ? (
                  <p dir="auto" lang={langOf(text, showing, null)}>
                    {bearable(text)}
                  </p>
                ) : (
                  ''
                )}
              </li>
            ))}
          </ul>
        </>
      ) : (
        ''
      )}
      {said.pages > 1 ? <Paging said={said} showing={showing} /> : ''}
      {isOpen ? (
        <p class="say">
          <a class="act" href={link(paths.newComment(said.on))}>
            {say('comments.say')}
          </a>
        </p>
      ) : (
        <p class="say hint">{say('comments.closed')}</p>
      )}
    </section>
  )
}

const Paging: FC<{ said: SaidBelow; showing: Showing }> = ({
  said: { page, pages, path },
  showing: { say, link },
}) => (
  <nav class="paging" aria-label={say('comments.paging')}>
    {page > 1 ? (
      <a href={link(paths.comments(path, page - 1))} rel="prev">
        {say('comments.earlier')}
      </a>
    ) : (
      ''
    )}
    <span>{say('blog.page', { page, pages })}</span>
    {page < pages ? (
      <a href={link(paths.comments(path, page + 1))} rel="next">
        {say('comments.later')}
      </a>
    ) : (
      ''
    )}
  </nav>
)

const Threads: FC<{ threads: Thread[]; isOpen: boolean; showing: Showing; isBelow?: boolean }> = ({
  threads,
  isOpen,
  showing,
  isBelow = false,
}) => (
  <ol>
    {threads.map(({ answers, ...comment }) => (
      <li>
        <OneComment comment={comment} isOpen={isOpen} showing={showing} isAlone={!isBelow} />
        {answers.length ? <Threads threads={answers} isOpen={isOpen} showing={showing} isBelow /> : ''}
      </li>
    ))}
  </ol>
)

type OneProps = {
  comment: Comment
  /** Whether it can be answered. */
  isOpen: boolean
  /** It does not stand below what it answers. */
  isAlone?: boolean
  showing: Showing
}

/** What one person said. */
export const OneComment: FC<OneProps> = ({ comment, isOpen, isAlone = false, showing }) => {
  const { id, parentId, authorName, authorUrl, at, state, text, language, editedAt } = comment
  const { say, link } = showing
  if (comment.isTakenBack)
    return (
      <article id={`comment-${id}`} class="gone">
        <p class="by">{say('comments.taken-back')}</p>
      </article>
    )
  return (
    <article id={`comment-${id}`} class={state === 'approved' ? undefined : 'pending'}>
      <Face face={comment.face} picture={comment.picture} />
      <p class="by">
        <Who name={authorName} url={authorUrl} showing={showing} />{' '}
        {comment.isOfHouse ? <small>{say('comments.house')}</small> : ''}{' '}
        <a href={link(paths.comment(id))}>
          <time datetime={isoOf(at)}>{sayMoment(at, showing.zone, showing.locale)}</time>
        </a>
        {editedAt ? ` · ${say('comments.edited')}` : ''}
        {isAlone && parentId !== null ? (
          <>
            {' · '}
            <a href={link(paths.comment(parentId))}>{say('comments.in-answer')}</a>
          </>
        ) : (
          ''
        )}
        {state === 'approved' ? '' : <strong> {say('comments.pending')}</strong>}
      </p>
      <div class="words" dir="auto" lang={langOf(text, showing, language)}>
        {raw(commentHtmlOf(text))}
      </div>
      {state === 'approved' ? (
        <p class="acts">
          {isOpen ? (
            <>
              <a href={link(paths.answerComment(id))}>
                {say('comments.answer')} <span class="unseen">{nameOf(comment, showing)}</span>
              </a>
              {' · '}
            </>
          ) : (
            ''
          )}
          <a
            href={link(paths.commentReport(id))}
            rel="nofollow"
            aria-label={say('report.link.of', { name: nameOf(comment, showing) })}
          >
            {say('report.link')}
          </a>
        </p>
      ) : (
        ''
      )}
    </article>
  )
}

/** What a page may load for it: its style is a file of its own. */
export function stylesOfComments({ comments }: Pick<SaidBelow, 'comments'>): string[] {
  return comments.length ? linkedStyles : []
}

/** As it may stand within a sentence. */
export function nameOf({ authorName }: Pick<Comment, 'authorName'>, { say }: Showing): string {
  return `\u2068${bearable(authorName ?? '') || say('comments.nobody')}\u2069`
}

const Who: FC<{ name: string | null; url: string | null; showing: Showing }> = ({ name, url, showing }) => {
  const shown = bearable(name ?? '') || showing.say('comments.nobody')
  return url ? (
    <a href={url} rel="nofollow ugc noopener">
      <bdi>{shown}</bdi>
    </a>
  ) : (
    <b>
      <bdi>{shown}</bdi>
    </b>
  )
}
