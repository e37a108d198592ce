import type { Link } from '../entry.ts'
import { isSecretLink, withoutPasscodes } from '../secret-link.ts'

/**
 * Whether an address may be asked for by a program. Not what opens a meeting's door – somebody could be let in, or be
 * announced to a host who waits – and nothing that carries a passcode or a token: that is nobody's but the reader's.
 */
export function mayLook({ url, role, title, visibility }: LookedLink): boolean {
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol) || url.length > longest) return false
  if (address.username !== '' || address.password !== '') return false
  if (visibility === 'near-start') return false
  if (role !== undefined && isSecretLink({ role, url, title: title ?? null })) return false
  if (withoutPasscodes(`: ${url}`) !== `: ${url}` || tokens.test(address.search)) return false
  return !isMeeting(address) && !acts.test(address.pathname)
}

/** Of a link in a text only its address is known. */
export type LookedLink = Pick<Link, 'url'> & Partial<Pick<Link, 'role' | 'title' | 'visibility'>>

const longest = 2000

function isMeeting({ hostname, pathname }: URL): boolean {
  return meetings.some(([host, path]) => host.test(hostname) && path.test(pathname))
}

/** The doors of meetings; pages on which one registers or watches what was recorded are none. */
const meetings: [host: RegExp, path: RegExp][] = [
  [/(?:^|\.)zoom(?:gov)?\.(?:us|com|cn)$/, /^\/(?:j|s|w|my|wc|meeting\/(?!register))(?:\/|$)/],
  [/(?:^|\.)teams\.(?:microsoft|live)\.com$/, /^\/(?:l\/meetup-join|meet|dl|v2|_)(?:\/|$)/],
  [/^meet\.google\.com$|^g\.co$/, /./],
  [/(?:^|\.)webex\.com$/, /^\/(?:meet|join|m|webappng|.*\/j\.php)/],
  [
    /(?:^|\.)(?:gotomeeting|gotomeet|goto|joinme|whereby|bluejeans|ringcentral|chime|lifesizecloud|pexip)\./,
    /./,
  ],
  [/^(?:join\.skype\.com|meet\.jit\.si|8x8\.vc|meet\.[^/]+|bbb\d*\.[^/]+|jitsi\.[^/]+)$/, /./],
  [/./, /^\/(?:bigbluebutton\/|b\/[a-z0-9-]{8,}|rooms\/[a-z0-9-]{8,}\/join)/],
  [
    /^(?:hopin|app\.hopin|discord|discordapp)\.(?:com|to|gg)$|^discord\.gg$/,
    /^\/(?:events\/[^/]+\/(?:venue|reception)|invite\/|[A-Za-z0-9]+$)/,
  ],
]

/** What does something when it is asked for. */
const acts =
  /\/(?:unsubscribe|opt-?out|confirm|activate|verify|logout|sign-?out|delete|wp-login|rsvp\/(?:yes|no))(?:[/.]|$)/i
const tokens =
  /[?&](?:token|tk|access_?token|auth|signature|sig|key|apikey|secret|invite|code|otp|hash|jwt)=[^&]{6}/i
