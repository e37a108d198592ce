import sanitizeHtml from 'sanitize-html'

/**
 * HTML of the house as it may stand elsewhere: what it leads to and shows is told with its whole address, of which there is
 * one each; what is for the page alone is left out.
 *
 * @param html it can do no harm already
 * @param at the address of the page it is from
 */
export function absolute(html: string, at: string): string {
  if (!/<(?:a|img)\b/.test(html)) return html
  return sanitizeHtml(html, {
    allowedTags: false,
    // It was made safe before: here nothing but addresses changes.
    allowVulnerableTags: true,
    allowedAttributes: false,
    transformTags: {
      a: (tagName, { href, ...rest }) => ({
        tagName,
        attribs: { ...(href !== undefined && addressed('href', href, at)), ...rest },
      }),
      img: (tagName, { src, srcset: _, sizes: __, loading: ___, ...rest }) => ({
        tagName,
        attribs: { ...(src !== undefined && addressed('src', src, at)), ...rest },
      }),
    },
  })
}

/** What cannot be an address is none. */
function addressed(name: string, told: string, at: string): Record<string, string> {
  const url = URL.parse(told, at)
  return url ? { [name]: url.href } : {}
}
