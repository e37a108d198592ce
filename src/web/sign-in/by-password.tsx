import type { Hono } from 'hono'
import { signInByPassword } from '../../services/sign-in/sign-in-by-password.ts'
import { authHeaders, curatorOf } from '../middleware/curator.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { createTries } from '../middleware/tries.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { backTo } from './back-to.ts'
import { leadIn } from './lead-in.ts'
import { SignInPage } from './sign-in-page.tsx'

export function byPassword(room: Hono<Env>, parts: Parts): void {
  const { config, store, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const tries = createTries(parts, 'password')

  room.get(paths.signIn(), async c => {
    const back = backTo(c.req.query('back'))
    const isAgain = c.req.query('again') !== undefined
    return !isAgain && (await curatorOf(c)) ? c.redirect(back, 303) : show(c, { back, isAgain })
  })

  room.post(paths.signIn(), refuseOtherSites(config), refuseLongForms, async c => {
    const { email = '', password = '', ...form } = await fieldsOf(c)
    const back = backTo(form.back)
    const wait = await tries.take(c, email)
    if (wait !== null) return show(c, { back, email, wait }, 429)
    const entered = await signInByPassword(site, { email, password }, { headers: authHeaders(c), at: now() })
    if (!entered) return show(c, { back, email, isWrong: true }, 422)
    await tries.forget(c, email)
    return leadIn(c, parts, entered, back)
  })

  function show(
    c: Visit,
    told: { back: string; email?: string; isWrong?: boolean; wait?: number; isAgain?: boolean },
    status: 200 | 422 | 429 = 200,
  ): Promise<Response> {
    const showing = showingOf(readerOf(c, parts), 'UTC')
    const page = <SignInPage showing={showing} assets={parts.assets} isDemo={store.isReadOnly} {...told} />
    return sendOnce(c, parts, page, status)
  }
}
