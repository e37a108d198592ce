import { attribute, textInside } from '../post/markup/html-tree.ts'
import { type Page, resolveAddress } from './page.ts'
import type { VisibleText } from './visible-text.ts'

/** Where a page sends everybody that opens it: by `http-equiv="refresh"` or by script, with hardly a word of its own. */
export function onwardAddress(page: Page, { lines }: VisibleText): string | undefined {
  if (lines.reduce((sum, line) => sum + line.text.length, 0) > 400) return undefined
  for (const { element } of page.elements) {
    const told =
      element.tagName === 'meta' && /^refresh$/i.test(attribute(element, 'http-equiv') ?? '')
        ? refresh.exec(attribute(element, 'content') ?? '')?.[1]
        : element.tagName === 'script'
          ? byScript.exec(textInside(element).slice(0, 2000))?.[1]
          : undefined
    const address = resolveAddress(told, page.base)
    if (address && address !== page.base) return address
  }
  return undefined
}

/** `0; url=https://…`, at once or nearly so. */
const refresh = /^\s*\d(?:\.\d+)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i
const byScript =
  /(?:^|[\s;{(])(?:(?:window|document|self|top)\.)?location(?:\.href)?(?:\s*=\s*|\.(?:replace|assign)\(\s*)["'](https?:\/\/[^"'\s]+|\/[^"'\s]*)["']/
