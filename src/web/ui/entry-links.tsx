import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import type { LinkRole } from '../../domain/finding.ts'
import type { ShownLink } from '../../domain/link-window.ts'
import type { Actions } from './actions.ts'
import { hostOf } from './entry-words.ts'
import type { Showing } from './showing.ts'

export const MainAction: FC<{ actions: Actions; entry: Entry; showing: Showing }> = ({
  actions,
  entry,
  showing,
}) => {
  if (!actions.main) return null
  const { link, label, strong } = actions.main
  return (
    <a
      class={strong ? 'act strong' : 'act'}
      href={link.link.url}
      rel="noopener"
      aria-label={showing.say('act.of', { act: showing.say(label), title: entry.title })}
    >
      {showing.say(label)}
    </a>
  )
}

export const OtherLinks: FC<{ links: ShownLink[]; showing: Showing }> = ({ links, showing }) => {
  const { say } = showing
  if (links.length === 0) return null
  return (
    <p class="links">
      {links.map(({ link, mark }) => (
        <a href={link.url} rel="noopener" class={mark ?? undefined}>
          {say(`link.${link.role}`)}
          {isOneOfSeveral(link.role, links) ? (
            <>
              {' '}
              <bdi>{hostOf(link.url)}</bdi>
            </>
          ) : (
            ''
          )}
          {mark ? ` (${say(`link.${mark}`)})` : ''}
        </a>
      ))}
    </p>
  )
}

/** Two links of one role are told apart by their sites. */
function isOneOfSeveral(role: LinkRole, links: ShownLink[]): boolean {
  return links.filter(({ link }) => link.role === role).length > 1
}
