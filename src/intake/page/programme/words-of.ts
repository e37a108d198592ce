import { blockTags } from '../../post/markup/html-parts.ts'
import { attribute, type Element, isElement } from '../../post/markup/html-tree.ts'
import { clockFirst, type Words } from '../../timetable/slot.ts'
import { resolveAddress } from '../page.ts'

/** What is written in an element, and where its links lead. */
export function wordsOf(element: Element, base: string | undefined): Words {
  const words: Words = { lines: [''], links: [] }
  gather(element, words, base)
  words.lines = words.lines.map(line => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
  return words
}

function gather(element: Element, words: Words, base: string | undefined): void {
  for (const node of element.childNodes) {
    if (!isElement(node)) {
      if (node.nodeName === '#text' && 'value' in node) words.lines.push(words.lines.pop()! + node.value)
      continue
    }
    const tag = node.tagName
    if (/^(?:script|style|template|ul|ol|dl|table)$/.test(tag)) continue
    const isBlock = tag === 'br' || blockTags.has(tag)
    if (isBlock) words.lines.push('')
    gather(node, words, base)
    if (isBlock) words.lines.push('')
    const text = /^(?:a|b|strong|h[1-6]|em)$/.test(tag) ? textOf(node) : ''
    // "**14:00 – 16:00** Title": what stands out there is the hour.
    if (/^(?:b|strong|h[1-6])$/.test(tag) && text.length > 3 && clockFirst(text)?.rest !== '')
      words.strong ??= text
    const url = tag === 'a' ? resolveAddress(attribute(node, 'href'), base) : undefined
    if (url && words.links.length < 50) words.links.push({ text, url })
  }
}

export function textOf(element: Element): string {
  const parts: string[] = []
  const stack = [...element.childNodes].reverse()
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (isElement(next)) stack.push(...[...next.childNodes].reverse())
    else if (next.nodeName === '#text' && 'value' in next) parts.push(next.value)
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}
