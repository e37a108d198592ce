import type { FC } from 'hono/jsx'
import { type Commenting, commentings } from '../../domain/comment.ts'
import type { Showing } from './showing.ts'

/** What readers may say below an edition and its entries, or below a post or a page: a form of its own. */
export const CommentingForm: FC<{ action: string; commenting: Commenting; showing: Showing }> = ({
  action,
  commenting,
  showing: { say },
}) => (
  <form class="entry-form own-form" method="post" action={action}>
    <fieldset class="group" id="commenting">
      <legend>{say('commenting.title')}</legend>
      <div class="states">
        {commentings.map(each => (
          <label class="box">
            <input type="radio" name="commenting" value={each} checked={each === commenting} />
            <span>{say(`commenting.${each}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
    <p class="acts">
      <button
        class="act"
        type="submit"
        aria-label={`${say('edition-form.save')}: ${say('commenting.title')}`}
      >
        {say('edition-form.save')}
      </button>
    </p>
  </form>
)
