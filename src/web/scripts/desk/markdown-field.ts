import { addPictures, picturesOf } from './add-pictures.ts'
import { isMark, mark } from './marks.ts'

/** Until the preview follows what is typed, in milliseconds. */
const pause = 500

/** A text in Markdown: marks by button and key, the preview below it, pictures dropped, pasted or chosen. */
export class MarkdownField extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  connectedCallback(): void {
    const text = this.querySelector('textarea')
    if (!text || this.dataset.isReady) return
    this.dataset.isReady = ''
    this.querySelector<HTMLElement>('.marks')!.hidden = false
    this.addEventListener('click', event => this.#press(event, text))
    text.addEventListener('keydown', event => this.#pressKey(event, text))
    text.addEventListener('input', () => this.#follow(text))
    this.#takePictures(text)
    this.#renamePreview()
    this.#count(text)
  }

  #press(event: MouseEvent, text: HTMLTextAreaElement): void {
    const pressed =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark], [data-act]') : null
    const { mark: name, act } = pressed?.dataset ?? {}
    if (isMark(name)) mark(text, name)
    else if (act === 'preview') {
      event.preventDefault()
      this.#turnPreview(text, pressed!)
    } else if (act === 'picture') {
      event.preventDefault()
      this.#choosePicture(text)
    }
  }

  #pressKey(event: KeyboardEvent, text: HTMLTextAreaElement): void {
    const keys: Record<string, string> = { b: 'bold', i: 'italic', k: 'link' }
    const name = keys[event.key.toLowerCase()]
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !isMark(name)) return
    event.preventDefault()
    mark(text, name)
  }

  #renamePreview(): void {
    for (const element of this.querySelectorAll<HTMLElement>('[data-label]'))
      element.textContent = element.dataset.label!
    const button = this.querySelector('[data-act="preview"]')!
    button.setAttribute('type', 'button')
    button.setAttribute('aria-expanded', 'false')
    const link = this.querySelector('[data-act="picture"]')!
    link.setAttribute('role', 'button')
    link.removeAttribute('target')
    link.addEventListener('keydown', event => {
      if ((event as KeyboardEvent).key !== ' ') return
      event.preventDefault()
      ;(link as HTMLElement).click()
    })
  }

  #turnPreview(text: HTMLTextAreaElement, button: HTMLElement): void {
    const preview = this.#part('preview')
    preview.hidden = !preview.hidden
    button.setAttribute('aria-expanded', String(!preview.hidden))
    if (!preview.hidden) void this.#preview(text)
  }

  #follow(text: HTMLTextAreaElement): void {
    this.#count(text)
    if (this.#part('preview').hidden) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#preview(text), pause)
  }

  async #preview(text: HTMLTextAreaElement): Promise<void> {
    const asked = ++this.#asked
    const body = new URLSearchParams({ text: text.value })
    const answer = await fetch(this.dataset.preview!, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
    }).catch(() => null)
    const preview = this.#part('preview')
    // Signed out or off line: the text stands above, and the page does not leave.
    if (!answer?.ok || asked !== this.#asked) return
    const { html } = (await answer.json()) as { html: string }
    if (html) preview.innerHTML = html
    else preview.textContent = this.dataset.empty!
  }

  #count(text: HTMLTextAreaElement): void {
    const output = this.querySelector<HTMLOutputElement>('.count')
    if (!output) return
    const format = new Intl.NumberFormat(document.documentElement.dataset.locale)
    // Said when it begins to matter.
    output.hidden = text.value.length < text.maxLength * 0.8
    output.textContent = this.dataset
      .count!.replace('{count}', format.format(text.value.length))
      .replace('{most}', format.format(text.maxLength))
  }

  #choosePicture(text: HTMLTextAreaElement): void {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = true
    input.addEventListener('change', () => void this.#add(text, [...(input.files ?? [])]))
    input.click()
  }

  #takePictures(text: HTMLTextAreaElement): void {
    text.addEventListener('paste', event => {
      const files = picturesOf(event.clipboardData)
      // Programs for texts lay a picture of the words beside the words.
      if (files.length === 0 || event.clipboardData?.getData('text/plain')) return
      event.preventDefault()
      void this.#add(text, files)
    })
    text.addEventListener('dragover', event => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    })
    text.addEventListener('drop', event => {
      const files = picturesOf(event.dataTransfer)
      if (files.length === 0) return
      event.preventDefault()
      void this.#add(text, files)
    })
  }

  #add(text: HTMLTextAreaElement, files: File[]): Promise<void> {
    const say = (part: 'failure' | 'progress', words: string) => {
      const element = this.#part(part)
      element.textContent = words
      element.hidden = words === ''
    }
    const { pictures = '', sending = '', failed = '' } = this.dataset
    return addPictures(text, files, {
      address: pictures,
      dialog: this.querySelector('template')!,
      onSending: name => say('progress', name === null ? '' : sending.replace('{name}', () => name)),
      onFailure: words => say('failure', words ?? failed),
      onBegin: () => say('failure', ''),
    })
  }

  #part(name: 'preview' | 'failure' | 'progress'): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!
  }
}
