import { Hono } from 'hono'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** What this installation does with what it learns of people. Loaded when somebody wants to know. */
export function privacyRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.get(paths.privacy(), async c => (await import('./show-privacy.tsx')).showPrivacy(c, parts))
  return room
}
