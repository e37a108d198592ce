import type { Hono } from 'hono'
import { challengedAccount, checkCode } from '../../services/sign-in/check-code.ts'
import { authHeaders } from '../middleware/curator.ts'
import { fieldsOf, leadOn, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { backTo } from './back-to.ts'
import { CodePage } from './code-page.tsx'

export function byCode(room: Hono<Env>, parts: Parts): void {
  const { config, store, assets, now } = parts
  const site = { store, baseUrl: config.baseUrl }

  room.get(paths.signInCode(), async c => {
    const back = backTo(c.req.query('back'))
    const account = await challengedAccount(site, { headers: authHeaders(c), at: now() })
    return account ? show(c, { back }) : c.redirect(paths.signIn(back), 303)
  })

  room.post(paths.signInCode(), refuseOtherSites(config), refuseLongForms, async c => {
    const { code = '', ...form } = await fieldsOf(c)
    const back = backTo(form.back)
    const checked = await checkCode(site, code.slice(0, 40), { headers: authHeaders(c), at: now() })
    if ('cookies' in checked) return leadOn(c, back, checked.cookies)
    return show(c, { back, refused: checked.refused }, checked.refused === 'locked' ? 429 : 422)
  })

  function show(
    c: Visit,
    told: { back: string; refused?: 'wrong' | 'over' | 'locked' },
    status: 200 | 422 | 429 = 200,
  ): Promise<Response> {
    const showing = showingOf(readerOf(c, parts), 'UTC')
    return sendOnce(c, parts, <CodePage showing={showing} assets={assets} {...told} />, status)
  }
}
