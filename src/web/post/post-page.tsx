import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { PostFormat } from '../../outlet/post/write-post.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'

type Props = {
  at: AtDesk
  own: OwnEdition
  format: PostFormat
  zones: string[]
  unknown: string[]
  text: string
  /** The same for a look at it: written by us, of what was made harmless. */
  html: string
}

const formats = [
  { value: 'html', label: 'HTML' },
  { value: 'markdown', label: 'Markdown' },
]

/** What goes into a blog, to be copied, as it is now. */
export const PostPage: FC<Props> = ({ at, own, format, zones, unknown, text, html }) => {
  const { say } = at.showing
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
    </DeskPage>
  )
}
