import { isElement, textInside } from '../post/markup/html-tree.ts'
import type { Page } from './page.ts'
import { dayIn } from './published.ts'

/** What stands above the heading is among the first of the elements, and short. */
const mostElements = 400
const mostChildren = 4

/**
 * The day on which a page was made up, where it prints that: "Tuesday, December 3, 2024" above all else, as newspapers
 * do. Days of its events may come without a year, and this tells it.
 */
export function shownOn(page: Page, language: string | undefined): string | undefined {
  for (const { element } of page.elements.slice(0, mostElements)) {
    if (/^h[12]$/.test(element.tagName)) return undefined
    if (!/^(?:span|div|p|time|li|td|b|small)$/.test(element.tagName)) continue
    const { childNodes } = element
    if (
      childNodes.length > mostChildren ||
      childNodes.some(child => isElement(child) && child.childNodes.length > 1)
    )
      continue
    const text = textInside(element)
    const day = /20\d\d/.test(text) && text.length < 45 ? dayIn(text, language) : undefined
    if (day) return day
  }
  return undefined
}
