import type { Hono } from 'hono'
import { isMailAddress } from '../../domain/mail.ts'
import { type LinkPurpose, linkOwner } from '../../services/sign-in/links.ts'
import { sendLink } from '../../services/sign-in/send-link.ts'
import { signInByLink } from '../../services/sign-in/sign-in-by-link.ts'
import { authHeaders } from '../middleware/curator.ts'
import { fieldsOf, leadOn, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { alike, createTries } from '../middleware/tries.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { backTo } from './back-to.ts'
import { leadIn } from './lead-in.ts'
import { LinkOverPage, LookIntoMailPage, UseLinkPage } from './link-pages.tsx'
import { SignInPage } from './sign-in-page.tsx'

export function byLink(room: Hono<Env>, parts: Parts): void {
  const { config, store, assets, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const tries = createTries(parts, 'link', { perPair: 4 })
  const showingFor = (c: Visit) => showingOf(readerOf(c, parts), 'UTC')

  room.post(paths.signInLink(), refuseOtherSites(config), refuseLongForms, async c => {
    const { email = '', ...form } = await fieldsOf(c)
    const [back, showing] = [backTo(form.back), showingFor(c)]
    const wait = await tries.take(c, email)
    const told = { showing, assets, back, email, isDemo: store.isReadOnly }
    if (wait !== null) return sendOnce(c, parts, <SignInPage {...told} wait={wait} />, 429)
    if (!isMailAddress(email.trim())) return sendOnce(c, parts, <SignInPage {...told} isNoAddress />, 422)
    const { say } = showing
    await alike(
      sendLink(site, { email, purpose: 'sign-in', at: now() }, token => ({
        subject: say('mail.sign-in.subject', { host: new URL(config.baseUrl).host }),
        text: say('mail.sign-in.text', { link: config.baseUrl + paths.signInLink(token, back) }),
      })),
    )
    return sendOnce(
      c,
      parts,
      <LookIntoMailPage {...{ showing, assets, email }} hasMailServer={config.mail !== null} />,
    )
  })

  const links = [
    { path: paths.signInLink(':token'), purpose: 'sign-in', address: paths.signInLink },
    { path: paths.hostLink(':token'), purpose: 'host', address: paths.hostLink },
  ] as const
  for (const { path, purpose, address } of links) {
    // Programs that look into mails open every link in them: what signs in is the button behind it.
    room.get(path, async c => {
      const [token, back] = [c.req.param('token')!, backTo(c.req.query('back'))]
      const owner = await ownerOf(purpose, token)
      if (!owner) return over(c)
      return sendOnce(
        c,
        parts,
        <UseLinkPage
          showing={showingFor(c)}
          assets={assets}
          action={address(token)}
          back={back}
          email={owner.email}
        />,
      )
    })

    room.post(path, refuseOtherSites(config), refuseLongForms, async c => {
      const back = backTo((await fieldsOf(c)).back)
      const told = { token: c.req.param('token')!, purpose }
      const entered = await signInByLink(site, told, { headers: authHeaders(c), at: now() })
      if (!entered) return over(c)
      return purpose === 'host' ? leadOn(c, back, entered.cookies) : leadIn(c, parts, entered, back)
    })
  }

  function ownerOf(purpose: LinkPurpose, token: string) {
    return linkOwner(site, purpose, { token, at: now() })
  }

  function over(c: Visit): Promise<Response> {
    return sendOnce(c, parts, <LinkOverPage showing={showingFor(c)} assets={assets} />, 404)
  }
}
