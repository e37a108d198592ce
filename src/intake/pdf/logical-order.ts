/**
 * Text of a font that has Arabic letters by their shapes only (U+FE70 and on): the reader of PDFs takes those for
 * Latin ones and leaves them in the order in which they are drawn, from the left, with the plain letters between them
 * turned. Here it stands in the order in which it is read; any other text as it is.
 */
export function logicalOrder(text: string): string {
  if (!shapes.test(text)) return text
  const drawn = text.replace(plainRuns, run => turned(run))
  return turned(drawn)
    .replace(leftToRight, run => turned(run))
    .normalize('NFKC')
}

const shapes = /[\ufb50-\ufdff\ufe70-\ufefc]/
const plainRuns =
  /[\u0600-\u065f\u066e-\u06ef](?:[\u0600-\u065f\u066e-\u06ef\s:،؛.,()]*[\u0600-\u065f\u066e-\u06ef])?/g
/** Figures, addresses and Latin words among it. */
const leftToRight = /[A-Za-z0-9\u0660-\u0669](?:[A-Za-z0-9\u0660-\u0669.:/@_–-]*[A-Za-z0-9\u0660-\u0669])?/g

function turned(text: string): string {
  return [...text]
    .reverse()
    .join('')
    .replace(/[()]/g, sign => (sign === '(' ? ')' : '('))
}
