import { parseAccept } from 'hono/utils/accept'
import { parse as parseCookies } from 'hono/utils/cookie'
import type { Rehearsal } from '../../domain/rehearsal.ts'
import { readWaking, tellWaking, type Waking } from '../../domain/waking.ts'
import { canonicalZone } from '../../time/zones.ts'
import { viewOf } from '../paths.ts'
import { firstLanguage, type Key, type Language, languageOf, languages, type Values } from '../words.ts'

/** What a request says of the one who reads: everything a page depends on beside the programme. */
export type Reader = {
  language: Language
  /** The language with the habits of the reader's country: `en-US` has other clocks than `en-GB`. */
  locale: string
  /** Null: nobody chose one. Pages are in the edition's home zone then, and a script puts the reader's in. */
  zone: string | null
  /** A second zone, whose times stand beside those of the first; only the address tells it, so that it can be shared. */
  beside: string | null
  /** When the reader is awake; null: they chose nothing. */
  waking: Waking | null
  /** The moment the page shows. */
  at: number
  /** The moment was asked for with `?at=`: it is not now. */
  moved: boolean
  /** What was asked for in the address and has to stay in the links of the page. */
  kept: string
  notices: { key: Key; values: Values }[]
  /** The clock of the site is that of a rehearsal. */
  rehearsal?: Rehearsal | null
}

/** The part of a request that a reader is read from. */
export type Asked = {
  query: URLSearchParams | null
  cookie: string | undefined
  acceptLanguage: string | undefined
}

/** What cannot be understood is answered with the default, and a notice says so. */
export function readReader(asked: Asked, now: number): Reader {
  const cookies = asked.cookie ? parseCookies(asked.cookie) : {}
  // As `cookieName` names them: on https what no other host can have set goes first.
  const chose = (name: string) => cookies[`__Host-${name}`] ?? cookies[name]
  const notices: Reader['notices'] = []
  const kept = new URLSearchParams()
  const told = (name: string) => asked.query?.get(name)?.trim() || null

  const toldZone = told('zone')
  let zone = canonicalZone(toldZone?.replace(' ', '+') ?? chose('zone') ?? '')
  if (toldZone && zone) kept.set('zone', zone)
  if (toldZone && !zone) {
    notices.push({ key: 'notice.zone', values: { told: cut(toldZone) } })
    zone = canonicalZone(chose('zone') ?? '')
  }

  const toldBeside = told('beside')
  const beside = toldBeside === null ? null : canonicalZone(toldBeside.replace(' ', '+'))
  if (beside) kept.set('beside', beside)
  else if (toldBeside) notices.push({ key: 'notice.beside', values: { told: cut(toldBeside) } })

  const toldWaking = told('awake')
  const waking = readWaking(toldWaking ?? '') ?? readWaking(chose('awake') ?? '')
  if (toldWaking && readWaking(toldWaking)) kept.set('awake', tellWaking(waking!))
  else if (toldWaking) notices.push({ key: 'notice.awake', values: { told: cut(toldWaking) } })

  const toldView = told('view')
  if (toldView && !viewOf(toldView)) notices.push({ key: 'notice.view', values: { told: cut(toldView) } })

  const toldLanguage = told('lang')
  const known = toldLanguage === null ? null : languageOf(toldLanguage.slice(0, 40))
  if (known) kept.set('lang', known)
  else if (toldLanguage) notices.push({ key: 'notice.language', values: { told: cut(toldLanguage) } })
  const chosen = known ?? languageOf(chose('lang')?.slice(0, 40) ?? '')
  const { language, locale } = localeOf(asked.acceptLanguage ?? '', chosen)

  const toldAt = told('at')
  const at = toldAt === null ? null : momentOf(toldAt)
  if (toldAt !== null && at === null) notices.push({ key: 'notice.moment', values: { told: cut(toldAt) } })
  if (at !== null) kept.set('at', toldAt!)

  return {
    language,
    locale,
    zone,
    beside,
    waking,
    at: at ?? now,
    moved: at !== null,
    kept: kept.toString(),
    notices,
  }
}

/**
 * `2020-12-18T13:00Z`, with an offset or a zone in brackets, or seconds since 1970 (what a slider sends). Null for what
 * is no moment, and for one so far away that the days around it cannot be reckoned.
 */
export function momentOf(told: string): number | null {
  const moment = instantOf(told)
  return moment !== null && Math.abs(moment) <= farthestMs ? moment : null
}

/** Eight thousand years. */
const farthestMs = 8000 * 365 * 86_400_000

function instantOf(told: string): number | null {
  if (/^-?\d{1,11}$/.test(told)) return Number(told) * 1000
  try {
    // A plus sign in an address arrives as a space.
    return Temporal.Instant.from(told.replace(' ', '+')).epochMilliseconds
  } catch {
    return null
  }
}

const locales = new Map<string, { language: Language; locale: string }>()

/** The first language of `Accept-Language` that there is a catalogue for, unless one was chosen. */
function localeOf(header: string, chosen: Language | null): { language: Language; locale: string } {
  const key = `${chosen ?? ''} ${header}`
  let known = locales.get(key)
  if (!known) {
    known = negotiate(header.slice(0, 500), chosen)
    if (locales.size >= 1000) locales.clear()
    if (key.length < 200) locales.set(key, known)
  }
  return known
}

function negotiate(header: string, chosen: Language | null): { language: Language; locale: string } {
  const wanted = parseAccept(header).sort((a, b) => b.q - a.q)
  for (const { type, q } of wanted) {
    const tag = type.replaceAll('_', '-')
    const language = q > 0 ? languageOf(tag) : null
    if (!language || (chosen && language !== chosen)) continue
    return { language, locale: localeOfCountry(tag, language) ?? languages[language].locale }
  }
  const language = chosen ?? firstLanguage
  return { language, locale: languages[language].locale }
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/**
 * `en-IE` as it is usually written; null for a country that does not exist – each locale costs formats and pages of its
 * own – and for one that writes the language in another script than the pages are in (`zh-TW`).
 */
function localeOfCountry(tag: string, language: Language): string | null {
  const { region } = new Intl.Locale(tag)
  if (!/^[a-z]{2,3}-[a-z]{2}$/i.test(tag) || !region || region === 'ZZ') return null
  if (regions.of(region) === undefined) return null
  const scriptOf = (of: string) => new Intl.Locale(of).maximize().script
  if (scriptOf(tag) !== scriptOf(languages[language].locale)) return null
  return Intl.DateTimeFormat.supportedLocalesOf(`${language}-${region}`)[0] ?? null
}

function cut(told: string): string {
  return told.length > 40 ? `${told.slice(0, 40)}…` : told
}
