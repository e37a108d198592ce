import { sayMoment } from '../../time/say-time.ts'

/** A page as it was kept: by its path and query. */
export type KeptPage = { path: string; html: string; seenAt: number }

/** So many, of those that were seen last. */
export const mostPages = 30

/**
 * Whether a page may be kept: one of readers, the same for everybody who reads alike, or their own plan, which says so
 * itself. Those of somebody who is signed in, and those that change anything, are `no-store`.
 */
export function mayKeep(answer: { status: number; redirected: boolean; headers: Headers }): boolean {
  const { status, redirected, headers } = answer
  const asked = (headers.get('cache-control') ?? '').split(',').map(each => each.trim())
  return (
    status === 200 &&
    !redirected &&
    (isOwn(headers) || (asked.includes('public') && !asked.includes('no-store'))) &&
    (headers.get('content-type') ?? '').startsWith('text/html')
  )
}

/** Whether a page is the reader's own plan: it stays until there is another. */
export function isOwn(headers: Headers): boolean {
  return headers.get('x-keep') === 'own'
}

/** Whether an answer says that the site is away, as one says that stands before it. */
export function isAway(status: number): boolean {
  return status === 502 || status === 503 || status === 504
}

/** Whether the name of a file has a print of its content in it. */
export function isForEver(address: string): boolean {
  return /-[\w-]{8,}\.\w+$/.test(address)
}

/** What a page loads: scripts, icon. Its style stands in it. */
export function filesOf(html: string): string[] {
  return [
    ...new Set([...html.matchAll(/(?:src|href|script)="(\/assets\/[\w.-]+)"/g)].map(match => match[1]!)),
  ]
}

/** A kept page with a word on it of when it was seen. */
export function asSeen({ html, seenAt }: KeptPage, ownZone: string): string {
  return html.replace(/<template id="seen">(.*?)<\/template>/s, (_, words: string) =>
    words.replace('{time}', () => sayIn(html, seenAt, ownZone)),
  )
}

/** The page that is shown in the place of one that was not kept, with a list of those that were, the last first. */
export function listKept(offline: string, asked: string, kept: KeptPage[], ownZone: string): string {
  const html = offline.replace(/href="[^"]*"(?= data-again)/, () => `href="${attribute(asked)}"`)
  if (kept.length === 0) return html
  const rows = [...kept].sort((one, other) => other.seenAt - one.seenAt)
  return html
    .replace(/<template id="kept">(.*?)<\/template>/s, (_, row: string) =>
      rows
        .map(page =>
          row
            .replace('{path}', () => attribute(page.path))
            .replace('{title}', () => titleOf(page.html))
            .replace('{time}', () => sayIn(html, page.seenAt, ownZone)),
        )
        .join(''),
    )
    .replace(/<p class="none">.*?<\/p>/s, '')
}

function attribute(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('"', '%22')
}

/** The language a page is in. */
export function languageOf(html: string): string {
  return attributeOf(html, 'lang') ?? ''
}

/** As it stands in the page: what would end an element in it is written otherwise there. */
function titleOf(html: string): string {
  return /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''
}

/** In the zone that was chosen for the page, else in the reader's own. */
function sayIn(html: string, at: number, ownZone: string): string {
  const chosen = attributeOf(html, 'data-chosen') === null ? null : attributeOf(html, 'data-zone')
  return sayMoment(at, chosen ?? ownZone, attributeOf(html, 'data-locale') ?? 'en')
}

function attributeOf(html: string, name: string): string | null {
  const start = /<html[^>]*>/.exec(html)?.[0] ?? ''
  return new RegExp(` ${name}="([^"]*)"`).exec(start)?.[1] ?? null
}
