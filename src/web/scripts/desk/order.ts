import { drag } from './drag.ts'
import { putIn } from './renewed.ts'

/** The story put in order without leaving the page: by its buttons, by Alt and the arrows, and by dragging. */
export function order(story: HTMLFormElement): void {
  const list = story.querySelector<HTMLElement>('.rows')!
  const told = document.querySelector<HTMLElement>('.announce')
  let isMoving = false

  const move = async (row: HTMLElement, value: string) => {
    if (isMoving) return
    isMoving = true
    const chosen = chosenOf(list)
    const answer = await fetch(story.action, {
      method: 'POST',
      body: new URLSearchParams({ move: value }),
      headers: { accept: 'text/html' },
    }).catch(() => null)
    const isIn = answer !== null && (await putIn(answer))
    isMoving = false
    // Signed out, or no network: the form says what there is to say.
    if (!isIn) return story.requestSubmit(row.querySelector<HTMLButtonElement>(`[value="${value}"]`))
    for (const id of chosen) {
      const box = list.querySelector<HTMLInputElement>(`#${CSS.escape(id)} > input`)
      if (box) box.checked = true
    }
    addHandles()
    document.dispatchEvent(new Event('renewed'))
    const moved = document.getElementById(row.id)
    const link = moved?.querySelector<HTMLElement>('.what > a')
    if (moved && !moved.contains(document.activeElement)) link?.focus({ preventScroll: true })
    moved?.scrollIntoView({ block: 'nearest' })
    if (told && moved)
      told.textContent = told.dataset
        .words!.replace('{place}', String([...list.children].indexOf(moved) + 1))
        .replace('{count}', String(list.children.length))
        .replace('{title}', () => link?.textContent ?? '')
  }

  const addHandles = () => {
    for (const moves of list.querySelectorAll('[data-movable] > .moves')) {
      if (moves.querySelector('.handle')) continue
      const handle = document.createElement('span')
      handle.className = 'handle'
      handle.setAttribute('aria-hidden', 'true')
      handle.textContent = '⠿'
      moves.append(handle)
    }
  }

  list.addEventListener('click', event => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('[name=move]')
    if (!button) return
    event.preventDefault()
    move(button.closest<HTMLElement>('.row')!, button.value)
  })
  list.addEventListener('keydown', event => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.row')
    if (!event.altKey || !row || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const button = row.querySelector<HTMLButtonElement>(
      `[data-way="${event.key === 'ArrowUp' ? 'up' : 'down'}"]`,
    )
    if (button) move(row, button.value)
  })
  drag(list, (row, after) => move(row, `${row.dataset.id} ${after}`))
  addHandles()
}

function chosenOf(list: HTMLElement): string[] {
  return [...list.querySelectorAll(':scope > .row:has(> input:checked)')].map(({ id }) => id)
}
