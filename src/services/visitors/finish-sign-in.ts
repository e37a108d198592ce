import type { ProviderName } from '../../domain/provider.ts'
import { providers } from '../../outside/providers/all.ts'
import { askWho, type Secrets, type Unsaid } from '../../outside/providers/flow.ts'
import { deleteMastodonServer } from '../../storage/mastodon-servers.ts'
import { findWay, takeWay, type Way } from '../../storage/visitor-ways.ts'
import { unseal } from '../seal.ts'
import { hashOf } from '../sign-in/one-time.ts'
import { clientOf, redirectUriOf } from './client-of.ts'
import { enterVisitor } from './enter-visitor.ts'
import { type VisitorSite, wayLasts } from './site.ts'

/** What became of somebody who came back. `stale`: nobody is on such a way from this browser, or not any more. */
export type Finished =
  | { ok: true; token: string; back: string; draftId: string | null }
  | (Unsaid & { back: string; draftId: string | null })
  | { ok: false; because: 'stale' }

/**
 * Takes in who came back from a provider: once for each time somebody was led there, and only in the browser they went
 * from. Nothing the provider gave to ask it with is kept.
 *
 * @param came `host`: of Mastodon the server whose way back it is; `address`: at which they came, with all that was told
 * @param by `browser`: what the cookie holds that was set when they went; `former`: that of a sign-in before
 */
export async function finishSignIn(
  site: VisitorSite,
  name: ProviderName,
  came: { host: string | null; address: URL },
  by: { browser: string | null; former: string | null; device?: string | null; at: number },
): Promise<Finished> {
  const { store, door, baseUrl } = site
  const state = came.address.searchParams.get('state') ?? ''
  const way = await findWay(store.db, hashOf(state))
  if (!way || !isOwn(way, name, came.host, by)) return { ok: false, because: 'stale' }
  // To the first who comes by it: whoever comes at the same time comes too late.
  if (!(await takeWay(store.db, way.token))) return { ok: false, because: 'stale' }
  const { server, back, draftId } = way
  const secrets = await unseal(store.db, way.secrets ?? '', `way ${way.token}`)
  if (secrets === null) return { ok: false, because: 'stale' }
  const redirectUri = redirectUriOf(baseUrl, name, server)
  const client = await clientOf(site, name, { server, redirectUri, at: by.at })
  if (!client) return { ok: false, because: 'stale' }
  const provider = providers[name]
  const said = await askWho({ door, provider, client }, JSON.parse(secrets) as Secrets, came.address)
  if (!said.ok) {
    // It may have forgotten the site; next time it is asked anew.
    if (server !== null && /invalid_client/.test(said.why)) await deleteMastodonServer(store.db, server)
    return { ...said, back, draftId }
  }
  const { told } = said
  const token = await store.db.transaction().execute(db =>
    enterVisitor(
      db,
      { provider: name, issuer: told.issuer, subject: told.subject },
      { ...told, picture: site.hasFaces ? told.picture : undefined },
      {
        usual: usualName(told.issuer, told.subject),
        ...by,
      },
    ),
  )
  return { ok: true, token, back, draftId }
}

function isOwn(
  way: Way,
  name: ProviderName,
  host: string | null,
  { browser, at }: { browser: string | null; at: number },
): boolean {
  return (
    browser !== null &&
    way.browser === hashOf(browser) &&
    way.provider === name &&
    (way.server === null ? null : new URL(way.server).host) === host &&
    way.madeAt > at - wayLasts
  )
}

/** Somebody who tells no name is called by where they come from, and told apart by the end of their number. */
function usualName(issuer: string, subject: string): string {
  return `${new URL(issuer).host} ${subject.slice(-4)}`
}
