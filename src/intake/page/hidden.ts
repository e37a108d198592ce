import { skippedMarks, skippedTags } from '../post/markup/html-parts.ts'
import { attribute, type Element, marksOf } from '../post/markup/html-tree.ts'

/** What readers do not see, and what themes print around the content. */
export function isHidden(element: Element): boolean {
  if (skippedTags.has(element.tagName) && element.tagName !== 'head')
    return !/^(?:form)$/.test(element.tagName)
  if (element.tagName === 'head' || element.tagName === 'footer') return true
  if (isUnseen(element)) return true
  // What stands beside an hour in Modern Events Calendar is a comment by name alone.
  const marks = marksOf(element).replace(/\bmec-time-comment\b/, '')
  return marks.length > 2 && skippedMarks.test(marks) && !/^(?:body|main|article)$/.test(element.tagName)
}

/** Templates keep what does not hold now ("This event has been cancelled") and hide it. */
function isUnseen(element: Element): boolean {
  if (/display:\s*none|visibility:\s*hidden/i.test(attribute(element, 'style') ?? '')) return true
  const until = attribute(element, 'hidden')
  if (until !== undefined && until !== 'until-found') return true
  const classes = attribute(element, 'class') ?? ''
  return unseen.test(classes) && !seenWider.test(classes)
}

const unseen =
  /(?:^|\s)(?:hidden|is-hidden|d-none|u-hidden|event-time-24hr|w-condition-invisible|w-dyn-bind-empty)(?=$|\s)/
/** Hidden on phones alone: `hidden md:block`, `d-none d-lg-flex`. */
const seenWider = /(?:^|\s)(?:\w+:(?!hidden)\S+|d-(?:sm|md|lg|xl|xxl)-(?!none)\S+)/
