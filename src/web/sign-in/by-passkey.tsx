import type { Hono } from 'hono'
import { askForPasskey, signInByPasskey } from '../../services/sign-in/sign-in-by-passkey.ts'
import { authHeaders } from '../middleware/curator.ts'
import { fieldsOf, leadOn, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { passkeyIn } from '../middleware/passkey.ts'
import { createTries } from '../middleware/tries.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { backTo } from './back-to.ts'
import { SignInPage } from './sign-in-page.tsx'

export function byPasskey(room: Hono<Env>, parts: Parts): void {
  const { config, store, assets, now } = parts
  const site = { store, baseUrl: config.baseUrl }
  const tries = createTries(parts, 'passkey', { perPair: 30 })

  room.post(paths.signInPasskeyOptions(), refuseOtherSites(config), refuseLongForms, async c => {
    if ((await tries.take(c, '')) !== null || store.isReadOnly) return c.json({}, 429)
    const asked = await askForPasskey(site, authHeaders(c))
    if ('refused' in asked) return c.json({}, 422)
    const answer = c.json(asked.answer, 200, { 'cache-control': 'no-store' })
    for (const cookie of asked.cookies) answer.headers.append('set-cookie', cookie)
    return answer
  })

  room.post(paths.signInPasskey(), refuseOtherSites(config), refuseLongForms, async c => {
    const form = await fieldsOf(c)
    const back = backTo(form.back)
    const shown = passkeyIn(form.passkey)
    const outcome = shown && (await signInByPasskey(site, shown, { headers: authHeaders(c), at: now() }))
    if (outcome && 'answer' in outcome) return leadOn(c, back, outcome.cookies)
    const showing = showingOf(readerOf(c, parts), 'UTC')
    const page = (
      <SignInPage showing={showing} assets={assets} back={back} isDemo={store.isReadOnly} isUnknown />
    )
    return sendOnce(c, parts, page, 422)
  })
}
