/** Org-mode text → Markdown: headlines, links, keywords, emphasis, drawers. Lists and tables are alike in both. */
export function markdownOfOrg(text: string): string {
  let inBlock = false
  const lines = text.split('\n').map(line => {
    if (/^\s*#\+begin_(?:src|example)/i.test(line)) {
      inBlock = true
      return '```'
    }
    if (/^\s*#\+end_(?:src|example)/i.test(line)) {
      inBlock = false
      return '```'
    }
    return inBlock ? line : lineOf(line)
  })
  return lines.join('\n')
}

/** Whether a text is Org rather than Markdown. */
export function isOrg(text: string): boolean {
  if (/^#\+(?:title|author|date|filetags|options|begin_\w+):?\s/im.test(text)) return true
  return (
    (text.match(/\[\[(?:https?|file|mailto):[^\]\n]{1,2000}\](?:\[[^\n]{1,500}?\])?\]/g)?.length ?? 0) >= 2
  )
}

function lineOf(line: string): string {
  if (/^\s*(?:#\+\w+|:[A-Z_]+:)/i.test(line)) return ''
  if (/^\s*#(?:\s|$)/.test(line)) return ''
  const headline =
    /^(\*{1,6})\s+(?:(?:TODO|DONE|NEXT|CANCELL?ED|WAITING)\s+)?(.*?)(?:\s+:[\w@:]+:)?\s*$/.exec(line)
  const cancelled = /^\*+\s+CANCELL?ED\s/.test(line)
  const rest = headline ? headline[2]! : line
  const inner = rest
    .replace(/\[\[([^\]\n]{1,2000})\]\[((?:[^\]\n]|\](?!\])){1,500}\]?)\]\]/g, '[$2]($1)')
    .replace(/\[\[((?:https?|mailto):[^\]\n]{1,2000})\]\]/g, '<$1>')
    .replace(/(^|[\s(])\*(\S[^*\n]{0,300}\S|\S)\*(?=$|[\s.,;:!?)])/g, '$1**$2**')
    .replace(/(^|[\s(])\+(\S[^+\n]{0,300}\S)\+(?=$|[\s.,;:!?)])/g, '$1~~$2~~')
    .replace(
      /<(\d{4}-\d{2}-\d{2})\s+\p{L}{2,4}\.?(?:\s+(\d{1,2}:\d{2}(?:-\d{1,2}:\d{2})?))?[^>\n]{0,20}>/gu,
      '$1 $2',
    )
  if (!headline) return inner
  return `${'#'.repeat(headline[1]!.length)} ${cancelled ? `~~${inner}~~` : inner}`
}
