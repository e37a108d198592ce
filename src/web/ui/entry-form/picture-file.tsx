import type { FC } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { described, type FormView, Wrong } from './field.tsx'

/** A picture that is kept here: script sends it as soon as it is chosen. */
export const PictureFile: FC<{ view: FormView }> = ({ view }) => {
  const { say } = view.showing
  const { name, ...input } = described({ view, name: 'image-file' })
  return (
    <div class="field" data-part="picture" hidden={view.sendsFiles ? undefined : true}>
      <label for={input.id}>{say('form.image.file')}</label>
      <Wrong view={view} name="image-file" />
      <input
        {...input}
        name={view.sendsFiles ? name : undefined}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
        data-pictures={paths.addPicture()}
        data-sending={say('write.sending', { name: '{name}' })}
        data-failed={say('write.failed')}
      />
      <p class="hint" role="status" hidden />
    </div>
  )
}
