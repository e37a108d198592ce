import { addressKey, isDeep } from '../address-key.ts'
import { likenessOf } from '../identity/titles/likeness.ts'
import { titleWords } from '../identity/titles/title-words.ts'
import { isParkingHost } from './parking-hosts.ts'
import type { PagePrint, Seen } from './seen.ts'
import type { Verdict } from './verdict.ts'

/**
 * What was known of a link before: how the page looked when it was last fine, and how those who link to it call it.
 */
export type KnownOfLink = { url: string; print: PagePrint | null; titles: readonly string[] }

/** What one look at a link says. It concludes nothing from what can have many reasons: that is `unclear`. */
export function judgeLook(seen: Seen, known: KnownOfLink): Verdict {
  return seen.kind === 'failure' ? ofFailure(seen) : (ofStatus(seen) ?? ofArrival(seen, known))
}

type Failure = Extract<Seen, { kind: 'failure' }>
type Answer = Extract<Seen, { kind: 'answer' }>

function ofFailure({ code, status }: Failure): Verdict {
  const more = status === undefined ? {} : { status }
  switch (code) {
    case 'host-unknown':
      return { kind: 'gone', why: 'no-host' }
    case 'bad-certificate':
      return { kind: 'certificate', why: 'certificate' }
    case 'server-error':
    case 'unreachable':
    case 'slow':
    case 'broken':
      return { kind: 'down', why: code, ...more }
    case 'redirect-loop':
      return { kind: 'unclear', why: 'loop' }
    case 'robots':
      return { kind: 'unclear', why: 'robots' }
    case 'busy':
    case 'wait':
      return { kind: 'unclear', why: 'busy', ...more }
    default:
      return { kind: 'unclear', why: 'odd', ...more }
  }
}

/** Null where the server gave what was asked for. */
function ofStatus({ status, isChallenged, print }: Answer): Verdict | null {
  if ((status >= 200 && status < 300) || status === 304) return null
  const more = { status }
  if (status === 404) return { kind: 'gone', why: 'not-found', ...more }
  if (status === 410 || status === 451) return { kind: 'gone', why: 'taken-away', ...more }
  if (status === 402) return { kind: 'fine', why: 'paywall', ...more }
  if (status === 401 || status === 407) return { kind: 'fine', why: 'log-in', ...more }
  if (status === 403) {
    if (!isChallenged && print?.marks.includes('paywall')) return { kind: 'fine', why: 'paywall', ...more }
    if (!isChallenged && print?.marks.includes('log-in')) return { kind: 'fine', why: 'log-in', ...more }
    return { kind: 'unclear', why: 'refused', ...more }
  }
  if (status === 429) return { kind: 'unclear', why: 'busy', ...more }
  if (status >= 500) return { kind: 'down', why: 'server-error', ...more }
  return { kind: 'unclear', why: 'odd', ...more }
}

function ofArrival(answer: Answer, known: KnownOfLink): Verdict {
  const { print, url, isChallenged, isForAnything } = answer
  const [from, to] = [URL.parse(known.url), URL.parse(url)]
  if (!from || !to) return { kind: 'unclear', why: 'odd' }
  const isSame = addressKey(known.url) === addressKey(url)
  if (isParkingHost(to.hostname) && !isParkingHost(from.hostname))
    return { kind: 'changed-hands', why: 'parked', to: url }
  // Whoever wants to know whether a person asks has not told anything of the page.
  if (isChallenged) return { kind: 'unclear', why: 'refused' }
  if (!isSame && logInPath.test(to.pathname) && !logInPath.test(from.pathname))
    return { kind: 'fine', why: 'log-in' }
  const told = print && ofPrint(print, known)
  if (told) return told
  if (isForAnything && isDeep(known.url) && (print?.length ?? 0) >= fewWords)
    return { kind: 'gone', why: 'for-anything' }
  if (isSame || isShortener(from.hostname)) return { kind: 'fine', why: 'answers' }
  if (isDeep(known.url) && !isDeep(url) && !isLanguageOnly(from))
    return { kind: 'gone', why: 'to-front', to: url }
  if (from.hostname === to.hostname && isParent(to.pathname, from.pathname) && !isAlike(answer, known))
    return { kind: 'gone', why: 'to-parent', to: url }
  // A step that is only for now says nothing about where the thing lives.
  if (!answer.hops.every(({ status }) => status === 301 || status === 308))
    return { kind: 'fine', why: 'answers' }
  return isPathKept(from, to) || isAlike(answer, known)
    ? { kind: 'moved', why: 'moved', to: url }
    : { kind: 'elsewhere', why: 'elsewhere', to: url }
}

/** What the page itself says; null where it says nothing of the kind. */
function ofPrint(print: PagePrint, { print: before }: KnownOfLink): Verdict | null {
  const has = (mark: PagePrint['marks'][number]) =>
    print.marks.includes(mark) && !before?.marks.includes(mark)
  if (has('parked')) return { kind: 'changed-hands', why: 'parked' }
  if (has('for-sale')) return { kind: 'changed-hands', why: 'for-sale' }
  if (has('spam') && !(before && overlapOf(before, print) >= 0.3))
    return { kind: 'changed-hands', why: 'spam' }
  if (has('not-found')) return { kind: 'gone', why: 'not-found-words' }
  return before && isOtherSite(before, print) ? { kind: 'changed-hands', why: 'other-site' } : null
}

/**
 * Whether somebody else speaks here: the words, the title and either the language or the name of the site are others.
 * A page that was rewritten keeps some of them.
 */
function isOtherSite(before: PagePrint, print: PagePrint): boolean {
  if (before.words.length < 12 || print.words.length < 12) return false
  if (overlapOf(before, print) > 0.05 || !before.title || !print.title) return false
  if (alike(before.title, print.title) > 0.2) return false
  const isNamedOtherwise =
    before.siteName !== null && print.siteName !== null && alike(before.siteName, print.siteName) < 0.3
  const isInOther = before.language !== null && print.language !== null && before.language !== print.language
  // A site that speaks several languages may have chosen another one: its name tells.
  return isNamedOtherwise || (isInOther && before.siteName === null && print.siteName === null)
}

/** Which part of the words of the smaller one are in both, 0…1. */
function overlapOf(a: PagePrint, b: PagePrint): number {
  const words = new Set(a.words)
  const least = Math.min(a.words.length, b.words.length)
  return least === 0 ? 0 : b.words.filter(word => words.has(word)).length / least
}

function isAlike({ print }: Answer, { print: before, titles }: KnownOfLink): boolean {
  if (!print?.title) return false
  const known = [before?.title ?? null, ...titles].filter(title => title !== null)
  return known.some(title => alike(title, print.title!) >= 0.6)
}

function alike(one: string, other: string): number {
  return likenessOf(titleWords(one.slice(0, 300), []), titleWords(other.slice(0, 300), [])).short
}

/** The same path on another host, or below another folder: a site that moved as a whole. */
function isPathKept(from: URL, to: URL): boolean {
  const [own, other] = [plain(from.pathname), plain(to.pathname)]
  if (own === '') return other === '' && from.hostname !== to.hostname
  const last = own.split('/').at(-1)!
  if (own === other) return from.search === to.search || to.search === '' || from.search === ''
  return last.length >= 8 && /[a-z].*[-_]|\d{4}/i.test(last) && other.split('/').at(-1) === last
}

function plain(path: string): string {
  return path
    .replace(/\/(?:index\.\w{3,5})?$/, '')
    .replace(/\.(?:html?|php|aspx?|jsp)$/i, '')
    .replace(/^\/(?:[a-z]{2}(?:-[a-z]{2})?)(?=\/|$)/i, '')
    .replace(/^\//, '')
    .toLowerCase()
}

function isParent(path: string, of: string): boolean {
  const [up, own] = [plain(path), plain(of)]
  return up !== '' && own.startsWith(`${up}/`)
}

function isLanguageOnly({ pathname, search }: URL): boolean {
  return search === '' && plain(pathname) === ''
}

function isShortener(host: string): boolean {
  return /^(?:bit\.ly|t\.co|tinyurl\.com|ow\.ly|goo\.gl|lnkd\.in|buff\.ly|is\.gd|t\.ly|rb\.gy|cutt\.ly|shorturl\.at|fb\.me|youtu\.be|wp\.me|dlvr\.it|trib\.al|eepurl\.com|forms\.gle|aka\.ms|doi\.org|dx\.doi\.org|hdl\.handle\.net|undocs\.org|purl\.org|w3id\.org)$/i.test(
    host.replace(/^www\./, ''),
  )
}

const logInPath =
  /\/(?:log-?in|sign-?in|servicelogin|wp-login|sso|oauth2?|authwall|checkpoint|accounts?\/login)(?:[/.]|$)/i
/** In characters: a page with fewer shows itself by script, and looks the same for every address. */
const fewWords = 400
