/** Plain text as the HTML that Outlook shows in place of it: its paragraphs, and its addresses to be followed. */
export function htmlOfLines(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map(paragraph => {
    const lines = paragraph.split('\n').map(line =>
      line
        .split(addresses)
        .map((part, at) => (at % 2 ? linkTo(part) : escaped(part)))
        .join(''),
    )
    return `<p>${lines.join('<br>')}</p>`
  })
  return `<!DOCTYPE html><html><body>${paragraphs.join('')}</body></html>`
}

const addresses = /(https?:\/\/[^\s<>"()]*[^\s<>"().,;:!?])/

function linkTo(url: string): string {
  return `<a href="${escaped(url)}">${escaped(url)}</a>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
