import { type Curator, mayGrant, type Role } from '../../domain/curator.ts'
import { isMailAddress } from '../../domain/mail.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mailKey } from '../../storage/accounts.ts'
import { recordAudit } from '../../storage/audit.ts'
import {
  deleteInvitation,
  findInvitation,
  type Invitation,
  insertInvitation,
  listInvitations,
  renewInvitation,
} from '../../storage/invitations.ts'
import { queueMail } from '../../storage/mails.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { hashOf, newToken } from '../sign-in/one-time.ts'
import type { Words } from '../sign-in/send-link.ts'

/** For how long an invitation may be accepted, in milliseconds. */
const lasts = 7 * 86_400_000
/** So many that wait at a time are no list of colleagues any more. */
const mostWaiting = 200

/** What the mail says, and the token once more: where no mail is sent, the link is handed over otherwise. */
export type Sent = { invitation: Invitation; token: string }
type Write = (invitation: Invitation, token: string) => Words

/**
 * Offers a role to a mail address, by a link that works once, within seven days.
 *
 * @throws Refusal when the role is not theirs to give, or `email` is no address
 */
export async function invite(
  store: Store,
  who: Curator,
  told: { email: string; role: Role; seriesId: string | null; at: number },
  write: Write,
): Promise<Sent> {
  const { role, seriesId, at } = told
  const email = mailKey(told.email)
  if (!isMailAddress(email)) throw new Refusal('mail-address-wrong', {}, `“${email}” is no mail address.`)
  return store.db.transaction().execute(async db => {
    mustBeTheirs(who, { role, seriesId })
    if ((await listInvitations(db)).length >= mostWaiting)
      throw new Refusal(
        'invitations-many',
        { most: mostWaiting },
        'Too many invitations wait to be accepted.',
      )
    const token = newToken()
    const expiresAt = at + lasts
    const id = await insertInvitation(db, {
      email,
      role,
      seriesId,
      by: who.id,
      token: hashOf(token),
      at,
      expiresAt,
    })
    return send(db, who, { id, token, act: 'invited', at }, write)
  })
}

/** Sends it again, with a new link; the one from before opens nothing any more. Null: it is there no more. */
export async function inviteAgain(
  store: Store,
  who: Curator,
  { id, at }: { id: string; at: number },
  write: Write,
): Promise<Sent | null> {
  return store.db.transaction().execute(async db => {
    const invitation = await findInvitation(db, { id })
    if (!invitation) return null
    mustBeTheirs(who, { role: invitation.role, seriesId: invitation.series?.id ?? null })
    const token = newToken()
    await renewInvitation(db, id, { token: hashOf(token), at, expiresAt: at + lasts })
    return send(db, who, { id, token, act: 'invited-again', at }, write)
  })
}

/** Takes an invitation back: its link opens nothing any more. */
export async function withdrawInvitation(
  store: Store,
  who: Curator,
  { id, at }: { id: string; at: number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const invitation = await findInvitation(db, { id })
    if (!invitation) return
    mustBeTheirs(who, { role: invitation.role, seriesId: invitation.series?.id ?? null })
    await deleteInvitation(db, id)
    await recordAudit(db, { at, who, act: 'invitation-withdrawn', ...aboutOf(invitation) })
  })
}

async function send(
  db: Db,
  who: Curator,
  { id, token, act, at }: { id: string; token: string; act: string; at: number },
  write: Write,
): Promise<Sent> {
  const invitation = (await findInvitation(db, { id }))!
  await queueMail(db, { to: invitation.email, ...write(invitation, token), purpose: 'invitation', at })
  await recordAudit(db, { at, who, act, ...aboutOf(invitation) })
  return { invitation, token }
}

function aboutOf({ email, role, series }: Invitation) {
  return { subject: email, details: { role, series: series?.title ?? null } }
}

function mustBeTheirs(who: Curator, offered: { role: Role; seriesId: string | null }): void {
  if (!mayGrant(who, offered))
    throw new Refusal('role-not-yours', {}, 'This role is not yours to give or to take.')
}
