import type { FC } from 'hono/jsx'
import type { Awaited } from '../../storage/awaited.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { isolated } from '../ui/entry-words.ts'

type Props = { at: AtDesk; own: OwnEdition; awaited: Awaited[]; mayEdit: boolean }

/** Organisations that took part last time and have not announced anything yet. */
export const AwaitedPage: FC<Props> = ({ at, own, awaited, mayEdit }) => {
  const { say, link } = at.showing
  const { series, edition } = own
  const action = paths.deskAwaited(series.slug, edition.slug)
  return (
    <DeskPage at={at} title={say('awaited.title')} edition={{ series, edition }} part="tasks">
      <h1>
        {say('awaited.title')} <small>{awaited.length || ''}</small>
      </h1>
      <p class="lead">{say(awaited.length ? 'awaited.lead' : 'awaited.none')}</p>
      <ul class="own-editions awaited">
        {awaited.map(({ id, name, url, last }) => (
          <li>
            <bdi>{name}</bdi>
            {url ? (
              <a href={url} rel="noopener">
                {say('awaited.page')}
              </a>
            ) : (
              ''
            )}
            {last ? (
              <a class="hint" href={last.url ?? link(paths.deskEntry(last.id))} rel="noopener">
                {say('awaited.last', { title: isolated(last.title) })}
              </a>
            ) : (
              ''
            )}
            {mayEdit ? (
              <form method="post" action={action} class="inline">
                <button
                  class="quiet"
                  type="submit"
                  name="organisation"
                  value={id}
                  aria-label={say('awaited.drop-one', { name })}
                >
                  {say('awaited.drop')}
                </button>
              </form>
            ) : (
              ''
            )}
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
