import { type ProviderName, providerNames, providerTitles } from '../../domain/provider.ts'
import { serverNamed } from '../../outside/providers/mastodon.ts'
import { beginSignIn } from '../../services/visitors/begin-sign-in.ts'
import { finishSignIn } from '../../services/visitors/finish-sign-in.ts'
import { fieldsOf } from '../middleware/forms.ts'
import { carryVisitor, visitorToken } from '../middleware/visitor-cookie.ts'
import { waitToSend } from '../middleware/wait-to-send.ts'
import { carryWay, wayToken } from '../middleware/way-cookie.ts'
import { ownPath, paths } from '../paths.ts'
import { headerOf, type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { keepTyped, withDraft } from './keep-typed.ts'
import { tooLate } from './too-late.tsx'
import { AskServerPage, GoOnPage, UnsaidPage } from './way-pages.tsx'

/** Leads to a provider; null where there is none of this name. */
export async function begin(c: Visit, parts: Parts, name: string): Promise<Response | null> {
  const { config, store, assets } = parts
  if (!isOffered(parts, name)) return null
  const { back: told, server: typed = '', ...fields } = await fieldsOf(c)
  const back = ownPath(told) ?? paths.you()
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const { say } = showing
  const title = providerTitles[name]
  const askServer = async (wrong: string | null, status: 200 | 422 | 429) => {
    const way = { back, fields, leave: (await keepTyped(c, parts, { back, fields })).back }
    return sendOnce(c, parts, <AskServerPage {...{ showing, assets, way, typed, wrong }} />, status)
  }
  const server = name === 'mastodon' ? serverNamed(typed) : null
  if (name === 'mastodon' && server === null)
    return askServer(typed.trim() ? say('you.server.wrong') : null, typed.trim() ? 422 : 200)
  const wait =
    (await waitToSend(c, parts, 'visitor sign-in')) ??
    (server === null ? null : await waitToSend(c, parts, 'visitor server'))
  const unsaid = async (reason: string, status: 429 | 502) => {
    const kept = await keepTyped(c, parts, { back, fields })
    return sendOnce(c, parts, <UnsaidPage {...{ showing, assets, reason, fields, ...kept }} />, status)
  }
  if (wait !== null) {
    c.header('retry-after', String(wait))
    return unsaid(say('you.wait', { seconds: wait }), 429)
  }
  const site = {
    store,
    baseUrl: config.baseUrl,
    providers: config.providers!,
    door: await parts.providerDoor(),
    hasFaces: config.faces?.told ?? false,
  }
  const browser = carryWay(c, config)
  const begun = await beginSignIn(site, name, { server, browser, back, fields, at: parts.now() })
  if (begun === null) return null
  if (begun.ok) {
    c.header('refresh', `0; url=${begun.url}`)
    return sendOnce(c, parts, <GoOnPage {...{ showing, assets, title, url: begun.url }} />)
  }
  console.error(`Sign-in by ${title} could not begin: ${begun.why}`)
  const at = server === null ? title : new URL(server).host
  if (server !== null) return askServer(say('you.unsaid.server', { server: at }), 422)
  return unsaid(
    say(begun.because === 'away' ? 'you.unsaid.away' : 'you.unsaid.not-said', { provider: at }),
    502,
  )
}

/** Takes in who comes back from there; null where there is no provider of this name. */
export async function finish(
  c: Visit,
  parts: Parts,
  name: string,
  host: string | null,
): Promise<Response | null> {
  const { config, store, assets } = parts
  if (!isOffered(parts, name) || (name === 'mastodon') !== (host !== null)) return null
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const { say } = showing
  const site = {
    store,
    baseUrl: config.baseUrl,
    providers: config.providers!,
    door: await parts.providerDoor(),
    hasFaces: config.faces?.told ?? false,
  }
  // As the site is known to the provider, whatever a proxy makes of the request.
  const address = new URL(paths.youBack(name, host) + new URL(c.req.url).search, config.baseUrl)
  const by = {
    ...{ browser: wayToken(c, config), former: visitorToken(c, config), at: parts.now() },
    device: headerOf(c, 'user-agent') ?? null,
  }
  const finished = await finishSignIn(site, name, { host, address }, by)
  if (finished.ok) {
    carryVisitor(c, config, finished.token)
    return c.redirect(withDraft(finished.back, finished.draftId), 303)
  }
  if (finished.because === 'stale') return tooLate(c, parts, 422)
  const back = withDraft(finished.back, finished.draftId)
  // Who thought better of it is where they were.
  if (finished.because === 'cancelled') return c.redirect(back, 303)
  const provider = host ?? providerTitles[name]
  console.error(`Sign-in by ${provider} failed: ${finished.why}`)
  const reason = say(finished.because === 'away' ? 'you.unsaid.away' : 'you.unsaid.not-said', { provider })
  const isKept = finished.draftId !== null
  return sendOnce(c, parts, <UnsaidPage {...{ showing, assets, back, reason, isKept }} />, 502)
}

function isOffered({ config, store }: Parts, name: string): name is ProviderName {
  return (
    !store.isReadOnly &&
    providerNames.includes(name as ProviderName) &&
    config.providers?.[name as ProviderName] !== undefined
  )
}
