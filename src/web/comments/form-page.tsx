import type { FC } from 'hono/jsx'
import type { Commented } from '../../storage/commented.ts'
import type { KeptComment } from '../../storage/written-comments.ts'
import { pathOfCommented } from '../said-below.ts'
import { nameOf, OneComment } from '../ui/comments.tsx'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { CommentForm, type FormProps } from './comment-form.tsx'

/** Where something is said below a thing, or in answer to somebody. */
export const FormPage: FC<{ commented: Commented; parent: KeptComment | null; form: FormProps }> = ({
  commented,
  parent,
  form,
}) => {
  const { showing, assets } = form
  const { say, link } = showing
  const path = pathOfCommented(commented)
  const title = parent ? say('comments.answer.to', { name: nameOf(parent, showing) }) : say('comments.say')
  return (
    <Page
      showing={showing}
      assets={assets}
      title={`${title} · ${commented.title}`}
      canonical={null}
      here={link(path)}
      skip={say('writing.skip')}
      archive
      style={assets.comments?.style ?? null}
      script={assets.comments?.script ?? null}
    >
      <div class="narrow comments">
        <p class="crumbs">
          <a href={link(path)}>
            <bdi lang={langOf(commented.title, showing, commented.language)}>{commented.title}</bdi>
          </a>
        </p>
        <h1>{title}</h1>
        {parent ? (
          <div class="answered">
            <OneComment comment={parent} isOpen={false} showing={showing} />
          </div>
        ) : (
          ''
        )}
        {commented.commenting === 'open' ? (
          <CommentForm {...form} />
        ) : (
          <>
            <p class="notice" role="status">
              {say('comments.closed')}
            </p>
            {form.typed.text ? <KeptWords text={form.typed.text} /> : ''}
          </>
        )}
      </div>
    </Page>
  )
}

/** What can be said nowhere here any more is at least not lost. */
const KeptWords: FC<{ text: string }> = ({ text }) => (
  <pre class="words kept" dir="auto">
    {text}
  </pre>
)
