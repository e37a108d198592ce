import type { FC } from 'hono/jsx'
import type { Picture } from '../../domain/picture.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'

type Props = {
  at: AtDesk
  megabytes: number
  wrong?: string
  /** The line that shows the picture which was added. */
  markdown?: string
  picture?: Picture
  alt?: string
}

/** For those without script: a picture goes in, the line that shows it comes out. */
export const AddPicturePage: FC<Props> = ({ at, megabytes, wrong, markdown, picture, alt }) => {
  const { say, link } = at.showing
  return (
    <DeskPage at={at} title={say('write.picture.title')}>
      <h1>{say('write.picture.title')}</h1>
      {markdown && picture ? (
        <>
          <div class="field">
            <label for="markdown">{say('write.picture.done')}</label>
            <input id="markdown" dir="ltr" readonly value={markdown} autofocus />
          </div>
          <p>
            <img
              class="added"
              src={paths.picture(picture.id)}
              width={picture.width}
              height={picture.height}
              alt={alt ?? ''}
            />
          </p>
          <p>
            <a href={link(paths.addPicture())}>{say('write.picture.another')}</a>
          </p>
        </>
      ) : (
        <form method="post" action={link(paths.addPicture())} enctype="multipart/form-data">
          <div class="field">
            <label for="picture">{say('write.picture.file')}</label>
            <p class="hint" id="picture-hint">
              {say('write.picture.what', { megabytes })}
            </p>
            {wrong ? (
              <p class="wrong" id="picture-wrong" role="alert">
                {wrong}
              </p>
            ) : (
              ''
            )}
            <input
              id="picture"
              name="picture"
              type="file"
              accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
              required
              aria-describedby={`picture-hint${wrong ? ' picture-wrong' : ''}`}
              aria-invalid={wrong ? 'true' : undefined}
            />
          </div>
          <div class="field">
            <label for="alt">{say('write.alt')}</label>
            <p class="hint" id="alt-hint">
              {say('write.alt.hint')}
            </p>
            <input id="alt" name="alt" dir="auto" maxlength={500} aria-describedby="alt-hint" />
          </div>
          <p>
            <button class="act strong" type="submit">
              {say('write.picture')}
            </button>
          </p>
        </form>
      )}
    </DeskPage>
  )
}
