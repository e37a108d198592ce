import { splitPasted } from '../../../domain/pasted.ts'
import { openCard, wordsOfPart } from './cards.ts'

/**
 * Pasting and dropping anywhere on a page that has the field: an address or a file is read at once, and its card opens
 * below without leaving the page. What is in the field is sent by its button, and typing may go on while it is read.
 */
export function listenToPaste(): void {
  const field = document.querySelector<HTMLElement>('[data-pasting]')
  const form = field?.querySelector<HTMLFormElement>('form')
  const text = form?.querySelector<HTMLTextAreaElement>('textarea')
  const cards = field?.querySelector<HTMLElement>('[data-cards]')
  if (!field || !form || !text || !cards) return
  const box: Box = { field, form, text, cards }
  /** What the clipboard had besides the text that stands in the field. */
  let rich = ''

  form.addEventListener('submit', event => {
    event.preventDefault()
    const given = new FormData(form)
    if (rich && text.value.trim() !== '') given.set('html', rich)
    void send(box, given, text.value)
    rich = ''
  })
  // One address, one key: only a text has lines of its own.
  text.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.isComposing) return
    if (!event.ctrlKey && !event.metaKey && !isAddresses(text.value, '')) return
    event.preventDefault()
    form.requestSubmit()
  })
  document.addEventListener('paste', event => {
    const data = event.clipboardData
    if (!data || event.defaultPrevented) return
    const isHere = event.target === text
    if (!isHere && isTypedInto(event.target)) return
    const given = [data.getData('text/plain'), data.getData('text/html')] as const
    const isSentAtOnce = data.files.length > 0 || !isHere || isAddresses(...given)
    if (isHere && (!isSentAtOnce || text.value.trim() !== '') && data.files.length === 0) {
      rich = text.value.trim() === '' ? given[1] : ''
      return
    }
    if (data.files.length === 0 && given[0].trim() === '' && given[1] === '') return
    event.preventDefault()
    void send(box, givenOf(box, given, data.files), given[0])
  })
  if (field.dataset.pasting === 'at-once' && text.value.trim() !== '') {
    // Coming back to the page reads nothing again.
    field.dataset.pasting = ''
    history.replaceState(null, '', location.pathname)
    form.requestSubmit()
  }
  listenToDrops(box)
  field.querySelector<HTMLInputElement>('input[type="file"]')?.addEventListener('change', () => {
    if (text.value.trim() === '') form.requestSubmit()
  })
}

type Box = { field: HTMLElement; form: HTMLFormElement; text: HTMLTextAreaElement; cards: HTMLElement }

function listenToDrops(box: Box): void {
  const mark = (isOver: boolean) => box.field.classList.toggle('over', isOver)
  const isOurs = ({ dataTransfer, target }: DragEvent) =>
    dataTransfer !== null &&
    (dataTransfer.types.includes('Files') || dataTransfer.types.includes('text/uri-list')) &&
    !isTypedInto(target)
  document.addEventListener('dragover', event => {
    if (!isOurs(event)) return
    event.preventDefault()
    mark(true)
  })
  document.addEventListener('dragleave', event => event.relatedTarget === null && mark(false))
  document.addEventListener('drop', event => {
    mark(false)
    if (!isOurs(event)) return
    event.preventDefault()
    const { files } = event.dataTransfer!
    const address = event.dataTransfer!.getData('text/uri-list').replace(/^#.*$/gm, '').trim()
    void send(box, givenOf(box, [files.length ? '' : address, ''], files), address)
  })
}

function givenOf(box: Box, [text, html]: readonly [string, string], files: FileList): FormData {
  const given = new FormData()
  const edition = box.form.elements.namedItem('edition')
  if (edition instanceof HTMLSelectElement) given.set('edition', edition.value)
  given.set('text', files.length ? '' : text)
  if (!files.length && html) given.set('html', html)
  for (const file of files) given.append('files', file)
  return given
}

/** What could not be sent stands in the field again. */
async function send(box: Box, given: FormData, told: string): Promise<void> {
  const { form, text, cards } = box
  const isFromField = text.value === told
  say(box, null)
  const going = document.createElement('p')
  going.className = 'going'
  going.setAttribute('role', 'status')
  going.textContent = wordsOfPart(cards.dataset.reading ?? '', whatOf(given, told))
  cards.prepend(going)
  if (isFromField) form.reset()
  const back = (words: string) => {
    if (text.value.trim() === '') text.value = told
    say(box, words)
  }
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: given,
      headers: { accept: 'application/json' },
    })
    const said: { readings?: string[]; list?: string; wrong?: string } = await answer.json()
    const ids = said.readings?.toReversed()
    if (ids && ids.length > mostOpened && said.list) leadTo(cards, said.list)
    else if (ids) for (const id of ids) void openCard(cards, id)
    else back(said.wrong ?? cards.dataset.failed ?? '')
  } catch {
    back(cards.dataset.failed ?? '')
  } finally {
    going.remove()
  }
}

/** More than these are looked at on a page of their own. */
const mostOpened = 12

function leadTo(cards: HTMLElement, list: string): void {
  const line = document.createElement('p')
  const link = document.createElement('a')
  link.href = list
  link.textContent = cards.dataset.many ?? ''
  line.append(link)
  cards.prepend(line)
  link.focus()
}

function say({ form, text }: Box, words: string | null): void {
  let place = form.querySelector<HTMLElement>('.wrong')
  if (words === null) {
    place?.remove()
    text.removeAttribute('aria-invalid')
    return
  }
  if (!place) {
    place = document.createElement('p')
    place.className = 'wrong'
    place.setAttribute('role', 'alert')
    text.before(place)
  }
  place.textContent = words
  text.setAttribute('aria-invalid', 'true')
}

function whatOf(given: FormData, told: string): string {
  const files = given.getAll('files').filter(file => file instanceof File && file.size > 0) as File[]
  const what = files.map(({ name }) => name).join(', ') || told.trim().replace(/\s+/g, ' ')
  return what.length > 80 ? `${what.slice(0, 80)}…` : what
}

function isAddresses(text: string, html: string): boolean {
  return splitPasted(text, html).every(({ form }) => form === 'address') && text.trim() !== ''
}

function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))
  )
}
