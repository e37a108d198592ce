/** How near to the edge of the window the page begins to move along, in CSS pixels. */
const edge = 60

/**
 * Lets rows be dragged by their handles, with a mouse, a pen or a finger. Nothing in the page changes before a row is
 * let go, so that Escape leaves everything as it was.
 *
 * @param drop told behind which row it was let go: the id, or `first`
 */
export function drag(list: HTMLElement, drop: (row: HTMLElement, after: string) => void): void {
  list.addEventListener('pointerdown', down => {
    const handle = (down.target as HTMLElement).closest<HTMLElement>('.handle')
    const row = handle?.closest<HTMLElement>('.row')
    if (!handle || !row || down.button !== 0) return
    down.preventDefault()
    handle.setPointerCapture(down.pointerId)
    row.classList.add('dragged')
    const from = down.clientY + scrollY
    let y = down.clientY
    let place: { row: HTMLElement; isBefore: boolean } | null = null

    const follow = () => {
      row.style.translate = `0 ${y + scrollY - from}px`
      mark(null)
      place = placeAt(list, row, y)
      mark(place)
    }
    const mark = (at: typeof place) => {
      for (const each of list.querySelectorAll('.before, .behind')) each.classList.remove('before', 'behind')
      at?.row.classList.add(at.isBefore ? 'before' : 'behind')
    }
    const scrolling = setInterval(() => {
      const by = y < edge ? -14 : y > innerHeight - edge ? 14 : 0
      if (by === 0) return
      scrollBy({ top: by, behavior: 'instant' })
      follow()
    }, 16)
    const end = (isDropped: boolean) => {
      clearInterval(scrolling)
      mark(null)
      row.classList.remove('dragged')
      row.style.translate = ''
      handle.removeEventListener('pointermove', onMove)
      handle.removeEventListener('pointerup', onUp)
      handle.removeEventListener('pointercancel', onCancel)
      removeEventListener('keydown', onKey)
      if (!isDropped || !place) return
      const after = place.isBefore ? place.row.dataset.behind! : place.row.dataset.id!
      if (after !== row.dataset.id && after !== row.dataset.behind) drop(row, after)
    }
    const onMove = (event: PointerEvent) => {
      y = event.clientY
      follow()
    }
    const onUp = () => end(true)
    const onCancel = () => end(false)
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && end(false)
    handle.addEventListener('pointermove', onMove)
    handle.addEventListener('pointerup', onUp)
    handle.addEventListener('pointercancel', onCancel)
    addEventListener('keydown', onKey)
  })
}

/** The row under a height of the window, and in which half of it. */
function placeAt(
  list: HTMLElement,
  row: HTMLElement,
  y: number,
): { row: HTMLElement; isBefore: boolean } | null {
  const rows = [...list.children].filter(each => each !== row) as HTMLElement[]
  for (const each of rows) {
    const { top, bottom } = each.getBoundingClientRect()
    if (y < bottom) return { row: each, isBefore: y < (top + bottom) / 2 }
  }
  const last = rows.at(-1)
  return last ? { row: last, isBefore: false } : null
}
