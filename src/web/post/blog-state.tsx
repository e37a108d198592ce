import type { FC } from 'hono/jsx'
import type { BlogAct, BlogPost } from '../../domain/blog-post.ts'
import { sayMoment } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'
import type { Key } from '../words.ts'

type Props = { showing: Showing; series: string; edition: string; isDraft: boolean; post: BlogPost }

/** How the post over there stands, and what one can do about it. */
export const BlogState: FC<Props> = ({ showing, series, edition, isDraft, post }) => {
  const { say, locale, zone } = showing
  const { state, why, sentAt, url, site, theirs } = post
  const acts: [BlogAct, Key][] = []
  if (why === 'edited') acts.push(['write-over', 'blog.write-over'])
  if (why === 'taken-out' || why === 'post-gone') acts.push(['put-back', 'blog.put-back'])
  if (state !== 'asks' && why !== 'post-gone')
    acts.push(['go-on', state === 'paused' ? 'blog.go-on' : 'blog.now'])
  if (state !== 'paused') acts.push(['pause', 'blog.pause'])
  return (
    <div class="health">
      <p>
        <strong>
          {say(state === 'paused' ? 'blog.paused' : state === 'asks' ? 'blog.asks' : 'blog.active')}
        </strong>{' '}
        <a href={url ?? site} rel="noopener">
          <bdi>{(url ?? site).replace(/^https?:\/\//, '')}</bdi>
        </a>
      </p>
      {why ? (
        <p class="paused" role={state === 'asks' ? 'alert' : undefined}>
          {say(`blog.why.${why}`)}
        </p>
      ) : (
        ''
      )}
      <p class="hint">
        {sentAt === null
          ? say(isDraft ? 'blog.not-live' : 'blog.not-yet')
          : say('blog.sent', { moment: sayMoment(sentAt, zone, locale) })}
      </p>
      {theirs ? (
        <details open>
          <summary>{say('blog.theirs')}</summary>
          <textarea
            class="post-text"
            rows={8}
            readonly
            dir="auto"
            aria-label={say('blog.theirs')}
            spellcheck={false}
          >
            {`\n${theirs.trim()}`}
          </textarea>
        </details>
      ) : (
        ''
      )}
      <div class="acts">
        {acts.map(([act, key]) => (
          <form method="post" action={paths.deskBlogAct(series, edition, act)} class="inline">
            <button class="quiet" type="submit">
              {say(key)}
            </button>
          </form>
        ))}
        <form method="post" action={paths.deskBlog(series, edition)} class="inline">
          <input type="hidden" name="_method" value="delete" />
          <button class="quiet" type="submit">
            {say('blog.disconnect')}
          </button>
        </form>
      </div>
    </div>
  )
}
