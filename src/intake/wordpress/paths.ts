import type { ExportItem, ExportSite } from './item.ts'

/** The paths at which readers had an item: its permalink, and the short one by its id. Nothing of other hosts. */
export function oldPathsOf(item: ExportItem, site: ExportSite): string[] {
  const paths = new Set<string>()
  const home = (site.url && URL.parse(site.url)) || null
  for (const told of [item.url, item.guid]) {
    const url = told && /^https?:/.test(told) ? URL.parse(told) : null
    if (!url || (home && url.host.replace(/^www\./, '') !== home.host.replace(/^www\./, ''))) continue
    const path = pathOf(url)
    if (path) paths.add(path)
  }
  if (item.id && /^\d+$/.test(item.id)) {
    const root = home ? plain(home.pathname) : '/'
    paths.add(`${root}?${item.type === 'page' ? 'page_id' : 'p'}=${item.id}`)
    if (item.type === 'page') paths.add(`${root}?p=${item.id}`)
  }
  return [...paths]
}

/** Archives of its categories and tags, where their names in addresses are others than ours. */
export function oldWordPaths(
  item: ExportItem,
  site: ExportSite,
): { path: string; domain: 'category' | 'tag'; name: string }[] {
  const root = (site.url && plain(URL.parse(site.url)?.pathname ?? '/')) || '/'
  return item.terms.flatMap(({ domain, slug, name }) => {
    const of = domain === 'category' ? 'category' : domain === 'post_tag' ? 'tag' : null
    return of && slug
      ? [{ path: `${root === '/' ? '' : root}/${of}/${decoded(slug)}`, domain: of, name }]
      : []
  })
}

/** Lists of a category or an author by their numbers, and of an author by the name they signed in with. */
export function oldSitePaths(site: ExportSite): { path: string; of: 'category' | 'author'; name: string }[] {
  const root = (site.url && plain(URL.parse(site.url)?.pathname ?? '/')) || '/'
  const below = root === '/' ? '' : root
  return [
    ...site.terms.flatMap(({ id, domain, name }) =>
      domain === 'category' && /^\d+$/.test(id)
        ? [{ path: `${root}?cat=${id}`, of: 'category' as const, name }]
        : [],
    ),
    ...site.authors.flatMap(({ id, login, name }) => [
      ...(id && /^\d+$/.test(id) ? [{ path: `${root}?author=${id}`, of: 'author' as const, name }] : []),
      { path: `${below}/author/${login.toLowerCase().replaceAll(/\s+/g, '-')}`, of: 'author' as const, name },
    ]),
  ]
}

function pathOf(url: URL): string | null {
  const path = plain(decoded(url.pathname))
  const asked = /^\?(?:p|page_id)=\d+$/.test(url.search) ? url.search : ''
  if (/[?&]/.test(url.search) && !asked) return null
  // The front page itself is nobody's old address.
  return path === '/' && !asked ? null : path + asked
}

function plain(path: string): string {
  return path.replace(/\/+$/, '') || '/'
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
