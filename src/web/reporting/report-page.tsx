import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Comment } from '../../domain/comment.ts'
import { reportReasons } from '../../domain/taking-part/report.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { commentHtmlOf } from '../ui/markdown.ts'
import { Page } from '../ui/page.tsx'
import { ProofFields } from '../ui/proof.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  id: string
  comment: Comment | null
  showing: Showing
  assets: Assets
  opened: string
  told: { reason: string; text: string; wrong: string } | 'done' | null
}

/** Tells of something that should not stand there; a curator looks at it. */
export const ReportPage: FC<Props> = ({ id, comment, showing, assets, opened, told }) => {
  const { say, link } = showing
  const typed = told === 'done' ? null : told
  return (
    <Page
      showing={showing}
      assets={assets}
      title={say('report.title')}
      canonical={null}
      robots="noindex"
      here={paths.commentReport(id)}
      skip={say('writing.skip')}
      archive
      style={assets.comments?.style ?? null}
    >
      <div class="narrow comments">
        <h1>{say('report.title')}</h1>
        {told === 'done' ? (
          <p role="status">{say('report.thanks')}</p>
        ) : (
          <>
            <blockquote class="words" dir="auto">
              {raw(commentHtmlOf(comment?.text ?? ''))}
            </blockquote>
            {typed ? (
              <p class="wrong" role="alert">
                {typed.wrong}
              </p>
            ) : (
              ''
            )}
            <form class="comment-form" method="post" action={link(paths.commentReport(id))}>
              <fieldset>
                <legend>{say('report.why')}</legend>
                {reportReasons.map(reason => (
                  <label class="box">
                    <input
                      type="radio"
                      name="reason"
                      value={reason}
                      checked={typed?.reason === reason}
                      required
                    />
                    <span>{say(`report.reason.${reason}`)}</span>
                  </label>
                ))}
              </fieldset>
              <div class="field">
                <label for="text">{say('report.more')}</label>
                <textarea id="text" name="text" rows={3} maxlength={500} dir="auto">
                  {typed?.text ?? ''}
                </textarea>
              </div>
              <ProofFields showing={showing} assets={assets} opened={opened} />
              <p>
                <button type="submit" class="act strong">
                  {say('report.send')}
                </button>
              </p>
            </form>
          </>
        )}
      </div>
    </Page>
  )
}
