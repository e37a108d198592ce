import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '../../domain/refusal.ts'
import { addPicture, mostPictureBytes } from '../../services/add-picture.ts'
import { fetchPicture } from '../../services/fetch-picture.ts'
import { paths } from '../paths.ts'
import type { Parts } from '../show.ts'
import type { Problem } from '../ui/entry-form/form-state.ts'
import type { Typed } from '../ui/entry-form/typed.ts'
import { isKey } from '../words.ts'

/** An entry with a picture that comes along; what is longer is refused before it is read into memory. */
export const refuseLongEntries = bodyLimit({ maxSize: mostPictureBytes + 2_000_000 })

/**
 * A picture that was sent with a form, or the one at the address in it if it is to be kept, kept here; the form then
 * has its address, whatever else becomes of it.
 *
 * @param prefix of the form's fields, where several stand on one page
 */
export async function takeFormPicture(
  { store, fetch }: Pick<Parts, 'store' | 'fetch'>,
  form: FormData,
  typed: Typed,
  act: { by: string; at: number },
  prefix = '',
): Promise<{ typed: Typed; problems: Problem[] }> {
  const file = form.get(`${prefix}image-file`)
  const isSent = file instanceof File && file.size > 0
  const elsewhere = typed.get('image-keep') === 'on' ? (typed.get('image')?.trim() ?? '') : ''
  if (!isSent && !/^https?:/i.test(elsewhere)) return { typed, problems: [] }
  try {
    const picture = isSent
      ? await addPicture(store, new Uint8Array(await file.arrayBuffer()), act)
      : await fetchPicture(store, fetch, elsewhere, act)
    const address = `${paths.picture(picture.id)}#${picture.width}x${picture.height}`
    return { typed: new Map([...typed, ['image', address], ['image-keep', '']]), problems: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const key = `refusal.${error.key}`
    const problem = isKey(key) ? { key, values: error.values } : { key: 'refusal.other' as const }
    return { typed, problems: [{ field: isSent ? 'image-file' : 'image', ...problem }] }
  }
}
