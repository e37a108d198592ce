import { Idiomorph } from 'idiomorph'

/** Makes one part of the page like another; what has stayed keeps its nodes, and what the reader has opened stays open. */
export function morph(own: Element, fresh: Element): void {
  Idiomorph.morph(own, fresh, {
    morphStyle: 'outerHTML',
    callbacks: {
      // The row is named, and not told: the reader has it.
      beforeNodeMorphed: (_: Node, to: Node) => !(to instanceof HTMLElement && 'same' in to.dataset),
      // Stars of a row that is new here come a moment later; those that are there stay.
      beforeNodeRemoved: (node: Node) => !(node instanceof Element && node.matches('.entry .stars')),
      beforeAttributeUpdated: (name: string, element: Element) =>
        !(name === 'open' && element.localName === 'details'),
    },
  })
}

/** Does something to the page while what the reader looks at stays where it is, and what they are at keeps the focus. */
export function keepingPlace(act: () => void): void {
  const { activeElement: active, documentElement: root } = document
  // The browser's own way to keep the place would come on top of this one.
  root.style.overflowAnchor = 'none'
  const anchor = scrollY > 8 ? firstInView() : null
  const top = anchor?.getBoundingClientRect().top ?? 0
  act()
  if (anchor?.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' })
  if (active instanceof HTMLElement && active !== document.activeElement && active.isConnected)
    active.focus({ preventScroll: true })
  requestAnimationFrame(() => root.style.removeProperty('overflow-anchor'))
}

/** The one that has the focus, where it is seen: that is where the reader is. */
function firstInView(): Element | null {
  const isSeen = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < innerHeight && bottom > top
  }
  const focused = document.activeElement?.closest('main .entry')
  if (focused && isSeen(focused)) return focused
  for (const row of document.querySelectorAll('main .entry[id], main .log li[id], main > *')) {
    if (row.matches('[data-found], .log')) continue
    const { top } = row.getBoundingClientRect()
    if (top >= 0 && isSeen(row)) return row
  }
  return null
}
