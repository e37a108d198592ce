import { type Element, marksOf, textInside } from '../post/markup/html-tree.ts'
import type { Page } from './page.ts'

/** The heading that names the page, of all that call themselves one. */
export function headingOf(page: Page, content: Element): string | undefined {
  const all = page.elements.filter(({ element }) => element.tagName === 'h1')
  const marked = all.find(({ element }) => titleMarks.test(marksOf(element)))
  const inside = all.find(({ element }) => isInside(element, content))
  const first =
    marked ??
    inside ??
    page.elements.find(
      ({ element }) =>
        /^h[2-4]$/.test(element.tagName) && ownTitle.test(marksOf(element)) && isInside(element, content),
    ) ??
    all.find(({ element }) => !/site-?title|logo|brand/i.test(marksOf(element)))
  const text = first && textInside(first.element)
  return text && text.length < 300 ? text : undefined
}

const titleMarks = /(?:entry|post|article|page|event)-?title|p-name/i
/** Where the only `<h1>` is that of the whole site or conference. */
const ownTitle = /(?:^|[\s_-])(?:talk|event|session|submission)[-_]title(?=$|\s)/i

function isInside(element: Element, outer: Element): boolean {
  let parent = element.parentNode
  while (parent && 'tagName' in parent) {
    if (parent === outer) return true
    parent = parent.parentNode
  }
  return false
}
