import { put } from './marks.ts'

type Told = {
  address: string
  /** Holds the dialog that asks what a picture shows. */
  dialog: HTMLTemplateElement
  onBegin: () => void
  onSending: (name: string | null) => void
  /** @param words null: the picture could not be sent at all */
  onFailure: (words: string | null) => void
}

type Added = { address: string }

/** Sends pictures one after the other, asks what each shows, and puts it where the text was being written. */
export async function addPictures(text: HTMLTextAreaElement, files: File[], told: Told): Promise<void> {
  told.onBegin()
  for (const file of files) {
    told.onSending(file.name)
    const added = await send(file, told)
    told.onSending(null)
    if (!added) return
    const alt = await askForAlt(added, told.dialog)
    if (alt === null) continue
    const { selectionEnd: at, value } = text
    const [before, after] = [
      lineBreaks(value.slice(0, at).match(/\n*$/)?.[0].length ?? 0, at),
      value[at] === '\n' ? '' : '\n\n',
    ]
    put(text, at, at, `${before}![${escaped(alt)}](${added.address})${after}`)
  }
}

export function picturesOf(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
}

/** Sends one picture, made smaller where it is large. */
export async function send(
  file: File,
  { address, onFailure }: Pick<Told, 'address' | 'onFailure'>,
): Promise<Added | null> {
  const body = new FormData()
  body.append('picture', await smaller(file), file.name)
  try {
    const answer = await fetch(address, { method: 'POST', headers: { accept: 'application/json' }, body })
    const told = (await answer.json()) as Partial<Added & { says: string }>
    if (answer.ok && told.address) return { address: told.address }
    onFailure(told.says ?? null)
  } catch {
    onFailure(null)
  }
  return null
}

/** In pixels and bytes: what is smaller is sent as it is. */
const longestSide = 2400
const mostBytes = 1_000_000

/** A phone's picture need not go whole over a phone's connection, and the browser may know kinds that the site does not. */
async function smaller(file: File): Promise<Blob> {
  if (file.size < mostBytes && !/hei[cf]/.test(file.type)) return file
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 })
    return blob.size < file.size || /hei[cf]/.test(file.type) ? blob : file
  } catch {
    return file
  }
}

/** @returns null where the picture is left out after all */
function askForAlt({ address }: Added, template: HTMLTemplateElement): Promise<string | null> {
  const dialog = (template.content.cloneNode(true) as DocumentFragment).querySelector('dialog')!
  const input = dialog.querySelector('input')!
  dialog.querySelector('img')!.src = address
  document.body.append(dialog)
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'put' ? input.value : null)
    })
    dialog.showModal()
    input.focus()
  })
}

/** A picture is a paragraph of its own. */
function lineBreaks(there: number, at: number): string {
  return at === 0 ? '' : '\n'.repeat(Math.max(0, 2 - there))
}

function escaped(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]]/g, '\\$&')
}
