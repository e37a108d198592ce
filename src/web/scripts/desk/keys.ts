const kept = 'daylong-keys'

/**
 * Keys that lead through a list: j and k or, inside it, the arrows. Single letters can be turned off for those who
 * dictate or whose hands press what they do not mean.
 */
export function listenToKeys(): void {
  const list = document.querySelector<HTMLElement>('[data-keys]')
  if (!list) return
  const dialog = document.querySelector<HTMLDialogElement>('#keys')
  const isOn = document.querySelector<HTMLInputElement>('#keys-on')
  const opener = document.querySelector<HTMLElement>('.show-keys')
  if (isOn) {
    isOn.checked = localStorage.getItem(kept) !== 'off'
    isOn.addEventListener('change', () => localStorage.setItem(kept, isOn.checked ? 'on' : 'off'))
  }
  if (opener) {
    opener.hidden = false
    opener.querySelector('button')!.addEventListener('click', () => dialog?.showModal())
  }

  list.addEventListener('focusin', event => mark(list, (event.target as HTMLElement).closest('li')))
  // Whoever decided on a line is led to the next.
  const led = location.hash.startsWith('#q-')
    ? document.querySelector(`[id="${location.hash.slice(1)}"]`)
    : null
  if (led && list.contains(led)) led.querySelector<HTMLElement>('.what > a')?.focus()

  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || dialog?.open) return
    const target = event.target as HTMLElement
    const isInList = list.contains(target) && !isTypedInto(target)
    if (isInList && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      return go(list, event.key === 'ArrowDown' ? 1 : -1)
    }
    if (isOn?.checked === false || isTypedInto(target)) return
    const does = actions[event.key]
    if (does ? does(list, dialog) : pressed(list, event)) event.preventDefault()
  })
}

/** True where the key meant something here. */
const actions: Record<string, (list: HTMLElement, dialog: HTMLDialogElement | null) => boolean> = {
  j: list => went(list, 1),
  k: list => went(list, -1),
  x: list => {
    const box = list.querySelector<HTMLInputElement>(':scope > .here > input[type=checkbox]')
    box?.click()
    return box !== null
  },
  '/': () => focusOn('#q'),
  p: () => focusOn('[data-paste]'),
  z: () => {
    const undo = document.querySelector<HTMLElement>('[data-take-back]')
    undo?.click()
    return undo !== null
  },
  '?': (_, dialog) => {
    dialog?.showModal()
    return dialog !== null
  },
}

function went(list: HTMLElement, by: 1 | -1): boolean {
  go(list, by)
  return true
}

function go(list: HTMLElement, by: 1 | -1): void {
  const rows = [...(list.querySelector('[data-row]') ? list.querySelectorAll('[data-row]') : list.children)]
  const here = rows.findIndex(row => row.matches('.here'))
  const next = rows[Math.min(Math.max(here + by, 0), rows.length - 1)]
  next?.querySelector<HTMLElement>('.what > a')?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function mark(list: HTMLElement, row: HTMLElement | null): void {
  for (const other of list.querySelectorAll('.here')) other.classList.remove('here')
  row?.closest('[data-keys] > li, [data-row]')?.classList.add('here')
}

/** A key that a button of the marked line names presses it, or that of all chosen ones where some are; what opens a field leads into it. */
function pressed(list: HTMLElement, { key, repeat }: KeyboardEvent): boolean {
  const named = `[data-key="${CSS.escape(key)}"]`
  const isChosen = list.querySelector(':scope > li > [name=id]:checked') !== null
  const forChosen = isChosen ? document.querySelector<HTMLElement>(`.chosen ${named}`) : null
  const place = forChosen ?? list.querySelector<HTMLElement>(`.here ${named}`)
  if (!place || repeat) return false
  const isOpen = place.closest<HTMLDetailsElement>('details')?.open === true
  if (!isOpen) place.click()
  place.parentElement?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus()
  return true
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== null
}

function isTypedInto(target: HTMLElement): boolean {
  return target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
}
