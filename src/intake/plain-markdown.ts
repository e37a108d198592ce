/**
 * The signs of Markdown in a text that is shown as it is: links as `title <address>`, pictures and marks of headings
 * and of weight left out. Lists read the same without it.
 */
export function plainMarkdown(text: string): string
export function plainMarkdown(text: string | undefined): string | undefined
export function plainMarkdown(text: string | undefined): string | undefined {
  if (!text || !marked.test(text)) return text
  return text
    .replace(/!\[([^[\]]{0,200})\]\([^()\s]{1,2000}\)/g, '$1')
    .replace(
      /\[([^[\]]{1,300})\]\((https?:\/\/[^()\s]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)\)/g,
      (_, words, url) => (words === url ? url : `${words} <${url}>`),
    )
    .replace(/\[([^[\]]{1,300})\]\((?:mailto:)?([^()\s]{1,300})\)/g, (_, words, to) =>
      to.includes('@') && to !== words ? `${words} <${to}>` : words,
    )
    .replace(/(?<![\p{L}\p{N}*/=&?])(\*{2,3}|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, '$2')
    .replace(/^#{1,6} +(?=\S)/gm, '')
    .replace(/\\([[\]()*_#`!])/g, '$1')
}

const marked = /\]\(|\*\*|__|^#{1,6} /m
