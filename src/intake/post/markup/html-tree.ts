import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5'

export type Element = DefaultTreeAdapterMap['element']
export type Node = DefaultTreeAdapterMap['childNode']

/** Deeper than any post is; without a bound parse5 needs quadratic time on 100,000 nested elements. */
const deepest = 400

export class TooDeep extends Error {}

/** HTML of any kind → its `<html>` element. Throws `TooDeep` as soon as more than `deepest` elements are open. */
export function parseTree(html: string): Element {
  let depth = 0
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush() {
      depth++
      if (depth > deepest) throw new TooDeep(`more than ${deepest} elements are nested`)
    },
    onItemPop() {
      depth--
    },
  }
  const document = parse(html, { treeAdapter })
  return document.childNodes.find((node): node is Element => node.nodeName === 'html')!
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(attr => attr.name === name)?.value
}

/** Class names, id and role as one string for patterns. */
export function marksOf(element: Element): string {
  return `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''} ${attribute(element, 'role') ?? ''}`
}

/** All text inside, white space folded. */
export function textInside(element: Element): string {
  const parts: string[] = []
  for (const node of walk(element)) {
    if ('value' in node && node.nodeName === '#text') parts.push(node.value)
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}

/** The element's descendants in the order of the document. */
export function* walk(element: Element): Generator<Node> {
  for (const node of element.childNodes) {
    yield node
    if (isElement(node)) yield* walk(node)
  }
}
