import type { MiddlewareHandler } from 'hono'
import { type Curator, hasRole, isModerator, isOwner, isWriter, mayInvite } from '../../domain/curator.ts'
import { noteLanguage } from '../../services/people/note-language.ts'
import { addressHeader, longestSignIn } from '../../services/sign-in/means.ts'
import { listGrants } from '../../storage/grants.ts'
import { endSignIns } from '../../storage/sign-ins.ts'
import { paths } from '../paths.ts'
import { carriesSignIn, type Env, headerOf, type Parts, readerOf, type Visit, type Visitor } from '../show.ts'
import { onRefused } from './errors.tsx'
import { peerOf } from './pace.ts'
import { owesSecondFactor } from './second-factor.ts'

/** For all pages: who asks is looked up when a page wants to know, once for a request. */
export function knowVisitors(parts: Parts): MiddlewareHandler<Env> {
  return async (c, next) => {
    const cookie = headerOf(c, 'cookie')
    if (cookie === undefined || !carriesSignIn(cookie) || parts.store.isReadOnly) return next()
    const cookies: string[] = []
    let found: Promise<Visitor | null> | undefined
    c.set('visitor', () => (found ??= findVisitor(c, parts, cookies)))
    await next()
    for (const each of cookies) c.res.headers.append('set-cookie', each)
  }
}

/** Who is signed in; null where nobody is. */
export async function curatorOf(c: Visit): Promise<Curator | null> {
  return (await visitorOf(c))?.curator ?? null
}

/** Who is signed in and how, whatever they may do; null: nobody. */
export async function visitorOf(c: Visit): Promise<Visitor | null> {
  return (await c.get('visitor')?.()) ?? null
}

/** Who is signed in, behind a guard that lets nobody else pass. */
export async function theCurator(c: Visit): Promise<Curator> {
  return (await theVisitor(c)).curator
}

export async function theVisitor(c: Visit): Promise<Visitor> {
  const visitor = await visitorOf(c)
  if (!visitor) throw new Error(`${c.req.path} has no guard that sees to it that somebody is signed in.`)
  return visitor
}

/** Lets pass who is signed in, whatever they may do and owe: for their own account. Others are sent to sign in and back again; what they send is refused. */
export function signedIn(parts: Parts): MiddlewareHandler<Env> {
  return guard(parts, () => true, { secondFactor: false })
}

/** Lets pass who writes, for the site or for a series. */
export function curating(parts: Parts): MiddlewareHandler<Env> {
  return guard(parts, isWriter)
}

/** Lets pass who decides on what others bring, for the site or for a series. */
export function moderating(parts: Parts): MiddlewareHandler<Env> {
  return guard(parts, isModerator)
}

/** Lets pass who has any role: everybody of the desk. */
export function atTheDesk(parts: Parts): MiddlewareHandler<Env> {
  return guard(parts, ({ grants }) => grants.length > 0)
}

/** Lets pass who may offer a role: owners, and editors. */
export function inviting(parts: Parts): MiddlewareHandler<Env> {
  return guard(parts, mayInvite)
}

/** Lets pass who may publish everywhere: what belongs to no series is theirs. */
export function editingSite(parts: Parts): MiddlewareHandler<Env> {
  return guard(parts, curator => hasRole(curator, 'editor', null))
}

/** Lets pass owners of the site. */
export function owning(parts: Parts): MiddlewareHandler<Env> {
  return guard(parts, isOwner)
}

/** The answer to whoever may not do what they asked for. */
export function refuse(c: Visit, parts: Parts): Promise<Response> {
  return onRefused(c, parts)
}

/** What better-auth may see of a request. */
export function authHeaders(c: Visit): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent', 'origin']) {
    const value = headerOf(c, name)
    if (value !== undefined) headers.set(name, value.slice(0, 4096))
  }
  const address = peerOf(c)
  if (address) headers.set(addressHeader, address)
  return headers
}

function guard(
  parts: Parts,
  may: (curator: Curator) => boolean,
  { secondFactor = true } = {},
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const visitor = await visitorOf(c)
    const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
    const { pathname, search } = new URL(c.req.url)
    const here = pathname + search
    if (!visitor)
      return isReading ? c.redirect(paths.signIn(here), 303) : onRefused(c, parts, 'refused.signed-out')
    if (!may(visitor.curator)) return refuse(c, parts)
    if (secondFactor && owesSecondFactor(visitor, parts.config))
      return isReading
        ? c.redirect(paths.secondFactor(here), 303)
        : onRefused(c, parts, 'refused.second-factor')
    const { language } = readerOf(c, parts)
    if (language !== visitor.language && !parts.store.isReadOnly)
      await noteLanguage(parts.store, visitor.curator.id, language)
    return next()
  }
}

async function findVisitor(c: Visit, parts: Parts, cookies: string[]): Promise<Visitor | null> {
  const auth = await parts.auth()
  const { headers, response } = await auth.api.getSession({ headers: authHeaders(c), returnHeaders: true })
  const own = headers?.getSetCookie() ?? []
  if (!response) {
    cookies.push(...own)
    return null
  }
  const { user, session } = response
  // Both by the machine’s clock, as everything that better-auth lets expire; when it was seen last is known to the hour.
  if (session.updatedAt.getTime() - session.createdAt.getTime() >= longestSignIn) {
    await endSignIns(parts.store.db, user.id, { id: session.id })
    return null
  }
  cookies.push(...own)
  const grants = await listGrants(parts.store.db, user.id)
  return {
    curator: {
      id: user.id,
      name: user.name,
      email: user.email,
      grants: grants.map(({ seriesId, role }) => ({ seriesId, role })),
    },
    language: user.language ?? null,
    signIn: { id: session.id, isStrong: session.isStrong === true, since: session.createdAt.getTime() },
  }
}
