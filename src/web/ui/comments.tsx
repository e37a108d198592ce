import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { type Comment, type Thread, threadsOf } from '../../domain/comment.ts'
import { sayMoment } from '../../time/say-time.ts'
import { langOf } from './lang-of.ts'
import { commentHtmlOf } from './markdown.ts'
import type { Showing } from './showing.ts'
import { isoOf } from './when.ts'

/** `count`: of all pages. */
export type CommentPaging = { page: number; pages: number; count: number; pathOf: (page: number) => string }

/** What was said below something, as it answers each other, and which sites told that they link here. */
export const Comments: FC<{ comments: Comment[]; showing: Showing; paging?: CommentPaging }> = ({
  comments,
  showing,
  paging,
}) => {
  if (comments.length === 0) return null
  const { say } = showing
  const said = comments.filter(({ kind }) => kind === 'comment')
  const mentions = comments.filter(({ kind }) => kind === 'mention')
  return (
    <section class="comments" id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">
        {say('comments.count', {
          count: paging && paging.pages > 1 ? paging.count : said.length || mentions.length,
        })}
      </h2>
      {said.length ? <Threads threads={threadsOf(said)} showing={showing} /> : ''}
      {mentions.length ? (
        <>
          <h3>{say('comments.mentions')}</h3>
          <ul class="mentions">
            {mentions.map(({ authorName, authorUrl }) => (
              <li>
                <Who name={authorName} url={authorUrl} showing={showing} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        ''
      )}
      {paging && paging.pages > 1 ? <Paging paging={paging} showing={showing} /> : ''}
    </section>
  )
}

const Paging: FC<{ paging: CommentPaging; showing: Showing }> = ({ paging, showing }) => {
  const { page, pages, pathOf } = paging
  const { say, link } = showing
  return (
    <nav class="paging" aria-label={say('comments.paging')}>
      {page > 1 ? (
        <a href={link(pathOf(page - 1))} rel="prev">
          {say('comments.earlier')}
        </a>
      ) : (
        ''
      )}
      <span>{say('blog.page', { page, pages })}</span>
      {page < pages ? (
        <a href={link(pathOf(page + 1))} rel="next">
          {say('comments.later')}
        </a>
      ) : (
        ''
      )}
    </nav>
  )
}

const Threads: FC<{ threads: Thread[]; showing: Showing }> = ({ threads, showing }) => (
  <ol>
    {threads.map(({ id, authorName, authorUrl, at, state, text, answers }) => (
      <li>
        <article id={`comment-${id}`} class={state === 'pending' ? 'pending' : undefined}>
          <p class="by">
            <Who name={authorName} url={authorUrl} showing={showing} />{' '}
            <time datetime={isoOf(at)}>{sayMoment(at, showing.zone, showing.locale)}</time>
            {state === 'pending' ? <strong> {showing.say('comments.pending')}</strong> : ''}
          </p>
          <div class="words" dir="auto" lang={langOf(text, showing)}>
            {raw(commentHtmlOf(text))}
          </div>
        </article>
        {answers.length ? <Threads threads={answers} showing={showing} /> : ''}
      </li>
    ))}
  </ol>
)

const Who: FC<{ name: string | null; url: string | null; showing: Showing }> = ({ name, url, showing }) => {
  const shown = name || showing.say('comments.nobody')
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
