import { escapeHtml } from '../../domain/escape-html.ts'

/** Plain text as the HTML that Outlook shows in place of it: its paragraphs, and its addresses to be followed. */
export function htmlOfLines(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map(paragraph => {
    const lines = paragraph.split('\n').map(line =>
      line
        .split(addresses)
        .map((part, at) => (at % 2 ? linkTo(part) : escapeHtml(part)))
        .join(''),
    )
    return `<p>${lines.join('<br>')}</p>`
  })
  return `<!DOCTYPE html><html><body>${paragraphs.join('')}</body></html>`
}

const addresses = /(https?:\/\/[^\s<>"()]*[^\s<>"().,;:!?])/

function linkTo(url: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`
}
