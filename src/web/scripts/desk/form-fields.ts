import type { Fields } from './typed.ts'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a person typed or chose; never passwords, files or what a page put in unseen. */
export function readFields(form: HTMLFormElement): Fields {
  return fieldsOf(form).map(field => [field.name, wordsOf(field)])
}

/**
 * Puts values into the fields they came from. A form that grows by script hears `bringback` first and may make room;
 * what then has no field is passed by.
 */
export function writeFields(form: HTMLFormElement, fields: Fields): void {
  form.dispatchEvent(new CustomEvent<Fields>('bringback', { detail: fields }))
  const left = [...fields]
  for (const field of fieldsOf(form)) {
    const index = left.findIndex(([name]) => name === field.name)
    const [, value] = left.splice(index, index < 0 ? 0 : 1)[0] ?? []
    if (value === undefined || value === wordsOf(field)) continue
    if (isTicked(field)) field.checked = value === ticked
    else field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

export function sameFields(one: Fields, other: Fields): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const ticked = 'on'
const leftOut = new Set(['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'])

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((element): element is Field => {
    if (
      !(
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
      )
    )
      return false
    return element.name !== '' && !leftOut.has(element.type) && element.dataset.keep !== 'no'
  })
}

function wordsOf(field: Field): string {
  if (!isTicked(field)) return field.value.replaceAll('\r\n', '\n')
  return field.checked ? ticked : ''
}

function isTicked(field: Field): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio'
}
