import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Curator } from '../domain/curator.ts'
import type { Faces } from '../domain/faces.ts'
import type { KnownHere } from '../domain/participant.ts'
import type { Providers } from '../domain/provider.ts'
import type { Rehearsal } from '../domain/rehearsal.ts'
import { tellWaking } from '../domain/waking.ts'
import type { Draws } from '../outlet/page-picture/draw-apart.ts'
import type { Fetch } from '../outside/fetch.ts'
import type { ProviderDoor } from '../outside/providers/door.ts'
import type { Auth } from '../services/sign-in/auth.ts'
import { signInCookie } from '../services/sign-in/means.ts'
import type { Store } from '../storage/store.ts'
import { type Answers, asideMark, type Rendered } from './answers.ts'
import { type Assets, cspHash } from './assets.ts'
import { calendarKey } from './calendar-query.ts'
import { askedFilter, filterQuery } from './filter-query.ts'
import type { Channels } from './live/channels.ts'
import { type Reader, readReader } from './middleware/reader.ts'
import { oldQuery, viewOf } from './paths.ts'
import type { Programmes } from './programmes.ts'
import type { Reads } from './read-sources.ts'
import { askedRevisions } from './revision-query.ts'
import { accentStyle } from './ui/page.tsx'

export type Env = {
  Bindings: Partial<HttpBindings>
  Variables: { visitor?: () => Promise<Visitor | null>; participant?: () => Promise<KnownHere> }
}
export type Visit = Context<Env>

/** Who asks, and by which sign-in. */
export type Visitor = {
  curator: Curator
  /** In which they read the desk last, as it is kept. */
  language: string | null
  signIn: { id: string; isStrong: boolean; since: number }
}

/** What of the configuration pages depend on. */
export type Settings = {
  baseUrl: string
  /** Null: there is no mail server. */
  mail: { from?: { address: string } } | null
  /** The clock of this site is not that of the world. */
  rehearsal?: Rehearsal | null
  liveReaders: number
  liveReadersEach: number
  /** Whether anybody looks whether links still lead where they did. */
  links?: { looks: boolean; archive?: { asks: boolean; saves: boolean } }
  /** Whether other sites may tell that they link here. */
  webmention?: boolean
  /** By which doors suggestions come by mail. */
  mailIn?: { folder: { address: string } | null; listening: { address: string } | null }
  /** What is asked whether a text is spam, besides what the site finds itself. */
  spamService?: { address: string } | null
  /** By whom visitors may say who they are. */
  providers?: Providers
  /** Which pictures of those who take part are copied here. */
  faces?: Faces
}

/** What every room is given. */
export type Parts = {
  store: Store
  config: Settings
  /** Reads addresses of the world. */
  fetch: Fetch
  now: () => number
  /** How long, in milliseconds, whoever pastes waits for the card before they are led on. */
  patienceMs: number
  assets: Assets
  answers: Answers
  programmes: Programmes
  /** With drafts and withdrawn entries: for those who may write alone. */
  wholeProgrammes: Programmes
  /** Reads sources while somebody waits. */
  reads: Reads
  /** Draws pictures in a process apart, one for the whole site. */
  draws: () => Promise<Draws>
  /** Where plans of readers are kept. */
  plans: () => Promise<Store>
  /** better-auth over the store, for what reads; loaded when it is first asked for. */
  auth: () => Promise<Auth>
  /** Who is told of changes as they happen. */
  live: Channels
  /** The way to those by whom visitors say who they are; loaded when the first goes it. */
  providerDoor: () => Promise<ProviderDoor>
}

/**
 * Renders a page for the one who asks, and keeps it for the next who asks alike.
 *
 * @param options mayKeep: false where it tells of something in the address that nobody else will ask for
 */
export async function show(
  c: Visit,
  parts: Parts,
  rendered: Rendered,
  { mayKeep = true } = {},
): Promise<Response> {
  const encodings = headerOf(c, 'accept-encoding')
  return parts.answers.answer(mayKeep ? keyOf(c) : null, rendered, encodings, headerOf(c, 'if-none-match'))
}

export function readerOf(c: Visit, parts: Parts): Reader {
  const { url } = c.req.raw
  const start = url.indexOf('?')
  const query = start < 0 ? null : new URLSearchParams(url.slice(start))
  const asked = { query, cookie: headerOf(c, 'cookie'), acceptLanguage: headerOf(c, 'accept-language') }
  return { ...readReader(asked, parts.now()), rehearsal: parts.config.rehearsal ?? null }
}

/** Hashes of the styles that only this page has. */
export function ownStyles(accent: string | null): string[] {
  return accent ? [cspHash(accentStyle(accent))] : []
}

/** What a page may load of styles that links to a file of its own. */
export const linkedStyles = ["'self'"]

/**
 * What a page depends on beside its programme: address, view, zone, locale and filter. Null where it depends on a moment,
 * on what could not be understood, or on who is signed in. Words of the query that mean nothing here do not count.
 */
export function keyOf(c: Visit): string | null {
  const { url } = c.req.raw
  const asked = url.indexOf('?')
  if (c.req.path.endsWith('.ics')) return keyOfCalendar(c, asked < 0 ? null : url.slice(asked))
  const cookie = headerOf(c, 'cookie')
  const acceptLanguage = headerOf(c, 'accept-language')
  // Most requests ask for nothing and choose nothing: their reader is known by one word.
  if (asked < 0 && cookie === undefined) {
    const known = plainReaders.get(acceptLanguage)
    if (known !== undefined) return c.req.path + known
  }
  if (cookie !== undefined && carriesSignIn(cookie)) return null
  const query = asked < 0 ? null : new URLSearchParams(url.slice(asked))
  if (query?.has('at') || query?.has('feed') || oldQuery(query)) return null
  const { locale, zone, waking, kept, notices } = readReader({ query, cookie, acceptLanguage }, 0)
  if (notices.length) return null
  const view = viewOf(query?.get('view')) ?? ''
  const { since, before } = askedRevisions(query)
  const reader = ` ${view} ${locale} ${zone ?? ''} ${waking ? tellWaking(waking) : ''} ${kept}`
  const filter = askedFilter(isOfProgramme(c.req.path) ? query : null)
  if (filter?.unknown.length) return null
  const filtered = filter ? filterQuery(filter.filter, filter.part) : ''
  const from = since === null && before === null ? '' : `${since ?? ''}-${before ?? ''} `
  if (filtered || from) return asideMark + from + filtered + c.req.path + reader
  if (asked < 0 && cookie === undefined && plainReaders.size < 1000 && (acceptLanguage?.length ?? 0) < 200)
    plainReaders.set(acceptLanguage, reader)
  return c.req.path + reader
}

function keyOfCalendar(c: Visit, query: string | null): string | null {
  return calendarKey(c.req.path, query === null ? null : new URLSearchParams(query), asideMark)
}

/** `/{series}/{edition}`, and how one subscribes to it: pages of other addresses do not depend on what their query filters. */
function isOfProgramme(path: string): boolean {
  return /^(?:\/subscribe)?\/[^/]+\/[^/]+$/.test(path)
}

/** Whether somebody may be signed in; who it is, only the store knows. */
export function carriesSignIn(cookie: string): boolean {
  return cookie.includes(`${signInCookie}=`)
}

const plainReaders = new Map<string | undefined, string>()

/** Node keeps the headers it read as a plain object, which is there without making a `Headers` of them. */
export function headerOf(c: Visit, name: string): string | undefined {
  const incoming = c.env?.incoming
  if (!incoming) return c.req.header(name)
  const value = incoming.headers[name]
  return typeof value === 'string' ? value : undefined
}
