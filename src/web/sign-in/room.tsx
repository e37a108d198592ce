import { Hono } from 'hono'
import { signOut } from '../../services/sign-in/sign-out.ts'
import { authHeaders } from '../middleware/curator.ts'
import { leadOn, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { byCode } from './by-code.tsx'
import { byLink } from './by-link.tsx'
import { byPasskey } from './by-passkey.tsx'
import { byPassword } from './by-password.tsx'
import { forgotten } from './forgotten.tsx'

/** The door of the desk: the ways in, each in a file, and the way out. */
export function signInRoom(parts: Parts): Hono<Env> {
  const { config, store, now } = parts
  const room = new Hono<Env>()
  for (const way of [byPassword, byLink, byCode, byPasskey, forgotten]) way(room, parts)

  room.post(paths.signOut(), refuseOtherSites(config), refuseLongForms, async c => {
    const site = { store, baseUrl: config.baseUrl }
    return leadOn(c, paths.home(), await signOut(site, { headers: authHeaders(c), at: now() }))
  })
  return room
}
