/** Counts what is chosen, chooses all or from one to another, and lets Enter press the button beside a field. */
export function choose(story: HTMLFormElement): void {
  const all = story.querySelector<HTMLInputElement>('[name=all]')
  const told = story.querySelector<HTMLOutputElement>('output.chosen')
  const boxes = () => [...story.querySelectorAll<HTMLInputElement>('[name=entry]')]
  let last: HTMLInputElement | null = null
  const count = () => {
    const chosen = boxes().filter(({ checked }) => checked).length
    if (told) told.value = chosen ? told.dataset.words!.replace('{count}', String(chosen)) : ''
    if (!all) return
    all.checked = chosen > 0 && chosen === boxes().length
    all.indeterminate = chosen > 0 && !all.checked
  }
  story.addEventListener('click', event => {
    const box = event.target as HTMLInputElement
    if (!box.matches('[name=entry]')) return
    const list = boxes()
    if (event.shiftKey && last && list.includes(last)) {
      const [from, to] = [list.indexOf(last), list.indexOf(box)].toSorted((a, b) => a - b)
      for (const each of list.slice(from, to! + 1)) each.checked = box.checked
    }
    last = box
  })
  story.addEventListener('change', event => {
    if (all && event.target === all) for (const box of boxes()) box.checked = all.checked
    count()
  })
  story.addEventListener('keydown', event => {
    const line = (event.target as HTMLElement).closest('.line')
    if (event.key !== 'Enter' || !line || !(event.target as HTMLElement).matches('input')) return
    event.preventDefault()
    line.querySelector('button')!.click()
  })
  document.addEventListener('renewed', count)
  count()
}
