// Says something, and answers, where one reads: the form is fetched to the place, and what is wrong with it is shown
// there. Without script the same links lead to the same form on a page of its own.

const remembered = 'said'

for (const page of document.querySelectorAll<HTMLElement>('[data-own], [data-gone]')) remember(page.dataset)
markOwn()
document.addEventListener('click', event => {
  const link = (event.target as Element).closest<HTMLAnchorElement>(
    '.comments .say a, .comments article .acts a[href*="/answer"]',
  )
  if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button)
    return
  event.preventDefault()
  void open(link)
})
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement
  // A form on a page of its own is sent as it is.
  const { submitter } = event as SubmitEvent
  // Whoever signs in first goes elsewhere, with all that they typed.
  const leaves = submitter?.hasAttribute('formaction')
  if (event.defaultPrevented || leaves || !form.matches('[data-comment][data-here]')) return
  event.preventDefault()
  void send(form, submitter)
})

async function open(link: HTMLAnchorElement): Promise<void> {
  const article = link.closest('article')
  const after = article ?? link.closest('p')!
  const known = after.nextElementSibling
  if (known instanceof HTMLFormElement && known.matches('[data-comment]')) return focusOn(known)
  try {
    const answer = await fetch(link.href, { headers: { 'x-part': 'form' } })
    if (!answer.ok || answer.redirected) throw new Error('No form.')
    focusOn(place(await answer.text(), form => after.after(form)))
    if (!article) after.hidden = true
  } catch {
    location.href = link.href
  }
}

/** Scripts that come with a form run, as they would in a page. */
function place(html: string, put: (form: DocumentFragment) => void): HTMLFormElement {
  const fragment = document.createRange().createContextualFragment(html)
  const form = fragment.querySelector('form')!
  form.dataset.here = ''
  put(fragment)
  return form
}

function focusOn(form: HTMLFormElement): void {
  const first = form.querySelector<HTMLElement>('.looked, [aria-invalid], textarea')
  first?.focus()
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const told = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === 'string') told.append(name, value)
  const buttons = form.querySelectorAll('button')
  for (const button of buttons) button.disabled = true
  try {
    const answer = await fetch(form.action, { method: 'POST', body: told, headers: { 'x-part': 'form' } })
    if (answer.redirected) {
      location.href = answer.url
      return
    }
    const html = await answer.text()
    if (!/^\s*<form/.test(html)) throw new Error('No form.')
    focusOn(place(html, next => form.replaceWith(next)))
  } catch {
    // As it is sent without script: the browser says what is wrong, and nothing is lost.
    for (const button of buttons) button.disabled = false
    form.removeAttribute('data-here')
    form.requestSubmit(submitter)
  }
}

/** Which comments are one's own, this browser knows by itself: pages are the same for all. */
function remember({ own, gone }: DOMStringMap): void {
  const known = ownIds().filter(id => id !== own && id !== gone)
  try {
    localStorage.setItem(remembered, JSON.stringify([...(own ? [own] : []), ...known].slice(0, 50)))
  } catch {
    // Nothing can be kept here.
  }
}

function ownIds(): string[] {
  try {
    const told: unknown = JSON.parse(localStorage.getItem(remembered) ?? '[]')
    return Array.isArray(told) ? told.filter(id => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) : []
  } catch {
    return []
  }
}

function markOwn(): void {
  const words = document.querySelector<HTMLElement>('section.comments')?.dataset.edit
  if (!words) return
  for (const id of ownIds()) {
    const acts = document.querySelector(`#comment-${id} .acts`)
    if (!acts) continue
    const link = document.createElement('a')
    link.href = `/comments/${id}/edit${location.search.match(/[?&]lang=\w+/)?.[0].replace('&', '?') ?? ''}`
    link.className = 'own'
    link.textContent = words
    acts.append(' · ', link)
  }
}
