import { randomBytes } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import { hashOf } from '../../services/sign-in/one-time.ts'
import type { CommentOwner } from '../../storage/comments.ts'
import { cookieName, cookiePath } from '../middleware/cookie-name.ts'
import { cookieOptions } from '../middleware/forms.ts'
import { participantOf } from '../middleware/participant.ts'
import { saidCookie } from '../middleware/said-cookie.ts'
import type { Settings, Visit } from '../show.ts'

/**
 * What lets a guest change what they said, and see it while it waits: a secret in a cookie that is set when they say
 * something and read by the pages of comments alone. Only its hash is stored.
 */
const { name, lastsDays } = saidCookie

/** Who asks, as far as comments are theirs by it. */
export async function ownerOf(c: Visit, config: Settings): Promise<CommentOwner> {
  const participant = await participantOf(c)
  return {
    editKey: keyOf(getCookie(c, cookieName(config, name))),
    visitorId: participant.kind === 'visitor' ? participant.id : null,
    accountId: participant.kind === 'curator' ? participant.id : null,
  }
}

/** The key of a guest who says something now. */
export function giveKey(c: Visit, config: Settings): string {
  const known = getCookie(c, cookieName(config, name))
  const secret = known && isSecret.test(known) ? known : randomBytes(32).toString('base64url')
  setCookie(c, cookieName(config, name), secret, {
    ...cookieOptions(config),
    path: cookiePath(config, '/comments'),
    maxAge: lastsDays * 86_400,
  })
  return keyOf(secret)!
}

const isSecret = /^[\w-]{43}$/

function keyOf(secret: string | undefined): string | null {
  return secret && isSecret.test(secret) ? hashOf(secret) : null
}
