import { html } from 'hono/html'
import type { DeadLink } from '../../domain/links/dead-link.ts'
import type { Showing } from './showing.ts'

/**
 * A text that was made harmless, its dead links marked: what is gone says so, with a copy beside it where there is one; to
 * a site that changed hands nothing leads any more.
 */
export function markDead(
  text: string,
  dead: ReadonlyMap<string, DeadLink>,
  { say }: Pick<Showing, 'say'>,
): string {
  return text.replace(
    /<a href="([^"]*)"([^>]*)>(.*?)<\/a>/gs,
    (whole, told: string, more: string, words: string) => {
      const link = dead.get(told.replaceAll('&amp;', '&').replaceAll('&quot;', '"'))
      if (!link) return whole
      const { mark, copy } = link
      const said = say(`link.${mark}`)
      const beside = copy
        ? String(
            html` <small>(${said} · <a href="${copy}" rel="noopener">${say('link.archive')}</a>)</small>`,
          )
        : String(html` <small>(${said})</small>`)
      return mark === 'gone'
        ? `<a href="${told}"${more} class="gone">${words}</a>${beside}`
        : `<span class="changed-hands">${words}</span>${beside}`
    },
  )
}
