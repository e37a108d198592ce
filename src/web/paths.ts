/** Every address of the site is made here, and nowhere else. */
export const paths = {
  home: () => '/',
  series: (series: string) => `/${series}`,
  edition: (series: string, edition: string, view?: View) =>
    `/${series}/${edition}${view === 'told' ? '?view=told' : ''}`,
  entry: (series: string, edition: string, entry: string) => `/${series}/${edition}/${entry}`,
  session: (series: string, edition: string, entry: string, session: string) =>
    `/${series}/${edition}/${entry}#${session}`,
  zone: (back: string) => `/zone?back=${encodeURIComponent(back)}`,
  chooseZone: () => '/zone',
  chooseLanguage: () => '/language',
  health: () => '/healthz',
  asset: (file: string) => `/assets/${file}`,
}

export type View = 'time' | 'told'

/** An address with what the reader asked for in the address of this page (zone, language, moment) kept. */
export function withKept(path: string, kept: string): string {
  if (!kept) return path
  const [rest = '', hash] = path.split('#', 2)
  return `${rest}${rest.includes('?') ? '&' : '?'}${kept}${hash === undefined ? '' : `#${hash}`}`
}

/** A path of this site, or null: what comes back from a form must not lead elsewhere. */
export function ownPath(path: string | undefined): string | null {
  if (!path?.startsWith('/')) return null
  const url = URL.parse(path, 'http://here.invalid')
  return url?.origin === 'http://here.invalid' && !/^\/[/\\]/.test(path)
    ? url.pathname + url.search + url.hash
    : null
}
