import { unwrappedAddress } from './plain-address.ts'
import { remembering } from './remembering.ts'

/**
 * What an address leads to, whichever way it is written: two with the same key are the same page, meeting or film.
 * Scheme, `www.`, an end slash, the order of what is asked for and the words that only count visits do not matter.
 */
export const addressKey = remembering(keyOf)

/** Whether an address leads to one thing and not to the front door of a whole site. */
export function isDeep(address: string): boolean {
  if (/^https?:\/\/(?:[\w-]+\.)?(?:webex\.com\/(?:meet|join)\/[\w.-]+$|zoom\.us\/my\/)/.test(address))
    return false
  // `zoom:123…`, not `forum.example:8080`.
  return /^[a-z-]+:|^[^/]*[/?].+/.test(addressKey(address))
}

function keyOf(address: string): string {
  const url = URL.parse(unwrappedAddress(address))
  if (!url || !/^(?:https?|zoommtg|msteams):$/.test(url.protocol)) return address
  const host = url.hostname.replace(/^(?:www|m|mobile|amp)\./, '').replace(/^fb\.com$/, 'facebook.com')
  const path = decoded(url.pathname)
  const named = nameOf(host, path, url.searchParams)
  if (named) return named
  const asked = [...url.searchParams]
    .filter(([name]) => !counting.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  const route = /^#!?\//.test(url.hash) ? url.hash : ''
  const trimmed = path
    .replace(/\/(?:index\.(?:html?|php))?$/, '')
    .replace(/(?<=\/.+)\/(?:register|registration|rsvp|sign-?up|success|viewform|amp)$/i, '')
  return `${host}${port(url)}${trimmed}${asked.length ? `?${asked.join('&')}` : ''}${route}`
}

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
    return name('teams', /^\/(?:l\/meetup-join|meet)\/([^/?]+)/.exec(path)?.[1]?.toLowerCase())
  return null
}

function name(site: string, number: string | null | undefined): string | null {
  return number ? `${site}:${number}` : null
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
