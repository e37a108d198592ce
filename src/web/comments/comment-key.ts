import { createHash, randomBytes } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import type { CommentOwner } from '../../storage/comments.ts'
import { participantOf } from '../middleware/participant.ts'
import { saidCookie } from '../middleware/said-cookie.ts'
import type { Settings, Visit } from '../show.ts'

/**
 * What lets a guest change what they said, and see it while it waits: a secret in a cookie that is set when they say
 * something and sent to the pages of comments alone. Only its hash is stored.
 */
const { name: cookie, lastsDays } = saidCookie

/** Who asks, as far as comments are theirs by it. */
export async function ownerOf(c: Visit): Promise<CommentOwner> {
  const participant = await participantOf(c)
  return {
    editKey: keyOf(getCookie(c, cookie)),
    visitorId: participant.kind === 'visitor' ? participant.id : null,
    accountId: participant.kind === 'curator' ? participant.id : null,
  }
}

/** The key of a guest who says something now. */
export function giveKey(c: Visit, { baseUrl }: Settings): string {
  const known = getCookie(c, cookie)
  const secret = known && isSecret.test(known) ? known : randomBytes(32).toString('base64url')
  setCookie(c, cookie, secret, {
    path: '/comments',
    maxAge: lastsDays * 86_400,
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
  })
  return keyOf(secret)!
}

const isSecret = /^[\w-]{43}$/

function keyOf(secret: string | undefined): string | null {
  return secret && isSecret.test(secret) ? createHash('sha256').update(secret).digest('base64url') : null
}
