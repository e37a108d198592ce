import type { PostBlock, PostLine, Words } from './post-block.ts'
import { proseMarkdown } from './prose.ts'

/** CommonMark without HTML. */
export function asMarkdown(blocks: readonly PostBlock[], baseUrl: string): string {
  return blocks.map(block => `${markdownOf(block, baseUrl)}\n`).join('\n')
}

function markdownOf(block: PostBlock, baseUrl: string): string {
  if (block.form === 'heading') return `${'#'.repeat(block.level)} ${inline(block.words)}`
  if (block.form === 'lines') return block.lines.map(line).join('  \n')
  if (block.form === 'prose') return proseMarkdown(block.text, baseUrl)
  const items = block.items.map(({ words, prose }) =>
    [`- ${inline(words)}`, ...prose.map(text => indented(proseMarkdown(text, baseUrl)))].join('\n\n'),
  )
  return items.join('\n')
}

function line({ label, words }: PostLine): string {
  return label === null ? inline(words) : `**${escaped(label)}:** ${inline(words)}`
}

function inline(words: readonly Words[]): string {
  return words.map(({ text, url }) => (url ? linked(text, url) : escaped(text))).join('')
}

function linked(text: string, url: string): string {
  const address = url.replace(/[\s<>()\\]/g, character => encodeURIComponent(character).replace(/[()]/g, hex))
  return text === url ? `<${address}>` : `[${escaped(text)}](${address})`
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** What would mean something in Markdown; a line that begins like a list or a heading as well. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<>|~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(\s*)([-+#>](?=\s)|\d{1,9}[.)](?=\s))/, '$1\\$2')
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
