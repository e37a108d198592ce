import type { FC } from 'hono/jsx'
import type { Organisation } from '../../storage/organisations.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { hostOf } from '../ui/entry-words.ts'

export type Counted = Organisation & { entries: number; editions: number }

/** Two that are one: which name stays is chosen, and what happens is said before it does. */
export const MergePage: FC<{ at: AtDesk; one: Counted; other: Counted }> = ({ at, one, other }) => {
  const { say, link } = at.showing
  // Whoever is named more often is likely to be called right.
  const stays = other.entries > one.entries ? other : one
  return (
    <DeskPage at={at} title={say('merging.title')}>
      <p class="crumbs">
        <a href={link(paths.deskOrganisation(one.id))}>
          <bdi>{one.name}</bdi>
        </a>
      </p>
      <h1>{say('merging.title')}</h1>
      <p class="lead">{say('merging.lead')}</p>
      <form class="entry-form own-form" method="post" action={paths.deskMerging(one.id)}>
        <input type="hidden" name="other" value={other.id} />
        <fieldset class="group">
          <legend>{say('merging.stays')}</legend>
          <div class="states">
            {[one, other].map(each => (
              <label class="box">
                <input type="radio" name="stays" value={each.id} checked={each.id === stays.id} />
                <span>
                  <bdi>{each.name}</bdi>{' '}
                  <small>
                    {say('merging.counts', { entries: each.entries, editions: each.editions })}
                    {each.url ? ` · ${hostOf(each.url)}` : ''}
                  </small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <p class="hint">{say('merging.what')}</p>
        <p class="acts">
          <button class="act strong" type="submit">
            {say('merging.do')}
          </button>
          <a href={link(paths.deskOrganisation(one.id))}>{say('merging.leave')}</a>
        </p>
      </form>
    </DeskPage>
  )
}
