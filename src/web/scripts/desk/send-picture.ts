import { send } from './add-pictures.ts'

/** Sends the picture that was chosen, and puts the address that it is kept at into the form. */
export async function sendPicture(form: HTMLElement, field: HTMLInputElement): Promise<void> {
  const [file] = field.files ?? []
  const { pictures = '', sending = '', failed = '' } = field.dataset
  if (!file) return
  const status = field.parentElement?.querySelector<HTMLElement>('[role="status"]')
  tell(sending.replace('{name}', file.name))
  const added = await send(file, { address: pictures, onFailure: words => tell(words ?? failed) })
  if (!added) return
  tell('')
  field.value = ''
  const image = form.querySelector<HTMLInputElement>('[name$="image"]')
  if (image) image.value = added.address
  form.querySelector<HTMLInputElement>('[name$="alt"]')?.focus()

  function tell(words: string): void {
    if (!status) return
    status.textContent = words
    status.hidden = words === ''
  }
}
