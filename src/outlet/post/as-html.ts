import { escapeHtml } from '../../domain/escape-html.ts'
import type { PostBlock, PostLine, Words } from './post-block.ts'
import { proseHtml } from './prose.ts'

/** Plain HTML without script or style, as the editors of blogs take it. */
export function asHtml(blocks: readonly PostBlock[], baseUrl: string): string {
  return withoutShortcodes(blocks.map(block => `${htmlOf(block, baseUrl)}\n`).join('\n'))
}

function htmlOf(block: PostBlock, baseUrl: string): string {
  if (block.form === 'heading') return `<h${block.level}>${inline(block.words)}</h${block.level}>`
  if (block.form === 'lines') return `<p>${block.lines.map(line).join('<br>\n')}</p>`
  if (block.form === 'prose') return proseHtml(block.text, baseUrl)
  const items = block.items.map(({ words, prose }) => {
    const more = prose.map(text => `\n${proseHtml(text, baseUrl)}`).join('')
    return `<li>${inline(words)}${more}</li>`
  })
  return `<ul>\n${items.join('\n')}\n</ul>`
}

function line({ label, words }: PostLine): string {
  return label === null ? inline(words) : `<strong>${escapeHtml(label)}:</strong> ${inline(words)}`
}

function inline(words: readonly Words[]): string {
  return words
    .map(({ text, url }) => (url ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>` : escapeHtml(text)))
    .join('')
}

/** Blogs take words in square brackets for commands (shortcodes of WordPress): written so, they are words. */
function withoutShortcodes(html: string): string {
  return html.replaceAll('[', '&#91;').replaceAll(']', '&#93;')
}
