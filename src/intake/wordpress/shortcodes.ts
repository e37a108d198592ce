import { escapeHtml } from '../../domain/escape-html.ts'
import { builtBy, isLayout } from './builder-codes.ts'

/** What a text is resolved with. */
export type ShortcodeWorld = {
  /** Pictures by their ids, or (null) all that hang on the post itself. */
  pictures: (ids: string[] | null) => { url: string; alt: string }[]
  /** Told what nothing was made of. */
  onDropped: (name: string) => void
}

/**
 * WordPress' short codes as HTML: what plays somewhere else becomes a link, galleries and captions become pictures,
 * and of every other one its content is kept. Words in brackets that are no short code stay.
 */
export function resolveShortcodes(text: string, world: ShortcodeWorld): string {
  if (!text.includes('[')) return text
  let opened = text.slice(0, longest)
  // Inner ones first; a few rounds, because columns hold rows hold columns.
  for (let round = 0; round < 6; round++) {
    const before = opened
    opened = opened.replace(enclosing, (whole, escaped, name, rest, inner) =>
      escaped ? whole : enclosed(name, rest, inner, world),
    )
    if (opened === before) break
  }
  opened = opened.replace(single, (whole, escaped, name, rest) => {
    if (escaped) return whole
    return alone(name, rest, whole, world)
  })
  return opened.replace(/\[\[(\/?[a-z][\w-]*[^[\]]*)\]\]/gi, '[$1]') + text.slice(longest)
}

const longest = 1_000_000
const enclosing =
  /(\[?)\[([a-z][\w-]{0,40})((?:\s[^[\]<>]{0,2000})?)\]((?:(?!\[\/?\2\b)[\s\S]){0,200000}?)\[\/\2\]/gi
const single = /(\[?)\[\/?([a-z][\w-]{0,40})((?:[\s=][^[\]]{0,2000})?)\/?\](?!\()/gi

/** These play what lies at an address. */
const players =
  /^(?:embed|video|audio|youtube|vimeo|dailymotion|ted|soundcloud|slideshare|tweet|twitter|facebook|instagram|spotify|wpvideo|googlemaps|googlevideo|flickr|scribd|archiveorg|bandcamp|mixcloud|kickstarter|iframe|gist|tiktok|vine|playlist)$/i
/** What has no end mark and yet is no word in brackets. */
const known =
  /^(?:gallery|caption|wp_caption|contact-form\w*|contact-field|polldaddy|poll|subscribe\w*|tribe_\w+|events?_list\w*|sitemap|archives|recent\w*|display-posts|more|toc|vc_\w+|et_pb_\w+|fusion_\w+|su_\w+|av_\w+|tagline|jetpack\w*|googleapps|ninja_\w+|gravityform|wpforms|mc4wp\w*|products?|add_to_cart|portfolio|testimonials|rev_slider|nggallery|slideshow|column\w*|one_\w+|two_\w+|row|button|tabs?|accordion|toggle|divider|spacer|clear|powerpress\w*|podcast\w*)$/i

function enclosed(name: string, rest: string, inner: string, world: ShortcodeWorld): string {
  if (/^(?:wp_)?caption$/i.test(name)) return captioned(rest, inner)
  if (/^(?:code|sourcecode|pre|plain)$/i.test(name))
    return `<pre><code>${inner.replaceAll('[', '&#91;').replaceAll('<br />', '')}</code></pre>`
  if (/^(?:quote|blockquote|pullquote)$/i.test(name)) return `<blockquote>${inner}</blockquote>`
  if (players.test(name))
    return linked(addressIn(`${inner} ${rest}`) ?? knownAddress(name, inner || rest), inner)
  if (/^gallery$/i.test(name)) return gallery(rest, world) + inner
  const built = builtBy(name, rest, inner)
  if (built === '' && !isLayout(name)) world.onDropped(name.toLowerCase())
  return /^vc_raw_(?:html|js)$/i.test(name) ? built : built + inner
}

function alone(name: string, rest: string, whole: string, world: ShortcodeWorld): string {
  if (/^gallery$/i.test(name)) return gallery(rest, world)
  if (players.test(name)) {
    const address = addressIn(rest) ?? knownAddress(name, rest)
    if (address) return linked(address, '')
  }
  const hasValues = /[\w-]+\s*=\s*["'“”&]/.test(rest)
  if (!hasValues && !known.test(name) && !players.test(name)) return whole
  const built = builtBy(name, rest, '')
  if (built === '' && !isLayout(name)) world.onDropped(name.toLowerCase())
  return built
}

function captioned(rest: string, inner: string): string {
  const told = toldValue(rest, 'caption')
  const picture = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0] ?? ''
  const words = told ?? inner.replace(picture, '').trim()
  return `\n\n<figure>${picture}${words ? `<figcaption>${words}</figcaption>` : ''}</figure>\n\n`
}

function gallery(rest: string, { pictures }: ShortcodeWorld): string {
  const ids = toldValue(rest, 'ids') ?? toldValue(rest, 'include')
  const found = pictures(
    ids === null
      ? null
      : ids
          .split(/[\s,]+/)
          .filter(Boolean)
          .slice(0, 200),
  )
  return found
    .map(({ url, alt }) => `\n\n<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}"></figure>`)
    .join('')
    .concat('\n\n')
}

function linked(address: string | null, words: string): string {
  if (!address) return words
  return `\n\n<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>\n\n`
}

function addressIn(words: string): string | null {
  return /https?:\/\/[^\s"'“”\]<>]+/i.exec(words.replaceAll('&amp;', '&'))?.[0] ?? null
}

function knownAddress(name: string, rest: string): string | null {
  const id = /(?:\b(?:id|v)\s*=\s*)?["']?([\w-]{5,40})["']?/.exec(rest.replace(/^[\s=]+/, ''))?.[1]
  if (!id) return null
  if (/^youtube$/i.test(name)) return `https://www.youtube.com/watch?v=${id}`
  if (/^vimeo$/i.test(name)) return `https://vimeo.com/${id}`
  if (/^dailymotion$/i.test(name)) return `https://www.dailymotion.com/video/${id}`
  if (/^ted$/i.test(name)) return `https://www.ted.com/talks/view/id/${id}`
  if (/^(?:tweet|twitter)$/i.test(name)) return `https://twitter.com/i/status/${id}`
  if (/^gist$/i.test(name)) return `https://gist.github.com/${id}`
  return null
}

function toldValue(rest: string, name: string): string | null {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'\\]]+))`, 'i').exec(rest)
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null
}
