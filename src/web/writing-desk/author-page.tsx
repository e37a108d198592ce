import type { FC } from 'hono/jsx'
import { longestLine, longestText } from '../../domain/edition-faults.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { LinksField } from '../ui/links-field.tsx'
import { MarkdownField } from '../ui/markdown-field.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import type { Typed } from './writing-form.ts'

/** Who an author is. */
export const AuthorPage: FC<{ at: AtDesk; slug: string; typed: Typed; wrong?: Refusal }> = ({
  at,
  slug,
  typed,
  wrong,
}) => {
  const { showing } = at
  const { say, link } = showing
  return (
    <DeskPage at={at} title={typed.name ?? ''}>
      <p class="crumbs">
        <a href={link(paths.deskWritings())}>{say('writings.title')}</a>
      </p>
      <h1>
        <bdi>{typed.name ?? ''}</bdi>
      </h1>
      <p class="lead">
        <a href={link(paths.author(slug))}>{say('writings.look')}</a>
      </p>
      <form
        class="own-form"
        method="post"
        action={paths.deskAuthor(slug)}
        enctype="multipart/form-data"
        novalidate
      >
        {wrong ? (
          <div class="problems" role="alert">
            <p>{sayRefusal(say, wrong)}</p>
          </div>
        ) : (
          ''
        )}
        <Field
          label={say('author.name')}
          name="name"
          value={typed.name ?? ''}
          maxlength={longestLine}
          required
        />
        <MarkdownField
          showing={showing}
          name="bio"
          label={say('author.bio')}
          value={typed.bio ?? ''}
          most={longestText}
          rows={5}
        />
        <LinksField name="links" value={typed.links ?? ''} showing={showing} />
        <div class="field">
          <label for="file">{say('author.picture')}</label>
          {typed.picture ? (
            <p class="author-picture">
              <img src={typed.picture} alt="" width="96" height="96" />
              <label class="box">
                <input type="checkbox" name="no-picture" value="yes" /> {say('author.no-picture')}
              </label>
            </p>
          ) : (
            ''
          )}
          <input id="file" type="file" name="file" accept="image/*" />
        </div>
        <p class="acts">
          <button class="act strong" type="submit">
            {say('edition-form.save')}
          </button>
        </p>
      </form>
    </DeskPage>
  )
}
