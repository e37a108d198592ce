import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { BlogPost } from '../../domain/blog-post.ts'
import type { PostFormat } from '../../outlet/post/write-post.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { BlogForm, type BlogTyped } from './blog-form.tsx'
import { BlogState } from './blog-state.tsx'

type Props = {
  at: AtDesk
  own: OwnEdition
  format: PostFormat
  zones: string[]
  unknown: string[]
  text: string
  /** The same for a look at it: written by us, of what was made harmless. */
  html: string
  /** Null for whoever may not publish. */
  blog: { post: BlogPost | null; typed: BlogTyped; refused: string | null } | null
}

const formats = [
  { value: 'html', label: 'HTML' },
  { value: 'markdown', label: 'Markdown' },
]

/** What goes into a blog, to be copied, as it is now. */
export const PostPage: FC<Props> = ({ at, own, format, zones, unknown, text, html, blog }) => {
  const { showing } = at
  const { say } = showing
  const { series, edition } = own
  const lines = Math.min(24, Math.max(8, text.split('\n').length))
  const wrong = unknown.length ? say('post.unknown-zone', { zone: unknown.join(', ') }) : null
  return (
    <DeskPage at={at} title={say('post.title')} edition={{ series, edition }}>
      <h1>{say('post.title')}</h1>
      <p class="lead">{say('post.lead')}</p>
      <form class="own-form" method="get" action={paths.deskPost(series.slug, edition.slug)}>
        <Select label={say('post.format')} name="format" options={formats} value={format} />
        <Field
          label={say('post.zones')}
          name="zones"
          value={zones.join(', ')}
          hint={say('post.zones-hint')}
          wrong={wrong}
        />
        <button class="quiet" type="submit">
          {say('post.write')}
        </button>
      </form>
      <h2 id="post-text">{say('post.text')}</h2>
      <p class="copy-line">
        <button class="act" type="button" data-copy="post" data-done={say('post.copied')} hidden>
          {say('post.copy')}
        </button>
      </p>
      <textarea
        class="post-text"
        id="post"
        rows={lines}
        readonly
        dir="auto"
        aria-labelledby="post-text"
        spellcheck={false}
      >
        {`\n${text}`}
      </textarea>
      <details class="post-look">
        <summary>{say('post.look')}</summary>
        <div dir="auto" lang={edition.language ?? series.language ?? undefined}>
          {raw(html)}
        </div>
      </details>
      {blog ? (
        <section class="blog-post" aria-labelledby="blog-title">
          <h2 id="blog-title">{say('blog.title')}</h2>
          <p class="lead">{say('blog.lead')}</p>
          {blog.post ? (
            <BlogState
              showing={showing}
              series={series.slug}
              edition={edition.slug}
              isDraft={edition.state === 'draft'}
              post={blog.post}
            />
          ) : (
            ''
          )}
          {blog.post && !blog.refused && blog.post.why !== 'log-in' && blog.post.why !== 'no-secret' ? (
            ''
          ) : (
            <BlogForm
              showing={showing}
              series={series.slug}
              edition={edition.slug}
              typed={blog.post && !blog.refused ? typedOf(blog.post) : blog.typed}
              refused={blog.refused}
            />
          )}
        </section>
      ) : (
        ''
      )}
    </DeskPage>
  )
}

/** A password is entered again for the same post. */
function typedOf({ site, user, zones, post }: BlogPost): BlogTyped {
  return { site, user: user ?? '', zones: zones.join(', '), post: post === null ? '' : String(post) }
}
