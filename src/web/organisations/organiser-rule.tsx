import type { FC } from 'hono/jsx'
import type { OrganiserRule } from '../../domain/organiser.ts'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'

/** What becomes of what an organisation's people change of their entries. */
export const OrganiserRuleForm: FC<{ id: string; rule: OrganiserRule | null; showing: Showing }> = ({
  id,
  rule,
  showing: { say },
}) => (
  <section aria-labelledby="organisers">
    <h2 id="organisers">{say('organisation.organisers')}</h2>
    <p class="hint">{say('organisation.organisers.hint')}</p>
    <form class="entry-form own-form" method="post" action={paths.deskOrganiserRule(id)}>
      <div class="field radios" role="radiogroup" aria-labelledby="organisers">
        {(['first', 'wait', 'live'] as const).map(each => (
          <label>
            <input type="radio" name="rule" value={each} checked={each === (rule ?? 'first') || undefined} />
            {say(`organisation.organisers.${each}`)}
          </label>
        ))}
      </div>
      <p class="acts">
        <button
          class="act"
          type="submit"
          aria-label={`${say('edition-form.save')}: ${say('organisation.organisers')}`}
        >
          {say('edition-form.save')}
        </button>
      </p>
    </form>
  </section>
)
