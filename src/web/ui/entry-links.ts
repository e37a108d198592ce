import { html } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Entry, Link } from '../../domain/entry.ts'
import { linksAt, type ShownLink } from '../../domain/link-window.ts'
import type { PhaseAt, Reckoning } from '../../domain/phase.ts'
import type { Actions } from './actions.ts'
import { hostOf, isolated } from './entry-words.ts'
import type { Showing } from './showing.ts'

/**
 * The links of an entry in their window. Where the page is moved to an earlier moment, a recording that is there
 * today is no sign that the event was over then: it is offered only when it was.
 */
export function shownLinks(entry: Entry, at: PhaseAt, showing: Showing, reckoning: Reckoning): ShownLink[] {
  const shown = linksAt(entry, showing.now, reckoning)
  return showing.moved && at.phase === 'on' ? shown.filter(({ link }) => link.role !== 'recording') : shown
}

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

/** The links beside the main one. What the organiser called a link tells more than its role, where there are several. */
export const OtherLinks: FC<{ actions: Actions; showing: Showing }> = ({ actions, showing }) => {
  const { main, others } = actions
  if (others.length === 0) return null
  const all = main ? [main.link, ...others] : others
  const shown = others.map(({ link, mark }) => {
    const look = mark ? html` class="${mark}"` : ''
    const role = showing.say(`link.${link.role}`)
    const isOneOfSeveral = all.filter(each => each.link.role === link.role).length > 1
    const words = isOneOfSeveral ? nameOf(link, role, showing) : role
    const marked = mark ? ` (${showing.say(`link.${mark}`)})` : ''
    // Who has the site now is nobody that readers are sent to.
    if (mark === 'changed-hands') return html`<span${look}>${words}${marked}</span>`
    return html`<a href="${link.url}" rel="noopener"${look}>${words}${marked}</a>`
  })
  return html`<p class="links">${shown}</p>`
}

function nameOf(link: Link, role: string, { say }: Showing): string {
  const name = isolated(cut(link.title?.trim() || hostOf(link.url)))
  return link.role === 'source' ? name : say('act.of', { act: role, title: name })
}

function cut(name: string): string {
  return name.length > mostOfName ? `${name.slice(0, mostOfName).trimEnd()}…` : name
}

const mostOfName = 60

/** Said where there is no link at all, so that nobody looks for it, and its curator sees what to do. */
export const LinkGap: FC<{ entry: Entry; showing: Showing }> = ({ entry, showing }) =>
  entry.links.length === 0 ? html`<p class="gap">${showing.say('gap.link-missing')}</p>` : null
