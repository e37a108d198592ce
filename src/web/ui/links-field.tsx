import type { FC } from 'hono/jsx'
import type { Author } from '../../domain/programme.ts'
import { webAddress } from './entry-form/web-address.ts'
import { hostOf } from './entry-words.ts'
import type { Showing } from './showing.ts'

/** Where somebody is found besides: one link to a line. `tellLinks` fills it, `linksTold` reads it. */
export const LinksField: FC<{ name: string; value: string; showing: Showing }> = ({
  name,
  value,
  showing: { say },
}) => (
  <div class="field">
    <label for={name}>{say('author.links')}</label>
    <textarea id={name} name={name} rows={3} dir="auto" aria-describedby="links-hint">
      {value}
    </textarea>
    <p class="hint" id="links-hint">
      {say('author.links.hint')}
    </p>
  </div>
)

export function tellLinks(links: Author['links']): string {
  return links.map(({ url, title }) => (title === hostOf(url) ? url : `${title} ${url}`.trim())).join('\n')
}

/** One to a line, its title before its address or after it. */
export function linksTold(typed: string | undefined): Author['links'] {
  return (typed ?? '').split('\n').flatMap(line => {
    const words = line.trim().split(/\s+/)
    // Any word with a dot may be an address; one that says so is.
    const said = words.findIndex(word => /^https?:/i.test(word) && webAddress(word) !== null)
    const at = said < 0 ? words.findIndex(word => webAddress(word) !== null) : said
    if (at < 0) return []
    const url = webAddress(words[at]!)!
    const title = words
      .toSpliced(at, 1)
      .join(' ')
      .replace(/\s*[|–:-]$/, '')
    return [{ url, title: title || hostOf(url) }]
  })
}
