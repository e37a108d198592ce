/** Adds an empty row to a list and goes on in it. */
export function addRow(form: Element, list: string): void {
  const row = newRow(form, list)
  row?.querySelector<HTMLElement>('input')?.focus()
}

/** Takes a row away; the last one is only emptied, so that there is one to fill in. */
export function removeRow(button: Element): void {
  const row = button.closest('.row')
  const rows = button.closest('.rows')
  if (!row || !rows) return
  if (rows.querySelectorAll('.row').length > 1) row.remove()
  else empty(row)
  const last = [...rows.querySelectorAll<HTMLElement>('.row input')].at(-1)
  last?.focus()
}

/** As many rows as there are names for: `people.4.name` is the fifth. */
export function makeRoom(form: HTMLElement, names: string[]): void {
  const prefix = form.dataset.prefix ?? ''
  for (const name of names) {
    if (!name.startsWith(prefix)) continue
    const [, list = '', number = ''] = /^(\w+)\.(\d+)\./.exec(name.slice(prefix.length)) ?? []
    for (let added = 0; list && lastOf(form, list) < Number(number) && added < 1000; added++)
      if (!newRow(form, list)) break
  }
}

function newRow(form: Element, list: string): Element | null {
  const rows = form.querySelector(`.rows[data-list="${list}"]`)
  const last = [...(rows?.querySelectorAll('.row') ?? [])].at(-1)
  if (!last) return null
  const number = lastOf(form, list)
  const row = last.cloneNode(true) as Element
  const renumbered = (name: string) => name.replace(`${list}.${number}`, `${list}.${number + 1}`)
  for (const element of [row, ...row.querySelectorAll('*')])
    for (const name of ['id', 'name', 'for', 'value', 'aria-describedby']) {
      const value = element.getAttribute(name)
      if (value?.includes(`${list}.${number}`)) element.setAttribute(name, renumbered(value))
    }
  empty(row)
  const count = String((rows?.querySelectorAll('.row').length ?? 0) + 1)
  for (const title of row.querySelectorAll('legend, .unseen'))
    title.textContent = title.textContent.replace(/[\d٠-٩]+(?=\D*$)/, count)
  last.after(row)
  return row
}

function empty(row: Element): void {
  for (const field of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    if (field instanceof HTMLSelectElement) field.selectedIndex = 0
    else field.value = ''
    field.removeAttribute('aria-invalid')
    field.removeAttribute('aria-describedby')
  }
  for (const said of row.querySelectorAll('.wrong, .secret')) said.remove()
}

function lastOf(form: Element, list: string): number {
  const names = [...form.querySelectorAll<HTMLInputElement>(`.rows[data-list="${list}"] [name]`)]
  return Math.max(
    -1,
    ...names.map(({ name }) => Number(new RegExp(`${list}\\.(\\d+)\\.`).exec(name)?.[1] ?? -1)),
  )
}
