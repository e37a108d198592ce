import { unwrappedAddress } from './plain-address.ts'

/**
 * What an address leads to, whichever way it is written: two with the same key are the same page, meeting or film.
 * Scheme, `www.`, an end slash, the order of what is asked for and the words that only count visits do not matter.
 */
export function addressKey(address: string): string {
  const known = keys.get(address)
  if (known !== undefined) return known
  const key = keyOf(address)
  if (keys.size >= 20_000) keys.clear()
  if (address.length < 500) keys.set(address, key)
  return key
}

/** Whether an address leads to one thing and not to the front door of a whole site. */
export function isDeep(address: string): boolean {
  if (/^https?:\/\/(?:[\w-]+\.)?(?:webex\.com\/(?:meet|join)\/[\w.-]+$|zoom\.us\/my\/)/.test(address))
    return false
  // `zoom:123…`, not `forum.example:8080`.
  return /^[a-z-]+:|^[^/]*[/?].+/.test(addressKey(address))
}

const keys = new Map<string, string>()

function keyOf(address: string): string {
  const url = URL.parse(unwrappedAddress(address))
  if (!url || !/^(?:https?|zoommtg|msteams):$/.test(url.protocol)) return address
  const host = url.hostname.replace(/^(?:www|m|mobile|amp)\./, '').replace(/^fb\.com$/, 'facebook.com')
  const path = decoded(url.pathname)
  const named = nameOf(host, path, url.searchParams)
  if (named) return named
  const asked = (isFile.test(path) ? [] : [...url.searchParams])
    .filter(([name]) => !counting.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  const route = /^#!?\//.test(url.hash) ? url.hash : ''
  const trimmed = path
    .replace(/\/(?:index\.(?:html?|php))?$/, '')
    .replace(/\/amp(?:\/story)?(?=\/)/, '')
    .replace(/(?<=\/.+)\/(?:register|registration|rsvp|sign-?up|success|viewform|amp)$/i, '')
  return `${host}${port(url)}${trimmed}${asked.length ? `?${asked.join('&')}` : ''}${route}`
}

/** What is asked for beside a file only counts or breaks caches. */
const isFile = /\.(?:pdf|docx?|odt|pptx?|odp|xlsx?|ods|epub|zip|jpe?g|png|webp|gif|mp[34])$/i

/** Written by mailings and networks to count who came from where. */
const counting =
  /^(?:utm_|mc_|pk_|spm_|mtm_|hsa_|vero_|_hs|oly_)|^(?:fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|igsh|yclid|mkt_tok|si|feature|ref_src|ref_url|spm|aff|trk|trackingid|sharetype|share|source|campaign|authuser|hs|ab_channel|eventorigin|ref|_ga|_gl|usp|tk|acontext|ti)$/i

/** Meetings and films have numbers of their own, and addresses of many shapes. */
function nameOf(host: string, path: string, asked: URLSearchParams): string | null {
  if (host === 'youtu.be') return name('youtube', /^\/([\w-]{11})/.exec(path)?.[1])
  if (/(?:^|\.)youtube(?:-nocookie)?\.com$/.test(host))
    return name('youtube', asked.get('v') ?? /^\/(?:embed|live|v|shorts)\/([\w-]{11})/.exec(path)?.[1])
  if (/(?:^|\.)vimeo\.com$/.test(host))
    return name('vimeo', /^\/(?:video\/|event\/|channels\/[^/]+\/)?(\d{5,})/.exec(path)?.[1])
  if (/(?:^|\.)zoom\.(?:us|com)$/.test(host))
    return name(
      'zoom',
      /^\/(?:j|w|s|wc|wc\/join|webinar\/register|meeting\/register)\/([\w-]{9,})/.exec(path)?.[1],
    )
  if (/(?:^|\.)eventbrite\.[a-z.]{2,6}$/.test(host))
    return name('eventbrite', /^\/e\/(?:[^/]*-)?(\d{9,})/.exec(path)?.[1])
  if (/(?:^|\.)facebook\.com$/.test(host) && /^\/watch(?:\/live)?\/?$|\/videos\//.test(path))
    return name('facebook-video', asked.get('v') ?? /\/videos\/(?:[^/]+\/)?(\d{6,})/.exec(path)?.[1])
  if (/(?:^|\.)linkedin\.com$/.test(host))
    return name('linkedin-event', /^\/events\/(?:[^/]*?)(\d{9,})/.exec(path)?.[1])
  if (/(?:^|\.)facebook\.com$/.test(host))
    return name('facebook-event', /^\/events\/(?:[^/]+\/)*?(\d{9,})/.exec(path)?.[1])
  if (/(?:^|\.)meetup\.com$/.test(host)) return name('meetup', /\/events\/(\d{6,})/.exec(path)?.[1])
  if (/(?:^|\.)teams\.(?:microsoft|live)\.com$/.test(host))
    return name('teams', escaped(/^\/(?:l\/meetup-join|meet)\/([^/?]+)/.exec(path)?.[1])?.toLowerCase())
  for (const [site, its, number] of numbered)
    if (its.test(host) && number.test(path)) return name(site, number.exec(path)?.[1])
  return null
}

/** Sites that give each thing a number, wherever it stands. */
const numbered: readonly [name: string, host: RegExp, number: RegExp][] = [
  ['peatix', /(?:^|\.)peatix\.com$/, /^\/(?:[a-z]{2}\/)?event\/(\d{5,})/],
  ['sympla', /(?:^|\.)sympla\.com\.br$/, /^\/.*?(?:__|\/)(\d{6,})/],
  ['instagram', /(?:^|\.)instagram\.com$/, /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/([\w-]{6,})/],
  ['tweet', /^(?:twitter|x)\.com$/, /\/status(?:es)?\/(\d{8,})/],
  ['un-web-tv', /^(?:webtv|media)\.un\.org$/, /^\/(?:[a-z]{2}\/)?asset\/(?:\w+\/)?(\w{6,})$/],
  ['google-form', /^docs\.google\.com$/, /^\/forms\/(?:u\/\d\/)?d\/(?:e\/)?([\w-]{10,})/],
  ['google-doc', /^docs\.google\.com$/, /^\/\w+\/(?:u\/\d\/)?d\/(?:e\/)?([\w-]{10,})/],
  ['luma', /^(?:lu\.ma|luma\.com)$/, /^\/([\w-]{4,})$/],
  ['crowdcast', /(?:^|\.)crowdcast\.io$/, /^\/(?:e|c)\/([\w-]{3,})/],
  ['hopin', /(?:^|\.)hopin\.(?:com|to)$/, /^\/events\/([\w-]{4,})/],
]

function name(site: string, number: string | null | undefined): string | null {
  return number ? `${site}:${number}` : null
}

/** A meeting has `19:…@thread.v2` in its address, or each of its signs escaped. */
function escaped(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part)
  } catch {
    return part
  }
}

function port({ port: told }: URL): string {
  return told ? `:${told}` : ''
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
