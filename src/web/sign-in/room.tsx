import { Hono } from 'hono'
import { signInByPassword } from '../../services/sign-in/sign-in-by-password.ts'
import { signOut } from '../../services/sign-in/sign-out.ts'
import { authHeaders, curatorOf } from '../middleware/curator.ts'
import { fieldsOf, leadOn, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { createTries } from '../middleware/tries.ts'
import { ownPath, paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { SignInPage } from './sign-in-page.tsx'

/** The door of the desk. */
export function signInRoom(parts: Parts): Hono<Env> {
  const { config, store, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const tries = createTries()
  const room = new Hono<Env>()

  room.get(paths.signIn(), async c => {
    const back = backTo(c.req.query('back'))
    return (await curatorOf(c)) ? c.redirect(back, 303) : show(c, { back })
  })

  room.post(paths.signIn(), refuseOtherSites(config), refuseLongForms, async c => {
    const { email = '', password = '', ...form } = await fieldsOf(c)
    const back = backTo(form.back)
    const wait = await tries.take(c, email)
    if (wait !== null) return show(c, { back, email, wait }, 429)
    const entered = await signInByPassword(site, { email, password }, { headers: authHeaders(c), at: now() })
    if (!entered) return show(c, { back, email, isWrong: true }, 422)
    await tries.forget(c, email)
    return leadOn(c, entered.isChallenged ? paths.signInCode(back) : back, entered.cookies)
  })

  room.post(paths.signOut(), refuseOtherSites(config), refuseLongForms, async c =>
    leadOn(c, paths.home(), await signOut(site, { headers: authHeaders(c), at: now() })),
  )
  return room

  function show(
    c: Visit,
    told: { back: string; email?: string; isWrong?: boolean; wait?: number },
    status: 200 | 422 | 429 = 200,
  ): Promise<Response> {
    const showing = showingOf(readerOf(c, parts), 'UTC')
    const page = <SignInPage showing={showing} assets={parts.assets} isDemo={store.isReadOnly} {...told} />
    return sendOnce(c, parts, page, status)
  }
}

/** Where somebody came from; the desk, where it is not a page of ours. */
function backTo(told: string | undefined): string {
  return ownPath(told) ?? paths.desk()
}
