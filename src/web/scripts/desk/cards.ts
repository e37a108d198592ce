import { readFields, sameFields } from './form-fields.ts'
import { putIn } from './renewed.ts'
import { dropSaved, type Fields } from './typed.ts'

/** Between two questions, where the site does not wait with its answer. */
const pauseMs = 700

/** Puts the card of a reading below the field, as soon as it is there. One in which somebody is writing stays open. */
export async function openCard(cards: HTMLElement, id: string): Promise<void> {
  const open = cards.querySelector<HTMLElement>(`#reading-${CSS.escape(id)}`)
  if (open && isWrittenIn(open)) return focusOn(firstOf(open, '.title', '.lead', '.problems p', 'summary'))
  open?.remove()
  const place = document.createElement('div')
  cards.prepend(place)
  for (let isFirst = true; ; isFirst = false) {
    const { card } = await askFor(`/desk/readings/${id}`)
    if (!card) return place.remove()
    // Whoever has put it aside meanwhile does not want it back.
    const shown = isFirst ? place : cards.querySelector(`#reading-${CSS.escape(id)}`)
    if (!shown?.isConnected) return
    shown.replaceWith(card)
    take(cards, card)
    if (card.dataset.state !== 'waiting') return arrived(cards, card)
    await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
}

/** What is pressed in a card below the field is done there. */
export function listenToCards(): void {
  const cards = document.querySelector<HTMLElement>('[data-cards]')
  if (!cards) return
  cards.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (form.dataset.past !== undefined) return
    const submitter = event.submitter as HTMLButtonElement | null
    const action = new URL(submitter?.getAttribute('formaction') ?? form.action, location.href)
    const card = form.closest<HTMLElement>('.reading')
    if (!card || !action.pathname.startsWith('/desk/readings/')) return
    event.preventDefault()
    void send(cards, card, form, submitter, action.href)
  })
  cards.addEventListener('click', event => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-in-place]')
    const card = link?.closest<HTMLElement>('.reading')
    if (!link || !card || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void replace(cards, card, link.href).then(({ card: fresh }) => fresh ?? location.assign(link.href))
  })
  // Names are completed from lists that the cards of a page share; they are fetched when the first one is needed.
  cards.addEventListener('toggle', event => void fetchLists(cards, event.target as Element), {
    capture: true,
  })
}

/** Words of a message with one place to fill. */
export function wordsOfPart(message: string, what: string): string {
  return message.replace('{what}', what)
}

/**
 * What is pressed is never passed over in silence: where nothing came back the card says so, and where something else
 * did – whoever presses has been signed out – the form goes its own way, to the page that tells.
 */
async function send(
  cards: HTMLElement,
  card: HTMLElement,
  form: HTMLFormElement,
  submitter: HTMLButtonElement | null,
  address: string,
): Promise<void> {
  card.querySelector(':scope > .unsent')?.remove()
  const { card: fresh, isBusy } = await replace(
    cards,
    card,
    address,
    new URLSearchParams(new FormData(form, submitter) as never),
  )
  if (fresh) return
  if (isBusy) {
    const said = document.createElement('p')
    said.className = 'wrong unsent'
    said.setAttribute('role', 'alert')
    said.textContent = cards.dataset.unsent ?? ''
    card.querySelector('.source')?.after(said)
    return focusOn(said)
  }
  form.dataset.past = ''
  form.requestSubmit(submitter)
}

/** What stood in each card when it came. */
const came = new WeakMap<HTMLElement, Fields>()

/** Whether somebody has changed anything in a card, or was given back what they had. */
function isWrittenIn(card: HTMLElement): boolean {
  return card.querySelector('[data-given-back]') !== null || !sameFields(fieldsIn(card), came.get(card) ?? [])
}

function fieldsIn(card: HTMLElement): Fields {
  const form = card.querySelector<HTMLFormElement>('form.card')
  return form ? readFields(form) : []
}

async function replace(
  cards: HTMLElement,
  card: HTMLElement,
  address: string,
  body?: URLSearchParams,
): Promise<Answered> {
  card.setAttribute('aria-busy', 'true')
  const answered = await askFor(address, body)
  card.removeAttribute('aria-busy')
  const { card: fresh } = answered
  if (!fresh) return answered
  dropSaved()
  card.replaceWith(fresh)
  take(cards, fresh)
  focusOn(
    firstOf(fresh, '[role="alert"]:not([hidden])', '[aria-invalid] input', '.settled p', '.title', '.lead'),
  )
  if (body) {
    const page = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
    if (page) await putIn(page, ['day', 'to-do'])
  }
  return answered
}

/** `isBusy`: nothing came, or the site cannot answer just now. */
type Answered = { card: HTMLElement | null; isBusy: boolean }

/**
 * The card that is answered, where there is one. A site that is busy is asked again; where the answer is another
 * page – to sign in, mostly – whoever asks is led there.
 */
async function askFor(address: string, body?: URLSearchParams): Promise<Answered> {
  const given = body ? { method: 'POST', body } : {}
  for (let tries = 0; tries < mostTries; tries++) {
    const answer = await fetch(address, { ...given, headers: { 'x-part': 'card' } }).catch(() => null)
    const html = answer ? await answer.text() : ''
    const page = new DOMParser().parseFromString(html, 'text/html')
    const card = page.querySelector<HTMLElement>('.reading')
    if (card) return { card: document.adoptNode(card), isBusy: false }
    if (answer?.redirected && !body) location.assign(address)
    const isBusy = answer === null || answer.status === 429 || answer.status >= 500
    if (!isBusy || body) return { card: null, isBusy }
    await new Promise(resolve => setTimeout(resolve, pauseMs * 2 ** tries))
  }
  return { card: null, isBusy: true }
}

const mostTries = 6

/** A card that has come is watched for what is written in it, and can be put aside. */
function take(cards: HTMLElement, card: HTMLElement): void {
  came.set(card, fieldsIn(card))
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'quiet close'
  button.textContent = cards.dataset.close ?? ''
  button.addEventListener('click', () => {
    card.remove()
    document.querySelector<HTMLElement>('[data-paste]')?.focus()
  })
  card.querySelector('.source')?.append(button)
}

/** Whoever does nothing else meanwhile is led to it: the next key publishes. */
function arrived(cards: HTMLElement, card: HTMLElement): void {
  const said = cards.parentElement?.querySelector<HTMLElement>('[data-part="said"]')
  const title = card.querySelector('.title, .lead, .problems p')?.textContent ?? ''
  if (said) said.textContent = title
  const field = document.querySelector<HTMLTextAreaElement>('[data-paste]')
  const { activeElement } = document
  const isIdle = activeElement === document.body || (activeElement === field && field?.value === '')
  if (!isIdle) return
  const place = firstOf(card, '.act.strong', '.title', '.lead', '.problems')
  focusOn(place)
  if (place?.matches('button')) holdKeys(place, field)
}

/**
 * Whoever presses Enter after pasting, by habit, has not seen what it would publish; and whoever was about to type
 * types on in the field.
 */
function holdKeys(button: HTMLElement, field: HTMLElement | null): void {
  const since = performance.now()
  button.addEventListener('keydown', event => {
    const passedMs = performance.now() - since
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey
    if (isLetter && passedMs < typedOnMs) {
      event.stopPropagation()
      field?.focus()
    } else if ((event.key === 'Enter' || event.key === ' ') && passedMs < heldMs) event.preventDefault()
  })
}

const heldMs = 600
const typedOnMs = 1_500

/** What is found by the first of these that finds anything. */
function firstOf(card: HTMLElement, ...selectors: string[]): HTMLElement | null {
  for (const selector of selectors) {
    const found = card.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return null
}

function focusOn(element: HTMLElement | null): void {
  if (!element) return
  if (!element.matches('a, button, input')) element.tabIndex = -1
  element.focus()
}

async function fetchLists(cards: HTMLElement, details: Element): Promise<void> {
  const card = details.closest<HTMLElement>('.reading')
  if (!details.matches('.change[open]') || !card || document.getElementById('zones')) return
  const answer = await fetch(`/desk/readings/${card.dataset.reading}`).catch(() => null)
  if (!answer?.ok || document.getElementById('zones')) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const lists = page.getElementById('zones')?.parentElement
  if (lists) cards.after(document.adoptNode(lists))
}
