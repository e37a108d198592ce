import type { ProviderName } from '../../domain/provider.ts'
import { providers } from '../../outside/providers/all.ts'
import { leadThere, newSecrets, type Unsaid, unsaid } from '../../outside/providers/flow.ts'
import { forgetWays, insertWay } from '../../storage/visitor-ways.ts'
import { seal } from '../seal.ts'
import { hashOf } from '../sign-in/one-time.ts'
import { clientOf, redirectUriOf } from './client-of.ts'
import { keepDraft } from './keep-draft.ts'
import { draftLasts, type VisitorSite, wayLasts } from './site.ts'

export type Begun = {
  /** What the cookie of the browser holds that they go from. */
  browser: string
  /** Path of ours at which they go on. */
  back: string
  /** What they had typed. */
  fields: Record<string, string>
  at: number
}

/**
 * Leads somebody to a provider. What only they and we know is kept under the state, for an hour and once, and for the
 * browser they go from alone.
 *
 * @param server of Mastodon its origin
 * @returns where they are led; null where the provider is not configured
 */
export async function beginSignIn(
  site: VisitorSite,
  name: ProviderName,
  { server, browser, back, fields, at }: Begun & { server: string | null },
): Promise<{ ok: true; url: string } | Unsaid | null> {
  const { store, baseUrl, door } = site
  const redirectUri = redirectUriOf(baseUrl, name, server)
  const secrets = newSecrets()
  let there: Awaited<ReturnType<typeof leadThere>>
  try {
    const client = await clientOf(site, name, { server, redirectUri, at })
    if (!client) return null
    there = await leadThere({ door, provider: providers[name], client }, secrets, redirectUri)
  } catch (error) {
    return unsaid(error)
  }
  if (!there.ok) return there
  await store.db.transaction().execute(async db => {
    await forgetWays(db, { ways: at - wayLasts, drafts: at - draftLasts })
    const token = hashOf(secrets.state)
    await insertWay(db, {
      token,
      browser: hashOf(browser),
      provider: name,
      server,
      secrets: await seal(db, JSON.stringify(secrets), `way ${token}`),
      code: null,
      back,
      draftId: await keepDraft(db, { browser: hashOf(browser), back, fields, at }),
      madeAt: at,
    })
  })
  return there
}
