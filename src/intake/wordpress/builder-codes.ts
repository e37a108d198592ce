import { escapeHtml } from '../../domain/escape-html.ts'

/**
 * What page builders (WPBakery, Divi, Avada, Enfold …) keep in the values of a short code instead of in its content:
 * headings, buttons with where they lead, films, HTML. Empty where there is nothing of that.
 */
export function builtBy(name: string, values: string, inner: string): string {
  if (/^vc_raw_html$/i.test(name)) return rawHtml(inner)
  const address = addressIn(values)
  const words = told(values, ['button_text', 'text', 'heading', 'title', 'label', 'name']) ?? ''
  if (/button|btn|cta|call_?to_?action|promo/i.test(name) && address)
    return `\n\n<p><a href="${escapeHtml(address)}">${escapeHtml(words || address)}</a></p>\n\n`
  const plays = /video|audio|sound|youtube|vimeo/i.test(name) ? address : null
  const film = plays ? `\n\n<p><a href="${escapeHtml(plays)}">${escapeHtml(plays)}</a></p>\n\n` : ''
  const isHeading =
    /heading|title|blurb|toggle|accordion|tabs?$|_tab_|tta_section|slide|pricing|member|cta/i.test(name)
  return (isHeading && words ? `\n\n<h3>${escapeHtml(words)}</h3>\n\n` : '') + film
}

/** Of which only the content counts: rows, columns, boxes of text. */
export function isLayout(name: string): boolean {
  return /(?:^|_)(?:row|column|section|col|inner|text|text_block|container|wrapper|group|block|fullwidth|specialty)(?:_inner|_text)?$/i.test(
    name,
  )
}

function rawHtml(inner: string): string {
  try {
    return decodeURIComponent(Buffer.from(inner.trim(), 'base64').toString('utf8'))
  } catch {
    return ''
  }
}

/** `url:https%3A%2F%2F…|title:…` as WPBakery keeps it, or an address as it is. */
function addressIn(values: string): string | null {
  const words = told(values, [
    'button_url',
    'link',
    'url',
    'href',
    'src',
    'mp4',
    'video_url',
    'link_url',
    'id',
  ])
  const packed = /(?:^|\|)url:([^|]+)/.exec(words ?? '')?.[1]
  try {
    // Enfold says before it how it was chosen: `manually,https://…`
    const address = (packed ? decodeURIComponent(packed) : words)?.trim().replace(/^\w+,(?=https?:)/, '')
    return address && /^https?:\/\/[^\s"'<>]+$/i.test(address) ? address : null
  } catch {
    return null
  }
}

function told(values: string, names: string[]): string | null {
  for (const name of names) {
    const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|[“”]([^”]*)”)`, 'i').exec(
      values,
    )
    const words = (match?.[1] ?? match?.[2] ?? match?.[3])?.replaceAll('&amp;', '&').trim()
    if (words) return words
  }
  return null
}
