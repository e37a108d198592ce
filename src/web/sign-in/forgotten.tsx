import type { Hono } from 'hono'
import { isMailAddress } from '../../domain/mail.ts'
import { linkOwner } from '../../services/sign-in/links.ts'
import { resetPassword } from '../../services/sign-in/reset-password.ts'
import { sendLink } from '../../services/sign-in/send-link.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { alike, createTries } from '../middleware/tries.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { wrongPassword } from '../ui/new-account.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { ForgottenPage, NewPasswordPage, PasswordChangedPage } from './forgotten-pages.tsx'
import { LinkOverPage, LookIntoMailPage } from './link-pages.tsx'

/** A new password, by a link to the mail address of the account. */
export function forgotten(room: Hono<Env>, parts: Parts): void {
  const { config, store, assets, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const tries = createTries(parts, 'forgotten', { perPair: 4 })
  const showingFor = (c: Visit) => showingOf(readerOf(c, parts), 'UTC')

  room.get(paths.forgotten(), c =>
    sendOnce(c, parts, <ForgottenPage showing={showingFor(c)} assets={assets} />),
  )

  room.post(paths.forgotten(), refuseOtherSites(config), refuseLongForms, async c => {
    const { email = '' } = await fieldsOf(c)
    const showing = showingFor(c)
    const { say } = showing
    const wait = await tries.take(c, email)
    const told = { showing, assets, email }
    if (wait !== null) return sendOnce(c, parts, <ForgottenPage {...told} wait={wait} />, 429)
    if (!isMailAddress(email.trim())) return sendOnce(c, parts, <ForgottenPage {...told} isNoAddress />, 422)
    await alike(
      sendLink(site, { email, purpose: 'password', at: now() }, token => ({
        subject: say('mail.password.subject', { host: new URL(config.baseUrl).host }),
        text: say('mail.password.text', { link: config.baseUrl + paths.forgotten(token) }),
      })),
    )
    return sendOnce(
      c,
      parts,
      <LookIntoMailPage {...{ showing, assets, email }} hasMailServer={config.mail !== null} />,
    )
  })

  room.get(paths.forgotten(':token'), async c => {
    const token = c.req.param('token')!
    const owner = await linkOwner(site, 'password', { token, at: now() })
    if (!owner) return over(c)
    return sendOnce(
      c,
      parts,
      <NewPasswordPage showing={showingFor(c)} assets={assets} token={token} email={owner.email} />,
    )
  })

  room.post(paths.forgotten(':token'), refuseOtherSites(config), refuseLongForms, async c => {
    const token = c.req.param('token')!
    const { password = '' } = await fieldsOf(c)
    const owner = await linkOwner(site, 'password', { token, at: now() })
    if (!owner) return over(c)
    const showing = showingFor(c)
    const wrong = wrongPassword({ ...owner, password }, showing.say)
    if (wrong) {
      const page = (
        <NewPasswordPage showing={showing} assets={assets} token={token} email={owner.email} wrong={wrong} />
      )
      return sendOnce(c, parts, page, 422)
    }
    if (!(await resetPassword(site, { token, password, at: now() }))) return over(c)
    return sendOnce(c, parts, <PasswordChangedPage showing={showing} assets={assets} />)
  })

  function over(c: Visit): Promise<Response> {
    return sendOnce(c, parts, <LinkOverPage showing={showingFor(c)} assets={assets} />, 404)
  }
}
