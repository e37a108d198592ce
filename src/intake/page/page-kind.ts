import type { Kind } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'
import { kindOfTitle } from '../post/drafts/draft.ts'
import { kindWord } from '../post/words/kind-words.ts'
import type { Page } from './page.ts'
import type { PageWords } from './page-words.ts'
import { isArticlePage } from './subject.ts'
import type { VisibleText } from './visible-text.ts'

/** What a page without data of its own is, by its head, its name and what it holds. Null where it says nothing. */
export function kindOfPage(page: Page, words: PageWords, text: VisibleText, length: number): Kind | null {
  const type = words.type ?? ''
  if (type.startsWith('video') || /^music\.song|^music\.radio/.test(type)) return 'video'
  const statement =
    isReleased(text) ||
    isStatement(page.url, `${words.title ?? ''}`) ||
    isStatementByWindow(page.title, words.title)
  if (statement) return 'statement'
  const named = kindOfTitle(words.title ?? '')
  const hasPlayer = text.players.some(one => linkRole(one.url) === 'recording')
  if (hasPlayer && length < 1500) return 'video'
  if (named === 'toolkit' && (!isArticlePage(words) || hasDownloads(text))) return 'toolkit'
  if (!isArticlePage(words) && (named === 'campaign' || /^#\p{L}/u.test(words.title ?? ''))) return 'campaign'
  const isWritten = /article|blog/.test(type) && (words.published !== undefined || !isLinkList(text))
  const isDated = type === '' && words.published !== undefined && length >= 150
  if (isWritten || isDated || isProse(text)) return 'article'
  return null
}

/** Files to take along. */
function hasDownloads({ lines }: VisibleText): boolean {
  return lines.some(line =>
    line.links.some(link => /\.(?:pdf|docx?|pptx?|zip|epub)(?:[?#]|$)/i.test(link.url)),
  )
}

/** "FOR IMMEDIATE RELEASE", "Pressemitteilung": on a line of its own above or below the heading. */
function isReleased({ lines }: VisibleText): boolean {
  return lines
    .slice(0, 5)
    .some(
      ({ text, level }) =>
        level !== 1 &&
        text.length <= 40 &&
        (/^for immediate release\b|^embargo/iu.test(text) ||
          (kindWord(text)?.kind === 'statement' && kindWord(text)?.index === 0)),
    )
}

/** Nothing but the titles of other pages. */
function isLinkList({ lines }: VisibleText): boolean {
  const linked = lines.filter(
    line => line.links.reduce((sum, link) => sum + link.end - link.start, 0) > line.text.length * 0.8,
  )
  return lines.length > 10 && linked.length > lines.length / 2
}

/** Sentences, not a list of links. */
function isProse(text: VisibleText): boolean {
  let prose = 0
  let all = 0
  for (const line of text.lines) {
    all += line.text.length
    const linked = line.links.reduce((sum, link) => sum + link.end - link.start, 0)
    if (line.text.length > 120 && linked < line.text.length / 2) prose += line.text.length
  }
  return prose >= 500 && prose > all * 0.4
}

/** Press rooms and statements, by their address or their name. */
export function isStatement(url: string | undefined, title: string): boolean {
  if (kindOfTitle(title) === 'statement' && !/^(?:the\s)?(?:message|letter|appeal)\b/i.test(title))
    return true
  const path = url && URL.canParse(url) ? new URL(url).pathname : ''
  return /\/(?:statements?|press-?releases?|news-releases?|pressemitteilungen?|presse(?:mitteilung)?|communiques?(?:-de-presse)?|comunicados?(?:-de-prensa)?|speeches(?:-\w+)*|(?:the-)?press-office|briefing-room|declarations?|open-letters?)(?:\/|$)/i.test(
    path,
  )
}

/** An application that fills itself by script, or a page that says no more than its name. */
export function isTooShort(
  { type = '', player, published }: PageWords,
  text: VisibleText,
  length: number,
): boolean {
  if (length >= 200 || published !== undefined || player !== undefined) return false
  return !/^(?:article|video|music)/.test(type) && !(text.players.length > 0 && length > 0)
}

/** "Press release no. 214 | Example Council": the window says what it is, and the heading of what it speaks. */
export function isStatementByWindow(window: string | undefined, title: string | undefined): boolean {
  const first = window?.split(/\s+[|–—·»-]\s+|\s*\|\s*/)[0]?.trim() ?? ''
  return (
    first.length <= 40 && first !== title && kindWord(first)?.index === 0 && isStatement(undefined, first)
  )
}
