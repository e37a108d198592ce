import { citiesNamed } from './cities.ts'
import { completeFrom } from './complete.ts'
import { addRow, makeRoom, removeRow } from './entry-rows.ts'
import { sayTime, sayTimeOnce } from './entry-time.ts'
import { sendPicture } from './send-picture.ts'
import type { Fields } from './typed.ts'

/**
 * Adds to the fields of an entry: rows come and go at once, words for the time are read in place, the time is said in
 * other zones while it is typed, names are completed in lists, a picture is sent as soon as it is chosen.
 */
export class EntryForm extends HTMLElement {
  #isListening = false

  connectedCallback(): void {
    if (this.#isListening) return
    this.#isListening = true
    this.addEventListener('click', event => this.#press(event))
    this.addEventListener('keydown', event => this.#key(event))
    this.addEventListener('input', event => this.#typed(event.target))
    this.addEventListener('focusin', event => this.#typed(event.target))
    this.addEventListener('change', event => this.#chosen(event.target))
    this.closest('form')?.addEventListener('bringback', event =>
      makeRoom(
        this,
        (event as CustomEvent<Fields>).detail.map(([name]) => name),
      ),
    )
    void citiesNamed().then(() => sayTimeOnce(this))
    for (const field of this.querySelectorAll<HTMLElement>('[data-part="picture"]')) field.hidden = false
  }

  #press(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[type="submit"]')
    const [act, what = ''] = button?.value.split(':') ?? []
    if (!button?.name.endsWith('act')) return
    if (act === 'more') addRow(this, what)
    else if (act === 'less') removeRow(button)
    else if (act === 'read' && !this.closest('[data-cards]')) void this.#read(button)
    else return
    event.preventDefault()
    this.#changed()
  }

  #key(event: KeyboardEvent): void {
    const { target, key, isComposing } = event
    if (key !== 'Enter' || isComposing || !(target instanceof HTMLInputElement)) return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      const form = this.closest('form')
      form?.requestSubmit(form.querySelector<HTMLButtonElement>('button.strong'))
    } else if (target.name.endsWith('when.words') && target.value.trim() !== '') {
      event.preventDefault()
      this.querySelector<HTMLButtonElement>('button[value="read"]')?.click()
    }
  }

  #typed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return
    completeFrom(target)
    if (target.closest('.when-fields')) sayTime(this)
  }

  #chosen(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.type === 'file') void sendPicture(this, target)
    if (target instanceof Element && target.closest('.when-fields')) sayTime(this)
  }

  /** Puts the words for the time into its parts: the site reads them, and only what concerns the time is put in. */
  async #read(button: HTMLButtonElement): Promise<void> {
    const form = this.closest('form')!
    const body = new FormData(form, button)
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name)
    button.disabled = true
    const answer = await fetch(form.action, { method: 'POST', body }).catch(() => null)
    button.disabled = false
    const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
    const fresh = page.querySelector(`entry-form[data-prefix="${CSS.escape(this.dataset.prefix ?? '')}"]`)
    if (!fresh) return form.requestSubmit(button)
    this.querySelector('.when-fields')?.replaceWith(...parts(fresh, '.when-fields'))
    const doubts = parts(fresh, '.doubts')
    const old = this.querySelector('.doubts')
    if (old) old.replaceWith(...doubts)
    else this.querySelector('.when-fields')?.after(...doubts)
    const place = this.querySelector<HTMLElement>('.doubts [aria-invalid] input, .when-fields [aria-invalid]')
    ;(place ?? this.querySelector<HTMLElement>('.when-fields [name$="when.day"]'))?.focus()
    this.#changed()
  }

  /** What was typed by script is kept like what was typed by hand. */
  #changed(): void {
    this.closest('form')?.dispatchEvent(new Event('change'))
  }
}

function parts(fresh: Element, selector: string): Element[] {
  return [...fresh.querySelectorAll(selector)].map(part => document.adoptNode(part))
}
