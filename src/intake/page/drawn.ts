import { attribute, type Element, isElement, type Node, textInside } from '../post/markup/html-tree.ts'

/** A dash that style sheets draw between two hours. */
export function isDash(element: Element): boolean {
  return element.childNodes.length === 0 && /datetime-divider/.test(attribute(element, 'class') ?? '')
}

/** Lines of an address, each in a box of its own by style: words that touch in the markup and not on the page. */
export function isApart(element: Element, previous: Node | undefined, before: string): boolean {
  return (
    previous !== undefined &&
    isElement(previous) &&
    previous.tagName === element.tagName &&
    /^(?:span|time|a|b|strong)$/.test(element.tagName) &&
    attribute(element, 'class') !== undefined &&
    /[\p{L}\p{N}]{2}$/u.test(before) &&
    textInside(element).length > 3
  )
}

/** The picture of a pin says where, as the word would. */
export function isPin(element: Element): boolean {
  if (!/^(?:i|span|em)$/.test(element.tagName) || element.childNodes.length > 1) return false
  return (
    /(?:^|[\s_-])(?:map-?(?:marker|pin)|location-?(?:dot|pin|arrow)?|geo-alt|place-icon|icon-(?:location|place|pin|venue))(?=$|[\s_-])/i.test(
      attribute(element, 'class') ?? '',
    ) && textInside(element) === ''
  )
}
