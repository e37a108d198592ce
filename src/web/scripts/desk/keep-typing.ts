import { readFields, sameFields, writeFields } from './form-fields.ts'
import { type Fields, type KeptTyping, nameOf, noteSent, readTyped, sentAt, writeTyped } from './typed.ts'

/** Until what was typed is kept, in milliseconds after the last key. */
const pause = 400

/**
 * Keeps what is typed into the form around it until the form is saved, and offers what an earlier visit left.
 * A script that saves a form itself tells so by the event `saved` on it.
 */
export class KeepTyping extends HTMLElement {
  #form: HTMLFormElement | null = null
  #name = ''
  /** What the site had stored when the form was opened; null where it gave back what it had refused. */
  #opened: Fields | null = null
  /** Typed at earlier visits and neither brought back nor thrown away. */
  #earlier: KeptTyping[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #isLost = false
  #isSending = false
  /** Ends the listening when the form leaves the page. */
  #left = new AbortController()

  connectedCallback(): void {
    const form = this.closest('form')
    if (!form || this.#form) return
    this.#form = form
    const { who = '', name = '' } = this.dataset
    this.#name = nameOf(who, name)
    const fields = readFields(form)
    const isOpened = isAnswered() && this.dataset.givenBack === undefined
    this.#opened = isOpened ? fields : null
    // What stands there as it was typed has been saved since, or was given back.
    const givenBack = isOpened ? null : sentAt(this.#name)
    this.#earlier = readTyped(this.#name).filter(
      typed => typed.at !== givenBack && !sameFields(typed.fields, fields),
    )
    this.#keep()
    this.#offer()
    this.#listen(form)
  }

  disconnectedCallback(): void {
    this.#left.abort()
    clearTimeout(this.#timer)
  }

  #listen(form: HTMLFormElement): void {
    const { signal } = this.#left
    form.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#keep(), pause)
    })
    form.addEventListener('change', () => this.#keep())
    form.addEventListener('reset', () => setTimeout(() => this.#keep()))
    form.addEventListener('saved', () => this.#forget())
    form.addEventListener('submit', event => {
      const { submitter } = event
      const staysOpen = submitter instanceof HTMLElement && submitter.getAttribute('formtarget') === '_blank'
      this.#isSending = !event.defaultPrevented && !staysOpen
      this.#keep()
    })
    addEventListener('pagehide', () => this.#keep(), { signal })
    addEventListener('pageshow', () => (this.#isSending = false), { signal })
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'hidden' && this.#keep(),
      { signal },
    )
    addEventListener(
      'beforeunload',
      event => {
        this.#keep()
        if (this.#isLost && !this.#isSending) event.preventDefault()
      },
      { signal },
    )
    this.addEventListener('click', event => {
      const act =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]')?.dataset.act : null
      if (act === 'bring') this.#bring()
      else if (act === 'drop') this.#drop()
    })
  }

  /** What stands there now, before what earlier visits left. */
  #keep(): void {
    clearTimeout(this.#timer)
    const fields = readFields(this.#form!)
    const isTyped = !this.#isAsOpened(fields)
    const at = Date.now()
    const typed: KeptTyping[] = isTyped ? [{ at, revision: this.#revision(), fields }] : []
    if (this.#isSending) noteSent(this.#name, at)
    const isKept = writeTyped(this.#name, [...typed, ...this.#earlier])
    this.#isLost = isTyped && !isKept
  }

  #forget(): void {
    this.#opened = readFields(this.#form!)
    this.#keep()
  }

  #bring(): void {
    const [latest, ...rest] = this.#earlier
    if (!latest) return
    // What is typed over comes next, should this not have been meant.
    const fields = readFields(this.#form!)
    const over = this.#isAsOpened(fields) ? [] : [{ at: Date.now(), revision: this.#revision(), fields }]
    this.#earlier = [...over, ...rest]
    writeFields(this.#form!, latest.fields)
    const field = this.#revisionField()
    // Merged by field from where it began, it takes back nothing that others wrote since.
    if (field && latest.revision !== null) field.value = latest.revision
    this.#keep()
    this.#offer()
    const first = this.#form!.querySelector<HTMLElement>('textarea, input:not([type=hidden])')
    const folded = first?.closest('details')
    if (folded) folded.open = true
    first?.focus()
  }

  #drop(): void {
    this.#earlier.shift()
    this.#keep()
    this.#offer()
  }

  #offer(): void {
    const [latest] = this.#earlier
    this.hidden = !latest
    if (!latest) return
    const said = this.querySelector<HTMLElement>('[data-part="said"]')!
    const [before = '', after = ''] = (said.dataset.words ?? '').split('{when}')
    const time = document.createElement('time')
    time.dateTime = new Date(latest.at).toISOString()
    time.textContent = new Intl.DateTimeFormat(document.documentElement.dataset.locale, {
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(latest.at)
    said.replaceChildren(before, time, after)
    const { revision } = this.dataset
    this.querySelector<HTMLElement>('[data-part="newer"]')!.hidden =
      latest.revision === null || revision === undefined || latest.revision === revision
  }

  #isAsOpened(fields: Fields): boolean {
    return this.#opened !== null && sameFields(fields, this.#opened)
  }

  #revision(): string | null {
    return this.#revisionField()?.value ?? this.dataset.revision ?? null
  }

  #revisionField(): HTMLInputElement | null {
    return this.#form!.querySelector('input[type="hidden"][name="revision"]')
  }
}

/** Whether this page is what was asked for, and not a form that was refused and came back filled. */
function isAnswered(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return (navigation?.responseStatus ?? 200) < 400
}
