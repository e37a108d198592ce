/**
 * What is found is shown while one types and chooses: the form is sent as it would be, and the parts of the page that
 * what is found changes (`data-found`) are taken out of the answer. Without script the form is sent by its button.
 *
 * @param renewed is called with each part that was put in
 */
export function findAsOneTypes(form: HTMLFormElement, renewed: (part: Element) => void): void {
  let typed = 0
  let asked: AbortController | undefined
  let shown = addressOf(form)

  form.addEventListener('input', event => {
    clearTimeout(typed)
    const isTyped = event.target instanceof HTMLInputElement && event.target.type === 'search'
    typed = window.setTimeout(() => void find(isTyped ? 'typed' : 'chosen'), isTyped ? pause : 0)
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    clearTimeout(typed)
    void find('chosen')
  })
  addEventListener('popstate', () => {
    const address = location.pathname + location.search
    // A place on the page was gone to.
    if (address === shown) return
    shown = address
    fill(form)
    void take(shown)
  })

  // Whoever typed before this script came is answered, too.
  const box = form.querySelector<HTMLInputElement>('input[type=search]')
  if (box && box.value !== box.defaultValue) {
    shown = ''
    void find('typed')
  }

  async function find(how: 'typed' | 'chosen') {
    const address = addressOf(form)
    if (address === shown) return
    // Letters of one word are one step back; what is chosen is a step of its own.
    const isStep = how === 'chosen' || !history.state?.typed
    shown = address
    if (!(await take(address))) return
    history[isStep ? 'pushState' : 'replaceState']({ typed: how === 'typed' }, '', address)
  }

  /** @returns whether the page shows what is at this address now */
  async function take(address: string): Promise<boolean> {
    asked?.abort()
    const own = (asked = new AbortController())
    form.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(address, { headers: { accept: 'text/html' }, signal: own.signal })
      if (!answer.ok) throw new Error(answer.statusText)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      count(form, page)
      putIn(page, renewed)
      document.title = page.title
      return true
    } catch {
      // Whoever goes on typing asks again; for all else there is the way that needs no script.
      if (!own.signal.aborted) location.assign(address)
      return false
    } finally {
      if (asked === own) form.removeAttribute('aria-busy')
    }
  }
}

/** In milliseconds: who types on has not finished. */
const pause = 220

function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim() !== '') query.append(name, value)
  return new URL(form.action).pathname + (query.size ? `?${query}` : '')
}

/** Puts what an address asks for into the form. */
function fill(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search)
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement)) continue
    if (field.type === 'checkbox') field.checked = query.getAll(field.name).includes(field.value)
    else if (field.type === 'search') field.value = query.get(field.name) ?? ''
  }
}

function putIn(page: Document, renewed: (part: Element) => void): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-found]')) {
    const fresh = page.querySelector(`[data-found="${part.dataset.found}"]`)
    if (!fresh) continue
    part.replaceChildren(...document.adoptNode(fresh).childNodes)
    renewed(part)
  }
}

/** What there would be with each choice. The form itself stays: somebody is at it. */
export function count(form: HTMLFormElement, page: ParentNode): void {
  const fresh = new Map<string, HTMLInputElement>()
  for (const field of page.querySelectorAll<HTMLInputElement>('form[data-find] input[type=checkbox]'))
    fresh.set(`${field.name} ${field.value}`, field)
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    const other = fresh.get(`${field.name} ${field.value}`)
    const [own, told] = [field, other].map(each => each?.closest('label')?.querySelector(':scope > small'))
    if (own) own.textContent = told?.textContent ?? '0'
    if (other) field.checked = other.checked
  }
  const [own, told] = [form, page].map(each => each.querySelector('[data-active]'))
  if (own) own.textContent = told?.textContent ?? ''
}
