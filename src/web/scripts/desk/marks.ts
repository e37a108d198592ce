const marks = {
  bold: { around: '**' },
  italic: { around: '*' },
  link: {},
  list: { before: '- ' },
  heading: { before: '### ' },
  quote: { before: '> ' },
} as const satisfies Record<string, { around?: string; before?: string }>

export type Mark = keyof typeof marks

export function isMark(name: string | undefined): name is Mark {
  return name !== undefined && Object.hasOwn(marks, name)
}

/** Marks what is chosen in a text, or takes the mark away where it stands already. */
export function mark(text: HTMLTextAreaElement, name: Mark): void {
  const kind: { around?: string; before?: string } = marks[name]
  text.focus()
  if (kind.around) markAround(text, kind.around)
  else if (kind.before) markLines(text, kind.before)
  else link(text)
}

/**
 * Puts words in the place of a part of a text as if they had been typed: they can be undone.
 *
 * @param chosen the part of the words that is chosen afterwards; the end of them where none is told
 */
export function put(
  text: HTMLTextAreaElement,
  from: number,
  to: number,
  words: string,
  chosen?: [number, number],
): void {
  text.focus()
  text.setSelectionRange(from, to)
  // Old, and the only way that keeps a browser's undo.
  if (!document.execCommand(words ? 'insertText' : 'delete', false, words)) {
    text.setRangeText(words, from, to, 'end')
    text.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const [start, end] = chosen ?? [words.length, words.length]
  text.setSelectionRange(from + start, from + end)
}

function markAround(text: HTMLTextAreaElement, sign: string): void {
  const { selectionStart: from, selectionEnd: to, value } = text
  const words = value.slice(from, to)
  const isMarked =
    value.slice(from - sign.length, from) === sign && value.slice(to, to + sign.length) === sign
  if (isMarked) put(text, from - sign.length, to + sign.length, words, [0, words.length])
  else put(text, from, to, sign + words + sign, [sign.length, sign.length + words.length])
}

function markLines(text: HTMLTextAreaElement, sign: string): void {
  const { selectionStart, selectionEnd, value } = text
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1
  const end = value.indexOf('\n', selectionEnd)
  const to = end < 0 ? value.length : end
  const lines = value.slice(from, to).split('\n')
  const areMarked = lines.every(line => line.startsWith(sign))
  const marked = lines.map(line => (areMarked ? line.slice(sign.length) : sign + line)).join('\n')
  put(text, from, to, marked)
}

/** What is chosen is the address or the words; the other part is chosen afterwards, to be typed over. */
function link(text: HTMLTextAreaElement): void {
  const { selectionStart: from, selectionEnd: to, value } = text
  const words = value.slice(from, to)
  if (/^https?:\/\/\S+$/.test(words)) put(text, from, to, `[](${words})`, [1, 1])
  else put(text, from, to, `[${words}](https://)`, [words.length + 3, words.length + 11])
}
