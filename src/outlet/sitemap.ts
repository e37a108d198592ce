/** A page for search engines; `changed` in epoch milliseconds, null where nothing tells. */
export type SitemapPage = { url: string; changed: number | null }

/** So many pages a sitemap may name, and an index so many sitemaps (sitemaps.org). */
export const mostInSitemap = 50_000

/**
 * Pages for search engines (sitemaps.org).
 *
 * @param languages addresses of a page in other languages by their tags, each of which names all others: where they are
 * told here, pages need not tell them in their heads
 */
export function writeSitemap(
  pages: SitemapPage[],
  languages: (url: string) => { tag: string; url: string }[],
): string {
  const urls = pages.map(({ url, changed }) => {
    const alternates = languages(url).map(
      each => `<xhtml:link rel="alternate" hreflang="${each.tag}" href="${escaped(each.url)}"/>`,
    )
    return `<url><loc>${escaped(url)}</loc>${lastChange(changed)}${alternates.join('')}</url>`
  })
  return `${head}<urlset xmlns="${schema}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}

export function writeSitemapIndex(sitemaps: SitemapPage[]): string {
  const parts = sitemaps.map(
    ({ url, changed }) => `<sitemap><loc>${escaped(url)}</loc>${lastChange(changed)}</sitemap>`,
  )
  return `${head}<sitemapindex xmlns="${schema}">\n${parts.join('\n')}\n</sitemapindex>\n`
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'

function lastChange(changed: number | null): string {
  return changed === null ? '' : `<lastmod>${new Date(changed).toISOString()}</lastmod>`
}

/** An address, percent-encoded as it is asked for. */
function escaped(url: string): string {
  return encodeURI(decoded(url)).replaceAll('&', '&amp;').replaceAll("'", '&apos;')
}

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
