import { html } from 'hono/html'

/** A long word may be broken where it was put together (`#International|Migrants|Day`), rather than anywhere. */
export function breakable(words: string) {
  const pieces = words.replace(/\S{15,}/g, word => word.split(seams).join(seam)).split(seam)
  return pieces.map((piece, index) => (index ? html`<wbr>${piece}` : html`${piece}`))
}

const seams = /(?<=\p{Ll})(?=\p{Lu})|(?<=[/:_.@-])(?=[^\s/:_.@-])|(?=[(])/u
const seam = '\u0000'
