/**
 * An address without what only counts who came from where, and out of the address of a guard, a search engine or a
 * network that it was wrapped in. All else of it stays as it was written, letter by letter: what else stands behind
 * the question mark may open the door.
 */
export function plainAddress(address: string): string {
  if (!suspect.test(address)) return address
  return withoutCounting(unwrappedAddress(address))
}

/** The same for every address in a text. */
export function withPlainAddresses(text: string): string {
  return text.includes('://') && suspect.test(text) ? text.replace(inText, plainAddress) : text
}

/** The address that another one only leads on to; itself where it leads nowhere else. */
export function unwrappedAddress(address: string): string {
  let found = address
  for (let round = 0; round < 3 && wrapping.test(found); round++) {
    const inner = innerOf(found)
    if (!inner || !/^https?:\/\/[^\s/]/i.test(inner) || !URL.canParse(inner)) return found
    found = inner
  }
  return found
}

const wrapping =
  /safelinks\.protection\.outlook\.com|\/\/(?:www\.)?google\.[a-z.]{2,6}\/(?:url\?|amp\/s\/)|\/\/lm?\.(?:facebook|instagram)\.com|urldefense\.(?:com|proofpoint\.com)|youtube\.com\/redirect\?|linkedin\.com\/(?:redir|safety)|slack-redir\.net|deref-|vk\.com\/away|umblr\.com\/redirect|\/\/href\.li\/\?|cdn\.ampproject\.org/i

/** Looked for first: nearly no address has any of it. */
const suspect = new RegExp(
  `[?&](?:utm_|mtm_|pk_|hsa_|_hs|mc_|vero_|oly_|mkt_tok|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igsh|yclid|_g[al]=|si=|feature=|ab_channel=|aff=|trk|trackingid|ref_src|source=rss|tk=)|${wrapping.source}`,
  'i',
)

/** A sentence goes on behind it. */
const inText = /https?:\/\/[^\s<>"'’”)\]]*[^\s<>"'’”)\].,;:!?]/gi

function innerOf(address: string): string | null {
  const url = URL.parse(address)
  if (!url) return null
  const { hostname: host, pathname: path, searchParams: asked } = url
  if (/(?:^|\.)safelinks\.protection\.outlook\.com$/.test(host)) return asked.get('url')
  if (/^(?:www\.)?google\.[a-z.]+$/.test(host))
    return path === '/url' ? (asked.get('q') ?? asked.get('url')) : behind(address, '/amp/s/')
  if (/^lm?\.(?:facebook|instagram)\.com$/.test(host)) return asked.get('u')
  if (/(?:^|\.)urldefense\.(?:proofpoint\.)?com$/.test(host)) return defended(address, asked)
  if (/(?:^|\.)cdn\.ampproject\.org$/.test(host)) return behind(address, /\/[a-z]\/s\//.exec(path)?.[0])
  if (host === 'href.li') return url.search.slice(1)
  return asked.get('q') ?? asked.get('url') ?? asked.get('to') ?? asked.get('z') ?? asked.get('redirectUrl')
}

/** Proofpoint’s guard: the second kind writes `-3A` for `%3A` and `_` for `/`; the third lets most letters be. */
function defended(address: string, asked: URLSearchParams): string | null {
  const third = /\/v3\/__([^*]+?)__;/.exec(address)?.[1]
  if (third) return third
  const second = asked.get('u')?.replaceAll('-', '%').replaceAll('_', '/')
  try {
    return second && address.includes('/v2/') ? decodeURIComponent(second) : null
  } catch {
    return null
  }
}

function behind(address: string, sign: string | undefined): string | null {
  const at = sign ? address.indexOf(sign) : -1
  return sign && at >= 0 ? `https://${address.slice(at + sign.length)}` : null
}

/** Names that mean nothing else anywhere. */
const counting =
  /^(?:(?:utm|mtm|pk|hsa|vero|oly)_\w+|_hs\w+|mc_[ce]id|mkt_tok|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|igsh|yclid|_ga|_gl|ref_src)$/i

/** And what counts on some sites only. */
const countingAt: [RegExp, RegExp][] = [
  [/(?:^|[./])(?:youtube(?:-nocookie)?\.com|youtu\.be|spotify\.com)$/, /^(?:si|feature|ab_channel|pp)$/],
  [/(?:^|\.)eventbrite\.[a-z.]{2,6}$/, /^aff$/],
  [/(?:^|\.)linkedin\.com$/, /^(?:trk|trackingid|refid)$/i],
  [/(?:^|\.)medium\.com$/, /^source$/],
  // By this Zoom knows one person who registered: all others would come in under their name.
  [/(?:^|\.)zoom\.us$/, /^tk$/],
]

function withoutCounting(address: string): string {
  const start = address.indexOf('?')
  if (start < 0) return address
  const host = URL.parse(address)?.hostname ?? ''
  const own = countingAt.find(([site]) => site.test(host))?.[1]
  const end = address.indexOf('#', start)
  const query = address.slice(start + 1, end < 0 ? undefined : end)
  const asked = query.split('&')
  const kept = asked.filter(part => {
    const name = part.split('=', 1)[0]!
    return !counting.test(name) && !own?.test(name)
  })
  if (kept.length === asked.length) return address
  return `${address.slice(0, start)}${kept.length ? `?${kept.join('&')}` : ''}${end < 0 ? '' : address.slice(end)}`
}
