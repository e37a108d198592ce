/** So many names are offered at once. */
const most = 20
const pauseMs = 150
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Completes the name that is being typed, also behind a comma in a field of several; of lists that are too long for the
 * page the site is asked.
 */
export function completeFrom(field: HTMLInputElement): void {
  const list = document.getElementById(field.dataset.names ?? field.getAttribute('list') ?? '')
  if (!(list instanceof HTMLDataListElement)) return
  if (field.dataset.complete === 'many') completeLast(field, list)
  else if (list.dataset.more) askFor(field, list, list.dataset.more)
}

function completeLast(field: HTMLInputElement, list: HTMLDataListElement): void {
  field.dataset.names = list.id
  const before = /^(.*[,،、，;؛]\s*)?/u.exec(field.value)?.[0] ?? ''
  const begun = field.value.slice(before.length).toLocaleLowerCase()
  const own = ownList(field)
  const names = [...list.options].map(({ value }) => value)
  const fitting = names.filter(name => name.toLocaleLowerCase().includes(begun)).slice(0, most)
  own.replaceChildren(
    ...(begun === '' && before !== '' ? [] : fitting).map(name => new Option('', `${before}${name}`)),
  )
}

function ownList(field: HTMLInputElement): HTMLDataListElement {
  const id = `${field.id}-names`
  const known = document.getElementById(id)
  if (known instanceof HTMLDataListElement) return known
  const list = document.createElement('datalist')
  list.id = id
  field.after(list)
  field.setAttribute('list', id)
  return list
}

function askFor(field: HTMLInputElement, list: HTMLDataListElement, address: string): void {
  clearTimeout(timer)
  const begun = field.value.trim()
  if (begun.length < 2 || [...list.options].some(({ value }) => value === begun)) return
  timer = setTimeout(async () => {
    const answer = await fetch(`${address}?q=${encodeURIComponent(begun)}`).catch(() => null)
    const names: unknown = answer?.ok ? await answer.json().catch(() => []) : []
    if (!Array.isArray(names)) return
    const known = new Set([...list.options].map(({ value }) => value))
    for (const name of names)
      if (typeof name === 'string' && !known.has(name)) list.append(new Option('', name))
  }, pauseMs)
}
