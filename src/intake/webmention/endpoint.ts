import { Parser } from 'htmlparser2'

/**
 * Where a page takes webmentions: told by its Link header, or by the first `link` or `a` of its HTML that says so and
 * has an address (which may be empty: the page itself). Null where it takes none.
 *
 * @param url at which the page was found, after all redirects
 */
export function endpointOf({
  link,
  html,
  url,
}: {
  link: string | null
  html: string
  url: string
}): string | null {
  const told = link === null ? null : endpointInHeader(link)
  if (told !== null) return webAddress(told, url)
  const { href, base } = endpointInHtml(html)
  return href === null ? null : webAddress(href, (base !== null && URL.parse(base, url)?.href) || url)
}

/** https://www.rfc-editor.org/rfc/rfc8288: several headers are joined by commas, which may stand in addresses too. */
function endpointInHeader(header: string): string | null {
  for (const [, address = '', parameters = ''] of header
    .slice(0, mostHeader)
    .matchAll(/<([^<>]*)>((?:[^,"<]|"[^"]*")*)/g)) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters) ?? []
    if (isWebmention(quoted ?? bare)) return address
  }
  return null
}
const mostHeader = 8000

/** Read as it comes, without a tree: nothing in it can make that slow. */
function endpointInHtml(html: string): { href: string | null; base: string | null } {
  let href: string | null = null
  let base: string | null = null
  let templates = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'template') templates++
      if (templates > 0) return
      if (name === 'base') base ??= attributes.href ?? null
      else if ((name === 'link' || name === 'a') && attributes.href !== undefined)
        if (isWebmention(attributes.rel)) href ??= attributes.href
    },
    onclosetag(name) {
      if (name === 'template') templates--
    },
  })
  parser.write(html)
  parser.end()
  return { href, base }
}

function isWebmention(rel: string | undefined): boolean {
  return (rel ?? '').toLowerCase().split(/\s+/).includes('webmention')
}

function webAddress(told: string, base: string): string | null {
  const url = URL.parse(told.trim(), base)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
