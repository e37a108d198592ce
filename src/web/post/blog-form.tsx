import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import type { Showing } from '../ui/showing.ts'

/** The password is never sent back. */
export type BlogTyped = { site: string; user: string; zones: string; post: string }
export const noBlogTyped: BlogTyped = { site: '', user: '', zones: '', post: '' }

type Props = {
  showing: Showing
  series: string
  edition: string
  typed: BlogTyped
  refused: string | null
}

/** Where the blog is, and what opens it. */
export const BlogForm: FC<Props> = ({ showing, series, edition, typed, refused }) => {
  const { say } = showing
  return (
    <form class="own-form" method="post" action={paths.deskBlog(series, edition)} id="blog">
      {refused ? (
        <div class="problems" role="alert">
          <p>{refused}</p>
        </div>
      ) : (
        ''
      )}
      <Field
        label={say('blog.site')}
        name="site"
        value={typed.site}
        required
        maxlength={300}
        placeholder="https://blog.example.org"
      />
      <Field
        label={say('blog.user')}
        name="user"
        value={typed.user}
        hint={say('blog.user-hint')}
        autocomplete="off"
        maxlength={200}
      />
      <Field
        label={say('blog.secret')}
        name="secret"
        type="password"
        hint={say('blog.secret-hint')}
        autocomplete="off"
        required
        maxlength={2000}
      />
      <Field
        label={say('blog.post')}
        name="post"
        value={typed.post}
        hint={say('blog.post-hint')}
        inputmode="numeric"
        maxlength={12}
      />
      <Field label={say('post.zones')} name="zones" value={typed.zones} hint={say('post.zones-hint')} />
      <button class="act" type="submit">
        {say('blog.connect')}
      </button>
    </form>
  )
}
