import { html } from 'hono/html'
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
  const words = showing.say(label)
  const whole = showing.say('act.of', { act: words, title: entry.title })
  return html`<a class="${strong ? 'act strong' : 'act'}" href="${link.link.url}" rel="noopener" aria-label="${whole}">${words}</a>`
}

export const OtherLinks: FC<{ links: ShownLink[]; showing: Showing }> = ({ links, showing }) => {
  const { say } = showing
  if (links.length === 0) return null
  const shown = links.map(({ link, mark }) => {
    const look = mark ? html` class="${mark}"` : ''
    const site = isOneOfSeveral(link.role, links) ? html` <bdi>${hostOf(link.url)}</bdi>` : ''
    const marked = mark ? ` (${say(`link.${mark}`)})` : ''
    return html`<a href="${link.url}" rel="noopener"${look}>${say(`link.${link.role}`)}${site}${marked}</a>`
  })
  return html`<p class="links">${shown}</p>`
}

/** Two links of one role are told apart by their sites. */
function isOneOfSeveral(role: LinkRole, links: ShownLink[]): boolean {
  return links.filter(({ link }) => link.role === role).length > 1
}
