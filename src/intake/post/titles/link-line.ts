import type { Passage } from '../passages/passage.ts'
import { cleanTitle, isTitle } from './titles.ts'

export type LinkLine = {
  title: string | null
  url: string | null
  site: string | null
  /** "Title (site.org)": the site stands in the words. */
  hasSite?: boolean
}

const siteAtEnd =
  /^(.{3,300}?)\s*[([]((?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}]{2,24}|YouTube|Vimeo)[)\]]$/su

/** "Title (site.org)" without the site, as browsers and some blogs add it to what they link. */
export function withoutSite(title: string): string {
  return siteAtEnd.exec(title)?.[1] ?? title
}

/**
 * A line that is a link and nothing else: "Title (site.org)" with or without its address, a linked title alone,
 * or a bare address. Null for any other text.
 */
export function linkLineOf(passage: Passage): LinkLine | null {
  const { text, links } = passage
  if (text.length > 400 || text.includes('\n')) return null
  const withSite = siteAtEnd.exec(text)
  const link = links[0]
  const covered = links.reduce((sum, one) => sum + one.end - one.start, 0)
  const isOne = link !== undefined && links.every(one => one.url === link.url) && covered >= text.length - 4
  const isOneWithSite =
    link !== undefined &&
    links.every(one => one.url === link.url) &&
    // "Title ([site.org](…))": the link may stand over the site alone.
    (covered >= (withSite?.[1]?.length ?? 0) - 4 || link.start >= (withSite?.[1]?.length ?? text.length))
  if (withSite && (links.length === 0 || isOne || isOneWithSite)) {
    return {
      title: titleOrNull(withSite[1]!),
      hasSite: true,
      site: withSite[2]!.toLowerCase(),
      url: link?.url ?? null,
    }
  }
  if (!isOne) return null
  return { title: titleOrNull(text), site: hostOf(link.url), url: link.url }
}

/**
 * Titles of pages carry the name of their site before or after a dash or a bar. `organisations` are who it is
 * said to be by. "Example Network (EN) – Our Statement" → "Our Statement" by the Example Network (EN).
 */
export function splitSite(
  title: string,
  site: string | null,
  isKnown: (name: string) => boolean,
): { title: string; organisation: string | null } {
  const parts = title.split(/\s+[–—|•·-]\s+/u)
  if (parts.length < 2) return { title, organisation: null }
  const label = site?.split('.').slice(0, -1).join('').replace(/^www/, '') ?? ''
  const isSite = (name: string) => {
    const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
    return (
      letters.length > 1 &&
      (label.replace(/[^\p{L}\p{N}]+/gu, '').startsWith(letters) ||
        letters === label.replace(/[^\p{L}\p{N}]+/gu, ''))
    )
  }
  const first = parts[0]!
  const last = parts.at(-1)!
  if (isKnown(first) || /^\p{Lu}.*\(\p{Lu}[\p{L}\d]+\)$/u.test(first))
    return { title: rest(title, first, true), organisation: first }
  if (isKnown(last)) return { title: rest(title, last, false), organisation: last }
  if (isSite(last)) return { title: rest(title, last, false), organisation: null }
  if (isSite(first)) return { title: rest(title, first, true), organisation: null }
  return { title, organisation: null }
}

function rest(title: string, part: string, atStart: boolean): string {
  return cleanTitle(atStart ? title.slice(part.length) : title.slice(0, title.length - part.length))
}

function titleOrNull(text: string): string | null {
  const title = cleanTitle(text)
  return isTitle(title) ? title : null
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null
}
