export type Typed = Record<string, string>

/** A field that is left empty comes as a file without name and content. */
export function typedOf(form: Record<string, unknown>): {
  typed: Typed
  uploads: File[]
} {
  const typed: Typed = {}
  for (const [name, value] of Object.entries(form)) {
    const told = [value].flat().find(each => typeof each === 'string')
    if (told !== undefined) typed[name] = told
  }
  const uploads = [form.files].flat().filter(file => file instanceof File && file.size > 0) as File[]
  // A form that comes back has none of them; it can at least say which there were.
  if (uploads.length) typed.files = uploads.map(({ name }) => name).join(', ')
  return { typed, uploads }
}

export function bytesOf(uploads: File[]): Promise<{ name: string; bytes: Uint8Array }[]> {
  return Promise.all(
    uploads.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}
